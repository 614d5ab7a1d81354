"""When a second person must agree before something leaves the workbench (导出审批)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.documents.model import Fact, Heading, Paragraph, Report, Table
from workbench.standards.errors import WorkbenchError
from workbench.standards.identity import InvalidIdentityNumber, parse_identity_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_ROWS = 500
"""Rows that may leave on one person's word."""

_NUMBER = re.compile(r"(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])")
_MOBILE = re.compile(r"(?<![\dA-Za-z-])(?:\+?86|0086)?1[3-9]\d{9}(?![\dA-Za-z-])")
_SHORTEST = 11
"""Characters of the shortest number that is looked for."""

_SPACED, _SPACES = 30, re.compile(r"(?<=\d)[\s-](?=\d{2})")
"""A short text may hold a number written in groups."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much leaves: rows, and whether a number of somebody's stands among them in full."""

    rows: int
    unmasked: bool = False

    @property
    def needs_approval(self) -> bool:
        """Whether one person's word is not enough."""
        return self.rows > MOST_ROWS or self.unmasked


class ReasonMissing(WorkbenchError):
    """Nothing leaves without a reason; nothing was written."""

    def __init__(self) -> None:
        super().__init__("请先写明导出用途，没有导出；用途会印在每页并记入访问日志。")


class ApprovalNeeded(WorkbenchError):
    """A second person has to agree first; `what` is what they agree to. Nothing was written."""

    def __init__(self, what: str, extent: Extent) -> None:
        self.what, self.extent = what, extent
        why = "含有完整证件号码或电话" if extent.unmasked else f"超过 {MOST_ROWS} 行（共 {extent.rows} 行）"
        super().__init__(f"这份内容{why}，需要另一位有审批权限的负责人在本机输入账号和密码同意，还没有导出。")


def extent_of(report: Report) -> Extent:
    """Return how much a report tells; rows read one by one are gone through once for it."""
    rows, unmasked = 0, has_full_number(_words(report))
    for block in report.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                rows += 1
                unmasked = unmasked or has_full_number(row)
    return Extent(rows, unmasked)


def has_full_number(values: Iterable[object]) -> bool:
    """Tell whether an identity number or mobile telephone stands in full in any of the values."""
    return any(_is_full(value) for value in values if isinstance(value, str | int))


def _is_full(value: str | int) -> bool:
    text = str(value)
    if len(text) < _SHORTEST:
        return False
    if len(text) <= _SPACED:
        text = _SPACES.sub("", text)
    if _MOBILE.search(text):
        return True
    return any(_is_identity(found) for found in _NUMBER.findall(text))


def _is_identity(digits: str) -> bool:
    try:
        parse_identity_number(digits)
    except InvalidIdentityNumber:
        return False
    return True


def _words(report: Report) -> Iterator[str]:
    yield from (fact.value for fact in report.facts if isinstance(fact, Fact))
    for block in report.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from (str(value) for value in block.totals or ())
