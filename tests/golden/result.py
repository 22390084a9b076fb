"""What a study came to, for tests that want two runs to have come to the same."""
import json
import sqlite3

from study import compare


def registry(study):
    with sqlite3.connect("file:%s?mode=ro" % (study.root / "registry.sqlite"), uri=True) as database:
        return "\n".join(database.iterdump()).encode()


def events(study):
    """The log's records without number, time, link and the digest of sealed bytes, which differ from one sealing to the
    next. Of a transcript that was interrupted and done again the last records count (several are published together, and
    so interrupted together), and none says that a line was cut."""
    def about(record):
        return (record.get("file") if record["event"] == "scanned" else None) or record.get("transcript")

    records, begun = [], {}
    for line in open(study.root / "audit" / "audit.jsonl", encoding="utf-8"):
        record = json.loads(line)
        if record["event"] == "recovered":
            continue
        for name in ("n", "time", "prev", "digest", "ledger", "registry", "report", "page"):   # of the number of records, too
            record.pop(name, None)
        again = json.dumps(record, sort_keys=True)
        whom = about(record)
        if whom and again in begun.setdefault(whom, set()):
            records = [other for other in records if about(other) != whom]
            begun[whom] = set()
        if whom:
            begun[whom].add(again)
        records.append(record)
    return b"\n".join(json.dumps(record, sort_keys=True).encode() for record in records)


def report(study):
    text = json.loads((study.root / "reports" / "run.json").read_text(encoding="utf-8"))
    text.pop("audit_records", None)   # an interrupted transcript leaves more
    return json.dumps(text, indent=1).encode()


def compare_studies(wanted, got, what, in_one_go=True):
    """A study that was planned twice logs the steps of both, in the order in which they were taken over."""
    compare(wanted.outputs(), got.outputs(), what)
    for name, part in [("registry", registry), ("report", report)] + [("events", events)] * in_one_go:
        compare({name: part(wanted)}, {name: part(got)}, what)
    assert wanted.call("audit", "verify", str(wanted.root)).returncode == 0
    verified = got.call("audit", "verify", str(got.root))
    assert verified.returncode == 0, verified.stderr.decode()
    left = [p.name for p in got.root.rglob(".moniker-*")] + [p.name for p in (got.root / "work").glob("shards*")]
    assert not left, "%s: left behind: %s" % (what, left)
