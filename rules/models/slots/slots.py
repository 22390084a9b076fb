#!/usr/bin/env python3
"""Makes talk for training, a sentence a line of JSON, by putting words into frames.txt: slots.py LISTS.

What teaches is the frame: most words are made of syllables and stand in no list, the same for a person as for a make of car; the
others are listed names where another kind of thing is called so (Jackson, Davis). The same lists give the same bytes."""
import json
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).parent
LABELS = dict(person="PERSON", place="LOCATION", firm="ORG", team="ORG", thing=None)
STARTS = "b br c ch cl cr d dr f fl g gr h j k kl l m n p pr qu r s sh sk st t th tr v w y z".split()
MIDDLES = "a e i o u ai ea ei ia oo ou ay ee".split()
ENDS = "b ck d g l ll m n nd ng nt p r rd rn s ss t th x z".split()
EACH = 15  # sentences of a frame


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def made(rng):
    word = rng.choice(STARTS) + rng.choice(MIDDLES)
    for _ in range(rng.choice((0, 1, 1, 2))):
        word += rng.choice(ENDS[:8] + STARTS[:12]) + rng.choice("aeiou")
    return (word + rng.choice(ENDS + ["", "a", "o", "i"])).capitalize()


def heads(lists):
    given = [r[0] for r in rows(lists / "names/first_info.tsv") if r[2] == "a"]
    surname = [r[0] for r in rows(lists / "names/surname.t1.txt")]
    places = [r[0] for r in rows(lists / "places/world.tsv") if " " not in r[0]]
    doubtful = [r[0] for r in rows(lists / "places/world.tsv") if len(r) > 4 and r[4]]
    return given, surname, places, doubtful


def filling(kind, rng, given, surname, places, doubtful):
    sort = rng.random()
    if kind == "person":
        return made(rng) if sort < .4 else rng.choice(given) if sort < .7 else rng.choice(doubtful) if sort < .8 else rng.choice(given) + " " + rng.choice([rng.choice(surname), made(rng)])
    if kind == "place":
        return made(rng) if sort < .35 else rng.choice(doubtful) if sort < .75 else rng.choice(places)
    if kind == "firm":
        pair = [rng.choice([rng.choice(surname), made(rng)]) for _ in range(2)]
        return made(rng) if sort < .65 else " and ".join(pair) if sort < .9 else pair[0]
    if kind == "team":
        return (rng.choice(places) + " " if sort < .6 else "") + made(rng) + "s"
    return made(rng) if sort < .7 else rng.choice([made(rng) + " " + made(rng), rng.choice(surname)])


def main():
    rng = random.Random(11)
    known = heads(pathlib.Path(sys.argv[1]))
    for number, (kind, frame) in enumerate(rows(HERE / "frames.txt")):
        for turn in range(EACH):
            word = filling(kind, rng, *known)
            before = frame.split("{}")[0]
            at, label = len(before.encode()), LABELS[kind]
            spans = [dict(start=at, end=at + len(word.encode()), label=label, type="DIRECT" if kind == "person" else "QUASI")] if label else []
            print(json.dumps(dict(id="slots/%03d/%d" % (number, turn), source="slots", text=frame.replace("{}", word), spans=spans), ensure_ascii=False))


if __name__ == "__main__":
    main()
