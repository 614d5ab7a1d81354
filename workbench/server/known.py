"""Whom a request comes from: a desk that has proved itself, and the person who sits at it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.sync.protocol.shapes import Scope


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A desk that showed its token, and what it may hold.

    `staff_id` is whoever sits there by the desk's word, None if nobody is signed in.
    """

    community_id: str
    device_id: str
    incarnation: str
    scope: Scope
    scope_epoch: int
    staff_id: str | None = None

    @property
    def name(self) -> str:
        """Device and incarnation, the author device of what it writes."""
        return f"{self.device_id}/{self.incarnation}"
