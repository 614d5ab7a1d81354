"""What a round is laid down as, and from which state to which it may go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.kinds import RUNNING, RoundKind, RoundState, RoundVerb
from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RoundTerms:
    """What a supervisor lays down for a round (轮次方案).

    `moment` is the reference moment (普查时点), aware; `basis` names the law or consent on which the
    register may be used; shares and `error_limit_percent` are percents.
    """

    name: str
    kind: RoundKind
    moment: datetime
    since: date
    until: date
    form_version_id: str | None = None
    basis: str = ""
    prefill: bool = False
    update_register: bool = False
    double_key_percent: int = 10
    recheck_percent: int = 5
    error_limit_percent: float = 1.0


POSSIBLE: dict[RoundVerb, frozenset[RoundState]] = {
    RoundVerb.EDIT: frozenset({RoundState.PLANNED}),
    RoundVerb.DIVIDE: frozenset({RoundState.PLANNED, RoundState.OPEN}),
    RoundVerb.STAFF: frozenset({RoundState.PLANNED, RoundState.OPEN, RoundState.CLOSING}),
    RoundVerb.OPEN: frozenset({RoundState.PLANNED}),
    RoundVerb.WORK: RUNNING,
    RoundVerb.CHECK: RUNNING,
    RoundVerb.WIND_UP: frozenset({RoundState.OPEN}),
    RoundVerb.RESUME: frozenset({RoundState.CLOSING}),
    RoundVerb.CLOSE: frozenset({RoundState.CLOSING}),
    RoundVerb.REOPEN: frozenset({RoundState.CLOSED, RoundState.TABULATED}),
    RoundVerb.TABULATE: frozenset({RoundState.CLOSED}),
}
"""In which states each verb is possible; while a round winds up (收尾), its areas stay as divided."""

AFTER: dict[RoundVerb, RoundState] = {
    RoundVerb.OPEN: RoundState.OPEN,
    RoundVerb.WIND_UP: RoundState.CLOSING,
    RoundVerb.RESUME: RoundState.OPEN,
    RoundVerb.CLOSE: RoundState.CLOSED,
    RoundVerb.REOPEN: RoundState.CLOSING,
    RoundVerb.TABULATE: RoundState.TABULATED,
}
"""Where the verbs that move a round lead; all others leave it where it is."""


def check_terms(terms: RoundTerms) -> None:
    """Let the terms of a round pass or raise GuardFailed."""
    if not terms.name.strip():
        raise GuardFailed(Reason.NAME_NEEDED)
    if terms.until < terms.since:
        raise GuardFailed(Reason.PERIOD_TURNED)
    for what, percent in (
        ("双录比例", terms.double_key_percent),
        ("抽查比例", terms.recheck_percent),
        ("差错率上限", terms.error_limit_percent),
    ):
        if not 0 <= percent <= 100:
            raise GuardFailed(Reason.PERCENT, what=what)
    check_use_of_register(terms)


def check_use_of_register(terms: RoundTerms) -> None:
    """Let the round use the register only as its kind allows, or raise GuardFailed.

    Answers to a census serve statistics alone and never flow back into the register, and whatever lets a
    respondent be recognised is used for nothing else (统计法 2009 arts. 9, 25); a poll does not name anybody.
    """
    if terms.kind is RoundKind.CENSUS and terms.update_register:
        raise GuardFailed(Reason.CENSUS_CLOSED_BOOK)
    if terms.kind is RoundKind.POLL and (terms.prefill or terms.update_register):
        raise GuardFailed(Reason.POLL_NAMELESS)
    if (terms.prefill or terms.update_register) and not terms.basis.strip():
        raise GuardFailed(Reason.BASIS_NEEDED)


def enter(name: str, state: RoundState, verb: RoundVerb) -> None:
    """Let the verb pass in that state of the round or raise GuardFailed."""
    if state not in POSSIBLE[verb]:
        raise GuardFailed(Reason.ROUND_NOT_NOW, name=name, state=state.label, verb=verb.label)


def possible_verbs(state: RoundState) -> tuple[RoundVerb, ...]:
    """Return what may be tried with a round in that state, for the buttons of a page."""
    return tuple(verb for verb in RoundVerb if state in POSSIBLE[verb])


def check_opening(form_version_id: str | None, empty_areas: Collection[str], areas: int) -> None:
    """Let a planned round open: it has a form, and areas with households in each. Raises GuardFailed."""
    if form_version_id is None:
        raise GuardFailed(Reason.FORM_NEEDED)
    if not areas:
        raise GuardFailed(Reason.NO_AREAS)
    if empty_areas:
        raise GuardFailed(Reason.AREAS_EMPTY, codes="、".join(sorted(empty_areas)))


def check_winding_up(unassigned: int) -> None:
    """Let an open round wind up: every household is somebody's. Raises GuardFailed."""
    if unassigned:
        raise GuardFailed(Reason.UNASSIGNED, count=unassigned)


def check_closing(open_areas: int) -> None:
    """Let a round close: every area is signed off. Raises GuardFailed."""
    if open_areas:
        raise GuardFailed(Reason.AREAS_OPEN, count=open_areas)


def require_reason(reason: str, verb: RoundVerb) -> str:
    """Return the reason without outer spaces. Raises GuardFailed when there is none."""
    if not reason.strip():
        raise GuardFailed(Reason.REASON_NEEDED, verb=verb.label)
    return reason.strip()
