#!/usr/bin/env python3
"""Writes docs/accuracy.md: one table over all corpora, then every figure of each.

    write_report.py MONIKER SOURCE GOLD.jsonl...
"""
import json
import pathlib
import subprocess
import sys
import tempfile

COLUMNS = ["PERSON", "LOCATION", "ORG", "DATE"]


def name_of(gold):
    path = pathlib.Path(gold)
    return path.parent.name if path.stem == "dev" else path.stem


def evaluated(moniker, rules, gold, *options):
    with tempfile.TemporaryDirectory() as work:
        page = work + "/eval.md"
        done = subprocess.run([moniker, "eval", gold, "--rules", rules, "--json", "--markdown", page, *options],
                              check=True, stdout=subprocess.PIPE)
        return json.loads(done.stdout)[0], open(page).read()


def per_cent(share):
    return "-" if share is None else "%.1f" % (100 * share)


def row(name, evaluation):
    cells = []
    for label in COLUMNS:
        figures = evaluation["labels"].get(label, {}).get("overlap", {})
        cells.append("%s / %s" % (per_cent(figures.get("r")), per_cent(figures.get("p"))) if figures.get("r") is not None else "")
    covered = evaluation["all"]["covered"]
    direct = evaluation["entities"].get("DIRECT", {}).get("recall")
    return "| %s | %s | %s | %s | %.2f |\n" % (name, " | ".join(cells), per_cent(None if covered is None else 1 - covered), per_cent(direct),
                                            evaluation["false_alarms_per_1000_words"])


def table(title, remark, rows):
    head = "| corpus | " + " | ".join(label + " R / P" for label in COLUMNS) + " | left uncovered | DIRECT entities | false alarms per 1,000 words |\n"
    return "## %s\n\n%s\n\n%s|---|%s---:|---:|---:|\n%s\n" % (title, remark, head, "---:|" * len(COLUMNS), "".join(rows))


def person_recall(evaluation):
    return evaluation["labels"].get("PERSON", {}).get("overlap", {}).get("r")


def lower_row(name, cased, lower):
    a, b = person_recall(cased), person_recall(lower)
    if a is None or b is None:
        return ""
    return "| %s | %s | %s | %+.1f |\n" % (name, per_cent(a), per_cent(b), 100 * (b - a))


def main():
    moniker, source, *golds = sys.argv[1:]
    rules = source + "/rules"
    aside, everything, alone, small, pages = [], [], [], [], []
    for gold in golds:
        name = name_of(gold)
        whole, page = evaluated(moniker, rules, gold)
        third, _ = evaluated(moniker, rules, gold, "--part", "aside")
        everything.append(row(name, whole))
        lower, _ = evaluated(moniker, rules, gold, "--small-letters", *(["--part", "aside"] if third["documents"] else []))
        if third["documents"]:
            aside.append(row("%s (%d)" % (name, third["documents"]), third))
            alone.append(row(name, evaluated(moniker, rules, gold, "--part", "aside", "--no-tagger")[0]))
        small.append(lower_row(name, third if third["documents"] else whole, lower))
        pages.append(page.replace(page.splitlines()[0], "## " + name, 1))
    text = open(source + "/docs/accuracy.head.md").read()
    text += table("The third set aside", "Documents that the tagger never saw (`--part aside`; how many in brackets). Rules are no longer made on them, though the "
                  "first ones were measured on all.", aside)
    text += table("All documents", "The tagger was trained on two thirds of these, sample_data excepted: the table above is the honest one.", everything)
    text += table("Without the tagger", "The third set aside again, by rules and lists alone (`--no-tagger`).", alone)
    text += ("## In small letters\n\nThe same documents without any capital (`--small-letters`), as automatic captions are: PERSON, overlap recall.\n\n"
             "| corpus | as written | small letters | difference |\n|---|---:|---:|---:|\n" + "".join(small) + "\n")
    pathlib.Path(source + "/docs/accuracy.md").write_text(text + "".join(pages))


if __name__ == "__main__":
    sys.exit(main())
