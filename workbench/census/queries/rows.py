"""What every read of the census shares: who may see which household today, and a household as a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, select, true

from workbench.census.kinds import CaseState, RoundState
from workbench.census.model import CensusArea, CensusCase, CensusRound
from workbench.census.reading import standing_of
from workbench.census.rules.access import Ground, Standing, may_work, open_contracts
from workbench.census.views import CaseRow, Counts
from workbench.census.wording import GuardFailed, Reason
from workbench.community.rules import natural_order
from workbench.security.roles import Permission, require
from workbench.standards.clock import Clock, local_date, utc_now
from workbench.store import RecordNotFound

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.census.forms import Forms
    from workbench.security.session import Session
    from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Sight:
    """One read: the store at a moment, who looks, and on which day."""

    reading: Reading
    standing: Standing
    today: date

    @property
    def everything(self) -> bool:
        """Whether every household may be seen."""
        return self.standing.manages and not self.standing.outsider

    @property
    def visible(self) -> ColumnElement[bool]:
        """The households that may be seen, where areas are joined: the same as `access.may_work` says."""
        if self.everything:
            return true()
        mine = CensusCase.enumerator_id == self.standing.staff_id
        if self.standing.outsider:
            return and_(mine, CensusArea.contract_id.in_(open_contracts(self.standing, self.today)))
        return and_(mine, CensusArea.contract_id.is_(None))

    def cases(self, *conditions: ColumnElement[bool]) -> list[CaseRow]:
        """Return the visible households that fit, in walking order."""
        chosen = (
            select(CensusCase, CensusArea.code)
            .join(CensusArea, CensusArea.id == CensusCase.area_id)
            .where(CensusCase.deleted_at.is_(None), self.visible, *conditions)
        )
        rows = [case_row(case, code) for case, code in self.reading.execute(chosen)]
        return sorted(rows, key=walking_order)

    def counted(self, *by: Any) -> Select[Any]:
        """Return the statement that counts visible households by columns and state."""
        from sqlalchemy import func

        return (
            select(*by, CensusCase.state, func.count())
            .join(CensusArea, CensusArea.id == CensusCase.area_id)
            .where(CensusCase.deleted_at.is_(None), self.visible)
            .group_by(*by, CensusCase.state)
        )


class CensusReading:
    """The store, the signed-in person and a clock; nothing is shown without the permission to enter."""

    def __init__(self, store: Store, session: Session, forms: Forms, clock: Clock = utc_now) -> None:
        self._store, self._session, self._forms, self._clock = store, session, forms, clock

    @contextmanager
    def _looking(self, permission: Permission = Permission.ENTER_CENSUS) -> Iterator[Sight]:
        """Open a read; checks and figures are not for outsiders. Raises NotPermitted, GuardFailed."""
        require(self._session, permission)
        with self._store.read() as reading:
            standing = standing_of(reading, self._session)
            if standing.outsider and permission is not Permission.ENTER_CENSUS:
                raise GuardFailed(Reason.NO_ACCESS)
            yield Sight(reading, standing, local_date(self._clock()))

    @contextmanager
    def _managing(self) -> Iterator[Sight]:
        """Open a read of everything. Raises NotPermitted, GuardFailed."""
        with self._looking(Permission.MANAGE_CENSUS) as sight:
            if not sight.everything:
                raise GuardFailed(Reason.NO_ACCESS)
            yield sight


def case_in_sight(sight: Sight, case_id: str) -> tuple[CensusCase, CensusArea]:
    """Return a household that may be seen, with its area. Raises RecordNotFound, GuardFailed.

    Once the round is closed only a supervisor sees single households: the work they were seen for is done.
    """
    case = sight.reading.get(CensusCase, case_id)
    if case is None or case.deleted_at is not None:
        raise RecordNotFound("找不到这一户，它可能已从名册中去掉。")
    area = sight.reading.get_one(CensusArea, case.area_id)
    require_running(sight, case)
    if not may_work(sight.standing, Ground(area.contract_id, case.enumerator_id), sight.today):
        raise GuardFailed(Reason.NO_ACCESS)
    return case, area


def require_running(sight: Sight, case: CensusCase) -> None:
    """Let a household pass whose round is not closed, or whoever sees everything. Raises GuardFailed."""
    state = sight.reading.get_one(CensusRound, case.round_id).state
    if state in (RoundState.CLOSED, RoundState.TABULATED) and not sight.everything:
        raise GuardFailed(Reason.NO_ACCESS)


def case_row(case: CensusCase, area_code: str) -> CaseRow:
    """Return a household as screens list it."""
    return CaseRow(
        area_code=area_code,
        verified=case.verified_at is not None,
        rechecked=case.rechecked_at is not None,
        **{name: getattr(case, name) for name in _SHOWN},
    )


_SHOWN = frozenset(CaseRow.__slots__) & frozenset(CensusCase.__table__.columns.keys())
"""What a row shows of a household as it is stored; names and answers are not among it."""


def walking_order(row: CaseRow) -> tuple[object, ...]:
    """Return the key by which households are walked: area, building, stair, room."""
    return (
        natural_order(row.area_code), natural_order(row.building), natural_order(row.unit),
        natural_order(row.room), row.number,
    )  # fmt: skip


def counts_of(rows: Iterable[tuple[CaseState, int]]) -> Counts:
    """Return households by state in the order of the states."""
    found: Counter[CaseState] = Counter()
    for state, count in rows:
        found[state] += count
    return {state: found[state] for state in CaseState if found[state]}
