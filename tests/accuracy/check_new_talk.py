#!/usr/bin/env python3
"""Talk that was written before anything was run on it, in seventeen parts: figures, and the floors that they hold.

    check_new_talk.py MONIKER SOURCE [--show] [PART...]

new_talk/PART/ holds excerpts (raw captions among them), identifiers in sentences and decoys, marked as build.py says.
Decoys of a part bear no head word of another, save those of five, eight and nine. Each part's first figures, taken before it was opened, stand in
docs/accuracy.md; by now rules were made on all but the excerpts of six and seven and all of
fifteen and seventeen, which stay closed.
"""
import json
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "new_talk"
KINDS = ("talk", "captions", "identifiers", "decoys")
PASSED_OVER = {"OCCUPATION", "TIME"}
# Share of the letters of identifiers that are covered; of decoys, the share that stays.
FLOORS = json.loads((HERE / "floors.json").read_text()) if (HERE / "floors.json").exists() else {}


def documents(part):
    by_kind = {kind: [] for kind in KINDS}
    for kind in ("excerpts", "identifiers", "decoys"):
        built = subprocess.run([sys.executable, str(HERE / "build.py"), part, kind], capture_output=True, text=True, check=True)
        for line in built.stdout.splitlines():
            one = json.loads(line)
            by_kind["captions" if one["source"].endswith("captions") else "talk" if kind == "excerpts" else kind].append(one)
    return by_kind


def detected(moniker, source, texts):
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    done = subprocess.run([moniker, "detect", "-", "--input", "jsonl", "--output", "jsonl", "--rules", os.path.join(source, "rules")],
                          input=lines, capture_output=True, text=True, check=True)
    answers = {int(one["id"]): one["spans"] for one in map(json.loads, done.stdout.splitlines())}
    return [answers.get(i, []) for i in range(len(texts))]


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def letters(text, span):
    """The places of a span's letters and digits, in bytes."""
    at, places = span["start"], []
    for c in text.encode()[span["start"]:span["end"]].decode():
        if c.isalnum():
            places.append(at)
        at += len(c.encode())
    return places


def interval(pairs):
    """The share over documents, with its 95 % interval by drawing them anew."""
    rng, draws = random.Random(7), []
    for _ in range(400):
        drawn = [pairs[rng.randrange(len(pairs))] for _ in pairs]
        draws.append(sum(a for a, _ in drawn) / max(1, sum(b for _, b in drawn)))
    draws.sort()
    return sum(a for a, _ in pairs) / max(1, sum(b for _, b in pairs)), draws[10], draws[389]


def measure(docs, found, kind, show):
    pairs, hits, told = [], {}, {}
    for doc, spans in zip(docs, found):
        if kind == "decoys":
            touched = [s["label"] for s in spans if s["label"] not in PASSED_OVER and any(overlap(s, d) for d in doc["spans"])]
            pairs.append((not touched, 1))
            if touched and show:
                print("  masked:", ", ".join(touched), "|", doc["text"])
            continue
        covered = {b for s in spans for b in range(s["start"], s["end"])}
        real = [s for s in doc["spans"] if s["type"] != "NONE"]
        places = [letters(doc["text"], s) for s in real]
        pairs.append((sum(p in covered for ps in places for p in ps), sum(map(len, places))))
        for gold in real:
            hit = any(overlap(gold, s) and s["label"] == gold["label"] for s in spans)
            hits.setdefault(gold["label"], []).append(hit)
            if show and not hit:
                print("  %s not as such: %s (%s)" % (gold["label"], gold["surface"], ", ".join(s["label"] for s in spans if overlap(gold, s)) or "left"))
        for s in spans:
            if any(overlap(s, d) for d in doc["spans"] if d["type"] == "NONE"):
                continue
            told.setdefault(s["label"], []).append(any(overlap(s, d) and s["label"] == d["label"] for d in real))
    return pairs, hits, told


def share(of):
    return "%.1f" % (100 * sum(of) / len(of)) if of else "-"


def main():
    moniker, source = sys.argv[1:3]
    show = "--show" in sys.argv
    parts = [a for a in sys.argv[3:] if not a.startswith("--")] or ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
    low = []
    for part in parts:
        for kind, docs in documents(part).items():
            pairs, hits, told = measure(docs, detected(moniker, source, [d["text"] for d in docs]), kind, show)
            figure, least, most = interval(pairs)
            line = "%s, %s: %.1f %% %s (%.1f-%.1f)" % (part, kind, 100 * figure, "stay" if kind == "decoys" else "covered", 100 * least, 100 * most)
            if kind in ("talk", "captions"):
                line += "; PERSON %s / %s, own label LOCATION %s, ORG %s, OCCUPATION %s, NATIONALITY %s" % (
                    share(hits.get("PERSON")), share(told.get("PERSON")), *(share(hits.get(l)) for l in ("LOCATION", "ORG", "OCCUPATION", "NATIONALITY")))
            if figure < FLOORS.get(part, {}).get(kind, 0):
                low.append("%s, %s: below %.3f" % (part, kind, FLOORS[part][kind]))
            print(line)
    print("\n".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
