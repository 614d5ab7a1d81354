"""Reads what stands beside the person: notes, tags, registration, whether somebody moved away or died."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.people.roster.fields import Field
from workbench.people.roster.mapping import ColumnUse
from workbench.people.roster.reading import Cell
from workbench.people.roster.vocabulary import meanings, words
from workbench.people.vocabulary import Registration, ResidentStatus, TagKind, tag_of
from workbench.standards.text import compact

EXTRA_FIELDS = frozenset(
    {
        Field.NOTE,
        Field.TAGS,
        Field.TAG,
        Field.STATUS,
        Field.LIVES_HERE,
        Field.REGISTRATION,
        Field.REGISTERED_ADDRESS,
    }
)
_PIECES = re.compile(r"[、，,;；/\s]+")


class Extras(NamedTuple):
    """What the lesser columns of a row say together."""

    tags: tuple[TagKind, ...] = ()
    status: ResidentStatus = ResidentStatus.LIVING
    registration: Registration | None = None
    note: str = ""


NO_EXTRAS = Extras()


def read_extras(uses: Sequence[ColumnUse], cells: Sequence[Cell]) -> Extras:
    """Return what a row's cells in these columns say; words that are no tags stay in the note."""
    tags: dict[TagKind, None] = {}
    status, registration, notes = ResidentStatus.LIVING, None, list[str]()
    for use, cell in zip(uses, cells, strict=True):
        text = _text(cell)
        if not text:
            continue
        status = _status(text, status)
        if use.field is Field.TAG and use.tag is not None:
            if compact(text).upper() not in words("said", "no"):
                tags[use.tag] = None
            continue
        registration = registration or _registration(text)
        if use.field in {Field.NOTE, Field.TAGS}:
            found = [tag for piece in _PIECES.split(text) if (tag := tag_of(piece))]
            tags.update(dict.fromkeys(found))
        notes.extend(_kept(use, text, bool(tags)))
    return Extras(tuple(tags), status, registration, "；".join(notes))


def status_in(text: str) -> ResidentStatus:
    """Return what words beside a name, such as 已故 or 迁出, say of the person."""
    return _status(text, ResidentStatus.LIVING)


def _kept(use: ColumnUse, text: str, tagged: bool) -> list[str]:
    """Return the words to keep in the note: a remark as it is, other columns with their heading."""
    if use.field in {Field.NOTE, Field.TAGS}:
        rest = [piece for piece in _PIECES.split(text) if piece and not tag_of(piece)]
        return [text] if rest and not tagged else rest
    if use.field in {Field.REGISTRATION, Field.STATUS} and (_registration(text) or _said(text)):
        return []
    if use.field is Field.LIVES_HERE and compact(text).upper() in words("said", "yes"):
        return []
    return [f"{use.heading or use.field}：{text}"]


def _said(text: str) -> bool:
    plain = compact(text).upper()
    return status_in(text) is not ResidentStatus.LIVING or plain in words("said", "no")


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip()
    return "" if text in words("cell", "nothing") else text


def _status(text: str, before: ResidentStatus) -> ResidentStatus:
    for word, status in meanings("status").items():
        place = text.find(word)
        if place >= 0 and text[place - 1 : place] not in {"未", "没", "无"}:
            return ResidentStatus(status)
    return before


def _registration(text: str) -> Registration | None:
    found = meanings("registration").get(compact(text))
    return Registration(found) if found else None
