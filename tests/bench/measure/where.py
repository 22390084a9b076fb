"""Where the time goes, by sampling: each sample counts for the innermost function of moniker on its stack, so that the time
of a library counts for the stage that called it. Which stage a function is of, the stages' own archives tell."""
import collections
import re
import subprocess

import flame

STARTING = re.compile(r"RuleSet::load|_dl_start|_dl_relocate_object|load_generalisations|ordinary_words")


def plain_name(symbol):
    """Without arguments, template arguments and clones: one name for all of a function's variants."""
    symbol = re.sub(r"\[clone.*|\[abi:[^\]]*\]", "", symbol).replace("(anonymous namespace)::", "")
    depth, out = 0, ""
    for i, c in enumerate(symbol):
        if c == "<" and not symbol[max(0, i - 8):i].endswith("operator"):
            depth += 1
        elif c == ">" and depth:
            depth -= 1
        elif c == "(" and not depth:
            break
        elif not depth:
            out += c
    return out.strip().split(" ")[-1]


def stage_of_functions(build):
    """Plain name -> stage, of what belongs to one stage alone."""
    stages = collections.defaultdict(set)
    for archive in sorted(build.glob("libmoniker_*.a")):
        stage = archive.stem[len("libmoniker_"):]
        lines = subprocess.run(["nm", "-C", "--defined-only", archive], capture_output=True, text=True).stdout.splitlines()
        for line in lines:
            parts = line.split(" ", 2)
            if len(parts) == 3 and parts[1] in "tTwW" and "moniker::" in parts[2]:
                stages[plain_name(parts[2])].add(stage)
    return {name: next(iter(of)) for name, of in stages.items() if len(of) == 1}


def stacks(data):
    """Each sample's functions, the innermost first."""
    said = subprocess.run(["perf", "script", "-i", data, "--no-inline", "-F", "comm,ip,sym"], capture_output=True, text=True).stdout
    for sample in said.split("\n\n"):
        yield [line.strip().split(" ", 1)[1] for line in sample.splitlines()[1:] if " " in line.strip()]


def attribute(stack, stages):
    """The stage and the function that a sample counts for."""
    if any(STARTING.search(symbol) for symbol in stack):
        return "start", "reading rules and lists"
    for symbol in stack:
        name = plain_name(symbol)
        if name in stages:
            return stages[name], name.replace("moniker::", "")
    return "elsewhere", "system and libraries"


def bars(stack):
    """A stack for the flame graph: moniker's own functions and the library that they called, each once in a row."""
    names = [plain_name(symbol) for symbol in stack]
    kept = [name for i, name in enumerate(names) if name.startswith("moniker::") or i == 0]
    return [name for i, name in enumerate(kept) if i == 0 or name != kept[i - 1]]


def measure_one(bench, command, data):
    record = ["perf", "record", "-q", "-e", "cpu-clock", "-F", "499", "--call-graph", "dwarf,16384", "-o", data, *command]
    done = subprocess.run([str(word) for word in record], env=bench.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if not data.exists():
        raise SystemExit("bench: perf cannot sample here: " + done.stderr.decode()[-200:])
    stages, by_stage, by_function, samples = stage_of_functions(bench.build), collections.Counter(), collections.Counter(), 0
    all_ = list(stacks(data))
    for stack in all_:
        stage, function = attribute(stack, stages)
        by_stage[stage] += 1
        by_function[stage + " " + function] += 1
        samples += 1
    data.unlink()
    share = lambda counter, n: [[name, count / samples] for name, count in counter.most_common(n)]
    return {"samples": samples, "stages": share(by_stage, 20), "functions": share(by_function, 25),
            "flame": flame.tree_of(map(bars, all_))}


def measure(bench, size, talk=None):
    text, study = bench.talk(talk, size) if talk else bench.transcript(size), bench.fresh(bench.study(size, max(1, size // 50_000)))
    data, rules = bench.work / "perf.data", bench.env["MONIKER_RULES"]
    figures = {"bytes": size, "of": "real talk" if talk else "generated talk", "detect": measure_one(bench, [bench.moniker, "detect", "--rules", rules, text], data),
               "run": measure_one(bench, [bench.moniker, "run", study, "--quiet", "--threads", "1", "--rules", rules], data)}
    for name in ("detect", "run"):
        print(name, " ".join("%s %.0f%%" % (stage, 100 * part) for stage, part in figures[name]["stages"]), flush=True)
    return figures
