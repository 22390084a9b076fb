"""One fault: a command is hit at one call, and given again; is what is left what an undisturbed one leaves?"""
import collections
import copy
import json
import random
import shutil
import subprocess
import threading

import disk
import state
from workplace import complaint_of, text_of

DYING = ("kill", "torn")                       # the process is killed where it stands
POWER = ("power", "mixed")                     # the machine stops: what lies there is told by the trace
PASSING = ("eintr", "short")                   # nothing is wrong: the command must go on as if nothing had been
REFUSED = ("eio", "enospc", "quota", "full", "readonly", "dead")
MODES = DYING + POWER + PASSING + REFUSED
DISK_STATUS = 3

Result = collections.namedtuple("Result", "scenario mode at hit status said again wrong")


class Reference:
    """A scenario that nothing happens to."""

    def __init__(self, workplace, name):
        self.name, self.row = name, dict(workplace.table["scenario"][name])
        self.row.setdefault("under", ["study"])
        folder = workplace.copy(self.row["start"], workplace.top / ("whole-" + name))
        roots = [(folder / place).resolve() for place in self.row["under"]]
        self.disk, trace = disk.Disk(roots), workplace.top / ("trace-" + name)
        self.roots = dict(zip(roots, self.row["under"]))
        done = workplace.faulty(self.row["command"], folder, self.row["under"], self.row.get("input", ""), trace=trace)
        self.status = done.returncode
        if self.status not in (0, 1):
            raise AssertionError("%s: undisturbed it ends with %d: %s" % (name, self.status, text_of(done)))
        self.changes = disk.read_trace(trace)
        self.calls = max(change[0] for change in self.changes)
        finish(workplace, folder, self.row)
        self.state = state.LOOKS[self.row["look"]](workplace, folder, self.row)
        left = state.left_over(folder, self.row)
        if left:
            raise AssertionError("%s: undisturbed it leaves %s" % (name, left))
        shutil.rmtree(folder)
        trace.unlink()


def finish(workplace, folder, row):
    for words in row.get("then", []):
        done = workplace.call(words, folder)
        if done.returncode not in (0, 1):
            return "`%s` ends with %d: %s" % (words, done.returncode, complaint_of(done, folder))
    return ""


class Trial:
    numbers, lock = iter(range(10 ** 9)), threading.Lock()

    def __init__(self, workplace, reference, mode, at):
        self.workplace, self.reference, self.mode, self.at, self.row = workplace, reference, mode, at, reference.row
        with Trial.lock:
            number = next(Trial.numbers)
        self.folder, self.hit_file = workplace.top / ("trial-%d" % number), workplace.top / ("hit-%d" % number)
        self.status, self.said, self.hit, self.again, self.wrong = None, "", "", [], []

    def run(self, keep=None):
        self.workplace.copy(self.row["start"], self.folder)
        try:
            if self.mode in POWER:
                self.cut_power()
            else:
                self.hit_live()
            if not self.wrong:
                self.give_again()
        except subprocess.TimeoutExpired:
            self.wrong.append("it hangs")
        if self.wrong and keep:
            shutil.copytree(self.folder, keep / ("%s-%s-%d" % (self.reference.name, self.mode, self.at)), symlinks=True, dirs_exist_ok=True)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.hit_file.unlink(missing_ok=True)
        return Result(self.reference.name, self.mode, self.at, self.hit, self.status, self.said, self.again, self.wrong)

    def cut_power(self):
        dice = random.Random("%s %d" % (self.reference.name, self.at)) if self.mode == "mixed" else None
        stopped = disk.at_power_cut(copy.deepcopy(self.reference.disk), self.reference.changes, self.at, dice)
        places = {root: self.folder / place for root, place in self.reference.roots.items()}
        for place in places.values():
            shutil.rmtree(place, ignore_errors=True)
        stopped.write_safe(places)
        self.hit = "power at %d" % self.at

    def hit_live(self):
        done = self.workplace.faulty(self.row["command"], self.folder, self.row["under"], self.row.get("input", ""),
                                     at=self.at, mode=self.mode, hit=self.hit_file)
        self.hit = self.hit_file.read_text().strip().replace(str(self.folder) + "/", "") if self.hit_file.exists() else ""
        self.status, self.said = done.returncode, complaint_of(done, self.folder)
        if "has no words for" in text_of(done) or "unforeseen" in text_of(done):
            self.wrong.append("an error that nobody foresaw")
        if not self.hit:
            if done.returncode != self.reference.status:   # threads: there were fewer calls this time
                self.wrong.append("nothing happened to it, and its status is %d" % done.returncode)
        elif self.mode in DYING:
            if done.returncode != -9:
                self.wrong.append("not killed: status %d" % done.returncode)
        elif done.returncode == self.reference.status:
            self.is_whole("it says that all is well, and ")
        elif self.mode == "eintr" and done.returncode == DISK_STATUS and ".sqlite" in self.hit:
            pass                               # SQLite does not ask again for a sync; the command is given again
        elif self.mode in PASSING:
            self.wrong.append("status %d for what only had to be done again" % done.returncode)
        elif done.returncode != DISK_STATUS:
            self.wrong.append("status %d for a disk that fails" % done.returncode)
        if self.mode in ("eio", "enospc", "quota", "full") and not self.hit.split()[1:2] in (["unlink"], ["remove"], ["rmdir"]):
            self.wrong += state.left_over(self.folder, self.row)

    def is_whole(self, before=""):
        """Compares a copy, since commands that follow would change what is tried."""
        place = self.folder.with_name(self.folder.name + "-seen")
        shutil.copytree(self.folder, place, symlinks=True)
        failed = finish(self.workplace, place, self.row)
        found = [failed] if failed else state.differences(self.reference.state, state.LOOKS[self.row["look"]](self.workplace, place, self.row))
        shutil.rmtree(place)
        self.wrong += [before + one for one in found]

    def give_again(self):
        done = self.workplace.call(self.row["command"], self.folder, self.row.get("input", ""))
        self.again.append(done.returncode)
        if done.returncode not in [self.reference.status] + self.row.get("whole", []):
            self.wrong.append("given again it ends with %d: %s" % (done.returncode, complaint_of(done, self.folder)))
            return
        if "has no words for" in text_of(done):
            self.wrong.append("given again, an error that nobody foresaw")
        self.is_whole("given again: ")
        self.wrong += ["given again: " + one for one in state.left_over(self.folder, self.row)]


def as_json(results):
    return json.dumps([result._asdict() for result in results], indent=0)
