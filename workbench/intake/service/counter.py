"""At the counter: from the ticket to the receipt, whole in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.intake.kinds import MaterialState, Verb
from workbench.intake.model import Matter
from workbench.intake.requests import AcceptRequest, CounterResult, MatterMoved
from workbench.intake.rules import admission, opening
from workbench.intake.rules.checklist import Entry, checklist, prefill
from workbench.intake.rules.materials import check_promises, missing, outstanding
from workbench.intake.service import history, visits
from workbench.intake.service.bench import Bench, Hand
from workbench.intake.service.plan import Preparation, plan, slips_of
from workbench.intake.service.sheet import Sheet
from workbench.intake.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from workbench.catalogue.rules import ServiceItem
    from workbench.intake.requests import ApplicantFacts, Contact, MaterialTick, Refusal
    from workbench.intake.rules.materials import MaterialLine
    from workbench.store import Work


class Counter(Bench):
    """The verbs of receiving and accepting."""

    def prepare(self, item: ServiceItem, applicant: ApplicantFacts, today: date) -> Preparation:
        """Return what is needed for the item, what is ticked already, the prefilled form and any bar."""
        entries = checklist(item, applicant, (), today)
        with self._store.read() as session:
            barred = history.barred_until(session, applicant, today)
        return Preparation(item, tuple(entry.line for entry in entries), prefill(applicant), barred)

    def accept(self, request: AcceptRequest) -> CounterResult:
        """Keep one talk at the counter with all its matters, or nothing of it.

        Raises NotPermitted, GuardFailed, InvalidIdentityNumber (of the agent); the store's own errors.
        """
        self._check(request)
        with self._store.write(self._here.actor) as work:
            sheet = self._sheet(work, request)
            for matter in request.matters:
                if visits.is_kept(work, Matter, matter.matter_id):
                    raise GuardFailed(Reason.ALREADY_KEPT)
                entries = checklist(matter.item, request.applicant, matter.ticks, work.today)
                barred = self._barred(work, request.applicant, entries)
                sheet.enter(matter, entries, plan(matter, entries, work.today, sheet.calendar, barred))
            return sheet.keep()

    def accept_received(
        self, matter_id: str, ticks: Iterable[MaterialTick] = (), contact: Contact | None = None
    ) -> MatterMoved:
        """Accept what was only received so far (受理), with what was brought since."""
        with self._hand(matter_id, Verb.ACCEPT) as hand:
            hand.tick(ticks)
            course = opening.accept(hand.course, hand.lines, hand.work.today, hand.calendar)
            self._check_promises(hand, hand.lines, course.promised_due)
            slips = slips_of(Verb.ACCEPT, hand.lines)
            hand.move(Verb.ACCEPT, course, contact=contact, slips=slips)
        return hand.result()

    def request_supplement(
        self, matter_id: str, shortcomings: Mapping[str, str], contact: Contact | None = None
    ) -> MatterMoved:
        """Tell the applicant once all that is missing (一次性告知): material codes, each with what is wrong.

        A material handed in that does not meet the requirements counts as missing once it is named here.
        """
        with self._hand(matter_id, Verb.REQUEST_SUPPLEMENT) as hand:
            for material in hand.materials:
                if material.code in shortcomings:
                    material.state, material.settled_on = MaterialState.MISSING, None
                    material.note = shortcomings[material.code] or material.note
            told = frozenset(shortcomings)
            course = opening.request_supplement(hand.course, hand.lines, told, hand.work.today, hand.calendar)
            slips = slips_of(Verb.REQUEST_SUPPLEMENT, hand.lines)
            details = {"materials": [line.name for line in missing(hand.lines)]}
            hand.move(Verb.REQUEST_SUPPLEMENT, course, details=details, contact=contact, slips=slips)
        return hand.result()

    def supplement_received(
        self, matter_id: str, ticks: Iterable[MaterialTick], contact: Contact | None = None
    ) -> MatterMoved:
        """Take what was brought; once complete the matter is accepted, or goes on, by itself."""
        with self._hand(matter_id, Verb.SUPPLEMENT_RECEIVED) as hand:
            ticks = tuple(ticks)
            names = hand.tick(ticks)
            course = opening.supplement_received(hand.course, hand.lines, hand.work.today, hand.calendar)
            newly = hand.course.accepted_on is None and course.accepted_on is not None
            # A promise made at acceptance runs on by itself; only those made now are asked about.
            made_now = {tick.code for tick in ticks}
            asked = [line for line in hand.lines if newly or line.code in made_now]
            self._check_promises(hand, asked, course.promised_due)
            slips = slips_of(Verb.ACCEPT, hand.lines) if newly else ()
            details = {"materials": names}
            hand.move(Verb.SUPPLEMENT_RECEIVED, course, details=details, contact=contact, slips=slips)
        return hand.result()

    def refuse(self, matter_id: str, refusal: Refusal, contact: Contact | None = None) -> MatterMoved:
        """Refuse what was received (不予受理), in writing."""
        with self._hand(matter_id, Verb.REFUSE) as hand:
            course = opening.refuse(
                hand.course, refusal.ground, refusal.reason, refusal.instead, hand.work.today, hand.calendar
            )
            hand.matter.refusal_ground = refusal.ground
            hand.matter.refused_reason, hand.matter.refused_instead = refusal.reason, refusal.instead
            slips = slips_of(Verb.REFUSE, hand.lines)
            hand.move(Verb.REFUSE, course, note=refusal.reason, contact=contact, slips=slips)
        return hand.result()

    def _check(self, request: AcceptRequest) -> None:
        if not request.matters:
            raise GuardFailed(Reason.NO_MATTER)
        for matter in request.matters:
            self._require(matter.outcome)
            admission.check_item(matter.item, matter.outcome)
            admission.check_agent(request.agent, request.applicant, matter.item)
            verdict = self._here.may_accept(self._here.actor.staff_id, matter.item.code)
            admission.check_verdict(verdict, matter.item, matter.co_signed_by)

    def _sheet(self, work: Work, request: AcceptRequest) -> Sheet:
        here, by_agent = self._here, request.agent is not None
        rows = visits.visit_rows(
            work, request.contact, request.applicant.resident_id, by_agent, here.place.desk
        )
        return Sheet(work, here.place, here.calendar(), request, rows)

    def _barred(self, work: Work, applicant: ApplicantFacts, entries: Iterable[Entry]) -> date | None:
        if all(entry.line.state is not MaterialState.PROMISED for entry in entries):
            return None
        return history.barred_until(work.session, applicant, work.today)

    def _check_promises(self, hand: Hand, lines: Sequence[MaterialLine], last: date | None) -> None:
        matter, today = hand.matter, hand.work.today
        if outstanding(lines):
            barred = history.barred_until_of(hand.work.session, [matter.applicant_id], today, matter.id)
            check_promises(lines, today, last, hand.calendar, barred)
