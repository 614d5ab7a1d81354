"""A matter as steps on a line: what is done, where it stands, what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.timeline import Step, StepState
from ui.wording.dates import moment_words
from ui.wording.labels import label_of
from workbench.intake.kinds import MatterState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.intake.queries.details import MatterDetail

COURSE = (
    MatterState.RECEIVED,
    MatterState.ACCEPTED,
    MatterState.IN_PROGRESS,
    MatterState.DECIDED,
    MatterState.DELIVERED,
)
ENDED_EARLY = frozenset({MatterState.REFUSED, MatterState.WITHDRAWN})
BETWEEN = {
    MatterState.SUPPLEMENTING: MatterState.RECEIVED,
    MatterState.HANDED_OVER: MatterState.IN_PROGRESS,
}


def steps_of(detail: MatterDetail) -> tuple[Step, ...]:
    """Return the line of a matter, with the day of what is behind."""
    state = detail.row.state
    if state in ENDED_EARLY:
        received = Step(label_of(MatterState.RECEIVED), StepState.DONE, _day(detail, MatterState.RECEIVED))
        return (received, Step(label_of(state), StepState.FAILED, moment_words(detail.row.closed_at)[:10]))
    return tuple(_steps(detail, COURSE.index(BETWEEN.get(state, state))))


def _steps(detail: MatterDetail, here: int) -> Iterator[Step]:
    state = detail.row.state
    finished = state is MatterState.DELIVERED
    for at, each in enumerate(COURSE):
        if at < here or (at == here and finished):
            yield Step(label_of(each), StepState.DONE, _day(detail, each))
        elif at == here:
            waiting = state in BETWEEN or detail.paused
            kind = StepState.PAUSED if waiting else StepState.CURRENT
            yield Step(label_of(state), kind, _day(detail, state))
        else:
            yield Step(label_of(each))


def _day(detail: MatterDetail, state: MatterState) -> str:
    if state is MatterState.RECEIVED:
        return moment_words(detail.row.received_at)[:10]
    moments = [event.at for event in detail.events if event.to_state is state]
    return moment_words(moments[0])[:10] if moments else ""
