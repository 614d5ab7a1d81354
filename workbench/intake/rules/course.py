"""The course of a matter (办理经过): everything the rules know of it, and which verb is possible when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.intake.kinds import Decision, MatterState, PauseReason, Verb
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from datetime import date

LICENSING_DAYS = 20
"""Working days for a licence where no other limit is laid down (行政许可法 art. 42)."""

EXTENSION_DAYS = 10
"""Working days by which a limit may be extended once, with approval and reason (art. 42)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the catalogue lays down for the course: limits in working days, None where there is none."""

    licensing: bool = False
    immediate: bool = False
    legal_days: int | None = None
    promised_days: int | None = None

    @property
    def legal_limit(self) -> int | None:
        """The legal limit; a licence always has one."""
        if self.legal_days is None and self.licensing:
            return LICENSING_DAYS
        return self.legal_days

    @property
    def promised_limit(self) -> int | None:
        """The promised limit (承诺时限), never beyond the legal one; none promised means the legal one."""
        if self.immediate:
            return 0
        limits = [days for days in (self.promised_days, self.legal_limit) if days is not None]
        return min(limits, default=None)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time that does not count: from `since` up to but not including `until`; open while that is None."""

    reason: PauseReason
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover (移交) to a colleague or to a department; `taken` once the other side has confirmed."""

    since: date
    to_staff: str | None = None
    department: str | None = None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """A matter as the rules see it. Dates are days in Shanghai; `due` is the deadline that counts now."""

    state: MatterState
    terms: Terms
    received_on: date
    accepted_on: date | None = None
    decided_on: date | None = None
    delivered_on: date | None = None
    decision: Decision | None = None
    pauses: tuple[Pause, ...] = ()
    extended: bool = False
    told_on: date | None = None
    missing_at_first: frozenset[str] = frozenset()
    resume: MatterState | None = None
    handover: Handover | None = None
    promised_due: date | None = None
    legal_due: date | None = None
    due: date | None = None
    provisional: bool = False

    @property
    def open_pause(self) -> Pause | None:
        """The pause that is running, if any."""
        return next((pause for pause in self.pauses if pause.until is None), None)

    @property
    def handing_to_colleague(self) -> bool:
        """Whether a colleague has been asked to take the matter and has not answered."""
        return self.handover is not None and self.handover.to_staff is not None


BEFORE_ACCEPTANCE = frozenset({MatterState.RECEIVED, MatterState.SUPPLEMENTING})
WORKING = frozenset({MatterState.ACCEPTED, MatterState.IN_PROGRESS, MatterState.HANDED_OVER})
FINISHED = frozenset({MatterState.DELIVERED, MatterState.REFUSED, MatterState.WITHDRAWN})
OPEN = frozenset(MatterState) - FINISHED
UNDECIDED = OPEN - {MatterState.DECIDED}
AT_WORK = frozenset({MatterState.ACCEPTED, MatterState.IN_PROGRESS})

POSSIBLE: dict[Verb, frozenset[MatterState]] = {
    Verb.RECEIVE: frozenset(),
    Verb.ACCEPT: frozenset({MatterState.RECEIVED}),
    Verb.DEEM_ACCEPTED: frozenset({MatterState.RECEIVED}),
    Verb.REQUEST_SUPPLEMENT: AT_WORK | {MatterState.RECEIVED},
    Verb.SUPPLEMENT_RECEIVED: frozenset({MatterState.SUPPLEMENTING}),
    Verb.KEEP_PROMISE: WORKING,
    Verb.REFUSE: BEFORE_ACCEPTANCE,
    Verb.START_WORK: frozenset({MatterState.ACCEPTED}),
    Verb.BEGIN_INSPECTION: AT_WORK,
    Verb.END_INSPECTION: frozenset({MatterState.IN_PROGRESS}),
    Verb.EXTEND: WORKING,
    Verb.DECIDE: WORKING,
    Verb.DELIVER: frozenset({MatterState.DECIDED}),
    Verb.COMPLETE_AT_ONCE: frozenset({MatterState.RECEIVED, MatterState.ACCEPTED}),
    Verb.WITHDRAW: UNDECIDED,
    Verb.HAND_OVER: OPEN - {MatterState.HANDED_OVER},
    Verb.TAKE_OVER: OPEN,
    Verb.RETURN_HANDOVER: OPEN,
    Verb.ASSIGN: OPEN,
    Verb.RECALCULATE: OPEN,
}
"""In which states each verb is possible at all; the guards of each verb come on top."""

_DURING_HANDOVER = frozenset(
    {Verb.TAKE_OVER, Verb.RETURN_HANDOVER, Verb.ASSIGN, Verb.WITHDRAW, Verb.DEEM_ACCEPTED, Verb.RECALCULATE}
)


def enter(course: Course, verb: Verb) -> None:
    """Let the verb pass or raise GuardFailed: wrong state, or a colleague has yet to answer a handover."""
    if course.state not in POSSIBLE[verb]:
        raise GuardFailed(Reason.NOT_NOW, state=course.state.label, verb=verb.label)
    if course.handing_to_colleague and verb not in _DURING_HANDOVER:
        raise GuardFailed(Reason.IN_HANDOVER, verb=verb.label)


def possible_verbs(course: Course) -> tuple[Verb, ...]:
    """Return what may be tried now, in the order of the work; for the buttons of a page."""
    return tuple(verb for verb in Verb if _passes(course, verb))


def _passes(course: Course, verb: Verb) -> bool:
    try:
        enter(course, verb)
    except GuardFailed:
        return False
    return verb not in (Verb.TAKE_OVER, Verb.RETURN_HANDOVER) or course.handover is not None


def require_no_pause(course: Course, verb: Verb) -> None:
    """Raise GuardFailed while an inspection runs."""
    if course.open_pause is not None:
        raise GuardFailed(Reason.INSPECTION_RUNNING, verb=verb.label)


def require_words(text: str, verb: Verb) -> str:
    """Return the written reason without outer spaces; raise GuardFailed when there is none."""
    if not text.strip():
        raise GuardFailed(Reason.REASON_NEEDED, verb=verb.label)
    return text.strip()


def pause(course: Course, reason: PauseReason, on: date) -> Course:
    """Stop the clock from that day on."""
    return replace(course, pauses=(*course.pauses, Pause(reason, on)))


def unpause(course: Course, on: date) -> Course:
    """Let the clock run again: that day counts."""
    closed = (p if p.until is not None else replace(p, until=max(on, p.since)) for p in course.pauses)
    return replace(course, pauses=tuple(closed))
