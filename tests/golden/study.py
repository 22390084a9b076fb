"""A study in a temporary folder, for tests that run moniker as a user does."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess


class Study:
    def __init__(self, moniker, source, folder, material, keys=None):
        self.moniker, self.root = os.path.abspath(moniker), pathlib.Path(folder)
        self.env = dict(os.environ, MONIKER_RULES=os.path.join(os.path.abspath(source), "rules"), NO_COLOR="1", LC_ALL="C.UTF-8")
        self.call("init", str(self.root), check=True)
        for name in ("moniker.yaml", "participants.csv"):
            shutil.copy(pathlib.Path(material, name), self.root / name)
        if keys:
            for key in pathlib.Path(keys).iterdir():
                shutil.copy(key, self.root / "keys" / key.name)
        else:
            self.call("keygen", str(self.root), check=True)

    def deliver(self, files):
        for path in files:
            shutil.copy(path, self.root / "incoming" / pathlib.Path(path).name)

    def call(self, *words, check=False, **options):
        done = subprocess.run([self.moniker, *words], env=self.env, capture_output=True, stdin=subprocess.DEVNULL, **options)
        if check and done.returncode != 0:
            raise AssertionError("moniker %s: status %d\n%s" % (" ".join(words), done.returncode, done.stderr.decode()))
        return done

    def run(self, *options):
        return self.call("run", str(self.root), *options)

    def start(self, *options):
        return subprocess.Popen([self.moniker, "run", str(self.root), *options], env=self.env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def decrypt(self, path):
        return self.call("decrypt", str(path), "-i", str(self.root / "keys" / "custodian.key"), check=True).stdout

    def outputs(self):
        """Every sealed file of out/ and linkage/, opened: name -> bytes."""
        return {path.name[:-4]: self.decrypt(path)
                for folder in ("out", "linkage") for path in sorted((self.root / folder).glob("*.age"))}

    def linkage(self):
        text = self.decrypt(self.root / "linkage" / "linkage.csv.age").decode()
        return list(csv.DictReader(io.StringIO(text)))

    def report(self):
        return json.loads((self.root / "reports" / "run.json").read_text(encoding="utf-8"))

    def events(self, name):
        """The log's records of one event."""
        lines = (self.root / "audit" / "audit.jsonl").read_text(encoding="utf-8").splitlines()
        return [record for record in map(json.loads, lines) if record["event"] == name]

    def loose_files(self):
        """Everything that a run wrote and did not seal."""
        skip = {"incoming", "keys"}
        for path in sorted(self.root.rglob("*")):
            inside = path.relative_to(self.root).parts
            if path.is_file() and inside[0] not in skip and inside[0] not in ("moniker.yaml", "participants.csv"):
                if path.suffix != ".age":
                    yield path


def compare(wanted, got, what):
    """Raises where two sets of outputs differ, naming the first difference without quoting a whole file."""
    if sorted(wanted) != sorted(got):
        raise AssertionError("%s: other files: %s and %s" % (what, sorted(wanted), sorted(got)))
    for name in sorted(wanted):
        if wanted[name] != got[name]:
            a, b = wanted[name].split(b"\n"), got[name].split(b"\n")
            line = next((i for i, (x, y) in enumerate(zip(a, b), 1) if x != y), min(len(a), len(b)) + 1)
            a, b = ([text[:300] for text in lines[line - 1:line]] for lines in (a, b))
            raise AssertionError("%s: %s differs in line %d:\n  %r\n  %r" % (what, name, line, a, b))
