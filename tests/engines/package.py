#!/usr/bin/env python3
"""The Python package as pip installs it, its types, and frames of pandas and polars: package.py MONIKER SOURCE SITE KEY."""
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

program, source, site, key = [pathlib.Path(word).resolve() for word in sys.argv[1:5]]
sys.path.insert(0, str(site))
os.environ["MONIKER"] = str(program)
import moniker  # noqa: E402
import pandas  # noqa: E402
import polars  # noqa: E402
from moniker import frames  # noqa: E402

settings = moniker.Settings(key=key)
texts = ["Kate Shaw came.", None, "Nothing.", "She left Zo\u00eb in Leeds."]


class Package(unittest.TestCase):
    def test_it_was_installed_and_says_that_it_is_typed(self):
        self.assertEqual(pathlib.Path(moniker.__file__).parent, site / "moniker")
        self.assertTrue((site / "moniker/py.typed").exists())

    def test_its_types_are_strict(self):
        user = site.parent / "user.py"
        user.write_text("import pandas\nimport polars\nimport moniker\nfrom moniker import frames\n"
                        "masked: list[str | None] = list(moniker.mask(['x'], moniker.Settings(key='k')))\n"
                        "one: polars.DataFrame = frames.mask_frame(polars.DataFrame(), ['x'], moniker.Settings())\n"
                        "two: pandas.DataFrame = frames.mask_frame(pandas.DataFrame(), ['x'], moniker.Settings())\n")
        for what, where in (("moniker", source / "bindings/python"), (str(user), site)):
            done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(site.parent / "mypy"), what], cwd=where,
                                  capture_output=True, text=True, env=dict(os.environ, MYPYPATH=str(site) if where == site else ""))
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        user.write_text("import moniker\nmoniker.mask([1], moniker.Settings())\n")
        done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(site.parent / "mypy"), str(user)], cwd=site,
                              capture_output=True, text=True, env=dict(os.environ, MYPYPATH=str(site)))
        self.assertIn("[list-item]", done.stdout)

    def masked(self):
        return list(moniker.mask(texts, settings))

    def test_columns_of_pandas(self):
        for kind in ("str", "object", "string", "category"):
            column = pandas.Series(texts, index=[3, 1, 4, 15], name="said", dtype=kind)
            masked = frames.mask_column(column, settings)
            self.assertEqual([None if pandas.isna(text) else text for text in masked], self.masked(), kind)
            self.assertEqual((list(masked.index), masked.name), ([3, 1, 4, 15], "said"))
        frame = pandas.DataFrame({"said": texts, "n": range(4)}, index=[3, 1, 4, 15])
        masked = frames.mask_frame(frame, ["said"], settings)
        self.assertEqual((list(masked["n"]), list(masked.columns)), ([0, 1, 2, 3], ["said", "n"]))
        self.assertEqual(list(frame["said"])[0], texts[0])   # what was given is as it was

    def test_columns_of_polars(self):
        for kind in (polars.String, polars.Categorical):
            masked = frames.mask_column(polars.Series("said", texts, dtype=kind), settings)
            self.assertEqual((masked.to_list(), masked.name), (self.masked(), "said"))
        masked = frames.mask_frame(polars.DataFrame({"said": texts, "n": range(4)}), ["said"], settings)
        self.assertEqual((masked.columns, masked["said"].to_list()), (["said", "n"], self.masked()))

    def test_findings(self):
        wanted = [(row, span.start, span.end, span.label) for row, spans in enumerate(moniker.detect(texts)) for span in spans]
        self.assertGreaterEqual(len(wanted), 3)
        found = frames.detect_frame(polars.Series("said", texts))
        self.assertEqual(found.select("row", "start", "end", "label").rows(), wanted)
        found = frames.detect_frame(pandas.Series(texts, index=[3, 1, 4, 15]))
        self.assertEqual(list(found["row"]), [[3, 1, 4, 15][row] for row, *_ in wanted])
        for none in (pandas.Series([], dtype="str"), polars.Series([], dtype=polars.String)):
            self.assertEqual((len(frames.detect_frame(none)), list(frames.detect_frame(none).columns)), (0, list(found.columns)))

    def test_what_is_no_text_is_refused_without_being_told(self):
        for column in (pandas.Series(["Kate", 12345], name="said"), polars.Series("said", [12345])):
            with self.assertRaises(moniker.MonikerError) as caught:
                frames.mask_column(column, settings)
            self.assertIn("said", str(caught.exception))
            self.assertNotIn("12345", str(caught.exception))

    def failing(self, code):
        done = subprocess.run([sys.executable, "-c", code % str(key)], capture_output=True, text=True,
                              env=dict(os.environ, PYTHONPATH=str(site), PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1"))
        said = done.stdout + done.stderr
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("there is a NUL in it", said)
        self.assertIn("MonikerError", said)
        self.assertNotIn("Quill", said)

    @unittest.skipUnless(importlib.util.find_spec("pyspark") and shutil.which("java"), "there is no Spark")
    def test_columns_of_spark(self):
        code = """
import moniker, moniker.spark
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
settings = moniker.Settings(key=%r)
texts = %r
frame = spark.createDataFrame([(text,) for text in texts], "text string")
assert [row[0] for row in frame.select(moniker.spark.mask_udf(settings)("text")).collect()] == list(moniker.mask(texts, settings))
found = [row[0] for row in frame.select(moniker.spark.detect_udf(settings)(frame.text)).collect()]
assert [[moniker.Span(**span.asDict()) for span in spans] for spans in found] == list(moniker.detect(texts)), found
"""
        done = subprocess.run([sys.executable, "-c", code % (str(key), texts)], capture_output=True, text=True,
                              env=dict(os.environ, PYTHONPATH=str(site), PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1"))
        self.assertEqual(done.returncode, 0, done.stderr)

    @unittest.skipUnless(importlib.util.find_spec("pyspark") and shutil.which("java"), "there is no Spark")
    def test_spark_tells_what_went_wrong_without_the_text(self):
        self.failing("""
import moniker, moniker.spark
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
frame = spark.createDataFrame([("Quill" + "feather" + chr(0),)], "text string")
frame.select(moniker.spark.mask_udf(moniker.Settings(key=%r))("text")).collect()
""")

    @unittest.skipUnless(importlib.util.find_spec("dask"), "there is no Dask")
    def test_dask_tells_what_went_wrong_without_the_text(self):
        self.failing("""
import moniker, dask.bag
settings = moniker.Settings(key=%r)
bag = dask.bag.from_sequence(["Quill" + "feather" + chr(0)], npartitions=1)
bag.map_partitions(moniker.mask, settings).compute(scheduler="processes")
""")

unittest.main(argv=sys.argv[:1])
