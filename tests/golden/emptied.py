#!/usr/bin/env python3
"""After incoming/ is emptied nobody who has the server's disk and study.key can name anybody, and nothing is lost by it.

    emptied.py MONIKER SOURCE MATERIAL

The attacker derives every key that study.key may give, tries each on every sealed file of the study, and searches what
opens, what is not sealed and what files are called for the true names of the gold standard, the register's names, and
the names of the delivered files. participants.csv, which is the register, and moniker.yaml are not searched.
"""
import csv
import hashlib
import io
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from canary import canaries, pattern
from study import Study, compare

LATER = """I: Thank you for coming. Is it all right if I record this?
P: Yes. %s
I: And how have you been?
P: Well enough. I saw %s again on the way here.
"""


def bech32(kind, data):
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

    def checksum(values):
        sums = 1
        for value in values:
            top, sums = sums >> 25, (sums & 0x1ffffff) << 5 ^ value
            for i, g in enumerate((0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3)):
                sums ^= g if top >> i & 1 else 0
        return sums

    bits = "".join("{:08b}".format(byte) for byte in data)
    values = [int(bits[i:i + 5].ljust(5, "0"), 2) for i in range(0, len(bits), 5)]
    head = [ord(c) >> 5 for c in kind] + [0] + [ord(c) & 31 for c in kind]
    sums = checksum(head + values + [0] * 6) ^ 1
    return (kind + "1" + "".join(letters[v] for v in values + [sums >> 5 * (5 - i) & 31 for i in range(6)])).upper()


def identities(study_key):
    """Every key that crypto_kdf of libsodium derives for moniker, as age identities."""
    secret = bytes.fromhex(study_key.read_text().split()[1])
    for number in range(64):
        key = hashlib.blake2b(digest_size=32, key=secret, salt=number.to_bytes(8, "little").ljust(16, b"\0"),
                              person=b"moniker1".ljust(16, b"\0")).digest()
        yield bech32("age-secret-key-", key)


class Attacker:
    def __init__(self, study, source, material):
        self.study = study
        self.keys = study.root.parent / "derived.keys"
        self.keys.write_text("\n".join(identities(study.root / "keys" / "study.key")) + "\n")
        self.keys.chmod(0o600)
        _, plain = canaries(source, material)
        with open(pathlib.Path(material, "participants.csv"), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                plain |= {name.strip() for name in [row["name"]] + row.get("aliases", "").split(";") if len(name.strip()) > 4}
        plain |= {path.name for path in pathlib.Path(material, "incoming").iterdir()}
        self.names, self.in_bytes = pattern(plain), pattern(plain, shortest=6)

    def hits(self):
        found, opened = set(), 0
        for path in sorted(self.study.root.rglob("*")):
            inside = path.relative_to(self.study.root)
            if not path.is_file() or inside.parts[0] in ("keys", "participants.csv", "moniker.yaml"):
                continue
            found |= {(str(inside), m[0]) for m in self.names.finditer(str(inside))}
            data, names = path.read_bytes(), self.in_bytes
            if path.suffix == ".age":
                done = self.study.call("decrypt", str(path), "-i", str(self.keys))
                if done.returncode == 0:
                    data, names, opened = done.stdout, self.names, opened + 1
            found |= {(str(inside), m[0]) for m in names.finditer(data.decode("utf-8", "replace"))}
        return found, opened


def rows(study):
    """What the custodian can read of the linkage, whatever file it stands in."""
    found = set()
    for path in (study.root / "linkage").iterdir():
        for row in csv.DictReader(io.StringIO(study.decrypt(path).decode())):
            row.pop("reasons")
            if any(row[column] for column in ("form", "name", "file", "role")):
                found.add(tuple(row.values()))
    return found


def sealed(study):
    return {path.name: path.read_bytes() for path in (study.root / "out").glob("T*")}


def same_text(wanted, study):
    got = study.outputs()
    compare({name: data for name, data in wanted.items() if name != "linkage.csv"},
            {name: got.get(name) for name in wanted if name != "linkage.csv"}, "the outputs' text")


def run(study, *options):
    done = study.run("--quiet", *options)
    assert done.returncode <= 1, done.stderr.decode()
    verified = study.call("audit", "verify", str(study.root))
    assert verified.returncode == 0, verified.stderr.decode()


def kill_runs(study, tries):
    """Runs that are killed, each a little later; the last goes to its end."""
    dice = random.Random(7)
    for i in range(tries):
        process = study.start("--threads", "2")
        time.sleep(0.05 + 0.1 * i * dice.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
    run(study)


def empty(study):
    for path in (study.root / "incoming").iterdir():
        path.unlink()


def main():
    moniker, source, material = sys.argv[1:4]
    delivered = sorted(pathlib.Path(material, "incoming").iterdir())
    with tempfile.TemporaryDirectory() as folder:
        study = Study(moniker, source, pathlib.Path(folder, "study"), material)
        study.deliver(delivered)
        run(study)
        attacker = Attacker(study, source, material)
        found, opened = attacker.hits()
        assert len({name.lower() for _, name in found}) > 100 and opened > len(delivered), "the attacker cannot find what is there"
        told, outputs, opened_outputs = rows(study), sealed(study), study.outputs()
        assert told, "the linkage says nothing"

        # Nothing is put away while files may be hidden, and one file that is gone takes no other along.
        (study.root / "incoming" / delivered[0].name).unlink()
        archive = study.root / "incoming" / "broken.zip"
        archive.write_bytes(b"PK no archive")
        run(study)
        assert not list((study.root / "linkage").glob("*.kept.*")), "put away although files may be hidden"
        archive.unlink()
        run(study)
        assert len(list((study.root / "linkage").glob("*.kept.*"))) == 1
        assert told <= rows(study), "lost from the linkage: %s" % sorted(told - rows(study))[:5]
        first = {name: data for name, data in outputs.items() if name.startswith("T01.")}
        assert first and first.items() <= sealed(study).items(), "outputs of what was put away changed"
        same_text(opened_outputs, study)   # the others may be made again
        outputs = sealed(study)

        empty(study)
        kill_runs(study, 6)
        found, opened = attacker.hits()
        assert not found, "named after incoming/ was emptied: %s" % sorted(found)[:10]
        assert told <= rows(study), "lost from the linkage: %s" % sorted(told - rows(study))[:5]
        assert sealed(study) == outputs, "outputs changed"
        log = len((study.root / "audit" / "audit.jsonl").read_text().splitlines())
        run(study)
        assert len((study.root / "audit" / "audit.jsonl").read_text().splitlines()) - log <= 3, "something is done each night"
        assert sealed(study) == outputs and told <= rows(study)
        assert study.call("report", str(study.root)).returncode == 0

        # Who and what they were stays known by hashes: a later transcript that names a stranger of an earlier one.
        form, stranger = next((row["form"], row["pseudonym"]) for row in read_rows(study)
                              if row["pseudonym"].startswith("PERSON_") and row["form"].count(" ") == 1)
        (study.root / "incoming" / "later.txt").write_text(LATER % ("I'm new here.", form.title()), encoding="utf-8")
        run(study)
        now = {row["form"]: row["pseudonym"] for row in study.linkage()}
        assert now.get(form) == stranger, (stranger, now.get(form))
        (study.root / "incoming" / "later.txt").unlink()
        run(study, "--threads", "1")
        assert not attacker.hits()[0]

        # Delivered again, one under another name: the same transcripts, and the table is whole again.
        study.deliver(delivered)
        run(study, "--threads", "3")
        same_text(opened_outputs, study)
        assert told <= rows(study)
        assert not list((study.root / "linkage").glob("T0[1-8].kept.*")), "parts of what the table has again"
        empty(study)
        run(study)
        assert not attacker.hits()[0] and told <= rows(study)
        withdraw(study, delivered, material)
    return 0


def read_rows(study):
    for path in sorted((study.root / "linkage").iterdir()):
        yield from csv.DictReader(io.StringIO(study.decrypt(path).decode()))


def withdraw(study, delivered, material):
    """Whoever withdraws when all is put away: nothing of theirs is left, and their talk is refused."""
    with open(pathlib.Path(material, "participants.csv"), encoding="utf-8") as file:
        people = {row["name"]: row for row in csv.DictReader(file)}
    alone = next(row for row in study.linkage() if row["role"] == "Carer" and
                 "interview-03" in people[row["name"]]["sessions"])
    transcript = next(row["transcript"] for row in read_rows(study) if row["file"].startswith("interview-03"))
    done = study.call("withdraw", str(study.root), alone["pseudonym"], "--yes")
    assert done.returncode <= 1, done.stderr.decode()
    assert not list((study.root / "out").glob(transcript + ".*")), "outputs are left"
    for row in read_rows(study):
        assert row["name"] != alone["name"] and row["transcript"] != transcript, row
    verified = study.call("audit", "verify", str(study.root))
    assert verified.returncode == 0, verified.stderr.decode()
    theirs = next(path for path in delivered if path.name.startswith("interview-03"))
    shutil.copy(theirs, study.root / "incoming" / ("another" + theirs.suffix))
    run(study)
    states = [(outcome["state"], [issue["code"] for issue in outcome["issues"]])
              for outcome in study.report()["transcripts"]]
    assert len(states) == 1 and states[0][0] == "quarantined" and "consent.withdrawn" in states[0][1], states


if __name__ == "__main__":
    sys.exit(main())
