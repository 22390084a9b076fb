"""Columns of pandas and of polars: each function takes either, and gives back what it took."""
from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .program import MonikerError, Settings
from .talk import Span, detect, mask

if TYPE_CHECKING:
    import pandas
    import polars

    Frame = TypeVar("Frame", pandas.DataFrame, polars.DataFrame)
    Column = TypeVar("Column", "pandas.Series[Any]", polars.Series)

KINDS = {"start": "int64", "end": "int64", "label": "str", "score": "float64", "rule": "str", "subtype": "str", "review": "bool"}


def is_polars(thing: object) -> bool:
    return type(thing).__module__.split(".")[0] == "polars"


def texts_of(column: Any) -> list[str | None]:
    texts: list[str | None] = column.to_list() if is_polars(column) else [None if gone else text for text, gone in zip(column, column.isna())]
    if any(text is not None and not isinstance(text, str) for text in texts):
        raise MonikerError(f"the column {column.name} holds something else than text", "convert it, or leave it out", 3)
    return texts


def mask_column(column: Column, settings: Settings) -> Column:
    """The column with pseudonyms; what is missing stays missing."""
    given: Any = column
    masked: Any = list(mask(texts_of(given), settings))
    if is_polars(given):
        import polars
        masked = polars.Series(given.name, masked, dtype=polars.String)
    else:
        import pandas
        kind = given.dtype if pandas.api.types.is_string_dtype(given.dtype) else object   # no pseudonym is one of its categories
        masked = pandas.Series(masked, index=given.index, name=given.name, dtype=kind)
    return cast("Column", masked)


def mask_frame(frame: Frame, columns: Sequence[str], settings: Settings) -> Frame:
    """The frame with the named columns masked, and the others as they were. Name all that hold people's words."""
    given: Any = frame
    masked = {name: mask_column(given[name], settings) for name in columns}
    return cast("Frame", given.with_columns(list(masked.values())) if is_polars(given) else given.assign(**masked))


def detect_frame(column: Any, settings: Settings = Settings(), doubtful: bool = False) -> Any:
    """A row a finding, of the kind of frame that the column is from: `row` (counted from 0; of pandas the index), and Span's fields."""
    rows = range(len(column)) if is_polars(column) else column.index
    found = [(row, span) for row, spans in zip(rows, detect(texts_of(column), settings, doubtful)) for span in spans]
    data: dict[str, list[Any]] = {"row": [row for row, _ in found]}
    data.update({field.name: [getattr(span, field.name) for _, span in found] for field in dataclasses.fields(Span)})
    if is_polars(column):
        import polars
        kinds = {"int64": polars.Int64, "float64": polars.Float64, "str": polars.String, "bool": polars.Boolean}
        return polars.DataFrame(data, schema={"row": polars.Int64, **{name: kinds[kind] for name, kind in KINDS.items()}})
    import pandas
    return pandas.DataFrame(data).astype(KINDS)
