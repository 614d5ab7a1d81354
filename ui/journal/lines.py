"""The history of one record as lines to show: who, when, what, and each field before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.journal.fields import HIDDEN, SECRET, field_word
from ui.journal.names import words_for
from ui.journal.terms import deed_tone, deed_word, record_word
from ui.journal.values import COVERED, EMPTY
from ui.wording.dates import moment_words
from ui.wording.labels import listed
from workbench.store.journal import JournalKind
from workbench.sync.protocol.wire import SERVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from ui.journal.values import Words
    from ui.kit.tones import Tone
    from workbench.store.history import FieldChange, HistoryEntry

Record = tuple[str, str]
"""Entity and id."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field in words; ``before`` is nothing where the record was made."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One deed in words; ``at`` is UTC, ``purpose`` says why somebody looked.

    ``where`` names the desk it was done at if it was another, and says so if that desk's clock was wrong;
    ``at`` is then when it came here.
    """

    at: datetime
    who: str
    deed: str
    tone: Tone
    about: str
    changed: bool
    changes: tuple[ChangeLine, ...]
    note: str
    purpose: str
    where: str = ""


def read_history(desk: Any, records: Sequence[Record]) -> tuple[HistoryLine, ...]:
    """Return the history of records together, the latest first; for the background. Raises NotPermitted."""
    entries = [entry for record in records for entry in desk.history(*record)]
    entries.sort(key=lambda entry: entry.seq, reverse=True)
    referred = ((one.field, value) for entry in entries for one in entry.changes for value in _sides(one))
    words = words_for(desk, referred)
    main = records[0][0]
    return tuple(_line(entry, words, main) for entry in entries)


APPROVAL = "approval"
"""How a sign-in is told that only agreed to what somebody else exports."""


def details_in_words(kind: JournalKind, entity: str, details: dict[str, Any]) -> str:
    """Return what a row that changed nothing tells besides its purpose: which fields, how many rows."""
    if kind is JournalKind.UNMASK:
        return listed(field_word(entity, field) for field in details.get("fields", ()))
    if "number" in details:
        return str(details["number"])
    # The tool that collects strings sees only plain names as numbers.
    rows, failures = details.get("rows"), details.get("failures_before")
    if rows is not None:
        counted = QCoreApplication.translate("Details", "%n rows", "", rows)
        # The number printed on the copy: by it a paper that was found leads here.
        return " · ".join(filter(None, (counted, details.get("export_id", ""))))
    if details.get("how") == APPROVAL:
        return QCoreApplication.translate("Details", "agreed to an export")
    if failures:
        return QCoreApplication.translate("Details", "after %n wrong passwords", "", failures)
    return ""


def _line(entry: HistoryEntry, words: Words, main: str) -> HistoryLine:
    return HistoryLine(
        at=entry.received_at if entry.clock_wrong and entry.received_at else entry.at,
        who=_who(entry, words),
        deed=deed_word(entry.kind),
        tone=deed_tone(entry.kind),
        about="" if entry.entity == main else record_word(entry.entity),
        changed=entry.kind.changes_record,
        changes=tuple(_changes(entry, words)),
        note=details_in_words(entry.kind, entry.entity, dict(entry.details)),
        purpose=entry.purpose or "",
        where=_where(entry),
    )


def _who(entry: HistoryEntry, words: Words) -> str:
    if entry.author_id == SERVER:
        return QCoreApplication.translate("Details", "the server")
    return words.name(entry.author_id) or QCoreApplication.translate("Details", "somebody no longer known")


def _where(entry: HistoryEntry) -> str:
    """Return at which other desk it was done, and whether the moment told there can be believed."""
    if entry.author_id == SERVER:
        return ""
    if entry.received_at is None:
        wrong = QCoreApplication.translate("Details", "the clock of this desk was wrong")
        return wrong if entry.clock_wrong else ""
    desk = entry.device or QCoreApplication.translate("Details", "another desk")
    if not entry.clock_wrong:
        return desk
    words = QCoreApplication.translate("Details", "{desk}, whose clock was wrong: it said {moment}")
    return words.format(desk=desk, moment=moment_words(entry.at))


def _changes(entry: HistoryEntry, words: Words) -> Iterator[ChangeLine]:
    if entry.kind in (JournalKind.DELETE, JournalKind.RESTORE):
        return
    made = entry.kind is JournalKind.CREATE
    for change in entry.changes:
        if change.field in HIDDEN:
            continue
        name = field_word(entry.entity, change.field)
        if change.field in SECRET:
            yield ChangeLine(name, "" if made else COVERED, COVERED)
            continue
        before = words.value(entry.entity, change.field, change.before)
        after = words.value(entry.entity, change.field, change.after)
        if not made:
            yield ChangeLine(name, before, after)
        elif after != EMPTY:
            yield ChangeLine(name, "", after)


def _sides(change: FieldChange) -> Iterator[Any]:
    for side in (change.before, change.after):
        yield from side if isinstance(side, list) else (side,)
