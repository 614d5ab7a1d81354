"""What would change between two states of the catalogue, item by item and field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.catalogue.rules import Post, ServiceItem, material_words
from workbench.catalogue.wording import FIELD_TITLES, LIST_SEPARATOR, NO, YES


class ChangeKind(StrEnum):
    """What happens to an item."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        """The Chinese word on the page of differences."""
        return _CHANGE_LABELS[self]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's content before and after, in words; `title` is the field's Chinese title."""

    field: str
    before: str
    after: str

    @property
    def title(self) -> str:
        """The Chinese title of the field."""
        return FIELD_TITLES[self.field]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item added, changed or removed; `fields` lists the differing fields of a changed one."""

    kind: ChangeKind
    before: ServiceItem | None
    after: ServiceItem | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def code(self) -> str:
        """The code of the item that changes."""
        return self._present.code

    @property
    def name(self) -> str:
        """The item's name, the new one if it has changed."""
        return self._present.name

    @property
    def _present(self) -> ServiceItem:
        item = self.after or self.before
        assert item is not None, "a change is about an item"
        return item


@dataclass(frozen=True, slots=True)
class CatalogueDifference:
    """What importing a file would do; `source` is the file's name, `posts` those new or named anew."""

    source: str
    changes: tuple[ItemChange, ...]
    posts: tuple[Post, ...] = ()

    def of(self, kind: ChangeKind) -> tuple[ItemChange, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)

    @property
    def is_empty(self) -> bool:
        """Whether the file says what the catalogue says already."""
        return not self.changes and not self.posts


def difference(old: Iterable[ServiceItem], new: Iterable[ServiceItem]) -> list[ItemChange]:
    """Return what leads from the old items to the new ones: new order first, then what is removed.

    The number of the version is no content: an item that differs in nothing else has not changed.
    """
    before = {item.code: item for item in old}
    after = {item.code: item for item in new}
    changes = [_change(before.get(code), item) for code, item in after.items()]
    gone = [item for code, item in before.items() if code not in after]
    removed = [ItemChange(ChangeKind.REMOVED, item, None) for item in gone]
    return [*(change for change in changes if change is not None), *removed]


def in_words(item: ServiceItem, field: str) -> str:
    """Return a field's content as a person reads it; nothing for one that is empty."""
    if field == "materials":
        return "\n".join(map(material_words, item.materials))
    if field == "kind":
        return item.kind.label
    value = getattr(item, field)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return "" if value is None else str(value)


def _change(before: ServiceItem | None, after: ServiceItem) -> ItemChange | None:
    if before is None:
        return ItemChange(ChangeKind.ADDED, None, after)
    differing = [field for field in FIELD_TITLES if getattr(before, field) != getattr(after, field)]
    if not differing:
        return None
    fields = tuple(FieldChange(field, in_words(before, field), in_words(after, field)) for field in differing)
    return ItemChange(ChangeKind.CHANGED, before, after, fields)


_CHANGE_LABELS = {ChangeKind.ADDED: "新增", ChangeKind.CHANGED: "修改", ChangeKind.REMOVED: "缺少"}
