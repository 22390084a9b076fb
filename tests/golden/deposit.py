#!/usr/bin/env python3
"""Runs a small study, makes its deposit with a key that is always the same, and compares all of it with its golden files; then
holds the deposit against the study: nobody's words without their consent, no name of the team's.

    deposit.py MONIKER SOURCE SAMPLE [--update]
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from study import Study, compare

key = b"MONIKER-DEPOSIT-KEY-1 " + b"2a" * 32 + b"\n"


def files_in(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def main():
    moniker, source = sys.argv[1:3]
    case = pathlib.Path(__file__).parent / "deposits" / "archive"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        material = folder / "material"
        shutil.copytree(case, material)
        study = Study(moniker, source, folder / "study", material)
        shutil.copy(case / "wording.txt", study.root)
        study.deliver(sorted((case / "incoming").iterdir()))
        if study.run("--quiet").returncode > 1:
            raise AssertionError("the study did not run")
        recipient = (study.root / "keys" / "custodian.pub").read_text().split()[0]
        subprocess.run(["age", "-r", recipient, "-o", str(folder / "key.age")], input=key, check=True)
        got = {}
        for marks in ("brackets", "xml"):
            done = study.call("deposit", str(study.root), "-i", str(study.root / "keys" / "custodian.key"), "-o",
                              str(folder / marks), "--key", str(folder / "key.age"), "--marks", marks)
            if done.returncode != 0:
                raise AssertionError("deposit: status %d\n%s" % (done.returncode, (done.stdout + done.stderr).decode()))
            got.update({marks + "/" + name: data for name, data in files_in(folder / marks).items()})
        everything = b"\n".join(got.values()).decode()
        for forbidden in ("brewery", "anywhere", "took an hour", "Dundee", "Otley", "Fenwick", "Gary", "Maggie", "960 123"):
            if forbidden in everything:
                raise AssertionError("the deposit holds " + forbidden)
        named = {row["pseudonym"] for row in study.linkage()} | {row["surrogate"] for row in study.linkage()}
        for name in named - {""}:
            if re.search(r"\b%s\b" % re.escape(name), everything):
                raise AssertionError("the deposit holds a name of the team's: " + name)
        expected = case / "expected"
        if "--update" in sys.argv:
            shutil.rmtree(expected, ignore_errors=True)
            for name, data in got.items():
                (expected / name).parent.mkdir(parents=True, exist_ok=True)
                (expected / name).write_bytes(data)
            return 0
        compare(files_in(expected), got, "deposit")
        return study.call("audit", "verify", str(study.root)).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
