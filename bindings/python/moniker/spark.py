"""Columns of Spark: functions to select with. Each task starts one program for all its rows.

The program, its rules and the key lie on every worker, at the paths that the settings have.
"""
from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, Union

import pandas
import pyspark.sql.pandas.functions
from pyspark.sql import Column

from .program import Settings
from .talk import Detector, Masker

pandas_udf: Any = pyspark.sql.pandas.functions.pandas_udf   # its declared overloads know no Iterator of Series of any kind
OfColumn = Callable[[Union[str, Column]], Column]
SPANS = "array<struct<start:int,end:int,label:string,score:double,rule:string,subtype:string,review:boolean>>"


def texts_of(column: Any) -> list[str | None]:
    return [text if isinstance(text, str) else None for text in column]


def mask_udf(settings: Settings) -> OfColumn:
    """frame.withColumn("text", mask_udf(settings)("text")); null stays null."""
    def mask(columns: Iterator[pandas.Series]) -> Iterator[pandas.Series]:
        with Masker(settings) as masker:
            for column in columns:
                yield pandas.Series(masker(texts_of(column)), dtype=object)
    function: OfColumn = pandas_udf(mask, "string")
    return function


def detect_udf(settings: Settings = Settings(), doubtful: bool = False) -> OfColumn:
    """frame.select("id", explode(detect_udf(settings)("text"))): a struct with Span's fields for each finding."""
    def detect(columns: Iterator[pandas.Series]) -> Iterator[pandas.Series]:
        with Detector(settings, doubtful) as detector:
            for column in columns:
                yield pandas.Series([[dataclasses.asdict(span) for span in spans] for spans in detector(texts_of(column))], dtype=object)
    function: OfColumn = pandas_udf(detect, SPANS)
    return function
