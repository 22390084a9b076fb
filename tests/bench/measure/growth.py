"""How cost grows: with the text, with the number of transcripts, of rules, of list entries, of entities in the registry."""
import random
import shutil
import sqlite3
import subprocess

from bench import MEGA, RULES, size_name
from processes import alternate, medians, run


def net(took_text, took_nothing):
    """Processor seconds without those of starting."""
    return max(medians(took_text)["cpu"] - medians(took_nothing)["cpu"], 1e-3)


def line_file(bench):
    line = bench.work / "line.txt"
    line.write_text("Interviewer: Right.\n")
    return line


def with_size(bench, sizes, rounds):
    """detect on ever longer transcripts."""
    line, points = line_file(bench), []
    nothing = [bench.detect(line) for _ in range(rounds)]
    for size in sizes:
        text = bench.transcript(size)
        took = [bench.detect(text) for _ in range(rounds)]
        points.append({"x": size, "s_per_mb": net(took, nothing) * MEGA / size, "peak": medians(took)["peak"]})
        show("text of " + size_name(size), points[-1])
    return points


def with_transcripts(bench, counts, rounds, each=2000):
    """run on ever more transcripts of 2 kB."""
    points = []
    for count in counts:
        study = bench.study(count * each, count, people=min(count, 1000))
        took = [bench.run_study(study) for _ in range(rounds)]
        points.append({"x": count, "s_per_1000": medians(took)["cpu"] * 1000 / count, "peak": medians(took)["peak"]})
        show("%d transcripts" % count, points[-1])
    return points


class OwnRules:
    """A copy of the rules, for something to be added."""

    def __init__(self, bench, name):
        self.folder = bench.work / name
        bench.remove(self.folder)
        shutil.copytree(RULES, self.folder, ignore=shutil.ignore_patterns("build"))

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def detect_pair(bench, rules, text, off=()):
    """name -> call, for one text and for next to nothing under these rules."""
    options = [word for rule in off for word in ("--off", rule)]
    command = [bench.moniker, "detect", "--rules", rules, *options]
    return {"text": lambda: run(command + [text], env=bench.env), "nothing": lambda: run(command + [line_file(bench)], env=bench.env)}


def rule_ids(bench):
    """Those of the taggers, which stay whatever the number of rules, and all others."""
    said = subprocess.run([bench.moniker, "rules", "list", "--rules", RULES], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in said.splitlines() if line]
    ids = [row[0] for row in rows if row[1] not in ("register", "learned", "decided", "tagger")]
    return [row[0] for row in rows if row[1] == "tagger"], ids


def rules_of(bench, total):
    """A rules folder of so many rules, and what must be left out of it: fewer than moniker has, or made-up ones besides."""
    taggers, ids = rule_ids(bench)
    total -= len(taggers)
    if total <= len(ids):
        kept = {ids[i * len(ids) // total] for i in range(total)}
        return RULES, [rule for rule in ids if rule not in kept]
    own = OwnRules(bench, "rules-more")
    extra = own.folder / "en-GB" / "made-up.yaml"
    subprocess.run([bench.dialogue, "--rules", str(total - len(ids)), "--out", extra], check=True)
    return own.folder, []


def with_rules(bench, counts, size, rounds):
    text, points = bench.transcript(size), []
    for count in counts:
        rules, off = rules_of(bench, count)
        took = alternate(detect_pair(bench, rules, text, off), rounds)
        points.append(point(count, took, size))
        show("%d rules" % count, points[-1])
    return points


EVERYDAY = ("I we you they it", "was had went said got", "to in on at the", "and so that but then")


def everyday_rules(count):
    """Distinct expressions that begin with words that are said in every turn."""
    lines = ["rules:"]
    for i in range(count):
        dice = random.Random(i)
        words = [sorted(dice.sample(some.split(), 2)) for some in EVERYDAY]
        pattern = " ".join("(?:%s)" % "|".join(pair) for pair in words) + " [A-Z][a-z]+ zq%d" % i
        said = " ".join(pair[0] for pair in words) + " «Leeds» zq%d" % i
        lines.append("  - {id: everyday-%d, kind: regex, label: LOCATION, score: 0.9, group: 1,\n     pattern: '%s',\n"
                     "     examples: {match: [\"%s\"], no_match: [\"and so it came\"]}}" % (i, pattern.replace("[A-Z][a-z]+", "([A-Z][a-z]+)"), said))
    return "\n".join(lines) + "\n"


def with_everyday_rules(bench, counts, size, rounds):
    """Rules besides the usual ones that nearly every word might wake."""
    text, points = bench.transcript(size), []
    for count in counts:
        own = OwnRules(bench, "rules-everyday")
        own.write("en-GB/everyday.yaml", everyday_rules(count))
        took = alternate(detect_pair(bench, own.folder, text), rounds)
        points.append(point(count, took, size))
        show("%d rules of everyday words" % count, points[-1])
        bench.remove(own.folder)
    return points


def with_entries(bench, counts, size, rounds):
    """A list of made-up names beside those that moniker comes with."""
    text, points = bench.transcript(size), []
    for count in counts:
        own = OwnRules(bench, "rules-entries")
        listed = own.folder / "lists" / "names" / "made-up.txt"
        subprocess.run([bench.dialogue, "--list", str(count), "--out", listed], check=True)
        own.write("en-GB/made-up.yaml", "classes:\n  made-up: {lists: [names/made-up.txt]}\nrules:\n"
                  "  - {id: made-up-names, kind: list, label: PERSON, words: made-up, score: 0.9,\n"
                  "     examples: {match: [\"so «Bababababa» came\"], no_match: [\"so it came\"]}}\n")
        took = alternate(detect_pair(bench, own.folder, text), rounds)
        points.append(dict(point(count, took, size), start=medians(took["nothing"])["cpu"]))
        show("%d entries" % count, points[-1])
        bench.remove(own.folder)
    return points


def point(x, took, size):
    return {"x": x, "s_per_mb": net(took["text"], took["nothing"]) * MEGA / size, "peak": medians(took["text"])["peak"]}


def fill_registry(file, entities):
    """So many people more in a registry, under hashes of nothing."""
    dice = random.Random(1)
    with sqlite3.connect(file) as registry:
        last = registry.execute("SELECT coalesce(max(number), 0) FROM entity WHERE kind = 'PERSON'").fetchone()[0]
        numbers = range(last + 1, last + entities + 1)
        registry.executemany("INSERT INTO entity VALUES ('PERSON', ?)", ((n,) for n in numbers))
        registry.executemany("INSERT INTO form VALUES ('PERSON', ?, ?)", ((dice.randbytes(32), n) for n in numbers))
    registry.close()


def with_entities(bench, counts, size, rounds):
    """run on new transcripts in a study whose registry holds so many people already."""
    points = []
    for count in counts:
        took = []
        for _ in range(rounds):
            study = bench.fresh(bench.study(size, max(2, size // 50_000)))
            later = sorted((study / "incoming").iterdir())[1:]
            aside = bench.work / "aside"
            aside.mkdir(exist_ok=True)
            for path in later:
                path.rename(aside / path.name)
            bench.run_study(study, fresh=False)
            fill_registry(next(study.rglob("registry*.sqlite*")), count)
            shutil.rmtree(study / "audit")   # which knows of another registry
            for path in later:
                (aside / path.name).rename(path)
            took.append(bench.run_study(study, fresh=False))
        points.append({"x": count, "s_per_mb": medians(took)["cpu"] * MEGA / size, "peak": medians(took)["peak"]})
        show("%d entities" % count, points[-1])
    return points


def show(what, figures):
    said = {"s_per_mb": "%.3f s/MB", "s_per_1000": "%.3f s per 1,000", "peak": "%.1f MiB", "start": "start %.2f s"}
    scale = {"peak": 2**20}
    print("%-24s %s" % (what, "  ".join(said[k] % (v / scale.get(k, 1)) for k, v in figures.items() if k in said)), flush=True)


def steps(low, high, factor=10):
    values = [low]
    while values[-1] * factor <= high:
        values.append(values[-1] * factor)
    return values if values[-1] == high else values + [high]


def measure(bench, counts, rounds):
    """`counts`: the numbers of each kind to be tried, and under "bytes" the longest text."""
    size = min(counts["bytes"], 8 * MEGA)
    return {"size": with_size(bench, steps(min(MEGA, counts["bytes"]), counts["bytes"]), rounds),
            "transcripts": with_transcripts(bench, counts["transcripts"], rounds),
            "rules": with_rules(bench, counts["rules"], size, rounds),
            "everyday": with_everyday_rules(bench, counts["everyday"], size, rounds),
            "entries": with_entries(bench, counts["entries"], size, rounds),
            "entities": with_entities(bench, counts["entities"], min(size, MEGA), rounds)}
