"""Other tools on the very same text: how fast, and how much they find of what is known to be in it.

The tools, their versions and what their kinds are called here are those of tests/peers. A tool's seconds are those of its
own calls, without its start and without reading JSON; moniker's are those of its whole process less those of a process that
has one line to read.
"""
import json
import subprocess
import sys
import tempfile

from bench import MEGA, ROOT, RULES
from processes import alternate, medians, run

sys.path.insert(0, str(ROOT / "tests/peers"))
import compare  # noqa: E402

NODE = ["compromise", "wink", "openredaction", "openredaction-gdpr", "redact-pii"]
SLOW = {"presidio": 20, "presidio-best": 20}   # see every so manieth line only


def rows(names):
    return [row for row in compare.table("peers.tsv") if row[0] in names]


def texts_only(gold, every=1):
    """The lines without their gold; and the gold of those lines, beside it. Gives both paths and the bytes of text."""
    with gold.open() as lines:
        documents = [json.loads(line) for line in list(lines)[::every] if line.strip()]
    texts, kept = (gold.with_suffix(".%s-%d.jsonl" % (what, every)) for what in ("texts", "gold"))
    texts.write_text("".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents))
    kept.write_text("".join(json.dumps(d) + "\n" for d in documents))
    return texts, kept, compare.weight(documents)


def peer_call(work, row, texts, found):
    """Runs a peer; gives a Took whose seconds are those that the peer counted for its own calls."""
    name, peer, mode, runs_in = row[:4]
    with tempfile.TemporaryFile("w+") as said, found.open("w") as out:
        took = run(compare.command(work, runs_in, peer, mode), stdin=texts, stdout=out, stderr=said)
        said.seek(0)
        took.cpu = float(said.read().split()[-1])
    return took


def score(bench, gold, predictions):
    """Recall: identifiers of which anything was found. Precision: findings that touch an identifier. Under any label."""
    done = subprocess.run([bench.moniker, "eval", gold, "--rules", RULES, "--predictions", predictions, "--json"], check=True, stdout=subprocess.PIPE)
    figures = json.loads(done.stdout)[0]
    everything, person = figures["all"], figures["labels"].get("PERSON", {})
    return {"recall": everything["any_label_r"], "precision": 1 - everything["false_alarms"] / max(1, everything["predicted"]),
            "person_recall": person.get("any_label_r")}


def renamed(found, peer, labels, target):
    """A peer's findings under our labels."""
    with target.open("w") as out:
        for document in compare.documents(found):
            spans = [dict(s, label=compare.our_label(labels, peer, s["label"])) for s in document["spans"]]
            out.write(json.dumps({"id": document["id"], "spans": [s for s in spans if s["label"] != "-"]}) + "\n")
    return target


def measure_gold(bench, gold, names, rounds):
    """All tools on one gold file, in turn."""
    work, labels = ROOT / "build/peers", compare.table("labels.tsv")
    texts, kept, size = texts_only(gold)
    ours = bench.work / "found-moniker.jsonl"
    calls, weigh, golds, peer_of = {}, {}, {}, {}

    def detect():
        with ours.open("w") as out:
            return bench.detect(texts, "--input", "jsonl", "--output", "jsonl", stdout=out)

    calls["moniker detect"] = detect
    if bench.has_filter():
        calls["moniker filter"] = lambda: bench.filter(texts, "--jsonl")
    for row in rows(names):
        every = SLOW.get(row[0], 1)
        theirs, golds[row[0]], weigh[row[0]] = texts_only(gold, every)
        found = bench.work / ("found-%s.jsonl" % row[0])
        calls[row[0]] = lambda row=row, theirs=theirs, found=found: peer_call(work, row, theirs, found)
        peer_of[row[0]] = row[1]
    took = alternate(calls, rounds)
    one_line = bench.work / "one.jsonl"
    one_line.write_text('{"id": "1", "text": "Right."}\n')
    starting = medians([bench.detect(one_line, "--input", "jsonl") for _ in range(3)])["cpu"]
    figures = {}
    for name, list_ in took.items():
        seconds = medians(list_)["cpu"] - (0 if name in peer_of else starting)
        figures[name] = {"mb_s": weigh.get(name, size) / MEGA / max(1e-3, seconds), "bytes": weigh.get(name, size)}
        if name in peer_of:
            found = renamed(bench.work / ("found-%s.jsonl" % name), peer_of[name], labels, bench.work / "renamed.jsonl")
            figures[name].update(score(bench, golds[name], found))
        elif name == "moniker detect":
            figures[name].update(score(bench, kept, ours))
        print("%-20s %-18s %s" % (gold.stem, name, "  ".join("%s %.3f" % (k, v) for k, v in figures[name].items() if v is not None)), flush=True)
    return figures


def measure(bench, size, gold_files, rounds, presidio=False):
    names = NODE + (["presidio"] if presidio else [])
    subprocess.run([ROOT / "scripts/compare-peers", "--install", "node", *(["python"] if presidio else [])], check=True)
    bench.lines(size)
    figures = {"dialogue": measure_gold(bench, bench.work / ("gold-%d.jsonl" % size), names, rounds)}
    sample = bench.work / "sample_data.jsonl"
    sample.write_text("".join(p.read_text() for p in sorted((ROOT / "sample_data/gold").glob("*.jsonl"))))
    for gold in [sample, *gold_files]:
        copy = bench.work / ("corpus-%s.jsonl" % compare.corpus_name(gold))
        copy.write_text(gold.read_text())
        figures[compare.corpus_name(gold)] = measure_gold(bench, copy, names, 1)
        copy.unlink()
    return {"bytes": size, "corpora": figures}
