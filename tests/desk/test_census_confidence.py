"""What belongs to the census stays in it: its history, its files and its forms (全国人口普查条例 art. 33)."""

import pytest

from tests.security.pictures import photo
from workbench.security.roles import NotPermitted


def test_a_worker_does_not_read_the_history_of_anything_of_the_census(desk, worker_desk):
    for entity in ("census_case", "census_event", "census_keying", "census_contract", "form_submission"):
        assert desk.history(entity, "anything") == []
        with pytest.raises(NotPermitted):
            worker_desk.history(entity, "anything")


def test_a_photo_from_a_door_is_opened_by_who_leads_the_census_only(desk, worker_desk, sign_in):
    enumerator = sign_in("pucha")
    kept = enumerator.attachments.keep(photo(), "door.jpg", "census_case", "case-1").id
    assert desk.attachments.content(kept)
    for other in (worker_desk, enumerator):
        with pytest.raises(NotPermitted):
            other.attachments.content(kept)


@pytest.mark.parametrize("owner", ["resident", "matter"])
def test_an_enumerator_puts_no_file_beside_the_register(sign_in, owner):
    with pytest.raises(NotPermitted):
        sign_in("pucha").attachments.keep(photo(), "a.jpg", owner, "r")
