#!/usr/bin/env python3
"""Writes rules/lists/names/origins.tsv: names with the communities of Britain that bear them.

By it a surrogate is chosen like the name that it stands for. Source: the sections of seeds/first_names.txt and
seeds/surnames.txt, own compilation, CC0; no other source is asked. A name that stands in several sections belongs to
the first. Given names of no section are English where first_info.tsv counts them as very common.

The last column says what may be given out: names that are no words, no places, nobody's surname and given name at
once, and long enough to be seen as names. The others tell an origin only.
"""
import pathlib
import re
import unicodedata

SECTIONS = (  # what a section's heading begins with, the origin
    ("English", "english"), ("Welsh", "welsh"), ("Scottish", "scottish"), ("Irish", "irish"),
    ("Pakistani", "muslim"), ("Indian", "indian"), ("Nigerian", "west african"),
    ("Southern and East African", "east african"), ("Caribbean", "caribbean"), ("Polish", "european"),
    ("Chinese", "east asian"), ("Jewish", "jewish"),
)
SHORTEST = 4


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def sections(path):
    """(origin, word) in the file's order."""
    origin = None
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# --- "):
            heading = line[len("# --- "):]
            origin = next((o for begin, o in SECTIONS if heading.startswith(begin)), None)
            if origin is None:
                raise SystemExit("%s: no origin for the section %s" % (path.name, heading))
        elif not line.startswith("#") and origin:
            for word in line.split():
                yield origin, word


def rows(path, column=0):
    return {line.split("\t")[column].lower() for line in path.read_text(encoding="utf8").splitlines()
            if line and not line.startswith("#")}


def main():
    here = pathlib.Path(__file__).parent
    lists = here.parent
    given, family = {}, {}
    for origin, word in sections(here / "seeds/first_names.txt"):
        name, _, gender = plain(word).partition(":")
        given.setdefault(name.lower(), (name, gender or "x", origin))
    for origin, word in sections(here / "seeds/surnames.txt"):
        family.setdefault(plain(word).lower(), (plain(word), "", origin))
    plain_given, plain_family = rows(lists / "names/first.t1.txt"), rows(lists / "names/surname.t1.txt")
    nobody = rows(lists / "words/common.txt") | rows(lists / "words/dictionary.txt") | rows(lists / "places/gb.tsv")
    nobody |= rows(lists / "places/world.tsv") | rows(lists / "places/countries.tsv")
    out = []
    for part, names, fine in (("given", given, plain_given), ("family", family, plain_family - plain_given - set(given))):
        for key, (name, gender, origin) in names.items():
            use = key in fine and key not in nobody and len(key) >= SHORTEST and re.fullmatch("[A-Z][a-z]+", name)
            out.append("\t".join((name, part, gender, origin, "yes" if use else "no")))
    text = "# name\tpart (given, family)\tgender (f, m, x)\torigin\tgiven out\n# sources: CC0-1.0 (own compilation)\n"
    (lists / "names/origins.tsv").write_text(text + "\n".join(sorted(out)) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
