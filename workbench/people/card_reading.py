"""Reads a resident's card, story and household from the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from workbench.community.model import Building, Grid
from workbench.people.addresses import address_label
from workbench.people.model import (
    Dwelling,
    HeldDocument,
    Household,
    Kinship,
    MergeRecord,
    ResidenceEvent,
    Resident,
    ResidentTag,
)
from workbench.people.rules import age_on, life_stage
from workbench.people.views import (
    HeldView,
    HouseholdView,
    MemberView,
    MergeView,
    ResidentCard,
    StoryLine,
    TagView,
    masked_number,
    masked_phone,
)
from workbench.people.vocabulary import ResidentStatus, held_label
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS
from workbench.store import Opened, RecordNotFound, opened

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_STORY_LINES = 8


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives, as a card says it."""

    address: str = ""
    grid: str = ""


def resident_of(reading: Session, resident_id: str) -> Resident:
    """Return a resident that was not removed. Raises RecordNotFound."""
    found = reading.get(Resident, resident_id)
    if found is None or found.deleted_at is not None:
        raise RecordNotFound("找不到这位居民，档案可能已被删除。")
    return found


def card(reading: Session, resident_id: str, today: date, *, confided: bool) -> ResidentCard:
    """Return the whole card; sensitive tags only where they may be `confided`. Raises RecordNotFound."""
    person = resident_of(reading, resident_id)
    home = home_of(reading, person.household_id)
    age = age_on(person.birth_date, today)
    return ResidentCard(
        id=person.id,
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        age=age,
        stage=life_stage(age),
        id_number=masked_number(person.id_number),
        phone=masked_phone(person.phone),
        other_phone=masked_phone(person.other_phone),
        ethnic_group=ETHNIC_GROUPS.get(person.ethnic_group or "", ""),
        education=EDUCATION.get(person.education or "", ""),
        registration=person.registration,
        status=person.status,
        status_since=person.status_since,
        address=home.address,
        grid=home.grid,
        household_id=person.household_id,
        relation=_relation(person.relation_to_head),
        note=person.note,
        tags=_tags(reading, resident_id, today, confided=confided),
        members=_others(reading, person, today),
        relatives=_relatives(reading, resident_id, today),
        held=_held(reading, resident_id, today),
        story=tuple(timeline(reading, resident_id, confided=confided)[:_STORY_LINES]),
        merges=_merges(reading, resident_id),
        merged_into_id=person.merged_into_id,
        opened=Opened("resident", person.id, person.server_seq),  # no number in full lies on a card
    )


def household(reading: Session, household_id: str, today: date) -> HouseholdView:
    """Return a household with its people. Raises RecordNotFound."""
    found = reading.get(Household, household_id)
    if found is None or found.deleted_at is not None:
        raise RecordNotFound("找不到这一户，住户可能已被删除。")
    people = _people_of(reading, found, today)
    return HouseholdView(
        id=found.id,
        number=found.number,
        address=home_of(reading, found.id).address,
        members=tuple(person for person in people if person.status is ResidentStatus.LIVING),
        former=tuple(person for person in people if person.status is not ResidentStatus.LIVING),
        opened=opened(found, "dwelling_id", "head_id"),
    )


def timeline(reading: Session, resident_id: str, *, confided: bool) -> list[StoryLine]:
    """Return what happened to a resident's residence and tags, the latest first. Raises RecordNotFound."""
    resident_of(reading, resident_id)
    events = reading.scalars(
        select(ResidenceEvent).where(
            ResidenceEvent.resident_id == resident_id, ResidenceEvent.deleted_at.is_(None)
        )
    )
    lines = [StoryLine(e.happened_on, _event_text(reading, e), e.note, e.kind) for e in events]
    for tag in _tag_records(reading, resident_id, confided=confided):
        lines.append(StoryLine(tag.since, f"标记：{tag.kind.label}", tag.note))
        if tag.until is not None:
            lines.append(StoryLine(tag.until, f"取消标记：{tag.kind.label}", ""))
    return sorted(lines, key=lambda line: line.on, reverse=True)


def home_of(reading: Session, household_id: str | None) -> Home:
    """Return where a household lives; empty for one without a dwelling."""
    row = reading.execute(
        select(Building.number, Building.name, Dwelling.unit, Dwelling.room, Grid.name)
        .select_from(Household)
        .join(Dwelling, Dwelling.id == Household.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .outerjoin(Grid, Grid.id == Building.grid_id)
        .where(Household.id == household_id)
    ).first()
    return Home() if row is None else Home(address_label(*row[:4]), row[4] or "")


def building_in_use(reading: Session, building_id: str) -> bool:
    """Say whether any dwelling stands in a building."""
    living = Dwelling.deleted_at.is_(None)
    query = select(Dwelling.id).where(Dwelling.building_id == building_id, living).limit(1)
    return reading.scalar(query) is not None


def _relation(code: str | None) -> str:
    return RELATIONS.get(code or "", "")


def _event_text(reading: Session, event: ResidenceEvent) -> str:
    address = home_of(reading, event.household_id).address
    return f"{event.kind.label}：{address}" if address else event.kind.label


def _tag_records(reading: Session, resident_id: str, *, confided: bool) -> list[ResidentTag]:
    query = select(ResidentTag).where(
        ResidentTag.resident_id == resident_id, ResidentTag.deleted_at.is_(None)
    )
    return [tag for tag in reading.scalars(query) if confided or not tag.kind.entry.sensitive]


def _tags(reading: Session, resident_id: str, today: date, *, confided: bool) -> tuple[TagView, ...]:
    views = [
        TagView(
            tag.id, tag.kind, tag.kind.label, tag.kind.entry.colour, tag.kind.entry.sensitive,
            tag.since, tag.until, tag.until is not None and tag.until <= today, tag.note,
            opened(tag, "since", "until", "note"),
        )
        for tag in _tag_records(reading, resident_id, confided=confided)
    ]  # fmt: skip
    return tuple(sorted(views, key=lambda view: (view.ended, view.since)))


def _others(reading: Session, person: Resident, today: date) -> tuple[MemberView, ...]:
    found = reading.get(Household, person.household_id) if person.household_id else None
    if found is None:
        return ()
    people = _people_of(reading, found, today)
    return tuple(p for p in people if p.status is ResidentStatus.LIVING and p.id != person.id)


def _people_of(reading: Session, household: Household, today: date) -> list[MemberView]:
    residents = reading.scalars(
        select(Resident).where(
            Resident.household_id == household.id,
            Resident.deleted_at.is_(None),
            Resident.merged_into_id.is_(None),
        )
    )
    members = [
        MemberView(
            p.id, p.name, p.sex, age_on(p.birth_date, today), _relation(p.relation_to_head), p.status,
            is_head=p.id == household.head_id,
        )
        for p in residents
    ]  # fmt: skip
    return sorted(members, key=lambda member: (not member.is_head, -(member.age or 0)))


def _relatives(reading: Session, resident_id: str, today: date) -> tuple[MemberView, ...]:
    """Return ties written from either side; from the other one it says what this resident is to them."""
    ties = reading.execute(
        select(Kinship, Resident)
        .join(Resident, or_(Kinship.relative_id == Resident.id, Kinship.resident_id == Resident.id))
        .where(
            or_(Kinship.resident_id == resident_id, Kinship.relative_id == resident_id),
            Resident.id != resident_id,
            Kinship.deleted_at.is_(None),
        )
    )
    return tuple(
        MemberView(
            p.id, p.name, p.sex, age_on(p.birth_date, today),
            _tie(tie, resident_id), p.status, kinship_id=tie.id,
        )
        for tie, p in ties
    )  # fmt: skip


def _tie(tie: Kinship, resident_id: str) -> str:
    return ("" if tie.resident_id == resident_id else "本人是其") + _relation(tie.relation)


def _held(reading: Session, resident_id: str, today: date) -> tuple[HeldView, ...]:
    query = (
        select(HeldDocument)
        .where(HeldDocument.resident_id == resident_id, HeldDocument.deleted_at.is_(None))
        .order_by(HeldDocument.kind, HeldDocument.obtained_on.desc())
    )
    return tuple(
        HeldView(
            h.id, h.kind, held_label(h.kind), h.obtained_on, h.valid_until,
            h.valid_until is not None and h.valid_until < today, h.attachment_id,
        )
        for h in reading.scalars(query)
    )  # fmt: skip


def _merges(reading: Session, resident_id: str) -> tuple[MergeView, ...]:
    rows = reading.execute(
        select(MergeRecord.id, Resident.name, MergeRecord.merged_at)
        .join(Resident, Resident.id == MergeRecord.retire_id)
        .where(MergeRecord.keep_id == resident_id, MergeRecord.undone_at.is_(None))
        .order_by(MergeRecord.merged_at.desc())
    )
    return tuple(MergeView(*row) for row in rows)
