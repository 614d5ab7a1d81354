"""The working days of a year: holidays and make-up days, the community's own days over the notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.kit.buttons import GhostButton, IconButton
from ui.kit.callout import Callout
from ui.kit.card import Card
from ui.kit.fields import TextField
from ui.kit.labels import Soft, Strong, Title
from ui.kit.layouts import STRETCH, row, show_if
from ui.kit.tones import Tone
from ui.manage.days import YearDay, read_year
from ui.manage.holiday_text import HolidayTextDialog
from ui.manage.legend import Legend
from ui.manage.year_view import YearView
from ui.sections.section import Section
from ui.theme.theme import px
from workbench.community.rules import Holiday

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.manage.days import Year
    from ui.page import Page
    from workbench.community.service import CalendarChange
    from workbench.store import Opened


class HolidaysSection(Section):
    """A year of twelve months; each change recomputes the deadlines of open matters."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._year = self.desk.today().year
        self.view = YearView(self.desk.today())
        self.year_label = Title("")
        self.banner = Callout(Tone.WARNING, "")
        self.day_label, self.day_source = Strong(""), Soft("")
        self.name_field = TextField(self.tr("Name of the day"), self.tr("Name, for example Spring Festival"))
        self.name_field.setMaximumWidth(px(240))
        self.toggle_button = GhostButton("", self.toggle)
        self.name_section(
            self.tr("Working days"),
            self.tr(
                "Deadlines count working days. A change here moves the deadlines of open matters at once."
            ),
            [GhostButton(self.tr("Import a notice…  Ctrl+O"), self.import_text, icon_name="upload")],
        )
        self._arrange()
        self.view.chosen.connect(self._show_day)
        self.view.toggled.connect(self._toggle)
        self.name_field.returnPressed.connect(self.rename)
        self.on_key("Ctrl+O", self.import_text)
        self.on_key("Alt+Left", lambda: self.turn(-1))
        self.on_key("Alt+Right", lambda: self.turn(1))

    def refresh(self) -> None:
        """Read the year shown."""
        year, community = self._year, self.desk.community
        self.page.ask_latest(
            "year", lambda: read_year(year, community.calendar(), community.own_days(year)), self._show
        )

    def first_field(self) -> QWidget:
        """Return the year."""
        return self.view

    def turn(self, years: int) -> None:
        """Go to another year."""
        self._year += years
        self.refresh()

    def toggle(self) -> None:
        """Toggle the day under the cursor."""
        if (day := self.view.day()) is not None:
            self._toggle(day)

    def rename(self) -> None:
        """Give the community's own day under the cursor another name."""
        day = self.view.day()
        if day is not None and day.own:
            self._set(Holiday(day.day, day.kind, self.name_field.text().strip()), day.opened)

    def import_text(self) -> None:
        """Ask for the text of a notice."""
        dialog = HolidayTextDialog(self.page, self._year)
        dialog.saved.connect(self._told)
        dialog.open()

    def _toggle(self, day: YearDay) -> None:
        if day.own:
            self._change(lambda: self.desk.community_service.remove_holiday(day.day, day.opened))
        else:
            self._set(Holiday(day.day, day.opposite, self.name_field.text().strip()))

    def _set(self, holiday: Holiday, opened: Opened | None = None) -> None:
        self._change(lambda: self.desk.community_service.set_holidays([holiday], opened))

    def _change(self, work: Callable[[], CalendarChange]) -> None:
        self.page.act(lambda: work().deadlines, self._told)

    def _told(self, moved: int) -> None:
        self.refresh()
        words = self.tr("Saved. The deadlines of %n open matters moved.", "", moved)
        self.workspace.toast(words if moved else self.tr("Saved. No deadline moved."))

    def _show(self, year: Year) -> None:
        self.year_label.setText(str(year.year))
        self.banner.say(
            Tone.WARNING,
            self.tr("The notice for {year} is not known yet: deadlines in it are provisional.").format(
                year=year.year
            ),
            self.tr("Until then Monday to Friday count. When it is published, import its text with Ctrl+O."),
        )
        show_if(self.banner, not year.published)
        self.view.show_year(year)

    def _show_day(self, day: YearDay) -> None:
        self.day_label.setText(day.words())
        self.name_field.setText(day.name)
        if day.own:
            words = self.tr("Take back my change  Space")
        elif day.works:
            words = self.tr("Make it a day off  Space")
        else:
            words = self.tr("Make it a working day  Space")
        self.toggle_button.setText(words)

    def _arrange(self) -> None:
        before = IconButton("left", self.tr("Year before (Alt+Left)"), lambda: self.turn(-1))
        after = IconButton("right", self.tr("Year after (Alt+Right)"), lambda: self.turn(1))
        legend = Legend()
        head = row(before, self.year_label, after, gap=4)
        head.addSpacing(px(16))
        head.addWidget(legend, 1, Qt.AlignmentFlag.AlignVCenter)
        of_day = row(self.day_label, STRETCH, self.name_field, self.toggle_button)
        card = Card("", head, of_day, padding=14, gap=10)
        card.body.addWidget(self.view, 1)
        self.body.addWidget(self.banner)
        self.body.addWidget(card, 1)
        show_if(self.banner, False)
