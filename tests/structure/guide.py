#!/usr/bin/env python3
"""Runs the commands of docs/guide/ in their order, as its reader would, in a study made of the sample's files.

    guide.py MONIKER SOURCE

An indented line that begins with `$ moniker ` or `$ cat ` is a command. What stands under it in its block is what a
terminal shows, but for progress; `...` alone stands for any lines, at a line's end for the rest of it;
any date is as good as another.
Comments that a reader does not see say what a person does by hand at that point, and how the next command ends:

    <!-- by hand: SHELL -->    <!-- status 1 -->    <!-- until Ctrl-C -->

A command that has no such comment ends with status 0.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile

from screens import same

fewest, fewest_messages, most_told = 50, 20, 60
progress = re.compile(r"moniker: (scan|apply) \d+ of \d+$")
page_of_messages = "7-when-something-goes-wrong.md"


def steps(text):
    """(line number, what, text, status, lines shown): what is "hand", "run" or "until"."""
    status, shown, until = 0, None, False
    for number, line in enumerate(text.splitlines(), 1):
        note = re.match(r"<!-- (by hand: (?P<hand>.*)|status (?P<status>\d)|(?P<until>until Ctrl-C)) -->$", line)
        command = re.match(r"    \$ (.*)", line)
        if note and note["hand"]:
            yield number, "hand", note["hand"], 0, []
        elif note:
            status, until = int(note["status"] or 0), bool(note["until"])
        elif command:
            shown = []
            yield number, "until" if until else "run", command[1], status, shown
            status, until = 0, False
        elif line.startswith("    ") and shown is not None:
            shown.append(line[4:].rstrip())
        elif line:
            shown = None
        elif shown is not None:
            shown.append("")


def comparable(lines):
    """Without blank lines at the end, and without what goes by the day: every date is as good as another."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    lines = [re.sub(r"\b20\d\d-\d\d-\d\d\b", "DATE", line) for line in lines]
    return [re.sub(r"\d+ days (left|overdue) +", r"N days \1 ", line) for line in lines]


def coded_project(transcript, project):
    """A REFI-QDA project as a team makes it of a raw transcript: two codes, one of which cuts a name in two."""
    text = transcript.read_text()
    guid = "00000000-0000-4000-8000-%012d"
    coded = [("Who I am", "I'm not a carer. I'm the payroll."), ("Beginnings", "I'm Grace. Grace Ade")]
    codes, ranges = "", ""
    for number, (name, words) in enumerate(coded, 1):
        begin = text.index(words)
        code = guid % number
        codes += '<Code guid="%s" name="%s" isCodable="true"/>' % (code, name)
        ranges += '<PlainTextSelection guid="%s" startPosition="%d" endPosition="%d"><Coding guid="%s"><CodeRef targetGUID="%s"/>' \
                  '</Coding></PlainTextSelection>' % (guid % (10 + number), begin, begin + len(words), guid % (20 + number), code)
    source = guid % 30
    with zipfile.ZipFile(project, "w") as package:
        package.writestr("sources/%s.txt" % source, text)
        package.writestr("project.qde", (
            '<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Team"><CodeBook><Codes>%s</Codes>'
            '</CodeBook><Sources><TextSource guid="%s" name="%s" plainTextPath="internal://%s.txt">%s</TextSource></Sources></Project>')
            % (codes, source, transcript.name, source, ranges))


class Desk:
    """The folder that a reader works in: the study, the sample's files, a stick, and a project that is coded already."""

    def __init__(self, folder, moniker, source):
        self.folder = folder
        shutil.copytree(source / "sample_data", folder / "sample_data")
        for name in ("bin", "usb"):
            (folder / name).mkdir()
        (folder / "bin/moniker").symlink_to(moniker)
        coded_project(source / "sample_data/incoming/interview-03.txt", folder / "coded.qdpx")
        self.env = dict(os.environ, PATH="%s/bin:%s" % (folder, os.environ["PATH"]), HOME=str(folder), LC_ALL="C.UTF-8",
                        MONIKER_RULES=str(source / "rules"), NO_COLOR="1")

    def start(self, command):
        return subprocess.Popen(["bash", "-c", "umask 077; " + command.replace("/media/usb", str(self.folder / "usb"))],
                                cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True)

    def run(self, command, until):
        """The status, and the lines that it said; one that goes on until Ctrl-C is ended after its first line."""
        going = self.start("exec " + command if until else command)
        if until:
            said = going.stdout.readline()
            going.send_signal(signal.SIGINT)
            said += going.stdout.read()
            going.wait()
        else:
            said = going.communicate(timeout=120)[0]
        said = said.replace(str(self.folder / "usb"), "/media/usb")
        return going.returncode, [line for line in said.splitlines() if not progress.match(line)]


def page_run(desk, path):
    """What is not as the page has it, how many commands it has, and all that it shows."""
    wrong, ran, all_shown = [], 0, []
    for number, what, command, status, shown in list(steps(path.read_text())):
        place = "docs/guide/%s:%d: $ %s\n" % (path.name, number, command)
        if what == "hand":
            done = desk.start(command)
            if done.communicate()[0] or done.returncode:
                wrong.append(place + "cannot be done by hand")
            continue
        if not command.startswith(("moniker ", "cat ")):
            wrong.append(place + "is neither moniker nor cat")
            continue
        ended, said = desk.run(command, what == "until")
        ran += 1
        all_shown += shown
        if ended != status:
            wrong.append(place + "ends with status %d, not %d:\n%s" % (ended, status, "\n".join(said[:most_told])))
        elif not same(comparable(shown), comparable(said)):
            wrong.append(place + "--- shows\n%s\n--- says\n%s" % ("\n".join(shown), "\n".join(said[:most_told])))
    return wrong, ran, all_shown


def messages(shown):
    """The different errors, warnings and issues among lines."""
    errors = {line for line in shown if line.startswith("moniker: error: ")}
    return errors | {name for line in shown for name in re.findall(r"\(([a-z]+\.[a-z_]+)\)$", line)}


def main():
    moniker, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    wrong, ran = [], 0
    with tempfile.TemporaryDirectory() as temporary:
        desk = Desk(pathlib.Path(temporary).resolve(), moniker, source)
        for path in sorted((source / "docs/guide").glob("[0-9]-*.md")):
            page_wrong, page_ran, shown = page_run(desk, path)
            wrong += page_wrong
            ran += page_ran
            if not page_ran:
                wrong.append("docs/guide/%s: has no command" % path.name)
            if path.name == page_of_messages and len(messages(shown)) < fewest_messages:
                wrong.append("docs/guide/%s: shows %d messages, not %d" % (path.name, len(messages(shown)), fewest_messages))
    if ran < fewest:
        wrong.append("the guide has %d commands, not %d" % (ran, fewest))
    print("\n".join(wrong + ["%d commands of the guide were run; %d things are not as they should be" % (ran, len(wrong))]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
