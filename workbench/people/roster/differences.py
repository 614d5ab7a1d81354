"""What a roster would change of a resident: a roster adds and renews, but never empties a field."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.people.addresses import address_label
from workbench.people.vocabulary import ResidentStatus
from workbench.standards.codes import Sex, relation_of
from workbench.standards.dates import Precision

if TYPE_CHECKING:
    from workbench.people.roster.matching import KnownResident
    from workbench.people.roster.outcome import RosterPerson


class Change(NamedTuple):
    """One field that the roster says otherwise, with what the register had."""

    field: str
    before: Any
    after: Any

    @property
    def label(self) -> str:
        """The change in Chinese, for the report."""
        return f"{_LABELS[self.field]}：{_shown(self.before)} → {_shown(self.after)}"


ADDRESS, TAGS = "address", "tags"
_LABELS = {
    "id_number": "身份证号",
    "sex": "性别",
    "birth_date": "出生日期",
    "phone": "电话",
    "other_phone": "其他电话",
    "ethnic_group": "民族",
    "education": "文化程度",
    "relation_to_head": "与户主关系",
    "registration": "户籍类型",
    "status": "居住状态",
    "note": "备注",
    ADDRESS: "住址",
    TAGS: "标签",
}
_RENEWED = ("phone", "ethnic_group", "education")


def differences(person: RosterPerson, known: KnownResident) -> tuple[Change, ...]:
    """Return what the row tells that the register has not, or has otherwise."""
    changes = [*_filled(person, known), *_renewed(person, known)]
    if person.other_phone and person.other_phone not in {known.phone, known.other_phone}:
        changes.append(Change("other_phone", known.other_phone, person.other_phone))
    if person.registration and person.registration is not known.registration:
        changes.append(Change("registration", known.registration, person.registration))
    if person.status is not ResidentStatus.LIVING and person.status is not known.status:
        changes.append(Change("status", known.status, person.status))
    if person.note and person.note not in known.note:
        changes.append(Change("note", known.note, "；".join(filter(None, (known.note, person.note)))))
    changes += _moved(person, known)
    fresh = tuple(tag for tag in person.tags if tag not in known.tags)
    if fresh:
        changes.append(Change(TAGS, (), fresh))
    return tuple(changes)


@lru_cache(maxsize=2048)
def relation_code(word: str | None, sex: Sex | None) -> str | None:
    """Return the GB/T 4761 code of a relation as written."""
    return relation_of(word, sex) if word else None


def _filled(person: RosterPerson, known: KnownResident) -> list[Change]:
    """Fill what the register lacks; what it has of number, sex and birth is not overwritten by a list."""
    changes = []
    if person.id_number and not known.id_number:
        changes.append(Change("id_number", None, person.id_number))
    if person.sex and known.sex in {Sex.UNKNOWN, Sex.UNSPECIFIED}:
        changes.append(Change("sex", known.sex, person.sex))
    less = known.birth_date is None or known.birth_precision is not Precision.DAY
    if person.birth_date and less and person.birth_precision is Precision.DAY:
        changes.append(Change("birth_date", known.birth_date, person.birth_date))
    return changes


def _renewed(person: RosterPerson, known: KnownResident) -> list[Change]:
    changes = []
    for field in _RENEWED:
        before, after = getattr(known, field), getattr(person, field)
        if after and after != before:
            changes.append(Change(field, before, after))
    relation = relation_code(person.relation, person.sex)
    if relation and relation != known.relation_to_head:
        changes.append(Change("relation_to_head", known.relation_to_head, relation))
    return changes


def _moved(person: RosterPerson, known: KnownResident) -> list[Change]:
    from workbench.people.roster.matching import lives_there

    place = person.place
    if not place.building or lives_there(place, known):
        return []
    before = address_label(known.building, known.estate, known.unit, known.room)
    after = address_label(place.building, place.estate, place.unit, place.room)
    return [Change(ADDRESS, before, after)]


def _shown(value: Any) -> str:
    if value in (None, "", ()):
        return "（空）"
    if isinstance(value, tuple):
        return "、".join(map(_shown, value))
    return str(getattr(value, "label", value))
