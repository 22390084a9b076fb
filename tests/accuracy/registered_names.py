#!/usr/bin/env python3
"""Names of the register are found in any form: misspelt, misheard, inflected, hesitated, small, shouted, in part.

    registered_names.py MONIKER SOURCE [--wordy] [SEED...]

Makes the forms of eighty names by rule (a fixed seed), says each in a sentence, and wants every one found. Ordinary words
that are near a name ("late" for Kate) must stay in 98 of 100 sentences. And they go to whom they belong to (to_whom.py),
for every SEED anew: the right ID for nine of ten, nobody else's, and none left in clear.
"""
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata

import to_whom

NAMES = """Siobhan Kelly;Mohammed Iqbal;Zsofia Nagy;Nguyen Thi Lan;Oluwaseun Adeyemi;Mary-Jane O'Neill;Katherine Shaw;Priya Raghunathan
Callum McAllister;Agnieszka Kowalczyk;Bronwen Prytherch;Tariq Mahmood;Chidinma Okonkwo;Fiona Galbraith;Geoffrey Hebblethwaite
Ruaridh Urquhart;Saoirse Gallagher;Harpreet Dhaliwal;Yetunde Balogun;Rosalind Featherstone;Winifred Arkwright;Desmond Braithwaite
Malgorzata Wisniewska;Abdirahman Warsame;Philippa Cholmondeley;Nathaniel Ogunleye;Eleanor Satterthwaite;Cuthbert Entwistle
Marguerite Postlethwaite;Kwabena Asante;Gwenllian Vaughan;Thomasina Ravenscroft;Dmitri Volkov;Ingrid Sorensen;Leila Farahani
Bartholomew Higginbottom;Consuelo Fernandez;Jacqueline Threlfall;Aoife Brannigan;Zainab Hussain;Lakshmi Venkatesan;Orla Fitzgerald
Solomon Tesfaye;Henrietta Wigglesworth;Mustafa Yilmaz;Beatrix Longbottom;Ngozi Eze;Padraig Donnelly;Rajinder Sandhu;Clementine Duckworth""".replace("\n", ";").split(";")

SAID = ["So then {} came round about it.", "I was with {} when they rang.", "They asked {} about the tablets first.", "Well, {} said the same to me."]
GUARD = """I was late for the bus again.|We want to marry in the spring.|I'd like to join the group.|They had to carry me in.|It was a sharp pain in my side.
The kettle was on before I sat down.|I rely on the neighbours a lot.|It's a long walk to the shop.|I get quite chilly at night.|She made a lovely ragout.
It was raining all week.|We were shown the ward.|They show you how to do it.|I had no say in it at all.|There was a fair at the weekend.
It's a fine line, really.|They gave me a tray and a cup.|I'm an early riser.|The alarm went off at six.|We had jelly and ice cream.
Nobody would listen to me.|The fell is steep there.|He was calm as anything.|It needs a good shave.|There were gulls on the roof.
I like a bit of lace on things.|It was only a graze.|They were all in a fizz.|I need a hand with the shopping.|Take it easy, they said.
It was dark and a bit eerie.|I eat well most days.|I was sound asleep.|It was a haze of a day.|We had fish and chips.
My knees were like jelly.|I keep the receipts.|The wall is damp there.|There's a draught in here.|I was sick as a dog.""".replace("\n", "|").split("|")


def plain(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def edits(word, rng):
    """One slip of Damerau-Levenshtein inside the word: where the first letter stays, as writers keep it."""
    at = rng.randrange(2, len(word) - 1)
    letter = rng.choice("aeiourstln")
    yield word[:at] + word[at + 1:]
    yield word[:at] + word[at] + word[at:]
    yield word[:at] + word[at + 1] + word[at] + word[at + 2:] if word[at] != word[at + 1] else word
    yield word[:at] + letter + word[at + 1:]


def misheard(word):
    """As somebody types who heard it and never saw it."""
    for heard, typed in [("ph", "f"), ("ck", "k"), ("th", "t"), ("ie", "ei"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("ee", "ea"), ("y", "i"), ("c", "k")]:
        if heard in word[1:]:
            yield word[0] + word[1:].replace(heard, typed, 1)


def forms(name, rng):
    """Pairs of what kind of form it is and the words as they are said."""
    given, surname = name.split(" ")[0], name.split(" ")[-1]
    for kind, said in [("whole", name), ("given", given), ("surname", "Mr " + surname), ("possessive", given + "'s brother"), ("curly", given + "’s brother"),
                       ("plural", "the " + surname + "s"), ("hesitated", given[:3] + "- " + given), ("shouted", name.upper()), ("small", name.lower()),
                       ("no accents", plain(name)), ("verb", given + "'ll know, I think, and"), ("reversed", surname + ", " + given)]:
        yield kind, said
    for word in (given, surname):
        if len(word) >= 6 and word.isalpha():
            for slip in edits(word, rng):
                yield "slip", slip
            for typed in misheard(word):
                yield "misheard", typed


def study(folder, names):
    with open(os.path.join(folder, "participants.csv"), "w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["number", "name"])
        rows.writerows(["R%03d" % i, name] for i, name in enumerate(names))
    with open(os.path.join(folder, "moniker.yaml"), "w") as out:
        out.write("study: names\nregister:\n  file: participants.csv\n  columns: {number: replace, name: replace}\n")


def detected(moniker, source, folder, texts):
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    done = subprocess.run([moniker, "detect", "-", "--study", folder, "--rules", os.path.join(source, "rules"), "--input", "jsonl", "--output", "jsonl",
                           "--doubtful"], input=lines, capture_output=True, text=True, check=True)
    spans = {int(one["id"]): one["spans"] for one in map(json.loads, done.stdout.splitlines())}
    return [[s for s in spans.get(i, []) if s["label"] == "PERSON"] for i in range(len(texts))]


SEEDS = ["11", "12", "13"]


def go_to_whom(moniker, source, words):
    """Whether every seed's names went where they belong; tells each."""
    seeds = [word for word in words if not word.startswith("--")] or SEEDS
    stands = [to_whom.told(*to_whom.measure(moniker, source, seed, random.Random(seed)), seed, "--wordy" in words) for seed in seeds]
    return all(stands)


def main():
    moniker, source = sys.argv[1:3]
    rng = random.Random(5)
    with open(os.path.join(source, "sample_data", "participants.csv")) as table:
        names = [row["name"] for row in csv.DictReader(table) if len(row["name"].split()) >= 2] + NAMES
    cases = [(kind, said, SAID[i % len(SAID)].format(said)) for name in names for i, (kind, said) in enumerate(forms(name, rng))]
    with tempfile.TemporaryDirectory() as folder:
        study(folder, names)
        found = detected(moniker, source, folder, [text for _, _, text in cases])
        guard = detected(moniker, source, folder, GUARD)
    missed = [(kind, said, text) for (kind, said, text), spans in zip(cases, found) if not spans]
    alarms = [text for text, spans in zip(GUARD, guard) if spans]
    print("%d of %d forms of %d names found; %d of %d ordinary sentences stay" % (len(cases) - len(missed), len(cases), len(names), len(GUARD) - len(alarms), len(GUARD)))
    print("\n".join("missed (%s): %s: %s" % one for one in missed))
    print("\n".join("found: " + text for text in alarms))
    right = go_to_whom(moniker, source, sys.argv[3:])
    return 0 if right and not missed and len(alarms) <= 0.02 * len(GUARD) else 1


if __name__ == "__main__":
    sys.exit(main())
