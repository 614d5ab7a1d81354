"""What the workbench does by itself at the start of a day, and what printing leaves behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, exists, or_, select

from workbench.intake.kinds import MatterState, Verb
from workbench.intake.mapping import course_of
from workbench.intake.model import FollowUp, Matter, SlipIssued
from workbench.intake.requests import MatterMoved
from workbench.intake.rules import opening
from workbench.intake.rules.course import OPEN
from workbench.intake.rules.deadlines import with_deadlines
from workbench.intake.rules.ratings import follow_up_due
from workbench.intake.service.bench import Bench, Hand
from workbench.intake.service.plan import slips_of
from workbench.security.roles import Permission, may
from workbench.store.journal import JournalEntry, JournalKind

if TYPE_CHECKING:
    from workbench.store import Work

OTHERS_WAIT = timedelta(days=3)
"""How long a desk leaves to another what that one received: two of them would each issue a notice."""


class Upkeep(Bench):
    """Verbs that nobody presses a button for."""

    def settle_deemed(self) -> tuple[MatterMoved, ...]:
        """Accept what the law deems accepted (视为受理); for the start of each day. Raises NotPermitted.

        What another desk received is that desk's to settle; only if it has not for days, any other does.
        """
        self._require(Verb.DEEM_ACCEPTED)
        with self._store.write(self._here.actor) as work:
            waiting = _matters(
                work,
                Matter.state == MatterState.RECEIVED,
                Matter.licensing.is_(True),
                Matter.due_on < work.today,
                or_(_received_here(), Matter.due_on < work.today - OTHERS_WAIT),
            )
            return tuple(
                self._deem(self._take(work, matter))
                for matter in waiting
                if opening.is_deemed_accepted(course_of(matter), work.today, self._here.calendar())
            )

    def recalculate_deadlines(self) -> int:
        """Recompute the deadlines of open matters and follow-ups, after the calendar changed.

        Returns how many matters moved. Whoever may change the calendar may let deadlines follow it. Raises
        NotPermitted.
        """
        if not may(self._here.session, Permission.MANAGE_COMMUNITY):
            self._require(Verb.RECALCULATE)
        with self._store.write(self._here.actor) as work:
            self._move_follow_ups(work)
            return sum(self._recalculate(work, each) for each in _matters(work, Matter.state.in_(OPEN)))

    def settle_provisional(self) -> int:
        """Recompute what rests on years to come, whose notices an update may have brought; for each day.

        Returns how many matters moved. Raises NotPermitted.
        """
        self._require(Verb.RECALCULATE)
        with self._store.write(self._here.actor) as work:
            next_year = date(work.today.year + 1, 1, 1)
            unsure = or_(Matter.provisional, Matter.legal_due_on >= next_year)
            waiting = _matters(work, Matter.state.in_(OPEN), unsure)
            return sum(self._recalculate(work, each) for each in waiting)

    def mark_printed(self, slip_ids: Iterable[str], copies: int = 1) -> None:
        """Note that slips were printed, and journal it."""
        self._require(Verb.RECEIVE)
        with self._store.write(self._here.actor) as work:
            for slip_id in slip_ids:
                slip = work.get(SlipIssued, slip_id)
                slip.copies += copies
                slip.printed_at, slip.printed_by_id = work.now, work.actor.staff_id
                work.note(
                    JournalKind.PRINT, "slip_issued", slip_id, {"number": slip.number, "copies": copies}
                )

    def _recalculate(self, work: Work, matter: Matter) -> bool:
        course = course_of(matter)
        anew = with_deadlines(course, self._here.calendar())
        if replace(anew, provisional=course.provisional) == course:
            matter.provisional = anew.provisional
            return False
        details = {"from": _iso(course.promised_due), "to": _iso(anew.promised_due)}
        self._take(work, matter).move(Verb.RECALCULATE, anew, details=details)
        return True

    def _move_follow_ups(self, work: Work) -> None:
        open_ones = select(FollowUp).where(FollowUp.closed_at.is_(None), FollowUp.deleted_at.is_(None))
        for each in work.session.scalars(open_ones):
            each.due_on = follow_up_due(each.opened_on, self._here.calendar())

    def _deem(self, hand: Hand) -> MatterMoved:
        course = opening.deemed_accepted(hand.course, hand.work.today, hand.calendar)
        slips = slips_of(Verb.DEEM_ACCEPTED, hand.lines)
        hand.move(Verb.DEEM_ACCEPTED, course, slips=slips)
        return hand.result()


def _matters(work: Work, *conditions: ColumnElement[bool]) -> Iterable[Matter]:
    statement = select(Matter).where(*conditions, Matter.deleted_at.is_(None))
    return work.session.scalars(statement.order_by(Matter.received_at)).all()


def _received_here() -> ColumnElement[bool]:
    """Say of a matter whether it was received at this desk, as its journal knows."""
    return exists().where(
        JournalEntry.entity == Matter.__tablename__,
        JournalEntry.record_id == Matter.id,
        JournalEntry.kind == JournalKind.CREATE,
        JournalEntry.origin_id.is_(None),
    )


def _iso(day: object) -> str | None:
    return str(day) if day else None
