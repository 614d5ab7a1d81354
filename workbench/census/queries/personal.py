"""Reads what names residents: prefilled values, submissions, differences; each read is journalled first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from workbench.census.findings import findings_of
from workbench.census.kinds import CaseState
from workbench.census.model import CensusCase, CensusDouble, CensusRecheck, CensusRound
from workbench.census.queries.rows import CensusReading, Sight, case_in_sight, require_running
from workbench.census.rules.cases import WITH_FORM
from workbench.census.rules.settlement import Settled
from workbench.census.views import DifferenceRow
from workbench.census.wording import GuardFailed, Reason
from workbench.forms.model import FormSubmission
from workbench.security.roles import Permission
from workbench.store import RecordNotFound
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from workbench.census.edits import Finding

R = TypeVar("R", CensusDouble, CensusRecheck)
_WITH_FORM = WITH_FORM | {CaseState.SIGNED_OFF, CaseState.TO_CORRECT}


@dataclass(frozen=True, slots=True)
class Submitted:
    """A household's form as it stands: for tables, microdata and proposals."""

    case_id: str
    area_id: str
    household_id: str | None
    xml: bytes


class Personal(CensusReading):
    """Personal data of a census. Every method raises NotPermitted, GuardFailed, RecordNotFound."""

    def prefilled(self, case_id: str) -> Mapping[str, str]:
        """Return what the register said of a household when entry began, by path; empty where not asked."""
        with self._looking() as sight:
            case, _ = case_in_sight(sight, case_id)
            self._note(case, "prefilled")
            return dict(case.prefilled or {})

    def submission(self, case_id: str) -> bytes:
        """Return a household's form as it was handed in."""
        with self._looking() as sight:
            case, _ = case_in_sight(sight, case_id)
            self._note(case, "submission")
            return _xml(sight, case.submission_id)

    def findings(self, case_id: str) -> tuple[Finding, ...]:
        """Return what consistency edits say of a household's form, hard ones first."""
        with self._looking() as sight:
            case, _ = case_in_sight(sight, case_id)
            found = sight.reading.get_one(CensusRound, case.round_id)
            self._note(case, "findings")
            return findings_of(
                _xml(sight, case.submission_id), found, self._forms(found.form_version_id or "")
            )

    def differences(self, double_id: str) -> tuple[DifferenceRow, ...]:
        """Return the differences of a second typing that was handed in, to its verifier or a supervisor."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            double = _get(sight, CensusDouble, double_id)
            if double.verifier_id != sight.standing.staff_id and not sight.everything:
                raise GuardFailed(Reason.NO_ACCESS)
            self._note(_case(sight, double.case_id), "differences")
            settled = [Settled.from_json(each) for each in double.differences]
            return tuple(_difference(each) for each in settled)

    def recheck_differences(self, recheck_id: str) -> tuple[DifferenceRow, ...]:
        """Return what a second interview found otherwise, to who held it or a supervisor."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            drawn = _get(sight, CensusRecheck, recheck_id)
            if drawn.rechecker_id != sight.standing.staff_id and not sight.everything:
                raise GuardFailed(Reason.NO_ACCESS)
            self._note(_case(sight, drawn.case_id), "recheck")
            return tuple(
                DifferenceRow(each["path"], each["first"], each["second"], each["member"], None, "")
                for each in drawn.differences
            )

    def submitted(self, round_id: str, purpose: str, area_id: str | None = None) -> tuple[Submitted, ...]:
        """Return every form of a round or area as it stands, to a supervisor, for a purpose."""
        with self._managing() as sight:
            with self._store.write(self._session.actor) as work:
                details = {"what": "submissions", "area": area_id}
                work.note(JournalKind.VIEW, CensusRound.__tablename__, round_id, details, purpose)
            return tuple(_submitted(sight, round_id, area_id))

    def _note(self, case: CensusCase, what: str) -> None:
        with self._store.write(self._session.actor) as work:
            details = {"round": case.round_id, "what": what}
            work.note(JournalKind.VIEW, CensusCase.__tablename__, case.id, details)


def _submitted(sight: Sight, round_id: str, area_id: str | None) -> Iterator[Submitted]:
    chosen = (
        select(CensusCase.id, CensusCase.area_id, CensusCase.household_id, FormSubmission.xml)
        .join(FormSubmission, FormSubmission.id == CensusCase.submission_id)
        .where(
            CensusCase.round_id == round_id,
            CensusCase.deleted_at.is_(None),
            CensusCase.state.in_(_WITH_FORM),
        )
        .order_by(CensusCase.id)
    )
    if area_id is not None:
        chosen = chosen.where(CensusCase.area_id == area_id)
    for case_id, area, household_id, xml in sight.reading.execute(chosen):
        yield Submitted(case_id, area, household_id, xml.encode())


def _case(sight: Sight, case_id: str) -> CensusCase:
    case = sight.reading.get_one(CensusCase, case_id)
    require_running(sight, case)
    return case


def _xml(sight: Sight, submission_id: str | None) -> bytes:
    found = sight.reading.get(FormSubmission, submission_id) if submission_id else None
    if found is None:
        raise RecordNotFound("这一户还没有提交的表。")
    return found.xml.encode()


def _get(sight: Sight, model: type[R], record_id: str) -> R:
    found = sight.reading.get(model, record_id)
    if found is None:
        raise RecordNotFound("找不到这条记录，它可能已被撤销。")
    return found


def _difference(each: Settled) -> DifferenceRow:
    found = each.difference
    return DifferenceRow(found.path, found.first, found.second, found.member, each.fault, each.value)
