"""Drives `moniker`, the program: it must be installed, or named by the variable MONIKER.

    >>> import moniker
    >>> settings = moniker.Settings(key="keys/study.key")
    >>> list(moniker.mask(["I saw Kate Shaw in Leeds."], settings))
    ['I saw [PERSON_W9FK9WQRHH74] in [city, Yorkshire].']

moniker.frames has pandas and polars, moniker.spark Spark; both are read when they are imported, and not before.
"""
from .program import MonikerError, Settings
from .talk import Detector, Masker, Span, detect, mask, mask_records

__all__ = ["Detector", "Masker", "MonikerError", "Settings", "Span", "detect", "mask", "mask_records"]
