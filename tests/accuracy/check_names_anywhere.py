#!/usr/bin/env python3
"""A titled name, a full name and a given name are found whatever ordinary word stands before or behind them.

    check_names_anywhere.py MONIKER SOURCE [--show]

A keep rule protects what looks like a name by its frame ("watched Love Actually", "the Hamilton score"); one that is too wide
leaves a person in the text. So every sixth common word, and every given name that is common and a thing's name too, is put
beside people. Each sentence is a document, so that nothing teaches. Of a full name before a scale's word ("Jane Murphy index") nobody
can tell; those are the few that may be missed.
"""
import pathlib
import sys

from check_new_talk import detected

moniker, source = sys.argv[1], pathlib.Path(sys.argv[2])
words = [line for line in (source / "rules/lists/words/common.txt").read_text(encoding="utf-8").splitlines() if line.isalpha() and len(line) > 1][::6]
beside = [("Okafor", "So then we {} Mrs Okafor in the morning."), ("Jane Murphy", "I {} Jane Murphy at home."),
          ("Pocock", "It was the {} Mr Pocock had, I think."), ("Okafor", "Mrs Okafor {} it after that."),
          ("Jane Murphy", "She went with Jane Murphy {} there."), ("okafor", "so then we {} mrs okafor in the morning and")]
given = ["My sister {} rang me on Monday.", "I went with {} to the clinic.", "When {} came in she was crying.", "It was {} who told me, not him."]
most_missed = 0.002


def column(name, i=0):
    lines = (source / "rules/lists" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[i] for line in lines if line and not line.startswith("#")]


def missed(sentences):
    for (name, text), spans in zip(sentences, detected(moniker, source, [text for _, text in sentences])):
        begin = text.index(name)
        covered = {at for span in spans for at in range(span["start"], span["end"])}
        if any(at not in covered for at in range(begin, begin + len(name)) if text[at].isalpha()):
            yield text


things = set(column("allow/things.tsv")) | set(column("allow/public_figures.txt"))
names = [name for name in column("names/first.t1.txt") if name in things and name.isascii()]
low = False
for what, sentences in (("words beside names", [(name, text.format(word)) for word in words for name, text in beside]),
                        ("names of people and things", [(name, text.format(name)) for name in names for text in given])):
    lost = list(missed(sentences))
    share = len(lost) / len(sentences)
    print("%s: %d of %d missed (%.2f %%)" % (what, len(lost), len(sentences), 100 * share))
    if "--show" in sys.argv:
        print("\n".join(lost))
    low = low or share > (most_missed if what.startswith("words") else 0.03)
sys.exit(1 if low else 0)
