#!/usr/bin/env python3
"""Every word of a file is talk, matter, a note or a comment, or left out and told with its number.

    every_word.py READ_WORDS SOURCE

The words of every transcript in the source tree, and of made-up files that hold one of each thing that a reader leaves out,
are counted by a walk over the bytes (words_in_bytes.py) and compared with what the readers say. A word that is missing must be
told; in made-up files the number that is told must be exactly that of the pieces that are missing. The table of
docs/formats.md ("words lost per thousand") must be what comes out.
"""
import pathlib
import re
import sys
import tempfile
from collections import Counter, defaultdict

import delivered
import made_files
from words_in_bytes import bag, words

LEFT_OUT = {"document.hidden_text", "document.deletions", "document.embedded", "table.columns", "annotation.aside",
            "cue.repeated", "text.control_characters"}
FOLDERS = ("sample_data/incoming", "tests/account/delivered", "tests/golden/studies", "tests/accuracy/identity/incoming",
           "tests/fuzz/corpus", "tests/bench/dialogue", "tests/unit")
NO_TALK = ("linkage.csv", "participants.csv", "attributes.csv")
NAMES = re.compile(r"\.(docx|odt|fodt|rtf|xlsx|txt|csv|tsv|srt|vtt|json|jsonl|eaf|textgrid)$", re.I)


def lost(path, account):
    """Words of the file that nobody was told of as said, and how many pieces were told as left out."""
    said = Counter()
    for turn in account["said"]:
        said += bag(turn["text"]) + bag(turn["speaker"])
    missing = words(path) - said
    aside = account["format"] in ("xlsx", "csv")  # there further columns are comments: searched, and said here
    told = sum(issue["count"] for issue in account["told"]
               if issue["issue"] in LEFT_OUT and not (aside and issue["issue"] == "table.columns"))
    return missing, told


def table_of(lost_words):
    """Rounded up: one word of ten thousand is not none."""
    rows = ["| reader | words lost and not told, of a thousand |", "|---|---:|"]
    for name, (whole, untold) in sorted(lost_words.items()):
        rows.append("| %s | %d |" % (name, -(-1000 * untold // max(whole, 1))))
    return rows


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    faults, counts = [], defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as folder:
        made = made_files.make(pathlib.Path(folder))
        found = [p for part in FOLDERS for p in sorted((source / part).rglob("*")) if NAMES.search(p.name) and p.name not in NO_TALK]
        files = [path for path in list(made) + found if words(path)]
        for path, account in zip(files, delivered.read(program, files)):
            if "refused" in account:
                if path in made:
                    faults.append("%s is refused: %s" % (path.name, account["refused"]))
                continue
            missing, told = lost(path, account)
            row = counts[account["format"]]
            row[0] += words(path).total()
            row[1] += 0 if told else missing.total()
            if missing and not told:
                faults.append("%s: %d words lost and not told" % (path.name, missing.total()))
            if path in made and told != made[path]:
                faults.append("%s: %d pieces left out, %d told" % (path.name, made[path], told))
            if path in made and missing.total() != made[path]:
                faults.append("%s: %d words left out, %d missing" % (path.name, made[path], missing.total()))
    rows = table_of(counts)
    page = (source / "docs/formats.md").read_text()
    if "\n".join(rows) not in page:
        faults.append("docs/formats.md does not hold this table:\n" + "\n".join(rows))
    print("\n".join(faults) or "every word of %d files is accounted for" % len(files))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
