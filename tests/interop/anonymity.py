"""Compares each set of columns in reports of `moniker participants --json` with pycanon's measures of the attributes."""
import json
import sys

import pandas
from pycanon import anonymity

table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
people = table[table["id"].str.fullmatch(r"ID\d+")].reset_index(drop=True)
wrong, compared = [], 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    if report["people"] != len(people):
        wrong.append(f"{path}: {report['people']} people, and {len(people)} rows")
    for of in report["published"]:
        k = anonymity.k_anonymity(people, of["columns"])
        compared += 1
        if k != of["k"]:
            wrong.append(f"{path}: k of {of['columns']} is {of['k']} here and {k} there")
        for column, l_here in of["l"].items():
            l_there = anonymity.l_diversity(people, of["columns"], [column])
            compared += 1
            if l_there != l_here:
                wrong.append(f"{path}: l of {column} by {of['columns']} is {l_here} here and {l_there} there")
print("\n".join(wrong) or f"{compared} measures are those of pycanon")
sys.exit(bool(wrong) or not compared)
