"""What each role at the desk may do, and the one question every service asks before it acts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(StrEnum):
    """A part somebody plays at the desk (岗位角色); one account may hold several."""

    WORKER = "worker"
    TRAINEE = "trainee"
    MENTOR = "mentor"
    ENUMERATOR = "enumerator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The Chinese word for the role."""
        return _ROLE_LABELS[self]


class Permission(StrEnum):
    """One thing that not everybody may do (权限)."""

    SEE_REGISTER = "see_register"
    EDIT_REGISTER = "edit_register"
    MERGE_PEOPLE = "merge_people"
    IMPORT_ROSTER = "import_roster"
    UNMASK = "unmask"
    ACCEPT_MATTER = "accept_matter"
    DECIDE = "decide"
    HAND_OVER = "hand_over"
    APPROVE = "approve"
    CO_SIGN = "co_sign"
    SEE_REPORTS = "see_reports"
    EXPORT = "export"
    ENTER_CENSUS = "enter_census"
    VERIFY_CENSUS = "verify_census"
    MANAGE_CENSUS = "manage_census"
    SEE_ACCESS_LOG = "see_access_log"
    MANAGE_STAFF = "manage_staff"
    MANAGE_COMMUNITY = "manage_community"
    MANAGE_CATALOGUE = "manage_catalogue"
    MANAGE_FORMS = "manage_forms"
    MANAGE_DEVICES = "manage_devices"
    BACK_UP = "back_up"

    @property
    def label(self) -> str:
        """The Chinese words for what is allowed."""
        return _PERMISSION_LABELS[self]


class NotPermitted(WorkbenchError):
    """The signed-in person lacks a permission; nothing was changed."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission
        super().__init__(
            f"您的账号没有“{permission.label}”的权限，未作任何改动；如工作需要，请联系管理员调整角色。"
        )


class HasPermissions(Protocol):
    """Anything that says what it may do: a session, or a stand-in for one."""

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the holder may do."""


def permissions_of(roles: Iterable[Role]) -> frozenset[Permission]:
    """Return everything that somebody with these roles may do together."""
    return frozenset().union(*(_PERMISSIONS[role] for role in roles))


def may(session: HasPermissions, permission: Permission) -> bool:
    """Say whether the signed-in person may do this; for hiding what cannot be used."""
    return permission in session.permissions


def require(session: HasPermissions, permission: Permission) -> None:
    """Let the signed-in person pass or raise NotPermitted."""
    if not may(session, permission):
        raise NotPermitted(permission)


_TRAINEE = frozenset(
    {Permission.SEE_REGISTER, Permission.EDIT_REGISTER, Permission.ACCEPT_MATTER, Permission.HAND_OVER}
)
_WORKER = _TRAINEE | {
    Permission.DECIDE,
    Permission.UNMASK,
    Permission.MERGE_PEOPLE,
    Permission.SEE_REPORTS,
    Permission.ENTER_CENSUS,
    Permission.VERIFY_CENSUS,
}
_SUPERVISOR = _WORKER | {
    Permission.APPROVE,
    Permission.CO_SIGN,
    Permission.EXPORT,
    Permission.IMPORT_ROSTER,
    Permission.SEE_ACCESS_LOG,
    Permission.MANAGE_COMMUNITY,
    Permission.MANAGE_CATALOGUE,
    Permission.MANAGE_FORMS,
    Permission.MANAGE_CENSUS,
    Permission.MANAGE_DEVICES,
    Permission.BACK_UP,
}
_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.TRAINEE: _TRAINEE,
    Role.WORKER: _WORKER,
    Role.MENTOR: _WORKER | {Permission.CO_SIGN},
    # Census law keeps the register of the community and the census apart (统计法 art. 25).
    Role.ENUMERATOR: frozenset({Permission.ENTER_CENSUS}),
    Role.SUPERVISOR: _SUPERVISOR,
    # Whoever hands out the keys does not read the files: separation of duties (GB/T 22239 8.1.4).
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.MANAGE_STAFF,
            Permission.MANAGE_COMMUNITY,
            Permission.MANAGE_CATALOGUE,
            Permission.MANAGE_FORMS,
            Permission.SEE_ACCESS_LOG,
            Permission.MANAGE_DEVICES,
            Permission.BACK_UP,
        }
    ),
}
_ROLE_LABELS = {
    Role.WORKER: "全科社工",
    Role.TRAINEE: "轮岗社工",
    Role.MENTOR: "带教导师",
    Role.ENUMERATOR: "普查员",
    Role.SUPERVISOR: "负责人",
    Role.ADMINISTRATOR: "管理员",
}
_PERMISSION_LABELS = {
    Permission.SEE_REGISTER: "查看居民档案",
    Permission.EDIT_REGISTER: "登记和修改居民档案",
    Permission.MERGE_PEOPLE: "合并重复居民",
    Permission.IMPORT_ROSTER: "导入花名册",
    Permission.UNMASK: "查看完整证件号码和电话",
    Permission.ACCEPT_MATTER: "受理事项",
    Permission.DECIDE: "办结事项",
    Permission.HAND_OVER: "移交事项",
    Permission.APPROVE: "审批",
    Permission.CO_SIGN: "带教会签",
    Permission.SEE_REPORTS: "查看报表",
    Permission.EXPORT: "导出数据",
    Permission.ENTER_CENSUS: "录入普查表",
    Permission.VERIFY_CENSUS: "复核和抽查普查表",
    Permission.MANAGE_CENSUS: "管理普查和调查",
    Permission.SEE_ACCESS_LOG: "查看访问日志",
    Permission.MANAGE_STAFF: "管理工作人员账号",
    Permission.MANAGE_COMMUNITY: "管理社区资料",
    Permission.MANAGE_CATALOGUE: "管理事项清单",
    Permission.MANAGE_FORMS: "发布表单",
    Permission.MANAGE_DEVICES: "管理终端和同步",
    Permission.BACK_UP: "备份和恢复数据",
}
