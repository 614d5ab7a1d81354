"""The verbs of the sample re-check (抽查): draw households, interview them again, send failing areas back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.census.keying import Keyed, KeyingFacts, KeyingMode
from workbench.census.kinds import CaseVerb, RoundVerb
from workbench.census.model import CensusArea, CensusCase, CensusRecheck, CensusRound
from workbench.census.reading import course_of
from workbench.census.rules import cases, rounds
from workbench.census.rules.acceptance import ErrorRate, fails
from workbench.census.rules.cases import POSSIBLE, WITH_FORM
from workbench.census.rules.differences import compare, fields_of
from workbench.census.rules.sampling import sample_each
from workbench.census.service import keeping
from workbench.census.service.bench import Bench, Hand, cases_of, require_open, take
from workbench.census.service.entry import EntryStart
from workbench.census.service.verification import blind_start, send_back
from workbench.census.tallies import rechecks_of, tally_of
from workbench.census.wording import GuardFailed, Reason
from workbench.forms.keeping import Subject
from workbench.forms.model import FormSubmission
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from workbench.store import Work

RECHECK = CensusRecheck.__tablename__


@dataclass(frozen=True, slots=True)
class RecheckStart:
    """What the second interviewer's page opens: an empty form with its address."""

    recheck_id: str
    entry: EntryStart


@dataclass(frozen=True, slots=True)
class RecheckDone:
    """What a second interview found: fields compared and found different."""

    compared: int
    errors: int


class Recheck(Bench):
    """Second interviews; raises NotPermitted, GuardFailed, RecordNotFound."""

    def draw_rechecks(self, area_ids: Iterable[str], seed: int | None = None) -> int:
        """Draw households of each enumerator in the areas that are filled (抽取样本); return how many.

        Areas that are not ready, or drawn already, are left out; where all are, the refusal says why.
        The seed is the round's, moved on by one for each sample drawn before, unless another is given; it is
        kept with each household drawn.
        """
        drawn, refusals = 0, [GuardFailed(Reason.NOTHING_TO_DRAW)]
        with self._managing() as work:
            for area_id in area_ids:
                try:
                    drawn += _draw(work, work.get(CensusArea, area_id), seed)
                except GuardFailed as refusal:
                    refusals.append(refusal)
            if not drawn:
                raise refusals[-1]
        return drawn

    def begin_recheck(self, recheck_id: str) -> RecheckStart:
        """Begin the second interview of a household, or go on; nothing of the first is shown."""
        with self._drawn(recheck_id) as (hand, drawn):
            drawn.rechecker_id = hand.work.actor.staff_id
            start = blind_start(hand, self._form(hand), f"census/recheck/{drawn.id}")
            return RecheckStart(drawn.id, start)

    def complete_recheck(self, recheck_id: str, xml: bytes, facts: KeyingFacts) -> RecheckDone:
        """Hand the second interview in and compare: what differs is the first enumerator's error."""
        with self._drawn(recheck_id) as (hand, drawn):
            form, work = self._form(hand), hand.work
            subject, typed = Subject(RECHECK, drawn.id), keeping.Typed(xml, facts)
            kept = keeping.keep(work, subject, hand.round, typed)
            second = keeping.read(xml)
            first = keeping.read(work.get(FormSubmission, hand.case.submission_id or "").xml)
            found = compare(first, second, form.layout)
            drawn.submission_id, drawn.done_at, drawn.rechecker_id = kept.id, work.now, work.actor.staff_id
            drawn.compared, drawn.errors = found.compared, len(found.differences)
            drawn.differences = [asdict(each) for each in found.differences]
            sitting = Keyed(
                work.actor.staff_id, hand.case.id, KeyingMode.RECHECK, facts, fields_of(second, form.layout)
            )
            keeping.log(work, hand.round.id, sitting)
            hand.move(CaseVerb.RECHECK, cases.recheck(hand.course, work.now))
            return RecheckDone(drawn.compared, drawn.errors)

    def send_area_back(self, area_id: str, reason: str) -> ErrorRate:
        """Send an area that failed its re-check back whole (整体退回); its sample says nothing any more."""
        with self._managing_area(area_id, RoundVerb.CHECK) as (work, area):
            found = work.get(CensusRound, area.round_id)
            rate = tally_of(work.session, area).errors
            if not fails(rate, found.error_limit_percent):
                raise GuardFailed(Reason.NOT_FAILED, area=area.code)
            for drawn in rechecks_of(work.session, area_id):
                drawn.void_at = work.now
            for case in cases_of(work, area_id):
                if case.state in POSSIBLE[CaseVerb.SEND_BACK]:
                    send_back(take(work, case.id), reason)
        return rate

    @contextmanager
    def _drawn(self, recheck_id: str) -> Iterator[tuple[Hand, CensusRecheck]]:
        """Take a household drawn for another's second interview in hand. Raises GuardFailed."""
        require(self._session, Permission.VERIFY_CENSUS)
        with self._store.write(self._session.actor) as work:
            drawn = work.get(CensusRecheck, recheck_id)
            hand = self._taken_to_check(work, drawn.case_id)
            cases.enter(hand.course, CaseVerb.RECHECK)
            if drawn.void_at is not None:
                raise GuardFailed(Reason.NOT_DRAWN, place=hand.course.place)
            if drawn.done_at is not None:
                raise GuardFailed(Reason.RECHECK_DONE, place=hand.course.place)
            if work.actor.staff_id in (drawn.enumerator_id, hand.case.keyer_id, hand.case.enumerator_id):
                raise GuardFailed(Reason.SAME_ENUMERATOR, place=hand.course.place)
            yield hand, drawn


def _draw(work: Work, area: CensusArea, seed: int | None) -> int:
    found = work.get(CensusRound, area.round_id)
    rounds.enter(found.name, found.state, RoundVerb.CHECK)
    require_open(area)
    here = cases_of(work, area.id)
    if rechecks_of(work.session, area.id):
        raise GuardFailed(Reason.DRAWN_ALREADY, area=area.code)
    if unfinished := sum(not course_of(case).finished for case in here):
        raise GuardFailed(Reason.DRAW_EARLY, area=area.code, count=unfinished)
    chosen = found.seed + _draws_before(work, area.id) if seed is None else seed
    samples = sample_each(chosen, _by_keyer(here), found.recheck_percent)
    for enumerator_id, case_ids in samples.items():
        for case_id in case_ids:
            work.add(_recheck(work, found, area, case_id, enumerator_id, chosen))
    return sum(map(len, samples.values()))


def _draws_before(work: Work, area_id: str) -> int:
    """Count the samples drawn before, so that an area sent back is not asked at the same doors again."""
    chosen = select(func.count(CensusRecheck.drawn_at.distinct())).where(CensusRecheck.area_id == area_id)
    return work.session.scalar(chosen) or 0


def _by_keyer(here: Sequence[CensusCase]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for case in here:
        if case.state in WITH_FORM and case.keyer_id is not None:
            groups.setdefault(case.keyer_id, []).append(case.id)
    return groups


def _recheck(
    work: Work, found: CensusRound, area: CensusArea, case_id: str, enumerator_id: str, seed: int
) -> CensusRecheck:
    return CensusRecheck(
        round_id=found.id, area_id=area.id, case_id=case_id, enumerator_id=enumerator_id, seed=seed,
        drawn_at=work.now, compared=0, errors=0, differences=[],
    )  # fmt: skip
