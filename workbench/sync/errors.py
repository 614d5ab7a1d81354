"""What can go wrong between desk and server: each says what happened, what was kept and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.standards.errors import WorkbenchError
from workbench.sync.protocol.wire import Fault


class SyncError(WorkbenchError):
    """An exchange with the server that did not come to its end; nothing of this desk was lost by it."""


class NotJoined(SyncError):
    """The desk belongs to no server yet."""

    def __init__(self) -> None:
        super().__init__("本终端还没有接入服务器，内容都保存在本地；请在“管理”中用邀请码接入。")


class ServerUnreachable(SyncError):
    """No answer: no network, or the server is down or too slow. Tried again by itself."""


class CertificateRefused(SyncError):
    """Whoever answered could not prove to be the server; nothing was sent."""


class UnsafeAddress(SyncError):
    """The address would send personal data unencrypted; nothing was sent."""


class PageDamaged(SyncError):
    """What came is not what was sent, or not in the agreed form; nothing of it was used."""


class RequestRefused(SyncError):
    """The server answered, and does not serve this request; `facts` are what it says beside the fault."""

    def __init__(
        self, fault: Fault, facts: Mapping[str, Any] | None = None, words: str | None = None
    ) -> None:
        self.fault, self.facts = fault, dict(facts or {})
        super().__init__(words or _SENTENCES[fault])


class SignInRefused(RequestRefused):
    """The server does not know this desk's token."""


class StaffDisabled(RequestRefused):
    """The account of whoever sits here was closed centrally."""


class DeviceRevoked(RequestRefused):
    """The desk may not exchange any more and must give up its key."""


class TooOld(RequestRefused):
    """The version here is too old to receive; what it has is still taken."""


class ServerBusy(RequestRefused):
    """The server asks to come again later; `facts["retry_after"]` may say in how many seconds."""


class EpochChanged(RequestRefused):
    """The server was restored from a backup and may have lost what came last."""


class ScopeChanged(RequestRefused):
    """What this desk may hold has changed."""


class TooFarBehind(RequestRefused):
    """The server's log no longer reaches back to where this desk stands."""


class IncarnationConflict(RequestRefused):
    """Another machine speaks as this desk, such as one made from a copy of its disk."""


class ChainBroken(RequestRefused):
    """The server misses a row of this desk's journal before those it was sent."""


_SENTENCES: Mapping[Fault, str] = {
    Fault.SIGN_IN: "服务器不认识本终端的凭证，没有同步；内容都在本地，请由负责人重新发邀请码接入。",
    Fault.STAFF_DISABLED: "您的账号已被停用，没有同步；未上传的内容仍在本终端，请联系负责人。",
    Fault.DEVICE_REVOKED: "本终端已被停止使用，没有同步；请联系负责人。",
    Fault.FORBIDDEN: "服务器不允许本终端这样做，没有改动任何内容；如工作需要，请联系负责人。",
    Fault.NOT_FOUND: "服务器上没有这项内容，本地没有改动；如有疑问，请联系负责人。",
    Fault.EPOCH_CHANGED: "服务器曾从备份恢复，正在重新核对；内容都在本地，缺的会自动补传。",
    Fault.SCOPE_CHANGED: "本终端可看的范围已调整，正在重新核对；未上传的内容不受影响。",
    Fault.INCARNATION_CONFLICT: "另一台机器正以本终端的身份同步（可能是复制的磁盘）；内容都在本地，"
    "将换一个身份重传。",
    Fault.OP_REUSE: "服务器收到过编号相同而内容不同的改动，没有接收；内容都在本地，请告诉维护人员。",
    Fault.CHAIN_BROKEN: "上传的操作日志与服务器的接不上，没有接收；内容都在本地，请告诉维护人员。",
    Fault.TOO_FAR_BEHIND: "离线太久，需要重新核对全部内容；未上传的内容会保留并补传。",
    Fault.TOO_LARGE: "一次上传的内容过大，服务器没有接收；内容都在本地，请告诉维护人员。",
    Fault.MALFORMED: "服务器看不懂上传的内容，没有接收；内容都在本地，请告诉维护人员。",
    Fault.TOO_OLD: "工作台版本过旧，只能上传不能接收；内容都在本地，请更新工作台。",
    Fault.TOO_MANY: "请求过于频繁，服务器请稍后再试；内容都在本地，会自动重试。",
    Fault.BUSY: "服务器正忙，没有同步；内容都在本地，会自动重试。",
}

_KINDS: Mapping[Fault, type[RequestRefused]] = {
    Fault.SIGN_IN: SignInRefused,
    Fault.STAFF_DISABLED: StaffDisabled,
    Fault.DEVICE_REVOKED: DeviceRevoked,
    Fault.TOO_OLD: TooOld,
    Fault.TOO_MANY: ServerBusy,
    Fault.BUSY: ServerBusy,
    Fault.EPOCH_CHANGED: EpochChanged,
    Fault.SCOPE_CHANGED: ScopeChanged,
    Fault.TOO_FAR_BEHIND: TooFarBehind,
    Fault.INCARNATION_CONFLICT: IncarnationConflict,
    Fault.CHAIN_BROKEN: ChainBroken,
}


def refusal(fault: Fault, facts: Mapping[str, Any]) -> RequestRefused:
    """Return the named error of a fault."""
    return _KINDS.get(fault, RequestRefused)(fault, facts)


def unreachable(why: str) -> ServerUnreachable:
    """Return the error of a server that does not answer; `why` in a few Chinese words."""
    return ServerUnreachable(f"连不上服务器（{why}），没有同步；内容都在本地，会自动重试。")
