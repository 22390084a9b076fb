#!/usr/bin/env python3
"""Measures detection on annotated documents and holds the figures to their floors, which may only rise.

    check_floors.py MONIKER SOURCE [--raise] [CORPUS=GOLD.jsonl...]

Without a CORPUS, those of floors.yaml that are folders of the repository. A corpus that floors.yaml does not name yet is
held to nothing; --raise gives it floors.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import yaml

FLOORS = pathlib.Path(__file__).with_name("floors.yaml")
OPTIONS = {"tests/accuracy/cy": ["--language", "en-GB", "--language", "cy"]}
MARGIN = 0.01      # below what was measured, so that a floor does not fall with one document
WATCHED = ["labels.PERSON.overlap.r", "labels.PERSON.overlap.p", "labels.LOCATION.any_label_r", "labels.ORG.any_label_r",
           "labels.DATE.overlap.r", "labels.PHONE.overlap.r", "labels.EMAIL.overlap.r", "labels.POSTCODE.overlap.r",
           "labels.ID.any_label_r", "labels.NHS_NUMBER.any_label_r", "labels.AGE.overlap.r", "labels.OCCUPATION.overlap.r",
           "labels.OCCUPATION.overlap.p", "all.overlap.r", "all.overlap.p", "all.covered", "entities.DIRECT.recall"]
FEWEST = 5         # gold spans of a label, for a floor to mean anything


def figure(evaluation, path):
    for part in path.split("."):
        evaluation = evaluation.get(part) if evaluation else None
    return evaluation


def enough(evaluation, path):
    parts = path.split(".")
    return parts[0] != "labels" or figure(evaluation, "labels.%s.gold" % parts[1]) and figure(evaluation, "labels.%s.gold" % parts[1]) >= FEWEST


def measured(moniker, source, corpus, gold):
    env = dict(os.environ, MONIKER_RULES=os.path.join(source, "rules"))
    with tempfile.TemporaryDirectory() as work:
        joined = os.path.join(work, "gold.jsonl")
        with open(joined, "w") as all_gold:
            all_gold.writelines(open(name).read() for name in gold)
        done = subprocess.run([moniker, "eval", joined, "--json"] + OPTIONS.get(corpus, []), env=env, check=True, stdout=subprocess.PIPE)
        return json.loads(done.stdout)[0]


def gold_of(corpus, source):
    folder = os.path.join(source, corpus)
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".jsonl"))


def raised(floors, evaluation):
    for path in WATCHED:
        got = figure(evaluation, path)
        if got is not None and enough(evaluation, path):
            floors[path] = max(floors.get(path, 0), round(got - MARGIN, 3) if got < 1 else 1.0)
    return floors


def write(floors):
    remarks = [line for line in FLOORS.read_text().splitlines(True) if line.startswith("#")]
    FLOORS.write_text("".join(remarks) + yaml.safe_dump(floors, sort_keys=True))


def main():
    moniker, source, *rest = sys.argv[1:]
    floors = yaml.safe_load(FLOORS.read_text()) or {}
    corpora = dict(arg.split("=", 1) for arg in rest if "=" in arg)
    golds = {name: [gold] for name, gold in corpora.items()} or {
        name: gold_of(name, source) for name in floors if os.path.isdir(os.path.join(source, name))}
    assert golds, "floors.yaml names no folder of the repository"
    low = []
    for corpus, gold in golds.items():
        evaluation = measured(moniker, source, corpus, gold)
        for path, floor in sorted(floors.get(corpus, {}).items()):
            got = figure(evaluation, path) or 0
            print("%-18s %-30s %.3f (floor %.3f)" % (corpus, path, got, floor))
            if got < floor:
                low.append("%s %s" % (corpus, path))
        if "--raise" in rest:
            floors[corpus] = raised(floors.get(corpus, {}), evaluation)
    if "--raise" in rest:
        write(floors)
    if low:
        print("fallen below the floor: " + ", ".join(low))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
