#!/usr/bin/env python3
"""Puts the heads into the frames: build.py HALF, one JSON line a sentence (HALF: open, aside).

A head stands in one half only, told by its hash; so does a frame. `heads.tsv` was drawn from @faker-js/faker 10.6.0 (MIT): cities, firms,
publishers and airlines, vehicles, breeds, records and books, given names and surnames. Vehicles, breeds and records have to stay, all else is masked
under its label: PERSON, LOCATION, ORG."""
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
LABELS = dict(place="LOCATION", firm="ORG", team="ORG", vehicle="STAY", breed="STAY", record="STAY", person="PERSON")
EACH = 120  # sentences of a kind


def half_of(text):
    return "aside" if hashlib.sha256(text.encode()).digest()[0] % 2 else "open"


def rows(name):
    return [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def sentences(half):
    for kind, label in LABELS.items():
        frames = sorted((f for k, f in rows("frames.txt") if k == kind), key=lambda f: hashlib.sha256(f.encode()).digest())
        frames = frames[len(frames) // 2:] if half == "aside" else frames[:len(frames) // 2]
        heads = [h for k, h in rows("heads.tsv") if k == kind and half_of(h) == half]
        for i in range(min(EACH, len(heads))):
            text = frames[i % len(frames)].replace("{}", heads[i])
            at = len(frames[i % len(frames)].split("{}")[0].encode())
            yield dict(id="%s/%s/%03d" % (half, kind, i), source="frames/" + kind, text=text,
                       spans=[dict(start=at, end=at + len(heads[i].encode()), label=label, surface=heads[i],
                                   type="DIRECT" if label == "PERSON" else "NONE" if label == "STAY" else "QUASI")])


if __name__ == "__main__":
    for one in sentences(sys.argv[1]):
        print(json.dumps(one, ensure_ascii=False))
