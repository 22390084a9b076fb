#!/usr/bin/env python3
"""Kills `moniker run` at random instants and goes on, until it is done; the result must be that of an undisturbed run.

    kill_run.py MONIKER SOURCE MATERIAL [ROUNDS]
"""
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

from study import Study, compare


def undisturbed(moniker, source, folder, material, files):
    study = Study(moniker, source, folder, material)
    study.deliver(files)
    began = time.monotonic()
    done = study.run("--quiet")
    assert done.returncode <= 1, done.stderr.decode()
    return study, time.monotonic() - began


def main():
    moniker, source, material = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 6
    files = sorted(pathlib.Path(material, "incoming").iterdir())
    dice = random.Random(20260131)          # the instants differ by machine anyway; the seed keeps the spread
    kills = 0
    with tempfile.TemporaryDirectory() as folder:
        first, seconds = undisturbed(moniker, source, pathlib.Path(folder, "undisturbed"), material, files)
        wanted = first.outputs()
        for number in range(rounds):
            study = Study(moniker, source, pathlib.Path(folder, "killed%d" % number), material, keys=first.root / "keys")
            study.deliver(files)
            killed = 0
            while True:
                process = study.start("--quiet")
                try:   # a machine may be busier by now than it was undisturbed
                    status = process.wait(timeout=dice.uniform(0.02, 1.05 * seconds * (1 + killed / 20)))
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    kills += 1
                    killed += 1
                    if kills > 40 * rounds:
                        raise AssertionError("it never gets done")
                    continue
                if status > 1:
                    raise AssertionError("after a kill the run ends with status %d: %s" % (status, study.run("--quiet").stderr.decode()))
                break
            compare(wanted, study.outputs(), "round %d" % number)
            left = [p.name for p in study.root.rglob(".moniker-*")]
            assert not left, "temporary files are left: %s" % left
            verified = study.call("audit", "verify", str(study.root))
            assert verified.returncode == 0, verified.stderr.decode()
    print("%d kills in %d rounds" % (kills, rounds))
    assert kills >= rounds, "too few kills to mean anything"
    return 0


if __name__ == "__main__":
    sys.exit(main())
