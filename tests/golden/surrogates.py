#!/usr/bin/env python3
"""The sample study with surrogates and shifted dates passes its own proof; is the same with 1 thread, 8 threads and in
shards; calls nobody by a name of the study; keeps what it called people when more is delivered; and keeps what lies
between two dates of one person.

    surrogates.py MONIKER SOURCE MATERIAL
"""
import csv
import datetime
import json
import pathlib
import re
import sys
import tempfile

from shards import Sharded
from study import Study, compare

OPERATORS = {"PERSON": "surrogate", "LOCATION": "surrogate", "ORG": "surrogate", "DATE": "shift", "PHONE": "surrogate",
             "EMAIL": "surrogate", "POSTCODE": "surrogate", "NHS_NUMBER": "surrogate"}
TITLES = {"mr", "mrs", "ms", "miss", "dr", "doctor", "nurse", "sister", "auntie", "aunt", "uncle", "nan", "the"}
VISIT = """Interviewer: When did it begin?

Will: On the 14th of March 2019, a Thursday. They saw me on 3 April 2019, and again last Tuesday.

Interviewer: So 14/03/2019 was the first time.
"""


def material_with(folder, source, operators):
    folder.mkdir()
    text = (source / "moniker.yaml").read_text()
    for label, operator in operators.items():
        text, found = re.subn(r"(?m)^(  %s:\s+)\w+" % label, r"\g<1>" + operator, text)
        assert found == 1, label
    (folder / "moniker.yaml").write_text(text)
    (folder / "participants.csv").write_bytes((source / "participants.csv").read_bytes())
    return folder


def words(text):
    return {word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > 1} - TITLES


def called(study):
    """What stands for each person: entity -> texts."""
    names = {}
    for name, data in study.outputs().items():
        if not name.endswith(".marked.jsonl"):
            continue
        for line in data.splitlines()[1:]:
            turn = json.loads(line)
            for mark in turn["marks"]:
                if mark["label"] == "PERSON" and mark["entity"]:
                    names.setdefault(mark["entity"], set()).add(turn["text"][mark["begin"]:mark["end"]])
    return names


def people_of(material):
    with open(material / "participants.csv", encoding="utf-8-sig", newline="") as file:
        return {word for row in csv.DictReader(file) for cell in ("name", "aliases") for word in words(row[cell])}


def check_sample(moniker, source, material, folder):
    files = sorted((material / "incoming").iterdir())
    changed = material_with(folder / "material", material, OPERATORS)
    one = Study(moniker, source, folder / "one", changed)
    one.deliver(files)
    assert one.run("--quiet", "--threads", "1").returncode <= 1
    outputs = one.outputs()
    published = [name for name in outputs if re.fullmatch(r"T\d+\.txt", name)]
    assert len(published) == len(files), "the proof took a surrogate for a name: %s" % published

    eight = Study(moniker, source, folder / "eight", changed, keys=one.root / "keys")
    eight.deliver(reversed(files))
    assert eight.run("--quiet", "--threads", "8").returncode <= 1
    compare(outputs, eight.outputs(), "1 thread and 8")
    four = Sharded(moniker, source, folder / "four", changed, keys=one.root / "keys")
    four.deliver(files)
    four.whole(4, order=[3, 1, 4, 2])
    compare(outputs, four.outputs(), "four shards")

    names = called(one)
    invented = {entity: {text for text in texts if not text.startswith("[")} for entity, texts in names.items()}
    assert sum(bool(texts) for texts in invented.values()) > 20, names
    real = people_of(material)
    assert len(real) > 10
    for line in (json.loads(line) for path in (material / "gold").iterdir() for line in open(path, encoding="utf8")):
        for span in line.get("spans", ()):
            if span["label"] == "PERSON":
                real |= words(line["text"].encode()[span["start"]:span["end"]].decode())  # bytes of UTF-8
    for entity, texts in invented.items():
        both = words(" ".join(texts)) & real
        assert not both, "%s is called by a name of the study: %s" % (entity, both)

    # More is delivered: nobody is called otherwise.
    later = Study(moniker, source, folder / "later", changed, keys=one.root / "keys")
    later.deliver(files[:5])
    assert later.run("--quiet").returncode <= 1
    before = called(later)
    later.deliver(files[5:])
    assert later.run("--quiet").returncode <= 1
    after = called(later)
    for entity, texts in before.items():
        kept = {text for text in texts if not text.startswith("[")}
        given = {text.split()[-1] for text in kept if len(text.split()) == 1 and len(text) > 3}
        assert given <= {word for text in after[entity] for word in text.split()}, entity


def check_dates(moniker, source, folder):
    case = pathlib.Path(source, "tests/golden/studies/two-interviews")
    changed = folder / "dates"
    changed.mkdir()
    (changed / "participants.csv").write_bytes((case / "participants.csv").read_bytes())
    text = (case / "moniker.yaml").read_text() + "replace: {PERSON: surrogate, DATE: {operator: shift, most: 300}}\n"
    (changed / "moniker.yaml").write_text(text)
    (changed / "visit.txt").write_text(VISIT)
    study = Study(moniker, source, folder / "shifted", changed)
    study.deliver([changed / "visit.txt"])
    assert study.run("--quiet").returncode <= 1
    said = study.outputs()["T01.txt"].decode()
    day = r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\w+) (\d{4})"
    first, second = (datetime.datetime.strptime(" ".join(d), "%d %B %Y") for d in re.findall(day, said))
    assert (second - first).days == 20, (first, second)
    assert first != datetime.datetime(2019, 3, 14)
    assert first.strftime("%A") == "Thursday" and "a Thursday" in said and "last Tuesday" in said
    assert first.strftime("%d/%m/%Y") in said, "the interviewer's date is not the participant's"


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        check_sample(moniker, source, pathlib.Path(material), pathlib.Path(folder))
        check_dates(moniker, source, pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
