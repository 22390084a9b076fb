#!/usr/bin/env python3
"""Faults at every call that changes a file, in every command that writes (scenarios.toml).

    faults.py MONIKER SOURCE SHIM [--sample N] [--seed N] [--share K/N] [--scenario NAME] [--mode NAME] [--at N]
              [--jobs N] [--keep FOLDER] [--json FILE] [--markdown FILE]

Without --sample every call of every scenario in every mode, which takes hours; --share K/N takes every Nth of what was
chosen. The last line is 'N faults, M wrong'; a line before it says how to see each wrong one again.
"""
import argparse
import collections
import concurrent.futures
import pathlib
import random
import sys
import time

from trial import MODES, Reference, Trial, as_json
from workplace import Workplace


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("moniker", "source", "shim"):
        parser.add_argument(name)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", default="1/1")
    parser.add_argument("--scenario", action="append")
    parser.add_argument("--mode", action="append", choices=MODES)
    parser.add_argument("--at", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--markdown", type=pathlib.Path)
    return parser.parse_args()


def drawn(references, modes, given):
    """As many faults as are wanted, over all scenarios by their weight, all modes in turn, any call."""
    dice, chosen = random.Random(given.seed), {}
    weights = [reference.row.get("weight", 1) for reference in references]
    turn = 0
    while len(chosen) < min(given.sample, sum(reference.calls * len(modes) for reference in references)):
        reference, mode = dice.choices(references, weights)[0], modes[turn % len(modes)]
        chosen[reference.name, mode, dice.randint(1, reference.calls)] = None
        turn += 1
    return list(chosen)


def every(references, modes, given):
    return [(reference.name, mode, at) for reference in references for mode in modes
            for at in ([given.at] if given.at else range(1, reference.calls + 1))]


def table(results, names, modes):
    tried = collections.Counter((result.scenario, result.mode) for result in results)
    wrong = collections.Counter((result.scenario, result.mode) for result in results if result.wrong)

    def cell(name, mode):
        return "%d/%d" % (wrong[name, mode], tried[name, mode])
    lines = ["| wrong/tried | " + " | ".join(modes) + " |", "|---" * (len(modes) + 1) + "|"]
    lines += ["| %s | " % name + " | ".join(cell(name, mode) for mode in modes) + " |" for name in names]
    return "\n".join(lines) + "\n"


def main():
    given, began = arguments(), time.monotonic()
    workplace = Workplace(given.moniker, given.source, given.shim)
    modes = given.mode or list(MODES)
    names = given.scenario or list(workplace.table["scenario"])
    try:
        for start in sorted({workplace.table["scenario"][name]["start"] for name in names}):
            workplace.start(start)
        with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
            references = list(pool.map(lambda name: Reference(workplace, name), names))
            chosen = drawn(references, modes, given) if given.sample else every(references, modes, given)
            part, parts = (int(number) for number in given.share.split("/"))
            by_name = {reference.name: reference for reference in references}
            for reference in references:
                print("%s: %d calls, status %d" % (reference.name, reference.calls, reference.status))
            results = []
            tries = pool.map(lambda one: Trial(workplace, by_name[one[0]], *one[1:]).run(given.keep), chosen[part - 1::parts])
            for result in tries:
                results.append(result)
                if result.wrong:
                    print("WRONG --scenario %s --mode %s --at %d [%s] status %s %s: %s" % (
                        result.scenario, result.mode, result.at, result.hit, result.status, result.said, " / ".join(result.wrong)), flush=True)
    finally:
        workplace.close()
    counts = table(results, names, modes)
    print(counts)
    if given.json:
        given.json.write_text(as_json(results))
    if given.markdown:
        given.markdown.write_text(counts)
    wrong = sum(1 for result in results if result.wrong)
    print("seed %d, %.0f s\n%d faults, %d wrong" % (given.seed, time.monotonic() - began, len(results), wrong))
    return 1 if wrong or not results else 0


if __name__ == "__main__":
    sys.exit(main())
