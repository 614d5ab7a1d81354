"""The talk in hand: every change of it, the desk's verbs, and the draft that is saved while it is typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.intake.draft_keeper import DraftKeeper
from ui.intake.drafting import written
from ui.intake.outlook import look_ahead
from ui.intake.talk import AgentDraft, MatterDraft, Talk
from workbench.intake.kinds import AgentProof, Channel, MaterialState, Verb

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ui.intake.drafting import Reopened
    from ui.intake.transfer import Target
    from ui.page import Page
    from workbench.intake.requests import (
        AcceptRequest,
        ApplicantFacts,
        CounterResult,
        MaterialTick,
        Refusal,
        Ticket,
    )
    from workbench.intake.rules.materials import MaterialLine
    from workbench.people.views import ResidentCard


class Conversation(QObject):
    """Holds the talk; ``changed`` after every change, ``kept`` after the desk kept something of it."""

    changed = Signal()
    kept = Signal()
    restored = Signal(object)
    busy = Signal(bool)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.talk = Talk()
        self.card: ResidentCard | None = None
        self.newcomer: Mapping[str, str] = {}
        self._drafts = DraftKeeper(page, lambda: written(self.talk, self.newcomer))
        self._drafts.found.connect(self._reopened)

    def begin(self) -> None:
        """Start with the next resident; the draft of the last one is forgotten."""
        self.talk, self.card, self.newcomer = Talk(channel=self.talk.channel), None, {}
        self._drafts.forget()
        self.changed.emit()

    def restore(self) -> None:
        """Open the draft that a power cut left behind, if there is one."""
        self._drafts.look()

    def greet(self, resident_id: str) -> None:
        """Take somebody as the one who is served."""
        self._page.ask(
            lambda: (self._desk.residents.card(resident_id), self._desk.applicant(resident_id)), self._met
        )

    def add_item(self, code: str) -> None:
        """Add a matter for an item."""
        applicant = self.talk.applicant
        self._page.ask(
            lambda: self._prepare(code, applicant), lambda matter: self.set(self.talk.with_matter(matter))
        )

    def call_next(self) -> None:
        """Call the next number."""
        self._page.ask(self._desk.intake.call_next, self._called)

    def miss(self) -> None:
        """Note that nobody came to the number called."""
        ticket = self.talk.ticket_id
        self.set(replace(self.talk, ticket_id=None, ticket_number=""))
        self._page.ask(lambda: self._desk.intake.miss(ticket), lambda _nothing: None)

    def come_by(self, channel: str) -> None:
        """Note how the resident came."""
        self.set(replace(self.talk, channel=Channel(channel)))

    def choose(self, index: int) -> None:
        """Bring a matter to the front."""
        self.set(replace(self.talk, current=index))

    def choose_following(self) -> None:
        """Bring the matter after the one in front to the front."""
        if self.talk.matters:
            self.choose((self.talk.current + 1) % len(self.talk.matters))

    def remove(self, index: int) -> None:
        """Take a matter out that is not kept yet."""
        if self.talk.matters and self.talk.matters[index].opened is None:
            self.set(self.talk.without(index))

    def tick(self, tick: MaterialTick) -> None:
        """Tick one material of the matter in front."""
        self._change(lambda matter: matter.ticked(tick))

    def tick_all(self) -> None:
        """Tick every material as handed in."""
        self._change(MatterDraft.all_presented)

    def write(self, note: str, urgent: str) -> None:
        """Keep remarks and urgency of the matter in front."""
        self._change(lambda matter: replace(matter, note=note, urgent_reason=urgent.strip()))

    def act_through(self, agent: AgentDraft) -> None:
        """Keep who acts for the resident."""
        self.set(replace(self.talk, agent=agent))

    def act_through_relative(self, resident_id: str, relation: str) -> None:
        """Take a member of the household as the agent, from the register."""
        self._page.ask(
            lambda: self._desk.applicant(resident_id),
            lambda who: self.act_through(
                replace(
                    self.talk.agent, name=who.name, id_number=who.id_number or "", relation=relation,
                    phone=who.phone or "", proof=AgentProof.HOUSEHOLD_BOOK, from_register=True,
                )
            ),
        )  # fmt: skip

    def scan(self, code: str, files: Sequence[str]) -> None:
        """Keep scans of a material, encrypted; what was missing is then handed in."""
        matter = self.talk.matter
        if matter is not None and files:
            self._page.ask(lambda: self._keep(files, matter.matter_id), lambda ids: self._scanned(code, ids))

    def scan_proof(self, files: Sequence[str]) -> None:
        """Keep a scan of what shows that the agent may act."""
        self._page.ask(
            lambda: self._keep(files[:1], self.talk.visit_id),
            lambda ids: self.act_through(replace(self.talk.agent, attachment_id=ids[0])),
        )

    def settle(self, outcome: Verb, refusal: Refusal | None = None) -> None:
        """Let the desk keep the matter in front; acceptance takes every open matter when all are complete."""
        matters = self._concerned(outcome)
        request = self.talk.request([matter.request(outcome, refusal) for matter in matters])
        if request is not None and matters:
            self._run(lambda: self._desk.intake.accept(request))

    def hand_over(self, target: Target) -> None:
        """Keep the matter in front and pass it on."""
        matter = self.talk.matter
        if matter is None:
            return
        outcome = Verb.RECEIVE if matter.missing() else Verb.ACCEPT
        request = self.talk.request([matter.request(outcome)])
        if request is not None:
            self._run(lambda: self._pass_on(request, target))

    def type_newcomer(self, texts: Mapping[str, str]) -> None:
        """Keep what is typed of somebody new."""
        self.newcomer = texts
        self._drafts.save_soon()

    def set(self, talk: Talk) -> None:
        """Take a changed talk, and save it soon."""
        self.talk = talk
        self._drafts.save_soon()
        self.changed.emit()

    def lines(self) -> tuple[MaterialLine, ...]:
        """Return the materials of the matter in front."""
        return self.talk.matter.prepared.materials if self.talk.matter else ()

    def _prepare(self, code: str, applicant: ApplicantFacts | None) -> MatterDraft:
        today = self._desk.today()
        matter = MatterDraft(self._desk.intake.prepare(self._desk.items.item(code), applicant, today))
        # The first look into the calendar reads it: here, not while the page is being drawn.
        look_ahead(matter, today, self._desk.community.calendar())
        return matter

    def _concerned(self, outcome: Verb) -> tuple[MatterDraft, ...]:
        current, waiting = self.talk.matter, self.talk.open_matters
        if outcome is Verb.ACCEPT and not any(matter.missing() for matter in waiting):
            return waiting
        return (current,) if current is not None and current.opened is None else ()

    def _pass_on(self, request: AcceptRequest, target: Target) -> CounterResult:
        result: CounterResult = self._desk.intake.accept(request)
        matter_id = result.matters[0].matter_id
        self._desk.intake.hand_over(matter_id, target.to_staff, target.department, target.note)
        return result

    def _run(self, work: Callable[[], CounterResult]) -> None:
        self.busy.emit(True)
        self._page.notice.hide()
        self._page.workspace.background.run(self._page, work, self._settled, self._failed)

    def _settled(self, result: CounterResult) -> None:
        self.busy.emit(False)
        self.set(self.talk.opened(result.matters))
        if not self.talk.open_matters:
            self._drafts.forget()
        self.kept.emit()

    def _failed(self, error: Exception) -> None:
        self.busy.emit(False)
        self._page.notice.say_error(error)

    def _keep(self, files: Sequence[str], owner_id: str) -> list[str]:
        return [self._desk.attachments.keep_file(Path(file), "matter", owner_id).id for file in files]

    def _scanned(self, code: str, ids: list[str]) -> None:
        matter = self.talk.matter
        line = next((line for line in self.lines() if line.code == code), None)
        if matter is None or line is None:
            return
        tick = matter.tick_of(line)
        there = tick.state not in (MaterialState.MISSING, MaterialState.PROMISED)
        state = tick.state if there else MaterialState.PRESENTED
        kept = (*tick.attachment_ids, *ids)
        self.tick(replace(tick, state=state, promise_due=None, attachment_ids=kept))

    def _change(self, change: Callable[[MatterDraft], MatterDraft]) -> None:
        if self.talk.matter is not None:
            self.set(self.talk.changed(change(self.talk.matter)))

    def _met(self, met: tuple[ResidentCard, object]) -> None:
        self.card, applicant = met
        self.newcomer = {}
        self.set(replace(self.talk, applicant=applicant))

    def _called(self, ticket: Ticket | None) -> None:
        if ticket is not None:
            self.set(replace(self.talk, ticket_id=ticket.ticket_id, ticket_number=ticket.number))

    def _reopened(self, found: Reopened | None) -> None:
        if found is None or self.talk.applicant is not None:
            return
        self.talk, self.card, self.newcomer = found.talk, found.card, found.newcomer
        self.changed.emit()
        self.restored.emit(found)
