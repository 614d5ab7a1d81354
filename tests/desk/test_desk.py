"""The desk as a whole: what was built holds together, and each person gets their own rights."""

import pytest

from workbench.security.accounts import WrongPassword
from workbench.security.custody import WrongPassphrase
from workbench.security.roles import NotPermitted
from workbench.security.unmasking import NotUnmasked, Purpose


def test_a_small_community_verifies_from_the_first_byte_to_the_last(desk):
    verdict = desk.verify()
    assert verdict.fault is None
    assert verdict.records > 100


def test_one_field_finds_people_items_and_matters(desk):
    someone = desk.residents.search("", 1) or desk.residents.search("z", 1)
    found = desk.find(someone[0].name)
    assert someone[0].id in {hit.id for hit in found.people}
    assert desk.find("老年证").items[0].item.post == "ageing"


def test_an_enumerator_sees_no_register(sign_in):
    enumerator = sign_in("pucha")
    assert enumerator.find("z").people == ()
    with pytest.raises(NotPermitted):
        enumerator.residents.search("z")


def test_a_wrong_password_opens_nothing(opening):
    with pytest.raises(WrongPassword):
        opening.sign_in("chenyu", "not-the-password")


def test_a_renewed_passphrase_opens_the_folder_and_the_old_one_no_longer_does(desk, opening):
    first = desk.renew_passphrase()
    second = desk.renew_passphrase()
    with pytest.raises(WrongPassphrase):
        opening.recover(first)
    opening.recover(second)
    assert [row.record_id for row in desk.access_log.rows(limit=2)] == ["recovery_passphrase"] * 2


def test_only_who_manages_staff_sees_the_history_of_accounts(desk, worker_desk):
    own = worker_desk.session.staff_id
    assert desk.history("staff_account", own)
    with pytest.raises(NotPermitted):
        worker_desk.history("staff_account", own)


def test_leaving_the_desk_covers_what_was_uncovered(worker_desk):
    [someone] = worker_desk.residents.search("z", 1)
    worker_desk.unmasking.grant(someone.id, ["phone"], Purpose.CALL)
    assert worker_desk.unmasking.reveal(someone.id, "phone")
    worker_desk.leave()
    with pytest.raises(NotUnmasked):
        worker_desk.unmasking.reveal(someone.id, "phone")
