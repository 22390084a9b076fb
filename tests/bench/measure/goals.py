"""What was promised of speed and memory, and whether the figures at hand keep it."""
from bench import MEGA


def largest(figures):
    """The longest text: real talk where there is any."""
    speed = figures["speed"]["figures"]
    return max(speed.get("talk") or speed["sizes"], key=lambda s: s["bytes"])


def against_sha256(program):
    def ratio(figures):
        programs = largest(figures)["programs"]
        return programs[program]["mb_s"] / programs["sha256sum"]["mb_s"]
    return ratio


def against_peer(peer):
    def ratio(figures):
        tools = figures["peers"]["figures"]["corpora"]["dialogue"]
        ours = tools.get("moniker filter", tools["moniker detect"])
        return ours["mb_s"] / tools[peer]["mb_s"]
    return ratio


def above_peers(figure):
    """Points by which detection's recall or precision on generated talk is above the best peer's."""
    def points(figures):
        tools = figures["peers"]["figures"]["corpora"]["dialogue"]
        theirs = max(f[figure] for name, f in tools.items() if not name.startswith("moniker"))
        return 100 * (tools["moniker detect"][figure] - theirs)
    return points


def spread(kind, low, high):
    """Seconds per MB at the larger x against the smaller."""
    def ratio(figures):
        points = {p["x"]: p["s_per_mb"] for p in figures["growth"]["figures"][kind]}
        return points[high] / points[low]
    return ratio


def start(figures):
    return figures["speed"]["figures"]["start"]["first_output"] * 1000


def peak_above_start(figures):
    """Of the greatest load, MiB, without what a process with one line to read has: rules, lists and vocabulary."""
    loads = figures["load"]["figures"]["loads"]
    return (max(load["peak"] for load in loads) - figures["speed"]["figures"]["start"]["peak"]) / 2**20


# What, how it is counted, at least (1) or at most (-1), the goal, its unit.
GOALS = [
    ("detect against sha256sum", against_sha256("detect"), 1, 0.06, "x"),
    ("filter against sha256sum", against_sha256("filter"), 1, 0.045, "x"),
    ("run against sha256sum", against_sha256("run"), 1, 0.015, "x"),
    ("filter against compromise", against_peer("compromise"), 1, 130, "x"),
    ("filter against redact-pii", against_peer("redact-pii"), 1, 5, "x"),
    ("filter against wink-nlp", against_peer("wink"), 1, 7, "x"),
    ("filter against Presidio", against_peer("presidio"), 1, 1000, "x"),
    ("recall above the best other tool's", above_peers("recall"), 1, 0, "points"),
    ("precision above the best other tool's", above_peers("precision"), 1, 0, "points"),
    ("run, two threads against one", lambda f: f["speed"]["figures"]["threads"]["ratio"], 1, 1.9, "x"),
    ("memory of the greatest load, beside rules, lists and vocabulary", peak_above_start, -1, 40, "MiB"),
    ("time per MB, 1,000 rules of everyday words against 20", spread("everyday", 20, 1000), -1, 2, "x"),
    ("time per MB, 5 million list entries against 10 thousand", spread("entries", 10_000, 5 * MEGA), -1, 1.3, "x"),
    ("audit log per replacement", lambda f: f["speed"]["figures"]["audit"]["bytes_per_finding"], -1, 80, "bytes"),
    ("detect, one interview: processor time", lambda f: 1000 * largest(f)["interview"]["cold"], -1, 60, "ms"),
    ("detect, one interview: start to first output", lambda f: 1000 * largest(f)["interview"]["first_output"], -1, 40, "ms"),
    ("detect, one line: start to first output", start, -1, 50, "ms"),
]


def table(figures):
    rows = ["| what | goal | measured | |", "|---|---:|---:|---|"]
    for what, measure, sign, goal, unit in GOALS:
        try:
            value = measure(figures)
        except KeyError:
            value = None
        wanted = "%s %g %s" % ("≥" if sign > 0 else "≤", goal, unit)
        met = "" if value is None else "met" if sign * value >= sign * goal else "**not met**"
        rows.append("| %s | %s | %s | %s |" % (what, wanted, "not measured" if value is None else "%.3g %s" % (value, unit), met))
    return "\n".join(rows)
