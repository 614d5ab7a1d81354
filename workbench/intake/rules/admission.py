"""Who may apply for what: the agent (代办人), the worker's training, items that must not be accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.catalogue.rules import ItemKind
from workbench.intake.kinds import Verb
from workbench.intake.rules.course import Terms
from workbench.intake.wording import GuardFailed, Reason, enumerate_words
from workbench.standards.identity import parse_identity_number

if TYPE_CHECKING:
    from workbench.catalogue.rules import ServiceItem
    from workbench.intake.requests import Agent, ApplicantFacts, Verdict


def check_agent(agent: Agent | None, applicant: ApplicantFacts, item: ServiceItem) -> None:
    """Raise GuardFailed unless there is no agent, or one with name, identity number, relation and proof.

    Raises InvalidIdentityNumber for a number that cannot be one.
    """
    if agent is None:
        return
    if not item.agent_allowed:
        raise GuardFailed(Reason.AGENT_NOT_ALLOWED, item=item.name)
    wanted = {
        "姓名": agent.name.strip(),
        "身份证号": agent.id_number.strip(),
        "与申请人关系": agent.relation.strip(),
        "代办证明": agent.proof,
    }
    if lacking := [word for word, value in wanted.items() if not value]:
        raise GuardFailed(Reason.AGENT_INCOMPLETE, fields=enumerate_words(lacking))
    if parse_identity_number(agent.id_number).number == applicant.id_number:
        raise GuardFailed(Reason.AGENT_IS_APPLICANT)


def check_verdict(verdict: Verdict, item: ServiceItem, co_signed_by: str | None) -> None:
    """Raise GuardFailed when the worker may not accept the item, or not without a mentor's signature."""
    if not verdict.allowed:
        raise GuardFailed(Reason.NOT_TRAINED, item=item.name, why=verdict.reason)
    if verdict.co_sign and not co_signed_by:
        raise GuardFailed(Reason.CO_SIGN_NEEDED, item=item.name, why=verdict.reason)


def terms_of(item: ServiceItem) -> Terms:
    """Return what the item lays down for the course of a matter."""
    return Terms(item.licensing, item.kind is ItemKind.IMMEDIATE, item.legal_days, item.promised_days)


def check_item(item: ServiceItem, outcome: Verb) -> None:
    """Raise GuardFailed for a certificate not to be issued, unless it is refused (民发〔2020〕20号)."""
    if item.kind is ItemKind.FORBIDDEN and outcome is not Verb.REFUSE:
        raise GuardFailed(Reason.FORBIDDEN_ITEM, item=item.name, instead=item.instead or "")
