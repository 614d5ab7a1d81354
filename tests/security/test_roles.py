"""What each role may do, and who is turned away."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from workbench.security.roles import NotPermitted, Permission, Role, may, permissions_of, require


@dataclass(frozen=True)
class Holder:
    permissions: frozenset[Permission]


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_chinese_name_and_may_do_something(role: Role) -> None:
    assert role.label
    assert permissions_of([role])


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_somebody_s_and_has_chinese_words(permission: Permission) -> None:
    assert permission.label
    assert permission in permissions_of(Role)


def test_roles_of_one_account_add_up() -> None:
    both = permissions_of([Role.ADMINISTRATOR, Role.SUPERVISOR])
    assert both == permissions_of([Role.ADMINISTRATOR]) | permissions_of([Role.SUPERVISOR])


def test_an_account_without_a_role_may_do_nothing() -> None:
    assert permissions_of([]) == frozenset()


@pytest.mark.parametrize("role", [Role.ENUMERATOR, Role.ADMINISTRATOR])
def test_the_register_is_closed_to_those_who_do_not_serve_residents(role: Role) -> None:
    assert not permissions_of([role]) & {Permission.SEE_REGISTER, Permission.UNMASK, Permission.EXPORT}


def test_a_trainee_neither_decides_nor_unmasks_nor_exports() -> None:
    forbidden = {Permission.DECIDE, Permission.UNMASK, Permission.EXPORT, Permission.APPROVE}
    assert not permissions_of([Role.TRAINEE]) & forbidden


def test_whoever_lacks_a_permission_is_told_which_one() -> None:
    trainee = Holder(permissions_of([Role.TRAINEE]))
    assert not may(trainee, Permission.EXPORT)
    with pytest.raises(NotPermitted, match="导出数据") as refusal:
        require(trainee, Permission.EXPORT)
    assert refusal.value.permission is Permission.EXPORT


def test_whoever_has_the_permission_passes() -> None:
    require(Holder(permissions_of([Role.SUPERVISOR])), Permission.EXPORT)
