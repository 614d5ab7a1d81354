"""A number is shown in full only for a purpose, for a minute, and the journal knows."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from tests.security.desk import StaffedDesk
from tests.store_fixtures import SettableClock
from workbench.security.roles import NotPermitted, Role
from workbench.security.unmasking import (
    NotUnmasked,
    Purpose,
    PurposeMissing,
    Unmasking,
    purpose_in_words,
)
from workbench.store.journal import JournalEntry, JournalKind

REGISTER = {("li", "phone"): "19900000001", ("li", "id_number"): "330100195803074000", ("wang", "phone"): "x"}


@pytest.fixture
def unmasking(staffed: StaffedDesk, clock: SettableClock) -> Unmasking:
    session = staffed.enter("zhang", Role.WORKER)
    return Unmasking(staffed.store, session, lambda resident, field: REGISTER.get((resident, field)), clock)


def unmaskings(staffed: StaffedDesk) -> list[JournalEntry]:
    with staffed.store.read() as session:
        rows = session.scalars(select(JournalEntry).where(JournalEntry.kind == JournalKind.UNMASK))
        return list(rows)


def test_the_field_is_shown_for_sixty_seconds(unmasking: Unmasking, clock: SettableClock) -> None:
    unmasking.grant("li", ["phone"], Purpose.CALL)
    assert unmasking.reveal("li", "phone") == "19900000001"
    clock.advance(seconds=59.9)
    assert unmasking.reveal("li", "phone") == "19900000001"
    assert 0 < unmasking.remaining("li").total_seconds() < 1
    clock.advance(seconds=0.1)
    assert unmasking.remaining("li").total_seconds() == 0
    with pytest.raises(NotUnmasked):
        unmasking.reveal("li", "phone")


def test_without_a_grant_nothing_is_shown(unmasking: Unmasking) -> None:
    with pytest.raises(NotUnmasked):
        unmasking.reveal("li", "phone")


def test_a_grant_is_for_its_fields_and_its_resident_only(unmasking: Unmasking) -> None:
    unmasking.grant("li", ["phone"], Purpose.MATTER)
    for resident, field in (("li", "id_number"), ("wang", "phone")):
        with pytest.raises(NotUnmasked):
            unmasking.reveal(resident, field)


def test_a_clock_set_back_does_not_lengthen_the_minute(unmasking: Unmasking, clock: SettableClock) -> None:
    unmasking.grant("li", ["phone"], Purpose.MATTER)
    clock.advance(seconds=-1)
    with pytest.raises(NotUnmasked):
        unmasking.reveal("li", "phone")
    assert unmasking.remaining("li").total_seconds() == 0


def test_leaving_the_desk_ends_every_grant(unmasking: Unmasking) -> None:
    unmasking.grant("li", ["phone"], Purpose.MATTER)
    unmasking.close()
    with pytest.raises(NotUnmasked):
        unmasking.reveal("li", "phone")


def test_the_journal_knows_who_saw_what_of_whom_and_why_but_not_the_number(
    unmasking: Unmasking, staffed: StaffedDesk
) -> None:
    unmasking.grant("li", ["phone", "id_number"], Purpose.OTHER, "  核对\n补贴  发放 ")
    [row] = unmaskings(staffed)
    assert (row.entity, row.record_id, row.purpose) == ("resident", "li", "其他：核对 补贴 发放")
    assert json.loads(row.after or "") == {"fields": ["id_number", "phone"], "seconds": 60}
    assert row.author_id != staffed.chief.staff_id
    assert "1990000" not in (row.after or "") + (row.purpose or "")


@pytest.mark.parametrize("reason", ["", "   ", "看看"])
def test_another_purpose_must_be_explained(unmasking: Unmasking, staffed: StaffedDesk, reason: str) -> None:
    with pytest.raises(PurposeMissing):
        unmasking.grant("li", ["phone"], Purpose.OTHER, reason)
    with pytest.raises(NotUnmasked):
        unmasking.reveal("li", "phone")
    assert unmaskings(staffed) == []


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.ENUMERATOR, Role.ADMINISTRATOR])
def test_whoever_may_not_unmask_sees_nothing(staffed: StaffedDesk, clock: SettableClock, role: Role) -> None:
    session = staffed.enter("zhang", role)
    unmasking = Unmasking(staffed.store, session, lambda resident, field: "shown", clock)
    with pytest.raises(NotPermitted):
        unmasking.grant("li", ["phone"], Purpose.CALL)
    assert unmaskings(staffed) == []


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_chinese_words(purpose: Purpose) -> None:
    assert purpose_in_words(purpose, "说明一下原因").startswith(purpose.label)
