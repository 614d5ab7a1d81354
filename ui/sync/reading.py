"""Reads one dispute for the screen: every value in words; called in the background."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ui.journal.fields import HIDDEN, SECRET, field_word
from ui.journal.names import words_for
from ui.journal.values import COVERED, options_of
from ui.sync.reasons import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.journal.values import Words
    from ui.sync.reasons import Told
    from workbench.desk.sync_views import DisputeDetail, DisputedField

OWN = frozenset({"id", "community_id", "server_seq"})
"""What every record has and nobody decides about."""

Option = tuple[str, str]
"""A value as the journal keeps it, and its word."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field in dispute in words; `options` are the values it can have, where they are few.

    `alike` says that a mask makes mine and theirs look the same though they differ.
    """

    field: DisputedField
    label: str
    base: str
    mine: str
    theirs: str
    current: str
    options: tuple[Option, ...] = ()

    @property
    def name(self) -> str:
        """The field's name."""
        return self.field.name

    @property
    def alike(self) -> bool:
        """Whether only the hidden digits differ."""
        return self.field.masked and self.mine == self.theirs

    @property
    def is_day(self) -> bool:
        """Whether the field holds a day."""
        return _is_day(self.field.mine) or _is_day(self.field.theirs)

    @property
    def may_be_written(self) -> bool:
        """Whether a third value can be typed: not for lists and references."""
        values = (self.field.mine, self.field.theirs)
        return self.field.third and not any(isinstance(value, list | dict) for value in values)


@dataclass(frozen=True, slots=True)
class ShownDispute:
    """A dispute ready to be shown."""

    detail: DisputeDetail
    lines: tuple[FieldLine, ...]
    told: Told


def read_dispute(desk: Any, dispute_id: str) -> ShownDispute:
    """Return a dispute in words. Raises RecordNotFound."""
    detail: DisputeDetail = desk.inbox.dispute(dispute_id)
    entity = detail.line.entity
    fields = [field for field in detail.fields if field.name not in HIDDEN | OWN]
    words = words_for(desk, ((field.name, value) for field in fields for value in _values(field)))
    lines = tuple(_line(entity, field, words) for field in fields)
    return ShownDispute(detail, lines, told(detail.line.reason))


def _line(entity: str, field: DisputedField, words: Words) -> FieldLine:
    def said(value: Any) -> str:
        return COVERED if field.name in SECRET and value else words.value(entity, field.name, value)

    return FieldLine(
        field,
        field_word(entity, field.name),
        said(field.base),
        said(field.mine),
        said(field.theirs),
        said(field.current),
        options_of(entity, field.name),
    )


def _values(field: DisputedField) -> Iterator[Any]:
    for value in (field.base, field.mine, field.theirs, field.current):
        yield from value if isinstance(value, list) else (value,)


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or len(value) != len("2026-01-01"):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
