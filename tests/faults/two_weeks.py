#!/usr/bin/env python3
"""Two weeks of nights: deliveries, a correction, a full disk, a lost key, a machine switched off, a withdrawal, and the mail of each.

    two_weeks.py MONIKER SOURCE SHIM [--update]

Every night is `moniker run study --summary mail --quiet-if-unchanged --tell-new -q`, at half past two by the shim's clock.
What each said stands in docs/nights.md between the two marks. Exits with 1, and says where, when the page is another; with
--update the page is made anew.
"""
import datetime
import difflib
import pathlib
import shutil
import subprocess
import sys

from workplace import Workplace

BEGIN, END = "<!-- two weeks of nights: made by tests/faults/two_weeks.py -->\n", "<!-- end of the two weeks -->\n"
FIRST = datetime.datetime(2026, 11, 30, 2, 30, tzinfo=datetime.timezone.utc)
UNDER = ("study",)
MAIL = "run study --summary mail --quiet-if-unchanged --tell-new -q -j 1"


class Study:
    def __init__(self, place, source):
        self.place, self.sample, self.folder = place, pathlib.Path(source, "sample_data"), place.top / "nights"
        self.folder.mkdir()
        self.day = 0
        self.calm("init study")
        for name in ("moniker.yaml", "participants.csv"):
            shutil.copy(self.sample / name, self.folder / "study" / name)
        self.calm("keygen study --custodian custodian.key")

    def clock(self):
        """By how much the clock of this night differs from the machine's."""
        now = datetime.datetime.now(datetime.timezone.utc)
        return int((FIRST + datetime.timedelta(days=self.day) - now).total_seconds())

    def calm(self, words, statuses=(0, 1)):
        done = self.place.faulty(words, self.folder, UNDER, clock=self.clock())
        assert done.returncode in statuses, (words, done.returncode, done.stderr.decode())
        return done

    def deliver(self, *names):
        for name in names:
            shutil.copy(self.sample / "incoming" / name, self.folder / "study" / "incoming" / name)

    def night(self, **shim):
        """Status and mail; nothing of a machine that went off."""
        (self.folder / "mail").unlink(missing_ok=True)
        done = self.place.faulty(MAIL, self.folder, UNDER, clock=self.clock(), **shim)
        mail = self.folder / "mail"
        return done.returncode, mail.read_text().replace(str(self.folder) + "/", "") if mail.exists() else None


def first_delivery(study):
    study.deliver("focus-group-1.docx", "interview-03.txt", "interview-04.txt")


def nobody_expects(study):
    study.deliver("interview-05.srt")
    (study.folder / "study/incoming/notes.txt").write_text("INT1: Notes to myself, not an interview.\n")


def correction(study):
    (study.folder / "study/incoming/notes.txt").unlink()
    file = study.folder / "study/incoming/interview-04.txt"
    file.write_bytes(file.read_bytes() + b"\r\nThank you, that was the last question.\r\n")


def lose_key(study):
    (study.folder / "study/keys/study.key").rename(study.folder / "study.key")


def find_key(study):
    (study.folder / "study.key").rename(study.folder / "study/keys/study.key")


def withdrawal(study):
    study.calm("withdraw study ID03 --yes --delete-deliveries")


def overdue(study):
    with (study.folder / "study/moniker.yaml").open("a") as yaml:
        yaml.write("retention: {linkage: until 2026-12-10}\n")


def nothing(study):
    pass


# What happened on the day before, what the night met, what is done beforehand, the shim's settings, the statuses it may have.
NIGHTS = [
    ("A focus group and two interviews were delivered", first_delivery, {}, (1,)),
    ("Nothing happened", nothing, {}, (10,)),
    ("An interview came, and notes that nobody expects", nobody_expects, {}, (1,)),
    ("The notes were taken out, and a corrected interview came", correction, {}, (1, 10)),
    ("An interview came, and in the night the disk was full", lambda study: study.deliver("interview-06.txt"),
     {"at": 60, "mode": "full"}, (3,)),
    ("Room was made", nothing, {}, (1, 10)),
    ("Nothing happened on Sunday", nothing, {}, (10,)),
    ("The second focus group came", lambda study: study.deliver("focus-group-2.vtt"), {}, (1,)),
    ("The disk with study.key was not mounted", lose_key, {}, (2,)),
    ("It was mounted again", find_key, {}, (10,)),
    ("Two interviews came, and the machine was switched off in the middle of the night",
     lambda study: study.deliver("interview-01.docx", "interview-02.vtt"), {"at": 90, "mode": "kill"}, (-9,)),
    ("It was switched on again", nothing, {}, (1, 10)),
    ("ID03 withdrew, and the data manager ran `moniker withdraw`", withdrawal, {}, (1, 10)),
    ("The day on which the linkage table had to go passed", overdue, {}, (1,)),
]


def told(place, source):
    study = Study(place, source)
    lines = [BEGIN]
    for number, (what, before, shim, statuses) in enumerate(NIGHTS):
        study.day = number
        before(study)
        status, mail = study.night(**shim)
        assert status in statuses, (number, what, status, mail)
        day = FIRST + datetime.timedelta(days=number)
        lines.append("\n**%s** %s%s\n" % (day.strftime("%a %-d %b").replace("  ", " "), what + ".",
                                        " There is no mail: nobody lived to write it." if status < 0 else
                                        " Status %d%s" % (status, "." if mail else ", and no mail.")))
        if mail:
            lines.append("\n" + "".join("    " + line + "\n" if line else "\n" for line in mail.rstrip("\n").split("\n")))
    good = study.calm("audit verify study")
    assert good.stdout.startswith(b"good: "), good.stdout
    return "".join(lines) + "\n" + END


def main():
    moniker, source, shim = sys.argv[1:4]
    page = pathlib.Path(source, "docs/nights.md")
    text = page.read_text()
    begin, end = text.index(BEGIN), text.index(END) + len(END)
    place = Workplace(moniker, source, shim)
    try:
        now = told(place, source)
    finally:
        place.close()
    if "--update" in sys.argv:
        page.write_text(text[:begin] + now + text[end:])
        return 0
    if now == text[begin:end]:
        return 0
    print("".join(difflib.unified_diff(text[begin:end].splitlines(True), now.splitlines(True), "docs/nights.md", "what the nights say")))
    print("make it anew: tests/faults/two_weeks.py MONIKER SOURCE SHIM --update")
    return 1


if __name__ == "__main__":
    sys.exit(main())
