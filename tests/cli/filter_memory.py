#!/usr/bin/env python3
"""Ten times the input, the same memory: moniker filter's peak over 5 MB and over 50 MB may differ by a few MiB.

The talk is the sample study's, over and over: what RE2 remembers of the kinds of text that it has met grows up to a bound of its
own, slower and slower, and is not what is asked about here."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

moniker, source = sys.argv[1:]
allowed = 6 * 1024   # KiB


def sample_lines():
    lines = []
    for file in sorted(pathlib.Path(source, "sample_data", "gold").glob("*.jsonl")):
        for document in file.read_text().splitlines():
            lines += [line for line in json.loads(document)["text"].split("\n") if 20 < len(line) < 200]
    return lines[:300]


def peak(size, key, lines):
    child = subprocess.Popen([moniker, "filter", "--key", key, "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                             env=dict(os.environ, MONIKER_RULES=os.path.join(source, "rules")))
    written = number = 0
    while written < size:
        record = {"id": number, "text": lines[number % len(lines)], "rest": "x" * 3000}
        written += child.stdin.write(json.dumps(record).encode() + b"\n")
        number += 1
    child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, "status %d" % status
    return usage.ru_maxrss


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([moniker, "keygen", "-o", folder, "--only", "study"], check=True, stdout=subprocess.DEVNULL)
    key, lines = os.path.join(folder, "study.key"), sample_lines()
    small, large = peak(5_000_000, key, lines), peak(50_000_000, key, lines)
print("peak of 5 MB: %d KiB, of 50 MB: %d KiB" % (small, large))
sys.exit(large > small + allowed)
