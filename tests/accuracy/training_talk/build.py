#!/usr/bin/env python3
"""Turns training talk into gold records, one JSON line a document: build.py [AUTHOR...], all of them where none is named."""
import json, pathlib, sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "new_talk"))
import build  # of new_talk: what marks mean is said once

AUTHORS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
           "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twentyone",
           "twentytwo", "twentythree", "twentyfour", "twentyfive", "twentysix",
           "twentyseven", "twentyeight")
KINDS = {".marked": "excerpts", ".sentences.marked": "sentences", ".decoys.txt": "decoys"}


def records(author):
    for ending, kind in KINDS.items():
        path = HERE / (author + ending)
        if not path.exists():
            continue
        body = path.read_text(encoding="utf-8")
        for head, marked in (build.excerpts if kind == "excerpts" else build.lines)(body):
            yield build.record("training/" + author, kind, head, marked)


if __name__ == "__main__":
    for author in sys.argv[1:] or AUTHORS:
        for record in records(author):
            print(json.dumps(record, ensure_ascii=False))
