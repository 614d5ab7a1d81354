"""What screens and reports see of a census: frozen records, without anything that names a resident.

Personal data (prefilled values, submissions, differences) come apart, each through a read that is journalled.
"""

from workbench.census.views.cases import CallBack, CaseDetail, CaseRow, EventRow
from workbench.census.views.checks import (
    DifferenceRow,
    DoubleRow,
    RateRow,
    RecheckFigures,
    RecheckRow,
    VerificationShare,
)
from workbench.census.views.counting import ENTITIES, Counts, place_of, total
from workbench.census.views.progress import (
    BuildingMap,
    BuildingProgress,
    Door,
    EnumeratorProgress,
    Floor,
    Progress,
    Stair,
)
from workbench.census.views.rounds import AreaRow, ContractRow, MemberRow, RoundRow

__all__ = [
    "AreaRow",
    "BuildingMap",
    "BuildingProgress",
    "CallBack",
    "CaseDetail",
    "CaseRow",
    "ContractRow",
    "Counts",
    "DifferenceRow",
    "Door",
    "DoubleRow",
    "ENTITIES",
    "EnumeratorProgress",
    "EventRow",
    "Floor",
    "MemberRow",
    "Progress",
    "RateRow",
    "RecheckFigures",
    "RecheckRow",
    "RoundRow",
    "Stair",
    "VerificationShare",
    "place_of",
    "total",
]
