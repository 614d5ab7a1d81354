"""The verbs on rounds: plan, open, wind up, close, tabulate, and back where something is missing."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.census.kinds import AreaState, RoundState, RoundVerb
from workbench.census.model import CensusArea, CensusCase, CensusRound
from workbench.census.rules import rounds
from workbench.census.rules.cases import FINISHED
from workbench.census.service.bench import Bench, areas_of
from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from workbench.census.rules.rounds import RoundTerms
    from workbench.store import Opened, Work

_SEEDS = 2**31


class Rounds(Bench):
    """The course of a round; every verb asks for MANAGE_CENSUS and raises NotPermitted, GuardFailed."""

    def plan_round(self, terms: RoundTerms, seed: int | None = None) -> str:
        """Lay down a new round and return its id; the seed of its samples is drawn unless it is given."""
        rounds.check_terms(terms)
        chosen = secrets.randbelow(_SEEDS) if seed is None else seed
        with self._managing() as work:
            return work.add(CensusRound(**_columns(terms), state=RoundState.PLANNED, seed=chosen)).id

    def edit_round(self, round_id: str, terms: RoundTerms, opened: Opened | None = None) -> None:
        """Change a planned round; once it is open its terms stand."""
        rounds.check_terms(terms)
        with self._managing_round(round_id, RoundVerb.EDIT) as (work, found):
            work.amend(found, _columns(terms), opened)

    def remove_round(self, round_id: str) -> None:
        """Give up a planned round, with its areas and households."""
        with self._managing_round(round_id, RoundVerb.EDIT) as (work, found):
            for area in areas_of(work, round_id):
                work.remove(area)
            chosen = select(CensusCase).where(CensusCase.round_id == round_id)
            for case in work.session.scalars(chosen):
                work.remove(case)
            work.remove(found)

    def open_round(self, round_id: str) -> None:
        """Begin to enumerate (开始登记): there is a form, and households in every area."""
        with self._managing_round(round_id, RoundVerb.OPEN) as (work, found):
            areas = areas_of(work, round_id)
            filled = _areas_with_households(work, round_id)
            empty = [area.code for area in areas if area.id not in filled]
            rounds.check_opening(found.form_version_id, empty, len(areas))
            found.state = rounds.AFTER[RoundVerb.OPEN]

    def wind_up_round(self, round_id: str) -> None:
        """Wind the field work up (转入收尾): everything is somebody's, areas stay as they are."""
        with self._managing_round(round_id, RoundVerb.WIND_UP) as (work, found):
            rounds.check_winding_up(_unassigned(work, round_id))
            found.state = rounds.AFTER[RoundVerb.WIND_UP]

    def extend_round(self, round_id: str, until: date, opened: Opened | None = None) -> None:
        """Let a round last longer, or end sooner; call-backs may be agreed until then."""
        with self._managing_round(round_id, RoundVerb.STAFF) as (work, found):
            if until < found.since:
                raise GuardFailed(Reason.PERIOD_TURNED)
            work.amend(found, {"until": until}, opened)

    def resume_round(self, round_id: str, reason: str) -> None:
        """Go back from winding up to the field, and say why."""
        self._back(round_id, RoundVerb.RESUME, reason)

    def close_round(self, round_id: str) -> None:
        """End a round whose areas are all signed off (结束轮次); nothing is entered any more."""
        with self._managing_round(round_id, RoundVerb.CLOSE) as (work, found):
            areas = areas_of(work, round_id)
            rounds.check_closing(sum(area.state is not AreaState.SIGNED_OFF for area in areas))
            found.state = rounds.AFTER[RoundVerb.CLOSE]

    def reopen_round(self, round_id: str, reason: str) -> None:
        """Open a closed or tabulated round again for corrections, and say why."""
        self._back(round_id, RoundVerb.REOPEN, reason)

    def tabulate_round(self, round_id: str) -> None:
        """Declare the tables of a closed round done (完成汇总)."""
        with self._managing_round(round_id, RoundVerb.TABULATE) as (_, found):
            found.state = rounds.AFTER[RoundVerb.TABULATE]

    def _back(self, round_id: str, verb: RoundVerb, reason: str) -> None:
        with self._managing_round(round_id, verb) as (_, found):
            found.reason = rounds.require_reason(reason, verb)
            found.state = rounds.AFTER[verb]


def _columns(terms: RoundTerms) -> dict[str, object]:
    return {**asdict(terms), "name": terms.name.strip(), "basis": terms.basis.strip()}


def _areas_with_households(work: Work, round_id: str) -> set[str]:
    chosen = select(CensusCase.area_id).where(
        CensusCase.round_id == round_id, CensusCase.deleted_at.is_(None)
    )
    return set(work.session.scalars(chosen.distinct()))


def _unassigned(work: Work, round_id: str) -> int:
    chosen = select(func.count()).where(
        CensusCase.round_id == round_id,
        CensusCase.deleted_at.is_(None),
        CensusCase.enumerator_id.is_(None),
        CensusCase.state.not_in(FINISHED),
        CensusArea.id == CensusCase.area_id,
        CensusArea.state == AreaState.OPEN,
    )
    return work.session.scalar(chosen) or 0
