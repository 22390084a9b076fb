#!/usr/bin/env python3
"""`moniker report` on the sample study: the page is well-formed, can be read without seeing it, needs nothing from elsewhere,
and tells what the JSON tells, which sums up as run.json does. No number of the register and no file's name stands in either.

    report.py MONIKER SOURCE MATERIAL
"""
import csv
import html.parser
import json
import pathlib
import re
import sys
import tempfile

from study import Study

void = {"meta", "col", "wbr"}


class Page(html.parser.HTMLParser):
    """Follows what is open, and notes what a reader who cannot see the page is left without."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.ids, self.links, self.headings, self.text = [], [], [], [], [], ""
        self.feed(text)
        self.wrong += ["left open: %s" % name for name in self.open]

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[name] for name in ("href", "src") if name in given]
        if tag == "th" and given.get("scope") not in ("row", "col"):
            self.wrong.append("a heading of a table without scope")
        if tag == "svg" and given.get("aria-hidden") != "true" and given.get("role") != "img":
            self.wrong.append("a picture that says nothing")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if self.open[-1:] == ["table"] and tag == "thead" and "caption" not in self.seen_in_table:
            self.wrong.append("a table without a caption")
        if tag == "table":
            self.seen_in_table = set()
        elif "table" in self.open:
            self.seen_in_table.add(tag)
        if tag not in void:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append("%s is closed and not open" % tag)

    def handle_data(self, data):
        self.text += "" if "style" in self.open else data + " "


def check_page(page):
    assert not page.wrong, page.wrong[:5]
    assert len(set(page.ids)) == len(page.ids), "an id stands twice"
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links), page.links
    assert page.headings[0] == 1 and page.headings.count(1) == 1, page.headings
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:])), page.headings


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(pathlib.Path(material, "incoming").iterdir()))
        assert study.run("--quiet").returncode <= 1
        log = (study.root / "audit" / "audit.jsonl").read_bytes()
        told = json.loads(study.call("report", str(study.root), "--json", check=True).stdout)
        study.call("report", str(study.root), check=True)
        text = (study.root / "reports" / "report.html").read_text(encoding="utf-8")
        assert (study.root / "audit" / "audit.jsonl").read_bytes() == log, "the report wrote into the log"
        page, run = Page(text), study.report()
        check_page(page)
        for elsewhere in ("http://", "https://", "<script", "<link", "@import"):
            assert elsewhere not in text, elsewhere

        by_label = {label["label"]: label for label in told["replaced"]}
        for mine, other in zip(told["transcripts"], run["transcripts"]):
            assert mine["replaced"] == other["replaced"], "the log counts otherwise than the run: " + mine["transcript"]
            for label, count in other["replaced"].items():
                assert by_label[label]["transcripts"][mine["transcript"]] == count, (mine["transcript"], label)
        for label in told["replaced"]:
            assert sum(label["rules"].values()) == sum(label["transcripts"].values()) == label["replaced"], label["label"]
            assert label["label"] in page.text
        for person in told["consent"]["people"]:
            assert person["who"] in page.text
        assert told["log"]["verified"] and told["log"]["head"] in page.text and told["log"]["public_key"] in page.text
        for key in told["keys"]:
            assert key["public_key"] in page.text and key["fingerprint"] in page.text
        assert told["decisions"] == [] and "No decisions" in page.text
        assert told["risk"]["bound"] is None

        secret = [path.name for path in (study.root / "incoming").iterdir()]
        with open(study.root / "participants.csv", newline="", encoding="utf-8") as register:
            secret += [row["number"] for row in csv.DictReader(register)]
        for words in (text, json.dumps(told, ensure_ascii=False)):
            found = [name for name in secret if name in words]
            assert not found, "%d of the register's numbers and files' names are told" % len(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
