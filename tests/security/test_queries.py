"""What the sign-in window, the staff list and the access log show."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.security.desk import PASSWORD, StaffedDesk
from tests.store_fixtures import SettableClock
from workbench.security.access_log import AccessFilter, AccessLog
from workbench.security.accounts import WrongPassword
from workbench.security.queries import SecurityQueries
from workbench.security.roles import NotPermitted, Permission, Role
from workbench.security.unmasking import Purpose, Unmasking
from workbench.store.journal import JournalKind


def test_the_sign_in_window_offers_active_accounts_by_name_only(staffed: StaffedDesk) -> None:
    staffed.add("zhang", display_name="张敏")
    staffed.accounts.deactivate(staffed.add("wang", display_name="王强"))
    names = SecurityQueries(staffed.store).sign_in_names()
    assert {(row.name, row.display_name) for row in names} == {("chief", "主任"), ("zhang", "张敏")}


def test_the_staff_list_shows_closed_accounts_too(staffed: StaffedDesk) -> None:
    wang = staffed.add("wang", Role.MENTOR, Role.WORKER, display_name="王强")
    staffed.accounts.deactivate(wang)
    [row] = [row for row in SecurityQueries(staffed.store).staff() if row.id == wang]
    assert (row.display_name, row.active, row.roles) == ("王强", False, frozenset({Role.MENTOR, Role.WORKER}))


def test_only_who_gives_work_sees_who_does_what(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang")
    with pytest.raises(NotPermitted):
        SecurityQueries(staffed.store, zhang).staff()
    assert len(SecurityQueries(staffed.store, staffed.chief).staff()) == 2


def test_everybody_sees_what_others_are_called_and_nothing_more(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang")
    staffed.accounts.deactivate(staffed.add("wang", display_name="王强"))
    names = SecurityQueries(staffed.store, zhang).names()
    assert sorted(names.values()) == ["主任", "张敏", "王强"]


def test_the_access_log_says_who_did_what_why_and_when(staffed: StaffedDesk, clock: SettableClock) -> None:
    zhang = staffed.enter("zhang")
    clock.advance(minutes=1)
    Unmasking(staffed.store, zhang, lambda *_: "", clock).grant("li", ["phone"], Purpose.CALL)
    row = AccessLog(staffed.store, staffed.chief).rows()[0]
    assert (row.kind, row.staff_name, row.record_id) == (JournalKind.UNMASK, "张敏", "li")
    assert (row.purpose, row.details["fields"], row.at) == ("电话回访", ["phone"], clock.now)


def test_the_access_log_is_narrowed_by_person_record_kind_and_time(
    staffed: StaffedDesk, clock: SettableClock
) -> None:
    start = clock.now
    zhang = staffed.enter("zhang")
    staffed.add("wang")
    clock.advance(hours=1)
    with pytest.raises(WrongPassword):
        staffed.door.sign_in("wang", "not the password")
    for resident in ("li", "zhao"):
        clock.advance(hours=1)
        Unmasking(staffed.store, zhang, lambda *_: "", clock).grant(resident, ["phone"], Purpose.VISIT)
    log = AccessLog(staffed.store, staffed.chief)
    assert {row.kind for row in log.rows(AccessFilter(staff_id=zhang.staff_id))} == {
        JournalKind.SIGN_IN,
        JournalKind.UNMASK,
    }
    assert [row.record_id for row in log.rows(AccessFilter(record_id="li"))] == ["li"]
    failed = log.rows(AccessFilter(kinds=frozenset({JournalKind.SIGN_IN_FAILED})))
    assert [row.staff_name for row in failed] == ["张敏"]
    window = AccessFilter(since=start + timedelta(hours=2), until=start + timedelta(hours=3))
    assert [row.record_id for row in log.rows(window)] == ["li"]


def test_the_access_log_is_read_page_by_page(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    for _ in range(5):
        staffed.door.sign_in("zhang", PASSWORD)
    log = AccessLog(staffed.store, staffed.chief)
    whole = log.rows()
    first = log.rows(limit=2)
    second = log.rows(AccessFilter(before=first[-1].seq), limit=len(whole))
    assert first + second == whole and len(whole) == 6


def test_changes_of_records_are_not_in_the_access_log(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    rows = AccessLog(staffed.store, staffed.chief).rows(AccessFilter(kinds=frozenset(JournalKind)))
    assert {row.kind for row in rows} == {JournalKind.SIGN_IN}


def test_others_do_not_see_the_access_log(staffed: StaffedDesk) -> None:
    with pytest.raises(NotPermitted) as refusal:
        AccessLog(staffed.store, staffed.enter("zhang", Role.WORKER)).rows()
    assert refusal.value.permission is Permission.SEE_ACCESS_LOG
