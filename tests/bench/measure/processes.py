"""Whole processes, measured by the kernel: processor seconds, peak memory, time to the first byte."""
import dataclasses
import os
import statistics
import subprocess
import time


@dataclasses.dataclass
class Took:
    cpu: float      # user and system seconds
    wall: float
    peak: int       # bytes of resident memory
    status: int


def run(command, stdin=None, stdout=subprocess.DEVNULL, stderr=None, env=None, good=(0,)):
    """Runs to the end; stops everything unless its status is a good one. What it says of errors goes to ours
    unless `stderr` is a file."""
    begin = time.monotonic()
    with open(stdin or os.devnull, "rb") as given:
        child = subprocess.Popen([str(word) for word in command], stdin=given, stdout=stdout, stderr=stderr, env=env)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in good:
        raise SystemExit("bench: status %d of %s" % (child.returncode, " ".join(map(str, command))))
    return Took(usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss * 1024, child.returncode)


def first_output(command):
    """Seconds until the first byte of output."""
    begin = time.monotonic()
    with subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as child:
        child.stdout.read(1)
        seconds = time.monotonic() - begin
        child.stdout.read()
    return seconds


def alternate(commands, rounds):
    """name -> function giving a Took, each called once a round, in turn, so that a busy minute meets all of them.
    Gives name -> list of Took."""
    took = {name: [] for name in commands}
    for _ in range(rounds):
        for name, call in commands.items():
            took[name].append(call())
    return took


def medians(took):
    """What a list of Took comes to; memory is the most of any."""
    return {"cpu": statistics.median(t.cpu for t in took), "wall": statistics.median(t.wall for t in took),
            "peak": max(t.peak for t in took), "rounds": len(took)}
