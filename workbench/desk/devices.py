"""Desks and invitations as the screens show them, with the names of census areas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.desk.device_views import AreaChoice, DeviceLine, Invitation, InvitationLine, InvitationState
from workbench.security.roles import Permission
from workbench.sync.devices import Devices, KnownDesk, KnownInvitation
from workbench.sync.terms import DeskTerms

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class DeskDevices:
    """The desks of the community, for whoever manages them."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._devices = desk, Devices(desk.store, desk.session)

    def devices(self) -> tuple[DeviceLine, ...]:
        """Return every desk by its number. Raises NotPermitted."""
        areas = self._area_names()
        return tuple(self._device(one, areas) for one in self._devices.desks())

    def areas(self) -> tuple[AreaChoice, ...]:
        """Return the census areas that may be given to a desk; none where there is no census."""
        return tuple(AreaChoice(area, name) for area, name in self._area_names().items())

    def change_device(self, device_id: str, terms: DeskTerms) -> None:
        """Give a desk another name, scope or grace. Raises NotPermitted, InvalidTerms, RecordNotFound."""
        self._devices.change(device_id, terms)

    def mark_lost(self, device_id: str, reason: str) -> None:
        """Have a lost desk wipe itself at its next contact.

        Raises NotPermitted, OwnDesk, InvalidTerms, RecordNotFound.
        """
        self._devices.mark_lost(device_id, reason)

    def revoke(self, device_id: str, reason: str) -> None:
        """Let a desk exchange nothing more. Raises NotPermitted, OwnDesk, InvalidTerms, RecordNotFound."""
        self._devices.revoke(device_id, reason)

    def invitations(self) -> tuple[InvitationLine, ...]:
        """Return every invitation, the latest first. Raises NotPermitted."""
        areas, now = self._area_names(), self._desk.now()
        return tuple(_invitation_line(one, areas, now) for one in self._devices.invitations())

    def invite(self, terms: DeskTerms, days: int = 3) -> Invitation:
        """Make an invitation, whose code is shown this once. Raises NotPermitted, InvalidTerms."""
        code, until = self._devices.invite(terms, days)
        return Invitation(code, self._desk.sync.state().server, until)

    def withdraw(self, invitation_id: str) -> None:
        """Let an unused invitation open nothing any more. Raises NotPermitted, RecordNotFound."""
        self._devices.withdraw(invitation_id)

    def _area_names(self) -> dict[str, str]:
        """Return the areas of rounds under way, by id; whoever manages no census gives no areas."""
        if not self._desk.may(Permission.MANAGE_CENSUS):
            return {}
        rounds = self._desk.surveys.rounds()
        return {
            area.id: f"{one.name} {area.name}" for one in rounds for area in self._desk.surveys.areas(one.id)
        }

    def _device(self, one: KnownDesk, areas: Mapping[str, str]) -> DeviceLine:
        return DeviceLine(
            id=one.id,
            number=one.number,
            state=one.state.value,
            terms=one.terms,
            enrolled_at=one.enrolled_at,
            area_names=_names(one.terms, areas),
            reason=one.reason,
            own=one.id == self._desk.store.device_id,
        )


def _invitation_line(one: KnownInvitation, areas: Mapping[str, str], now: datetime) -> InvitationLine:
    return InvitationLine(
        one.id, one.terms, _state(one, now), one.expires_at, _names(one.terms, areas), one.used_at
    )


def _state(one: KnownInvitation, now: datetime) -> InvitationState:
    if one.used_at is not None:
        return InvitationState.USED
    if one.withdrawn:
        return InvitationState.WITHDRAWN
    return InvitationState.EXPIRED if one.expires_at <= now else InvitationState.OPEN


def _names(terms: DeskTerms, areas: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(areas.get(area, area) for area in terms.areas or ())
