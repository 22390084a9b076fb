#!/usr/bin/env python3
"""Runs moniker and every peer of peers.tsv on the same gold files and scores all with `moniker eval`.

compare.py MONIKER WORK GOLD.jsonl...   writes WORK/figures.json; WORK holds what scripts/compare-peers installed.

Each file is measured twice, as it is and in small letters. A peer sees ids and texts, never the gold, and all texts in
one process; what it found is kept in WORK/found and used again while peer and texts are the same.
"""
import fnmatch
import hashlib
import json
import os
import pathlib
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
OURS = [("moniker", [], "this program as it comes"),
        ("moniker-strict", ["--profile", "strict"], "its strict profile"),
        ("moniker-rules", ["--no-tagger"], "its rules and lists alone, without the tagger")]


def table(name):
    lines = (HERE / name).read_text().splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def documents(path):
    with path.open() as lines:
        return [json.loads(line) for line in lines if line.strip()]


def lower(text):
    """Small letters, where they take as many bytes: spans keep their places."""
    return "".join(c.lower() if len(c.lower().encode()) == len(c.encode()) else c for c in text)


def corpus_name(path):
    return path.parent.name if path.stem == "dev" else path.stem


def prepare(work, paths):
    """Copies the gold, and its copy in small letters; gives name -> path."""
    corpora = {}
    for path in map(pathlib.Path, paths):
        for suffix, change in (("", str), ("-lower", lower)):
            target = work / "gold" / (corpus_name(path) + suffix + ".jsonl")
            changed = [dict(d, text=change(d["text"])) for d in documents(path)]
            target.write_text("".join(json.dumps(d) + "\n" for d in changed))
            corpora[target.stem] = target
    return corpora


def weight(found):
    return sum(len(document["text"].encode()) for document in found)


def thin(found, limit):
    """Every so manieth document, so that they weigh no more than `limit` kB together; all of them for 0."""
    light = [document for document in found if not limit or weight([document]) <= limit * 1000]
    step = 1
    while limit and weight(light[::step]) > limit * 1000:
        step += 1
    return light[::step]


def sample(work, corpora, limit):
    """The same corpora, thinned; gives name -> path."""
    folder = work / "gold" / ("at-most-%d" % limit)
    folder.mkdir(exist_ok=True)
    for name, path in corpora.items():
        (folder / path.name).write_text("".join(json.dumps(d) + "\n" for d in thin(documents(path), limit)))
    return {name: folder / path.name for name, path in corpora.items()}


def write_texts(work, name, corpora):
    """All texts in one file, without the gold; an id is the corpus's name, a blank and the document's id."""
    texts = work / ("texts-%s.jsonl" % name)
    with texts.open("w") as out:
        for corpus, path in corpora.items():
            for document in documents(path):
                out.write(json.dumps({"id": corpus + " " + document["id"], "text": document["text"]}) + "\n")
    return texts


def command(work, runs_in, peer, mode):
    if runs_in == "python":
        return [work / "python/bin/python", HERE / "python/run.py", peer, mode]
    if runs_in == "node":
        return ["node", work / "node/run.mjs", peer, mode]
    jars = "%s/*" % (work / "java")
    return ["java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", jars, HERE / "java/CoreNlp.java", mode]


def digest(*paths, also=""):
    sum_ = hashlib.sha256(also.encode())
    for path in paths:
        sum_.update(path.read_bytes())
    return sum_.hexdigest()


def run_peer(work, texts, name, peer, mode, runs_in):
    """What the peer found in all texts; gives the seconds its calls took."""
    found, seal = work / "found" / (name + ".jsonl"), work / "found" / (name + ".seal")
    files = sorted(p for p in (HERE / runs_in).iterdir() if p.is_file())
    own = [p for p in files if "peer_" not in p.name or peer in p.name]
    key = digest(texts, HERE / "requirements.txt", *own, also=mode)
    if seal.exists() and seal.read_text().split()[0] == key:
        return float(seal.read_text().split()[1])
    with texts.open() as given, found.open("w") as out:
        done = subprocess.run(["nice", *map(str, command(work, runs_in, peer, mode))], stdin=given, stdout=out,
                              stderr=subprocess.PIPE, text=True, env=dict(os.environ, **ONE_THREAD))
    if done.returncode:
        sys.exit("compare-peers: %s failed:\n%s" % (name, done.stderr[-800:]))
    seconds = float(done.stderr.split()[-1])
    seal.write_text("%s %f\n" % (key, seconds))
    return seconds


def our_label(labels, peer, theirs):
    for of, pattern, ours in labels:
        if of == peer and fnmatch.fnmatchcase(theirs, pattern):
            return ours
    sys.exit("compare-peers: labels.tsv has no row for %s of %s" % (theirs, peer))


def split(work, name, peer, labels, corpora):
    """Predictions of each corpus in our labels; gives name -> path."""
    folder = work / "predictions" / name
    folder.mkdir(parents=True, exist_ok=True)
    paths = {corpus: folder / (corpus + ".jsonl") for corpus in corpora}
    files = {corpus: path.open("w") for corpus, path in paths.items()}
    for document in documents(work / "found" / (name + ".jsonl")):
        corpus, id_ = document["id"].split(" ", 1)
        named = [dict(span, label=our_label(labels, peer, span["label"])) for span in document["spans"]]
        kept = [span for span in named if span["label"] != "-"]
        files[corpus].write(json.dumps({"id": id_, "spans": kept}) + "\n")
    for file in files.values():
        file.close()
    return paths


def evaluate(moniker, gold, *options):
    """The figures of one corpus, and the seconds of processor time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(["nice", moniker, "eval", gold, "--rules", RULES, "--json", *options], check=True,
                          stdout=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout)[0], seconds


def measure_ours(moniker, work, corpora, options):
    nothing = work / "gold" / "nothing"
    nothing.write_text("")
    _, starting = evaluate(moniker, nothing, *options)   # reading the rules
    scores, seconds = {}, 0.0
    for corpus, gold in corpora.items():
        scores[corpus], took = evaluate(moniker, gold, *options)
        seconds += max(took - starting, 0.0)
    return scores, seconds


def measure_peer(moniker, work, corpora, labels, row, texts):
    name, peer, mode, runs_in = row[:4]
    seconds = run_peer(work, texts, name, peer, mode, runs_in)
    paths = split(work, name, peer, labels, corpora)
    return {c: evaluate(moniker, gold, "--predictions", paths[c])[0] for c, gold in corpora.items()}, seconds


def compare(moniker, work, whole):
    """Figures by tool. Where a tool sees a sample, moniker is measured on that too, and stands beside it."""
    figures, labels, rows = {}, table("labels.tsv"), table("peers.tsv")

    def note(name, about, texts, beside, measured):
        size = weight(documents(texts))
        scores, seconds = measured
        figures[name] = {"about": about, "bytes": size, "beside": beside, "scores": scores, "seconds": seconds}
        print("%-20s %8.1f s" % (name, seconds), flush=True)

    for limit in sorted({int(row[4]) for row in rows}):
        corpora = sample(work, whole, limit) if limit else whole
        texts = write_texts(work, "%d" % limit, corpora)
        beside = "moniker" + ("-on-%dkB" % limit if limit else "")
        ours = [(beside, [], "this program, on no more of each file either")] if limit else OURS
        for name, options, about in ours:
            note(name, about, texts, beside, measure_ours(moniker, work, corpora, options))
        for row in (row for row in rows if int(row[4]) == limit):
            note(row[0], row[5], texts, beside, measure_peer(moniker, work, corpora, labels, row, texts))
    return figures


def main(moniker, work, paths):
    for folder in ("gold", "found", "predictions"):
        (work / folder).mkdir(parents=True, exist_ok=True)
    figures = {"peers": compare(moniker, work, prepare(work, paths))}
    (work / "figures.json").write_text(json.dumps(figures))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:])
