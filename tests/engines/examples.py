#!/usr/bin/env python3
"""The examples of docs/engines.md, as they stand there: examples.py MONIKER SOURCE WORK SITE RLIBRARY [--all].

A fenced block under `<!-- example: NAME -->` is a whole program. Each runs in an empty folder of its own with talk.jsonl and
keys/study.key, and every row that it leaves in `masked`, whatever the order, must be the row of one plain pipe.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

moniker, source, work, site, rlibrary = [pathlib.Path(word).resolve() for word in sys.argv[1:6]]
wanted = {"spark.py": "pyspark", "dask.py": "dask", "duckdb.py": "duckdb", "r.R": None, "pandas_and_polars.py": "polars"}


def examples():
    page = (source / "docs/engines.md").read_text()
    return re.findall(r"^<!-- example: (\S+) -->\n```\w+\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def is_there(name):
    if wanted[name] is None:
        return shutil.which("Rscript") is not None and (rlibrary / "moniker").exists()
    return subprocess.run([sys.executable, "-c", "import " + wanted[name]], stderr=subprocess.DEVNULL).returncode == 0


def rows_of(folder):
    files = [folder / "masked.json"] if (folder / "masked.json").exists() else sorted((folder / "masked").glob("*.json"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return sorted(rows, key=lambda row: row["n"])


def main():
    records = [dict(json.loads(line), n=number) for number, line in enumerate((work / "talk.jsonl").read_text().splitlines())]
    talk = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    piped = subprocess.run([moniker, "filter", "--jsonl", "--key", work / "keys/study.key"], input=talk.encode(), capture_output=True, check=True)
    plain = [json.loads(line) for line in piped.stdout.splitlines()]
    assert len(plain) > 500 and plain != records
    env = dict(os.environ, MONIKER=str(moniker), PYTHONPATH=str(site), R_LIBS=str(rlibrary), PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    found = examples()
    status = int({name for name, _ in found} != set(wanted))
    for name, text in found:
        if not is_there(name):
            print("example %s: its engine is not here" % name)
            status |= "--all" in sys.argv
            continue
        folder = work / "examples" / name.split(".")[0]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "talk.jsonl").write_text(talk, encoding="utf-8")
        shutil.copytree(work / "keys", folder / "keys")
        program = folder / ("example_" + name)   # not `dask.py`: it would import itself
        program.write_text(text)
        done = subprocess.run(["Rscript" if name.endswith(".R") else sys.executable, program.name], cwd=folder, env=env, capture_output=True, text=True)
        same = done.returncode == 0 and rows_of(folder) == plain
        print("example %s: %s" % (name, "%d rows, as a plain pipe gives them" % len(plain) if same else "DIFFERS\n" + done.stderr[-2000:]))
        status |= not same
    return int(status)


sys.exit(main())
