"""What a study came to, for tests that want two runs to have come to the same."""
import json
import sqlite3

from study import compare


def registry(study):
    with sqlite3.connect("file:%s?mode=ro" % (study.root / "registry.sqlite"), uri=True) as database:
        return "\n".join(database.iterdump()).encode()


def events(study):
    """The log's records without number, time, link and the digest of sealed bytes, which differ from one sealing to the
    next. Of a transcript that was interrupted and done again the last records count, and none says that a line was cut."""
    records, begun, last = [], {}, {}
    for line in open(study.root / "audit" / "audit.jsonl", encoding="utf-8"):
        record = json.loads(line)
        if record["event"] == "recovered":
            continue
        for name in ("n", "time", "prev", "digest"):
            record.pop(name, None)
        about = (record.get("file") if record["event"] == "scanned" else None) or record.get("transcript")
        again = json.dumps(record, sort_keys=True)
        if about and again in begun.setdefault(about, set()) and about == last.get("about"):
            while records and (records[-1].get("transcript") or records[-1].get("file")) == about:
                records.pop()
            begun[about] = set()
        if about:
            begun[about].add(again)
        last["about"] = about
        records.append(record)
    return b"\n".join(json.dumps(record, sort_keys=True).encode() for record in records)


def report(study):
    text = json.loads((study.root / "reports" / "run.json").read_text(encoding="utf-8"))
    text.pop("audit_records", None)   # an interrupted transcript leaves more
    return json.dumps(text, indent=1).encode()


def compare_studies(wanted, got, what):
    compare(wanted.outputs(), got.outputs(), what)
    for name, part in (("registry", registry), ("report", report), ("events", events)):
        compare({name: part(wanted)}, {name: part(got)}, what)
    assert wanted.call("audit", "verify", str(wanted.root)).returncode == 0
    verified = got.call("audit", "verify", str(got.root))
    assert verified.returncode == 0, verified.stderr.decode()
    left = [p.name for p in got.root.rglob(".moniker-*")] + [p.name for p in (got.root / "work").glob("shards*")]
    assert not left, "%s: left behind: %s" % (what, left)
