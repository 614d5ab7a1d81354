"""What the register shows: a line of search hits, a resident's card, a household; masked throughout."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.people.addresses import address_label
from workbench.people.rules import LifeStage, age_on
from workbench.people.vocabulary import (
    Registration,
    ResidenceEventKind,
    ResidentStatus,
    TagColour,
    TagKind,
)
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision
from workbench.standards.identity import mask_identity_number, mask_phone

if TYPE_CHECKING:
    from workbench.people.duplicates import DuplicateKind
    from workbench.people.merge_rules import FieldChoice
    from workbench.people.search_matching import SearchRow
    from workbench.store import Opened

ENTITIES = frozenset(
    {
        "resident",
        "resident_tag",
        "held_document",
        "household",
        "kinship",
        "residence_event",
        "merge_record",
    }
)
"""The tables whose changes may alter what the register says of somebody."""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A resident in a list; `tags` are those of today that are not confided, `gone` moved or died."""

    id: str
    name: str
    sex: Sex
    age: int | None
    id_number: str
    phone: str
    address: str
    tags: tuple[TagKind, ...]
    status: ResidentStatus

    @property
    def gone(self) -> bool:
        """Whether the resident no longer lives here."""
        return self.status is not ResidentStatus.LIVING


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag on a card; `ended` when its last day is over."""

    id: str
    kind: TagKind
    label: str
    colour: TagColour
    sensitive: bool
    since: date
    until: date | None
    ended: bool
    note: str
    opened: Opened | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody of a household or a relative elsewhere, with the relation in Chinese."""

    id: str
    name: str
    sex: Sex
    age: int | None
    relation: str
    status: ResidentStatus
    is_head: bool = False
    kinship_id: str | None = None


@dataclass(frozen=True, slots=True)
class HeldView:
    """A document the community holds; `expired` when it must be asked for again."""

    id: str
    kind: str
    label: str
    obtained_on: date
    valid_until: date | None
    expired: bool
    attachment_id: str | None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that happened to a resident; `kind` is None for tags."""

    on: date
    text: str
    note: str
    kind: ResidenceEventKind | None = None


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """A household with the people who live in it, head first, and those who once did.

    `opened` is what a form opened on it was opened with.
    """

    id: str
    number: str
    address: str
    members: tuple[MemberView, ...]
    former: tuple[MemberView, ...]
    opened: Opened | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ResidentCard:
    """Everything on a resident's card but the matters, which intake knows. Codes come as Chinese words.

    `opened` is what forms opened on the card, and on its tags, were opened with.
    """

    id: str
    name: str
    sex: Sex
    birth_date: date | None
    birth_precision: Precision
    age: int | None
    stage: LifeStage | None
    id_number: str
    phone: str
    other_phone: str
    ethnic_group: str
    education: str
    registration: Registration
    status: ResidentStatus
    status_since: date | None
    address: str
    grid: str
    household_id: str | None
    relation: str
    note: str
    tags: tuple[TagView, ...]
    members: tuple[MemberView, ...]
    relatives: tuple[MemberView, ...]
    held: tuple[HeldView, ...]
    story: tuple[StoryLine, ...]
    merges: tuple[MergeView, ...]
    merged_into_id: str | None
    opened: Opened | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge that can be undone: which entry went into this one, and when (UTC)."""

    id: str
    retired_name: str
    merged_at: datetime


@dataclass(frozen=True, slots=True)
class DuplicateHit:
    """Somebody who is likely the person being entered, and why."""

    person: PersonHit
    kind: DuplicateKind

    @property
    def certain(self) -> bool:
        """Whether the identity number settles it."""
        return self.kind.certain


def masked_number(number: str | None) -> str:
    """Return an identity number masked, empty when there is none."""
    return mask_identity_number(number) if number else ""


def masked_phone(phone: str | None) -> str:
    """Return a telephone masked, empty when there is none."""
    return mask_phone(phone) if phone else ""


def masked_choice(choice: FieldChoice) -> FieldChoice:
    """Return a field of a merge plan as it may be shown."""
    mask = _MASKS.get(choice.field)
    return choice if mask is None else replace(choice, keep=mask(choice.keep), retire=mask(choice.retire))


_MASKS = {"id_number": masked_number, "phone": masked_phone, "other_phone": masked_phone}


_SEXES = {sex.value: sex for sex in Sex}
_STATUSES = {status.value: status for status in ResidentStatus}


def hit_of(row: SearchRow, today: date) -> PersonHit:
    """Return the line of a row of the search index as it is on a day."""
    born = date.fromisoformat(row.birth_date) if row.birth_date else None
    return PersonHit(
        id=row.resident_id,
        name=row.name,
        sex=_SEXES[row.sex],
        age=age_on(born, today),
        id_number=masked_number(row.id_number),
        phone=masked_phone(row.phone),
        address=address_label(row.building, row.building_name, row.unit, row.room),
        tags=_open_tags(row.tags, today) if row.tags else (),
        status=_STATUSES[row.status],
    )


def _open_tags(text: str, today: date) -> tuple[TagKind, ...]:
    """Read `kind:until` pairs; a kind that only a newer desk knows is left out."""
    pairs = (pair.partition(":") for pair in text.split())
    open_kinds = {kind for kind, _, until in pairs if not until or until > today.isoformat()}
    return tuple(kind for kind in TagKind if kind.value in open_kinds and not kind.entry.sensitive)
