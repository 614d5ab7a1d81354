"""A founded community, and somebody who manages it."""

from __future__ import annotations

import pytest

from tests.store_fixtures import MONDAY_MORNING
from workbench.community.queries import CommunityQueries
from workbench.community.rules import Profile
from workbench.community.service import CommunityService, found_community
from workbench.security.roles import Role, permissions_of
from workbench.security.session import Session
from workbench.store import Actor, Store

PROFILE = Profile("演示社区", "示例社", "330100001001", "演示路 1 号", "0571-00000000", demo=True)


def session_with(*roles: Role, actor: Actor) -> Session:
    """A signed-in person with those roles."""
    return Session(
        actor.staff_id, "li", "李芳", actor.community_id, frozenset(roles), permissions_of(roles), (),
        MONDAY_MORNING,
    )  # fmt: skip


@pytest.fixture
def manager(actor: Actor) -> Session:
    return session_with(Role.SUPERVISOR, actor=actor)


@pytest.fixture
def founded(store: Store, actor: Actor) -> Store:
    found_community(store, actor, PROFILE)
    return store


@pytest.fixture
def service(founded: Store, manager: Session) -> CommunityService:
    return CommunityService(founded, manager, building_in_use=lambda _: False, move_deadlines=lambda: 3)


@pytest.fixture
def queries(founded: Store) -> CommunityQueries:
    return CommunityQueries(founded)
