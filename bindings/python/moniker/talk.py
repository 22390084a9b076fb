"""Texts masked and searched: from any number of Python's strings to as many answers, in order, as they come."""
from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from .program import MonikerError, Program, Settings

Record = Mapping[str, Any]
In = TypeVar("In")
Out = TypeVar("Out")


@dataclasses.dataclass(frozen=True)
class Span:
    """A finding: text[start:end], in characters. It points at the words and does not hold them."""

    start: int
    end: int
    label: str
    score: float
    rule: str
    subtype: str | None = None
    review: bool = False   # doubtful; given where doubtful ones are asked for


def line_of(record: Record) -> bytes:
    try:
        return json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"
    except (TypeError, ValueError):
        pass   # the exception holds the record
    raise MonikerError("a record cannot be written as JSON in UTF-8", "give text, numbers, lists and dicts; no lone surrogates", 3)


class Masker(Program):
    """moniker filter as a function of lists. One process, until it is closed; None stays None."""

    def __init__(self, settings: Settings, fields: Sequence[str] = ("text",), speaker_field: str | None = None) -> None:
        words = [word for field in fields for word in ("--field", field)]
        words += [] if speaker_field is None else ["--speaker-field", speaker_field]
        super().__init__(settings.command("filter", "--jsonl", "--line-buffered", *words, keyed=True))

    def records(self, records: Sequence[Record]) -> list[dict[str, Any]]:
        return [json.loads(answer) for answer in self.exchange([line_of(record) for record in records])]

    def __call__(self, texts: Sequence[str | None]) -> list[str | None]:
        answers = iter(self.records([{"text": text} for text in texts if text is not None]))
        return [None if text is None else str(next(answers)["text"]) for text in texts]


class Detector(Program):
    """moniker detect as a function of lists: the spans of each text; of None, none."""

    def __init__(self, settings: Settings, doubtful: bool = False) -> None:
        words = ["--doubtful"] if doubtful else []
        super().__init__([*settings.command("detect", "--input", "jsonl", "--output", "jsonl", *words, keyed=False), "-"])

    def __call__(self, texts: Sequence[str | None]) -> list[list[Span]]:
        answers = iter(self.exchange([line_of({"id": "", "text": text}) for text in texts if text is not None]))
        return [[] if text is None else spans_of(text, json.loads(next(answers))["spans"]) for text in texts]


def spans_of(text: str, found: Iterable[Mapping[str, Any]]) -> list[Span]:
    """The program counts bytes of UTF-8, Python counts characters."""
    places = range(len(text) + 1) if text.isascii() else list(itertools.accumulate((len(c.encode()) for c in text), initial=0))
    character = {byte: place for place, byte in enumerate(places)}
    return [Span(character[span["start"]], character[span["end"]], span["label"], span["score"], span["rule"],
                 span.get("subtype"), span.get("review", False)) for span in found]


def rounds(asked: Callable[[list[In]], list[Out]], items: Iterable[In], size: int) -> Iterator[Out]:
    given = iter(items)
    while some := list(itertools.islice(given, size)):
        yield from asked(some)


def mask(texts: Iterable[str | None], settings: Settings, size: int = 256) -> Iterator[str | None]:
    """Each text with pseudonyms in it, as they come, `size` in a round. With 1, each is given back before the next is taken."""
    with Masker(settings) as masker:
        yield from rounds(masker, texts, size)


def mask_records(records: Iterable[Record], settings: Settings, fields: Sequence[str] = ("text",),
                 speaker_field: str | None = None, size: int = 256) -> Iterator[dict[str, Any]]:
    """Each record with pseudonyms in the fields that are named; the others are as they were. Name all that hold people's words."""
    with Masker(settings, fields, speaker_field) as masker:
        yield from rounds(masker.records, records, size)


def detect(texts: Iterable[str | None], settings: Settings = Settings(), doubtful: bool = False, size: int = 256) -> Iterator[list[Span]]:
    """What is found in each text."""
    with Detector(settings, doubtful) as detector:
        yield from rounds(detector, texts, size)
