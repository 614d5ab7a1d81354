"""Anonymised microdata (匿名微观数据): lines that describe people and identify nobody, for statistics."""

from __future__ import annotations

from workbench.census.microdata.files import codebook, write_codebook_csv, write_csv, write_sav
from workbench.census.microdata.sample import Microdata, TooFewPeople, anonymise

__all__ = [
    "Microdata",
    "TooFewPeople",
    "anonymise",
    "codebook",
    "write_codebook_csv",
    "write_csv",
    "write_sav",
]
