"""Rules of staff accounts: their names, and the state a community's accounts must never get into."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.security.roles import Permission, Role, permissions_of
from workbench.standards.errors import WorkbenchError
from workbench.standards.text import compact

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"[\w.-]{2,32}")


class WrongPassword(WorkbenchError):
    """No account of that name opens with that password; which of the two is wrong is not told."""

    def __init__(self) -> None:
        super().__init__("账号或密码不正确，请检查大小写和输入法后重试。")


class InvalidAccount(WorkbenchError):
    """The account's name or roles cannot be accepted; nothing was saved."""


class AccountNameTaken(WorkbenchError):
    """Another account already has that name; nothing was saved."""


class AccountInactive(WorkbenchError):
    """The account was deactivated and opens nothing any more."""

    def __init__(self) -> None:
        super().__init__("该账号已停用，请联系管理员。")


class LastAdministrator(WorkbenchError):
    """The change would leave nobody able to manage accounts; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("这是最后一个可以管理账号的账号，不能停用或取消其管理员角色，未作改动。")


class AlreadyFounded(WorkbenchError):
    """The store has accounts already, so nobody can make themselves its first administrator."""

    def __init__(self) -> None:
        super().__init__("这个数据文件夹已有工作人员账号，请用管理员账号登录后添加。")


def account_name(text: str) -> str:
    """Return the account name as it is compared and kept: half-width, lower case, no spaces."""
    return compact(text).lower()


def check_account(name: str, display_name: str, roles: Iterable[Role]) -> None:
    """Let a new or edited account pass or raise InvalidAccount."""
    if not _NAME.fullmatch(name):
        raise InvalidAccount("账号名应为 2 至 32 个汉字、字母、数字、点、横线或下划线。")
    if not display_name.strip():
        raise InvalidAccount("请填写工作人员姓名。")
    if not tuple(roles):
        raise InvalidAccount("请至少选择一个角色。")


def check_somebody_manages(remaining: Iterable[Iterable[Role]]) -> None:
    """Let the active accounts that would remain pass, given by their roles, or raise LastAdministrator."""
    if not any(Permission.MANAGE_STAFF in permissions_of(roles) for roles in remaining):
        raise LastAdministrator
