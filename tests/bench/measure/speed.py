"""How fast: detect, filter and run beside cat, sha256sum and age on the same bytes in the same minutes."""
import json
import os
import shutil
import subprocess

from bench import MEGA, size_name
from processes import alternate, first_output, medians, run

USUAL_TRANSCRIPT = 50_000


def references(text):
    recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"   # of age's own documentation
    commands = {"cat": ["cat", text], "sha256sum": ["sha256sum", text], "age -e": ["age", "-e", "-r", recipient, text]}
    return {name: (lambda c=command: run(c)) for name, command in commands.items() if shutil.which(command[0])}


def ours(bench, text, study):
    calls = {"detect": lambda: bench.detect(text)}
    if bench.has_filter():
        calls["filter"] = lambda: bench.filter(text)
    else:
        print("bench: this moniker has no filter yet; it is left out", flush=True)
    calls["run"] = lambda: bench.run_study(study)
    return calls


def measure_size(bench, text, study, rounds):
    size = text.stat().st_size
    took = alternate({**references(text), **ours(bench, text, study)}, rounds)
    figures = {name: dict(medians(list_), mb_s=size / MEGA / max(medians(list_)["cpu"], 1e-3)) for name, list_ in took.items()}
    for name, figure in figures.items():
        print("%8s  %-10s %9.2f MB/s a core %8.1f MiB" % (size_name(size), name, figure["mb_s"], figure["peak"] / 2**20), flush=True)
    return {"bytes": size, "programs": figures}


def measure_dialogue(bench, size, rounds):
    return measure_size(bench, bench.transcript(size), bench.study(size, max(1, size // USUAL_TRANSCRIPT)), rounds)


def measure_talk(bench, folder, size, rounds):
    """The same of real talk, and how long one interview takes: cold by itself, warm as a part of the longer text."""
    text = bench.talk(folder, size)
    figures = measure_size(bench, text, bench.talk_study(text, USUAL_TRANSCRIPT), rounds)
    one = bench.talk(folder, USUAL_TRANSCRIPT)
    took = alternate({"one": lambda: bench.detect(one), "all": lambda: bench.detect(text)}, rounds)
    cold, all_ = medians(took["one"]), medians(took["all"])
    warm = (all_["cpu"] - cold["cpu"]) / max(1, text.stat().st_size - one.stat().st_size) * one.stat().st_size
    first = sorted(first_output([bench.moniker, "detect", "--rules", bench.env["MONIKER_RULES"], one]) for _ in range(rounds))
    return dict(figures, interview={"bytes": one.stat().st_size, "cold": cold["cpu"], "warm": warm, "first_output": first[rounds // 2],
                                    "peak": cold["peak"]})


def measure_threads(bench, size, rounds):
    """Wall time of a run by one thread and by two."""
    study = bench.study(size, max(4, size // USUAL_TRANSCRIPT))
    took = alternate({str(n): (lambda n=n: bench.run_study(study, n)) for n in (1, 2)}, rounds)
    wall = {n: medians(list_)["wall"] for n, list_ in took.items()}
    return {"bytes": size, "wall": wall, "ratio": wall["1"] / wall["2"]}


def measure_start(bench, rounds=7):
    """`moniker detect` on one line: until the first byte, and in all; its memory is that of rules and lists."""
    line = bench.work / "line.txt"
    line.write_text("Interviewer: My name's Zoë Whitfield and I live in Leeds.\n")
    command = [bench.moniker, "detect", "--rules", bench.env["MONIKER_RULES"], line]
    first = sorted(first_output(command) for _ in range(rounds))[rounds // 2]
    return {"first_output": first, **medians([bench.detect(line) for _ in range(rounds)])}


def measure_audit(bench, size):
    """Bytes of audit log for each replacement."""
    where = bench.fresh(bench.study(size, max(1, size // USUAL_TRANSCRIPT)))
    done = subprocess.run([bench.moniker, "run", where, "--json", "--quiet", "--rules", bench.env["MONIKER_RULES"]], capture_output=True, text=True)
    replaced = replacements(json.loads(done.stdout))
    size = sum(p.stat().st_size for p in (where / "audit").glob("*.jsonl"))
    return {"replacements": replaced, "bytes": size, "bytes_per_finding": size / max(1, replaced)}


def replacements(said):
    return sum(sum(transcript.get("replaced", {}).values()) for transcript in said["transcripts"])


def measure_stages(bench, size, seconds):
    if not bench.stages.exists():
        print("bench: built without Google Benchmark (-DMONIKER_BENCH=ON); stages are left out", flush=True)
        return {}
    command = [str(bench.stages), "--benchmark_format=json", "--benchmark_min_time=%g" % seconds]
    env = dict(os.environ, MONIKER_BENCH_BYTES=str(size))
    said = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    stages = {b["name"]: {"mb_s": b["bytes_per_second"] / MEGA} for b in json.loads(said)["benchmarks"]}
    return {"bytes": size, "stages": stages}


def measure(bench, sizes, rounds, talk=None):
    return {"sizes": [measure_dialogue(bench, size, rounds) for size in sizes],
            "talk": [measure_talk(bench, talk, size, rounds) for size in sizes] if talk else [],
            "stages": measure_stages(bench, min(MEGA, max(sizes)), 0.1 if max(sizes) < MEGA else 1),
            "threads": measure_threads(bench, min(max(sizes), 32 * MEGA), rounds),
            "start": measure_start(bench), "audit": measure_audit(bench, min(max(sizes), 8 * MEGA))}
