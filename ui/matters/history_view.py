"""Every change of a record as the journal knows it: when, who, which field from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.wording.dates import moment_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.store.history import FieldChange, HistoryEntry

HIDDEN = frozenset({"id", "community_id", "server_seq", "full_pinyin", "initials"})
MASKED = frozenset({"applicant_id_number", "applicant_phone", "agent_id_number", "agent_phone"}) | frozenset(
    {"id_number", "phone", "other_phone"}
)
"""Fields whose values a list of changes must not spell out."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field that one entry of the journal changed."""

    at: datetime
    who: str
    what: str
    change: str


class HistoryView(RecordTable[ChangeLine]):
    """The journal of one record in a table."""

    def __init__(self) -> None:
        empty = EmptyState("history", "", "")
        super().__init__("", self._columns(), empty, frameless=True)
        empty.say(self.tr("No changes yet"), self.tr("Every change of this record will be listed here."))
        self.view.setAccessibleName(self.tr("History of the record"))

    def show_history(self, entries: Sequence[HistoryEntry], names: Mapping[str, str]) -> None:
        """Show the entries, a line for each field."""
        self.show_records([line for entry in entries for line in _lines(entry, names)])

    def _columns(self) -> tuple[TableColumn[ChangeLine], ...]:
        return (
            TableColumn[ChangeLine](self.tr("When"), lambda line: moment_words(line.at), 140, soft=True),
            TableColumn[ChangeLine](self.tr("Who"), lambda line: line.who, 96),
            TableColumn[ChangeLine](self.tr("What"), lambda line: line.what, 150),
            TableColumn[ChangeLine](self.tr("Change"), lambda line: line.change),
        )


def _lines(entry: HistoryEntry, names: Mapping[str, str]) -> Iterator[ChangeLine]:
    who = names.get(entry.author_id, "")
    if not entry.changes:
        yield ChangeLine(entry.at, who, entry.kind.value, entry.purpose or "")
    for change in entry.changes:
        if change.field not in HIDDEN and change.before != change.after:
            yield ChangeLine(entry.at, who, change.field, _words(change, names))


def _words(change: FieldChange, names: Mapping[str, str]) -> str:
    if change.field in MASKED:
        return "••• → •••"
    before, after = (_value(value, names) for value in (change.before, change.after))
    return f"{before} → {after}" if before else after


def _value(value: object, names: Mapping[str, str]) -> str:
    text = "" if value is None or value in ([], {}) else str(value)
    return names.get(text, text)
