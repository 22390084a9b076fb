#!/usr/bin/env python3
"""No true name or number of the sample study may occur in anything a run leaves unsealed (audit, registry, work folder,
reports, output and errors, temporary files, file names), nor in the opened transcripts.

    canary.py MONIKER SOURCE MATERIAL [preserve]

With `preserve`, delivered Word documents are kept in place; a name split between two runs is looked for as well.

The canaries are the DIRECT spans of the gold standard. A name that is an ordinary word as well (Will, Grace) is no
canary in the opened transcripts, where the word may stand rightly; there the accuracy floors watch over it.
"""
import hashlib
import json
import pathlib
import re
import sys
import tempfile
import zipfile
import io

from study import Study


def canaries(source, material):
    common = {line.strip().lower() for line in open(pathlib.Path(source, "rules/lists/words/common.txt"), encoding="utf-8")}
    surfaces = set()
    for gold in sorted(pathlib.Path(material, "gold").glob("*.jsonl")):
        for line in open(gold, encoding="utf-8"):
            for span in json.loads(line)["spans"]:
                if span.get("type", "DIRECT") == "DIRECT":
                    surfaces.add(" ".join(span["surface"].split()))
    plain = {s for s in surfaces if len(s) >= 3 and not all(word.lower() in common for word in re.findall(r"[^\W_]+", s))}
    return surfaces, plain


def pattern(words, shortest=3):
    # Whole words: "Ann" is no hit in "Annual". Longest first, in any case.
    parts = sorted((re.escape(w).replace(r"\ ", r"\s+") for w in words if len(w) >= shortest), key=len, reverse=True)
    return re.compile(r"(?<![\w])(?:%s)(?![\w])" % "|".join(parts), re.IGNORECASE)


def text_of(name, data):
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts = [n + "\n" + container.read(n).decode("utf-8") for n in container.namelist()]
        whole = [re.sub(r"<[^>]*>", "", re.sub(r"</w:p>|<w:(tab|br)/>", " ", part)) for part in parts]
        return "\n".join(parts + whole + [re.sub(r"<[^>]*>", " ", part) for part in parts])
    return data.decode("utf-8")


def told_by_the_log(study, material):
    """What the log, which anybody may read, says of people: what stands there, and what stood there, are hashes of that
    transcript alone, so that nobody sees who is talked about by whom; and so are delivered bytes."""
    told_in = {}
    for record in study.events("replaced"):
        for row in record["rows"]:
            if not re.fullmatch(r"#[0-9a-f]{24}|\[WITHDRAWN\]", row[3]) or not re.fullmatch(r"[0-9a-f]{24}", row[4]):
                yield "the log", "%s of %s" % (record["kinds"][row[2]], record["transcript"])
            for told in (row[3], row[4]):
                if told_in.setdefault(told, record["transcript"]) != record["transcript"]:
                    yield "the log", "the same in %s and %s" % (told_in[told], record["transcript"])
    assert len(told_in) > 100, "the log tells of next to nothing"
    log = (study.root / "audit" / "audit.jsonl").read_text(encoding="utf-8")
    for path in pathlib.Path(material, "incoming").iterdir():
        for digest in (hashlib.sha256(path.read_bytes()), hashlib.blake2b(path.read_bytes(), digest_size=32)):
            if digest.hexdigest() in log:
                yield "the log", "a digest of " + path.name


def main():
    moniker, source, material = sys.argv[1:4]
    everything, plain = canaries(source, material)
    assert len(plain) >= 100, "too few canaries to mean anything: %d" % len(plain)
    leaks = []
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(pathlib.Path(material, "incoming").iterdir()))
        if sys.argv[4:] == ["preserve"]:
            config = study.root / "moniker.yaml"
            config.write_text(config.read_text().replace("write: [txt, docx, jsonl]", "write: [txt, docx: preserve]"))
            assert "preserve" in config.read_text(), "the sample's formats have changed"
        done = study.run()
        assert done.returncode <= 1, done.stderr.decode()
        told = study.call("report", str(study.root), "--json", check=True)
        study.call("report", str(study.root), check=True)   # its page is among the loose files
        outside, inside = pattern(plain), pattern(plain)
        in_bytes = pattern(plain, shortest=5)   # sealed files and hashes hold any three letters by chance
        for name, data in (("standard output", done.stdout), ("standard error", done.stderr), ("report", told.stdout)):
            leaks += [(name, m[0]) for m in outside.finditer(data.decode("utf-8", "replace"))]
        for path in study.loose_files():
            data = path.read_bytes()
            try:
                leaks += [(path.name, m[0]) for m in outside.finditer(path.name + "\n" + data.decode("utf-8"))]
            except UnicodeDecodeError:
                leaks += [(path.name, m[0]) for m in outside.finditer(path.name)]
                leaks += [(path.name, m[0]) for m in in_bytes.finditer(data.decode("utf-8", "replace"))]
        leaks += list(told_by_the_log(study, material))
        published = {name: data for name, data in study.outputs().items() if re.match(r"T\d+\.", name)}
        assert published, "nothing was published"
        left = len(list((study.root / "incoming").iterdir())) - len([n for n in published if n.endswith(".docx")])
        assert left == 0, "%d transcripts have no .docx" % left
        for name, data in published.items():
            leaks += [(name, m[0]) for m in inside.finditer(text_of(name, data))]
    for name, leak in sorted(set(leaks)):
        print("leak in %s: %s" % (name, leak))   # the sample's people are fictional: they may be named here
    print("%d canaries, %d opened files, %d leaks" % (len(everything), len(published), len(leaks)))
    return 1 if leaks else 0


if __name__ == "__main__":
    sys.exit(main())
