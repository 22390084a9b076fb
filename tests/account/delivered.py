#!/usr/bin/env python3
"""Compares what the readers make of each file in delivered/ with FILE.said beside it, written by hand:

    Interviewer | How long were you at the quarry?     who | what; a line end in it is a /
    Kate 1000-2500 | Yes.                              with its time in milliseconds
    matter: | Interview four                           no talk: matter, footnote, header, footer, comment
    told: document.hidden_text 1                       an issue and its count, behind all that is said
    refused: is an empty form                          instead of all of it

With --show FILE... it prints that of other files.
"""
import json
import pathlib
import subprocess
import sys


def lines(account):
    if "refused" in account:
        return ["refused: " + account["refused"]]
    said = []
    for turn in account["said"]:
        who = turn["speaker"] if turn["part"] == "talk" else turn["part"] + ":"
        time = " %d-%d" % tuple(turn["time"]) if "time" in turn else ""
        said.append(who + time + " | " + turn["text"].replace("\n", "/"))
    return said + ["told: %s %d" % (issue["issue"], issue["count"]) for issue in account["told"]]


def read(program, files):
    out = subprocess.run([program, *map(str, files)], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def main():
    program, *rest = sys.argv[1:]
    if rest[0] == "--show":
        for account in read(program, rest[1:]):
            print("== " + pathlib.Path(account["file"]).name, *lines(account), sep="\n")
        return 0
    files = [path.with_suffix("") for path in sorted(pathlib.Path(rest[0]).glob("*.said"))]
    wrong = 0
    for path, account in zip(files, read(program, files)):
        right, got = path.with_name(path.name + ".said").read_text().splitlines(), lines(account)
        if right == got:
            continue
        wrong += 1
        print("%s says\n  %s\nand should say\n  %s" % (path.name, "\n  ".join(got), "\n  ".join(right)))
    print("%d of %d delivered files are misread" % (wrong, len(files)))
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
