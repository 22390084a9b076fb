#!/usr/bin/env python3
"""Writes rules/lists/places/welsh.tsv: Welsh places in every form that the words before them give them.

Initial consonants change after prepositions (o Gaerdydd, yng Nghaerdydd, a Chaerdydd): soft, nasal and aspirate
mutation, as every grammar of Welsh has them. Source of the places: seeds/welsh_places.txt, own compilation, CC0.
"""
import pathlib

SOFT = {"ll": "l", "rh": "r", "c": "g", "p": "b", "t": "d", "g": "", "b": "f", "d": "dd", "m": "f"}
NASAL = {"c": "ngh", "p": "mh", "t": "nh", "g": "ng", "b": "m", "d": "n"}
ASPIRATE = {"c": "ch", "p": "ph", "t": "th"}
WHOLE = ("ch", "ph", "th", "dd", "ff", "ng")   # letters of their own, which do not change


def mutated(place, table):
    low = place.lower()
    if low.startswith(WHOLE):
        return None
    for begin in sorted(table, key=len, reverse=True):
        if low.startswith(begin):
            form = table[begin] + place[len(begin):]
            return form[:1].upper() + form[1:]
    return None


def main():
    here = pathlib.Path(__file__).parent
    places = [p.strip() for p in (here / "seeds/welsh_places.txt").read_text().replace("\n", ",").split(",") if p.strip()]
    rows = set()
    for place in places:
        for form in (place, mutated(place, SOFT), mutated(place, NASAL), mutated(place, ASPIRATE)):
            if form and len(form) > 3:
                rows.add("%s\t%s" % (form, place))
    out = here.parent / "places/welsh.tsv"
    out.write_text("# form\tplace\n# sources: CC0-1.0 (own compilation)\n" + "\n".join(sorted(rows)) + "\n")


if __name__ == "__main__":
    main()
