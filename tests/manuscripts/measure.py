#!/usr/bin/env python3
"""Makes every manuscript of papers/, asks `moniker quotes` of each, and counts what is found against its gold.

    measure.py MONIKER SOURCE [--write]

Prints the table that stands in docs/quotes.md, and exits with 1 where that page has another, or where less is found than
`floors` allow; --write puts the table into the page. Gold lines are `KIND: WORDS`: a finding of that kind is right when its
words hold WORDS; `extract: ID: WORDS` is an extract that begins so, credited to that ID; `adds-up: A B C` a breakdown.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make  # noqa: E402

faults = ["contradiction", "mixed-ids", "beyond-sample", "wrong-sum", "identifier", "unique"]
names = {"contradiction": "contradictions", "mixed-ids": "mixed IDs", "beyond-sample": "IDs beyond the sample", "wrong-sum": "wrong sums",
         "identifier": "identifiers in extracts", "unique": "the only one", "extract": "extracts, credited rightly", "adds-up": "breakdowns that add up"}
floors = {"contradiction": 1, "mixed-ids": 1, "beyond-sample": 1, "wrong-sum": 0.99, "identifier": 1, "unique": 1, "extract": 0.97, "adds-up": 0.8}
begin, end = "<!-- measured -->", "<!-- end of what is measured -->"


def plain(text):
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def same_id(wanted, got):
    number = lambda text: int((re.findall(r"\d+", text) or ["-1"])[-1])   # noqa: E731
    return bool(got) and number(wanted) == number(got)


def ask(moniker, rules, paper):
    done = subprocess.run([moniker, "quotes", str(paper), "--json", "--rules", rules], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit("%s: status %d\n%s" % (paper.name, done.returncode, done.stderr))
    told = json.loads(done.stdout)
    assert (done.returncode == 1) == bool(told["findings"]), "%s: the status does not fit" % paper.name
    return told


def words_of(finding):
    return plain(finding["says"] + " " + " ".join(place["words"] for place in finding["where"]))


class Tally:
    def __init__(self):
        self.wanted, self.found, self.false = dict.fromkeys(names, 0), dict.fromkeys(names, 0), dict.fromkeys(names, 0)
        self.alarms, self.missed = {}, []

    def take(self, name, gold, told):
        left = list(told["findings"])
        for kind, words in gold:
            if kind not in names:
                sys.exit("%s: there is no kind %s" % (name, kind))
            self.wanted[kind] += 1
            good = getattr(self, {"extract": "extract", "adds-up": "adds_up"}.get(kind, "fault"))(kind, words, told, left)
            self.found[kind] += good
            if not good:
                self.missed.append("%s: %s: %s" % (name, kind, words))
        for finding in left:
            self.false[finding["kind"]] += 1
            self.missed.append("%s: FALSE %s: %s" % (name, finding["kind"], finding["says"]))
        self.alarms[name] = len(left)
        wanted = sum(kind == "extract" for kind, _ in gold)
        credited = sum(bool(one["credited_to"]) for one in told["extracts"])
        self.false["extract"] += max(0, credited - wanted)

    @staticmethod
    def fault(kind, words, told, left):
        for finding in left:
            if finding["kind"] == kind and plain(words) in words_of(finding):
                left.remove(finding)
                return True
        return False

    @staticmethod
    def extract(_, words, told, left):
        who, _, begins = words.partition(": ")
        return any(plain(one["words"]).startswith(plain(begins)) and same_id(who, one["credited_to"]) for one in told["extracts"])

    @staticmethod
    def adds_up(_, words, told, left):
        wanted = sorted(float(word) for word in words.split())
        return any(one["verdict"] == "adds up" and sorted(part["value"] for part in one["parts"]) == wanted for one in told["breakdowns"])

    def table(self, papers):
        lines = ["| kind | planted | found | recall | false | precision |", "|---|---:|---:|---:|---:|---:|"]
        for kind, name in names.items():
            right, wrong = self.found[kind], self.false[kind]
            lines.append("| %s | %d | %d | %s | %d | %s |" % (
                name, self.wanted[kind], right, share(right, self.wanted[kind]), wrong, share(right, right + wrong)))
        clean = [alarms for name, alarms in self.alarms.items() if name.startswith("clean")]
        lines += ["", "%d manuscripts, %d of them clean: %d false alarms in the clean ones, %d in the others, at most %d in one." % (
            papers, len(clean), sum(clean), sum(self.alarms.values()) - sum(clean), max(self.alarms.values()))]
        return "\n".join(lines)


def share(part, whole):
    return "%.1f %%" % (100 * part / whole) if whole else "-"


def main():
    moniker, source = sys.argv[1], pathlib.Path(sys.argv[2])
    tally, papers = Tally(), sorted((source / "tests/manuscripts/papers").glob("*.paper"))
    with tempfile.TemporaryDirectory() as folder:
        for paper in papers:
            gold = [tuple(line.split(": ", 1)) for line in make.read(paper)[2]]
            tally.take(paper.stem, gold, ask(moniker, str(source / "rules"), make.make(paper, pathlib.Path(folder))))
    print("\n".join(tally.missed))
    table = tally.table(len(papers))
    print(table)
    page = source / "docs/quotes.md"
    text = page.read_text()
    wanted = text[:text.index(begin)] + begin + "\n" + table + "\n" + text[text.index(end):]
    if "--write" in sys.argv:
        page.write_text(wanted)
    low = [kind for kind, floor in floors.items() if tally.found[kind] < floor * tally.wanted[kind]]
    many = [name for name, alarms in tally.alarms.items() if alarms > 1]
    print("below their floors: %s; too many alarms: %s" % (low or "none", many or "none"))
    if wanted != text and "--write" not in sys.argv:
        print("docs/quotes.md has another table: measure.py MONIKER SOURCE --write")
        return 1
    return 1 if low or many else 0


if __name__ == "__main__":
    sys.exit(main())
