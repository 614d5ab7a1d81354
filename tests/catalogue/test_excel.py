"""The catalogue goes to Excel and comes back the same; what people get wrong there is told by cell."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook

from tests.catalogue.strategies import POSTS, catalogues
from tests.catalogue.test_checks import ALLOWANCE, CERTIFICATE
from workbench.catalogue.errors import UnreadableCatalogue, WrongEntry
from workbench.catalogue.excel.reading import read_workbook
from workbench.catalogue.excel.writing import write_workbook
from workbench.catalogue.rules import Catalogue
from workbench.documents.errors import DocumentNotWritten

SMALL = Catalogue(POSTS, (ALLOWANCE, CERTIFICATE))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_workbook(SMALL, tmp_path / "目录.xlsx")
    return tmp_path / "目录.xlsx"


def edited(path: Path, change: Callable[[Any], None]) -> Path:
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


def put(sheet: str, cell: str, value: object) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        workbook[sheet][cell] = value

    return change


def test_the_whole_sample_comes_back_the_same(sample: Catalogue, tmp_path: Path) -> None:
    write_workbook(sample, tmp_path / "目录.xlsx")
    assert read_workbook(tmp_path / "目录.xlsx") == sample


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(catalogues)
def test_any_catalogue_comes_back_the_same(catalogue: Catalogue) -> None:
    with TemporaryDirectory() as folder:
        write_workbook(catalogue, Path(folder) / "目录.xlsx")
        assert read_workbook(Path(folder) / "目录.xlsx") == catalogue


def test_it_survives_being_saved_by_a_spreadsheet_program(path: Path) -> None:
    assert read_workbook(edited(path, lambda workbook: None)) == SMALL


def test_sheets_are_made_for_reading_and_choosing(path: Path) -> None:
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["事项", "材料", "岗位"]
    items = workbook["事项"]
    assert [items["A1"].value, items["B1"].value, items.freeze_panes] == ["编码", "事项名称", "C2"]
    assert items.auto_filter.ref == "A1:R3"
    assert items.print_title_rows == "$1:$1"
    offered = {validation.formula1 for validation in items.data_validations.dataValidation}
    assert offered == {'"即办件,承诺件,代办,转办,不得出具"', '"是,否"', "'岗位'!$B$2:$B$3"}


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    sly = Catalogue(POSTS, (replace(ALLOWANCE, tips='=HYPERLINK("http://x","看")', fee="+1", unit="@x"),))
    write_workbook(sly, tmp_path / "目录.xlsx")
    cell = load_workbook(tmp_path / "目录.xlsx")["事项"]["M2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert read_workbook(tmp_path / "目录.xlsx") == sly


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "row", "column", "fault"),
    [
        ("事项", "M2", "=1+1", 2, "M列 新手提示", "公式"),
        ("事项", "G2", "=SUM(F2)", 2, "G列 承诺期限（工作日）", "公式"),
        ("事项", "G2", "十天", 2, "G列 承诺期限（工作日）", "整数"),
        ("事项", "G2", 2.5, 2, "G列 承诺期限（工作日）", "整数"),
        ("事项", "D2", "快办", 2, "D列 办件类型", "快办"),
        ("事项", "C3", "城管", 3, "C列 岗位", "城管"),
        ("事项", "B2", None, 2, "B列 事项名称", "没有填写"),
        ("事项", "O2", "对", 2, "O列 行政许可", "“是”或“否”"),
        ("事项", "A3", "AG-002", 3, "A列 编码", "重复"),
        ("材料", "A3", "AG-999", 3, "A列 事项编码", "AG-999"),
        ("材料", "H2", None, 2, "H列 留存份数", "整数"),
        ("材料", "D2", None, 2, "D列 材料名称", "没有填写"),
        ("岗位", "C2", None, 2, "C列 编码前缀", "没有填写"),
    ],
)
def test_a_slip_is_told_by_sheet_row_and_column(
    path: Path, sheet: str, cell: str, value: object, row: int, column: str, fault: str
) -> None:
    with pytest.raises(WrongEntry) as told:
        read_workbook(edited(path, put(sheet, cell, value)))
    assert (told.value.file, told.value.place) == ("目录.xlsx", f"工作表“{sheet}”第{row}行")
    assert told.value.field == column
    assert fault in told.value.fault


def test_people_type_full_width_digits_floats_and_other_commas(path: Path) -> None:
    def change(workbook: Any) -> None:
        workbook["事项"]["F2"], workbook["事项"]["G2"] = "２０", 10.0
        workbook["事项"]["N2"] = "高龄补贴，八十岁补贴;老人钱"
        workbook["事项"]["A6"] = " "

    item = read_workbook(edited(path, change)).items[0]
    assert (item.legal_days, item.promised_days) == (20, 10)
    assert item.keywords == ("高龄补贴", "八十岁补贴", "老人钱")


def test_columns_may_be_moved_and_added(path: Path) -> None:
    def change(workbook: Any) -> None:
        workbook["事项"].insert_cols(1)
        workbook["事项"]["A1"] = "我的备注"
        workbook["事项"]["A2"] = "待核"

    assert read_workbook(edited(path, change)) == SMALL


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda workbook: workbook.remove(workbook["材料"]), "没有“材料”工作表"),
        (lambda workbook: workbook["事项"].delete_cols(7), "没有“承诺期限（工作日）”列"),
    ],
)
def test_a_missing_sheet_or_column_is_named(path: Path, change: Callable, words: str) -> None:
    with pytest.raises(UnreadableCatalogue, match=words):
        read_workbook(edited(path, change))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 no")
    (tmp_path / "b.xlsx").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    Workbook().save(tmp_path / "d.xlsx")
    for name in "abcd":
        with pytest.raises(UnreadableCatalogue):
            read_workbook(tmp_path / f"{name}.xlsx")


def test_a_workbook_cut_short_is_refused(path: Path) -> None:
    content = path.read_bytes()
    for length in range(0, len(content), 997):
        path.write_bytes(content[:length])
        with pytest.raises(UnreadableCatalogue):
            read_workbook(path)


def test_a_zip_bomb_and_declared_entities_are_refused_before_parsing(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", bytes(33 << 20))
    with pytest.raises(UnreadableCatalogue, match="太大"):
        read_workbook(path)
    write_workbook(SMALL, path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/extra.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    with pytest.raises(UnreadableCatalogue):
        read_workbook(path)


def test_an_export_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotWritten):
        write_workbook(SMALL, tmp_path / "没有的文件夹" / "目录.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_an_endless_row_and_entities_in_disguise_are_refused_before_parsing(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", f"<row>{'<c><v>1</v></c>' * 20_000}</row>")
    with pytest.raises(UnreadableCatalogue, match="超出 Excel 范围"):
        read_workbook(path)
    write_workbook(SMALL, path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/extra.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'.encode("utf-16"))
    with pytest.raises(UnreadableCatalogue, match="可疑的 XML"):
        read_workbook(path)
