"""What the register says of a household, as plain records that the census may be compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.people.vocabulary import HouseholdKind, Registration
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """A resident of the register; codes as there (GB/T 4761, 3304, 4658), empty where not known."""

    resident_id: str
    name: str
    id_number: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_precision: Precision = Precision.DAY
    ethnic_group: str = ""
    education: str = ""
    relation_to_head: str = ""
    registration: Registration = Registration.UNKNOWN

    @property
    def birth_year(self) -> int | None:
        """The year of birth."""
        return self.birth_date.year if self.birth_date else None

    @property
    def birth_month(self) -> int | None:
        """The month of birth, None where only the year is known."""
        known = self.birth_date is not None and self.birth_precision is not Precision.YEAR
        return self.birth_date.month if known and self.birth_date else None


@dataclass(frozen=True, slots=True)
class RegisterHousehold:
    """A household of the register with those who live in it; the head, where known, comes first."""

    household_id: str
    kind: HouseholdKind
    persons: tuple[RegisterPerson, ...]
