#!/usr/bin/env python3
"""The sample study with its documents kept in place, as delivered and as LibreOffice saves them: LibreOffice opens each, and its
words are those of our .txt.

    docx_preserve.py MONIKER SOURCE WORK
"""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "golden"))
from study import Study  # noqa: E402


def convert(work, file, kind, into):
    """The converted file; `kind` as soffice wants it."""
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://%s/profile" % work, "--convert-to", kind, "--outdir",
                    str(into), str(file)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return into / (file.stem + "." + kind.split(":")[0])


def words(text):
    """Without what is laid out otherwise: blanks, and the times that txt puts in places of its own."""
    text = re.sub(r"\[?\b\d+:\d\d(:\d\d)?\b\]?", " ", text.lstrip("\ufeff"))
    return re.findall(r"[^\W_]+", text)


def talk(text):
    """Our .txt without what only it has: its heading, and labels for what nobody says."""
    lines = text.lstrip("\ufeff").splitlines()[1:]
    return "\n".join(re.sub(r"^(NOTE|FOOTNOTE|SPEAKER): ", "", line) for line in lines)


def preserved(moniker, source, material, folder, files):
    """The names of the transcripts that were kept in place, and all outputs."""
    study = Study(moniker, source, folder, material)
    study.deliver(files)
    config = study.root / "moniker.yaml"
    config.write_text(re.sub(r"(?m)^write:.*$", "write: [txt, docx: preserve]", config.read_text()))
    assert "docx: preserve" in config.read_text(), "the sample's moniker.yaml names no formats"
    done = study.run()
    assert done.returncode <= 1, done.stderr.decode()
    outputs = study.outputs()
    names = sorted(name for name in outputs if name.endswith(".docx"))
    assert files and len(names) == len(files), "not every document was kept in place"
    return names, outputs


def differs(work, name, outputs):
    (work / name).write_bytes(outputs[name])
    theirs = words(convert(work, work / name, "txt:Text (encoded):UTF8", work).read_text(encoding="utf-8"))
    ours = words(talk(outputs[name.replace(".docx", ".txt")].decode("utf-8")))
    print("%s: %d words, %s" % (name, len(theirs), "the same" if theirs == ours else "not the same"))
    if theirs == ours:
        return False
    first = next((i for i, pair in enumerate(zip(theirs, ours)) if pair[0] != pair[1]), min(len(theirs), len(ours)))
    print("  at word %d: LibreOffice %s, ours %s" % (first, theirs[first:first + 8], ours[first:first + 8]))
    return True


def main():
    moniker, source, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    material = pathlib.Path(source, "sample_data")
    delivered = sorted(material.joinpath("incoming").glob("*.docx"))
    again = [convert(work, convert(work, file, "odt", work), "docx:MS Word 2007 XML", work / "again") for file in delivered]
    bad = 0
    for what, files in (("as delivered", delivered), ("as LibreOffice saves them", again)):
        print(what)
        names, outputs = preserved(moniker, source, material, work / what.replace(" ", "-"), files)
        bad += sum(differs(work, name, outputs) for name in names)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
