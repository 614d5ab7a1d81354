"""What one talk left behind: numbers, promised dates, papers to print, the rating, and the next resident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.intake.sheet import Sheet
from ui.kit.buttons import GhostButton, LinkButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.empty import IconLabel
from ui.kit.labels import Caption, Heading, Soft
from ui.kit.layouts import STRETCH, clear, column, row
from ui.kit.pill import Pill
from ui.matters.rating import RatingRow
from ui.matters.state_tones import STATE_TONES
from ui.theme.theme import px
from ui.wording.dates import day_words
from ui.wording.labels import label_of
from workbench.intake.rules.ratings import RATEABLE

if TYPE_CHECKING:
    from ui.intake.talk import MatterDraft, Talk
    from workbench.documents.preview import PageImage
    from workbench.intake.requests import IssuedSlip


class DonePanel(QWidget):
    """The calm end of a talk: Ctrl+P prints, Enter goes on."""

    next_wanted = Signal()
    print_wanted = Signal()
    slip_wanted = Signal(str)
    matter_wanted = Signal(str)
    rated = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Done"))
        self.title = Heading("")
        self.sentence = Soft("", wrap=True)
        self._matters: QVBoxLayout = column(gap=10)
        self.papers = ChoiceList(self.tr("Papers"))
        self.papers.setProperty("frameless", True)
        self.papers.setFixedHeight(px(150))
        self.caption = Caption(self.tr("Papers to print"))
        self.sheet = Sheet(self.tr("Preview of the paper"))
        self.rating = RatingRow()
        self.following = PrimaryButton(self.tr("Next resident  Enter"), self.next_wanted.emit, size="large")
        self.printing = GhostButton(
            self.tr("Print  Ctrl+P"), self.print_wanted.emit, icon_name="print", size="large"
        )
        self.papers.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self._rateable = ""
        self.rating.rated.connect(lambda level: self.rated.emit(self._rateable, level))
        self._arrange()

    def show_talk(self, talk: Talk) -> None:
        """Show what was kept."""
        clear(self._matters)
        kept = [matter for matter in talk.matters if matter.opened is not None]
        for matter in kept:
            self._matters.addLayout(self._line(matter))
        name = talk.applicant.name if talk.applicant else ""
        self.title.setText(self.tr("Kept: {count} for {name}").format(count=len(kept), name=name))
        slips = [slip for result in talk.results for slip in result.slips]
        self._show_papers(slips)
        self._rateable = next((one.matter_id for one in talk.results if one.state in RATEABLE), "")
        self.rating.setVisible(bool(self._rateable))
        self.following.setFocus()

    def show_page(self, page: PageImage) -> None:
        """Show the picture of the current paper."""
        self.sheet.show_page(page)

    def thank(self) -> None:
        """Take the faces away once somebody answered."""
        self.rating.hide()
        self.following.setFocus()

    def _arrange(self) -> None:
        head = row(IconLabel("success", "success", 28), self.title, STRETCH, gap=10)
        buttons = row(self.printing, self.following, STRETCH, gap=8)
        left = column(head, self.sentence, self._matters, self.rating, gap=12)
        left.addWidget(self.caption)
        left.addWidget(self.papers)
        left.addStretch(1)
        left.addLayout(buttons)
        paper = Card("", self.sheet, padding=10)
        whole = row(gap=16)
        whole.addLayout(left, 5)
        whole.addWidget(paper, 4)
        self.setLayout(whole)

    def _line(self, matter: MatterDraft) -> QHBoxLayout:
        opened = matter.opened
        assert opened is not None
        number = LinkButton(opened.number, lambda: self.matter_wanted.emit(opened.matter_id))
        due = self.tr("by {day}").format(day=day_words(opened.promised_on)) if opened.promised_on else ""
        state = Pill(label_of(opened.state), STATE_TONES[opened.state])
        words = column(row(Soft(matter.item.name), state, STRETCH), row(number, Caption(due), STRETCH), gap=0)
        return row(words)

    def _show_papers(self, slips: list[IssuedSlip]) -> None:
        lines = [Choice(slip.slip_id, label_of(slip.kind), slip.number, icon="file") for slip in slips]
        self.papers.show_choices(lines)
        self.papers.setVisible(bool(lines))
        self.printing.setVisible(bool(lines))
        self.sentence.setText(self.tr("Nothing is to be printed."))
        for part, wanted in ((self.sentence, not lines), (self.caption, bool(lines))):
            part.setVisible(wanted)

    def _show_current(self) -> None:
        if key := self.papers.current():
            self.slip_wanted.emit(key)
