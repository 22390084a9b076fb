#!/usr/bin/env python3
"""What must stay stays, and the same words are found where they do identify somebody.

    check_decoys.py MONIKER SOURCE

decoys/*.txt hold one invented sentence a line in which nothing may be masked; in still_found.txt, « and » mark what must
be. Occupations and clock times are no names and may be found anywhere. At least 99 % of the decoys must stay, and 97 % of
the marked names must be found.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

KEPT, FOUND = 0.99, 0.97
PASSED_OVER = {"OCCUPATION", "TIME"}


def detected(moniker, source, texts):
    """By text: its findings as (begin, end, label), in bytes."""
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    done = subprocess.run([moniker, "detect", "-", "--input", "jsonl", "--output", "jsonl", "--rules", os.path.join(source, "rules")],
                          input=lines, capture_output=True, text=True, check=True)
    answers = {int(one["id"]): one["spans"] for one in map(json.loads, done.stdout.splitlines())}
    return [[(s["start"], s["end"], s["label"]) for s in answers.get(i, []) if s["label"] not in PASSED_OVER] for i in range(len(texts))]


def unmarked(line):
    """The text without its marks, and the byte ranges that were marked."""
    ranges, text = [], b""
    for piece in re.split("(«[^»]*»)", line):
        plain = piece.strip("«»").encode()
        if piece.startswith("«"):
            ranges.append((len(text), len(text) + len(plain)))
        text += plain
    return text.decode(), ranges


def check_kept(moniker, source, files):
    lines = [(path.stem, line) for path in files for line in path.read_text().splitlines() if line]
    wrong = []
    for (theme, line), spans in zip(lines, detected(moniker, source, [line for _, line in lines])):
        if spans:
            words = ["%s as %s" % (line.encode()[a:b].decode(), label) for a, b, label in spans]
            wrong.append("%s: %s: %s" % (theme, ", ".join(words), line))
    share = 1 - len(wrong) / len(lines)
    print("decoys: %d of %d stay (%.1f %%)" % (len(lines) - len(wrong), len(lines), 100 * share))
    return share >= KEPT, wrong


def check_found(moniker, source, path):
    lines = [unmarked(line) for line in path.read_text().splitlines() if line]
    names = missed = 0
    wrong = []
    for (text, ranges), spans in zip(lines, detected(moniker, source, [text for text, _ in lines])):
        for begin, end in ranges:
            names += 1
            if not any(a <= begin and end <= b for a, b, _ in spans):
                missed += 1
                wrong.append("not found: %s: %s" % (text.encode()[begin:end].decode(), text))
    print("names among them: %d of %d found (%.1f %%)" % (names - missed, names, 100 * (1 - missed / names)))
    return 1 - missed / names >= FOUND, wrong


def main():
    moniker, source = sys.argv[1:3]
    folder = pathlib.Path(__file__).with_name("decoys")
    still = folder / "still_found.txt"
    kept, wrong = check_kept(moniker, source, sorted(set(folder.glob("*.txt")) - {still}))
    found, missed = check_found(moniker, source, still)
    print("\n".join(wrong + missed))
    return 0 if kept and found else 1


if __name__ == "__main__":
    sys.exit(main())
