#!/usr/bin/env python3
"""Writes docs/peers.md, on standard output, from the figures of compare.py."""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
LABELS = ("PERSON", "LOCATION", "ORG", "DATE")
FEWEST = 10        # gold spans of a label, for a comparison of it to be worth a line
AHEAD = 0.005
DEAR = 0.1        # of F1, or of what is uncovered: a tool that loses more elsewhere is not ahead


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


class Measure:
    """What tools are compared in: how to read it from a score, whether more of it is better, and `fair(theirs, ours)`:
    whether a tool that is better at it does not pay too much."""

    def __init__(self, name, read, fair, label=None, show=per_cent, sign=1, least=AHEAD):
        self.name, self.read, self.fair, self.label = name, read, fair, label
        self.show, self.sign, self.least = show, sign, least

    def lead(self, theirs, ours):
        there, here = self.read(theirs), self.read(ours)
        return -1 if there is None or not self.fair(theirs, ours) else self.sign * (there - (here or 0))

    def best(self, scores, beside):
        """The name of the tool that is most ahead of moniker on the same documents, if by what is worth telling."""
        leads = {n: self.lead(scores[n], scores[beside[n]]) for n in scores if not n.startswith("moniker")}
        name = max(leads, key=leads.get)
        return name if leads[name] >= self.least else None

    def price(self, score):
        """What the tool pays elsewhere."""
        if self.label:
            return pair(score, self.label, "overlap")
        return "%s / %.1f" % (per_cent(leak(score)), alarms(score))


def measures(scores):
    for label in used(scores):
        if scores["moniker"]["labels"][label]["gold"] < FEWEST:
            continue
        f1 = overlap(label, "f1")
        fair = lambda theirs, ours, f1=f1, label=label: (
            theirs["labels"].get(label, {}).get("gold", 0) >= FEWEST and (f1(theirs) or 0) >= (f1(ours) or 0) - DEAR)
        for key, name in (("r", "recall"), ("p", "precision"), ("f1", "F1")):
            yield Measure("%s %s" % (label, name), overlap(label, key), fair, label=label)
    yield Measure("uncovered", leak, lambda theirs, ours: alarms(theirs) <= 2 * alarms(ours) + 1, sign=-1)
    yield Measure("false alarms", alarms, lambda theirs, ours: leak(theirs) <= leak(ours) + DEAR,
                  show=lambda a: "%.1f" % a, sign=-1, least=0.5)


def overlap(label, key):
    return lambda score: score["labels"].get(label, {}).get("overlap", {}).get(key)


def ahead(corpora, beside):
    """Every measure of every corpus in which a peer is better than moniker, with the best one."""
    lines = [row(["corpus", "measure", "moniker", "best other", "reaches", "and pays"]), "|---|---|---:|---|---:|---:|"]
    for corpus, scores in corpora.items():
        for measure in measures(scores):
            name = measure.best(scores, beside)
            if name is None:
                continue
            ours, theirs = (measure.show(measure.read(scores[n])) for n in (beside[name], name))
            where = corpus + beside[name].replace("moniker", "").replace("-on-", ", ")
            lines.append(row([where, measure.name, ours, name, theirs, measure.price(scores[name])]))
    return lines + [""]


def summary(corpora, label):
    """Overlap F1 of one label, a row a tool and a column a corpus."""
    names = [c for c, s in corpora.items() if s["moniker"]["labels"].get(label, {}).get("gold", 0) >= FEWEST]
    lines = head("", names)
    for tool in corpora[names[0]]:
        cells = [per_cent(overlap(label, "f1")(corpora[c][tool])) for c in names]
        lines.append(row([tool] + cells))
    return lines + [""]


def speeds(figures):
    lines = [row(["", "MB/s", "what it is"]), "|---|---:|---|"]
    for name, peer in figures["peers"].items():
        lines.append(row([name, "%.2g" % (peer["bytes"] / 1e6 / max(peer["seconds"], 1e-9)), peer["about"]]))
    return lines + [""]


def main(path):
    figures = json.loads(pathlib.Path(path).read_text())
    tools = figures["peers"]
    corpora = {c: {n: tools[n]["scores"][c] for n in tools} for c in tools["moniker"]["scores"]}
    lines = [(HERE / "page.head.md").read_text(), "## The tools, and how fast they are", ""] + speeds(figures)
    for label in LABELS:
        lines += ["## %s, overlap F1" % label, ""] + summary(corpora, label)
    beside = {n: tools[n]["beside"] for n in tools}
    lines += ["## Where another tool is ahead", "", (HERE / "page.ahead.md").read_text()] + ahead(corpora, beside)
    lines += ["## Every figure", "", "Recall / precision, overlapping, in per cent.", ""]
    for corpus, scores in corpora.items():
        lines += corpus_tables(corpus, scores)
    print("\n".join(lines).rstrip())


if __name__ == "__main__":
    main(sys.argv[1])
