"""docs/performance.md and its plots from the file of figures; measures nothing."""
import flame
import goals
import plot
from bench import ROOT, size_name


def table(head, rows):
    marks = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| %s |" % " | ".join(map(str, row)) for row in [head, marks, *rows])


def mib(value):
    return "%.0f" % (value / 2**20)


def number(value):
    return "-" if value is None else "%.3g" % value if value < 100 else "%.0f" % value


def percent(value):
    return "-" if value is None else "%.1f" % (100 * value)


def where_from(step):
    m = step["machine"]
    return "*%s, %d cores, load %.1f when it ended, %s, commit %s.*" % (m["cpu"], m["cores"], m["load"], m["date"], m["commit"])


def speed_section(figures, plots):
    rows, values = [], {}
    for size, text in [(s, "generated") for s in figures["sizes"]] + [(s, "real") for s in figures.get("talk", [])]:
        programs = size["programs"]
        sha = programs.get("sha256sum", {}).get("mb_s")
        for name, f in programs.items():
            ours = name in ("detect", "filter", "run")
            shown = ("moniker " if ours else "") + name
            rows.append([shown, "%s %s" % (size_name(size["bytes"]), text), number(f["mb_s"]), number(f["mb_s"] / sha) if sha else "-",
                         mib(f["peak"]) if ours else ""])
            if text == "generated":
                values[shown] = f["mb_s"]
    plots["performance.svg"] = plot.bars(values, "MB/s per core, whole processes, %s" % size_name(figures["sizes"][-1]["bytes"]))
    interviews = [[size_name(i["bytes"]), "%.0f" % (1000 * i["cold"]), "%.0f" % (1000 * i["warm"]), "%.0f" % (1000 * i["first_output"]) if "first_output" in i else "-",
                   mib(i["peak"])] for i in (s["interview"] for s in figures.get("talk", [])[-1:])]
    start, threads, audit = figures["start"], figures.get("threads"), figures.get("audit")
    said = [table(["", "text", "MB/s per core", "against sha256sum", "peak MiB"], rows), "![speed of whole processes](performance.svg)",
            *([table(["detect, one interview of real talk", "ms of processor time by itself", "ms as a part of a long text", "ms to the first output",
                      "peak MiB"], interviews)] if interviews else []),
            "Start, on a file of one line: %.2f s of processor time, %s MiB of rules, lists and program." % (start["cpu"], mib(start["peak"]))]
    if "first_output" in start:
        said[-1] += " The first output comes after %.0f ms." % (1000 * start["first_output"])
    if threads:
        said[-1] += " Two threads run a study of %s %.2f times as fast as one." % (size_name(threads["bytes"]), threads["ratio"])
    if audit:
        said[-1] += " The audit log takes %.0f bytes a replacement." % audit["bytes_per_finding"]
    return "\n\n".join(said)


def stages_section(stages):
    rows = [[name, number(f["mb_s"]), number(1000 / f["mb_s"])] for name, f in stages["stages"].items()]
    return ("## Stages\n\nEach by itself in memory, on the %s that the stage before left, again and again; bytes are those delivered, so that milliseconds "
            "add up. Caches are as warm as only a text that repeats itself makes them; fresh talk takes longer.\n\n" % size_name(stages["bytes"])
            + table(["stage", "MB/s per core", "ms per MB"], rows))


def peers_section(figures, plots):
    said = []
    for corpus, tools in figures["corpora"].items():
        rows = []
        for name, f in tools.items():
            ours = tools.get("moniker filter", tools["moniker detect"])
            rows.append([name, number(f["mb_s"]), number(ours["mb_s"] / f["mb_s"]), percent(f.get("recall")), percent(f.get("precision")),
                         percent(f.get("person_recall")), size_name(f["bytes"])])
        said.append("### %s\n\n" % corpus + table(["", "MB/s per core", "moniker is faster by", "recall %", "precision %", "names found %", "of text"], rows))
    plots["performance-peers.svg"] = plot.bars({n: f["mb_s"] for n, f in figures["corpora"]["dialogue"].items()}, "MB/s per core on the same text")
    return "![speed beside other tools](performance-peers.svg)\n\n" + "\n\n".join(said)


GROWTH = [("size", "bytes of one transcript", "s_per_mb", "seconds per MB (detect)"), ("transcripts", "transcripts of 2 kB", "s_per_1000", "seconds per 1,000 (run)"),
          ("rules", "rules", "s_per_mb", "seconds per MB (detect)"), ("everyday", "rules that begin with everyday words, beside the usual ones", "s_per_mb", "seconds per MB (detect)"),
          ("entries", "entries of a list, beside the usual ones", "s_per_mb", "seconds per MB (detect)"),
          ("entities", "people in the registry", "s_per_mb", "seconds per MB (run)")]


def growth_section(figures, plots):
    said = []
    for kind, what, cost, unit in GROWTH:
        points = figures.get(kind, [])
        if not points:
            continue
        when = figures.get("machines", {}).get(kind)
        rows = [["{:,}".format(p["x"]), number(p[cost]), mib(p["peak"])] for p in points]
        said.append("### By %s\n\n" % what + (where_from({"machine": when}) + "\n\n" if when else "") + table([what, unit, "peak MiB"], rows))
        if len(points) > 1:
            name = "performance-%s.svg" % kind
            plots[name] = plot.curves({unit: [(max(p["x"], 1), p[cost]) for p in points]}, what, unit)
            said.append("![%s by %s](%s)" % (unit, what, name))
            plots[name.replace(".svg", "-memory.svg")] = plot.curves({"peak MiB": [(max(p["x"], 1), p["peak"] / 2**20) for p in points]}, what, "MiB")
            said.append("![memory by %s](%s)" % (what, name.replace(".svg", "-memory.svg")))
    return "\n\n".join(said)


def load_section(figures, _):
    rows = [[load["what"], number(load["mb_s"]), "%.0f" % load["wall"], mib(load["peak"])] for load in figures["loads"]]
    return table(["", "MB/s per core", "seconds", "peak MiB"], rows)


def profile_section(figures, plots):
    said = []
    for command in ("detect", "run"):
        f = figures.get(command)
        if not f:
            continue
        said.append("### moniker %s, %s of %s\n\n" % (command, size_name(figures["bytes"]), figures.get("of", "generated talk"))
                    + table(["stage", "% of time"], [[stage, percent(share)] for stage, share in f["stages"] if share >= 0.005]))
        said.append(table(["stage and function", "% of time"], [["`%s`" % name, percent(share)] for name, share in f["functions"][:15]]))
        if "flame" in f:
            name = "performance-flame-%s.svg" % command
            plots[name] = flame.draw(f["flame"], "moniker %s, %s: share of processor time" % (command, size_name(figures["bytes"])))
            said.append("![flame graph of %s](%s)" % (command, name))
    return "\n\n".join(said)


SECTIONS = [("speed", "Whole processes", speed_section), ("peers", "Beside other tools", peers_section), ("growth", "How cost grows", growth_section),
            ("load", "The greatest loads", load_section), ("profile", "Where the time goes", profile_section)]


def write(bench):
    plots, parts = {}, [(ROOT / "docs/performance.head.md").read_text().rstrip()]
    parts.append("## Goals\n\n" + goals.table(bench.figures))
    for step, title, section in SECTIONS:
        if step not in bench.figures:
            continue
        measured = bench.figures[step]
        parts.append("## %s\n\n%s\n\n%s" % (title, where_from(measured), section(measured["figures"], plots)))
        if step == "speed" and measured["figures"]["stages"]:
            parts.append(stages_section(measured["figures"]["stages"]))
    (bench.out / "performance.md").write_text("\n\n".join(parts) + "\n")
    for name, svg in plots.items():
        (bench.out / name).write_text(svg)
