"""Three months at the invented counter: who came for what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from workbench.catalogue.rules import ItemKind, ServiceItem
from workbench.desk.demo.agenda import Agenda, Deed, moment_on
from workbench.intake.kinds import (
    AgentProof,
    Decision,
    FollowUpStep,
    MaterialState,
    MatterState,
    PauseReason,
    RatingLevel,
    RefusalGround,
    Verb,
)
from workbench.intake.requests import (
    AcceptRequest,
    Agent,
    ApplicantFacts,
    Contact,
    Delivery,
    MaterialTick,
    MatterOpened,
    MatterRequest,
    Refusal,
)
from workbench.standards.clock import local_date
from workbench.store import new_id

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.intake.service.plan import Preparation

DAYS = 92
"""Length of the story in calendar days."""

_A_DAY = (8, 12)
_OPENS, _CLOSES = 8.75, 16.9
_RATINGS = ((62, RatingLevel.VERY_GOOD), (27, RatingLevel.GOOD), (8, RatingLevel.FAIR), (2, RatingLevel.BAD),
            (1, RatingLevel.VERY_BAD))  # fmt: skip
_COMMENTS = {RatingLevel.BAD: "等候时间太长", RatingLevel.VERY_BAD: "材料说法前后不一致，多跑了一趟"}
_FAVOURITES = 24
_WAITING = 4
"""How many wait with a ticket when the demonstration's today begins."""

_KINDS = (ItemKind.IMMEDIATE, ItemKind.COMMITTED, ItemKind.AGENCY, ItemKind.REFERRAL)


@dataclass(frozen=True, slots=True)
class _Case:
    """A matter in the story: who works on it, and its number in the store."""

    desk: Desk
    item: ServiceItem
    matter: MatterOpened
    applicant: str


class Story:
    """Puts three months of visits on the agenda; the same dice tell the same story."""

    def __init__(self, agenda: Agenda, desks: list[Desk], residents: list[str], today: date) -> None:
        self._agenda, self._desks, self._residents, self._today = agenda, desks, residents, today
        self._dice = Random(int(f"{today:%Y%m%d}"))
        self._calendar = desks[0].community.calendar()
        self._items = self._weighted(desks[0].items.items())

    def tell(self, days: int = DAYS) -> None:
        """Let visits come on every working day of the story, the last day's only until ten o'clock."""
        for offset in range(days, -1, -1):
            day = self._today - timedelta(days=offset)
            if not self._calendar.is_workday(day):
                continue
            closes = _CLOSES if offset else 10.0
            for _ in range(self._dice.randint(*_A_DAY) if offset else 4):
                self._agenda.at(moment_on(day, self._dice.uniform(_OPENS, closes)), self._visit)
        for place in range(_WAITING):
            self._agenda.at(moment_on(self._today, 10.0 + place / 20), self._desks[0].intake.take_ticket)

    def _weighted(self, items: list[ServiceItem]) -> list[ServiceItem]:
        """Return the items that come up, those asked for often as often as they are."""
        usual = [item for item in items if item.kind in _KINDS]
        favourites = self._dice.sample(usual, _FAVOURITES)
        return usual + favourites * 6

    def _visit(self) -> None:
        desk = self._dice.choice(self._desks)
        item = self._dice.choice(self._items)
        applicant = desk.applicant(self._dice.choice(self._residents))
        ready = desk.intake.prepare(item, applicant, desk.today())
        asked = self._asked(desk, item, ready)
        ticket = desk.intake.take_ticket()
        desk.intake.call(ticket.ticket_id)
        contact = Contact(new_id(), ticket_id=ticket.ticket_id)
        agent = self._agent(item, applicant)
        request = AcceptRequest(applicant, contact, (asked,), agent)
        [opened] = desk.intake.accept(request).matters
        self._go_on(_Case(desk, item, opened, applicant.name), asked.outcome)

    def _agent(self, item: ServiceItem, applicant: ApplicantFacts) -> Agent | None:
        if not item.agent_allowed or self._dice.random() > 0.08:
            return None
        other = self._desks[0].applicant(self._dice.choice(self._residents))
        if other.id_number == applicant.id_number:
            return None
        return Agent(other.name, other.id_number or "", "子女", AgentProof.HOUSEHOLD_BOOK, other.phone or "")

    def _asked(self, desk: Desk, item: ServiceItem, ready: Preparation) -> MatterRequest:
        chance = self._dice.random()
        wanting = [line for line in ready.materials if line.state is MaterialState.MISSING]
        given = [MaterialTick(line.code, MaterialState.PRESENTED) for line in wanting]
        if chance < 0.02:
            reason = Refusal(
                RefusalGround.NOT_IN_REMIT, "户籍和居住地均不在本社区。", "请到居住地所属社区申请。"
            )
            return MatterRequest(item, Verb.REFUSE, tuple(given), refusal=reason)
        if item.kind is ItemKind.IMMEDIATE:
            return MatterRequest(item, Verb.COMPLETE_AT_ONCE, tuple(given), form=ready.form)
        if chance < 0.14 and (owed := next((line for line in wanting if line.required), None)):
            brought = tuple(tick for tick in given if tick.code != owed.code)
            return MatterRequest(item, Verb.REQUEST_SUPPLEMENT, brought, form=ready.form)
        if chance < 0.24 and not ready.barred_until:
            given = [self._promise(desk, item, ready, tick) for tick in given]
        return MatterRequest(item, Verb.ACCEPT, tuple(given), form=ready.form)

    def _promise(self, desk: Desk, item: ServiceItem, ready: Preparation, tick: MaterialTick) -> MaterialTick:
        line = next(line for line in ready.materials if line.code == tick.code)
        if not line.may_follow or not item.promised_days:
            return tick
        due = self._calendar.add_workdays(desk.today(), min(4, item.promised_days)).date
        return MaterialTick(tick.code, MaterialState.PROMISED, promise_due=due)

    def _go_on(self, case: _Case, outcome: Verb) -> None:
        if outcome is Verb.REQUEST_SUPPLEMENT:
            self._later(1, 6, partial(self._bring, case))
        elif outcome is Verb.ACCEPT:
            self._work(case)
        elif outcome is Verb.COMPLETE_AT_ONCE:
            self._rate(case)

    def _bring(self, case: _Case) -> None:
        detail = case.desk.matters.matter(case.matter.matter_id)
        missing = [each.line.code for each in detail.materials if each.line.state is MaterialState.MISSING]
        ticks = [MaterialTick(code, MaterialState.PRESENTED) for code in missing]
        case.desk.intake.supplement_received(case.matter.matter_id, ticks, Contact(new_id()))
        self._work(case)

    def _work(self, case: _Case) -> None:
        self._later(0, 1, partial(case.desk.intake.start_work, case.matter.matter_id))
        if self._dice.random() < 0.12:
            self._later(2, 3, partial(self._inspect, case))
        late = 1.25 if self._dice.random() < 0.05 else self._dice.uniform(0.3, 0.9)
        days = max(2, round((case.item.promised_days or case.item.legal_days or 5) * late))
        self._later(days, days, partial(self._decide, case))

    def _inspect(self, case: _Case) -> None:
        if case.desk.matters.matter(case.matter.matter_id).row.state is MatterState.IN_PROGRESS:
            case.desk.intake.begin_inspection(case.matter.matter_id, PauseReason.INSPECTION, "入户核查")
            end = partial(case.desk.intake.end_inspection, case.matter.matter_id, "情况属实")
            self._later(1, 1, end)

    def _decide(self, case: _Case) -> None:
        detail = case.desk.matters.matter(case.matter.matter_id)
        if Verb.DECIDE not in detail.possible:
            self._later(1, 2, partial(self._decide, case))
            return
        owed = [each.line.code for each in detail.materials if each.line.state is MaterialState.PROMISED]
        if owed:
            brought = [MaterialTick(code, MaterialState.PRESENTED) for code in owed]
            case.desk.intake.keep_promise(case.matter.matter_id, brought)
        denied = self._dice.random() < 0.04
        decision = Decision.DENIED if denied else Decision.GRANTED
        reason = "经核查不符合申请条件" if denied else ""
        case.desk.intake.decide(case.matter.matter_id, decision, reason)
        self._later(0, 3, partial(self._deliver, case))

    def _deliver(self, case: _Case) -> None:
        way = Delivery(case.applicant)
        again = self._dice.random() < 0.3
        case.desk.intake.deliver(case.matter.matter_id, way, Contact(new_id()) if again else None)
        self._rate(case)

    def _rate(self, case: _Case) -> None:
        if self._dice.random() > 0.75:
            return
        level = self._dice.choices([each for _, each in _RATINGS], [weight for weight, _ in _RATINGS])[0]
        opened = case.desk.intake.rate(case.matter.matter_id, level, _COMMENTS.get(level, ""))
        if opened:
            for days, step in enumerate(FollowUpStep, 1):
                self._later(days * 2, days * 2, partial(self._follow, case.desk, opened, step))

    def _follow(self, desk: Desk, follow_up_id: str, step: FollowUpStep) -> None:
        desk.intake.follow_up(follow_up_id, step, f"{step.label}：已完成")

    def _later(self, least: int, most: int, deed: Deed) -> None:
        """Put a deed some working days ahead, within the counter's hours."""
        today = local_date(self._desks[0].now())
        days = self._dice.randint(least, most)
        day = self._calendar.add_workdays(today, days).date if days else today
        hour = self._dice.uniform(14.0, 17.4) if not days else self._dice.uniform(_OPENS, _CLOSES)
        self._agenda.at(moment_on(day, hour), deed)
