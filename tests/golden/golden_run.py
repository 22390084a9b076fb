#!/usr/bin/env python3
"""Runs a whole small study and compares every opened output, the report and the exit status with its golden files.

    golden_run.py MONIKER SOURCE CASE [--update]

CASE holds moniker.yaml, participants.csv, incoming/ and expected/ (opened outputs by name, run.md, report.json, status, and what
the custodian is told by `participants` and `intrude`).
"""
import json
import pathlib
import sys
import tempfile

from study import Study, compare


def report_of(study):
    """What `moniker report --json` says, but for days, keys, digests and what every change of a rule changes."""
    told = json.loads(study.call("report", str(study.root), "--json", check=True).stdout)
    for name in ("made", "version", "keys", "rules", "log"):
        del told[name]
    for transcript in told["transcripts"]:
        del transcript["sealed"]
    return json.dumps(told, indent=1, ensure_ascii=False).encode() + b"\n"


def custodian_is_told(study, command, *options):
    """What a command of the custodian's side says, and its status; a refusal as it stands."""
    done = study.call(command, study.root.name, "-i", study.root.name + "/keys/custodian.key", "--json", *options, cwd=study.root.parent)
    return (done.stdout or done.stderr) + b"status %d\n" % done.returncode


def main():
    moniker, source, case = sys.argv[1:4]
    case = pathlib.Path(case)
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), case)
        study.deliver(sorted((case / "incoming").iterdir()))
        done = study.run("--quiet")
        if done.returncode > 1:
            print(done.stderr.decode())
            return 1
        got = {name: data for name, data in study.outputs().items() if not name.endswith(".docx")}
        got["run.md"] = (study.root / "reports" / "run.md").read_bytes()
        got["report.json"] = report_of(study)
        got["participants.json"] = custodian_is_told(study, "participants")
        got["intrude.json"] = custodian_is_told(study, "intrude", "--all", "--show-text")
        got["status"] = b"%d\n" % done.returncode
        expected = case / "expected"
        if "--update" in sys.argv:
            expected.mkdir(exist_ok=True)
            for old in expected.iterdir():
                old.unlink()
            for name, data in got.items():
                (expected / name).write_bytes(data)
            return 0
        compare({path.name: path.read_bytes() for path in expected.iterdir()}, got, case.name)
        verified = study.call("audit", "verify", str(study.root))
        if verified.returncode != 0:
            print(verified.stderr.decode())
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
