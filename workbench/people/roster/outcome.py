"""What reading a roster results in: one outcome for each row, with the person that it is about."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from workbench.people.roster.addresses import Place
from workbench.people.roster.reasons import Outcome, Reason
from workbench.people.vocabulary import Registration, ResidentStatus, TagKind
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision


class RosterPerson(NamedTuple):
    """A person as a row tells of them, cleaned; None where it says nothing.

    `relation` is the word written, `household` numbers the households of the file. Named tuples and no
    dataclasses here: 50,000 are made in one go, and these cost a fifth.
    """

    name: str | None
    id_number: str | None
    sex: Sex | None
    birth_date: date | None
    birth_precision: Precision
    phone: str | None
    other_phone: str | None
    place: Place
    relation: str | None
    household_head: str | None
    household: int
    household_number: str | None
    ethnic_group: str | None
    education: str | None
    registration: Registration | None
    status: ResidentStatus
    tags: tuple[TagKind, ...]
    note: str

    def birth_text(self) -> str | None:
        """Return the birth date as far as it is known: 1958-03-07, 1958-03 or 1958."""
        if self.birth_date is None:
            return None
        return self.birth_date.isoformat()[: _SHOWN[self.birth_precision]]


_SHOWN = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


class RowOutcome(NamedTuple):
    """One row of a sheet (counted from 1, as people do), what it became, and why.

    Skipped rows have `skipped` and nobody; the others have remarks, and `hint` says to which row a doubt
    refers. `block` tells people side by side apart.
    """

    sheet: str
    row: int
    outcome: Outcome
    person: RosterPerson | None
    remarks: tuple[Reason, ...] = ()
    skipped: str = ""
    hint: str = ""
    block: int = 0

    @property
    def why(self) -> str:
        """The remarks in Chinese, with the row a doubt refers to; empty for skipped rows."""
        hint = f"（{self.hint}）" if self.hint else ""
        return "；".join(remark.label for remark in self.remarks) + hint
