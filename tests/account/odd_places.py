#!/usr/bin/env python3
"""Words in unusual places of made-up files of every format:

    odd_places.py READ_WORDS

Each file holds talk, words vis... that a reader of the document sees, and words zqx... that nobody sees or that moniker does not
read. Every vis... must be said once, no zqx... may be said, and each must be told: the number beside the file.
"""
import pathlib
import re
import sys
import tempfile

import delivered
import odd_documents
import odd_sheets

TOLD = {"document.hidden_text", "document.deletions", "document.embedded", "annotation.aside"}


def faults(name, account, told):
    if "refused" in account:
        return ["%s is refused: %s" % (name, account["refused"])]
    said = " ".join(turn["speaker"] + " " + turn["text"] for turn in account["said"])
    left = sum(issue["count"] for issue in account["told"] if issue["issue"] in TOLD)
    out = ["%s: %s is said" % (name, word) for word in re.findall(r"zqx\w*", said)]
    return out + (["%s: %d told, and %d left out" % (name, left, told)] if left != told else []), said


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        made = {}
        for maker in (odd_documents, odd_sheets):
            made.update(maker.make(pathlib.Path(folder)))
        for path, account in zip(made, delivered.read(sys.argv[1], list(made))):
            told, seen = made[path]
            found = faults(path.name, account, told)
            if isinstance(found, list):
                wrong += found
                continue
            wrong += found[0]
            words = re.findall(r"vis[a-z]*", found[1])
            if sorted(words) != sorted(seen):
                wrong.append("%s: said are %s, and should be %s" % (path.name, sorted(words), sorted(seen)))
    print("\n".join(wrong) or "every word of %d odd files is accounted for" % len(made))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
