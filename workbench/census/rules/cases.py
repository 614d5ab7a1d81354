"""The course of one household's form: which verb leads from which state to which (每户状态流转)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from datetime import datetime

TRIES_ENOUGH = 3
"""After this many visits that met nobody, an absent household no longer holds up its area."""

NOT_MET = frozenset({CaseState.NOT_VISITED, CaseState.ABSENT})
WITHOUT_FORM = NOT_MET | {CaseState.REFUSED, CaseState.VACANT}
WITH_FORM = frozenset({CaseState.ENTERED, CaseState.VERIFIED, CaseState.RECHECKED})
FINISHED = WITH_FORM | {CaseState.REFUSED, CaseState.VACANT}
DONE = FINISHED | {CaseState.SIGNED_OFF}

POSSIBLE: dict[CaseVerb, frozenset[CaseState]] = {
    CaseVerb.NOTE_ABSENT: WITHOUT_FORM,
    CaseVerb.NOTE_REFUSED: WITHOUT_FORM | {CaseState.IN_ENTRY},
    CaseVerb.NOTE_VACANT: WITHOUT_FORM,
    CaseVerb.BEGIN: WITHOUT_FORM | {CaseState.IN_ENTRY},
    CaseVerb.PUT_BACK: frozenset({CaseState.IN_ENTRY}),
    CaseVerb.COMPLETE: frozenset({CaseState.IN_ENTRY}),
    CaseVerb.CORRECT: WITH_FORM | {CaseState.TO_CORRECT},
    CaseVerb.SEND_BACK: FINISHED,
    CaseVerb.VERIFY: frozenset({CaseState.ENTERED, CaseState.RECHECKED}),
    CaseVerb.RECHECK: WITH_FORM,
    CaseVerb.SIGN_OFF: FINISHED | {CaseState.ABSENT},
    CaseVerb.REOPEN: frozenset({CaseState.SIGNED_OFF}),
    CaseVerb.ASSIGN: frozenset(CaseState) - {CaseState.SIGNED_OFF},
    CaseVerb.EXPLAIN: WITH_FORM | {CaseState.TO_CORRECT},
}
"""In which states each verb is possible at all."""


@dataclass(frozen=True, slots=True)
class Course:
    """A household's form as the rules see it; `place` is how its refusals name it. Moments are UTC."""

    place: str
    state: CaseState
    outcome: CaseState | None = None
    tries: int = 0
    next_visit_at: datetime | None = None
    verified_at: datetime | None = None
    rechecked_at: datetime | None = None

    @property
    def finished(self) -> bool:
        """Whether nothing more is expected: filled, empty, refused, or looked for in vain."""
        in_vain = self.state is CaseState.ABSENT and self.tries >= TRIES_ENOUGH
        return in_vain or self.state in FINISHED or self.state is CaseState.SIGNED_OFF


def enter(course: Course, verb: CaseVerb) -> None:
    """Let the verb pass or raise GuardFailed."""
    if course.state not in POSSIBLE[verb]:
        raise GuardFailed(Reason.CASE_NOT_NOW, place=course.place, state=course.state.label, verb=verb.label)


def possible_verbs(course: Course) -> tuple[CaseVerb, ...]:
    """Return what may be tried now, in the order of the work; for the buttons of a page."""
    return tuple(verb for verb in CaseVerb if course.state in POSSIBLE[verb])


def note_absent(course: Course, next_visit_at: datetime | None) -> Course:
    """Nobody opened (敲门未遇): one try more, and a time to come again if one was agreed."""
    enter(course, CaseVerb.NOTE_ABSENT)
    return replace(course, state=CaseState.ABSENT, tries=course.tries + 1, next_visit_at=next_visit_at)


def note_refused(course: Course, reason: str) -> Course:
    """Somebody would not answer (拒绝登记), and why; they may still change their mind."""
    enter(course, CaseVerb.NOTE_REFUSED)
    require_reason(reason, CaseVerb.NOTE_REFUSED)
    return replace(course, state=CaseState.REFUSED, next_visit_at=None)


def note_vacant(course: Course) -> Course:
    """Nobody lives there (空户)."""
    enter(course, CaseVerb.NOTE_VACANT)
    return replace(course, state=CaseState.VACANT, next_visit_at=None)


def begin(course: Course) -> Course:
    """Open the form; going on with a form begun before is the same verb."""
    enter(course, CaseVerb.BEGIN)
    return replace(course, state=CaseState.IN_ENTRY, next_visit_at=None)


def put_back(course: Course) -> Course:
    """Leave the form unfinished (放弃录入): the household is again as it was before, met or not."""
    enter(course, CaseVerb.PUT_BACK)
    return replace(course, state=CaseState.ABSENT if course.tries else CaseState.NOT_VISITED)


def complete(course: Course) -> Course:
    """Hand the form in (完成录入)."""
    enter(course, CaseVerb.COMPLETE)
    return replace(course, state=CaseState.ENTERED)


def correct(course: Course, reason: str) -> Course:
    """Replace a form by a corrected one, and why; what was checked before must be checked again."""
    enter(course, CaseVerb.CORRECT)
    require_reason(reason, CaseVerb.CORRECT)
    return replace(course, state=CaseState.ENTERED, verified_at=None, rechecked_at=None)


def send_back(course: Course, reason: str) -> Course:
    """Send a form back to be corrected, or a household without one back to be visited (退回)."""
    enter(course, CaseVerb.SEND_BACK)
    require_reason(reason, CaseVerb.SEND_BACK)
    state = CaseState.TO_CORRECT if course.state in WITH_FORM else CaseState.NOT_VISITED
    return replace(course, state=state, verified_at=None, rechecked_at=None)


def verify(course: Course, at: datetime) -> Course:
    """Two people have typed the same (双录一致)."""
    enter(course, CaseVerb.VERIFY)
    state = CaseState.RECHECKED if course.rechecked_at else CaseState.VERIFIED
    return replace(course, state=state, verified_at=at)


def recheck(course: Course, at: datetime) -> Course:
    """A second interview has been held (抽查), whatever it found."""
    enter(course, CaseVerb.RECHECK)
    return replace(course, state=CaseState.RECHECKED, rechecked_at=at)


def sign_off(course: Course) -> Course:
    """Close the form with its area (验收). Raises GuardFailed while more is expected of the enumerator."""
    enter(course, CaseVerb.SIGN_OFF)
    if not course.finished:
        raise GuardFailed(Reason.CASES_OPEN, count=1)
    return replace(course, state=CaseState.SIGNED_OFF, outcome=course.state)


def reopen(course: Course) -> Course:
    """Open it again as it was before the sign-off."""
    enter(course, CaseVerb.REOPEN)
    return replace(course, state=course.outcome or CaseState.NOT_VISITED, outcome=None)


def require_reason(reason: str, verb: CaseVerb) -> str:
    """Return the reason without outer spaces. Raises GuardFailed when there is none."""
    if not reason.strip():
        raise GuardFailed(Reason.REASON_NEEDED, verb=verb.label)
    return reason.strip()
