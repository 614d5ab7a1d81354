"""What can go wrong with the catalogue, in words for the person who keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.catalogue.wording import FIELD_TITLES, Fault, Refusal
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.catalogue.checks import Problem


class UnreadableCatalogue(WorkbenchError):
    """A catalogue file cannot be read: missing, damaged, too big or of another kind."""


class InvalidField(WorkbenchError):
    """A field holds what it may not; `field` names it, `fault` says why."""

    def __init__(self, field: str, fault: str) -> None:
        super().__init__(f"“{FIELD_TITLES.get(field, field)}”{fault}")
        self.field = field
        self.fault = fault


class WrongEntry(WorkbenchError):
    """A file's entry is wrong; `file`, `place` (item, or sheet and row) and `field` say where."""

    def __init__(self, file: str, place: str, field: str, fault: str) -> None:
        super().__init__(Refusal.WRONG.format(file=file, place=place, field=field, fault=fault))
        self.file = file
        self.place = place
        self.field = field
        self.fault = fault


class CatalogueProblems(WorkbenchError):
    """A catalogue breaks its rules; `problems` lists all of them, so that they are mended at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = "；".join(str(problem) for problem in problems[:3])
        super().__init__(Refusal.PROBLEMS.format(count=len(problems), first=first))
        self.problems = tuple(problems)


class UnknownItem(WorkbenchError):
    """No item has that code, or not in that version."""


class StaleDifference(WorkbenchError):
    """The catalogue changed between the preview and the confirmation."""


def wrong(field: str, fault: Fault, **parts: object) -> InvalidField:
    """Return the error for a field, its fault's parts filled in."""
    return InvalidField(field, fault.format(**parts))
