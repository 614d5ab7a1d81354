"""How many wrong passwords in a row a desk of the server's takes before only contact with it helps."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.security.delay import Attempts

ONLINE_FROM = 10
"""After so many wrong passwords in a row."""

SERVER_URL, LAST_CONTACT = "server_url", "last_contact"
"""Names of the store facts that tell a desk of the server's, and when it last heard from it (ISO, UTC)."""


class OnlineUnlockOnly(WorkbenchError):
    """So many passwords were wrong that the desk first has to hear from the server; nothing was tried."""

    def __init__(self) -> None:
        super().__init__(
            "这个账号在本机连续输错密码次数太多，离线时不再受理；请联网后重试，"
            "或请同事先登录、请负责人用恢复口令打开，数据没有丢失。"
        )


def check_limit(attempts: Attempts, last_contact: datetime | None) -> None:
    """Let the next password of an enrolled desk be tried, or raise OnlineUnlockOnly.

    Past the limit each try takes a contact of its own: one that came after the last wrong password, so
    that a desk reported as lost has learnt of it, and has wiped itself, before anybody guesses on.
    """
    if attempts.failures < ONLINE_FROM:
        return
    if last_contact is None or attempts.counted_from is None or last_contact <= attempts.counted_from:
        raise OnlineUnlockOnly
