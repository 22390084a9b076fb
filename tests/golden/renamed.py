#!/usr/bin/env python3
"""A transcript is its talk and not its file's name: all files of a finished study are renamed, and nothing else changes.

    renamed.py MONIKER SOURCE MATERIAL

Renamed with their sessions, they keep numbers, pseudonyms and the very bytes of their outputs, with work/ or without it,
and where two exchange their names. Renamed without their sessions, a transcript waits and says for which row; but whoever
has withdrawn has no row that could be told, and their group's talk goes on without them under any name.
"""
import pathlib
import shutil
import sys
import tempfile

from study import Study, compare




class Names:
    """What the files are called now, and which row of the register says so."""
    def __init__(self, study, register):
        self.study, self.register = study, register
        self.now = {path.name: path.name for path in sorted((study.root / "incoming").iterdir())}

    def rename(self, names, tell=True):
        incoming = self.study.root / "incoming"
        for first in names:
            (incoming / self.now[first]).rename(incoming / (names[first] + ".moving"))
        for first, name in names.items():
            (incoming / (name + ".moving")).rename(incoming / name)
        self.now.update(names)
        if tell:
            self.tell()

    def tell(self):
        text = self.register
        for i, first in enumerate(self.now):
            text = text.replace(first + "=", "\0%d=" % i)
        for i, name in enumerate(self.now.values()):
            text = text.replace("\0%d=" % i, name + "=")
        (self.study.root / "participants.csv").write_text(text, encoding="utf-8")

    def outputs(self):
        """The opened outputs, with the files' first names in linkage."""
        outputs = self.study.outputs()
        rows = outputs["linkage.csv"].decode()
        for first, name in self.now.items():
            rows = rows.replace("," + name + ",", "," + first + ",")
        outputs["linkage.csv"] = rows.encode()
        return outputs


def sealed(study):
    return {path.name: path.read_bytes() for path in (study.root / "out").iterdir()}


def codes(study):
    report = study.report()
    issues = [issue for outcome in report["transcripts"] for issue in outcome["issues"]] + report["delivery"]
    return sorted({issue["code"] for issue in issues})


def numbers(study):
    return sorted((outcome["transcript"], outcome["words"], outcome["state"]) for outcome in study.report()["transcripts"])


def speaker_id(study, register, number):
    """The ID of a row's person, by the linkage table."""
    name = next(line.split(",")[1] for line in register.splitlines() if line.startswith(number + ","))
    return next(row["pseudonym"] for row in study.linkage() if row["name"] == name)


def without(row, register):
    return "".join(line for line in register.splitlines(keepends=True) if not line.startswith(row + ","))


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(path for path in pathlib.Path(material, "incoming").iterdir()))
        status = study.run("--quiet").returncode
        assert status <= 1, status
        names = Names(study, pathlib.Path(material, "participants.csv").read_text(encoding="utf-8"))
        wanted, bytes_then, told, had = names.outputs(), sealed(study), codes(study), numbers(study)
        first = list(names.now)

        def check(what, same_bytes=True):
            done = study.run("--quiet")
            assert done.returncode == status, (what, done.returncode, done.stderr.decode())
            assert numbers(study) == had, (what, had, numbers(study), set(codes(study)) - set(told))
            compare(wanted, names.outputs(), what)
            assert codes(study) == told, (what, told, codes(study))
            if same_bytes:
                changed = [name for name, data in sealed(study).items() if bytes_then.get(name) != data]
                assert not changed, (what, changed)
            verified = study.call("audit", "verify", str(study.root))
            assert verified.returncode == 0, (what, verified.stderr.decode())

        backwards = {name: "%c-delivered.%s" % (ord("z") - i, name.rsplit(".")[-1]) for i, name in enumerate(first)}
        names.rename(backwards)
        check("all renamed")
        assert len(study.events("renamed")) == len(first)
        kept = study.call("retention", str(study.root))
        assert kept.returncode == 0, kept.stderr.decode()

        names.rename({first[3]: backwards[first[4]], first[4]: backwards[first[3]]})
        check("two exchanged")
        assert len(study.events("renamed")) == len(first) + 2

        names.rename({name: name for name in first})
        shutil.rmtree(study.root / "work")
        check("renamed back, without work/", same_bytes=False)
        bytes_then = sealed(study)

        names.rename({first[5]: "other.txt"}, tell=False)
        done = study.run("--quiet")
        assert done.returncode == 1, done.returncode
        assert "file.renamed" in codes(study) and "file.unexpected" not in codes(study), codes(study)
        assert "duplicate.content" not in codes(study), codes(study)
        waits = [outcome for outcome in study.report()["transcripts"] if outcome["file"] == "other.txt"]
        assert [outcome["state"] for outcome in waits] == ["quarantined"], waits
        names.tell()
        check("the register was corrected", same_bytes=False)

        group = "focus-group-2.vtt"
        done = study.call("withdraw", str(study.root), speaker_id(study, names.register, "R008"), "--yes")
        assert done.returncode <= 1, done.stderr.decode()
        names.register = without("R008", names.register)
        names.tell()
        assert study.run("--quiet").returncode == status
        wanted, bytes_then, told, had = names.outputs(), sealed(study), codes(study), numbers(study)
        assert any(b"[WITHDRAWN]" in data for name, data in wanted.items() if name == "T02.txt"), sorted(wanted)
        names.rename({group: "under another name.vtt"})
        check("a group of which somebody withdrew")
        check("the night after")
        names.rename({group: "and another.vtt"})
        check("once more")
        shutil.rmtree(study.root / "work")
        check("without work/", same_bytes=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
