"""What a roster's column can mean, and what the words that committees write over it say."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from workbench.people.roster import vocabulary
from workbench.people.vocabulary import TagKind, tag_of
from workbench.standards.text import compact


class Field(StrEnum):
    """The meaning of a column; OTHER is a heading we know but do not import, TAG a yes-or-no column."""

    SERIAL = "serial"
    NAME = "name"
    HEAD = "head"
    HEAD_ID = "head_id"
    ID_NUMBER = "id_number"
    SEX = "sex"
    BIRTH_DATE = "birth_date"
    PHONE = "phone"
    OTHER_PHONE = "other_phone"
    ESTATE = "estate"
    BUILDING = "building"
    UNIT = "unit"
    FLOOR = "floor"
    ROOM = "room"
    ADDRESS = "address"
    REGISTERED_ADDRESS = "registered_address"
    HOUSEHOLD_NUMBER = "household_number"
    RELATION = "relation"
    ETHNIC_GROUP = "ethnic_group"
    EDUCATION = "education"
    REGISTRATION = "registration"
    LIVES_HERE = "lives_here"
    STATUS = "status"
    TAGS = "tags"
    TAG = "tag"
    NOTE = "note"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Chinese name of the field, for the mapping page and the report."""
        return vocabulary.field_labels()[self.value]


SURE, LIKELY, GUESSED = 0.9, 0.8, 0.6
"""How sure a heading makes us of a column's meaning, before its cells are looked at."""

_LONGEST = 40
_TRIMMINGS = re.compile(r"\(.*?\)|\[.*?\]|【.*?】|[*:;,.、。/\\\-—_'\"“”·☆★]+|\d+$")
_YES_NO = re.compile(r"^(?:是否|有无|是不是)(?:为|属于|是)?")


def plain_heading(cell: object) -> str:
    """Return a heading bare of spaces, brackets, asterisks and numbers: 联系电话（必填）* → 联系电话."""
    return _plain(cell) if isinstance(cell, str) else ""


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return _TRIMMINGS.sub("", compact(text)).upper() if len(text) <= _LONGEST else ""


def field_of_heading(heading: str) -> tuple[Field, float] | None:
    """Return what a plain heading means and how sure that is, from 0 to 1; None when it says nothing."""
    if not heading or heading in vocabulary.words("heading", "group"):
        return None
    known = vocabulary.headings().get(heading)
    if known:
        return Field(known), SURE
    if tag_of_heading(heading):
        return Field.TAG, LIKELY
    if 2 < len(heading) <= 14 and not any(map(str.isdigit, heading)):
        for word in _endings():
            if heading.endswith(word):
                return Field(vocabulary.headings()[word]), GUESSED
    return None


def field_under_group(group: str, heading: str) -> tuple[Field, float] | None:
    """Return what a heading means below a wider one: 户主信息 over 姓名 is the head's name."""
    if not group or group == heading:
        return field_of_heading(heading)
    for ending in vocabulary.meanings("heading", "ending"):
        group = group.removesuffix(ending) or group
    known = vocabulary.headings()
    if group + heading in known:
        return Field(known[group + heading]), SURE
    if known.get(group) == Field.ADDRESS and known.get(heading) == Field.HOUSEHOLD_NUMBER:
        return Field.ROOM, LIKELY
    return field_of_heading(heading) or field_of_heading(group)


def tag_of_heading(heading: str) -> TagKind | None:
    """Return the tag that a yes-or-no column such as 是否低保 stands for."""
    return tag_of(_YES_NO.sub("", heading))


@cache
def _endings() -> tuple[str, ...]:
    long = [word for word in vocabulary.headings() if len(word) >= 2 and not word.isascii()]
    return tuple(sorted(long, key=len, reverse=True))
