"""The rating of a matter, and what is done about a bad one step by step (差评回访)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.buttons import PrimaryButton
from ui.kit.callout import Callout
from ui.kit.fields import TextArea
from ui.kit.labels import Body, Caption, Soft
from ui.kit.layouts import STRETCH, clear, column, row
from ui.kit.timeline import StateTimeline, Step, StepState
from ui.kit.tones import Tone
from ui.matters.rating import RatingRow
from ui.theme.theme import px
from ui.wording.dates import moment_words
from ui.wording.labels import label_of
from workbench.intake.kinds import FollowUpStep
from workbench.intake.rules.ratings import BAD, RATEABLE, next_step

if TYPE_CHECKING:
    from workbench.intake.queries.details import FollowUpDetail, MatterDetail, RatingDetail


class RatingView(QWidget):
    """Faces while nobody rated, then the answer, then the steps about a bad one."""

    rated = Signal(object)
    stepped = Signal(str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Rating"))
        self._column: QVBoxLayout = column(gap=12, margins=(4, 4, 8, 4))
        self.setLayout(self._column)
        self.words: TextArea | None = None
        self._shown: object = None

    def show_matter(self, detail: MatterDetail) -> None:
        """Show where the rating of a matter stands; what is being typed stays where nothing of it changed."""
        wanted = (detail.row.id, detail.row.state, detail.rating, detail.follow_up)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        if detail.rating is not None:
            self._show_rating(detail.rating)
        elif detail.row.state in RATEABLE:
            self._ask()
        else:
            self._column.addWidget(Soft(self.tr("It can be rated once it is decided.")))
        if detail.follow_up is not None:
            self._show_follow_up(detail.follow_up)
        self._column.addStretch(1)

    def _ask(self) -> None:
        faces = RatingRow()
        faces.rated.connect(self.rated)
        self._column.addWidget(faces)

    def _show_rating(self, rating: RatingDetail) -> None:
        if rating.level is None:
            self._column.addWidget(Soft(self.tr("The resident did not want to rate.")))
            return
        tone = Tone.DANGER if rating.level in BAD else Tone.SUCCESS
        self._column.addWidget(Callout(tone, label_of(rating.level), rating.comment))
        self._column.addWidget(Caption(moment_words(rating.at)))

    def _show_follow_up(self, follow_up: FollowUpDetail) -> None:
        self._column.addWidget(StateTimeline(_steps(follow_up), self.tr("Follow-up")))
        for step in follow_up.steps:
            self._column.addWidget(Body(f"{label_of(step.step)}  {step.on}  {step.note}", wrap=True))
        coming = next_step(follow_up.steps)
        if coming is not None:
            self._column.addLayout(self._next(follow_up, coming))

    def _next(self, follow_up: FollowUpDetail, coming: FollowUpStep) -> QVBoxLayout:
        self.words = words = TextArea(self.tr("What was done"), self.tr("What was done, what came of it"))
        words.setFixedHeight(px(72))
        due = Soft(self.tr("To be closed by {day}").format(day=follow_up.due_on))
        done = PrimaryButton(
            label_of(coming), lambda: self.stepped.emit(follow_up.id, coming, words.toPlainText())
        )
        return column(due, words, row(done, STRETCH), gap=8)


def _steps(follow_up: FollowUpDetail) -> tuple[Step, ...]:
    taken = len(follow_up.steps)
    return tuple(
        Step(
            label_of(step),
            StepState.DONE if at < taken else StepState.CURRENT if at == taken else StepState.AHEAD,
        )
        for at, step in enumerate(FollowUpStep)
    )
