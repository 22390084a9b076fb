"""Holds what scripts/bench does by itself: sizes, plots, goals, the page, the names in a profile."""
import json
import pathlib
import sys
import tempfile
import types
import unittest
import xml.dom.minidom

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "measure"))
import bench  # noqa: E402
import flame  # noqa: E402
import goals  # noqa: E402
import growth  # noqa: E402
import page  # noqa: E402
import plot  # noqa: E402
import processes  # noqa: E402
import where  # noqa: E402

MACHINE = {"cpu": "made up", "cores": 2, "load": 0.1, "commit": "abc", "date": "2026-01-01"}


def took(mb_s, peak=2**20):
    return {"cpu": 1.0, "wall": 1.0, "peak": peak, "rounds": 1, "mb_s": mb_s}


def some_figures():
    start = dict(took(1), first_output=0.02)
    speed = {"sizes": [{"bytes": 10**6, "programs": {"sha256sum": took(160), "detect": took(40), "run": took(2)}}],
             "talk": [{"bytes": 10**6, "programs": {"sha256sum": took(160), "detect": took(20), "run": took(2)},
                       "interview": {"bytes": 50_000, "cold": 0.05, "warm": 0.02, "first_output": 0.04, "peak": 2**20}}],
             "stages": {"bytes": 10**6, "stages": {"read": {"mb_s": 100.0}}}, "threads": {"bytes": 10**6, "wall": {}, "ratio": 1.9},
             "start": start, "audit": {"bytes_per_finding": 50.0}}
    rules = [{"x": x, "s_per_mb": s, "peak": 2**20} for x, s in ((20, 0.1), (1000, 0.3))]
    return {"speed": {"machine": MACHINE, "figures": speed}, "growth": {"machine": MACHINE, "figures": {"everyday": rules, "machines": {"everyday": MACHINE}}}}


class Sizes(unittest.TestCase):
    def test_are_read_and_shown(self):
        for text, size in (("200k", 200_000), ("1.5M", 1_500_000), ("2G", 2_000_000_000), ("0", 0), ("77", 77)):
            self.assertEqual(bench.size_of(text), size)
        self.assertEqual([bench.size_name(n) for n in (12, 2000, 256_000_000, 2_000_000_000)], ["12 B", "2 kB", "256 MB", "2 GB"])

    def test_grow_to_the_last(self):
        self.assertEqual(growth.steps(1, 100), [1, 10, 100])
        self.assertEqual(growth.steps(1, 50), [1, 10, 50])


class RealTalk(unittest.TestCase):
    def test_is_put_together_without_repeating_any(self):
        with tempfile.TemporaryDirectory() as folder:
            talk = pathlib.Path(folder, "talk")
            talk.mkdir()
            for name in "abc":
                (talk / (name + ".txt")).write_text(name * 100 + "\n")
            made = bench.Bench(pathlib.Path(folder, "out"), pathlib.Path(folder), pathlib.Path(folder, "work"), 1)
            self.assertEqual(sorted(made.talk(talk, 10**6).read_text().split()), [name * 100 for name in "abc"])
            self.assertEqual(made.talk(talk, 150).stat().st_size, 151)   # one is whole and a part of the next


class Flame(unittest.TestCase):
    def test_stands_on_its_callers(self):
        tree = flame.tree_of([["moniker::read::a", "main"]] * 3 + [["moniker::words::b", "main"]])
        self.assertEqual(tree, ["all", 1.0, [["main", 1.0, [["moniker::read::a", 0.75, []], ["moniker::words::b", 0.25, []]]]]])
        drawn = xml.dom.minidom.parseString(flame.draw(tree, "a < b"))
        self.assertEqual(len(drawn.getElementsByTagName("title")), 4)


class EverydayRules(unittest.TestCase):
    def test_are_all_different(self):
        lines = [line for line in growth.everyday_rules(50).splitlines() if "pattern" in line]
        self.assertEqual(len(set(lines)), 50)


class Processes(unittest.TestCase):
    def test_are_measured(self):
        figures = processes.run([sys.executable, "-c", "sum(range(10**6)); print(1)"])
        self.assertGreater(figures.cpu, 0)
        self.assertGreater(figures.peak, 2**20)
        self.assertGreater(processes.first_output(["echo", "x"]), 0)

    def test_that_fail_stop_everything(self):
        with self.assertRaises(SystemExit):
            processes.run(["false"])

    def test_take_turns(self):
        turns = []
        processes.alternate({name: (lambda name=name: turns.append(name)) for name in "ab"}, 2)
        self.assertEqual(turns, ["a", "b", "a", "b"])


class Profile(unittest.TestCase):
    def test_names_lose_what_differs_between_variants(self):
        for symbol, name in (("moniker::Detector::take(moniker::Utterance, std::function<void (int)> const&)", "moniker::Detector::take"),
                             ("void moniker::(anonymous namespace)::find<int>(int)", "moniker::find"),
                             ("moniker::fold[abi:cxx11](char)", "moniker::fold"), ("memcpy", "memcpy")):
            self.assertEqual(where.plain_name(symbol), name)

    def test_a_sample_counts_for_the_innermost_function_of_a_stage(self):
        stages = {"moniker::find": "detect", "moniker::scan": "run"}
        self.assertEqual(where.attribute(["re2::DFA::Search", "moniker::find(int)", "moniker::scan()", "main"], stages), ("detect", "find"))
        self.assertEqual(where.attribute(["read", "moniker::RuleSet::load(x)"], stages)[0], "start")
        self.assertEqual(where.attribute(["read", "main"], stages)[0], "elsewhere")


class Plots(unittest.TestCase):
    def test_are_xml(self):
        curves = plot.curves({"one": [(1, 2.0), (1000, 3.0)], "two": [(1, 1.0), (1000, 1.5)]}, "bytes", "seconds")
        for svg in (curves, plot.bars({"cat": 900.0, "moniker run": 0.3}, "MB/s"), plot.curves({"flat": [(5, 1.0)]}, "x", "y")):
            xml.dom.minidom.parseString(svg)

    def test_ticks_are_few_and_within(self):
        for axis in (plot.Axis(0, 1.1, ""), plot.Axis(0, 97, ""), plot.Axis(30, 100, ""), plot.Axis(1, 10**6, "", log=True)):
            self.assertTrue(2 <= len(axis.ticks()) <= 9, axis.ticks())
            self.assertTrue(all(axis.low <= t <= axis.high for t in axis.ticks()))


class Page(unittest.TestCase):
    def test_tells_which_goals_are_met(self):
        rows = {row.split("|")[1].strip(): row for row in goals.table(some_figures()).splitlines()[2:]}
        self.assertTrue(rows["detect against sha256sum"].endswith("| met |"))
        self.assertTrue(rows["run against sha256sum"].endswith("| **not met** |"))
        self.assertIn("3 x | **not met**", rows["time per MB, 1,000 rules of everyday words against 20"])
        self.assertIn("not measured", rows["filter against compromise"])

    def test_is_written_from_figures_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder)
            page.write(types.SimpleNamespace(out=out, figures=json.loads(json.dumps(some_figures()))))
            written = (out / "performance.md").read_text()
            for row in ("| moniker detect | 1 MB generated | 40 | 0.25 | 1 |", "| moniker detect | 1 MB real | 20 | 0.125 | 1 |", "| 50 kB | 50 | 20 | 40 | 1 |"):
                self.assertIn(row, written)
            self.assertTrue((out / "performance-everyday.svg").exists())


if __name__ == "__main__":
    unittest.main()
