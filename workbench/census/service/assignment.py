"""The verbs that give households to enumerators: exactly one has each, and what was done stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.census.kinds import CaseState, CaseVerb, RoundVerb
from workbench.census.model import CensusArea, CensusCase, CensusContract, CensusEvent, CensusRound
from workbench.census.reading import course_of, memberships_of
from workbench.census.rules import cases, rounds
from workbench.census.rules.cases import FINISHED, Course
from workbench.census.rules.contracts import Worked, check_assignee
from workbench.census.rules.workload import Walk, propose_assignment
from workbench.census.service.bench import Bench
from workbench.census.wording import GuardFailed, Reason
from workbench.community.rules import natural_order
from workbench.security.model import StaffAccount
from workbench.security.roles import Permission, permissions_of, require
from workbench.security.session import roles_of
from workbench.store.local import Draft

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.store import Work


def draft_place(case_id: str) -> str:
    """Return where the draft of a household's form is kept."""
    return f"census/{case_id}"


class Assignment(Bench):
    """Who enumerates what; every verb asks for MANAGE_CENSUS and raises NotPermitted, GuardFailed."""

    def propose_assignment(self, area_ids: Sequence[str], enumerators: Sequence[str]) -> dict[str, str]:
        """Return an enumerator for each unfinished household of the areas, loads even; saves nothing."""
        require(self._session, Permission.MANAGE_CENSUS)
        with self._store.read() as reading:
            walks = _walks(reading, area_ids)
            return propose_assignment(walks, enumerators, _loads(reading, area_ids, enumerators))

    def assign(self, case_ids: Iterable[str], staff_id: str, note: str = "") -> None:
        """Give households to one enumerator; drafts and forms come along (分派、改派)."""
        self.assign_all(dict.fromkeys(case_ids, staff_id), note)

    def assign_all(self, wanted: Mapping[str, str], note: str = "") -> None:
        """Give each household to the enumerator it names, all or none."""
        with self._managing() as work:
            here = _cases(work, wanted)
            for area_id, staff_id in sorted({(here[one].area_id, who) for one, who in wanted.items()}):
                _check(work, work.get(CensusArea, area_id), staff_id)
            # Thousands change hands at once; writing each before the next is looked at takes seconds.
            with work.session.no_autoflush:
                for case_id, staff_id in wanted.items():
                    course = course_of(here[case_id])
                    cases.enter(course, CaseVerb.ASSIGN)
                    give(work, here[case_id], course, staff_id, note)


def give(work: Work, case: CensusCase, course: Course, staff_id: str | None, note: str) -> None:
    """Let a household be somebody else's, or nobody's; a draft goes along, or to whoever takes it back."""
    if case.enumerator_id == staff_id:
        return
    move_draft(work, case, staff_id or work.actor.staff_id)
    case.enumerator_id = staff_id
    event = CensusEvent(
        case_id=case.id, verb=CaseVerb.ASSIGN, from_state=course.state, to_state=course.state, at=work.now,
        actor_id=work.actor.staff_id, note=note.strip(),
    )  # fmt: skip
    work.add(event)


def move_draft(work: Work, case: CensusCase, owner_id: str) -> None:
    """Let the draft of a household's form be somebody else's: one household, one draft, the latest."""
    place = draft_place(case.id)
    if case.state not in _WITH_DRAFT:
        return
    drafts = work.session.scalars(
        select(Draft).where(Draft.place == place).order_by(Draft.saved_at.desc())
    ).all()
    if not drafts or drafts[0].owner_id == owner_id:
        return
    content, saved_at = drafts[0].content, drafts[0].saved_at
    for draft in drafts:
        work.session.delete(draft)
    work.session.flush()
    work.session.add(Draft(owner_id=owner_id, place=place, content=content, saved_at=saved_at))


_WITH_DRAFT = frozenset({CaseState.IN_ENTRY, CaseState.TO_CORRECT})


def _cases(work: Work, case_ids: Iterable[str]) -> dict[str, CensusCase]:
    """Return the households by id. Raises RecordNotFound for one that is not there."""
    wanted = list(case_ids)
    chosen = select(CensusCase).where(CensusCase.id.in_(wanted), CensusCase.deleted_at.is_(None))
    found = {case.id: case for case in work.session.scalars(chosen)}
    return {case_id: found.get(case_id) or work.get(CensusCase, case_id) for case_id in wanted}


def _check(work: Work, area: CensusArea, staff_id: str) -> None:
    account = work.get(StaffAccount, staff_id)
    found = work.get(CensusRound, area.round_id)
    rounds.enter(found.name, found.state, RoundVerb.STAFF)
    if not account.active or Permission.ENTER_CENSUS not in permissions_of(roles_of(account.roles)):
        raise GuardFailed(Reason.NOT_ENUMERATOR)
    contract = None if area.contract_id is None else work.get(CensusContract, area.contract_id)
    worked = Worked(area.code, area.contract_id, contract.organisation if contract else "")
    check_assignee(worked, memberships_of(work.session, staff_id), work.today)


def _walks(reading: Reading, area_ids: Sequence[str]) -> list[Walk]:
    """Return the unfinished households of the areas, those of one stair together, in walking order."""
    chosen = select(CensusCase, CensusArea.code).join(CensusArea, CensusArea.id == CensusCase.area_id)
    unfinished = CensusCase.state.in_(frozenset(cases.POSSIBLE[CaseVerb.ASSIGN]) - FINISHED)
    found = reading.execute(
        chosen.where(CensusCase.area_id.in_(area_ids), CensusCase.deleted_at.is_(None), unfinished)
    )
    rows = sorted(((code, case) for case, code in found), key=_walking_order)
    stairs = groupby(rows, key=lambda row: (row[0], row[1].building_id, row[1].unit))
    return [Walk(tuple(case.id for _, case in homes)) for _, homes in stairs]


def _walking_order(row: tuple[str, CensusCase]) -> tuple[object, ...]:
    code, case = row
    return (
        natural_order(code), natural_order(case.building), case.building_id, natural_order(case.unit),
        natural_order(case.room), case.number,
    )  # fmt: skip


def _loads(reading: Reading, area_ids: Sequence[str], enumerators: Sequence[str]) -> dict[str, int]:
    """Return how many unfinished households each has in other areas of the round."""
    rounds_of = select(CensusArea.round_id).where(CensusArea.id.in_(area_ids))
    chosen = (
        select(CensusCase.enumerator_id, func.count())
        .where(
            CensusCase.round_id.in_(rounds_of),
            CensusCase.area_id.not_in(area_ids),
            CensusCase.enumerator_id.in_(enumerators),
            CensusCase.state.not_in(FINISHED),
            CensusCase.deleted_at.is_(None),
        )
        .group_by(CensusCase.enumerator_id)
    )
    return {staff_id: count for staff_id, count in reading.execute(chosen) if staff_id}
