#!/usr/bin/env python3
"""Holds that marked talk is well-formed, so that a slip of the pen trains nothing and measures nothing.

    check_marks.py

Braces close in their line and hold a known letter and some text, without blanks at its ends; none lies in another. Heads of a
file's excerpts are numbered and differ.
"""
import collections
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "new_talk"))
import build

MARK = re.compile(r"\{[^{}]*\}")
HEAD = re.compile(r"## \d{2,3} \S")


def slips_of_line(line, decoy):
    for mark in MARK.findall(line):
        inside = mark[1:-1]
        letter, _, text = ("-", " ", inside) if decoy else inside.partition(" ")
        if not decoy and letter not in build.LABELS:
            yield "no such letter: " + mark
        if not text or text != text.strip():
            yield "nothing marked, or a blank at its end: " + mark
    if re.search(r"[{}]", MARK.sub("", line)):
        yield "a brace that is no mark"


def slips_of_file(path):
    heads = collections.Counter()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            heads[line.split()[1] if HEAD.match(line) else line] += 1
            if not HEAD.match(line) or heads[line.split()[1]] > 1:
                yield number, "a head without a number, or with another's"
            continue
        for slip in slips_of_line(line, "decoys" in path.name):
            yield number, slip


def main():
    files = sorted(HERE.glob("new_talk/*/*.*")) + sorted(HERE.glob("training_talk/*.marked")) + sorted(HERE.glob("training_talk/*.txt"))
    assert len(files) > 20, "the marked talk is not where it was"
    wrong = ["%s:%d: %s" % (path.relative_to(HERE), number, slip) for path in files for number, slip in slips_of_file(path)]
    for line in ("{P Sue", "{Q Sue}", "{P}", "{P Sue }", "{P {L York}}"):
        assert list(slips_of_line(line, False)), "passed for well-formed: " + line
    print("%d files" % len(files))
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
