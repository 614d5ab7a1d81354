"""The verbs of entry: open a household's form, hand it in, correct it, explain what is unusual in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.census.doubles import running_double
from workbench.census.findings import finding_key, findings_of, is_soft
from workbench.census.keying import Keyed, KeyingFacts, KeyingMode
from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.rules import cases
from workbench.census.rules.differences import fields_of
from workbench.census.service import keeping
from workbench.census.service.assignment import draft_place
from workbench.census.service.bench import Bench, Hand
from workbench.census.service.prefilling import address_of, asked_of, snapshot
from workbench.census.wording import GuardFailed, Reason
from workbench.forms.keeping import Subject
from workbench.forms.model import FormSubmission
from workbench.store import Opened
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from workbench.census.edits import Finding


@dataclass(frozen=True, slots=True)
class EntryStart:
    """What the entry page opens a form with.

    `draft_place` is where the desk keeps the draft; `prefilled` answers by path: the address, and what the
    register said where the round lets it; `xml` the submission to correct, None for a new form. `opened` is
    the household as it was then; a draft keeps it until the form is handed in.
    """

    case_id: str
    place: str
    form_version_id: str
    draft_place: str
    prefilled: Mapping[str, str]
    xml: bytes | None = None
    opened: Opened | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A form handed in, and what consistency edits say of it: hard ones first."""

    submission_id: str
    findings: tuple[Finding, ...]


class Entry(Bench):
    """Typing a household's form; raises NotPermitted, GuardFailed, RecordNotFound."""

    def begin(self, case_id: str) -> EntryStart:
        """Open a household's form (开始录入), or go on with it; the register is asked once."""
        with self._enumerating(case_id) as hand:
            if hand.course.state is not CaseState.IN_ENTRY:
                hand.move(CaseVerb.BEGIN, cases.begin(hand.course))
            if hand.case.prefilled_at is None:
                hand.case.prefilled = snapshot(hand.work.session, hand.round, self._form(hand), hand.case)
                hand.case.prefilled_at = hand.work.now
            if hand.case.prefilled:
                note_view(hand, "prefilled")
            address = asked_of(self._form(hand), address_of(hand.work.session, hand.area, hand.case))
            return entry_start(hand, {**address, **(hand.case.prefilled or {})})

    def reopen_form(self, case_id: str) -> EntryStart:
        """Open a form that was handed in, to correct it; it changes with `correct`, not before."""
        with self._enumerating(case_id) as hand:
            cases.enter(hand.course, CaseVerb.CORRECT)
            _require_not_in_double(hand)
            stored = hand.work.get(FormSubmission, hand.case.submission_id or "")
            note_view(hand, "submission")
            return entry_start(hand, {}, stored.xml.encode())

    def put_back(self, case_id: str) -> None:
        """Leave a form that was begun (放弃录入); the draft stays with the desk."""
        with self._enumerating(case_id) as hand:
            hand.move(CaseVerb.PUT_BACK, cases.put_back(hand.course))

    def complete(
        self, case_id: str, xml: bytes, facts: KeyingFacts, opened: Opened | None = None
    ) -> HandedIn:
        """Hand a form in (完成录入), also with edits against it: they are corrected or explained later."""
        with self._enumerating(case_id) as hand:
            course = cases.complete(hand.course)
            hand.work.base_on(hand.case, opened)
            handed = self._hand_in(hand, keeping.Typed(xml, facts), KeyingMode.ENTRY)
            hand.move(CaseVerb.COMPLETE, course)
        return handed

    def correct(
        self, case_id: str, xml: bytes, facts: KeyingFacts, reason: str, opened: Opened | None = None
    ) -> HandedIn:
        """Hand a corrected form in (更正), and why; checks made before are to be made again."""
        with self._enumerating(case_id) as hand:
            course = cases.correct(hand.course, reason)
            hand.work.base_on(hand.case, opened)
            _require_not_in_double(hand)
            handed = self._hand_in(hand, keeping.Typed(xml, facts, reason), KeyingMode.CORRECTION)
            hand.move(CaseVerb.CORRECT, course, reason)
        return handed

    def explain(self, case_id: str, finding: str, words: str) -> None:
        """Explain a soft edit (说明核查提示), by its `finding_key`; a hard one must be corrected."""
        with self._enumerating(case_id) as hand:
            cases.enter(hand.course, CaseVerb.EXPLAIN)
            cases.require_reason(words, CaseVerb.EXPLAIN)
            xml = hand.work.get(FormSubmission, hand.case.submission_id or "").xml.encode()
            form = self._form(hand)
            findings = filter(is_soft, findings_of(xml, hand.round, form))
            if finding not in map(finding_key, findings):
                raise GuardFailed(Reason.NOTHING_TO_EXPLAIN)
            hand.case.explanations = {**hand.case.explanations, finding: words.strip()}
            keeping.weigh(hand.case, hand.round, form, xml)
            hand.move(CaseVerb.EXPLAIN, hand.course, f"{finding} {words}")

    def _hand_in(self, hand: Hand, typed: keeping.Typed, mode: KeyingMode) -> HandedIn:
        form, case, work = self._form(hand), hand.case, hand.work
        earlier = work.get(FormSubmission, case.submission_id) if case.submission_id else None
        kept = keeping.keep(work, Subject(keeping.CASE, case.id), hand.round, typed, earlier)
        case.submission_id, case.keyer_id, case.entered_at = kept.id, work.actor.staff_id, work.now
        fields = fields_of(keeping.read(typed.xml), form.layout)
        if typed.facts is not None:
            sitting = Keyed(work.actor.staff_id, case.id, mode, typed.facts, fields)
            keeping.log(work, hand.round.id, sitting)
        before = earlier.xml.encode() if earlier is not None else None
        return HandedIn(kept.id, keeping.weigh(case, hand.round, form, typed.xml, before))


def entry_start(hand: Hand, prefilled: Mapping[str, str], xml: bytes | None = None) -> EntryStart:
    """Return what the entry page opens a household's form with."""
    return EntryStart(
        hand.case.id,
        hand.course.place,
        hand.round.form_version_id or "",
        draft_place(hand.case.id),
        prefilled,
        xml,
        Opened(keeping.CASE, hand.case.id, hand.case.server_seq),
    )


def note_view(hand: Hand, what: str) -> None:
    """Journal that personal data of a household were shown."""
    hand.work.note(JournalKind.VIEW, keeping.CASE, hand.case.id, {"round": hand.round.id, "what": what})


def _require_not_in_double(hand: Hand) -> None:
    if running_double(hand.work, hand.case.id) is not None:
        raise GuardFailed(Reason.DOUBLE_RUNNING, place=hand.course.place)
