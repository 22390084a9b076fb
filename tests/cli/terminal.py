#!/usr/bin/env python3
"""What a terminal is shown, by what it is: terminal.py PROGRAM SOURCE

Runs the program in terminals (pty) of some widths and environments: pages fit sixty columns and forty, colours come and go as
NO_COLOR, CLICOLOR, CLICOLOR_FORCE and TERM say, nothing is drawn over on a dumb one, and one that is not UTF-8 gets ASCII. A pipe
gets whole lines of UTF-8 whatever the environment says, and no escape sequence unless it is forced.
"""
import fcntl
import os
import pathlib
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time

moniker, source = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:3])
base = {"PATH": os.environ["PATH"], "MONIKER_RULES": f"{source}/rules", "MONIKER_CACHE": "", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
wrong = []


def shown(words, columns, folder, **environment):
    """All that a terminal of so many columns is given."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {name: value for name, value in dict(base, HOME=str(folder), **environment).items() if value is not None}
    child = subprocess.Popen([moniker, *words], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
    os.close(theirs)
    data, end = b"", time.monotonic() + 120
    while time.monotonic() < end:
        ready, _, _ = select.select([ours], [], [], 1)
        try:
            piece = os.read(ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            break
        data += piece
        if not piece and child.poll() is not None:
            break
    os.close(ours)
    child.wait(timeout=10)
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def piped(words, folder, **environment):
    env = {name: value for name, value in dict(base, HOME=str(folder), **environment).items() if value is not None}
    return subprocess.run([moniker, *words], cwd=folder, env=env, capture_output=True, timeout=120).stdout.decode()


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*[mK]", "", text)


def check(holds, says):
    if not holds:
        wrong.append(says)


def too_wide(text, columns):
    """Lines that could have been folded and were not; of a line that is drawn over, what stands in the end."""
    lines = [line.split("\r")[-1] for line in plain(text).split("\n")]
    return [line for line in lines if len(line) > columns and " " in line.strip()]


def widths(folder):
    pages = [[], ["help"], ["help", "run"], ["run", "study"], ["doctor", "study"], ["check", "study"], ["check", "--list"],
             ["register", "check", "study"], ["audit", "show", "study"], ["retention", "study"], ["rules", "list"],
             ["inspect", "study/incoming/interview-1.txt"], ["participants", "study", "-i", "study/keys/custodian.key"]]
    for words in pages:
        for columns in (60, 40):
            wide = too_wide(shown(words, columns, folder), columns)
            check(not wide, f"moniker {' '.join(words)} at {columns} columns: {wide[:2]}")
    check(max(map(len, piped(["check", "--list"], folder).splitlines())) > 80, "a pipe's lines are folded")
    check(not too_wide(piped(["doctor"], folder, COLUMNS="50"), 50), "COLUMNS is not asked in a pipe")


def colours(folder):
    coloured = lambda **environment: "\x1b[" in shown(["doctor"], 80, folder, **environment)
    check(coloured(), "no colours on a terminal")
    check(coloured(NO_COLOR=""), "NO_COLOR that is empty counts")
    check(not coloured(NO_COLOR="1"), "colours with NO_COLOR")
    check(not coloured(CLICOLOR="0"), "colours with CLICOLOR=0")
    check(not coloured(TERM="dumb"), "colours with TERM=dumb")
    check(not coloured(TERM=None), "colours without TERM")
    check(not coloured(NO_COLOR="1", CLICOLOR_FORCE="1"), "CLICOLOR_FORCE goes before NO_COLOR")
    check("\x1b[" not in piped(["doctor"], folder), "colours in a pipe")
    check("\x1b[" in piped(["doctor"], folder, CLICOLOR_FORCE="1"), "no colours in a pipe with CLICOLOR_FORCE")


def drawing(folder):
    for name in ("bar", "dumb", "latin"):
        piped(["init", name, "--example"], folder)
    check("\r" in shown(["run", "bar"], 80, folder), "no bar is drawn on a terminal")
    dumb = shown(["run", "dumb"], 80, folder, TERM="dumb")
    check("\r" not in dumb and "\x1b" not in dumb, "a dumb terminal is drawn over")
    latin = shown(["run", "latin"], 80, folder, LC_ALL="de_DE.ISO-8859-1")
    check(all(ord(c) < 128 for c in latin), f"a terminal that is not UTF-8 gets {sorted({c for c in latin if ord(c) > 127})}")
    text = shown(["decrypt", "accents.age", "-i", "study/keys/custodian.key"], 80, folder, LC_ALL=None, LANG="C")
    check(text == "Cafe, Siobhan\n", f"letters without marks: {text!r}")
    check(piped(["decrypt", "accents.age", "-i", "study/keys/custodian.key"], folder, LC_ALL="C") == "Café, Siobhán\n",
          "a pipe is not UTF-8 in another locale")


def progress(folder):
    """A bar on what lasts longer than a second, and none on what does not: a copy of a transcript, again and again."""
    one = folder / "bar" / "incoming" / "interview-1.txt"
    long = folder / "Kate Shaw.txt"
    long.write_bytes(one.read_bytes() * 1500)
    for words in (["check"], ["detect"]):
        quick = shown([*words, str(one)], 80, folder)
        check("\r" not in quick, f"a bar on {words}, which was done at once")
    drawn = shown(["check", *[str(long)] * 40], 80, folder)
    bars = re.findall(r"\r[^\r\n]*left", plain(drawn))
    check(bars, "no bar on a check that lasts")
    check(all(re.search(r" check +\S+ \d+/40  [\d.]+/s  \d+:\d\d left$", bar) for bar in bars), f"a bar of check: {bars[:1]}")
    check("left" not in piped(["check", *[str(long)] * 4], folder), "a bar in a pipe")


def errors(folder):
    said = shown(["run", "study", "--threads", "many"], 80, folder)
    check("moniker: next: `moniker help run`\n" in plain(said), f"no command behind an error whose hint has none: {said!r}")
    said = plain(shown(["frobnicate"], 80, folder))
    check(said.count("`moniker help`") == 1, f"a command that the hint has is said again: {said!r}")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        piped(["init", "study", "--example"], folder)
        recipient = (folder / "study/keys/custodian.pub").read_text().split()[-1]
        subprocess.run(["age", "-r", recipient, "-o", "accents.age"], cwd=folder, check=True, input="Café, Siobhán\n".encode())
        piped(["run", "study"], folder)
        widths(folder)
        colours(folder)
        drawing(folder)
        progress(folder)
        errors(folder)
    print("\n".join(wrong) if wrong else "terminals are shown what they can show")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
