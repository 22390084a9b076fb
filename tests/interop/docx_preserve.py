#!/usr/bin/env python3
"""The sample study with its documents kept in place: LibreOffice opens each, and its words are those of our .txt.

    docx_preserve.py MONIKER SOURCE WORK
"""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "golden"))
from study import Study  # noqa: E402


def words(text):
    """Without what is laid out otherwise: blanks, and the times that txt puts in places of its own."""
    text = re.sub(r"\[?\b\d+:\d\d(:\d\d)?\b\]?", " ", text.lstrip("\ufeff"))
    return re.findall(r"[^\W_]+", text)


def talk(text):
    """Our .txt without what only it has: its heading, and labels for what nobody says."""
    lines = text.lstrip("\ufeff").splitlines()[1:]
    return "\n".join(re.sub(r"^(NOTE|FOOTNOTE|SPEAKER): ", "", line) for line in lines)


def main():
    moniker, source, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    material = pathlib.Path(source, "sample_data")
    study = Study(moniker, source, work / "study", material)
    study.deliver(sorted(material.joinpath("incoming").glob("*.docx")))
    config = study.root / "moniker.yaml"
    config.write_text(re.sub(r"(?m)^write:.*$", "write: [txt, docx: preserve]", config.read_text()))
    assert "docx: preserve" in config.read_text(), "the sample's moniker.yaml names no formats"
    done = study.run()
    assert done.returncode <= 1, done.stderr.decode()
    outputs = study.outputs()
    documents = sorted(name for name in outputs if name.endswith(".docx"))
    assert documents, "nothing was preserved"
    assert len(documents) == len(list(study.root.joinpath("incoming").iterdir())), "not every document was preserved"
    bad = 0
    for name in documents:
        (work / name).write_bytes(outputs[name])
        subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://%s/profile" % work, "--convert-to", "txt:Text (encoded):UTF8",
                        "--outdir", str(work), str(work / name)], check=True, stdout=subprocess.DEVNULL, timeout=300)
        theirs = words((work / name).with_suffix(".txt").read_text(encoding="utf-8"))
        ours = words(talk(outputs[name.replace(".docx", ".txt")].decode("utf-8")))
        same = theirs == ours
        if not same:
            first = next((i for i, pair in enumerate(zip(theirs, ours)) if pair[0] != pair[1]), min(len(theirs), len(ours)))
            print("%s: differs at word %d: LibreOffice %s, ours %s" % (name, first, theirs[first:first + 8], ours[first:first + 8]))
        bad += not same
        print("%s: %d words, %s" % (name, len(theirs), "the same" if same else "not the same"))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
