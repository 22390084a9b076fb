#!/usr/bin/env python3
"""Sentences of people's own reports, as `moniker filter` delivers them: what must go is gone, what must stay stands.

    check_field.py MONIKER SOURCE

field/KIND.jsonl: `text`; `go`: what must not be left; `stay`: what must be left; `not`: what must not stand in its place.
field/known.txt names those that are not right yet, each with what is wrong: one that gets right, or another that gets
wrong, fails, so that the list stays true.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).with_name("field")


def delivered(moniker, source, texts):
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([moniker, "keygen", "-o", os.path.join(work, "keys")], check=True, capture_output=True)
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        done = subprocess.run([moniker, "filter", "--jsonl", "--key", os.path.join(work, "keys", "study.key"), "--rules", os.path.join(source, "rules")],
                              input=lines, capture_output=True, text=True, check=True)
    return [without_codes(json.loads(line)["text"]) for line in done.stdout.splitlines()]


def without_codes(text):
    """A pseudonym's letters follow from the key, which is another each time, and may happen to spell what has to go (KT, CJ)."""
    return re.sub(r"_[0-9A-Z]{12}\]", "]", text)


def faults(case, text):
    """What is wrong, as words of the case alone."""
    return (["left: " + word for word in case["go"] if word in text] + ["gone: " + word for word in case["stay"] if word not in text] +
            ["stands: " + word for word in case.get("not", []) if word in text])


def main():
    moniker, source = sys.argv[1:3]
    cases = [json.loads(line) for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    known = dict(line.split("\t") for line in (FOLDER / "known.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    wrong = {}
    for case, text in zip(cases, delivered(moniker, source, [case["text"] for case in cases])):
        found = faults(case, text)
        if found:
            wrong[case["id"]] = "; ".join(found)
            if "--show" in sys.argv:
                print(case["id"], found, text)
    print("%d of %d sentences are delivered as they should be; %d are known not to be" % (len(cases) - len(wrong), len(cases), len(known)))
    told = ["%s: %s" % (name, what) for name, what in wrong.items() if known.get(name) != what]
    told += ["%s: right now: strike it from known.txt" % name for name in known if name not in wrong]
    print("\n".join(told))
    return 1 if told or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
