#!/usr/bin/env python3
"""moniker detect and filter stay within 40 MiB of memory of their own, beside the lists and models that they map, over 5 MB
of talk in which words nobody knows and new names never end: whatever is kept of words is kept up to a bound."""
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

moniker, source = sys.argv[1:]
most, size = 40 * 1024, 5_000_000   # KiB, bytes
env = dict(os.environ, MONIKER_RULES=os.path.join(source, "rules"))
dice = random.Random(20261201)


def made_up():
    return "".join(dice.choice("bdfklmnprstvw") + dice.choice("aeiou") for _ in range(dice.randint(2, 4)))


def talk(file):
    lines = [line for path in sorted(pathlib.Path(source, "sample_data", "incoming").glob("*.txt"))
             for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if len(line) > 40]
    given = [line for line in pathlib.Path(source, "rules/lists/names/first.t1.txt").read_text(encoding="utf-8").split("\n")
             if line.isalpha()]
    written = 0
    with open(file, "w", encoding="utf-8") as out:
        while written < size:
            said = dice.choice(lines)
            if dice.random() < 0.3:
                said += " It was all %s and %s." % (made_up(), made_up())
            if dice.random() < 0.02:
                said += " I asked %s %s." % (dice.choice(given).title(), made_up().title())
            if dice.random() < 0.01:
                said += " \uf0b7 2½ hours, 30 m², ™"
            written += out.write(said + "\n")


def peak(command, **more):
    """Of the pages that are the process's own, in KiB."""
    child = subprocess.Popen([moniker, *command], env=env, stdout=subprocess.DEVNULL, **more)
    greatest = 0
    while child.poll() is None:
        for line in pathlib.Path("/proc/%d/status" % child.pid).read_text().split("\n"):
            if line.startswith("RssAnon:"):
                greatest = max(greatest, int(line.split()[1]))
        time.sleep(0.03)
    assert child.returncode == 0, "status %d" % child.returncode
    return greatest


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([moniker, "keygen", "-o", folder, "--only", "study"], check=True, stdout=subprocess.DEVNULL)
    text, line = os.path.join(folder, "talk.txt"), os.path.join(folder, "line.txt")
    talk(text)
    pathlib.Path(line).write_text("Kate\n")
    subprocess.run([moniker, "detect", line], env=env, check=True, stdout=subprocess.DEVNULL)   # rules are compiled once
    of_detect = peak(["detect", text])
    with open(text, "rb") as stream:
        of_filter = peak(["filter", "--key", os.path.join(folder, "study.key")], stdin=stream)
print("detect: %d KiB, filter: %d KiB, allowed: %d" % (of_detect, of_filter, most))
sys.exit(max(of_detect, of_filter) > most)
