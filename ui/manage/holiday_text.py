"""Takes a year's holiday notice as lines of text, shows what it reads, and sets all days at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.fields import TextArea
from ui.kit.labels import Caption
from ui.sections.editing import EditDialog
from ui.theme.theme import px
from workbench.community.holidays import read_holidays
from workbench.community.rules import InvalidDetails
from workbench.standards.workdays import DayKind

if TYPE_CHECKING:
    from ui.page import Page


class HolidayTextDialog(EditDialog):
    """One day a line; what is wrong is told while typing."""

    def __init__(self, page: Page, year: int) -> None:
        super().__init__(
            page,
            self.tr("Import a holiday notice"),
            self.tr(
                "One day a line: the date, 休 for a day off or 班 for a make-up day, and a name if you like."
            ),
            width=560,
        )
        example = f"{year}-10-01 休 国庆节\n{year}-10-09 班"
        self.text = TextArea(self.tr("Days"), example)
        self.text.setMinimumHeight(px(220))
        self.count = Caption("", wrap=True)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.count)
        self.text.textChanged.connect(self._read)
        self.offer(self.tr("Set these days  Ctrl+Enter"), self.submit)
        self._read()

    def submit(self) -> None:
        """Set all days, or none."""
        text, service = self.text.toPlainText(), self.desk.community_service
        self.save(lambda: service.set_holidays(read_holidays(text)).deadlines)

    def _read(self) -> None:
        try:
            found = read_holidays(self.text.toPlainText())
        except InvalidDetails as error:
            self.count.setText(str(error))
            self.main.setEnabled(False)
            return
        off = sum(one.kind is DayKind.HOLIDAY for one in found)
        words = self.tr("{off} days off, {work} make-up workdays").format(off=off, work=len(found) - off)
        self.count.setText(words)
        self.main.setEnabled(bool(found))
