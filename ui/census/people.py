"""Who may be given households, and who belongs to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.security.roles import Permission, permissions_of

if TYPE_CHECKING:
    from workbench.security.queries import StaffRow


def enumerators(desk: Any) -> tuple[StaffRow, ...]:
    """Return everybody whose account is open and who may fill in a form."""
    return tuple(
        one
        for one in desk.staff.staff()
        if one.active and Permission.ENTER_CENSUS in permissions_of(one.roles)
    )
