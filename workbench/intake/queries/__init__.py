"""What screens and reports read of intake; frozen records, masked."""

from workbench.intake.queries.board import Board
from workbench.intake.queries.details import Details, MatterDetail
from workbench.intake.queries.lists import Lists, MatterList, TodayCounts
from workbench.intake.queries.rows import MatterRow
from workbench.intake.queries.statistics import DaySheet, Dimension, Span, Statistics

__all__ = [
    "DaySheet",
    "Dimension",
    "IntakeQueries",
    "MatterDetail",
    "MatterList",
    "MatterRow",
    "Span",
    "TodayCounts",
]


class IntakeQueries(Lists, Details, Board, Statistics):
    """Everything that may be read of queue, matters and ratings."""
