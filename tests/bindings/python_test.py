#!/usr/bin/env python3
"""The Python package, without any engine: python_test.py MONIKER SOURCE."""
import concurrent.futures
import json
import os
import pathlib
import pickle
import re
import signal
import subprocess
import sys
import tempfile
import traceback
import unittest

program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(source / "bindings/python"))
sys.dont_write_bytecode = True
import moniker  # noqa: E402

secret = "Zebedee Quillfeather"   # a text that no message may hold


def talk():
    for file in sorted((source / "sample_data/gold").glob("*.jsonl")):
        for document in map(json.loads, file.read_text().splitlines()):
            yield from (line for line in document["text"].split("\n") if line.strip())


def children():
    return {int(pid) for pid in pathlib.Path("/proc/self/task/%d/children" % os.getpid()).read_text().split()}


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        os.environ.update(MONIKER=program, MONIKER_RULES=str(source / "rules"))
        subprocess.run([program, "keygen", "--folder", str(cls.folder), "--only", "study"], check=True, stdout=subprocess.DEVNULL)
        cls.settings = moniker.Settings(key=cls.folder / "study.key")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def refused(self, call, *, status=None, program=None):
        """The error of a call, which holds no word of the text, in none of the ways that a log could print it."""
        with self.assertRaises(moniker.MonikerError) as caught:
            call()
        error = caught.exception
        for shown in (str(error), repr(error), error.hint, repr(error.args), "".join(traceback.format_exception(type(error), error, error.__traceback__))):
            self.assertNotIn("Quillfeather", shown)
        self.assertIsNone(error.__context__)
        if status is not None:
            self.assertEqual(error.status, status)
        return error

    def script(self, text):
        """A program that stands in for moniker."""
        file = self.folder / "stand-in"
        file.write_text("#!/bin/sh\n" + text)
        file.chmod(0o755)
        return file

    def test_what_comes_is_what_a_pipe_gives(self):
        records = [{"id": number, "text": text, "n": 1.5} for number, text in enumerate(talk())]
        given = "".join(json.dumps(record) + "\n" for record in records).encode()
        piped = subprocess.run([program, "filter", "--jsonl", "--key", str(self.settings.key)], input=given,
                               stdout=subprocess.PIPE, check=True).stdout
        wanted = [json.loads(line) for line in piped.splitlines()]
        self.assertEqual(list(moniker.mask_records(records, self.settings)), wanted)
        texts = [record["text"] for record in records]
        self.assertEqual(list(moniker.mask(texts, self.settings, size=7)), [record["text"] for record in wanted])
        self.assertNotEqual(texts, [record["text"] for record in wanted])

    def test_only_the_fields_that_are_named_change(self):
        record = {"said": "I saw Kate Shaw.", "who": "Kate Shaw", "note": "Kate Shaw"}
        masked, = moniker.mask_records([record], self.settings, fields=["said"], speaker_field="who")
        self.assertNotIn("Kate", masked["said"])
        self.assertNotIn("Kate", masked["who"])
        self.assertEqual(masked["note"], "Kate Shaw")

    def test_none_stays_none(self):
        self.assertEqual(list(moniker.mask([None, "Hello.", None], self.settings)), [None, "Hello.", None])
        self.assertEqual(list(moniker.detect([None, "Hello."])), [[], []])
        self.assertEqual(list(moniker.mask([], self.settings)), [])

    def test_spans_count_characters(self):
        text = "\U0001f642 Zo\u00eb told Jos\u00e9 Fern\u00e1ndez of Leeds."
        shown = subprocess.run([program, "detect", "--input", "jsonl", "--output", "jsonl", "--show-text", "-"],
                               input=json.dumps({"id": "1", "text": text}), capture_output=True, text=True, check=True).stdout
        wanted = [(span["text"], span["label"], span["rule"]) for span in json.loads(shown)["spans"]]
        spans, = moniker.detect([text])
        self.assertEqual([(text[span.start:span.end], span.label, span.rule) for span in spans], wanted)
        self.assertGreaterEqual(len(wanted), 3)
        self.assertNotIn("Fern", repr(spans))

    def test_more_than_any_pipe_holds(self):
        texts = ["Kate Shaw came in. " * 20_000] * 3
        for masked in moniker.mask(texts, self.settings):
            self.assertNotIn("Kate", masked)

    def test_one_is_given_back_before_the_next_is_taken(self):
        taken = []
        masked = moniker.mask((taken.append(text) or text for text in ["One.", "Two.", "Three."]), self.settings, size=1)
        self.assertEqual((next(masked), taken), ("One.", ["One."]))
        self.assertEqual((next(masked), taken), ("Two.", ["One.", "Two."]))
        masked.close()

    def test_threads_take_turns(self):
        wanted = list(moniker.mask(["Turn %d, Kate." % number for number in range(400)], self.settings))
        with moniker.Masker(self.settings) as masker, concurrent.futures.ThreadPoolExecutor(4) as pool:
            parts = pool.map(masker, [["Turn %d, Kate." % number for number in range(first, first + 20)] for first in range(0, 400, 20)])
            self.assertEqual([text for part in parts for text in part], wanted)

    def test_nothing_is_left_behind(self):
        before = children()
        masked = moniker.mask(("Hello." for _ in range(10_000)), self.settings)
        next(masked)
        self.assertNotEqual(children(), before)
        masked.close()
        self.assertEqual(children(), before)

        def breaks():
            yield "Hello."
            raise KeyError("mine")
        with self.assertRaises(KeyError):
            list(moniker.mask(breaks(), self.settings))
        self.assertEqual(children(), before)

    def test_what_the_program_refuses_is_told_without_the_text(self):
        error = self.refused(lambda: list(moniker.mask([secret + "\0"], self.settings)), status=3)
        self.assertRegex(str(error), r"^standard input:1:\d+: there is a NUL in it$")
        error = self.refused(lambda: list(moniker.mask([secret], moniker.Settings())), status=2)
        self.assertEqual(str(error), "the pseudonyms need a key")
        self.assertIn("moniker keygen", error.hint)
        self.refused(lambda: list(moniker.mask([secret + "\ud800"], self.settings)), status=3)
        self.refused(lambda: list(moniker.mask_records([{"text": secret, "n": float("nan")}], self.settings)), status=3)
        self.refused(lambda: list(moniker.mask_records([{"text": secret, "n": object()}], self.settings)), status=3)
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual((str(again), again.hint, again.status), (str(error), error.hint, error.status))

    def test_a_program_that_ends_early_or_talks_is_told_without_the_text(self):
        for text in ("head -n 1", "exit 0", "kill -9 $$", "head -n 1 >&2; exit 1"):
            settings = moniker.Settings(key=self.settings.key, program=self.script(text))
            error = self.refused(lambda: list(moniker.mask([secret] * 10_000, settings)))
            self.assertIn("said nothing", str(error))

    def test_an_interrupted_round_gives_no_answers_to_the_next(self):
        def stop(*_):
            raise InterruptedError
        slow = self.script('while read line; do sleep 0.5; echo \'{"text":"of the first round"}\'; done')
        with moniker.Masker(moniker.Settings(key=self.settings.key, program=slow)) as masker:
            before = signal.signal(signal.SIGALRM, stop)
            signal.setitimer(signal.ITIMER_REAL, 0.7)
            try:
                with self.assertRaises(InterruptedError):
                    masker(["One.", "Two.", "Three."])
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
                signal.signal(signal.SIGALRM, before)
            self.assertIn("earlier round", str(self.refused(lambda: masker([secret]))))

    def test_a_key_is_a_file_and_never_on_a_command_line(self):
        key = (self.folder / "study.key").read_text().strip()
        for given in (key, key * 50, "AGE-SECRET-KEY-1" + "Q" * 58):
            for settings in (moniker.Settings(key=given), moniker.Settings(key=self.settings.key, passphrase_file=given)):
                error = self.refused(lambda: list(moniker.mask(["Hello."], settings)), status=2)
                self.assertNotIn(given, "".join(traceback.format_exception(type(error), error, error.__traceback__)))
        seen = self.folder / "seen"
        settings = moniker.Settings(key=self.settings.key, program=self.script('echo "$@" >%s; exit 1' % seen))
        self.refused(lambda: list(moniker.mask([secret], settings)))
        self.assertIn(str(self.settings.key), seen.read_text())
        self.assertNotIn(key, seen.read_text())
        self.assertNotIn("Quillfeather", seen.read_text())

    def test_settings_come_to_the_program(self):
        text = "Kate Shaw left Leeds."
        spans, = moniker.detect([text])
        rules = {span.rule for span in spans}
        self.assertIn("tagged-person", rules)
        for settings in (moniker.Settings(off=["tagged-person"], language="en-GB", profile="strict"), moniker.Settings(tagger=False)):
            spans, = moniker.detect([text], settings)
            self.assertNotIn("tagged-person", [span.rule for span in spans])
        self.assertEqual(str(self.refused(lambda: list(moniker.detect([text], moniker.Settings(profile="none"))), status=2)),
                         "there is no profile `none`")

    def test_a_study_and_a_passphrase(self):
        study, passphrase = self.folder / "study", self.folder / "passphrase"
        passphrase.write_text("correct horse battery staple\n")
        passphrase.chmod(0o600)
        for words in (["init", str(study)], ["keygen", str(study), "--passphrase-file", str(passphrase)]):
            subprocess.run([program, *words], check=True, stdout=subprocess.DEVNULL)
        for name in ("moniker.yaml", "participants.csv"):
            (study / name).write_bytes((source / "sample_data" / name).read_bytes())
            (study / name).chmod(0o600)
        settings = moniker.Settings(study=study, passphrase_file=passphrase)
        masked, = moniker.mask(["pickersgill, then."], settings)   # of the register, and of no list
        self.assertRegex(masked, r"^\[PERSON_\w+\], then\.$")
        for settings, wanted in ((moniker.Settings(study=study), 1), (moniker.Settings(), 0)):
            self.assertEqual(len(next(moniker.detect(["pickersgill, then."], settings))), wanted)
        error = self.refused(lambda: list(moniker.mask([secret], moniker.Settings(study=study))), status=2)
        self.assertIn("passphrase", str(error) + error.hint)

    def test_its_version_is_the_program_s(self):
        version = re.search(r"project\(moniker VERSION ([\d.]+)", (source / "CMakeLists.txt").read_text())[1]
        self.assertIn('version = "%s"' % version, (source / "bindings/python/pyproject.toml").read_text())
        self.assertIn("Version: %s\n" % version, (source / "bindings/R/DESCRIPTION").read_text())

    def test_a_program_that_is_not_there(self):
        error = self.refused(lambda: list(moniker.detect(["Hello."], moniker.Settings(program="/nowhere/moniker"))), status=2)
        self.assertEqual(str(error), "the program /nowhere/moniker is not there")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
