#!/usr/bin/env python3
"""Documents kept in place, as a study has them: the same bytes on any number of threads, the ordinary .docx for what was
delivered as something else, and quarantine, of that one alone, for a document that cannot be proved.

    preserve.py MONIKER SOURCE MATERIAL
"""
import io
import pathlib
import re
import sys
import tempfile
import zipfile

from study import Study, compare


def make(moniker, source, material, folder, files, options=(), keys=None):
    study = Study(moniker, source, folder, material, keys)
    study.deliver(files)
    config = study.root / "moniker.yaml"
    config.write_text(re.sub(r"(?m)^write:.*$", "write: {txt: new, docx: preserve}", config.read_text()))
    done = study.run(*options)
    assert done.returncode <= 1, done.stderr.decode()
    return study


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def break_numbering(path):
    """The document with a part that is no XML, which nobody reads for its words."""
    with zipfile.ZipFile(path) as package:
        content = {name: package.read(name) for name in package.namelist()}
    relations = "word/_rels/document.xml.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    if kind not in content[relations]:
        content[relations] = content[relations].replace(
            b"</Relationships>", b'<Relationship Id="rId99" Type="' + kind + b'" Target="numbering.xml"/></Relationships>')
    content["word/numbering.xml"] = b"<w:numbering"
    with zipfile.ZipFile(path, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)


def main():
    moniker, source, material = sys.argv[1:4]
    incoming = pathlib.Path(material, "incoming")
    files = [incoming / "interview-01.docx", incoming / "interview-02.vtt"]
    with tempfile.TemporaryDirectory() as folder:
        one = make(moniker, source, material, pathlib.Path(folder, "one"), files, ["--threads", "1"])
        four = make(moniker, source, material, pathlib.Path(folder, "four"), files, ["--threads", "4"], one.root / "keys")
        mine = {name: data for name, data in one.outputs().items() if name.startswith("T")}
        compare(mine, {name: data for name, data in four.outputs().items() if name.startswith("T")}, "four threads")

        kept, made = parts(mine["T01.docx"]), parts(mine["T02.docx"])
        assert "word/settings.xml" in kept and "word/settings.xml" not in made, "only what came as .docx is kept in place"
        delivered = parts((incoming / "interview-01.docx").read_bytes())["word/document.xml"]
        for element in ("w:p", "w:tbl", "w:tr", "w:tc", "w:pStyle", "w:sectPr"):
            count = [len(re.findall("<%s[ />]" % element, xml)) for xml in (delivered, kept["word/document.xml"])]
            assert count[0] == count[1], "%s: %d delivered, %d kept" % (element, *count)
        report = (one.root / "reports" / "run.md").read_text()
        assert "docx.left_out" in report, "comments and headers are left out, and it is told: " + report
        assert one.run().stdout.decode().count("unchanged") and one.run().returncode <= 1, "a second run does nothing"

        broken = one.root / "incoming" / "interview-01.docx"
        break_numbering(broken)
        done = one.run()
        report = (one.root / "reports" / "run.md").read_text()
        assert "docx.not_preserved" in report, report
        assert "1 quarantined" in done.stdout.decode(), done.stdout.decode()
        left = sorted(name for name in one.outputs() if name.startswith("T"))
        assert left and all(name.startswith("T02") for name in left), "what was published before is withdrawn: %s" % left
        assert one.call("audit", "verify", str(one.root)).returncode == 0, "the log is whole"
    print("kept in place, the same on four threads; what cannot be proved is quarantined alone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
