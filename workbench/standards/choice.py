"""An enumeration that is stored by its value and said by its Chinese term."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """An enumeration stored by its value, whose members carry their Chinese term."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member of its stored value and its Chinese term."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
