"""An item as a plain document (JSON, YAML) and back, with every value's type checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from workbench.catalogue.errors import wrong
from workbench.catalogue.rules import ItemKind, Material, Post, ServiceItem
from workbench.catalogue.wording import FIELD_TITLES, MATERIAL_TITLES, POST_TITLES, Fault

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MOST = 9_999


def item_document(item: ServiceItem) -> dict[str, Any]:
    """Return the item as plain values; its version is kept beside the document, not in it."""
    document = asdict(item)
    del document["version"]
    document["kind"] = item.kind.value
    document["keywords"] = list(item.keywords)
    document["materials"] = [asdict(material) for material in item.materials]
    return document


def item_from(document: Mapping[str, object], version: int = 1) -> ServiceItem:
    """Return the item a document describes. Raises InvalidField naming the field."""
    values = Values(document, FIELD_TITLES)
    return ServiceItem(
        code=values.text("code"),
        name=values.text("name"),
        post=values.text("post"),
        kind=values.kind("kind"),
        audience=values.text("audience", ""),
        materials=tuple(map(material_from, values.records("materials"))),
        legal_days=values.days("legal_days"),
        promised_days=values.days("promised_days"),
        fee=values.text("fee", ""),
        department=values.text("department", ""),
        unit=values.text("unit", ""),
        legal_basis=values.text("legal_basis", ""),
        outcome=values.text("outcome", ""),
        tips=values.text("tips", ""),
        keywords=values.words("keywords"),
        licensing=values.flag("licensing", False),
        agent_allowed=values.flag("agent_allowed", True),
        instead=values.text("instead", "") or None,
        sample=values.flag("sample", False),
        version=version,
    )


def material_from(document: Mapping[str, object]) -> Material:
    """Return the material a document describes. Raises InvalidField naming the field."""
    values = Values(document, MATERIAL_TITLES)
    return Material(
        code=values.text("code"),
        name=values.text("name"),
        required=values.flag("required", True),
        may_follow=values.flag("may_follow", False),
        original=values.flag("original", True),
        copies=values.count("copies", 0),
        held_as=values.text("held_as", "") or None,
        note=values.text("note", ""),
    )


def post_from(document: Mapping[str, object]) -> Post:
    """Return the post a document describes. Raises InvalidField naming the field."""
    values = Values(document, POST_TITLES)
    return Post(
        code=values.text("code"),
        name=values.text("name"),
        prefix=values.text("prefix"),
        position=values.count("position", 0),
    )


class Values:
    """Takes values of the right type out of a record; each method raises InvalidField for its field."""

    def __init__(self, record: Mapping[str, object], known: Mapping[str, str]) -> None:
        """Raise InvalidField for a field that is not known: mostly a slip of the pen."""
        self._record = record
        for field in record:
            if field not in known:
                raise wrong(str(field), Fault.UNKNOWN_FIELD, value=field)

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text without outer spaces; a missing or empty one is the default, if there is one."""
        value = self._record.get(field)
        if not isinstance(value, str | None):
            raise wrong(field, Fault.NOT_TEXT)
        plain = (value or "").replace("\r\n", "\n").replace("\t", " ").strip() or default
        if plain is None:
            raise wrong(field, Fault.MISSING)
        if _UNPRINTABLE.search(plain):
            raise wrong(field, Fault.UNPRINTABLE)
        return plain

    def days(self, field: str) -> int | None:
        """Return a number of working days, None where there is none."""
        return None if self._record.get(field) is None else self.count(field, 0)

    def count(self, field: str, default: int) -> int:
        """Return a number from 0 on."""
        value = self._record.get(field, default)
        if type(value) is not int or not 0 <= value <= _MOST:
            raise wrong(field, Fault.NOT_NUMBER)
        return value

    def flag(self, field: str, default: bool) -> bool:
        """Return yes or no."""
        value = self._record.get(field, default)
        if not isinstance(value, bool):
            raise wrong(field, Fault.NOT_FLAG)
        return value

    def kind(self, field: str) -> ItemKind:
        """Return the kind of item."""
        value = self.text(field)
        try:
            return ItemKind(value)
        except ValueError:
            raise wrong(field, Fault.UNKNOWN_KIND, value=value) from None

    def words(self, field: str) -> tuple[str, ...]:
        """Return a list of words, each once."""
        words = [Values({field: word}, {field: field}).text(field) for word in self._sequence(field)]
        return tuple(dict.fromkeys(words))

    def records(self, field: str) -> list[Mapping[str, object]]:
        """Return a list of records."""
        records = []
        for record in self._sequence(field):
            if not isinstance(record, Mapping):
                raise wrong(field, Fault.NOT_A_RECORD)
            records.append(record)
        return records

    def _sequence(self, field: str) -> list[object]:
        value = self._record.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise wrong(field, Fault.NOT_LIST)
        return value
