"""Cloned disks, lost desks, countersigned heads: what a chain means to the server (cases 15, 30, 33)."""

from __future__ import annotations

import copy
import json
import secrets

import pytest

from tests.server.running import ServedDesk, new_id
from tests.server.test_access import resident, send_away
from workbench.server.admin import Administration
from workbench.server.escrow import MOST_PARCELS, NoSuchParcel
from workbench.server.signing import KeysUnreadable, Signer, keys_in
from workbench.standards.clock import utc_now
from workbench.sync.protocol.heads import is_signed
from workbench.sync.protocol.sealing import CannotOpen, escrow_context, open_sealed, seal


@pytest.fixture
def running_server(shared_server):
    """One server for all tests here: each founds its own community."""
    return shared_server.calm()


# A cloned disk --------------------------------------------------------------------------------------------


@pytest.fixture
def clone(found_desk) -> ServedDesk:
    """A machine with a copy of the founding desk's disk, on which somebody has worked since."""
    twin = copy.deepcopy(found_desk, {id(found_desk.server): found_desk.server})
    found_desk.write("create", "resident", new_id(), resident("本机登记"))
    found_desk.must_push()
    twin.write("create", "resident", new_id(), resident("副本登记"))
    return twin


def test_the_second_of_two_cloned_desks_is_told_apart_and_goes_on_in_a_life_of_its_own(found_desk, clone):
    refusal = clone.push()
    assert (refusal.status_code, refusal.json()["fault"]) == (409, "incarnation_conflict")

    [waiting] = clone.outbox
    clone.incarnation = new_id()
    # What both share: everything before the row that only the clone has.
    shared = {"chain_seq": waiting.device_seq - 1, "chain_hash": chain_before(found_desk, waiting.device_seq)}
    answer = clone.ask(
        "POST", "/incarnation", {"device_id": clone.device_id, "incarnation": clone.incarnation, **shared}
    )
    assert answer.status_code == 200
    clone.token = answer.json()["token"]

    assert clone.must_push()[0][1] == "accepted"
    found_desk.write("create", "resident", new_id(), resident("本机再登记"))
    assert found_desk.must_push()[0][1] == "accepted"
    names = {body["name"] for (body,) in found_desk.server.rows(
        "SELECT body FROM record WHERE community_id = %s AND entity = 'resident'", found_desk.community_id
    )}  # fmt: skip
    assert names == {"本机登记", "副本登记", "本机再登记"}


def chain_before(desk: ServedDesk, device_seq: int) -> str:
    [(digest,)] = desk.server.rows(
        "SELECT hash FROM audit WHERE device_id = %s AND device_seq = %s", desk.device_id, device_seq - 1
    )
    return digest


def test_a_life_begins_only_for_the_desk_that_asks(found_desk):
    body = {"device_id": new_id(), "incarnation": new_id(), "chain_seq": 0, "chain_hash": "0" * 64}

    answer = found_desk.ask("POST", "/incarnation", body)

    assert (answer.status_code, answer.json()["what"]) == (422, "device_id")


@pytest.mark.parametrize(
    ("field", "value"),
    [("chain_seq", -1), ("chain_seq", True), ("chain_seq", "1"), ("chain_hash", "x"), ("incarnation", "a:b")],
)
def test_a_life_that_is_not_as_agreed_does_not_begin(found_desk, field, value):
    body = {
        "device_id": found_desk.device_id,
        "incarnation": new_id(),
        "chain_seq": 0,
        "chain_hash": "0" * 64,
    }

    assert found_desk.ask("POST", "/incarnation", {**body, field: value}).status_code == 422


# A countersigned head -------------------------------------------------------------------------------------


def test_the_head_of_the_chain_comes_back_signed_and_the_signature_is_over_whose_it_is(found_desk):
    found_desk.write("create", "resident", new_id(), resident())
    head = found_desk.push().json()["head"]
    key = found_desk.welcome["signing_key"]

    assert (head["device_seq"], head["hash"]) == (found_desk.device_seq, found_desk.head.hex())
    assert is_signed(key, found_desk.community_id, found_desk.device_id, head)
    assert not is_signed(key, found_desk.community_id, new_id(), head)
    assert not is_signed(key, new_id(), found_desk.device_id, head)
    for field, value in (
        ("device_seq", 1),
        ("hash", "0" * 64),
        ("signed_at", "2020-01-01"),
        ("signature", "00"),
    ):
        assert not is_signed(key, found_desk.community_id, found_desk.device_id, {**head, field: value})


def test_an_empty_push_still_brings_the_signed_head(found_desk):
    head = found_desk.push([]).json()["head"]

    assert head["device_seq"] == found_desk.device_seq
    assert is_signed(found_desk.welcome["signing_key"], found_desk.community_id, found_desk.device_id, head)


def test_keys_are_made_once_kept_from_others_and_never_replaced(tmp_path):
    keys = keys_in(tmp_path / "keys")

    assert keys_in(tmp_path / "keys") == keys
    assert keys.signing != keys.escrow
    for path in (tmp_path / "keys").iterdir():
        assert path.stat().st_mode & 0o077 == 0
    (tmp_path / "keys" / "signing.key").write_bytes(b"short")
    with pytest.raises(KeysUnreadable, match="已损坏"):
        keys_in(tmp_path / "keys")


def test_a_signature_of_another_server_is_none_of_ours(tmp_path):
    ours, theirs = keys_in(tmp_path / "ours"), keys_in(tmp_path / "theirs")
    head = Signer(theirs).head("c", "d", 7, "ab" * 32, utc_now())

    assert is_signed(theirs.verifying, "c", "d", head)
    assert not is_signed(ours.verifying, "c", "d", head)


# A lost desk ----------------------------------------------------------------------------------------------


def sealed_outbox(desk: ServedDesk) -> bytes:
    content = json.dumps([change.wire() for change in desk.outbox]).encode()
    context = escrow_context(desk.community_id, desk.device_id)
    return seal(bytes.fromhex(desk.welcome["escrow_key"]), content, context, secrets.token_bytes)


@pytest.fixture
def lost(found_desk) -> ServedDesk:
    """A desk marked as lost, with something on it that nobody has seen."""
    desk = found_desk.another()
    desk.write("create", "resident", new_id(), resident("离线登记"))
    send_away(found_desk, desk, "lost")
    return desk


@pytest.fixture
def office(found_desk) -> Administration:
    return Administration(found_desk.server.service.database)


def parcels_of(desk, office):
    return [parcel for parcel in office.parcels() if parcel.community_id == desk.community_id]


def test_a_lost_desk_may_hand_in_its_sealed_outbox_and_do_nothing_else(lost, office):
    answer = lost.ask("POST", "/escrow", sealed_outbox(lost))

    assert answer.status_code == 201
    assert lost.ask("GET", "/digest").status_code == 403
    [parcel] = parcels_of(lost, office)
    assert (parcel.device_id, parcel.opened_at) == (lost.device_id, None)
    assert answer.json() == {"kept": parcel.escrow_id}


def test_only_the_servers_keys_open_what_was_handed_in_and_the_opening_is_noted(lost, office):
    kept = lost.ask("POST", "/escrow", sealed_outbox(lost)).json()["kept"]

    [change] = json.loads(office.open_parcel(lost.server.service.keys, kept))

    assert change[3] == lost.outbox[0].record_id
    assert "离线登记" in change[6]
    assert parcels_of(lost, office)[0].opened_at is not None
    with pytest.raises(NoSuchParcel):
        office.open_parcel(lost.server.service.keys, "0" * 32)


def test_what_lies_in_escrow_tells_nothing_to_whoever_has_the_database(lost):
    lost.ask("POST", "/escrow", sealed_outbox(lost)).raise_for_status()
    [(content,)] = lost.server.rows("SELECT content FROM escrow WHERE community_id = %s", lost.community_id)

    assert "离线登记".encode() not in bytes(content)
    assert lost.outbox[0].record_id.encode() not in bytes(content)


def test_the_same_parcel_handed_in_again_is_kept_once_and_parcels_have_an_end(lost, office):
    parcel = sealed_outbox(lost)
    assert [lost.ask("POST", "/escrow", parcel).status_code for _ in range(3)] == [201] * 3
    assert len(parcels_of(lost, office)) == 1

    statuses = [lost.ask("POST", "/escrow", secrets.token_bytes(64)).status_code for _ in range(MOST_PARCELS)]

    assert statuses == [201] * (MOST_PARCELS - 1) + [429]
    assert lost.ask("POST", "/escrow", parcel).status_code == 201, "what is kept already is still answered"


def test_a_stranger_hands_nothing_in(found_desk, office):
    stranger = ServedDesk(found_desk.server, token=found_desk.token[:-1] + "g")

    assert stranger.ask("POST", "/escrow", b"x").status_code == 401
    assert parcels_of(found_desk, office) == []


def test_a_parcel_of_another_desk_or_altered_is_not_opened(tmp_path):
    keys, other = keys_in(tmp_path / "a"), keys_in(tmp_path / "b")
    context = escrow_context("c", "d")
    parcel = seal(bytes.fromhex(keys.sealing), "内容".encode(), context, secrets.token_bytes)

    assert open_sealed(keys.escrow, parcel, context).decode() == "内容"
    for private, body, bound in (
        (other.escrow, parcel, context), (keys.escrow, parcel, escrow_context("c", "e")),
        (keys.escrow, parcel[:-1] + bytes([parcel[-1] ^ 1]), context), (keys.escrow, parcel[:40], context),
        (keys.escrow, b"XXXX" + parcel[4:], context), (keys.escrow, b"", context),
    ):  # fmt: skip
        with pytest.raises(CannotOpen):
            open_sealed(private, body, bound)
