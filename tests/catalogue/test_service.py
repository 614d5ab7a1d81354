"""The catalogue in the store: installed once, changed after a preview, every accepted version kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from workbench.catalogue.difference import ChangeKind
from workbench.catalogue.errors import CatalogueProblems, StaleDifference, UnknownItem, UnreadableCatalogue
from workbench.catalogue.model import CatalogueItem, ItemStatus
from workbench.catalogue.queries import CatalogueQueries
from workbench.catalogue.rules import Catalogue
from workbench.catalogue.service import CatalogueService, ImportResult
from workbench.security.roles import NotPermitted
from workbench.store import Store


@pytest.fixture
def installed(keeper: CatalogueService) -> CatalogueService:
    keeper.install_sample()
    return keeper


@pytest.fixture
def exported(installed: CatalogueService, tmp_path: Path) -> Path:
    installed.export(tmp_path / "目录.xlsx")
    return tmp_path / "目录.xlsx"


def edit(path: Path, change: Callable[[Any], None]) -> Path:
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


def promise(row: int, days: int) -> Callable[[Any], None]:
    def change(workbook: Any) -> None:
        workbook["事项"].cell(row, 7).value = days

    return change


def test_the_first_start_installs_the_sample_once(
    keeper: CatalogueService, queries: CatalogueQueries, sample: Catalogue
) -> None:
    assert queries.items() == []
    assert keeper.install_sample() == len(sample.items)
    assert keeper.install_sample() == 0
    assert queries.items() == list(sample.items)
    assert queries.posts() == list(sample.posts)


def test_an_export_changes_nothing_when_imported(installed: CatalogueService, exported: Path) -> None:
    assert installed.preview_import(exported).is_empty


def test_a_folder_of_files_is_imported_too(installed: CatalogueService) -> None:
    import resources.catalogue as folder  # a namespace package: the folder is data

    assert installed.preview_import(Path(next(iter(folder.__path__)))).is_empty


def test_a_changed_item_becomes_a_new_version_and_the_old_one_is_kept(
    installed: CatalogueService, queries: CatalogueQueries, exported: Path, store: Store
) -> None:
    before = queries.item("SA-001")
    preview = installed.preview_import(edit(exported, promise(2, 15)))
    assert [(change.code, change.kind) for change in preview.changes] == [("SA-001", ChangeKind.CHANGED)]
    assert queries.item("SA-001") == before

    assert installed.apply_import(preview) == ImportResult(added=0, changed=1, retired=0)

    after = queries.item("SA-001")
    assert (after.version, after.promised_days) == (2, 15)
    assert queries.item("SA-001", 1) == before
    assert queries.item("SA-002").version == 1
    with store.read() as session:
        rows = session.scalars(select(CatalogueItem).where(CatalogueItem.code == "SA-001"))
        assert {row.version: row.status for row in rows} == {1: ItemStatus.SUPERSEDED, 2: ItemStatus.CURRENT}


def test_an_added_item_and_a_renamed_post_come_in(
    installed: CatalogueService, queries: CatalogueQueries, exported: Path
) -> None:
    def change(workbook: Any) -> None:
        items, row = workbook["事项"], workbook["事项"].max_row + 1
        for place in range(1, 19):
            items.cell(row, place).value = items.cell(2, place).value
        items.cell(row, 1).value, items.cell(row, 2).value = "SA-099", "困难职工帮扶"
        workbook["材料"].append(["SA-099", "困难职工帮扶", "id_card", "居民身份证", "是", "否", "是", 1])
        posts = workbook["岗位"]
        posts["B2"].value = "救助"
        for cell in items["C"][1:]:
            cell.value = cell.value.replace("民政救助", "救助")

    preview = installed.preview_import(edit(exported, change))
    assert [change.code for change in preview.of(ChangeKind.ADDED)] == ["SA-099"]
    assert [post.name for post in preview.posts] == ["救助"]
    assert installed.apply_import(preview).added == 1
    assert queries.posts()[0].name == "救助"
    assert queries.find("困难职工")[0].item.code == "SA-099"


def test_items_the_file_lacks_are_retired_only_if_asked(
    installed: CatalogueService, queries: CatalogueQueries, exported: Path, sample: Catalogue
) -> None:
    def leave_one_item(workbook: Any) -> None:
        workbook["事项"].delete_rows(3, 1000)
        workbook["材料"].delete_rows(len(sample.items[0].materials) + 2, 10_000)

    preview = installed.preview_import(edit(exported, leave_one_item))
    assert len(preview.of(ChangeKind.REMOVED)) == len(sample.items) - 1
    assert installed.apply_import(preview).retired == 0
    assert len(queries.items()) == len(sample.items)
    assert installed.apply_import(preview, retire_missing=True).retired == len(sample.items) - 1
    assert [item.code for item in queries.items()] == ["SA-001"]


def test_a_retired_item_is_offered_no_more_but_its_matters_go_on(
    installed: CatalogueService, queries: CatalogueQueries
) -> None:
    kept = queries.item("AG-001")
    installed.retire("AG-001")
    assert "AG-001" not in {hit.item.code for hit in queries.find("办老年证")}
    assert queries.item("AG-001", 1) == kept
    with pytest.raises(UnknownItem):
        queries.item("AG-001")
    with pytest.raises(UnknownItem):
        installed.retire("AG-001")


def test_an_item_that_returns_gets_a_number_never_used_before(
    installed: CatalogueService, queries: CatalogueQueries, exported: Path
) -> None:
    installed.retire("AG-001")
    preview = installed.preview_import(exported)
    assert installed.apply_import(preview) == ImportResult(added=1, changed=0, retired=0)
    assert queries.item("AG-001").version == 2


def test_a_preview_that_is_out_of_date_changes_nothing(
    installed: CatalogueService, queries: CatalogueQueries, exported: Path
) -> None:
    preview = installed.preview_import(edit(exported, promise(2, 15)))
    installed.apply_import(preview)
    with pytest.raises(StaleDifference, match="SA-001"):
        installed.apply_import(preview)
    assert queries.item("SA-001").version == 2


def test_a_file_that_breaks_rules_is_told_them_all(
    installed: CatalogueService, queries: CatalogueQueries, exported: Path
) -> None:
    def change(workbook: Any) -> None:
        promise(2, 99)(workbook)
        promise(3, 0)(workbook)

    with pytest.raises(CatalogueProblems, match="2处问题") as told:
        installed.preview_import(edit(exported, change))
    assert [problem.code for problem in told.value.problems] == ["SA-001", "SA-002"]


@pytest.mark.parametrize("name", ["没有.xlsx", "目录.csv"])
def test_what_is_no_catalogue_file_is_refused(installed: CatalogueService, tmp_path: Path, name: str) -> None:
    (tmp_path / "目录.csv").write_text("编码", "utf-8")
    with pytest.raises(UnreadableCatalogue, match=name):
        installed.preview_import(tmp_path / name)


def test_a_worker_may_read_and_export_but_not_change(
    installed: CatalogueService, worker: CatalogueService, exported: Path, tmp_path: Path
) -> None:
    preview = installed.preview_import(exported)
    worker.export(tmp_path / "再导.xlsx")
    for verb in (
        worker.install_sample,
        lambda: worker.preview_import(exported),
        lambda: worker.apply_import(preview),
        lambda: worker.retire("AG-001"),
    ):
        with pytest.raises(NotPermitted):
            verb()


def test_an_unknown_version_is_told(installed: CatalogueService, queries: CatalogueQueries) -> None:
    with pytest.raises(UnknownItem, match="第9版"):
        queries.item("AG-001", 9)


def test_a_field_of_a_newer_desk_does_not_hide_the_item(
    installed: CatalogueService, queries: CatalogueQueries, store: Store, actor: Any
) -> None:
    with store.write(actor) as work:
        row = work.session.scalars(select(CatalogueItem).where(CatalogueItem.code == "AG-001")).one()
        row.document = {**row.document, "video": "https://example.org"}
    assert queries.item("AG-001").name == "老年优待证申领"


def test_items_of_a_post_come_in_the_order_of_their_codes(
    installed: CatalogueService, queries: CatalogueQueries
) -> None:
    codes = [item.code for item in queries.items("ageing")]
    assert codes == [f"AG-{number:03}" for number in range(1, 13)]


def test_replacing_a_document_elsewhere_refreshes_what_is_held_in_memory(
    installed: CatalogueService, queries: CatalogueQueries, store: Store, actor: Any
) -> None:
    assert queries.item("AG-001").sample
    with store.write(actor) as work:
        row = work.session.scalars(select(CatalogueItem).where(CatalogueItem.code == "AG-001")).one()
        row.document = {**row.document, "sample": False}
    assert queries.item("AG-001") == replace(queries.item("AG-001"), sample=False)
