#!/usr/bin/env python3
"""Trains the tagger on two documents of the sample study, twice: the models must be the same bytes, load, and find names.

    check_training.py TRAIN_TAGGER MONIKER SOURCE
"""
import os
import shutil
import subprocess
import sys
import tempfile


def main():
    trainer, moniker, source = sys.argv[1:4]
    gold = [os.path.join(source, "sample_data", "gold", name) for name in ("interview-01.jsonl", "focus-group-1.jsonl")]
    with tempfile.TemporaryDirectory() as work:
        rules = os.path.join(work, "rules")
        shutil.copytree(os.path.join(source, "rules"), rules)
        made = []
        for turn in ("one", "two"):
            out = os.path.join(rules, "models", turn)
            subprocess.run([trainer, rules, "en-GB", out] + gold, check=True, stdout=subprocess.DEVNULL)
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
