#!/usr/bin/env python3
"""What nobody sees changes nothing: invisible characters anywhere inside the names of a generated study leave every
decrypted transcript as it is without them.

    disguised.py MONIKER SOURCE MATERIAL
"""
import pathlib
import random
import re
import sys
import tempfile

from study import Study, compare

UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202a", "\u202c", "\u2066", "\ufe0f",
          "\u034f", "\U000e0061", "&shy;", "&#8203;"]
PEOPLE = [("Rosamund Tichborne", "Ros"), ("Zo\u00eb M\u00fcller", "Zo\u00eb"), ("Delyth Penhale", "Delyth"), ("Anne-Marie O'Mara", "")]
OTHERS = ["Ottoline Threlkeld", "Bartholomew", "Mrs Cunningham", "Dr Patel"]
PLACES = ["Leeds", "Penzance", "Bradford"]
SAID = ["I went to see {p} in {l} with {o}.", "That was {o}'s idea, and {p}'s too.", "{o} rang, then {p} did.", "Well, we live in {l} now.",
        "Ask {p}, or {o}.", "My sister {o} moved to {l} after {p} came."]


def talk(chance):
    speakers = [PEOPLE[0][1], PEOPLE[1][0].split()[0], PEOPLE[2][0].split()[0]]
    for turn in range(40):
        words = " ".join(chance.choice(SAID) for _ in range(2))
        for mark, names in (("{p}", [name for person in PEOPLE for name in person if name]), ("{o}", OTHERS), ("{l}", PLACES)):
            while mark in words:
                words = words.replace(mark, chance.choice(names), 1)
        yield speakers[turn % 3], words


def as_txt(turns):
    return "".join("%s: %s\n\n" % turn for turn in turns)


def as_vtt(turns):
    cues = ("00:%02d:%02d.000 --> 00:%02d:%02d.000\n<v %s>%s\n" % (i // 10, i % 10 * 6, i // 10, i % 10 * 6 + 5, *turn)
            for i, turn in enumerate(turns))
    return "WEBVTT\n\n" + "\n".join(cues)


def disguised(text, chance, marks):
    """Between two letters of a name, anywhere in it, now and then."""
    names = sorted({word for name in [*(n for p in PEOPLE for n in p), *OTHERS, *PLACES] for word in name.split() if len(word) > 2 and word != "Mrs"},
                   key=len, reverse=True)
    pattern = re.compile(r"\b(?:%s)\b" % "|".join(map(re.escape, names)))

    def dressed(match):
        word = match.group()
        out = word[0]
        for before, letter in zip(word, word[1:]):
            inside = before.isalpha() and letter.isalpha() and chance.random() < 0.4
            out += (chance.choice(marks) if inside else "") + letter
        return out
    return pattern.sub(dressed, text)


def outputs(moniker, source, folder, files, keys=None):
    material = pathlib.Path(folder, "material")
    material.mkdir(parents=True)
    (material / "moniker.yaml").write_text(
        "study: disguised\nregister:\n  file: participants.csv\n"
        "  columns: {number: replace, name: replace, aliases: replace, role: drop}\n"
        "roles:\n  Interviewer: {prefix: INT, consent: exempt}\nchecks: {duration: {min: 0, max: 180}, gap: 120}\n"
        "write: [txt, jsonl]\nseal: {recipients: [keys/custodian.pub]}\n", encoding="utf-8")
    (material / "participants.csv").write_text(
        "number,name,aliases,role\n" + "".join("R%d,%s,%s,%s\n" % (i, *person, "Interviewer" if i == 2 else "")
                                               for i, person in enumerate(PEOPLE)), encoding="utf-8")
    study = Study(moniker, source, pathlib.Path(folder, "study"), material, keys=keys)
    for name, text in files.items():
        (study.root / "incoming" / name).write_text(text, encoding="utf-8")
    done = study.run("--quiet")
    assert done.returncode == 0, (done.returncode, done.stderr, study.report())
    return {name: data for name, data in study.outputs().items() if re.match(r"T\d+\.(txt|jsonl)$", name)}


def main():
    moniker, source = sys.argv[1:3]
    chance = random.Random(14)
    turns = [list(talk(chance)) for _ in range(2)]
    plain = {"a.txt": as_txt(turns[0]), "b.vtt": as_vtt(turns[1])}
    with tempfile.TemporaryDirectory() as folder:
        wanted = outputs(moniker, source, pathlib.Path(folder, "plain"), plain)
        assert len(wanted) == 4 and all(wanted.values())
        for round_ in range(3):
            # captions decode what is written as in HTML before anybody looks
            files = {name: disguised(text, chance, UNSEEN if name.endswith("txt") else UNSEEN[:-2]) for name, text in plain.items()}
            assert all(files[name] != plain[name] for name in plain)
            got = outputs(moniker, source, pathlib.Path(folder, str(round_)), files, pathlib.Path(folder, "plain", "study", "keys"))
            compare(wanted, got, "names with invisible characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
