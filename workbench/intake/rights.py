"""What right each verb of intake needs: asked before the service acts and before a page offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.intake.kinds import Verb
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEEDS: Mapping[Verb, Permission] = {
    Verb.DECIDE: Permission.DECIDE,
    Verb.EXTEND: Permission.APPROVE,
    Verb.ASSIGN: Permission.APPROVE,
    Verb.HAND_OVER: Permission.HAND_OVER,
    Verb.TAKE_OVER: Permission.HAND_OVER,
    Verb.RETURN_HANDOVER: Permission.HAND_OVER,
}


def right_for(verb: Verb) -> Permission:
    """Return what somebody must be allowed for a verb; most are part of accepting matters."""
    return _NEEDS.get(verb, Permission.ACCEPT_MATTER)
