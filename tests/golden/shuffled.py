#!/usr/bin/env python3
"""Shuffled numbers tell nothing of file names: with other names for the same files, the same numbers.

    shuffled.py MONIKER SOURCE MATERIAL
"""
import pathlib
import shutil
import sys
import tempfile

from study import Study


def shuffled_study(moniker, source, folder, material, rename, keys=None):
    study = Study(moniker, source, folder, material, keys=keys)
    config, register = study.root / "moniker.yaml", study.root / "participants.csv"
    text = config.read_text(encoding="utf-8")
    assert "order: sequential" in text, "the sample's numbering has changed"
    config.write_text(text.replace("order: sequential", "order: shuffled"), encoding="utf-8")
    rows = register.read_text(encoding="utf-8")
    for path in sorted(pathlib.Path(material, "incoming").iterdir()):
        shutil.copy(path, study.root / "incoming" / rename(path.name))
        rows = rows.replace(path.name + "=", rename(path.name) + "=")
    register.write_text(rows, encoding="utf-8")
    assert study.run("--quiet").returncode <= 1
    return {row["file"]: row["transcript"] for row in study.linkage() if row["file"]}


def main():
    moniker, source, material = sys.argv[1:4]
    files = sorted(path.name for path in pathlib.Path(material, "incoming").iterdir())
    other = {name: "%c.%s" % (ord("z") - i, name.rsplit(".")[-1]) for i, name in enumerate(files)}
    with tempfile.TemporaryDirectory() as folder:
        one = shuffled_study(moniker, source, pathlib.Path(folder, "one"), material, lambda name: name)
        two = shuffled_study(moniker, source, pathlib.Path(folder, "two"), material, other.get,
                             keys=pathlib.Path(folder, "one", "keys"))
        assert one == {name: two[other[name]] for name in files if other[name] in two}, (one, two)
        assert sorted(one.values()) == sorted(two.values())
    return 0


if __name__ == "__main__":
    sys.exit(main())
