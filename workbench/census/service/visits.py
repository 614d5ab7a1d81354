"""The verbs at the door: nobody opened, somebody refused, nobody lives there, one more household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.model import CensusCase
from workbench.census.rules import cases
from workbench.census.rules.callbacks import check_visit
from workbench.census.service.bench import Bench, Hand, last_serial, require_open
from workbench.census.wording import GuardFailed, Reason
from workbench.standards.text import compact


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a building a household is; without dwelling where the register has none."""

    unit: str
    room: str
    floor: int | None
    dwelling_id: str | None = None


class Visits(Bench):
    """What an enumerator notes at the door; raises NotPermitted, GuardFailed, RecordNotFound."""

    def note_absent(self, case_id: str, next_visit_at: datetime | None = None, note: str = "") -> None:
        """Nobody opened (敲门未遇); `next_visit_at`, aware, is when to come again."""
        with self._enumerating(case_id) as hand:
            check_visit(next_visit_at, hand.work.now, hand.round.until)
            hand.move(CaseVerb.NOTE_ABSENT, cases.note_absent(hand.course, next_visit_at), note)
            _keep_note(hand, note)

    def note_refused(self, case_id: str, reason: str) -> None:
        """Somebody would not answer (拒绝登记), and what they said."""
        with self._enumerating(case_id) as hand:
            hand.move(CaseVerb.NOTE_REFUSED, cases.note_refused(hand.course, reason), reason)
            _keep_note(hand, reason)

    def note_vacant(self, case_id: str, note: str = "") -> None:
        """Nobody lives there (空户)."""
        with self._enumerating(case_id) as hand:
            hand.move(CaseVerb.NOTE_VACANT, cases.note_vacant(hand.course), note)
            _keep_note(hand, note)

    def add_household(self, case_id: str) -> str:
        """Put one more household found in the same dwelling on the list; return its id."""
        with self._enumerating(case_id) as hand:
            beside = hand.case
            place = Place(beside.unit, beside.room, beside.floor, beside.dwelling_id)
            return _put_on_list(hand, place).id

    def add_dwelling(self, case_id: str, unit: str, room: str, floor: int | None = None) -> str:
        """Put a dwelling nobody had registered on the list, in the building of a household; return its id."""
        with self._enumerating(case_id) as hand:
            place = Place(compact(unit), compact(room), floor)
            if not place.room:
                raise GuardFailed(Reason.ROOM_NEEDED)
            if _highest_number(hand, place):
                where = f"{hand.case.building}-{place.unit}-{place.room}"
                raise GuardFailed(Reason.HOUSEHOLD_THERE, place=where, number=1)
            return _put_on_list(hand, place).id

    def take_off_list(self, case_id: str) -> None:
        """Take a household put on the list by mistake off it again; only one that nobody has begun."""
        with self._enumerating(case_id) as hand:
            if hand.case.state is not CaseState.NOT_VISITED or hand.case.household_id is not None:
                raise GuardFailed(Reason.PART_TOUCHED, place=hand.course.place)
            hand.work.remove(hand.case)


def _keep_note(hand: Hand, note: str) -> None:
    if note.strip():
        hand.case.note = note.strip()


def _highest_number(hand: Hand, place: Place) -> int:
    """Return the number of the last household on the list at a place, 0 where there is none."""
    chosen = select(func.max(CensusCase.number)).where(
        CensusCase.round_id == hand.round.id, CensusCase.building_id == hand.case.building_id,
        CensusCase.unit == place.unit, CensusCase.room == place.room, CensusCase.deleted_at.is_(None),
    )  # fmt: skip
    return hand.work.session.scalar(chosen) or 0


def _put_on_list(hand: Hand, place: Place) -> CensusCase:
    """Return a new household in the area, the building and the hands of the one in hand."""
    require_open(hand.area)
    beside = hand.case
    return hand.work.add(
        CensusCase(
            round_id=beside.round_id, area_id=beside.area_id, building_id=beside.building_id,
            dwelling_id=place.dwelling_id, building=beside.building, estate=beside.estate, unit=place.unit,
            room=place.room, floor=place.floor, number=_highest_number(hand, place) + 1,
            serial=last_serial(hand.work, beside.area_id) + 1, state=CaseState.NOT_VISITED,
            enumerator_id=beside.enumerator_id, tries=0, hard_edits=0, soft_edits=0, explanations={},
        )
    )  # fmt: skip
