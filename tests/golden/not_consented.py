#!/usr/bin/env python3
"""Who has not consented is nowhere in the results, nor is who is named in nothing that is published.

    not_consented.py MONIKER SOURCE MATERIAL

Grace Adeyemi (R003) takes her consent back in the register before the first run: she speaks in a focus group and an
interview. Others name her elsewhere, or do not.
"""
import csv
import io
import pathlib
import sys
import tempfile

from study import Study

ROW, NAME, OWN = "R003", "Grace Adeyemi", "interview-03.txt"
ONLY_HERS = "Zebedee Quillfeather"


def ids(study):
    text = study.decrypt(study.root / "out" / "attributes.csv.age").decode()
    return [row["id"] for row in csv.DictReader(io.StringIO(text))]


def published(study):
    return "\n".join(data.decode() for name, data in study.outputs().items() if name.endswith(".txt"))


def exported(study, folder):
    study.call("export", "nvivo", str(study.root), "-i", str(study.root / "keys" / "custodian.key"), "--plain", "-o", str(folder),
               check=True)
    return "\n".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.suffix in (".csv", ".tsv", ".txt"))


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(pathlib.Path(material, "incoming").iterdir()))
        own = study.root / "incoming" / OWN
        own.write_text(own.read_text() + "\n\nGrace: My neighbour %s came with me.\n" % ONLY_HERS)
        register = study.root / "participants.csv"
        agreed = register.read_text(encoding="utf-8")
        row = next(line for line in agreed.splitlines() if line.startswith(ROW))
        assert NAME in row and "2026-01-28,analysis;quotation," in row, "the sample has changed"
        register.write_text(agreed.replace(row, row.replace("2026-01-28,analysis;quotation,", ",,")), encoding="utf-8")
        assert study.run("--quiet").returncode == 1
        report, page = study.report(), (study.root / "reports" / "run.md").read_text()
        assert len(report["waiting"]) == 1 and report["waiting"][0].startswith(ROW), report["waiting"]
        assert ROW in page and "Grace" not in page and "Adeyemi" not in page
        without = {"participants": report["participants"], "entities": report["entities"]}
        text, linkage = published(study), study.linkage()
        hers = next(row["pseudonym"] for row in linkage if row["study_number"] == "R002")  # to learn the form of an ID
        assert hers.startswith("ID")
        in_linkage = [row["pseudonym"] for row in linkage if row["study_number"] == ROW]
        assert not in_linkage or "[%s]" % in_linkage[0] in text, "a row in linkage that nothing published asks for"
        assert not any(row["file"] in (OWN, "focus-group-1.docx") for row in linkage), "a quarantined file is in linkage"
        assert ONLY_HERS.lower() not in {row["form"] for row in linkage}
        before = ids(study)
        package = exported(study, pathlib.Path(folder, "without"))

        # Others name her in what is published: the custodian can tell who that is, and nobody else sees her.
        other = study.root / "incoming" / "interview-06.txt"
        other.write_text(other.read_text() + "[00:14:10] Mo: I saw %s there.\n" % NAME)
        assert study.run("--quiet").returncode == 1
        mentioned = [row["pseudonym"] for row in study.linkage() if row["study_number"] == ROW]
        assert len(mentioned) == 1 and mentioned[0] in published(study), mentioned
        assert ids(study) == before and mentioned[0] not in before
        assert study.report()["participants"] == without["participants"]
        assert mentioned[0] not in package

        # She agrees: everything is there, and her ID is the one she had.
        register.write_text(agreed, encoding="utf-8")
        assert study.run("--quiet").returncode <= 1
        now = study.report()
        assert now["waiting"] == [] and now["participants"] == without["participants"] + 1
        assert now["entities"] > without["entities"]
        assert [row["pseudonym"] for row in study.linkage() if row["study_number"] == ROW] == mentioned
        assert ids(study) == sorted(before + mentioned, key=lambda name: (name[:2], len(name), name))
        assert ONLY_HERS.lower() in {row["form"] for row in study.linkage()}
        verified = study.call("audit", "verify", str(study.root))
        assert verified.returncode == 0, verified.stderr.decode()
    return 0


if __name__ == "__main__":
    sys.exit(main())
