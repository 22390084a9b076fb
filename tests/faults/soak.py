#!/usr/bin/env python3
"""Simulated nights of a study, with all that goes wrong: what came of it must be what calm nights would have come to.

    soak.py MONIKER SOURCE SHIM [--minutes M] [--nights N] [--seed S] [--keep FOLDER]

Each study lives for N nights: deliveries come, are corrected, renamed and taken away; the register grows; people decide,
withdraw, and let retention delete; commands are killed, lose power, meet full and dead disks and wrong clocks; two
start at once. After every night nothing may be lost, be there twice or mean somebody else, and the log must begin with
every head that was ever witnessed; at the end a calm study of the same deliveries must say the same. With --minutes
studies follow one another, each with a seed that is printed; --seed and --nights show one again.
"""
import argparse
import collections
import pathlib
import random
import re
import shutil
import sys
import time

import state
from soak_study import Failure, SoakStudy, sum_of
from soak_world import World
from workplace import HERE, Workplace


class Soak:
    def __init__(self, workplace, seed, nights, folder):
        self.dice, self.nights, self.events = random.Random(seed), nights, collections.Counter()
        self.world = World(self.dice)
        self.study = SoakStudy(workplace, folder / "stormy", HERE, self.dice)
        self.workplace, self.folder = workplace, folder
        self.ids, self.numbers, self.words, self.heads = {}, {}, [], 0

    def run(self):
        for night in range(self.nights):
            self.night = night
            self.day()
            self.world.write(self.study.study)
            if self.dice.random() < 0.15:
                self.events["two at once"] += 1
                self.study.two_at_once()
            self.study.stormy("run study --quiet")
            self.look()
        self.compare_with_calm()

    def day(self):
        dice, world = self.dice, self.world
        self.corrected = None
        for _ in range(dice.choice((1, 1, 2, 3) if self.night == 0 else (0, 1, 1, 2))):
            self.events["delivered"] += 1
            world.new_talk()
        for chance, event in ((0.3, self.correct), (0.2, self.rename), (0.15, self.put_away), (0.2, self.bring_back), (0.2, self.edit_register),
                              (0.15, self.decide), (0.06, self.withdraw), (0.08, self.retain), (0.2, self.report), (0.1, self.export)):
            if dice.random() < chance:
                event()

    def some(self, talks):
        talks = [talk for talk in talks if not talk["gone"]]
        return self.dice.choice(talks) if talks else None

    def correct(self):
        talk = self.some(self.world.here())
        if talk and len(talk["turns"]) > 2:
            self.events["corrected"] += 1
            self.corrected = talk
            place = self.dice.randrange(len(talk["turns"]) - len(talk["speakers"]))
            talk["turns"][place] = (talk["turns"][place][0], talk["turns"][place][1] + " Yes.")

    def rename(self):
        """Corrected and renamed in one night it would be another transcript, and a question (duplicate.put_away). One in which
        somebody speaks who withdrew is known to their record by its name, and quarantined under another (speaker.unknown)."""
        talk = self.some(self.world.here())
        if talk and talk is not self.corrected and not talk.get("left") and talk["number"] in self.numbers.values():
            self.events["renamed"] += 1
            stem, kind = talk["file"].rsplit(".", 1)
            talk["file"] = "%s-%d.%s" % (stem.split("-v")[0] + "-v", self.night, kind)

    def put_away(self):
        talk = self.some(self.world.here())
        if talk and talk["number"] in self.numbers.values():
            self.events["put away"] += 1
            talk["here"] = False

    def bring_back(self):
        talk = self.some([talk for talk in self.world.talks if not talk["here"]])
        if talk:
            self.events["brought back"] += 1
            talk["here"] = True

    def edit_register(self):
        if self.dice.random() < 0.5 and self.world.new_person():
            self.events["new person"] += 1
        else:
            person = self.dice.choice(self.world.present())
            if not person["aliases"]:
                self.events["alias"] += 1
                person["aliases"].append("%s the %s" % (person["name"].split()[0], self.dice.choice(("Elder", "Younger"))))

    def decide(self):
        word = self.dice.choice(("staircase", "shopping", "winter", "frame"))
        if self.night and word not in self.words:
            self.events["decided"] += 1
            self.study.stormy("decide study replace %s --label OTHER --by Ann" % word)
            self.words.append(word)

    def withdraw(self):
        known = [person for person in self.world.present() if self.ids.get(person["name"], "").startswith("ID")]
        if len(known) < 3 or self.events["withdrawn"] >= 2:
            return
        self.events["withdrawn"] += 1
        person = self.dice.choice(known)
        self.world.write(self.study.study)
        self.study.stormy("run study --quiet")
        self.study.stormy("withdraw study %s --yes" % self.ids[person["name"]], whole=(2,))
        person["withdrawn"] = True
        for talk in self.world.talks:
            if person["name"] not in talk["speakers"]:
                continue
            if talk["speakers"] == [person["name"]] or not talk["here"]:
                talk["gone"] = True
            talk["speakers"], talk["left"] = [name for name in talk["speakers"] if name != person["name"]], True

    def retain(self):
        if self.night < 3:
            return
        self.events["retained"] += 1
        self.study.stormy("retention study --apply --as-of 2039-01-01")
        left = {path.name for path in (self.study.study / "incoming").iterdir()}
        for talk in self.world.here():
            if talk["number"] in self.numbers.values() and talk["file"] not in left:
                talk["here"] = False

    def report(self):
        if self.night:
            self.study.stormy("report study")

    def export(self):
        if self.night:
            package = "packages/%d" % self.night
            (self.study.folder / "packages").mkdir(exist_ok=True)
            self.study.stormy("export nvivo study -i usb/custodian.key -o %s" % package, whole=(2,))
            if not (self.study.folder / package / "README.txt").exists():
                raise Failure("an export that went well is not there")
            shutil.rmtree(self.study.folder / "packages")

    # ---- what must be so after every night ----
    def look(self):
        self.look_at_people()
        self.look_at_transcripts()
        self.look_at_log()
        left = [found for found in state.left_over(self.study.folder, {"command": "run study"}) if "incoming" not in found]
        if left:
            raise Failure("left: %s" % left[:3])

    def look_at_people(self):
        now = participants(self.study)
        for name, pseudonym in now.items():
            if self.ids.setdefault(name, pseudonym) != pseudonym:
                raise Failure("%s was %s and is %s" % (name, self.ids[name], pseudonym))
        twice = [pseudonym for pseudonym, count in collections.Counter(self.ids.values()).items() if count > 1]
        if twice:
            raise Failure("%s means two people" % twice)

    def look_at_transcripts(self):
        now = {name: number for name, (number, _) in self.study.transcripts().items()}
        for name, number in now.items():
            if self.numbers.setdefault(name, number) != number:
                raise Failure("%s was talk %d and is talk %d" % (name, self.numbers[name], number))
        counts = collections.Counter(now.values())
        for talk in self.world.talks:
            if counts[talk["number"]] > 1:
                raise Failure("talk %d is there twice" % talk["number"])
            known = talk["number"] in self.numbers.values()
            if talk["gone"] and counts[talk["number"]]:
                raise Failure("talk %d of somebody who withdrew is there" % talk["number"])
            if not talk["gone"] and (talk["here"] or known) and not counts[talk["number"]]:
                raise Failure("talk %d is lost" % talk["number"])

    def look_at_log(self):
        self.study.calm("audit cosign study --key usb/signing.key -o vault/heads", (0,))
        self.study.calm("audit verify study --since vault/heads --cosigner usb/signing.pub", (0,))
        self.study.calm("audit verify study --since elsewhere/heads", (0,))
        kept = self.study.folder / "vault"
        if self.heads:
            earlier = self.dice.randrange(self.heads)
            self.study.calm("audit consistency study vault/checkpoint-%d -o vault/grown" % earlier, (0,))
            self.study.calm("audit verify-proof vault/grown -p study/keys/signing.pub", (0,))
            (kept / "grown").unlink()
        shutil.copy(self.study.study / "audit" / "checkpoint", kept / ("checkpoint-%d" % self.heads))
        self.heads += 1

    # ---- and at the end ----
    def compare_with_calm(self):
        calm = SoakStudy(self.workplace, self.folder / "calm", HERE, keys=self.study.folder)
        for talk in self.world.talks:
            talk["here"] = not talk["gone"] and talk["number"] in self.numbers.values()
        for place in (self.study, calm):
            self.world.write(place.study)
        self.study.calm("run study --quiet")
        calm.calm("run study --quiet")
        for word in self.words:
            calm.calm("decide study replace %s --label OTHER --by Ann" % word)
        calm.calm("run study --quiet")
        one, other = meant(self.study), meant(calm)
        spoiled = {talk["number"] for talk in self.world.talks if talk["gone"]}
        for number in sorted(set(one) | set(other)):
            if number not in spoiled and one.get(number) != other.get(number) and not self.events["withdrawn"]:
                raise Failure("talk %d reads otherwise in a calm study:\n%s\n---\n%s" % (number, one.get(number), other.get(number)))


def participants(study):
    """Name of the register -> ID."""
    return {row["name"]: row["pseudonym"] for row in study.linkage() if row["name"] and re.fullmatch(r"(ID|INT)\d+", row["pseudonym"])}


def meant(study):
    """Number of the talk -> its text, with names of the linkage table for participants' pseudonyms and kinds for the others,
    and without its number as a transcript, which goes by the night it came."""
    names = {pseudonym: name for name, pseudonym in participants(study).items()}
    texts = {}
    for number, text in study.transcripts().values():
        text = re.sub(r"\b(?:ID|INT)\d+\b", lambda found: names.get(found.group(), found.group()), text)
        texts[number] = re.sub(r"\b(?:([A-Z_]+)_|(T))\d+\b", r"\1\2", text)
    return texts


def one_study(workplace, seed, nights, keep):
    folder = workplace.top / ("soak-%d" % seed)
    soak = Soak(workplace, seed, nights, folder)
    try:
        soak.run()
        return True, soak
    except Failure as failure:
        print("WRONG seed %d, night %d: %s\n  again: scripts/soak --seed %d --nights %d" % (seed, soak.night, failure, seed, nights), flush=True)
        if keep:
            shutil.copytree(folder, keep / ("soak-%d" % seed), dirs_exist_ok=True, symlinks=True)
        return False, soak
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("moniker", "source", "shim"):
        parser.add_argument(name)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--nights", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path)
    given = parser.parse_args()
    workplace, began = Workplace(given.moniker, given.source, given.shim), time.monotonic()
    studies = nights = wrong = 0
    events, faults = collections.Counter(), collections.Counter()
    try:
        while not studies or (given.minutes and time.monotonic() - began < given.minutes * 60):
            seed = sum_of(given.seed, studies) if given.minutes else given.seed
            print("seed %d" % seed, flush=True)
            good, soak = one_study(workplace, seed, given.nights, given.keep)
            studies, nights, wrong = studies + 1, nights + soak.night + 1, wrong + (not good)
            events += soak.events
            faults += collections.Counter(soak.study.faults)
    finally:
        workplace.close()
    for what, counts in (("events", events), ("faults", faults)):
        print("%s: %s" % (what, ", ".join("%s %d" % pair for pair in sorted(counts.items()))))
    print("%d studies, %d nights, %.0f s, %d wrong" % (studies, nights, time.monotonic() - began, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
