"""Case 39 of the forty: rosters as people have them, each row with a verdict of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.test_hostile_rosters import _peak_mebibytes
from tests.people.roster.invented import invent
from tests.people.roster.test_import import HEADINGS, _count, _row
from tests.people.roster.test_import import importing as importing
from tests.people.roster.writing import write_csv, write_xlsx
from workbench.people.model import Resident
from workbench.people.roster import storing
from workbench.people.roster.faults import FileFault, UnreadableRoster
from workbench.people.roster.matching import Verdict
from workbench.people.roster.reading import read_roster_file
from workbench.people.roster.reasons import Outcome, Reason
from workbench.people.roster.report import write_roster_report
from workbench.people.roster.service import ImportCancelled, RosterImport
from workbench.store import Store

PEOPLE = invent(39, 8)
ONE, TWO, THREE, FOUR = PEOPLE[:4]
RARE = "𠮷野𪚥"
"""A name in characters of the second plane (CJK extension B)."""


def _wrong_check(number: str) -> str:
    return number[:17] + ("0" if number[17] != "0" else "1")


def _leap(number: str) -> str:
    """The number of somebody born on 29 February 2023, with the check digit that would be right."""
    body = f"{number[:6]}20230229{number[14:17]}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def _fifteen(number: str) -> str:
    return number[:6] + number[8:17]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-8", "utf-16"])
def test_case_39_any_encoding_and_mark_is_read(tmp_path: Path, encoding: str) -> None:
    path = write_csv(tmp_path / "a.csv", [HEADINGS, _row(ONE), _row(TWO)], encoding)
    sheet = read_roster_file(path).sheets[0]
    assert sheet.row(0)[1] == "姓名" and sheet.row(2)[1] == TWO.name


def test_case_39_mixed_line_ends_are_read(tmp_path: Path) -> None:
    lines = [",".join(map(str, row)) for row in (HEADINGS, _row(ONE), _row(TWO), _row(THREE))]
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(lines[:2]).encode() + b"\n" + "\r".join(lines[2:]).encode() + b"\r\n")
    sheet = read_roster_file(path).sheets[0]
    names = [sheet.row(number)[1] for number in range(sheet.height)]
    assert names == ["姓名", ONE.name, TWO.name, THREE.name]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_case_39_a_file_of_a_gigabyte_is_refused_at_once(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    head = "姓名,身份证号\n".encode() if ending == "csv" else b"PK\x03\x04"
    with path.open("wb") as file:
        file.write(head)
        file.truncate(1 << 30)
    started = time.perf_counter()
    with pytest.raises(UnreadableRoster) as refused:
        read_roster_file(path)
    assert time.perf_counter() - started < 2.0
    assert refused.value.fault in (FileFault.TOO_LARGE, FileFault.BOMB, FileFault.DAMAGED)
    assert _peak_mebibytes(path) < 200
    path.unlink()


def test_case_39_sixteen_thousand_columns_are_read_or_refused_and_cost_little(tmp_path: Path) -> None:
    wide = ["姓名", "身份证号", *(f"列{number}" for number in range(16_382))]
    path = write_csv(tmp_path / "a.csv", [wide, [ONE.name, ONE.number, *[""] * 16_382]], "utf-8")
    started = time.perf_counter()
    try:
        assert read_roster_file(path).sheets[0].row(1)[0] == ONE.name
    except UnreadableRoster as refused:
        assert refused.fault is FileFault.WIDE_ROW
    assert time.perf_counter() - started < 3.0
    assert _peak_mebibytes(path) < 200


def test_case_39_a_file_with_a_zero_byte_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"姓名,身份证号\n张\x00三,{ONE.number}\n".encode())
    with pytest.raises(UnreadableRoster) as refused:
        read_roster_file(path)
    assert refused.value.fault is FileFault.NOT_A_TABLE


ROWS: dict[str, tuple[Callable[[], list[object]], Outcome, Reason | None]] = {
    "right": (lambda: _row(ONE), Outcome.PERSON, None),
    "wrong check digit": (
        lambda: _row(TWO, number=_wrong_check(TWO.number)), Outcome.DOUBTFUL, Reason.CHECK_DIGIT
    ),
    "29 Feb 2023": (lambda: _row(TWO, number=_leap(TWO.number)), Outcome.DOUBTFUL, Reason.IMPOSSIBLE_BIRTH),
    "rare characters": (lambda: _row(TWO, name=RARE), Outcome.PERSON, None),
    "twice in the file": (lambda: _row(ONE), Outcome.DOUBTFUL, Reason.REPEATED),
    "number of another row": (lambda: _row(TWO, number=ONE.number), Outcome.DOUBTFUL, Reason.ID_USED),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_case_39_each_row_gets_its_own_verdict(importing: RosterImport, tmp_path: Path, name: str) -> None:
    make, outcome, reason = ROWS[name]
    rows = [_row(ONE), make()] if name != "right" else [make()]
    plan = importing.plan(importing.read(write_xlsx(tmp_path / "a.xlsx", {"居民": [HEADINGS, *rows]})))
    last = plan.rows[-1].outcome
    assert last.row == len(rows) + 1
    assert last.outcome is outcome
    assert reason is None or reason in last.remarks


def test_case_39_fifteen_digits_become_eighteen_and_are_the_same_person(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    old = next(one for one in invent(40, 200) if one.number[6:8] == "19")
    rows = [_row(old, number=_fifteen(old.number))]
    plan = importing.plan(importing.read(write_xlsx(tmp_path / "a.xlsx", {"居民": [HEADINGS, *rows]})))
    assert plan.rows[-1].outcome.person is not None
    assert plan.rows[-1].outcome.person.id_number == old.number
    assert Reason.FIFTEEN_DIGITS in plan.rows[-1].outcome.remarks


def test_case_39_a_number_the_register_knows_is_not_stored_twice(
    importing: RosterImport, store: Store, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"居民": [HEADINGS, _row(ONE)]})
    importing.apply(importing.plan(importing.read(path)))
    again = write_xlsx(tmp_path / "b.xlsx", {"居民": [HEADINGS, _row(ONE), _row(TWO, number=ONE.number)]})
    plan = importing.plan(importing.read(again))
    assert Verdict.NEW not in {row.verdict for row in plan.rows}
    importing.apply(plan)
    assert _count(store, Resident) == 1


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A roster with rows of every kind."""
    rows = [make() for make, _, _ in ROWS.values()]
    return write_xlsx(
        tmp_path / "mixed.xlsx", {"居民": [HEADINGS, *rows, *(_row(one) for one in PEOPLE[4:])]}
    )


def test_case_39_the_report_names_every_row(importing: RosterImport, mixed: Path, tmp_path: Path) -> None:
    import openpyxl

    plan = importing.plan(importing.read(mixed))
    write_roster_report(plan.draft.file, plan.rows, tmp_path / "report.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets[1]
    told = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2)}
    assert set(told) == set(range(1, len(ROWS) + len(PEOPLE[4:]) + 2)) and all(told.values())


def test_case_39_cancelled_half_way_nothing_is_stored_and_the_second_try_stores_all(
    importing: RosterImport, store: Store, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "BATCH", 1)
    plan = importing.plan(importing.read(mixed))
    asked: list[int] = []

    def after_two() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(ImportCancelled):
        importing.apply(plan, cancelled=after_two)
    assert _count(store, Resident) == 0
    importing.apply(plan)
    stored = _count(store, Resident)
    assert stored == sum(row.verdict is Verdict.NEW for row in plan.rows) > 4
    with store.read() as session:
        assert session.query(Resident).filter_by(name=RARE).count() == 1
