#!/usr/bin/env python3
"""Measures detection on annotated documents and holds the figures to their floors, which may only rise.

    check_floors.py MONIKER SOURCE FLOORS.json
"""
import json
import os
import subprocess
import sys
import tempfile


def figure(evaluation, path):
    for part in path.split("."):
        evaluation = evaluation[part]
    return evaluation


def main():
    moniker, source, floors = sys.argv[1:4]
    env = dict(os.environ, MONIKER_RULES=os.path.join(source, "rules"))
    low = []
    for corpus, wanted in json.load(open(floors)).items():
        folder = os.path.join(source, corpus)
        gold = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".jsonl"))
        with tempfile.TemporaryDirectory() as work:
            joined, out = os.path.join(work, "gold.jsonl"), os.path.join(work, "eval.json")
            with open(joined, "w") as all_gold:
                all_gold.writelines(open(name).read() for name in gold)
            subprocess.run([moniker, "eval", joined, "--json", out], env=env, check=True, stdout=subprocess.DEVNULL)
            evaluation = json.load(open(out))[0]
        for path, floor in wanted.items():
            got = figure(evaluation, path)
            print("%-14s %-32s %.3f (floor %.3f)" % (corpus, path, got, floor))
            if got < floor:
                low.append(path)
    if low:
        print("fallen below the floor: " + ", ".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
