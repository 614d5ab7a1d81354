"""Case 40: much, or a number in full, leaves only with a reason and a second person, marked and noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk_fixtures import TODAY, SignIn
from tests.store_fixtures import SettableClock
from workbench.desk import export_rules
from workbench.desk.demo.cast import DEPUTY, PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.export_rules import ApprovalNeeded, Extent, ReasonMissing, extent_of
from workbench.desk.papers import Leave, leaving
from workbench.documents.model import Column, Report, Table
from workbench.security.accounts import AccountInactive, WrongPassword
from workbench.security.approval import MayNotApprove, NotSecondPerson
from workbench.security.delay import TooManyAttempts
from workbench.store.journal import JournalKind

NUMBER = "110101199003070118"
PHONE = "13800138000"


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small community's roster be more than may leave on one person's word."""
    monkeypatch.setattr(export_rules, "MOST_ROWS", 20)


def _report(desk: Desk, rows: list[tuple[str, ...]]) -> Report:
    table = Table("名单", (Column("姓名"), Column("号码")), rows)
    return Report(title="名单", generated_at=desk.now(), generated_by="测试", blocks=(table,))


def _agreed(desk: Desk, what: str = "roster"):
    return desk.reports.approve(what, DEPUTY.account, PASSWORD)


def _last_export(desk: Desk):
    return next(row for row in desk.access_log.rows() if row.kind is JournalKind.EXPORT)


# When a second person is needed.


@pytest.mark.parametrize(("rows", "needed"), [(1, False), (500, False), (501, True), (5_000, True)])
def test_case_40_more_than_five_hundred_rows_need_a_second_person(rows: int, needed: bool) -> None:
    assert Extent(rows).needs_approval is needed


@pytest.mark.parametrize(
    ("value", "full"),
    [
        (NUMBER, True),
        (f"身份证{NUMBER}。", True),
        (int(NUMBER), True),
        ("110101900307011", True),
        (PHONE, True),
        ("138 0013 8000", True),
        ("+86 138-0013-8000", True),
        ("110101 19900307 0118", True),
        (f"电话：{PHONE}（本人）", True),
        ("110101********0118", False),
        ("138****8000", False),
        ("110101199003070119", False),
        ("SL-20260311-0042", False),
        ("0571-00000000", False),
        (12_345, False),
        (None, False),
    ],
)
def test_case_40_a_number_in_full_needs_a_second_person_even_in_one_row(
    desk: Desk, value: object, full: bool
) -> None:
    assert extent_of(_report(desk, [("张三", value)])).needs_approval is full  # type: ignore[list-item]


def test_case_40_no_report_of_the_workbench_holds_a_number_in_full(desk: Desk) -> None:
    for kind in desk.reports.kinds():
        assert not extent_of(desk.reports.build(kind.name, TODAY)).unmasked, kind.name


# What is asked.


def test_case_40_without_a_second_person_nothing_is_written(
    desk: Desk, tmp_path: Path, crowded: None
) -> None:
    with pytest.raises(ApprovalNeeded, match="另一位有审批权限"):
        desk.reports.write("roster", TODAY, "xlsx", tmp_path / "out.xlsx", "入户走访")
    with pytest.raises(ApprovalNeeded):
        desk.reports.paper("roster", TODAY, "入户走访")
    assert not list(tmp_path.glob("*.xlsx"))
    assert not [row for row in desk.access_log.rows() if row.kind is JournalKind.EXPORT]


@pytest.mark.parametrize("purpose", ["", "   "])
def test_case_40_without_a_reason_nothing_leaves(desk: Desk, tmp_path: Path, purpose: str) -> None:
    with pytest.raises(ReasonMissing):
        desk.reports.write("day-sheet", TODAY, "pdf", tmp_path / "out.pdf", purpose)
    assert not (tmp_path / "out.pdf").exists()


def test_case_40_a_number_in_full_leaves_with_a_yes(desk: Desk) -> None:
    report = _report(desk, [("张三", NUMBER)])
    with pytest.raises(ApprovalNeeded, match="完整证件号码"):
        leaving(desk, Leave("list", "核对"), report)
    agreed = _agreed(desk, "list")
    assert leaving(desk, Leave("list", "核对", approval=agreed), report).watermark
    assert _last_export(desk).details["unmasked"] is True


def test_case_40_nobody_agrees_to_their_own_export(desk: Desk) -> None:
    for own in (SUPERVISOR.account, f" {SUPERVISOR.account.upper()}"):
        with pytest.raises(NotSecondPerson):
            desk.reports.approve("roster", own, PASSWORD)


def test_case_40_whoever_may_not_approve_cannot_agree(desk: Desk) -> None:
    with pytest.raises(MayNotApprove):
        desk.reports.approve("roster", "chenyu", PASSWORD)


def test_case_40_a_closed_account_cannot_agree(desk: Desk) -> None:
    deputy = next(row.id for row in desk.staff.staff() if row.name == DEPUTY.account)
    desk.staff_service.deactivate(deputy)
    with pytest.raises(AccountInactive):
        _agreed(desk)


def test_case_40_wrong_passwords_of_the_second_person_are_counted_and_delayed(desk: Desk) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            desk.reports.approve("roster", DEPUTY.account, "guessed")
    with pytest.raises(TooManyAttempts):
        _agreed(desk)
    failed = [row for row in desk.access_log.rows() if row.kind is JournalKind.SIGN_IN_FAILED]
    assert len(failed) == 4


def test_case_40_the_wait_at_the_dialog_is_the_wait_at_the_door(desk: Desk, sign_in: SignIn) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            desk.reports.approve("roster", DEPUTY.account, "guessed")
    with pytest.raises(TooManyAttempts):
        sign_in(DEPUTY.account)


def test_case_40_a_yes_is_for_one_thing_one_person_and_a_while(
    desk: Desk, sign_in: SignIn, desk_clock: SettableClock, crowded: None, tmp_path: Path
) -> None:
    agreed, target = _agreed(desk), tmp_path / "out.xlsx"
    for other in (
        replace(agreed, what="day-sheet"),
        replace(agreed, asked_by=agreed.staff_id),
        replace(agreed, at=agreed.at - timedelta(minutes=10)),
        replace(agreed, at=agreed.at + timedelta(minutes=1)),
    ):
        with pytest.raises(ApprovalNeeded):
            desk.reports.write("roster", TODAY, "xlsx", target, "入户走访", other)
    desk.reports.write("roster", TODAY, "xlsx", target, "入户走访", agreed)
    assert target.exists()


# What the journal knows.


def test_case_40_the_journal_knows_count_choice_and_who_agreed_and_no_value(
    desk: Desk, tmp_path: Path, crowded: None
) -> None:
    agreed = _agreed(desk)
    desk.reports.write("roster", TODAY, "xlsx", tmp_path / "out.xlsx", "入户走访", agreed)
    row = _last_export(desk)
    people = desk.residents.search("", 500)
    assert row.purpose == "入户走访" and row.staff_id == desk.session.staff_id
    assert row.details["rows"] == len(list(desk.residents.roster())) > 20
    assert row.details["chosen"] == {"day": TODAY.isoformat()}
    assert row.details["approver"] == agreed.staff_id
    said = str(row.details)
    assert not [one for one in people if one.name in said or one.id_number in said or one.phone in said]


def test_case_40_who_agreed_is_in_the_access_log_too(desk: Desk) -> None:
    _agreed(desk)
    [last, *_] = desk.access_log.rows()
    assert (last.kind, last.staff_name) == (JournalKind.SIGN_IN, DEPUTY.name)
    assert last.details == {"how": "approval", "what": "roster"}
