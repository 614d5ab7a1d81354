"""The verbs of double keying (双录复核): a second person types the form blind, differences are settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from workbench.census.doubles import next_to_verify, running_double
from workbench.census.forms import FormFacts
from workbench.census.keying import Keyed, KeyingFacts, KeyingMode
from workbench.census.kinds import CaseVerb, Fault
from workbench.census.model import CensusDouble, CensusKeying
from workbench.census.rules import cases
from workbench.census.rules.differences import compare, fields_of
from workbench.census.rules.settlement import Settled, is_settled, merge, score, settle
from workbench.census.service import keeping
from workbench.census.service.bench import Bench, Hand
from workbench.census.service.entry import EntryStart
from workbench.census.service.prefilling import address_of, asked_of
from workbench.census.wording import GuardFailed, Reason
from workbench.forms.keeping import Subject
from workbench.forms.model import FormSubmission, SubmissionStatus
from workbench.security.roles import Permission, may, require

DOUBLE = CensusDouble.__tablename__
SETTLED = "双录差异核定"


@dataclass(frozen=True, slots=True)
class DoubleStart:
    """What the verifier's page opens: an empty form with its address, and the id of the second typing."""

    double_id: str
    entry: EntryStart


@dataclass(frozen=True, slots=True)
class DoubleTyped:
    """What came of a second typing: how many fields were compared, and the differences to settle."""

    compared: int
    differences: tuple[Settled, ...]


class Verification(Bench):
    """Double keying; raises NotPermitted, GuardFailed, RecordNotFound."""

    def next_double(self, round_id: str, area_id: str | None = None) -> DoubleStart | None:
        """Go on with one's own second typing, or begin the next that is wanted; None when none is."""
        require(self._session, Permission.VERIFY_CENSUS)
        with self._store.read() as reading:
            waiting = next_to_verify(reading, self._session.staff_id, round_id, area_id)
        return self.begin_double(waiting) if waiting else None

    def begin_double(self, case_id: str) -> DoubleStart:
        """Begin to type a household's form a second time, or go on; nothing of the first typing is shown."""
        with self._checking(case_id) as hand:
            cases.enter(hand.course, CaseVerb.VERIFY)
            if hand.case.keyer_id == hand.work.actor.staff_id:
                raise GuardFailed(Reason.SAME_TYPIST, place=hand.course.place)
            double = running_double(hand.work, case_id) or _new_double(hand)
            if double.verifier_id != hand.work.actor.staff_id:
                raise GuardFailed(Reason.NOT_YOUR_DOUBLE, place=hand.course.place)
            if double.typed_at is not None:
                raise GuardFailed(Reason.DOUBLE_TYPED, place=hand.course.place)
            return DoubleStart(double.id, blind_start(hand, self._form(hand), f"census/double/{double.id}"))

    def drop_double(self, double_id: str) -> None:
        """Leave a second typing that was begun; the verifier's own, or by a supervisor anybody's."""
        with self._double(double_id) as (hand, double):
            hand.work.remove(double)

    def type_again(self, double_id: str, xml: bytes, facts: KeyingFacts) -> DoubleTyped:
        """Hand the second typing in; where the two are one, the form is verified at once."""
        with self._double(double_id) as (hand, double):
            if double.typed_at is not None:
                raise GuardFailed(Reason.DOUBLE_TYPED, place=hand.course.place)
            form = self._form(hand)
            subject, typed = Subject(DOUBLE, double.id), keeping.Typed(xml, facts)
            kept = keeping.keep(hand.work, subject, hand.round, typed)
            second = keeping.read(xml)
            first = keeping.read(hand.work.get(FormSubmission, double.first_id).xml)
            found = compare(first, second, form.layout)
            differences = tuple(Settled(each) for each in found.differences)
            double.second_id, double.typed_at, double.compared = kept.id, hand.work.now, found.compared
            double.keying_id = _log(hand, double, facts, fields_of(second, form.layout)).id
            self._keep(hand, double, differences)
        return DoubleTyped(found.compared, differences)

    def settle(self, double_id: str, path: str, fault: Fault, value: str = "") -> int:
        """Say of one difference who was wrong (核定差异); return how many are open. The last one verifies."""
        with self._double(double_id) as (hand, double):
            if double.keyer_id == hand.work.actor.staff_id:
                raise GuardFailed(Reason.SAME_TYPIST, place=hand.course.place)
            settled = settle([Settled.from_json(each) for each in double.differences], path, fault, value)
            self._keep(hand, double, settled)
        return sum(each.fault is None for each in settled)

    def send_back(self, case_id: str, reason: str) -> None:
        """Send a household's form back to its enumerator (退回), and why; a second typing of it ends."""
        with self._checking(case_id) as hand:
            send_back(hand, reason)

    @contextmanager
    def _double(self, double_id: str) -> Iterator[tuple[Hand, CensusDouble]]:
        """Take a running second typing in hand, one's own or as a supervisor. Raises GuardFailed."""
        require(self._session, Permission.VERIFY_CENSUS)
        with self._store.write(self._session.actor) as work:
            double = work.get(CensusDouble, double_id)
            hand = self._taken_to_check(work, double.case_id)
            mine = double.verifier_id == work.actor.staff_id
            if not mine and not may(self._session, Permission.MANAGE_CENSUS):
                raise GuardFailed(Reason.NOT_YOUR_DOUBLE, place=hand.course.place)
            if double.settled_at is not None:
                raise GuardFailed(Reason.NO_DOUBLE, place=hand.course.place)
            yield hand, double

    def _keep(self, hand: Hand, double: CensusDouble, settled: Sequence[Settled]) -> None:
        """Write the differences down; when none is open, the form that holds is verified."""
        double.differences = [each.as_json() for each in settled]
        if not is_settled(settled):
            return
        work, case, result = hand.work, hand.case, score(settled)
        keying = work.get(CensusKeying, double.keying_id or "")
        keying.keyer_wrong, keying.verifier_wrong = result.keyer_wrong, result.verifier_wrong
        holding = work.get(FormSubmission, double.first_id)
        if result.keyer_wrong:
            second = work.get(FormSubmission, double.second_id or "")
            merged = merge(keeping.read(holding.xml), keeping.read(second.xml), settled)
            xml = self._form(hand).refill(etree.tostring(merged, encoding="unicode").encode())
            subject = Subject(keeping.CASE, case.id)
            typed = keeping.Typed(xml, reason=SETTLED)
            before, holding = holding.xml.encode(), keeping.keep(work, subject, hand.round, typed, holding)
            case.submission_id = holding.id
            keeping.weigh(case, hand.round, self._form(hand), xml, before)
        holding.status, double.settled_at = SubmissionStatus.VERIFIED, work.now
        hand.move(CaseVerb.VERIFY, cases.verify(hand.course, work.now))


def send_back(hand: Hand, reason: str) -> None:
    """Send a household back within an open unit of work; a second typing of it ends."""
    hand.move(CaseVerb.SEND_BACK, cases.send_back(hand.course, reason), reason)
    hand.case.note = reason.strip()
    running = running_double(hand.work, hand.case.id)
    if running is not None:
        hand.work.remove(running)


def blind_start(hand: Hand, form: FormFacts, draft_place: str) -> EntryStart:
    """Return an empty form of the household with its address: nothing that was found or known before."""
    address = asked_of(form, address_of(hand.work.session, hand.area, hand.case))
    return EntryStart(hand.case.id, hand.course.place, hand.round.form_version_id or "", draft_place, address)


def _new_double(hand: Hand) -> CensusDouble:
    case, work = hand.case, hand.work
    return work.add(
        CensusDouble(
            case_id=case.id, first_id=case.submission_id or "", keyer_id=case.keyer_id or "",
            verifier_id=work.actor.staff_id, begun_at=work.now, compared=0, differences=[],
        )
    )  # fmt: skip


def _log(hand: Hand, double: CensusDouble, facts: KeyingFacts, fields: int) -> CensusKeying:
    sitting = Keyed(
        double.verifier_id, hand.case.id, KeyingMode.VERIFICATION, facts, fields, double.keyer_id,
        double.compared,
    )  # fmt: skip
    return keeping.log(hand.work, hand.round.id, sitting)
