#!/usr/bin/env python3
"""Whether moniker filter in each engine gives what one plain pipe gives: engines.py MONIKER SOURCE WORK [--all]."""
import json
import os
import pathlib
import shutil
import subprocess
import sys

moniker, source, work = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
here = pathlib.Path(__file__).resolve().parent
ENGINES = (("spark", "pyspark"), ("dask_bag", "dask"), ("duckdb_table", "duckdb"), ("gnu_parallel", None))


def there(module):
    if module is None:
        return shutil.which("parallel") is not None
    return subprocess.run([sys.executable, "-c", "import " + module], stderr=subprocess.DEVNULL).returncode == 0


def write_talk():
    """The sample study's talk as JSON, each line of it a record, in the one way of writing that DuckDB keeps."""
    records = []
    for file in sorted((source / "sample_data" / "gold").glob("*.jsonl")):
        for document in map(json.loads, file.read_text().splitlines()):
            records += [{"id": document["id"], "text": line} for line in document["text"].split("\n") if line.strip()]
    talk = work / "talk.jsonl"
    talk.write_text("".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records))
    return talk


def main():
    os.environ.setdefault("MONIKER_RULES", str(source / "rules"))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    keys, talk, plain = work / "keys", write_talk(), work / "plain.jsonl"
    if not keys.exists():
        subprocess.run([moniker, "keygen", "--folder", str(keys), "--only", "study"], check=True, stdout=subprocess.DEVNULL)
    command = [moniker, "filter", "--jsonl", "--key", str(keys / "study.key")]
    with talk.open("rb") as stdin, plain.open("wb") as stdout:
        subprocess.run(command, stdin=stdin, stdout=stdout, check=True)
    wanted = plain.read_bytes()
    assert wanted != talk.read_bytes() and wanted.count(b"\n") == talk.read_bytes().count(b"\n")
    print("a plain pipe: %d records, %d pseudonyms" % (wanted.count(b"\n"), wanted.count(b"[PERSON_")))
    status = 0
    for name, module in ENGINES:
        if not there(module):
            print("%s: is not here" % name)
            status |= "--all" in sys.argv
            continue
        target = work / (name + ".jsonl")
        target.unlink(missing_ok=True)
        done = subprocess.run([sys.executable, str(here / (name + ".py")), str(talk), str(target), *command], capture_output=True, text=True)
        same = done.returncode == 0 and target.read_bytes() == wanted
        said = done.stdout.strip().splitlines()[-1:] if same else [done.stderr[-2000:]]
        print("%s: %s %s" % (name, "the same bytes:" if same else "DIFFERS", *said))
        status |= not same
    return int(status)


sys.exit(main())
