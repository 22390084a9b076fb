"""Holds what compare.py, page.py and the runners do by themselves; needs none of the tools that they run."""
import fnmatch
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "python")]
import compare  # noqa: E402
import page  # noqa: E402
import run  # noqa: E402


def score(**labels):
    """A score as `moniker eval` writes it, of labels with overlapping (recall, precision, F1)."""
    keys = ("r", "p", "f1")
    figures = {l: {"gold": 20, "overlap": dict(zip(keys, v)), "any_label_r": v[0]} for l, v in labels.items()}
    return {"labels": figures, "words": 1000, "outside": 0, "all": {"covered": 0.9, "false_alarms": 1, "gold": 20}}


class Offsets(unittest.TestCase):
    def test_are_bytes(self):
        for text, expected in [("", [0]), ("ab", [0, 1, 2]), ("é€", [0, 2, 5]), ("😀x", [0, 4, 5])]:
            self.assertEqual(run.byte_offsets(text), expected)

    def test_of_small_letters_stay(self):
        for text, expected in [("Tom", "tom"), ("ÉAMONN", "éamonn"), ("İs", "İs"), ("\u212a", "\u212a")]:
            self.assertEqual(compare.lower(text), expected)
            self.assertEqual(len(compare.lower(text).encode()), len(text.encode()))


class Labels(unittest.TestCase):
    rows = compare.table("labels.tsv")

    def test_first_row_that_fits_holds(self):
        for peer, theirs, ours in [("presidio", "EMAIL_ADDRESS", "EMAIL"), ("presidio", "US_SSN", "ID"),
                                   ("spacy", "CARDINAL", "-"), ("openredaction", "NAME", "PERSON")]:
            self.assertEqual(compare.our_label(self.rows, peer, theirs), ours)

    def test_what_no_row_names_stops(self):
        with self.assertRaises(SystemExit):
            compare.our_label(self.rows, "spacy", "NO_SUCH_KIND")

    def test_no_row_is_hidden_by_an_earlier_one(self):
        for i, (peer, theirs, _) in enumerate(self.rows):
            for of, pattern, _ in self.rows[:i]:
                self.assertFalse(of == peer and fnmatch.fnmatchcase(theirs, pattern), (peer, theirs))

    def test_are_ours(self):
        known = (HERE.parent.parent / "rules/en-GB/labels.yaml").read_text()
        for _, _, ours in self.rows:
            self.assertTrue(ours == "-" or "  %s:" % ours in known, ours)


class Peers(unittest.TestCase):
    def test_each_has_labels_and_a_program(self):
        with_labels = {row[0] for row in compare.table("labels.tsv")}
        for name, peer, _, runs_in, _, _ in compare.table("peers.tsv"):
            self.assertIn(peer, with_labels, name)
            program = {"python": "python/peer_%s.py", "node": "node/peer_%s.mjs", "java": "java/CoreNlp.java"}[runs_in]
            self.assertTrue((HERE / (program % peer if "%" in program else program)).exists(), name)

    def test_are_pinned(self):
        for name in ("requirements.txt", "requirements-no-deps.txt"):
            for line in (HERE / name).read_text().splitlines():
                self.assertTrue(line.startswith("#") or "==" in line, line)
        for version in json.loads((HERE / "node/package.json").read_text())["dependencies"].values():
            self.assertRegex(version, r"^\d+\.\d+\.\d+$")


class Sample(unittest.TestCase):
    def test_is_spread_and_light_enough(self):
        found = [{"id": str(i), "text": "é" * 500} for i in range(10)]
        for limit, ids in [(0, list(range(10))), (10, list(range(10))), (5, [0, 2, 4, 6, 8]), (4, [0, 3, 6, 9]), (1, [0])]:
            self.assertEqual([int(d["id"]) for d in compare.thin(found, limit)], ids, limit)

    def test_leaves_out_what_is_too_heavy_alone(self):
        found = [{"id": "heavy", "text": "x" * 2000}, {"id": "light", "text": "x" * 900}]
        self.assertEqual([d["id"] for d in compare.thin(found, 1)], ["light"])


class Predictions(unittest.TestCase):
    def test_go_to_their_corpus_and_lose_what_is_dropped(self):
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            (work / "found").mkdir()
            spans = [{"start": 0, "end": 3, "label": "PERSON"}, {"start": 4, "end": 5, "label": "CARDINAL"}]
            lines = [{"id": "one a b", "spans": spans}, {"id": "two c", "spans": []}]
            (work / "found/x.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
            paths = compare.split(work, "x", "spacy", compare.table("labels.tsv"), ["one", "two"])
            self.assertEqual(json.loads(paths["one"].read_text()),
                             {"id": "a b", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]})
            self.assertEqual(json.loads(paths["two"].read_text()), {"id": "c", "spans": []})


class Page(unittest.TestCase):
    def test_tells_who_is_ahead(self):
        corpora = {"talk": {"moniker": score(PERSON=(0.9, 0.9, 0.9)), "low": score(PERSON=(0.8, 0.904, 0.85)),
                            "high": score(PERSON=(0.95, 0.75, 0.84)), "all": score(PERSON=(1.0, 0.1, 0.18))}}
        lines = page.ahead(corpora, dict.fromkeys(corpora["talk"], "moniker"))[2:-1]
        self.assertEqual(lines, ["| talk | PERSON recall | 90.0 | high | 95.0 | 95.0 / 75.0 |"])

    def test_shows_nothing_where_nothing_was_found(self):
        self.assertEqual(page.pair(score(PERSON=(0.0, None, None)), "PERSON", "overlap"), "0.0 / -")
        self.assertEqual(page.pair(score(PERSON=(0.5, 0.5, 0.5)), "DATE", "overlap"), "-")


@unittest.skipUnless(shutil.which("node"), "node is not installed")
class Alignment(unittest.TestCase):
    def align(self, text, redacted):
        program = "import {align} from '%s'; console.log(JSON.stringify(align(...JSON.parse(process.argv[1]))))" % (
            HERE / "node/align.mjs")
        given = json.dumps([text, redacted, ["NAME", "URL"]])
        done = subprocess.run(["node", "--input-type=module", "-e", program, given], capture_output=True, text=True)
        return [(s["start"], s["end"], s["label"]) for s in json.loads(done.stdout)] if done.returncode == 0 else None

    def test_finds_what_was_redacted(self):
        for text, redacted, expected in [("Hi Tom.", "Hi NAME.", [(3, 6, "NAME")]), ("Tom", "NAME", [(0, 3, "NAME")]),
                                         ("Tom and Jo", "NAME and NAME", [(0, 3, "NAME"), (8, 10, "NAME")]),
                                         ("a b", "a b", []), ("Hi Tom.", "Ho NAME.", None)]:
            self.assertEqual(self.align(text, redacted), expected, text)


if __name__ == "__main__":
    unittest.main()
