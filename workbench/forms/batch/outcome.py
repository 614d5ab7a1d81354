"""What became of each typed row: complete, with problems, or refused, and every message with its cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.forms.batch.cases import Place
    from workbench.forms.batch.layout import Unread


class RowStatus(StrEnum):
    """What a row came to."""

    COMPLETE = "complete"
    PROBLEMS = "problems"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The status in Chinese."""
        return {"complete": "完整", "problems": "有问题", "refused": "未录入"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One message about a question, and the cell to look at; a notice keeps nothing from being complete."""

    place: Place
    question: str
    message: str
    is_notice: bool = False


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one form; there is no submission of what was refused."""

    place: Place
    key: str
    status: RowStatus
    findings: tuple[Finding, ...] = ()
    submission: bytes = b""
    instance_id: str = ""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of a workbook."""

    file: str
    title: str
    version: str
    outcomes: tuple[RowOutcome, ...]
    unread: tuple[Unread, ...]

    def count(self, status: RowStatus) -> int:
        """Return how many rows came to it."""
        return sum(outcome.status is status for outcome in self.outcomes)

    @property
    def submissions(self) -> tuple[bytes, ...]:
        """The submissions that are complete, in the order of the rows."""
        return tuple(each.submission for each in self.outcomes if each.status is RowStatus.COMPLETE)
