"""The invented staff of the demonstration: thirteen people on ten posts, each with a sign-in of its own."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.security.roles import Role

PASSWORD = "yanshi-2026"
"""The password of every demonstration account; shown on the sign-in window."""

COMMUNITY = "云栖演示社区（虚构）"
PREFIX = "演示社"


@dataclass(frozen=True, slots=True)
class Member:
    """One invented worker: sign-in name, name, roles and posts (codes of the catalogue)."""

    account: str
    name: str
    roles: tuple[Role, ...]
    posts: tuple[str, ...] = ()


SUPERVISOR = Member("shuji", "演示书记·林书怡", (Role.SUPERVISOR, Role.ADMINISTRATOR))

DEPUTY = Member("fushuji", "演示副书记·胡欣", (Role.SUPERVISOR,))
"""Agrees to what one supervisor alone may not take along."""

ENUMERATOR = Member("pucha", "演示普查·高远", (Role.ENUMERATOR,))

STAFF = (
    Member("chenyu", "演示·陈雨", (Role.WORKER,), ("social_assistance", "civil_affairs")),
    Member("wangkai", "演示·王凯", (Role.WORKER,), ("employment_social_security",)),
    Member("shanjie", "演示·单洁", (Role.WORKER,), ("ageing", "civil_affairs")),
    Member("qiumin", "演示·仇敏", (Role.WORKER,), ("health_family",)),
    Member("xieping", "演示·解萍", (Role.WORKER, Role.MENTOR), ("disabled_persons", "social_assistance")),
    Member("ouyang", "演示·欧阳宁", (Role.WORKER,), ("housing_urban",)),
    Member("zhaolei", "演示·赵磊", (Role.WORKER,), ("mediation_safety", "grid_environment")),
    Member("sunting", "演示·孙婷", (Role.WORKER,), ("party_building", "veterans")),
    Member("zhoumo", "演示·周末", (Role.TRAINEE,), ("ageing",)),
    Member("wuxi", "演示·吴曦", (Role.TRAINEE,), ("culture_education",)),
    ENUMERATOR,
)
