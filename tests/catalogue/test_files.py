"""A slip in an edited file is told by file, item and field; good files are read as they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.catalogue.strategies import items
from workbench.catalogue.errors import InvalidField, UnreadableCatalogue, WrongEntry
from workbench.catalogue.files import LARGEST_FILE, read_folder
from workbench.catalogue.rules import Material, ServiceItem
from workbench.catalogue.shape import item_document, item_from

GOOD = """
post: {code: ageing, name: 老龄, prefix: AG, position: 1}
defaults: {fee: 免费, sample: true}
items:
- code: AG-002
  name: 高龄津贴申请
  kind: committed
  audience: 年满八十周岁的老年人
  materials:
  - id_card
  - {code: bank_card, name: 银行卡, may_follow: true}
  - {code: id_card_of_agent, name: 代办人身份证, required: false}
  promised_days: 10
  department: 区民政局
  unit: 社区受理
  legal_basis: 《中华人民共和国老年人权益保障法》
  outcome: 按月发放津贴
  tips: 提前一个月通知。
  keywords: [高龄补贴]
"""
COMMON = "materials:\n- {code: id_card, name: 居民身份证, copies: 1, held_as: id_card}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "materials.yaml").write_text(COMMON, "utf-8")
    (tmp_path / "ageing.yaml").write_text(GOOD, "utf-8")
    return tmp_path


def edit(folder: Path, old: str, new: str) -> None:
    assert old in GOOD
    (folder / "ageing.yaml").write_text(GOOD.replace(old, new), "utf-8")


def test_defaults_and_common_materials_are_filled_in(folder: Path) -> None:
    (item,) = read_folder(folder).items
    assert (item.post, item.fee, item.sample, item.legal_days) == ("ageing", "免费", True, None)
    assert item.materials[0] == Material("id_card", "居民身份证", copies=1, held_as="id_card")
    assert item.materials[1].may_follow


def test_a_common_material_may_be_changed_for_one_item(folder: Path) -> None:
    edit(folder, "- id_card\n", "- {code: id_card, copies: 2}\n")
    material = read_folder(folder).items[0].materials[0]
    assert (material.name, material.copies, material.held_as) == ("居民身份证", 2, "id_card")


@pytest.mark.parametrize(
    ("old", "new", "field", "fault"),
    [
        ("promised_days: 10", "promised_days: 十天", "承诺期限（工作日）", "整数"),
        ("promised_days: 10", "promised_days: -1", "承诺期限（工作日）", "整数"),
        ("promised_days: 10", "promised_days: true", "承诺期限（工作日）", "整数"),
        ("kind: committed", "kind: quick", "办件类型", "quick"),
        ("  name: 高龄津贴申请\n", "", "事项名称", "没有填写"),
        ("tips: 提前一个月通知。", "tips: [提前]", "新手提示", "文字"),
        ("keywords: [高龄补贴]", "keywords: 高龄补贴", "常用说法", "列表"),
        ("keywords: [高龄补贴]", "keywords: [4050]", "常用说法", "文字"),
        ("- id_card\n", "- id_cart\n", "材料", "id_cart"),
        ("required: false", "requierd: false", "requierd", "拼写"),
        ("audience:", "audiance:", "audiance", "拼写"),
        ("may_follow: true", "may_follow: 是", "可容缺", "“是”或“否”"),
    ],
)
def test_a_slip_is_told_by_file_item_and_field(
    folder: Path, old: str, new: str, field: str, fault: str
) -> None:
    edit(folder, old, new)
    with pytest.raises(WrongEntry) as told:
        read_folder(folder)
    assert (told.value.file, told.value.field) == ("ageing.yaml", field)
    assert told.value.place == "第1个事项AG-002"
    assert fault in told.value.fault
    assert "目录没有变化" in str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("post: {code: ageing, name: 老龄, prefix: AG, position: 1}", "post: 老龄", "开头"),
        ("name: 老龄, ", "", "开头"),
        ("defaults: {fee: 免费, sample: true}", "defaults: 免费", "开头"),
        ("- code: AG-002\n ", "- 高龄\n- code: AG-002\n ", "第1个事项"),
    ],
)
def test_a_slip_in_the_frame_is_told_too(folder: Path, old: str, new: str, place: str) -> None:
    edit(folder, old, new)
    with pytest.raises(WrongEntry) as told:
        read_folder(folder)
    assert told.value.place == place


def test_broken_yaml_is_told_by_its_line(folder: Path) -> None:
    edit(folder, "keywords: [高龄补贴]", "keywords: [高龄补贴")
    with pytest.raises(UnreadableCatalogue, match=r"ageing\.yaml.*第\d+行"):
        read_folder(folder)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"x" * (LARGEST_FILE + 1),
        b"!!python/object/apply:os.getcwd []",
        b"[" * 100_000,
        b"a: &a [x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 121)),
    ],
)
def test_what_is_no_catalogue_text_is_refused(folder: Path, content: bytes) -> None:
    (folder / "ageing.yaml").write_bytes(content)
    with pytest.raises((UnreadableCatalogue, WrongEntry), match=r"ageing\.yaml") as told:
        read_folder(folder)
    assert "目录没有变化" in str(told.value) and "codec" not in str(told.value)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCatalogue):
        read_folder(tmp_path)


@settings(max_examples=40, deadline=None)
@given(items("AG-001"))
def test_an_item_survives_as_a_document(item: ServiceItem) -> None:
    assert item_from(item_document(item)) == item


@pytest.mark.parametrize("text", ["有\x00洞", "有\x1b洞", "\ud800", "\uffff"])
def test_unprintable_text_is_refused(text: str) -> None:
    with pytest.raises(InvalidField, match="不能打印"):
        item_from({"code": "AG-001", "name": text, "post": "ageing", "kind": "agency"})
