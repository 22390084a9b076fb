#!/usr/bin/env python3
"""Coded projects of four programs, given a study's pseudonyms: every coded range holds its words, no name is left, and
what is no text stands as it stood. Then what must be refused, and what consent keeps back.

    project.py MONIKER SOURCE MATERIAL
"""
import hashlib
import json
import pathlib
import random
import re
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

from study import Study

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "projects"))
import coded_projects  # noqa: E402


def rewritten(study, program, folder):
    before, after = folder / (program + ".qdpx"), folder / (program + "-out.qdpx")
    coded_projects.make(program, before)
    done = study.call("project", str(before), str(study.root), "-o", str(after), "--json")
    assert done.returncode in (0, 1), (program, done.returncode, done.stdout.decode(), done.stderr.decode())
    wrong = coded_projects.check(program, before, after)
    assert not wrong, (program, wrong)
    told = json.loads(done.stdout)
    ranges = len(coded_projects.CODINGS) + (2 if program in ("nvivo", "maxqda") else 0)
    assert told["written"] and told["ranges"]["all"] == ranges, told
    assert told["ranges"]["outside"] == 0 and told["ranges"]["grown"] >= 3, told
    assert told["transcripts"] == 1, told  # of the two, one is the study's own
    if program == "nvivo":
        assert told["documents"] == {"kept": 2, "left_out": 0}, told["documents"]
    record = study.events("project")[-1]
    assert record["digest"] == hashlib.sha256(after.read_bytes()).hexdigest()
    again = folder / (program + "-again.qdpx")
    assert study.call("project", str(before), str(study.root), "-o", str(again)).returncode == done.returncode
    assert again.read_bytes() == after.read_bytes(), "the same project is not the same bytes"
    return before


def refused(study, before, folder):
    """A name in a form that detection does not know stops all of it; so does an OUT in the study."""
    spelled = folder / "spelled.qdpx"
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(spelled, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "project.qde":
                data = data.replace(b"</Description>\n</Project>", b" B@rker, B-a-r-k-e-r.</Description>\n</Project>")
            new.writestr(part, data)
    records = len(study.events("project"))
    out = folder / "refused.qdpx"
    done = study.call("project", str(spelled), str(study.root), "-o", str(out), "--json")
    if done.returncode == 3:
        told = json.loads(done.stdout)
        assert not told["written"] and told["names_left"], told
        assert not out.exists() and len(study.events("project")) == records
    else:  # it was found, and replaced: then nothing of it may be left
        with zipfile.ZipFile(out) as package:
            assert b"arker" not in package.read("project.qde") and b"B-a-r" not in package.read("project.qde")
    inside = study.root / "out" / "project.qdpx"
    done = study.call("project", str(before), str(study.root), "-o", str(inside))
    assert done.returncode == 2 and not inside.exists(), done.stderr
    dry = folder / "dry.qdpx"
    done = study.call("project", str(before), str(study.root), "-o", str(dry), "--dry-run")
    assert done.returncode in (0, 1) and not dry.exists() and b"nothing was written" in done.stdout
    assert len(study.events("project")) <= records + 1


def kept_back(study, before, folder):
    """Who withdraws takes their transcript, and their case, out of the project too."""
    done = study.call("withdraw", str(study.root), "ID02", "--yes")
    assert done.returncode in (0, 1), done.stderr
    out = folder / "withdrawn.qdpx"
    done = study.call("project", str(before), str(study.root), "-o", str(out), "--json")
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(done.stdout)
    assert told["written"] and told["left_out"]["withheld"] == 1, told
    with zipfile.ZipFile(out) as package:
        all_of_it = b"".join(package.read(part) for part in package.namelist()).decode("utf-8", "replace")
    for words in ("Lovely man", "Barker", "Can you tell me"):   # the source was of somebody alone
        assert words not in all_of_it, words
    assert "was tired" in all_of_it
    done = study.call("withdraw", str(study.root), "ID01", "--yes")
    assert done.returncode in (0, 1), done.stderr
    done = study.call("project", str(before), str(study.root), "-o", str(folder / "both.qdpx"), "--json")
    assert json.loads(done.stdout)["left_out"]["withheld"] == 2, done.stdout   # and a case
    with zipfile.ZipFile(folder / "both.qdpx") as package:
        tree = xml.fromstring(package.read("project.qde"))
    assert [case.get("name") for case in tree.iter(coded_projects.SPACE + "Case")][1:] == ["P07"]


def reads_as_the_study(moniker, source, material, folder):
    """Delivered texts as sources of a project: they say afterwards, word by word, what the study's outputs say; and
    ranges anywhere in them cut nothing that was put in."""
    study = Study(moniker, source, folder / "sample", material)
    study.deliver(pathlib.Path(material, "incoming").iterdir())
    assert study.run("--quiet").returncode <= 1
    dice, sources, files = random.Random(18), [], {}
    for path in sorted(pathlib.Path(material, "incoming").glob("*.txt")):
        data = path.read_bytes()
        text = data.decode("cp1252") if b"\x92" in data else data.decode("utf-8-sig")
        guid = coded_projects.guid("sample", path.stem)
        files[guid] = text
        ranges = "".join('<PlainTextSelection guid="%s" startPosition="%d" endPosition="%d"/>' % (
            coded_projects.guid(path.stem, n), *sorted(dice.choices(range(len(text) + 1), k=2))) for n in range(500))
        sources.append('<TextSource guid="%s" name="%s" plainTextPath="internal://%s.txt">%s</TextSource>' % (
            coded_projects.guid("source", path.stem), path.stem, guid, ranges))
    before, after = folder / "sample.qdpx", folder / "sample-out.qdpx"
    with zipfile.ZipFile(before, "w") as package:
        package.writestr("project.qde", '<Project xmlns="urn:QDA-XML:project:1.0" name="Sample"><Sources>%s</Sources></Project>'
                         % "".join(sources))
        for guid, text in files.items():
            package.writestr("sources/%s.txt" % guid, text)
    done = study.call("project", str(before), str(study.root), "-o", str(after), "--json")
    assert done.returncode in (0, 1), (done.stdout.decode(), done.stderr.decode())
    assert json.loads(done.stdout)["transcripts"] == len(files)
    outputs, words, checked = study.outputs(), re.compile(r"\w+").findall, 0
    with zipfile.ZipFile(after) as package:
        tree = xml.fromstring(package.read("project.qde"))
        for source in tree.iter(coded_projects.SPACE + "TextSource"):
            guid = source.get("plainTextPath")[len("internal://"):-len(".txt")]
            old, new = files[guid], package.read("sources/%s.txt" % guid).decode()
            said = outputs[source.get("name") + ".txt"].decode().split("\n", 1)[1]   # behind the heading
            assert words(re.sub(r"\d\d:\d\d:\d\d", "", new)) == words(said), source.get("name")   # which says no times
            texts = xml.fromstring(zipfile.ZipFile(before).read("project.qde"))
            was = {r.get("guid"): r for r in texts.iter(coded_projects.SPACE + "PlainTextSelection")}
            for range_ in source.iter(coded_projects.SPACE + "PlainTextSelection"):
                places = [(int(r.get("startPosition")), int(r.get("endPosition"))) for r in (was[range_.get("guid")], range_)]
                (a, b), (c, d) = places
                assert 0 <= c <= d <= len(new), places
                # What was put in stands in brackets, and no range cuts it; who wrote brackets may have cut those.
                if old[a:b].count("[") == old[a:b].count("]"):
                    assert new[c:d].count("[") == new[c:d].count("]"), (places, new[c:d])
                    checked += 1
    assert checked > 1000, checked


def main():
    moniker, source, sample = sys.argv[1:4]
    material = pathlib.Path(source, "tests/golden/studies/two-interviews")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        study = Study(moniker, source, folder / "study", material)
        study.deliver((material / "incoming").iterdir())
        assert study.run("--quiet").returncode <= 1
        made = [rewritten(study, program, folder) for program in coded_projects.PROGRAMS]
        refused(study, made[0], folder)
        verified = study.call("audit", "verify", str(study.root))
        assert verified.returncode == 0, verified.stdout + verified.stderr
        kept_back(study, made[-1], folder)
        reads_as_the_study(moniker, source, sample, folder)


main()
