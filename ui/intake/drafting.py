"""The talk as a draft: written down as plain values while it is typed, opened again after a power cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ui.intake.talk import AgentDraft, MatterDraft, Talk
from workbench.intake.kinds import AgentProof, Channel, MaterialState
from workbench.intake.requests import MaterialTick

if TYPE_CHECKING:
    from workbench.people.views import ResidentCard

PLACE = "intake"
"""Where the draft of the counter lies; every person has their own."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A draft opened again: the talk, the resident's card, and a newcomer being typed."""

    talk: Talk
    card: ResidentCard | None
    newcomer: Mapping[str, str]


def written(talk: Talk, newcomer: Mapping[str, str]) -> dict[str, Any]:
    """Return the talk as plain values; matters that are kept already are left out."""
    return {
        "visit_id": talk.visit_id,
        "channel": talk.channel.value,
        "ticket_id": talk.ticket_id,
        "ticket_number": talk.ticket_number,
        "resident_id": talk.applicant.resident_id if talk.applicant else "",
        "agent": {**asdict(talk.agent), "proof": talk.agent.proof.value if talk.agent.proof else None},
        "matters": [_matter_values(matter) for matter in talk.open_matters],
        "newcomer": dict(newcomer),
    }


def is_worth_keeping(content: Mapping[str, Any]) -> bool:
    """Say whether anything was typed that would be missed."""
    return bool(content["resident_id"] or any(content["newcomer"].values()))


def reopen(desk: Any, content: Mapping[str, Any]) -> Reopened:
    """Open a draft again, reading resident and items anew; call it in the background."""
    talk = Talk(
        content["visit_id"], Channel(content["channel"]), content["ticket_id"], content["ticket_number"]
    )
    resident_id = content["resident_id"]
    if not resident_id:
        return Reopened(talk, None, content["newcomer"])
    applicant = desk.applicant(resident_id)
    agent = content["agent"]
    proof = AgentProof(agent["proof"]) if agent["proof"] else None
    talk = replace(talk, applicant=applicant, agent=AgentDraft(**{**agent, "proof": proof}))
    for values in content["matters"]:
        item = desk.items.item(values["code"], values["version"])
        talk = talk.with_matter(_matter(desk.intake.prepare(item, applicant, desk.today()), values))
    return Reopened(replace(talk, current=0), desk.residents.card(resident_id), {})


def _matter_values(matter: MatterDraft) -> dict[str, Any]:
    return {
        "code": matter.item.code,
        "version": matter.item.version,
        "matter_id": matter.matter_id,
        "note": matter.note,
        "urgent_reason": matter.urgent_reason,
        "ticks": [_tick_values(tick) for tick in matter.ticks.values()],
    }


def _tick_values(tick: MaterialTick) -> dict[str, Any]:
    due = tick.promise_due.isoformat() if tick.promise_due else None
    return {
        "code": tick.code,
        "state": tick.state.value,
        "promise_due": due,
        "attachment_ids": list(tick.attachment_ids),
        "note": tick.note,
    }


def _matter(prepared: Any, values: Mapping[str, Any]) -> MatterDraft:
    ticks = {each["code"]: _tick(each) for each in values["ticks"]}
    return MatterDraft(prepared, ticks, values["note"], values["urgent_reason"], values["matter_id"])


def _tick(values: Mapping[str, Any]) -> MaterialTick:
    due = date.fromisoformat(values["promise_due"]) if values["promise_due"] else None
    state = MaterialState(values["state"])
    return MaterialTick(values["code"], state, due, tuple(values["attachment_ids"]), values["note"])
