#!/usr/bin/env python3
"""Takes a participant out of the sample study, killed at random instants on the way, and looks for what is left of them.

    withdraw.py MONIKER SOURCE MATERIAL
"""
import csv
import hashlib
import io
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

from study import Study

OWN, GROUP, NAME = "interview-01.docx", "focus-group-1.docx", "Katherine Shaw"


def linkage(study):
    text = study.decrypt(study.root / "linkage" / "linkage.csv.age").decode()
    return list(csv.DictReader(io.StringIO(text)))


def turns(study, transcript):
    text = study.decrypt(study.root / "out" / (transcript + ".jsonl.age")).decode()
    return [json.loads(line) for line in text.splitlines()]


def digests(study):
    return {str(path.relative_to(study.root)): hashlib.sha256(path.read_bytes()).hexdigest()
            for folder in ("out", "linkage", "audit", "withdrawn", "certificates", "incoming")
            for path in sorted((study.root / folder).glob("*"))}


def kill_until_done(study, words):
    """Every try gets a little more time, so that the kills fall on every part of the work."""
    dice, kills = random.Random(20261123), 0
    while True:
        process = subprocess.Popen([study.moniker, *words], env=study.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        try:
            process.wait(timeout=dice.uniform(0.01, 0.05 * (1 + kills)))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
            continue
        assert process.returncode <= 1, process.stderr.read().decode()
        return kills


def check_certificate(study, before, after, who):
    name = next((study.root / "certificates").glob(who + "-*.json"))
    for file in (name, name.with_suffix(".md")):
        subprocess.run(["minisign", "-V", "-q", "-p", str(study.root / "keys" / "signing.pub"), "-m", str(file)], check=True)
        assert not any(part in file.read_text().lower() for part in ("shaw", "kath", "interview-01")), "the certificate names somebody"
    said = json.loads(name.read_text())
    for file in said["removed"] + said["replaced"]:
        if file["path"].startswith("work/"):
            continue
        assert before[file["path"]] == file["sha256"], file
        assert after.get(file["path"]) == file.get("sha256_after"), file
    changed = {path for path in before if path.split("/")[0] in ("out", "linkage") and before[path] != after.get(path)}
    told = {file["path"] for file in said["removed"] + said["replaced"] if not file["path"].startswith("work/")}
    assert changed == told, (changed ^ told)


def check_outputs(study, ids, who, theirs):
    left = sorted(path.name for path in (study.root / "out").glob(ids[OWN] + ".*"))
    assert not left, left
    group = turns(study, ids[GROUP])
    assert sum(turn["speaker"] == "WITHDRAWN" for turn in group) == len(theirs) > 5, "their turns are not all there as tombstones"
    assert all(turn["text"] == "[WITHDRAWN]" for turn in group if turn["speaker"] == "WITHDRAWN")
    for name, data in study.outputs().items():
        if name.endswith(".docx"):
            continue
        text = data.decode()
        assert not [t for t in theirs if len(t) > 30 and t in text], "%s holds a withdrawn turn" % name
        assert name == "linkage.csv" or who not in text, "%s still tells %s" % (name, who)
        assert name == "linkage.csv" or "Shaw" not in text, name
    assert any("[WITHDRAWN]" in turn["text"] and turn["speaker"] != "WITHDRAWN" for turn in group), "others name them, and nothing stands there"
    rows = [row for row in linkage(study) if row["pseudonym"] == who]
    assert [(row["role"], row["name"], row["form"]) for row in rows] == [("withdrawn", "", "")], rows
    assert OWN not in [row["file"] for row in linkage(study)]


def check_diff(study, transcript, theirs):
    """What was delivered lies there still, and is shown to nobody where it is theirs or names them."""
    shown = study.call("diff", str(study.root), transcript, "-i", str(study.root / "keys" / "custodian.key"), check=True).stdout.decode()
    assert "WITHDRAWN" in shown and "[-" in shown
    assert not [text for text in theirs if len(text) > 30 and text in shown], "a withdrawn turn is shown"
    assert not [name for name in ("Katherine", "Shaw", "Kate") if name in shown], "a withdrawn name is shown"


def rewrite_register(study, change):
    path = study.root / "participants.csv"
    lines = path.read_text().splitlines()
    path.write_text("\n".join(change(lines)) + "\n")


def check_told(writes, before, after):
    """--dry-run told every file that was written then, and none that was not."""
    told = {path for kind in ("made", "rewritten", "removed") for path in writes[kind]}
    done = {path for path in set(before) | set(after) if before.get(path) != after.get(path)}
    told, done = ({path for path in paths if path.split("/")[0] in ("out", "linkage", "withdrawn", "certificates")} for paths in (told, done))
    assert told == done and len(done) > 6, (told ^ done)


def correct(before, after):
    """The same document with other words."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                assert b"Thank you" in data
                data = data.replace(b"Thank you", b"Thanks a lot")
            new.writestr(part, data)
    before.unlink()


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(sorted(pathlib.Path(material, "incoming").iterdir()))
        assert study.run("--quiet").returncode <= 1
        who = next(row["pseudonym"] for row in linkage(study) if row["name"] == NAME)
        ids = {row["file"]: row["transcript"] for row in linkage(study) if row["file"]}
        theirs = [turn["text"] for turn in turns(study, ids[GROUP]) if turn["speaker"] == who]
        study.call("report", str(study.root), check=True)
        before, opened = digests(study), study.outputs()

        dry = study.call("withdraw", str(study.root), who, "--dry-run", "--json", check=True)
        plan = json.loads(dry.stdout)
        assert "out/%s.txt.age" % ids[OWN] in plan["removed"] and plan["rewritten"] == [ids[GROUP]], plan
        assert digests(study) == before, "--dry-run changed something"
        asked = study.call("withdraw", str(study.root), who)
        assert asked.returncode == 2 and digests(study) == before, "it went on unconfirmed"

        kills = kill_until_done(study, ["withdraw", str(study.root), who, "--yes", "--reason", "asked by letter"])
        assert kills >= 3, "too few kills to mean anything"
        assert study.call("audit", "verify", str(study.root)).returncode == 0, study.call("audit", "verify", str(study.root)).stderr
        check_certificate(study, before, digests(study), who)
        check_told(plan["writes"], before, digests(study))
        check_outputs(study, ids, who, theirs)
        check_diff(study, ids[GROUP], theirs)
        assert not (study.root / "reports" / "report.html").exists(), "a report of before the withdrawal is left"
        for name, data in study.outputs().items():
            if name.split(".")[0] in ids.values() and who.encode() not in opened[name] and not name.endswith(".docx"):
                assert data == opened[name], "%s knows nothing of them and changed" % name
        assert not list(study.root.rglob(".moniker-*"))

        # Again: nothing changes but for the delivered file, once it is to go.
        after = digests(study)
        again = json.loads(study.call("withdraw", str(study.root), who, "--yes", "--json").stdout)
        assert again["done_before"], again
        assert {p: d for p, d in digests(study).items() if not p.startswith("audit/")} == {p: d for p, d in after.items() if not p.startswith("audit/")}
        assert study.call("withdraw", str(study.root), who, "--yes", "--delete-deliveries").returncode == 1    # the register's row
        assert not (study.root / "incoming" / OWN).exists()
        assert study.call("audit", "verify", str(study.root)).returncode == 0

        # The row goes, somebody new comes, and their interview is delivered again under another name.
        rewrite_register(study, lambda lines: [line for line in lines if NAME not in line] +
                         ["R099,Quentin Farnsworth,,Patient,male,White British,Leeds,Community rehabilitation,50,2026-01-20,analysis,"
                          "interview-99.docx=Katharine,2026-05-12,"])
        shutil.copy(pathlib.Path(material, "incoming", OWN), study.root / "incoming" / "interview-99.docx")
        assert study.run("--quiet").returncode == 1
        check_outputs(study, ids, who, theirs)
        numbers = [row["pseudonym"] for row in linkage(study) if row["study_number"] == "R099"]
        assert numbers and numbers[0] != who, "the ID was given again"
        outcome = [t for t in json.loads((study.root / "reports" / "run.json").read_text())["transcripts"] if "interview-99.docx" in json.dumps(t)]
        assert "consent.withdrawn" in json.dumps(outcome), outcome
        assert not list((study.root / "out").glob(outcome[0].get("id", "none") + ".*"))
        assert study.call("withdraw", str(study.root), who, "--yes").returncode == 0
        assert study.call("audit", "verify", str(study.root)).returncode == 0

        # The group's talk is corrected and comes under another name: once somebody says whose place it takes, their turns
        # are theirs, though no row is left that knows the label.
        correct(study.root / "incoming" / GROUP, study.root / "incoming" / "focus-group-9.docx")
        rewrite_register(study, lambda lines: [line.replace(GROUP, "focus-group-9.docx") for line in lines])
        assert study.run("--quiet").returncode == 1
        told = study.call("status", str(study.root)).stdout.decode()
        assert "speaker.unknown" in told, told
        with open(study.root / "moniker.yaml", "a", encoding="utf-8") as config:
            config.write("\nsupersedes: {focus-group-9.docx: %s}\n" % ids[GROUP])
        assert study.run("--quiet").returncode <= 1
        check_outputs(study, ids, who, theirs)
        assert any("Thanks a lot" in turn["text"] for turn in turns(study, ids[GROUP])), "the earlier talk still stands"
        assert study.call("audit", "verify", str(study.root)).returncode == 0

        # Without the record nothing goes on.
        (study.root / "withdrawn" / (who + ".age")).unlink()
        lost = study.run("--quiet")
        assert lost.returncode == 4 and b"has withdrawn" in lost.stderr, lost.stderr.decode()
        for path in study.loose_files():
            if path.suffix in (".jsonl", ".md", ".json", ".minisig"):
                assert NAME not in path.read_text(errors="replace"), path
    print("%d kills" % kills)
    return 0


if __name__ == "__main__":
    sys.exit(main())
