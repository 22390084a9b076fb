#!/usr/bin/env python3
"""Writes docs/peers.md, on standard output, from the figures of compare.py."""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
LABELS = ("PERSON", "LOCATION", "ORG", "DATE")
FEWEST = 10        # gold spans of a label, for a comparison of it to be worth a line
AHEAD = 0.005


def per_cent(share):
    return "-" if share is None else "%.1f" % (100 * share)


def row(cells):
    return "| " + " | ".join(cells) + " |"


def head(first, rest):
    return [row([first] + rest), "|---|" + "---:|" * len(rest)]


def pair(score, label, kind):
    of = score["labels"].get(label)
    if not of or not of["gold"]:
        return "-"
    return "%s / %s" % (per_cent(of[kind]["r"]), per_cent(of[kind]["p"]))


def used(scores):
    """The labels of LABELS that the corpus annotates."""
    return [l for l in LABELS if scores["moniker"]["labels"].get(l, {}).get("gold", 0)]


def leak(score):
    return 1 - score["all"]["covered"]


def alarms(score):
    return 1000 * score["all"]["false_alarms"] / score["words"]


def outside(score):
    return 1000 * score["outside"] / score["words"]


def corpus_tables(corpus, scores):
    any_score = scores["moniker"]
    labels = used(scores)
    lines = ["### " + corpus, "", "%d documents, %d words, %d identifiers" % (
        any_score["documents"], any_score["words"], any_score["all"]["gold"]), ""]
    lines += head("", labels + ["PERSON, any label", "uncovered", "false alarms", "other kinds"])
    for name, score in scores.items():
        any_label = score["labels"].get("PERSON", {}).get("any_label_r")
        lines.append(row([name] + [pair(score, l, "overlap") for l in labels] +
                         [per_cent(any_label), per_cent(leak(score)), "%.1f" % alarms(score), "%.1f" % outside(score)]))
    lines += ["", "The same, exact to the letter:", ""] + head("", labels)
    lines += [row([name] + [pair(score, l, "exact") for l in labels]) for name, score in scores.items()]
    return lines + [""]


def measures(scores):
    """What peers are compared in: name, how to read it from a score, whether more is better."""
    for label in used(scores):
        if scores["moniker"]["labels"][label]["gold"] < FEWEST:
            continue
        for kind, what in (("r", "recall"), ("p", "precision"), ("f1", "F1")):
            yield "%s %s" % (label, what), lambda s, l=label, k=kind: s["labels"].get(l, {}).get("overlap", {}).get(k), 1
    yield "uncovered", leak, -1
    yield "false alarms", lambda s: alarms(s) / 100, -1


def ahead(corpora):
    """Every measure of every corpus in which a peer is better than moniker, with the best one."""
    lines = head("corpus", ["measure", "moniker", "best peer", "reaches", "its recall / precision or leak / alarms"])
    lines[1] = "|---|---|---:|---|---:|---:|"
    for corpus, scores in corpora.items():
        ours = scores["moniker"]
        for what, read, sign in measures(scores):
            theirs = {n: read(s) for n, s in scores.items() if not n.startswith("moniker") and read(s) is not None}
            best = max(theirs, key=lambda n: sign * theirs[n])
            if sign * (theirs[best] - (read(ours) or 0)) < AHEAD:
                continue
            label = what.split()[0]
            context = pair(scores[best], label, "overlap") if label in LABELS else "%s / %.1f" % (
                per_cent(leak(scores[best])), alarms(scores[best]))
            lines.append(row([corpus, what, per_cent(read(ours)) if what != "false alarms" else "%.1f" % alarms(ours), best,
                              per_cent(theirs[best]) if what != "false alarms" else "%.1f" % alarms(scores[best]), context]))
    return lines + [""]


def summary(corpora, label):
    """Overlap F1 of one label, a row a tool and a column a corpus."""
    names = [c for c, s in corpora.items() if s["moniker"]["labels"].get(label, {}).get("gold", 0) >= FEWEST]
    lines = head("", names)
    for tool in corpora[names[0]]:
        cells = [per_cent(corpora[c][tool]["labels"].get(label, {}).get("overlap", {}).get("f1")) for c in names]
        lines.append(row([tool] + cells))
    return lines + [""]


def speeds(figures):
    lines = head("", ["MB/s", "what it is"])
    lines[1] = "|---|---:|---|"
    for name, peer in figures["peers"].items():
        speed = figures["bytes"] / 1e6 / max(peer["seconds"], 1e-9)
        lines.append(row([name, "%.3g" % speed, peer.get("about", "this program, profile " + (
            "strict" if name.endswith("strict") else "balanced"))]))
    return lines + [""]


def main(path):
    figures = json.loads(pathlib.Path(path).read_text())
    corpora = {c: {n: p["scores"][c] for n, p in figures["peers"].items()} for c in figures["peers"]["moniker"]["scores"]}
    lines = [(HERE / "page.head.md").read_text(), "## The tools, and how fast they are", ""] + speeds(figures)
    for label in LABELS:
        lines += ["## %s, overlap F1" % label, ""] + summary(corpora, label)
    lines += ["## Where another tool is ahead", "", (HERE / "page.ahead.md").read_text()] + ahead(corpora)
    lines += ["## Every figure", "", "Recall / precision, overlapping, in per cent.", ""]
    for corpus, scores in corpora.items():
        lines += corpus_tables(corpus, scores)
    print("\n".join(lines).rstrip())


if __name__ == "__main__":
    main(sys.argv[1])
