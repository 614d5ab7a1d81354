"""One talk at the counter as the page keeps it: who, which matters, what was ticked; plain records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.intake.kinds import AgentProof, Channel, MaterialState, Verb
from workbench.intake.requests import AcceptRequest, Agent, Contact, MaterialTick, MatterRequest
from workbench.intake.rules.checklist import is_valid
from workbench.store import new_id

if TYPE_CHECKING:
    from datetime import date

    from workbench.catalogue.rules import Material, ServiceItem
    from workbench.intake.requests import ApplicantFacts, MatterOpened, Refusal
    from workbench.intake.rules.materials import MaterialLine
    from workbench.intake.service.plan import Preparation


@dataclass(frozen=True, slots=True)
class AgentDraft:
    """The agent (代办人) as typed so far; one taken `from_register` is shown masked."""

    name: str = ""
    id_number: str = ""
    relation: str = ""
    proof: AgentProof | None = None
    phone: str = ""
    attachment_id: str | None = None
    from_register: bool = False

    @property
    def agent(self) -> Agent:
        """The agent as the service takes them."""
        return Agent(self.name, self.id_number, self.relation, self.proof, self.phone, self.attachment_id)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self == AgentDraft()


@dataclass(frozen=True, slots=True)
class MatterDraft:
    """One matter of the talk; `opened` is set once it is kept."""

    prepared: Preparation
    ticks: Mapping[str, MaterialTick] = field(default_factory=dict)
    note: str = ""
    urgent_reason: str = ""
    matter_id: str = field(default_factory=new_id)
    opened: MatterOpened | None = None

    @property
    def item(self) -> ServiceItem:
        """The service item."""
        return self.prepared.item

    def tick_of(self, line: MaterialLine) -> MaterialTick:
        """Return what is ticked for a material, or how it stands by itself."""
        return self.ticks.get(line.code) or MaterialTick(line.code, line.state)

    def ticked(self, tick: MaterialTick) -> MatterDraft:
        """Return the matter with one material ticked."""
        return replace(self, ticks={**self.ticks, tick.code: tick})

    def missing(self) -> tuple[MaterialLine, ...]:
        """Return the required materials that are neither there nor promised."""
        lines = self.prepared.materials
        return tuple(
            line for line in lines if line.required and self.tick_of(line).state is MaterialState.MISSING
        )

    def all_presented(self) -> MatterDraft:
        """Return the matter with every required material handed in, save those the community holds."""
        lines = self.prepared.materials
        wanted = [line for line in lines if line.required] or lines
        ticks = (self.tick_of(line) for line in wanted)
        given = {
            tick.code: replace(tick, state=MaterialState.PRESENTED, promise_due=None)
            for tick in ticks
            if tick.state is not MaterialState.HELD
        }
        return replace(self, ticks={**self.ticks, **given})

    def request(self, outcome: Verb, refusal: Refusal | None = None) -> MatterRequest:
        """Return the matter as the service takes it."""
        return MatterRequest(
            self.item,
            outcome,
            tuple(self.ticks.values()),
            self.prepared.form,
            refusal,
            self.urgent_reason,
            self.note,
            matter_id=self.matter_id,
        )


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything of one talk; `current` is the matter in front."""

    visit_id: str = field(default_factory=new_id)
    channel: Channel = Channel.COUNTER
    ticket_id: str | None = None
    ticket_number: str = ""
    applicant: ApplicantFacts | None = None
    agent: AgentDraft = field(default_factory=AgentDraft)
    matters: tuple[MatterDraft, ...] = ()
    current: int = 0

    @property
    def matter(self) -> MatterDraft | None:
        """The matter in front."""
        return self.matters[self.current] if self.matters else None

    @property
    def open_matters(self) -> tuple[MatterDraft, ...]:
        """The matters that are not kept yet."""
        return tuple(matter for matter in self.matters if matter.opened is None)

    @property
    def results(self) -> tuple[MatterOpened, ...]:
        """What was kept so far."""
        return tuple(matter.opened for matter in self.matters if matter.opened is not None)

    def with_matter(self, matter: MatterDraft) -> Talk:
        """Return the talk with one more matter, in front."""
        return replace(self, matters=(*self.matters, matter), current=len(self.matters))

    def changed(self, matter: MatterDraft) -> Talk:
        """Return the talk with the matter in front replaced."""
        before, after = self.matters[: self.current], self.matters[self.current + 1 :]
        return replace(self, matters=(*before, matter, *after))

    def without(self, index: int) -> Talk:
        """Return the talk without one matter."""
        rest = self.matters[:index] + self.matters[index + 1 :]
        return replace(self, matters=rest, current=max(0, min(self.current, len(rest) - 1)))

    def opened(self, results: Iterable[MatterOpened]) -> Talk:
        """Return the talk with what was kept noted, the next open matter in front."""
        kept = {result.matter_id: result for result in results}
        matters = tuple(replace(each, opened=kept.get(each.matter_id, each.opened)) for each in self.matters)
        following = next((at for at, each in enumerate(matters) if each.opened is None), self.current)
        return replace(self, matters=matters, current=following)

    @property
    def contact(self) -> Contact:
        """The talk as every verb of intake counts it."""
        return Contact(self.visit_id, self.channel, self.ticket_id)

    def request(self, matters: Iterable[MatterRequest]) -> AcceptRequest | None:
        """Return matters of this talk as the service takes them; None while nobody is chosen."""
        if self.applicant is None:
            return None
        agent = None if self.agent.is_empty else self.agent.agent
        return AcceptRequest(self.applicant, self.contact, tuple(matters), agent)


def held_until(material: Material, applicant: ApplicantFacts, today: date) -> tuple[bool, date | None]:
    """Say whether the community holds what the material asks for, and until which day it is valid."""
    for fact in applicant.held:
        if fact.kind == material.held_as and is_valid(fact, today):
            return True, fact.valid_until
    return False, None
