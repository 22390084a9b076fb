#!/usr/bin/env python3
"""The sample study gives the same opened outputs with 1 thread and 8, however its files were put there, and a second
run changes nothing.

    same_result.py MONIKER SOURCE MATERIAL
"""
import pathlib
import sys
import tempfile

from study import Study, compare


def main():
    moniker, source, material = sys.argv[1:4]
    files = sorted(pathlib.Path(material, "incoming").iterdir())
    with tempfile.TemporaryDirectory() as folder:
        one = Study(moniker, source, pathlib.Path(folder, "one"), material)
        one.deliver(files)
        status = one.run("--quiet", "--threads", "1").returncode
        assert status <= 1, status
        eight = Study(moniker, source, pathlib.Path(folder, "eight"), material, keys=one.root / "keys")
        eight.deliver(reversed(files))
        assert eight.run("--quiet", "--threads", "8").returncode == status
        compare(one.outputs(), eight.outputs(), "1 thread and 8")

        sealed = {p: p.read_bytes() for p in (one.root / "out").iterdir()}
        assert one.run("--quiet").returncode == status
        assert sealed == {p: p.read_bytes() for p in (one.root / "out").iterdir()}, "a second run wrote something again"
        compare(eight.outputs(), one.outputs(), "a second run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
