"""Judges one row: who it is about, what was repaired, and what a person has to look at."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from workbench.people.roster.addresses import NOWHERE, Place
from workbench.people.roster.columns import BirthCell, PhoneCell
from workbench.people.roster.extras import Extras, status_in
from workbench.people.roster.households import Households
from workbench.people.roster.identity_cells import IdentityCell
from workbench.people.roster.names import NameCell
from workbench.people.roster.outcome import RosterPerson, RowOutcome
from workbench.people.roster.reasons import Outcome, Reason
from workbench.people.vocabulary import ResidentStatus
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision

HEAD = "户主"

_SEVERITY = (Outcome.PERSON, Outcome.DOUBTFUL, Outcome.REFUSED)
_KNOWN_TO = {Precision.MONTH: (Reason.BIRTH_TO_MONTH,), Precision.YEAR: (Reason.BIRTH_TO_YEAR,)}
_COMPARED = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}


class RowFacts(NamedTuple):
    """A row's cells, each cleaned by itself."""

    name: NameCell
    identity: IdentityCell
    sex: Sex | None
    birth: BirthCell
    phone: PhoneCell
    other_phone: PhoneCell
    place: Place
    relation: tuple[str | None, bool]
    head: NameCell
    number: str | None
    ethnic_group: str | None
    education: str | None
    extras: Extras


class _Met(NamedTuple):
    sheet: str
    row: int
    name: str


class _Birth(NamedTuple):
    number: str | None
    born: date | None
    precision: Precision
    sex: Sex | None


class Judge:
    """Goes through the rows of a file in order, and remembers whom it met and where they live."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._met: dict[str, _Met] = {}
        self.households = Households()

    def judge(self, sheet: str, row: int, block: int, facts: RowFacts) -> RowOutcome:
        """Return the outcome of a row that is about somebody."""
        name, identity = facts.name, facts.identity
        remarks = name.remarks + identity.remarks + facts.phone.remarks
        birth = _Birth(identity.number, identity.birth_date, Precision.DAY, identity.sex or facts.sex)
        met = self._meet(identity.number, sheet, row, name.name)
        if met is not None:
            birth = _unless_of_another(birth, facts, met)
            remarks += (Reason.REPEATED if met.name == name.name else Reason.ID_USED,)
        elif identity.birth_date is not None:
            remarks += _contradictions(facts)
        unnamed = _about_missing_name(facts)
        if birth.born is None:
            birth = birth._replace(born=facts.birth.date, precision=facts.birth.precision)
            remarks += () if met or unnamed else self._about_birth(facts)
        remarks += unnamed
        person, doubts = self._at_home(facts, birth)
        remarks += doubts
        hint = f"{met.sheet}第{met.row}行 {met.name}" if met else ""
        return RowOutcome(sheet, row, outcome_of(remarks), person, remarks, "", hint, block)

    def _meet(self, number: str | None, sheet: str, row: int, name: str) -> _Met | None:
        """Return who has this number already, having noted it for a newcomer."""
        if number is None:
            return None
        met = self._met.get(number)
        if met is None:
            self._met[number] = _Met(sheet, row, name)
        return met

    def _about_birth(self, facts: RowFacts) -> tuple[Reason, ...]:
        """Say what there is to a birth date that only its column tells."""
        identity, birth = facts.identity, facts.birth
        if identity.remarks and not identity.number:
            return ()
        if birth.unreadable:
            return (Reason.BIRTH_UNREADABLE,)
        if birth.date is None:
            return (Reason.NO_ID_NO_BIRTH,)
        unnumbered = () if identity.number else (Reason.NO_ID,)
        if birth.date > self._today:
            return (*unnumbered, Reason.BIRTH_IN_FUTURE)
        return (*unnumbered, *_KNOWN_TO.get(birth.precision, ()))

    def _at_home(self, facts: RowFacts, birth: _Birth) -> tuple[RosterPerson, tuple[Reason, ...]]:
        """Return the person with dwelling, household and head, and doubts about these."""
        households, name = self.households, facts.name.name or None
        place = households.place_of(facts.place)
        relation, is_head = facts.relation
        head = facts.head.name
        if is_head:
            head = name or ""
        elif not head:
            head = households.head_of(place) or ""
        elif head == name and relation is None:
            relation, is_head = HEAD, True
        unsure = is_head and facts.place is NOWHERE and place.room and households.has_other_head(place, head)
        household = households.enter(place, facts.number, head or None, is_head)
        extras, phone = facts.extras, facts.phone
        status, note = extras.status, extras.note
        if facts.name.beside and facts.name.name:
            status = status_in(facts.name.beside) if status is ResidentStatus.LIVING else status
            note = "；".join(filter(None, (note, facts.name.beside)))
        if phone.unread:
            note = "；".join(filter(None, (note, f"电话：{phone.unread}")))
        person = RosterPerson(
            name, birth.number, birth.sex, birth.born, birth.precision,
            phone.phone, phone.second or facts.other_phone.phone, place, relation, head or None,
            household, facts.number, facts.ethnic_group, facts.education,
            extras.registration, status, extras.tags, note,
        )  # fmt: skip
        return person, (Reason.HEAD_WITHOUT_ADDRESS,) if unsure else ()


@lru_cache(maxsize=1024)
def outcome_of(remarks: tuple[Reason, ...]) -> Outcome:
    """Return the worst that the remarks on a row make of it."""
    worst = max((_SEVERITY.index(remark.outcome) for remark in remarks), default=0)
    return _SEVERITY[worst]


def _about_missing_name(facts: RowFacts) -> tuple[Reason, ...]:
    if facts.name.name or Reason.FORMULA in facts.name.remarks:
        return ()
    numbered = facts.identity.number or facts.identity.remarks
    return (Reason.NO_NAME if numbered else Reason.NO_NAME_NO_ID,)


def _contradictions(facts: RowFacts) -> tuple[Reason, ...]:
    """Say where the columns deny what the identity number says, which wins."""
    sex, born = facts.sex, facts.identity.birth_date
    found: tuple[Reason, ...] = ()
    if sex is not None and sex is not facts.identity.sex:
        found = (Reason.SEX_CONTRADICTS,)
    if facts.birth.date is not None and facts.birth.date != born and _differs(facts.birth, born):
        found += (Reason.BIRTH_CONTRADICTS,)
    return found


def _differs(birth: BirthCell, born: date | None) -> bool:
    if born is None or birth.date is None:
        return False
    shown = _COMPARED[birth.precision]
    return birth.date.timetuple()[:shown] != born.timetuple()[:shown]


def _unless_of_another(birth: _Birth, facts: RowFacts, met: _Met) -> _Birth:
    """Take a number away that the row's own birth date says is the other person's."""
    if met.name == facts.name.name or not _differs(facts.birth, birth.born):
        return birth
    return _Birth(None, None, Precision.DAY, facts.sex)
