#!/usr/bin/env python3
"""Writes gold.jsonl from talk.txt, an invented bilingual interview in which «LABEL:words» mark what identifies."""
import json
import pathlib
import re

QUASI = {"LOCATION", "ORG", "DATE", "AGE", "OCCUPATION", "NATIONALITY"}


def main():
    here = pathlib.Path(__file__).parent
    text, spans = b"", []
    for piece in re.split("(«[^»]*»)", (here / "talk.txt").read_text()):
        label, words = re.match("«([A-Z_]+):([^»]*)»", piece).groups() if piece.startswith("«") else (None, piece)
        begin, text = len(text), text + words.encode()
        if label:
            spans.append({"start": begin, "end": len(text), "label": label, "type": "QUASI" if label in QUASI else "DIRECT"})
    (here / "gold.jsonl").write_text(json.dumps({"id": "bilingual", "text": text.decode(), "spans": spans}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
