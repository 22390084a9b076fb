"""What a command left, in a form in which two ends can be compared, and what must never be left."""
import hashlib
import json
import pathlib
import re
import sqlite3
import stat
import subprocess

# Words of the material that stand in no list: talk, and people.
TALK = (b"kettle under", b"whistles")
NAMES = (b"oakhanger", b"quillfeather", b"wrexley")
OPEN_PLACES = ("study/incoming/", "study/participants.csv", "study/names.txt", "study/keep.txt", "study/moniker.yaml")
SECRETS = ("custodian.key", "study.key", "signing.key")
# Fields of the log that are of one run alone, or of how many there were.
OF_ONE_RUN = ("n", "time", "prev", "digest", "sha256", "ledger", "registry", "report", "page", "records", "certificate", "size", "sealed")


def files_in(folder):
    return [path for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file() and not path.is_symlink()]


def opened(workplace, folder, file):
    """The digest of what is sealed in a file."""
    for identity in ("usb/custodian.key", "study/keys/custodian.key"):
        if (folder / identity).exists():
            done = workplace.call(["decrypt", str(file), "-i", identity], folder)
            return hashlib.sha256(done.stdout).hexdigest() if done.returncode == 0 else "does not open"
    return "no identity"


def rows(file):
    """A database's rows. A copy is read, so that looking changes nothing."""
    if not file.exists():
        return None
    with sqlite3.connect("file:%s?mode=ro" % file, uri=True) as database:
        try:
            return sorted(line for line in database.iterdump() if line.startswith("INSERT"))
        except sqlite3.DatabaseError as error:
            return ["damaged: %s" % error]


def log_records(file):
    """The last word of the log on every output, deletion and decision, and how often it has what must be there once."""
    last, times = {}, {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        record = json.loads(line)
        kept = {name: value for name, value in record.items() if name not in OF_ONE_RUN}
        event = record["event"]
        about = next((str(record[name]) for name in ("output", "name", "number", "participant", "transcript") if name in record), "")
        if event in ("published", "sealed", "withdrawn", "replaced", "deleted", "quarantined", "withdrawal_begun"):
            last[event, about] = kept
        if event == "decided":
            times[event] = times.get(event, 0) + 1
            last[event, about] = kept
    return {"%s %s" % key: value for key, value in last.items()}, times


def report(file):
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    told.pop("audit_records", None)
    return told


def kinds_of(names):
    """Without days, and without how often the signing key was changed: given again, it is changed again."""
    return sorted({re.sub(r"keys/signing-[0-9A-F]{16}", "keys/signing-NUMBER", re.sub(r"\d{4}-\d\d-\d\d\S*\.", "DATE.", name))
                   for name in names})


def look_study(workplace, folder, row):
    study = folder / "study"
    names = [str(path.relative_to(study)) for path in files_in(study)]
    last, times = log_records(study / "audit" / "audit.jsonl")
    seen = {
        "files": kinds_of(name for name in names if not re.search(r"-(wal|shm|journal)$", name)),
        "registry": rows(study / "registry.sqlite"), "log": last, "times": times,
        "report": report(study / "reports" / "run.json")}
    for place in ("out", "linkage"):
        for file in sorted((study / place).glob("*.age")):
            seen[place + "/" + file.name] = opened(workplace, folder, file)
    if (study / "audit" / "audit.jsonl.minisig").exists():
        verified = workplace.call("audit verify study", folder)
        seen["verify"] = verified.returncode, verified.stderr.decode()[:300]
    return seen


def look_tree(workplace, folder, row):
    seen = {}
    for place in row.get("in", row.get("under", ["study"])):
        for path in sorted((folder / place).rglob("*")):
            body = "folder"
            if path.is_file():
                sealed = path.suffix == ".age"
                body = opened(workplace, folder, path) if sealed else hashlib.sha256(without_times(path.read_bytes())).hexdigest()
            seen["%s" % path.relative_to(folder)] = "%o %s" % (stat.S_IMODE(path.stat().st_mode), body)
    if (folder / "study" / "audit" / "audit.jsonl.minisig").exists():
        seen["verify"] = workplace.call("audit verify study", folder).returncode
    return seen


def without_times(data):
    """A page tells when it was made, and a proof is of a head of its own."""
    if data.startswith(b"c2sp.org/tlog-proof"):
        return b"proof"
    if data.startswith(b"<!doctype html>") or data.startswith(b"<!DOCTYPE html>"):
        return b"page"
    return data


def look_keys(workplace, folder, row):
    seen = {}
    for place in row.get("under"):
        for path in files_in(folder / place):
            seen[str(path.relative_to(folder))] = "%o %d bytes" % (stat.S_IMODE(path.stat().st_mode), path.stat().st_size)
    seal = subprocess.run(["bash", "-c", "f=$(ls usb/custodian.key study/keys/custodian.key 2>/dev/null) && "
                           "printf 'x' | moniker filter --key study/keys/study.key --jsonl --reject t.age --recipient study/keys/custodian.pub; "
                           "moniker decrypt t.age -i $f | wc -l; rm -f t.age"], cwd=folder, env=workplace.env, capture_output=True)
    seen["fit"] = seal.stdout.decode().strip()
    return seen


def look_heads(workplace, folder, row):
    heads = folder / "packages" / "heads"
    verified = workplace.call("audit verify study --since packages/heads --cosigner usb/signing.pub", folder)
    return {"heads": heads.read_bytes().count(b"moniker-audit-log") > 0 if heads.exists() else False, "verify": verified.returncode,
            "said": verified.stderr.decode()}


LOOKS = {"study": look_study, "tree": look_tree, "keys": look_keys, "heads": look_heads}


def left_over(folder, row, dead=False):
    """What must not lie there: temporary files, talk or names in clear, a second copy of a key, a file open to others."""
    found = []
    plain = row["command"].startswith(("decrypt", "deposit")) or (row["command"].startswith("export") and "--plain" in row["command"])
    secrets = {line for path in files_in(folder) if path.name in SECRETS for line in path.read_bytes().splitlines()
               if len(line) > 40 and not line.startswith(b"#")}
    for path in files_in(folder):
        name = str(path.relative_to(folder))
        data, mode = path.read_bytes(), stat.S_IMODE(path.stat().st_mode)
        if ".moniker-" in name:
            found.append("a temporary file: " + re.sub(r"-[0-9a-f]{16}", "-*", name))
        if path.name not in SECRETS and any(secret in data for secret in secrets):
            found.append("a second copy of a key: " + name)
        if plain and name.startswith("packages/"):
            continue
        small = data.lower()
        if not name.startswith(OPEN_PLACES) and any(word in small for word in TALK + NAMES):
            found.append("words in clear: " + name)
        if mode & 0o077 and not name.endswith((".pub", "/proof")) and not name.startswith(OPEN_PLACES):
            found.append("open to others: %s %o" % (name, mode))
    return found


def differences(wanted, got, where=""):
    found = []
    for name in sorted(set(wanted) | set(got), key=str):
        one, other = wanted.get(name), got.get(name)
        if one == other:
            continue
        if isinstance(one, dict) and isinstance(other, dict):
            found += differences(one, other, where + str(name) + ": ")
        elif isinstance(one, list) and isinstance(other, list):
            more, less = [x for x in other if x not in one][:2], [x for x in one if x not in other][:2]
            found.append(("%s%s: more %s, missing %s" % (where, name, more, less))[:300])
        else:
            found.append("%s%s: %s instead of %s" % (where, name, str(other)[:120], str(one)[:120]))
    return found[:5]
