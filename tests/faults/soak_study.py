"""A study in a soak: its commands are hit now and then, and after each night it is looked at from outside."""
import csv
import io
import json
import re
import shutil
import subprocess
import zlib

import disk
from workplace import complaint_of

HITS = ("kill", "torn", "power", "mixed", "eio", "enospc", "full", "dead", "readonly", "eintr", "short")
DAY = 24 * 3600
UNDER = ("study", "elsewhere")


class Failure(Exception):
    pass


class SoakStudy:
    def __init__(self, workplace, folder, source, dice=None, keys=None):
        self.workplace, self.folder, self.dice, self.study, self.faults = workplace, folder, dice, folder / "study", {}
        for name in ("usb", "elsewhere", "vault"):
            (folder / name).mkdir(parents=True, mode=0o700)
        self.calm("init study", (0,))
        shutil.copy(source / "soak.yaml", self.study / "moniker.yaml")
        if keys:
            shutil.copytree(keys / "study" / "keys", self.study / "keys", dirs_exist_ok=True)
            shutil.copytree(keys / "usb", folder / "usb", dirs_exist_ok=True)
        else:
            self.calm("keygen study --custodian usb/custodian.key", (0,))
            self.calm("keygen -o usb --only signing", (0,))

    def calm(self, words, statuses=(0, 1), clock=0):
        done = self.workplace.faulty(words, self.folder, UNDER, clock=clock)
        if done.returncode not in statuses:
            raise Failure("`%s` ends with %d: %s" % (words, done.returncode, complaint_of(done, self.folder) or done.stderr.decode()[-300:]))
        return done

    def stormy(self, words, whole=()):
        """The command is hit or not, by the dice, and given again until it is done. `whole`: "it is done already"."""
        clock = self.dice.choice((0, 0, self.dice.randint(-400, 400) * DAY))
        for _ in range(self.dice.choice((0, 0, 1, 1, 2))):
            mode, at = self.dice.choice(HITS), self.dice.randint(1, 260)
            self.faults[mode] = self.faults.get(mode, 0) + 1
            if mode in ("power", "mixed"):
                self.cut_power(words, at, mode, clock)
                continue
            done = self.workplace.faulty(words, self.folder, UNDER, at=at, mode=mode, clock=clock)
            if done.returncode in (0, 1):
                return
            if done.returncode not in (-9, 3) + tuple(whole):
                raise Failure("`%s` hit by %s at %d ends with %d: %s" % (words, mode, at, done.returncode, complaint_of(done, self.folder)))
        self.calm(words, (0, 1) + tuple(whole), clock)

    def cut_power(self, words, at, mode, clock):
        roots = [(self.folder / name).resolve() for name in UNDER]
        before, trace = disk.Disk(roots), self.folder / "trace"
        self.workplace.faulty(words, self.folder, UNDER, trace=trace, clock=clock)
        changes = disk.read_trace(trace) if trace.exists() else []
        trace.unlink(missing_ok=True)
        last = max((change[0] for change in changes), default=0)
        disk.at_power_cut(before, changes, 1 + at % (last + 1), self.dice if mode == "mixed" else None)
        for root in roots:
            shutil.rmtree(root)
        before.write_safe({root: root for root in roots})

    def two_at_once(self):
        words = [self.workplace.moniker, "run", "study", "--quiet"]
        both = [subprocess.Popen(words, cwd=self.folder, env=self.workplace.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL) for _ in range(2)]
        statuses = [one.wait(timeout=300) for one in both]
        if min(statuses) > 1 or not set(statuses) <= {0, 1, 5}:   # 5: the other one was at work
            raise Failure("two runs at once end with %s" % statuses)

    def opened(self, name):
        return self.calm(["decrypt", str(self.study / name), "-i", "usb/custodian.key"], (0,)).stdout.decode()

    def linkage(self):
        return list(csv.DictReader(io.StringIO(self.opened("linkage/linkage.csv.age"))))

    def transcripts(self):
        """T03 -> (the number of the talk, its text), by the words that every talk has."""
        found = {}
        for path in sorted((self.study / "out").glob("T*.txt.age")):
            text = self.opened("out/" + path.name)
            numbers = set(re.findall(r"talk (\d+)", text))
            if len(numbers) != 1:
                raise Failure("%s holds the talks %s" % (path.name, sorted(numbers)))
            found[path.name[:-8]] = int(numbers.pop()), text
        return found

    def log(self):
        return [json.loads(line) for line in (self.study / "audit/audit.jsonl").read_text().splitlines()]


def sum_of(seed, number):
    """A seed for the Nth of something, the same on every machine."""
    return zlib.crc32(b"%d %d" % (seed, number))
