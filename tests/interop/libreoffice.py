"""libreoffice.py PLAIN FOLDER...: for each PLAIN/*.txt, LibreOffice's text of the same transcript in every FOLDER has the same turns.
libreoffice.py --inspected FILE: what `moniker inspect --json` says of a document is the same whatever it was saved as."""
import json
import pathlib
import re
import sys

label = re.compile(r"([A-Z0-9_-]{1,63}): ?(.*)", re.S)


def words(text):
    return " ".join(text.replace("\u00a0", " ").split())


def ours(path):
    """(label, words) of each paragraph. Headings have no label, but in plain text one that looks as if it had: there it is NOTE."""
    turns = []
    spoken = False
    for paragraph in path.read_text("utf-8").split("\n\n"):
        found = label.fullmatch(paragraph.strip("\n"))
        spoken = spoken or bool(found and found[1] != "NOTE")
        if found and (spoken or found[1] != "NOTE"):
            turns.append((found[1], words(found[2])))
        else:
            turns.append(("", words(found[2] if found else paragraph)))
    return turns


def theirs(path, labels):
    """A line that is a label begins a turn; what follows is its words."""
    turns = []
    for line in path.read_text("utf-8-sig").split("\n"):
        if line in labels:
            turns.append([line, ""])
        elif line.strip() and turns and turns[-1][0]:
            turns[-1][1] += " " + line
        elif line.strip():
            turns.append(["", line])
    return [(who, words(text)) for who, text in turns]


def compare(plain, folders):
    count = 0
    for path in sorted(pathlib.Path(plain).glob("*.txt")):
        wanted = ours(path)
        labels = {who for who, _ in wanted if who}
        for folder in folders:
            got = theirs(pathlib.Path(folder) / path.name, labels)
            for number, (one, other) in enumerate(zip(wanted, got)):
                if one != other:
                    sys.exit(f"{folder}/{path.name}: turn {number} differs")
            if len(wanted) != len(got):
                sys.exit(f"{folder}/{path.name}: {len(got)} turns, not {len(wanted)}")
            count += 1
    if not count:
        sys.exit("nothing was compared")
    print(count, "documents say in LibreOffice what the text says")


def inspected(path):
    by_stem = {}
    for one in json.loads(pathlib.Path(path).read_text()):
        facts = [one["turns"], one["words"], one["speakers"], one["parts"]]
        by_stem.setdefault(pathlib.Path(one["file"]).stem, []).append((one["format"], facts))
    for stem, all_of_it in by_stem.items():
        formats = [name for name, _ in all_of_it]
        if sorted(formats) != ["docx", "odt", "rtf"]:
            sys.exit(f"{stem} is there as {formats}")
        for name, facts in all_of_it:
            if facts != all_of_it[0][1]:
                sys.exit(f"{stem}: read from {name} it is another talk than from {formats[0]}")
    print(len(by_stem), "documents are read alike as docx, odt and rtf")


if sys.argv[1] == "--inspected":
    inspected(sys.argv[2])
else:
    compare(sys.argv[1], sys.argv[2:])
