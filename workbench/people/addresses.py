"""How an address of the register is written: 桂花苑3幢1单元502室."""

from __future__ import annotations

_BUILDING_WORDS = "幢栋号楼座"


def address_label(building: str | None, estate: str | None, unit: str | None, room: str | None) -> str:
    """Return the address as people say it, empty when there is none."""
    if not building:
        return ""
    bare = building.rstrip(_BUILDING_WORDS) or building
    return "".join(
        (
            estate or "",
            f"{bare.upper()}幢",
            f"{unit}单元" if unit else "",
            f"{room}室" if room else "",
        )
    )
