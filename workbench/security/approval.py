"""A second person's yes (双人审批): they type their own account and password at the desk of whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.standards.errors import WorkbenchError

LIFETIME = timedelta(minutes=10)
"""How long a yes holds: time to choose where the file goes, not to forget what was agreed to."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who agreed to what, asked by whom, at what moment (UTC)."""

    staff_id: str
    name: str
    what: str
    asked_by: str
    at: datetime

    def covers(self, what: str, asked_by: str, now: datetime) -> bool:
        """Say whether this is a yes to that, asked by that person, and still fresh."""
        return (self.what, self.asked_by) == (what, asked_by) and self.at <= now < self.at + LIFETIME


class NotSecondPerson(WorkbenchError):
    """Whoever asks cannot agree to it as well; nothing left the workbench."""

    def __init__(self) -> None:
        super().__init__("审批人必须是另一位负责人，不能是您自己，没有导出；请换一位有审批权限的同事输入。")


class MayNotApprove(WorkbenchError):
    """The second person is not one who may approve; nothing left the workbench."""

    def __init__(self) -> None:
        super().__init__("这个账号没有审批权限，没有导出；请另一位有审批权限的负责人输入账号和密码。")
