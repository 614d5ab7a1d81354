"""Tabulation (汇总): counting people, households and answers, before small numbers are hidden."""

from __future__ import annotations

from workbench.census.tabulation.answers import Question, answers_from, choices, cross, tables_of
from workbench.census.tabulation.crosstab import Axis, Band, Key, Tabulation
from workbench.census.tabulation.indicators import Indicator
from workbench.census.tabulation.people import Basis, Movement
from workbench.census.tabulation.questions import questions_of
from workbench.census.tabulation.volume import Volume, tabulate

__all__ = [
    "Axis",
    "Band",
    "Basis",
    "Indicator",
    "Key",
    "Movement",
    "Question",
    "Tabulation",
    "Volume",
    "answers_from",
    "choices",
    "cross",
    "questions_of",
    "tables_of",
    "tabulate",
]
