"""The access log for whoever watches over it: who saw, unmasked, exported or printed what, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from ui.journal.lines import details_in_words
from ui.journal.names import report_titles, resident_names
from ui.journal.terms import deed_tone, deed_word, record_word
from ui.kit.buttons import GhostButton
from ui.kit.card import Card
from ui.kit.dates import DateField
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption
from ui.kit.layouts import STRETCH, panel, row, show_if
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.sections.section import Section
from ui.theme.theme import px
from ui.wording.dates import moment_words
from workbench.security.access_log import ACCESS_KINDS, PAGE, AccessFilter
from workbench.standards.clock import SHANGHAI
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.kit.tones import Tone
    from ui.page import Page
    from workbench.security.access_log import AccessRow

_SIGNING = frozenset({JournalKind.SIGN_IN, JournalKind.SIGN_IN_FAILED, JournalKind.SIGN_OUT})
_KINDS = {
    "all": ACCESS_KINDS,
    "data": ACCESS_KINDS - _SIGNING,
    "unmask": frozenset({JournalKind.UNMASK}),
    "export": frozenset({JournalKind.EXPORT, JournalKind.PRINT}),
    "sign_in": _SIGNING,
}


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One row of the log in words; ``resident_id`` where there is a card to open."""

    seq: int
    at: datetime
    who: str
    deed: str
    tone: Tone
    what: str
    purpose: str
    resident_id: str = ""


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, who may be asked for, and whether there is more."""

    lines: tuple[AccessLine, ...]
    staff: tuple[tuple[str, str], ...]
    more: bool


class AccessSection(Section):
    """The log as a table: filtered by person, kind and date; Enter opens the resident."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._lines: tuple[AccessLine, ...] = ()
        self.name_section(
            self.tr("Access log"),
            self.tr(
                "Who saw full numbers, exported, printed or signed in, and why. Nobody can change a line."
            ),
            [GhostButton(self.tr("Refresh  F5"), self.refresh, icon_name="refresh")],
        )
        self.person, self.kind = self._combo(self.tr("Person")), self._combo(self.tr("Kind"))
        today = self.desk.today()
        self.since = DateField(self.tr("From day"), today, today - timedelta(days=30))
        self.until = DateField(self.tr("To day"), today, today)
        empty = EmptyState(
            "eye", self.tr("Nothing in the log"), self.tr("Choose a wider span or another kind.")
        )
        self.table = RecordTable[AccessLine](
            self.tr("Access log"), self._columns(), empty, frameless=True, sortable=False
        )
        self.more = GhostButton(self.tr("Show earlier"), self.show_earlier, size="small")
        self._arrange()
        self.on_key("F5", self.refresh)

    def refresh(self) -> None:
        """Read the latest rows of the filter."""
        chosen = self._chosen()
        self.page.ask_latest("access", lambda: _read(self, chosen), self._show)

    def first_field(self) -> QWidget:
        """Return the table."""
        return self.table

    def show_earlier(self) -> None:
        """Read the rows before those shown."""
        chosen = replace(self._chosen(), before=self._lines[-1].seq)
        self.page.ask_latest("access", lambda: _read(self, chosen), self._append)

    def _arrange(self) -> None:
        self.person.addItem(self.tr("Everybody"), None)
        for key, words in self._kind_words():
            self.kind.addItem(words, key)
        for field in (self.since, self.until):
            field.setFixedWidth(px(124))
            field.editingFinished.connect(self.refresh)
        for combo in (self.person, self.kind):
            combo.activated.connect(lambda _at: self.refresh())
        span = panel(row(self.since, Caption("–"), self.until))
        filters = FlowLayout(self.person, self.kind, span)
        self.table.activated.connect(self._open)
        self.body.addWidget(Card("", filters, self.table, row(STRETCH, self.more, STRETCH), padding=12), 1)
        show_if(self.more, False)

    def _chosen(self) -> AccessFilter:
        return AccessFilter(
            staff_id=self.person.currentData(),
            kinds=_KINDS[self.kind.currentData() or "all"],
            since=_midnight(self.since.value()),
            until=_midnight(self.until.value(), days=1),
        )

    def _show(self, found: LogPage) -> None:
        self._lines = ()
        if self.person.count() != len(found.staff) + 1:
            chosen = self.person.currentData()
            self.person.clear()
            self.person.addItem(self.tr("Everybody"), None)
            for staff_id, name in found.staff:
                self.person.addItem(name, staff_id)
            self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self._append(found)

    def _append(self, found: LogPage) -> None:
        self._lines += found.lines
        self.table.show_records(self._lines)
        show_if(self.more, found.more)

    def _open(self, line: AccessLine) -> None:
        if line.resident_id:
            self.workspace.open_record("person", line.resident_id)

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setMinimumWidth(px(168))
        return made

    def _kind_words(self) -> tuple[tuple[str, str], ...]:
        return (
            ("all", self.tr("Everything")),
            ("data", self.tr("Views, exports and prints")),
            ("unmask", self.tr("Full numbers only")),
            ("export", self.tr("Exports and prints")),
            ("sign_in", self.tr("Signing in and out")),
        )

    def _columns(self) -> tuple[TableColumn[AccessLine], ...]:
        column = TableColumn[AccessLine]
        return (
            column(self.tr("Time"), lambda line: moment_words(line.at), 144, soft=True, rank=2),
            column(self.tr("Who"), lambda line: line.who, 168, avatar=True, rank=1),
            column(self.tr("Did"), lambda line: line.deed, 116, tone=lambda line: line.tone),
            column(self.tr("What"), lambda line: line.what),
            column(self.tr("Why"), lambda line: line.purpose, rank=3),
        )


def _read(section: AccessSection, chosen: AccessFilter) -> LogPage:
    desk = section.desk
    rows = desk.access_log.rows(chosen)
    names = resident_names(desk, [row.record_id for row in rows if row.entity == "resident"])
    titles = report_titles(desk)
    staff = tuple(desk.staff_names().items())
    return LogPage(tuple(_line(row, names, titles) for row in rows), staff, len(rows) == PAGE)


def _line(row: AccessRow, names: dict[str, str], titles: dict[str, str]) -> AccessLine:
    known = names.get(row.record_id) or titles.get(row.record_id, "")
    subject = "" if row.kind in _SIGNING else f"{record_word(row.entity)} {known}".strip()
    details = details_in_words(row.kind, row.entity, dict(row.details))
    return AccessLine(
        seq=row.seq,
        at=row.at,
        who=row.staff_name or "",
        deed=deed_word(row.kind),
        tone=deed_tone(row.kind),
        what=" · ".join(filter(None, (subject, details))),
        purpose=row.purpose or "",
        resident_id=row.record_id if row.record_id in names else "",
    )


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    return datetime.combine(day + timedelta(days=days), time(), SHANGHAI) if day else None
