"""Names of the administrative divisions (行政区划, GB/T 2260) that identity numbers begin with."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_FILLER = re.compile(r"市辖区|市区|县|.*直辖.*行政.*")
"""Rows of the table that group others and are no part of an address."""

_PERIOD = re.compile(r"\[[^\]]*\]")


def division_name(code6: str) -> str | None:
    """Return the full name of a six-digit division, 浙江省杭州市西湖区, its latest one where it was renamed.

    Abolished divisions keep their name, since the numbers of people born there keep the code; None when the
    table of python-stdnum (1980 to today) has no such code.
    """
    if len(code6) != 6 or not (code6.isascii() and code6.isdigit()):
        return None
    return _full_name(code6)


@cache
def _full_name(code6: str) -> str | None:
    own = _own_name(code6)
    if own is None:
        return None
    parts = dict.fromkeys((_own_name(f"{code6[:2]}0000"), _own_name(f"{code6[:4]}00"), own))
    return "".join(part for part in parts if part and not _FILLER.fullmatch(part))


def _own_name(code6: str) -> str | None:
    """Return the name of this division alone; the table lists former names first, each with its years."""
    names = [part["county"] for _, part in _table().info(code6) if "county" in part]
    return _PERIOD.sub("", names[0].split(",")[-1]) if names else None


@cache
def _table() -> Any:
    from stdnum import numdb

    return numdb.get("cn/loc")
