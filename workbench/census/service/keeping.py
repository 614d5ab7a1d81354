"""Keeps what was typed: the submission among the filled forms, and the sitting in the keying log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.findings import finding_key, findings_of, is_soft
from workbench.census.model import CensusCase, CensusKeying, CensusRound
from workbench.census.wording import GuardFailed, Reason
from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.safely import parse
from workbench.forms.keeping import Filled, Subject, keep_correction
from workbench.forms.keeping import keep as keep_new

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.census.edits import Finding
    from workbench.census.forms import FormFacts
    from workbench.census.keying import Keyed, KeyingFacts
    from workbench.forms.model import FormSubmission
    from workbench.store import Work

CASE = CensusCase.__tablename__


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, how it was measured if it was, and why it is a correction if it is."""

    xml: bytes
    facts: KeyingFacts | None = None
    reason: str = ""


def read(xml: bytes | str) -> _Element:
    """Return the root of a submission. Raises GuardFailed."""
    try:
        return parse(xml.encode() if isinstance(xml, str) else xml)
    except FormFault as fault:
        raise GuardFailed(Reason.UNREADABLE) from fault


def keep(
    work: Work, subject: Subject, round_: CensusRound, typed: Typed, earlier: FormSubmission | None = None
) -> FormSubmission:
    """Keep a submission among the filled forms, beside the earlier one it corrects if there is one.

    Raises what keeping of forms raises: WrongSubmission, AlreadyKept, StaleCorrection.
    """
    facts = typed.facts
    filled = Filled(
        form_version_id=round_.form_version_id or "",
        xml=typed.xml,
        started_at=facts.started_at if facts else work.now,
        subject=subject,
        ended_at=facts.ended_at if facts else work.now,
        keystrokes=facts.as_json() if facts else None,
    )
    if earlier is not None:
        return keep_correction(work, earlier, filled, typed.reason)
    kept = keep_new(work, filled)
    work.session.flush()
    return kept


def log(work: Work, round_id: str, sitting: Keyed) -> CensusKeying:
    """Write a sitting down, for the operator figures."""
    facts = sitting.facts
    return work.add(
        CensusKeying(
            round_id=round_id, case_id=sitting.case_id, staff_id=sitting.staff_id, keyer_id=sitting.keyer_id,
            mode=sitting.mode, started_at=facts.started_at, ended_at=facts.ended_at,
            active_seconds=facts.active_seconds, keystrokes=facts.keystrokes, corrections=facts.corrections,
            fields=sitting.fields, compared=sitting.compared, keyer_wrong=sitting.keyer_wrong,
            verifier_wrong=sitting.verifier_wrong,
        )
    )  # fmt: skip


def weigh(
    case: CensusCase, round_: CensusRound, form: FormFacts, xml: bytes, before: bytes | None = None
) -> tuple[Finding, ...]:
    """Return what edits say of a form, and count on the case what is still held against it.

    Of the explanations those stay whose finding says the same as it did of the form `before`.
    """
    findings = findings_of(xml, round_, form)
    told = findings if before is None else findings_of(before, round_, form)
    unchanged = {finding_key(each) for each in findings if each in told}
    case.explanations = {key: words for key, words in case.explanations.items() if key in unchanged}
    case.hard_edits = sum(not is_soft(each) for each in findings)
    case.soft_edits = sum(is_soft(each) and finding_key(each) not in case.explanations for each in findings)
    return findings
