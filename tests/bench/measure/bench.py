"""What the steps of the benchmark share: where things lie, the texts, and the file of figures."""
import datetime
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess

from processes import run

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent
RULES = ROOT / "rules"
MEGA = 1_000_000


def size_of(text):
    """1M, 2G, 200k -> bytes."""
    unit = {"k": 1000, "M": MEGA, "G": 1000 * MEGA}.get(text[-1:])
    return int(float(text[:-1]) * unit) if unit else int(text)


def size_name(size):
    for unit, letter in ((1000 * MEGA, "GB"), (MEGA, "MB"), (1000, "kB")):
        if size >= unit:
            return "%.3g %s" % (size / unit, letter)
    return "%d B" % size


def machine():
    """What the figures were measured on."""
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    return {"cpu": cpu, "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1), "commit": commit,
            "date": datetime.date.today().isoformat()}


class Bench:
    """Programs, a folder for texts, and the figures of all steps, which are kept when one step is measured anew."""

    def __init__(self, out, build, work, seed):
        self.out, self.build, self.work = (pathlib.Path(path).resolve() for path in (out, build, work))
        self.seed = seed
        self.moniker, self.dialogue = self.build / "moniker", self.build / "tests/bench/dialogue"
        self.stages = self.build / "tests/bench/bench_stages"
        self.env = dict(os.environ, MONIKER_RULES=str(RULES), LC_ALL="C.UTF-8", NO_COLOR="1")
        self.work.mkdir(parents=True, exist_ok=True)
        self.file = self.out / "performance.json"
        self.figures = json.loads(self.file.read_text()) if self.file.exists() else {}

    def keep(self, step, figures):
        self.figures[step] = {"machine": machine(), "figures": figures}
        self.out.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self.figures, indent=1, sort_keys=True) + "\n")

    def generate(self, name, *options):
        """A text or folder of that name, made by `dialogue` unless it is there already from the same generator."""
        key = hashlib.sha256(b"".join(p.read_bytes() for p in sorted((ROOT / "tests/bench/dialogue").iterdir())))
        key.update(" ".join(map(str, options)).encode())
        target, seal = self.work / name, self.work / (name + ".seal")
        if not (target.exists() and seal.exists() and seal.read_text() == key.hexdigest()):
            self.remove(target)
            words = [str(target) if word == "@" else str(word) for word in options]
            subprocess.run([str(self.dialogue), "--seed", str(self.seed), *words], check=True)
            seal.write_text(key.hexdigest())
        return target

    def transcript(self, size):
        return self.generate("dialogue-%d.txt" % size, "--bytes", size, "--out", "@")

    def talk(self, folder, size):
        """Real talk: the .txt files of a folder in an order that the seed gives, none of them twice; less than was asked for where
        there is less. It stays in the work folder."""
        files = sorted(folder.rglob("*.txt"))
        random.Random(self.seed).shuffle(files)
        target, written = self.work / ("talk-%d.txt" % size), 0
        with open(target, "w", encoding="utf-8") as out:
            for file in files:
                text = file.read_text(encoding="utf-8", errors="replace").replace("\0", "")[:size - written]
                written += out.write(text + "\n")
                if written >= size:
                    break
        return target

    def talk_study(self, text, each):
        """The same in transcripts of about so many bytes each, in a study of nobody."""
        study = self.study(each, 1, people=1)
        copy = self.work / "talk-study"
        self.remove(copy)
        shutil.copytree(study, copy)
        for file in (copy / "incoming").iterdir():
            file.unlink()
        lines, size, count = [], 0, 0
        for line in [*open(text, encoding="utf-8"), None]:
            if line is None or size + len(line) > each:
                (copy / "incoming" / ("talk-%05d.txt" % count)).write_text("".join(lines), encoding="utf-8")
                lines, size, count = [], 0, count + 1
            if line is not None:
                lines.append(line)
                size += len(line)
        return copy

    def lines(self, size):
        return self.generate("dialogue-%d.jsonl" % size, "--bytes", size, "--format", "jsonl", "--out", "@",
                             "--gold", self.work / ("gold-%d.jsonl" % size))

    def study(self, size, count, people=20):
        """A study with its keys, on which nothing has run. `count` transcripts weigh `size` bytes together."""
        name = "study-%d-%d-%d" % (size, count, people)
        folder = self.generate(name, "--bytes", size, "--study", "@", "--count", count, "--participants", people)
        if not (folder / "keys").exists():
            subprocess.run([self.moniker, "keygen", folder], check=True, stdout=subprocess.DEVNULL)
        return folder

    def fresh(self, study):
        """A copy of the study to run in; the transcripts are links to the same files."""
        copy = self.work / "running"
        self.remove(copy)
        shutil.copytree(study, copy, copy_function=os.link)
        return copy

    @staticmethod
    def remove(path):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    # The three ways to use moniker, each as a whole process.
    def detect(self, text, *options, stdout=subprocess.DEVNULL):
        return run([self.moniker, "detect", "--rules", RULES, *options, text], env=self.env, stdout=stdout)

    def has_filter(self):
        done = subprocess.run([self.moniker, "help", "filter"], capture_output=True)
        return done.returncode == 0

    def filter_key(self):
        keys = self.work / "keys"
        if not keys.exists():
            subprocess.run([self.moniker, "keygen", "--folder", keys], check=True, stdout=subprocess.DEVNULL)
        return keys / "study.key"

    def filter(self, text, *options, stdout=subprocess.DEVNULL):
        return run([self.moniker, "filter", "--key", self.filter_key(), *options], stdin=text, env=self.env, stdout=stdout)

    def run_study(self, study, threads=1, fresh=True):
        where = self.fresh(study) if fresh else study
        return run([self.moniker, "run", where, "--quiet", "--threads", threads, "--rules", RULES], env=self.env,
                   good=(0, 1))   # 1: something to review
