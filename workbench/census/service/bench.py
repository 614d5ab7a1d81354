"""The bench on which every verb of the census works: who may, which round, one household's form in hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.census.kinds import AreaState, CaseVerb, RoundVerb
from workbench.census.model import CensusArea, CensusCase, CensusEvent, CensusRound
from workbench.census.reading import course_of, standing_of
from workbench.census.rules import access, rounds
from workbench.census.rules.access import Ground, Standing
from workbench.census.wording import GuardFailed, Reason
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.census.forms import FormFacts, Forms
    from workbench.census.rules.cases import Course
    from workbench.security.session import Session
    from workbench.store import Store, Work


@dataclass(slots=True)
class Hand:
    """A household's form in hand while its unit of work is open."""

    work: Work
    round: CensusRound
    area: CensusArea
    case: CensusCase
    course: Course

    def move(self, verb: CaseVerb, course: Course, note: str = "") -> None:
        """Let the form take its new course, and write down who did what."""
        case, work = self.case, self.work
        event = CensusEvent(
            case_id=case.id, verb=verb, from_state=case.state, to_state=course.state, at=work.now,
            actor_id=work.actor.staff_id, note=note.strip(),
        )  # fmt: skip
        work.add(event)
        case.state, case.outcome, case.tries = course.state, course.outcome, course.tries
        case.next_visit_at = course.next_visit_at
        case.verified_at, case.rechecked_at = course.verified_at, course.rechecked_at
        self.course = course


class Bench:
    """What all parts of the census service share; `forms` tells what a form version is."""

    def __init__(self, store: Store, session: Session, forms: Forms) -> None:
        self._store, self._session, self._forms = store, session, forms

    @contextmanager
    def _managing(self) -> Iterator[Work]:
        """Open a unit of work for a supervisor. Raises NotPermitted, GuardFailed."""
        require(self._session, Permission.MANAGE_CENSUS)
        with self._store.write(self._session.actor) as work:
            if self._standing(work).outsider:
                raise GuardFailed(Reason.NO_ACCESS)
            yield work

    @contextmanager
    def _managing_round(self, round_id: str, verb: RoundVerb) -> Iterator[tuple[Work, CensusRound]]:
        """Take a round in hand for a supervisor's verb. Raises NotPermitted, GuardFailed, RecordNotFound."""
        with self._managing() as work:
            found = work.get(CensusRound, round_id)
            rounds.enter(found.name, found.state, verb)
            yield work, found

    @contextmanager
    def _managing_area(self, area_id: str, verb: RoundVerb) -> Iterator[tuple[Work, CensusArea]]:
        """Take an area in hand that is not signed off. Raises NotPermitted, GuardFailed, RecordNotFound."""
        with self._managing() as work:
            area = work.get(CensusArea, area_id)
            found = work.get(CensusRound, area.round_id)
            rounds.enter(found.name, found.state, verb)
            require_open(area)
            yield work, area

    @contextmanager
    def _enumerating(self, case_id: str) -> Iterator[Hand]:
        """Take a household in hand for whoever enumerates it. Raises NotPermitted, GuardFailed."""
        require(self._session, Permission.ENTER_CENSUS)
        with self._store.write(self._session.actor) as work:
            hand = take(work, case_id)
            access.require_work(self._standing(work), ground_of(hand.area, hand.case), work.today)
            rounds.enter(hand.round.name, hand.round.state, RoundVerb.WORK)
            yield hand

    @contextmanager
    def _checking(self, case_id: str) -> Iterator[Hand]:
        """Take a household in hand for somebody who checks. Raises NotPermitted, GuardFailed."""
        require(self._session, Permission.VERIFY_CENSUS)
        with self._store.write(self._session.actor) as work:
            yield self._taken_to_check(work, case_id)

    def _taken_to_check(self, work: Work, case_id: str) -> Hand:
        hand = take(work, case_id)
        access.require_verify(self._standing(work), ground_of(hand.area, hand.case), work.today)
        rounds.enter(hand.round.name, hand.round.state, RoundVerb.CHECK)
        return hand

    def _form(self, hand: Hand) -> FormFacts:
        return self._forms(hand.round.form_version_id or "")

    def _standing(self, work: Work) -> Standing:
        return standing_of(work.session, self._session)


def take(work: Work, case_id: str) -> Hand:
    """Return a household in hand, whoever may. Raises RecordNotFound."""
    case = work.get(CensusCase, case_id)
    area = work.get(CensusArea, case.area_id)
    return Hand(work, work.get(CensusRound, case.round_id), area, case, course_of(case))


def ground_of(area: CensusArea, case: CensusCase | None = None) -> Ground:
    """Return what decides about access to a household."""
    return Ground(area.contract_id, case.enumerator_id if case else None)


def require_open(area: CensusArea) -> None:
    """Let an area pass that is not signed off. Raises GuardFailed."""
    if area.state is AreaState.SIGNED_OFF:
        raise GuardFailed(Reason.AREA_SIGNED, area=area.code)


def cases_of(work: Work, area_id: str) -> Sequence[CensusCase]:
    """Return the households of an area."""
    chosen = select(CensusCase).where(CensusCase.area_id == area_id, CensusCase.deleted_at.is_(None))
    return work.session.scalars(chosen.order_by(CensusCase.id)).all()


def last_serial(work: Work, area_id: str) -> int:
    """Return the highest number (户编号) a household of the area ever had."""
    return work.session.scalar(select(func.max(CensusCase.serial)).where(CensusCase.area_id == area_id)) or 0


def areas_of(work: Work, round_id: str) -> Sequence[CensusArea]:
    """Return the areas of a round by code."""
    chosen = select(CensusArea).where(CensusArea.round_id == round_id, CensusArea.deleted_at.is_(None))
    return work.session.scalars(chosen.order_by(CensusArea.code)).all()
