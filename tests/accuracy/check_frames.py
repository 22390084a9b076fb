#!/usr/bin/env python3
"""Words that no rule was made on, where talk puts them: who is called a person that is a place, a firm, a team or a thing.

    check_frames.py MONIKER SOURCE [--show] [HALF...]

frames/build.py puts heads into sentences. The open half was looked at while rules were made; of the half set aside only these
figures. Floors are what was measured, less two sentences in a hundred.
"""
import collections
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "frames"
# recall and precision of PERSON; the share of places and of firms under their own label
FLOORS = json.loads((HERE / "floors.json").read_text()) if (HERE / "floors.json").exists() else {}


def found_in(moniker, source, sentences):
    done = subprocess.run([moniker, "detect", "-", "--input", "jsonl", "--output", "jsonl", "--rules", os.path.join(source, "rules")],
                          input="".join(json.dumps(one) + "\n" for one in sentences), capture_output=True, text=True, check=True)
    return {one["id"]: one["spans"] for one in map(json.loads, done.stdout.splitlines())}


def called(sentence, spans):
    """The labels that lie on the head."""
    head = sentence["spans"][0]
    return {span["label"] for span in spans if span["start"] < head["end"] and head["start"] < span["end"]}


def measure(moniker, source, half, show):
    sentences = [json.loads(line) for line in
                 subprocess.run([sys.executable, str(HERE / "build.py"), half], capture_output=True, text=True, check=True).stdout.splitlines()]
    found = found_in(moniker, source, sentences)
    right, wrong, of_kind = collections.Counter(), collections.Counter(), collections.Counter()
    for one in sentences:
        kind, label, labels = one["source"].split("/")[1], one["spans"][0]["label"], called(one, found[one["id"]])
        of_kind[kind] += 1
        right[kind] += not labels if label == "STAY" else label in labels
        wrong[kind] += kind != "person" and "PERSON" in labels
        if show and kind != "person" and "PERSON" in labels:
            print("  PERSON: " + one["text"])
    for kind in of_kind:
        print("%s, %s: %d of %d as such, %d called a person" % (half, kind, right[kind], of_kind[kind], wrong[kind]))
    share = lambda kind: right[kind] / of_kind[kind]
    return {"person recall": share("person"), "person precision": right["person"] / (right["person"] + sum(wrong.values())),
            "places as such": share("place"), "firms as such": share("firm")}


def main():
    moniker, source = sys.argv[1:3]
    halves = [a for a in sys.argv[3:] if not a.startswith("-")] or ["open", "aside"]
    low = []
    for half in halves:
        for what, share in measure(moniker, source, half, "--show" in sys.argv).items():
            print("%s, %s: %.1f %%" % (half, what, 100 * share))
            if share < FLOORS.get(half, {}).get(what, 0):
                low.append("%s, %s: %.3f, floor %.3f" % (half, what, share, FLOORS[half][what]))
    print("\n".join(low))
    return 1 if low or not FLOORS else 0


if __name__ == "__main__":
    sys.exit(main())
