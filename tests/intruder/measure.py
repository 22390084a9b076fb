#!/usr/bin/env python3
"""Counts what `moniker intrude` says of the sample study and of the golden studies, as they are and with names kept on purpose.

measure.py MONIKER SOURCE [--write]. The table stands in docs/intrude.md, between two comments; a run that counts otherwise fails,
and --write puts the new one there.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

begin, end = "<!-- measured -->", "<!-- end of what is measured -->"
people = ("Okafor Tunde Dorothy Nasreen Callum Wojcik Agnieszka Parveen Sheila Derek Doris Yusuf Janet Aisha Winston").split()
places = "Headingley Harehills Hunslet Kirkstall Roundhay Pudsey Ilkley Skipton Castleford Hallowby".split()


class Studies:
    def __init__(self, moniker, source, folder):
        self.moniker, self.source, self.folder = moniker, source, folder
        self.environment = dict(os.environ, MONIKER_RULES=str(source / "rules"))

    def call(self, *arguments):
        done = subprocess.run([self.moniker, *map(str, arguments)], capture_output=True, text=True, env=self.environment)
        if done.returncode > 1:
            raise SystemExit("%s: %s" % (" ".join(map(str, arguments)), done.stderr))
        return done.stdout

    def attacked(self, name, origin, incoming, kept=(), settings=()):
        """A study run from its sources, and what intrude says of it."""
        study = self.folder / name
        self.call("init", study)
        for file in ("moniker.yaml", "participants.csv"):
            shutil.copy(origin / file, study / file)
        for was, now in settings:
            text = (study / "moniker.yaml").read_text()
            assert was in text, was
            (study / "moniker.yaml").write_text(text.replace(was, now))
        shutil.copytree(incoming, study / "incoming", dirs_exist_ok=True)
        (study / "keep.txt").write_text("".join(word + "\n" for word in kept))
        self.call("keygen", study)
        # Surrogates and shifted dates are drawn by the study's key: with another the figures would be others.
        (study / "keys/study.key").write_text("MONIKER-STUDY-KEY-1 " + "5a" * 32 + "\n")
        self.call("run", study, "-q")
        return json.loads(self.call("intrude", study, "-i", study / "keys/custodian.key", "--json", "--all", "--show-text"))


def row(name, told):
    by_risk = [sum(attack[risk] for attack in told["attacks"]) for risk in ("high", "medium", "low")]
    above = ", ".join("%s %d" % (attack["attack"], attack["high"] + attack["medium"])
                      for attack in told["attacks"] if attack["high"] + attack["medium"])
    return "| %s | %s | %d | %d | %d | %s |" % (name, format(told["words"], ","), *by_risk, above or "-")


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words_told(told, least):
    return {word for one in told["suspicions"] if one["risk"] in least for word in plain(one["words"] or "").split()}


def kept_row(what, kept, told):
    above, all_of_it = words_told(told, ("high", "medium")), words_told(told, ("high", "medium", "low"))
    return "| %s | %d | %d | %d |" % (what, len(kept), sum(w in above for w in kept), sum(w in all_of_it for w in kept))


def measured(studies):
    source = studies.source
    lines = ["| study | words | high | medium | low | above low |", "|---|---:|---:|---:|---:|---|"]
    lines.append(row("sample study", studies.attacked("sample", source / "sample_data", source / "sample_data/incoming")))
    lines.append(row("with surrogates and shifted dates", studies.attacked(
        "surrogates", source / "sample_data", source / "sample_data/incoming",
        settings=[("PERSON: pseudonym", "PERSON: surrogate"), ("DATE: generalise", "DATE: shift")])))
    for golden in sorted((source / "tests/golden/studies").iterdir()):
        lines.append(row("golden " + golden.name, studies.attacked(golden.name, golden, golden / "incoming")))
    told = studies.attacked("kept", source / "sample_data", source / "sample_data/incoming", people + places)
    lines += ["", "| kept on purpose in the sample study | names | above low | at all |", "|---|---:|---:|---:|",
              kept_row("people that the register does not know", people, told), kept_row("suburbs, villages and towns", places, told)]
    return "\n".join(lines)


def main():
    source = pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        table = measured(Studies(sys.argv[1], source, pathlib.Path(folder)))
    print(table)
    page = source / "docs/intrude.md"
    text = page.read_text()
    wanted = text[:text.index(begin)] + begin + "\n" + table + "\n" + text[text.index(end):]
    if "--write" in sys.argv:
        page.write_text(wanted)
        return 0
    if wanted != text:
        print("docs/intrude.md has another table: measure.py MONIKER SOURCE --write")
    return int(wanted != text)


if __name__ == "__main__":
    sys.exit(main())
