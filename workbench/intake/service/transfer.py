"""Passes matters on: offers to colleagues, departments outside, assignment by a supervisor, and "seen"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.intake.kinds import Verb
from workbench.intake.model import Matter
from workbench.intake.requests import MatterMoved
from workbench.intake.rights import right_for
from workbench.intake.rules import transfer
from workbench.intake.service.bench import Bench, Hand
from workbench.intake.wording import GuardFailed, Reason
from workbench.security.roles import Permission, may

if TYPE_CHECKING:
    from workbench.store import Work


class Transfer(Bench):
    """The verbs by which a matter changes hands; nothing is ever without an owner."""

    def hand_over(
        self, matter_id: str, to_staff: str | None = None, department: str | None = None, note: str = ""
    ) -> MatterMoved:
        """Offer it to a colleague, or pass it to a department (移交、转办)."""
        with self._hand(matter_id, Verb.HAND_OVER) as hand:
            if to_staff == hand.matter.owner_id:
                raise GuardFailed(Reason.SAME_OWNER)
            course = transfer.hand_over(hand.course, to_staff, department, hand.work.today)
            hand.matter.handover_note = note.strip() or None
            details = {"to_staff": to_staff, "department": department}
            hand.move(Verb.HAND_OVER, course, note=note, details=details)
        return hand.result()

    def take_over(self, matter_id: str, note: str = "") -> MatterMoved:
        """Take what was offered to me; of a department, note that it confirmed."""
        with self._hand(matter_id, Verb.TAKE_OVER) as hand:
            course = transfer.take_over(hand.course)
            if hand.matter.offered_to_id:
                self._require_addressee(hand.matter.offered_to_id)
                _give(hand, hand.work.actor.staff_id)
            hand.move(Verb.TAKE_OVER, course, note=note)
        return hand.result()

    def return_handover(self, matter_id: str, note: str = "") -> MatterMoved:
        """Give back what was offered, take back what I offered, or note that a department returned it."""
        with self._hand(matter_id, Verb.RETURN_HANDOVER) as hand:
            if hand.matter.owner_id != self._here.actor.staff_id:
                self._require_addressee(hand.matter.offered_to_id)
            course = transfer.return_handover(hand.course, hand.calendar)
            hand.move(Verb.RETURN_HANDOVER, course, note=note)
        return hand.result()

    def assign(self, matter_ids: Iterable[str], staff_id: str, note: str = "") -> tuple[MatterMoved, ...]:
        """Give matters to somebody at once (指派), all or none; only who may approve can."""
        self._require(Verb.ASSIGN)
        with self._store.write(self._here.actor) as work:
            return tuple(self._assign(work, each, staff_id, note) for each in matter_ids)

    def see(self, matter_ids: Iterable[str]) -> None:
        """Note that I have looked at matters of mine, which are then no longer new to me.

        Whoever may not handle matters any more only looks.
        """
        if not may(self._here.session, right_for(Verb.RECEIVE)):
            return
        with self._store.write(self._here.actor) as work:
            for matter_id in matter_ids:
                matter = work.get(Matter, matter_id)
                if matter.owner_id == work.actor.staff_id and matter.seen_at is None:
                    matter.seen_at = work.now

    def _assign(self, work: Work, matter_id: str, staff_id: str, note: str) -> MatterMoved:
        hand = self._take(work, work.get(Matter, matter_id))
        course = transfer.assign(hand.course)
        details = {"from": hand.matter.owner_id, "to": staff_id}
        _give(hand, staff_id)
        hand.move(Verb.ASSIGN, course, note=note, details=details)
        return hand.result()

    def _require_addressee(self, offered_to: str | None) -> None:
        mine = offered_to == self._here.actor.staff_id
        if not mine and not may(self._here.session, Permission.APPROVE):
            raise GuardFailed(Reason.NOT_ADDRESSEE)


def _give(hand: Hand, staff_id: str) -> None:
    matter = hand.matter
    if matter.owner_id == staff_id:
        return
    matter.previous_owner_id, matter.owner_id = matter.owner_id, staff_id
    matter.owner_since, matter.seen_at = hand.work.now, None
