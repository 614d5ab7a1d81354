"""The verbs of a census, each one unit of work that keeps everything or nothing."""

from workbench.census.findings import finding_key
from workbench.census.service.areas import Areas
from workbench.census.service.assignment import Assignment, draft_place
from workbench.census.service.contracts import Contracts
from workbench.census.service.entry import Entry, EntryStart, HandedIn
from workbench.census.service.recheck import Recheck, RecheckDone, RecheckStart
from workbench.census.service.rounds import Rounds
from workbench.census.service.signing import Signing
from workbench.census.service.verification import DoubleStart, DoubleTyped, Verification
from workbench.census.service.visits import Visits

__all__ = [
    "CensusService",
    "DoubleStart",
    "DoubleTyped",
    "EntryStart",
    "HandedIn",
    "RecheckDone",
    "RecheckStart",
    "draft_place",
    "finding_key",
]


class CensusService(Rounds, Areas, Contracts, Assignment, Visits, Entry, Verification, Recheck, Signing):
    """Everything a signed-in person may do with rounds, areas and households' forms."""
