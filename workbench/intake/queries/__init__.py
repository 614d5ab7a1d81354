"""What screens and reports read of intake; frozen records, masked."""

from workbench.intake.queries.board import Board
from workbench.intake.queries.details import Details, MatterDetail
from workbench.intake.queries.lists import Lists, MatterList, TodayCounts
from workbench.intake.queries.rows import MatterRow

__all__ = ["IntakeQueries", "MatterDetail", "MatterList", "MatterRow", "TodayCounts"]


class IntakeQueries(Lists, Details, Board):
    """Everything that may be read of queue, matters and ratings."""
