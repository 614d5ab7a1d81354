"""Imports a roster: read the file, compare it with the register, store it whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.people.roster.cleaning import read_rows
from workbench.people.roster.collector import collector_held_back
from workbench.people.roster.layout import propose_mapping
from workbench.people.roster.mapping import RosterMapping
from workbench.people.roster.matching import Verdict
from workbench.people.roster.outcome import RowOutcome
from workbench.people.roster.plan import RosterDraft, RosterPlan, RosterResult, RowKey, plan_rows
from workbench.people.roster.reading import read_roster_file
from workbench.security.roles import Permission, require
from workbench.standards.clock import local_date, utc_now
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.people.roster.storing import RosterWriter
    from workbench.security.session import Session
    from workbench.standards.clock import Clock
    from workbench.store import Store

Cancelled = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Told how many rows are stored, of how many."""


class ImportCancelled(WorkbenchError):
    """The person stopped the import; the register is as before."""

    def __init__(self) -> None:
        super().__init__("已取消导入，档案未作任何改动。")


class PlanOutdated(WorkbenchError):
    """People were added since the roster was compared; the comparison must be made again."""

    def __init__(self) -> None:
        super().__init__("比对之后档案里新增了居民，本次未导入任何内容；请重新比对后再导入。")


def read_draft(path: Path, cancelled: Cancelled | None = None) -> RosterDraft:
    """Read a file and propose what its columns mean; needs no store and no account.

    Raises UnreadableRoster, ReadingCancelled.
    """
    file = read_roster_file(path, cancelled)
    return RosterDraft(file, propose_mapping(file))


def outcomes_of(draft: RosterDraft, today: date, mapping: RosterMapping | None = None) -> list[RowOutcome]:
    """Return what each row of a draft is by itself, without a look at the register."""
    return read_rows(draft.file, mapping or draft.mapping, today)


class RosterImport:
    """The import of rosters by somebody who may; every method raises NotPermitted."""

    def __init__(self, store: Store, session: Session, clock: Clock = utc_now) -> None:
        self._store, self._session, self._clock = store, session, clock

    def read(self, path: Path, cancelled: Cancelled | None = None) -> RosterDraft:
        """Read a file and propose what its columns mean. Raises UnreadableRoster, ReadingCancelled."""
        self._require()
        return read_draft(path, cancelled)

    def plan(
        self,
        draft: RosterDraft,
        mapping: RosterMapping | None = None,
        accepted: frozenset[RowKey] = frozenset(),
    ) -> RosterPlan:
        """Return the verdict on every row under a mapping (default: the proposed one); stores nothing.

        `accepted` names doubtful rows that a person has looked at and wants imported as they are.
        """
        from workbench.people.roster.register import read_register, register_mark

        self._require()
        today = local_date(self._clock())
        chosen = mapping or draft.mapping
        outcomes = outcomes_of(draft, today, chosen)
        with collector_held_back(), self._store.read() as reading:
            mark = register_mark(reading)
            rows = plan_rows(outcomes, read_register(reading, today), accepted)
        return RosterPlan(draft, chosen, rows, mark)

    def apply(
        self, plan: RosterPlan, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> RosterResult:
        """Store the new and updated people of a plan in one transaction: all of it, or nothing.

        Raises ImportCancelled, PlanOutdated, StoreFull, StoreBusy.
        """
        from workbench.people.roster.register import register_mark
        from workbench.people.roster.storing import RosterWriter

        self._require()
        total = sum(plan.counts[verdict] for verdict in (Verdict.NEW, Verdict.UPDATED, Verdict.UNCHANGED))

        def proceed(done: int) -> None:
            if cancelled is not None and cancelled():
                raise ImportCancelled
            if progress is not None:
                progress(done, total)

        with collector_held_back(), self._store.write(self._session.actor) as work:
            if register_mark(work.session) != plan.register:
                raise PlanOutdated
            writer = RosterWriter(work, proceed)
            writer.write(plan.rows)
        return _result(plan, writer)

    def _require(self) -> None:
        require(self._session, Permission.IMPORT_ROSTER)


def _result(plan: RosterPlan, writer: RosterWriter) -> RosterResult:
    counts, homes = plan.counts, writer.homes
    return RosterResult(
        new=counts[Verdict.NEW],
        updated=counts[Verdict.UPDATED],
        unchanged=counts[Verdict.UNCHANGED],
        doubtful=counts[Verdict.DOUBTFUL],
        refused=counts[Verdict.REFUSED],
        buildings=len(homes.buildings),
        dwellings=len(homes.dwellings),
        households=len(homes.households),
    )
