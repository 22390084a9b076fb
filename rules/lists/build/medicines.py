#!/usr/bin/env python3
"""Makes ../allow/medicines.txt: medicines by the names on their boxes that no list of names, places or words has.

    medicines.py drug_ner_dictionary.pkl.bz2      of the PyPI package drug-named-entity-recognition

Of its 107,000 names, those of one word that belong to a medicine with a page of the NHS or of MedlinePlus. The pickle is
read by a reader that builds dictionaries and sets, and nothing else.
"""
import bz2
import io
import pathlib
import pickle
import re
import sys

LISTS = pathlib.Path(__file__).parent.parent


class Plain(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "builtins" and name in ("set", "dict", "list", "frozenset"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(module + "." + name)


def entries(name):
    return {line.split("\t")[0].strip().lower() for line in (LISTS / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def main():
    known = Plain(io.BytesIO(bz2.open(sys.argv[1]).read())).load()
    taken = set()
    for name in ("names/first.t1.txt", "names/first.t2.txt", "names/first.t3.txt", "names/first.rare.txt", "names/surname.t1.txt", "names/surname.t2.txt", "names/surname.t3.txt",
                 "names/surname.rare.txt", "places/gb.tsv", "places/world.tsv", "places/countries.tsv", "places/demonyms.tsv", "words/common.txt", "words/dictionary.txt",
                 "orgs/brands.tsv", "orgs/bodies.tsv", "groups/ethnic_groups.tsv"):
        taken |= entries(name)
    common = {name for name, data in known["drug_canonical_to_data"].items() if data.get("nhs_url") or data.get("medline_plus_id")}
    words = {variant for variant, of in known["drug_variant_to_canonical"].items()
             if re.fullmatch("[a-z]{5,18}", variant) and variant not in taken and common & set(of)}
    head = ["# medicines that are no other word", "# sources: MIT (drug-named-entity-recognition), of DrugBank's open data (CC0-1.0) and public registers"]
    (LISTS / "allow" / "medicines.txt").write_text("\n".join(head + sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
