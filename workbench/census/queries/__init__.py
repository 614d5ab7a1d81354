"""What screens and reports read of a census; frozen records, each asked for the day's access."""

from workbench.census.queries.cases import Cases
from workbench.census.queries.checks import Checks
from workbench.census.queries.coverage import CoverageReading
from workbench.census.queries.personal import Personal, Submitted
from workbench.census.queries.progress import ProgressReading
from workbench.census.queries.rounds import Rounds

__all__ = ["CensusQueries", "Submitted"]


class CensusQueries(Rounds, Cases, ProgressReading, Checks, CoverageReading, Personal):
    """Everything that may be read of rounds, areas and households' forms."""
