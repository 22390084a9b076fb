#!/usr/bin/env python3
"""Trains the tagger on two documents of the sample study, twice: the models must be the same bytes, load, and find names.

    check_training.py TRAIN_TAGGER MONIKER SOURCE

Also that a + learns every document of a file, where a third is set apart otherwise, and that a ? leaves out what the annotated
documents doubt of a transcript, where the rules missed names.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile


def runs_of(trainer, source, work, material):
    """How many runs of words were learned from, and how many of them were doubtful."""
    told = subprocess.run([trainer, os.path.join(source, "rules"), "en-GB", "names", os.path.join(work, "tried")] + material, check=True,
                          capture_output=True, text=True).stdout
    counts = re.findall(r"(\d+) runs, (\d+) of them doubtful", told)
    return [sum(int(count[i]) for count in counts) for i in (0, 1)]


def check_marked_files(trainer, source, work, gold):
    document = json.loads(open(gold).readline())
    several, talk = os.path.join(work, "several.jsonl"), os.path.join(work, "talk.txt")
    with open(several, "w") as out:
        out.writelines(json.dumps(dict(document, id=str(i))) + "\n" for i in range(9))
    open(talk, "w").write(document["text"])
    apart, whole = (runs_of(trainer, source, work, [mark + several])[0] for mark in ("", "+"))
    assert 0 < apart < whole, "a + does not learn what is set apart: %d and %d runs" % (apart, whole)
    assumed, judged = (runs_of(trainer, source, work, ["+" + several, mark + talk])[1] for mark in ("", "?"))
    assert assumed == 0 and judged > 0, "a ? leaves nothing out: %d and %d runs" % (assumed, judged)


def main():
    trainer, moniker, source = sys.argv[1:4]
    gold = [os.path.join(source, "sample_data", "gold", name) for name in ("interview-01.jsonl", "focus-group-1.jsonl")]
    with tempfile.TemporaryDirectory() as work:
        rules = os.path.join(work, "rules")
        shutil.copytree(os.path.join(source, "rules"), rules)
        made = []
        for turn in ("one", "two"):
            out = os.path.join(rules, "models", turn)
            subprocess.run([trainer, rules, "en-GB", "names", out] + gold, check=True, stdout=subprocess.DEVNULL)
            made.append([open(out + kind, "rb").read() for kind in (".cased.tsv", ".uncased.tsv")])
        assert made[0] == made[1], "two trainings on the same material differ"
        assert all(len(model) > 1000 for model in made[0]), "next to nothing was learned"
        tagger = os.path.join(rules, "en-GB", "tagger.yaml")
        text = open(tagger).read()
        open(tagger, "w").write(text.replace("model: names", "model: one"))
        talk = os.path.join(work, "talk.txt")
        open(talk, "w").write("P: So I rang Siobhan about it, and she told me.\n")
        found = subprocess.run([moniker, "detect", talk, "--rules", rules, "--output", "jsonl"], check=True, capture_output=True, text=True)
        assert "tagged-person" in found.stdout, "the model that was trained finds no name"
        check_marked_files(trainer, source, work, gold[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
