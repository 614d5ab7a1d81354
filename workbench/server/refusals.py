"""The sentences of requests that the shell refuses: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.server.faults import RequestRefused
from workbench.sync.protocol.wire import Fault

SENTENCES: Mapping[Fault, str] = {
    Fault.SIGN_IN: "服务器不认识本终端的凭证，未同步，本地内容都在；请由负责人重新发邀请码接入。",
    Fault.STAFF_DISABLED: "您的账号已被停用，未同步；未上传的内容仍保存在本终端，请联系负责人。",
    Fault.DEVICE_REVOKED: "本终端已被停止使用，未同步；请联系负责人。",
    Fault.FORBIDDEN: "本终端无权这样做，未作任何改动；如工作需要，请联系负责人。",
    Fault.NOT_FOUND: "服务器上没有这项内容，未作任何改动。",
    Fault.EPOCH_CHANGED: "服务器曾从备份恢复，正在重新核对；本地内容都在，会自动补传。",
    Fault.SCOPE_CHANGED: "本终端可看的范围已调整，正在重新核对；未上传的内容不受影响。",
    Fault.INCARNATION_CONFLICT: "另有一台机器以本终端的身份上传过（可能是复制的磁盘），"
    "未接收；内容都在本地，将换一个身份重传。",
    Fault.TOO_LARGE: "内容过大，服务器没有接收，本地内容都在；请分次上传。",
    Fault.MALFORMED: "传来的内容不符合约定，服务器没有接收，本地内容都在；请告诉维护人员。",
    Fault.TOO_OLD: "本终端的软件版本过旧，请更新；已登记的内容仍可上传，不会丢失。",
    Fault.TOO_MANY: "尝试过于频繁，请稍后再试；本地内容都在。",
    Fault.BUSY: "服务器正忙，稍后会自动重试；本地内容都在。",
}
"""What the person at the desk reads."""


def refused(fault: Fault, **facts: Any) -> RequestRefused:
    """Return the refusal that goes with a fault, in its usual words."""
    return RequestRefused(fault, SENTENCES[fault], **facts)


def malformed(what: str) -> RequestRefused:
    """Return the refusal of a request that is not as agreed, naming what of it."""
    return refused(Fault.MALFORMED, what=what)
