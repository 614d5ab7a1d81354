"""The real door: the sign-in window's questions, answered by a data folder on the encrypted store."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.desk_fixtures import PASSWORD, SUPERVISOR
from ui.desk_answers import DeskSearch, status_reader
from ui.signin.desk_gatekeeper import DeskGatekeeper
from ui.signin.gatekeeper import FirstStart, Gatekeeper
from workbench.desk.folder import DataFolder
from workbench.desk.opening import Opening
from workbench.security.accounts import WrongPassword
from workbench.security.delay import TooManyAttempts
from workbench.security.passwords import Cost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def door(opening: Opening) -> Gatekeeper:
    return DeskGatekeeper(opening)


@pytest.fixture
def new_door(tmp_path: Path) -> Iterator[Gatekeeper]:
    opening = Opening(DataFolder(tmp_path / "new"), cost=Cost(1024, 1, 1))
    yield DeskGatekeeper(opening)
    opening.close()


def test_a_person_gets_a_desk_with_their_rights(door: Gatekeeper):
    who = door.sign_in(SUPERVISOR.account, PASSWORD)
    assert who.person == SUPERVISOR.name
    assert who.community
    assert who.may("see_register")
    assert not who.may("fly")
    assert not door.needs_setup()


def test_accounts_are_named_once_the_store_is_open(door: Gatekeeper):
    door.sign_in(SUPERVISOR.account, PASSWORD)
    assert SUPERVISOR.name in {account.person for account in door.accounts()}


def test_wrong_passwords_end_in_a_wait_the_form_can_count(door: Gatekeeper):
    for _again in range(4):
        with pytest.raises(WrongPassword):
            door.sign_in(SUPERVISOR.account, "not this one")
    with pytest.raises(TooManyAttempts) as refused:
        door.sign_in(SUPERVISOR.account, PASSWORD)
    assert refused.value.wait > timedelta(0)


def test_the_desk_is_unlocked_by_the_same_person_and_taken_over_by_another(door: Gatekeeper):
    who = door.sign_in(SUPERVISOR.account, PASSWORD)
    assert door.unlock(who, PASSWORD).permissions == who.permissions
    assert door.switch(who, "chenyu", PASSWORD).account == "chenyu"


def test_a_new_password_is_in_force_at_once(door: Gatekeeper):
    who = door.sign_in("chenyu", PASSWORD)
    again = door.change_password(who, PASSWORD, "lantern river 07")
    door.sign_out(again)
    assert door.sign_in("chenyu", "lantern river 07").account == "chenyu"


def test_a_new_folder_is_founded_and_entered(new_door: Gatekeeper):
    assert new_door.needs_setup()
    assert new_door.accounts() == []
    start = FirstStart("青柳社区", "青柳社", "330106", "林远", "linyuan", "lantern river 07")
    passphrase = new_door.set_up(start)
    assert not new_door.needs_setup()
    who = new_door.sign_in("linyuan", "lantern river 07")
    assert (who.community, who.person) == ("青柳社区", "林远")
    new_door.recover(passphrase)


def test_the_search_field_gets_the_desks_answers_in_groups_masked(door: Gatekeeper):
    desk = door.sign_in(SUPERVISOR.account, PASSWORD).desk
    groups = DeskSearch(desk).search("王")
    people = next(group for group in groups if group.icon == "person")
    assert all("王" in hit.title and "****" in hit.detail for hit in people.hits)
    items = [hit for group in DeskSearch(desk).search("老年") for hit in group.hits if hit.kind == "item"]
    assert items
    row = next(iter(desk.matters.find("受", 1)), None)
    if row is not None:
        found = [hit for group in DeskSearch(desk).search(row.number) for hit in group.hits]
        assert ("matter", row.id) in {(hit.kind, hit.record_id) for hit in found}


def test_the_status_bar_reads_the_desk(door: Gatekeeper):
    status = status_reader(door.sign_in(SUPERVISOR.account, PASSWORD).desk)()
    assert status.waiting >= 0
    assert not status.sync.connected
