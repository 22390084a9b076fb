#!/usr/bin/env python3
"""Turns the marked talk of a part into gold records: build.py PART KIND, one JSON line a document.

{P Sue} marks a span; the letter is its label. In decoys.txt {Likert} marks what has to stay as it is (label STAY)."""
import json, pathlib, re, sys

LABELS = dict(P="PERSON", L="LOCATION", O="ORG", D="DATE", A="AGE", J="OCCUPATION", N="NATIONALITY", I="ID",
              T="PHONE", E="EMAIL", U="URL", C="POSTCODE", H="NHS_NUMBER", X="OTHER")
DIRECT = {"PERSON", "PHONE", "EMAIL", "ID", "NHS_NUMBER", "POSTCODE"}
# Titles and articles are no part of what is masked.
NOTHING = re.compile("")
ARTICLE = re.compile("(?:the )?", re.I)
TITLE = re.compile(r"(?:the |(?:mr|mrs|ms|miss|dr|doctor|prof|professor|father|sister|judge|rev|councillor|mister|missus)\.? )?", re.I)
UNPARTED = dict(PERSON=TITLE, ORG=ARTICLE, LOCATION=ARTICLE, DATE=ARTICLE)
HERE = pathlib.Path(__file__).parent


def read(marked, decoy):
    text, spans, at = "", [], 0
    for m in re.finditer(r"\{(?:([A-Z]) )?([^{}]*)\}" if not decoy else r"\{()([^{}]*)\}", marked):
        text += marked[at:m.start()]
        label = "STAY" if decoy else LABELS[m.group(1)]
        before = UNPARTED.get(label, NOTHING).match(m.group(2)).group()
        start = len((text + before).encode())
        text += m.group(2)
        spans.append(dict(start=start, end=len(text.encode()), label=label,
                          type="NONE" if label in ("STAY", "OTHER") else "DIRECT" if label in DIRECT else "QUASI",
                          surface=m.group(2)[len(before):]))
        at = m.end()
    return text + marked[at:], spans


def excerpts(body):
    """The pieces of a file of excerpts, which begin with `## NN title`, as (head, marked text)."""
    pieces = [piece.split("\n", 1) for piece in re.split(r"^## ", body, flags=re.M)[1:]]
    return [(head, rest.strip()) for head, rest in pieces]


def lines(body):
    """The lines of a file of sentences, numbered, as (head, marked text)."""
    return [("%03d" % n, line) for n, line in enumerate(body.splitlines(), 1) if line.strip()]


def record(whose, kind, head, marked):
    text, spans = read(marked, kind == "decoys")
    return dict(id="%s/%s/%s" % (whose, kind, head.split()[0]), source="new_talk/" + ("captions" if "captions" in head else kind),
                text=text, spans=spans)


def records(part, kind):
    name = {"excerpts": "excerpts.marked", "identifiers": "identifiers.marked", "decoys": "decoys.txt"}[kind]
    body = (HERE / part / name).read_text(encoding="utf-8")
    for head, marked in (excerpts if kind == "excerpts" else lines)(body):
        yield record(part, kind, head, marked)


if __name__ == "__main__":
    for r in records(*sys.argv[1:3]):
        print(json.dumps(r, ensure_ascii=False))
