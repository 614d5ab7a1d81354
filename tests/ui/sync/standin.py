"""A sync that needs no server: inbox, desks and state are made by hand and remember what was done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from workbench.desk.device_views import AreaChoice, DeviceLine, Invitation, InvitationLine, InvitationState
from workbench.desk.sync_views import (
    DisputeDetail,
    DisputedField,
    DisputeKind,
    DisputeLine,
    Revealed,
    SyncState,
)
from workbench.standards.errors import WorkbenchError
from workbench.sync.protocol.wire import Reason
from workbench.sync.state import Phase
from workbench.sync.terms import DeskTerms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NOW = datetime(2026, 11, 24, 1, 42, tzinfo=UTC)
CODE = "7KQ4-M2XR-9TPA-3HWC-E8VN"


class NotTaken(WorkbenchError):
    """The stand-in says no."""


def line(dispute_id: str, kind: DisputeKind, **facts: Any) -> DisputeLine:
    """Return a dispute with what is usual filled in."""
    usual: dict[str, Any] = {
        "entity": "resident",
        "record_id": "r-1",
        "title": "王秀兰",
        "reason": Reason.FIELD_CHANGED,
        "change_kind": "patch",
        "author": "陈宇",
        "desk": "二号窗口",
        "written_at": NOW - timedelta(hours=3),
        "mine": True,
        "count": 2,
        "other_author": "王凯",
        "other_desk": "一号窗口",
        "other_written_at": NOW - timedelta(hours=2),
    }
    return DisputeLine(id=dispute_id, kind=kind, **(usual | facts))


FIELDS = (
    DisputedField("name", "王秀兰", "王秀兰", "王秀蘭", "王秀蘭"),
    DisputedField("phone", "138****3746", "139****0021", "138****9911", "138****9911", masked=True),
    DisputedField("status", "living", "moved_out", "living", "living", group="status"),
    DisputedField("status_since", None, "2026-11-01", None, None, group="status"),
)


def conflict() -> DisputeDetail:
    """Four fields that both changed; the last two belong together."""
    return DisputeDetail(line("d-1", DisputeKind.FIELDS, count=4), FIELDS, may_resolve=True)


def refused() -> DisputeDetail:
    """A change whose author may no longer write it."""
    told = line(
        "d-2",
        DisputeKind.REFUSED,
        title="SL-20261124-0007",
        entity="matter",
        record_id="m-1",
        reason=Reason.NOT_PERMITTED,
        mine=False,
        count=1,
        other_author="",
        other_desk="",
        other_written_at=None,
    )
    fields = (DisputedField("note", "", "已电话告知本人", "", ""),)
    return DisputeDetail(told, fields, may_apply=True, may_discard=True)


def removed() -> DisputeDetail:
    """A removal of what somebody changed."""
    told = line("d-3", DisputeKind.WHOLE, title="李建军", reason=Reason.DELETED_AFTER_EDIT, count=1)
    fields = (DisputedField("note", "", None, "新换了电话", "新换了电话"),)
    return DisputeDetail(told, fields, may_resolve=True)


def removals() -> DisputeDetail:
    """Forty residents removed at once."""
    told = line("d-4", DisputeKind.REMOVALS, reason=Reason.MASS_DELETE, mine=False, count=40)
    titles = tuple(f"居民{number}" for number in range(1, 41))
    return DisputeDetail(told, (), titles, may_approve=True, may_discard=True)


@dataclass
class StandInSync:
    """Keeps everything in memory; ``done`` notes every verb."""

    now_state: SyncState = field(
        default_factory=lambda: SyncState(Phase.IDLE, "https://sync.qingliu.example", "一号窗口", NOW, 0, 4)
    )
    open: list[DisputeDetail] = field(default_factory=lambda: [conflict(), refused(), removed(), removals()])
    settled: list[DisputeDetail] = field(default_factory=list)
    done: list[tuple[Any, ...]] = field(default_factory=list)
    refuse: str = ""
    listeners: list[Callable[[SyncState], None]] = field(default_factory=list)
    desks: list[DeviceLine] = field(default_factory=lambda: list(DESKS))
    codes: list[InvitationLine] = field(default_factory=list)

    def state(self) -> SyncState:
        return self.now_state

    def subscribe(self, callback: Callable[[SyncState], None]) -> Callable[[], None]:
        self.listeners.append(callback)
        return lambda *_: callback in self.listeners and self.listeners.remove(callback)

    def become(self, **facts: Any) -> None:
        """Change the state and tell everybody."""
        self.now_state = replace(self.now_state, **facts)
        for listener in tuple(self.listeners):
            listener(self.now_state)

    def start(self) -> None:
        self.done.append(("start",))

    def now(self) -> None:
        self.done.append(("now",))

    def pause(self) -> None:
        self.become(phase=Phase.PAUSED)

    def resume(self) -> None:
        self.become(phase=Phase.IDLE)

    def disputes(self, resolved: bool = False) -> tuple[DisputeLine, ...]:
        return tuple(one.line for one in (self.settled if resolved else self.open))

    def dispute(self, dispute_id: str) -> DisputeDetail:
        return next(one for one in (*self.open, *self.settled) if one.line.id == dispute_id)

    def resolve(self, dispute_id: str, choices: Mapping[str, Any]) -> None:
        self._finish(dispute_id, "third", "resolve", dict(choices))

    def settle(self, dispute_id: str, take: Any) -> None:
        self._finish(dispute_id, take.value, "settle", take)

    def discard(self, dispute_id: str, note: str) -> None:
        self._finish(dispute_id, "discard", "discard", note, note=note)

    def apply_refused(self, dispute_id: str) -> None:
        self._finish(dispute_id, "apply", "apply")

    def approve(self, dispute_id: str) -> None:
        self._finish(dispute_id, "approve", "approve")

    def reveal(self, dispute_id: str, field: str, purpose: Any, words: str) -> Revealed:
        self.done.append(("reveal", dispute_id, field, purpose, words))
        return Revealed("13800003746", "13900000021", "13800009911", "13800009911")

    def devices(self) -> tuple[DeviceLine, ...]:
        return tuple(self.desks)

    def areas(self) -> tuple[AreaChoice, ...]:
        return (AreaChoice("a-1", "第一普查区"), AreaChoice("a-2", "第二普查区"))

    def change_device(self, device_id: str, terms: DeskTerms) -> None:
        self._change(device_id, terms=terms)

    def mark_lost(self, device_id: str, reason: str) -> None:
        self._change(device_id, state="lost", reason=reason)

    def revoke(self, device_id: str, reason: str) -> None:
        self._change(device_id, state="revoked", reason=reason)

    def invitations(self) -> tuple[InvitationLine, ...]:
        return tuple(self.codes)

    def invite(self, terms: DeskTerms, days: int = 3) -> Invitation:
        until = NOW + timedelta(days=days)
        self.codes.append(InvitationLine(f"i-{len(self.codes)}", terms, InvitationState.OPEN, until))
        return Invitation(CODE, self.now_state.server, until)

    def withdraw(self, invitation_id: str) -> None:
        self.codes = [
            replace(one, state=InvitationState.WITHDRAWN) if one.id == invitation_id else one
            for one in self.codes
        ]

    def connect(self, address: Any, code: str, desk_name: str = "") -> None:
        if self.refuse:
            raise NotTaken(self.refuse)
        self.done.append(("connect", address, code, desk_name))
        self.become(phase=Phase.IDLE, server=address.url, desk_name=desk_name)

    def move(self, address: Any) -> None:
        self.done.append(("move", address))
        self.become(server=address.url)

    def _change(self, device_id: str, **facts: Any) -> None:
        self.desks = [replace(one, **facts) if one.id == device_id else one for one in self.desks]

    def _finish(self, dispute_id: str, choice: str, *deed: Any, note: str = "") -> None:
        if self.refuse:
            raise NotTaken(self.refuse)
        self.done.append((*deed[:1], dispute_id, *deed[1:]))
        found = self.dispute(dispute_id)
        self.open = [one for one in self.open if one is not found]
        ended = replace(found.line, choice=choice, resolved_by="颜书记", resolved_at=NOW, note=note)
        self.settled.insert(0, replace(found, line=ended))


def stands_in(desk: Any, sync: StandInSync) -> StandInSync:
    """Let a desk speak to the stand-in, whatever of sync it asks."""
    desk.sync = desk.inbox = desk.devices = sync
    return sync


DESKS = (
    DeviceLine("dev-1", 1, "active", DeskTerms("一号窗口"), NOW - timedelta(days=90), (), NOW, own=True),
    DeviceLine(
        "dev-2", 2, "active", DeskTerms("二号窗口"), NOW - timedelta(days=80), (), NOW - timedelta(hours=20)
    ),
    DeviceLine(
        "dev-3",
        3,
        "active",
        DeskTerms("普查外包笔记本", True, ("a-1",), True, 48),
        NOW - timedelta(days=9),
        ("第一普查区",),
        NOW - timedelta(days=3),
    ),
)
