#!/usr/bin/env python3
"""Runs the commands of README.md in their order, as a stranger would, in a copy of what they need.

    screens.py MONIKER SOURCE

Of an indented block, lines that begin with `$ ` are commands, and what stands under one is what it prints: `...` alone stands
for any lines, at a line's end for the rest of it; keyed names and the folder of the rules are not compared. In a block
without `$` every line is a command whose output nobody shows. What does not begin with a command is a picture. Status 0 or 1 is
as it should be: 1 says that something needs a person.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

commands = ("moniker ", "printf ", "cp ", "scripts/run-sample", "# ")
elsewhere = ("scripts/test", "scripts/package", "cd build")   # runs this test, builds, installs: not here
# What a person does by hand at that point, or has from somebody else.
before = {
    "# describe the people": "cp sample_data/moniker.yaml sample_data/participants.csv my-study/",
    "cp delivered/": "mkdir delivered && cp sample_data/incoming/* delivered/",
    "moniker project coded.qdpx": "moniker export refi-qda my-study -i /media/usb/custodian.key -o exported --plain && "
                                  "cp exported/study.qdpx coded.qdpx",
    "moniker check --against": "cp sample_data/incoming/interview-02.vtt meeting.vtt && moniker decrypt "
                               "build/sample-study/out/T04.docx.age -i build/sample-study/keys/custodian.key > interview-02.docx",
}
after = {"moniker keygen my-study": "mv my-study/keys/custodian.key /media/usb/"}


def blocks(page):
    """The indented blocks, with the number of each one's first line."""
    block, first = [], 0
    for number, line in enumerate(page.splitlines() + ["end"], 1):
        if line.startswith("    ") or (block and not line):
            first = first if block else number
            block.append(line[4:].rstrip())
        elif block:
            while not block[-1]:
                block.pop()
            yield first, block
            block = []


def steps(block, first):
    """The (line number, command, what it prints or None) of a block; none for a picture."""
    screen = any(line.startswith("$ ") for line in block)
    if not screen and not block[0].startswith(commands + elsewhere):
        return []
    found, shown = [], None
    for number, line in enumerate(block, first):
        if screen and line.startswith("$ "):
            while shown and not shown[-1]:
                shown.pop()
            shown = []
            found.append((number, line[2:], shown))
        elif screen and shown is not None:
            shown.append(line)
        elif line.startswith(commands):
            found.append((number, line, None))
        elif not line.startswith(elsewhere):
            sys.exit("README.md:%d: neither a command that may be run here nor said to run elsewhere: %s" % (number, line))
    return found


def masked(line):
    line = re.sub(r"_[0-9A-HJKMNP-TV-Z]{12}\]", "_KEYED]", line.rstrip())
    return re.sub(r"\((/\S+/)?rules/", "(rules/", line)


def same(shown, printed):
    if not shown:
        return not printed
    if shown[0].strip() == "...":
        return any(same(shown[1:], printed[i:]) for i in range(len(printed) + 1))
    if not printed:
        return False
    wanted, got = masked(shown[0]), masked(printed[0])
    fits = got.startswith(wanted[:-3]) if wanted.endswith("...") else got == wanted
    return fits and same(shown[1:], printed[1:])


def lay_out(folder, moniker, source):
    """What a stranger has after `git clone`, with the program built."""
    for name in ("sample_data", "scripts"):
        shutil.copytree(source / name, folder / name)
    for name in ("setup", "build"):
        (folder / "scripts" / name).write_text("#!/bin/sh\n")   # done before this test began
    for name in ("build/release", "bin", "usb"):
        (folder / name).mkdir(parents=True)
    for name in ("build/release/moniker", "bin/moniker"):
        (folder / name).symlink_to(moniker)


def main():
    moniker, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        lay_out(folder, moniker, source)
        env = dict(os.environ, PATH="%s/bin:%s" % (folder, os.environ["PATH"]), HOME=temporary, LC_ALL="C.UTF-8",
                   MONIKER_RULES=str(source / "rules"), NO_COLOR="1")

        def run(command):
            return subprocess.run(["bash", "-c", command.replace("/media/usb", str(folder / "usb"))], cwd=folder, env=env,
                                  capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)

        wrong = ran = 0
        for first, block in blocks((source / "README.md").read_text()):
            for number, command, shown in steps(block, first):
                for snippet in (text for start, text in before.items() if command.startswith(start)):
                    run(snippet)
                done = run(command)
                for snippet in (text for start, text in after.items() if command.startswith(start)):
                    run(snippet)
                ran += 1
                printed = done.stdout.rstrip("\n").split("\n") if done.stdout else []
                if done.returncode > 1:
                    print("README.md:%d: $ %s\nends with status %d: %s" % (number, command, done.returncode, done.stderr))
                elif shown is not None and not same(shown, printed):
                    print("README.md:%d: $ %s\n--- shows\n%s\n--- prints\n%s" % (number, command, "\n".join(shown), "\n".join(printed)))
                else:
                    continue
                wrong += 1
        print("%d commands of README.md were run; %d are not as shown" % (ran, wrong))
        return 1 if wrong or ran < 15 else 0


if __name__ == "__main__":
    sys.exit(main())
