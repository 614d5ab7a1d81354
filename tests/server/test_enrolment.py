"""Joining by a code: once, in time, by whoever holds it; and what a desk is told when it is let in."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pytest

from tests.server.running import ServedDesk, new_id
from workbench.sync.protocol.codes import code_hash, is_code, new_code, normal_code
from workbench.sync.protocol.wire import SERVER


@pytest.fixture
def running_server(shared_server):
    """One server for all tests here: each founds its own community."""
    return shared_server.calm()


def brought(desk: ServedDesk, name: str = "凤起社区") -> dict[str, str]:
    return {"community_id": desk.community_id, "name": name, "address_key": secrets.token_hex(32)}


def refusal(answer):
    return answer.status_code, answer.json()["fault"], answer.json().get("what")


def test_a_desk_that_brings_its_community_gets_token_number_and_scope(running_server):
    desk = ServedDesk(running_server, community_id=new_id())
    found = brought(desk)

    answer = desk.join(running_server.founding_code("凤起社区"), found=found)

    assert answer.status_code == 200
    told = answer.json()
    assert (told["community_id"], told["number"], told["name"]) == (desk.community_id, 1, "凤起社区")
    assert told["address_key"] == found["address_key"]
    assert told["device"] == {
        "name": "一号窗口", "state": "active", "outside": 0, "masked": 0, "areas": None, "offline_hours": 72,
    }  # fmt: skip
    assert told["seq"] == 1
    assert len(told["signing_key"]) == len(told["escrow_key"]) == 64


def test_the_record_of_the_desk_comes_down_the_log_as_the_servers_own_change(found_desk):
    rows = found_desk.ask("GET", f"/pull?after=0&epoch={found_desk.epoch}&scope_epoch=1").json()["rows"]

    seq, _, entity, record_id, kind, fields, author, device, _, _ = rows[0]
    assert (seq, entity, record_id, kind) == (1, "desk_device", found_desk.device_id, "create")
    assert (author, device, fields["number"], fields["state"]) == (SERVER, SERVER, 1, "active")


def test_an_invited_desk_gets_the_next_number_and_the_terms_of_its_invitation(found_desk):
    second = found_desk.another()
    third = found_desk.another(outside=1, areas=["area-1"], masked=1, offline_hours=24)

    assert (second.community_id, second.number) == (found_desk.community_id, 2)
    assert third.number == 3
    assert third.welcome["address_key"] == found_desk.welcome["address_key"]
    assert third.welcome["offline_hours"] == 24
    assert third.welcome["device"]["areas"] == ["area-1"]
    assert (third.welcome["device"]["outside"], third.welcome["device"]["masked"]) == (1, 1)


def test_the_invitation_says_in_the_log_who_used_it(found_desk):
    code = found_desk.invite()
    desk = ServedDesk(found_desk.server)
    desk.join(code).raise_for_status()

    [(body,)] = found_desk.server.rows(
        "SELECT body FROM record WHERE community_id = %s AND entity = 'desk_invitation'",
        found_desk.community_id,
    )

    assert body["code_sha256"] == code_hash(code)
    assert body["device_id"] == desk.device_id
    assert body["used_at"] is not None


def test_a_code_lets_one_desk_in_and_no_other(found_desk):
    code = found_desk.invite()
    ServedDesk(found_desk.server).join(code).raise_for_status()

    assert refusal(ServedDesk(found_desk.server).join(code)) == (403, "forbidden", "code_used")


def test_the_same_desk_may_ask_again_when_the_answer_was_lost_but_not_for_long(found_desk):
    code, desk = found_desk.invite(), ServedDesk(found_desk.server)
    desk.join(code).raise_for_status()
    first = desk.token

    assert desk.join(code).status_code == 200
    assert desk.token != first
    assert desk.number == 2
    assert ServedDesk(found_desk.server, token=first).ask("GET", "/digest").status_code == 401
    found_desk.server.clock.advance(minutes=11)
    assert refusal(desk.join(code)) == (403, "forbidden", "code_used")


def test_two_desks_that_show_one_code_at_once_are_not_both_let_in(found_desk):
    from concurrent.futures import ThreadPoolExecutor

    code = found_desk.invite()
    desks = [ServedDesk(found_desk.server) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(answer.status_code for answer in pool.map(lambda desk: desk.join(code), desks))

    assert statuses == [200, 403, 403, 403]


def test_desks_that_join_at_once_get_numbers_of_their_own(found_desk):
    from concurrent.futures import ThreadPoolExecutor

    codes = [found_desk.invite() for _ in range(4)]
    desks = [ServedDesk(found_desk.server) for _ in codes]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda pair: pair[0].join(pair[1]).raise_for_status(), zip(desks, codes, strict=True)))

    assert sorted(desk.number for desk in desks) == [2, 3, 4, 5]


def test_an_expired_code_lets_nobody_in(found_desk):
    expires = found_desk.server.clock() + timedelta(days=3)
    code = found_desk.invite(expires_at=expires.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
    found_desk.server.clock.advance(days=3, seconds=1)

    assert refusal(ServedDesk(found_desk.server).join(code)) == (403, "forbidden", "code_expired")


def test_a_withdrawn_code_lets_nobody_in(found_desk):
    code = found_desk.invite()
    [(record_id, seq)] = found_desk.server.rows(
        "SELECT record_id, seq FROM record WHERE community_id = %s AND entity = 'desk_invitation'",
        found_desk.community_id,
    )
    found_desk.write("patch", "desk_invitation", record_id, {"withdrawn": 1}, {"withdrawn": 0}, seq)
    found_desk.must_push()

    assert refusal(ServedDesk(found_desk.server).join(code)) == (403, "forbidden", "code_withdrawn")


def test_a_code_nobody_made_lets_nobody_in(running_server):
    answer = ServedDesk(running_server).join(new_code(secrets.token_bytes))

    assert refusal(answer) == (403, "forbidden", "code_unknown")
    assert "邀请码不对" in answer.json()["message"]


def test_a_founding_code_expires_and_brings_one_community_only(running_server):
    used, late = running_server.founding_code(), running_server.founding_code()
    desk = ServedDesk(running_server, community_id=new_id())
    desk.join(used, found=brought(desk)).raise_for_status()
    other = ServedDesk(running_server, community_id=new_id())

    assert refusal(other.join(used, found=brought(other))) == (403, "forbidden", "code_used")
    running_server.clock.advance(days=15)
    assert refusal(other.join(late, found=brought(other))) == (403, "forbidden", "code_expired")


def test_a_founding_code_takes_over_no_community_that_is_here_already(found_desk):
    code = found_desk.server.founding_code()
    thief = ServedDesk(found_desk.server, community_id=found_desk.community_id)

    assert refusal(thief.join(code, found=brought(thief))) == (403, "forbidden", "community_known")


def test_a_founding_code_asks_for_the_community_it_is_for(running_server):
    answer = ServedDesk(running_server).join(running_server.founding_code())

    assert refusal(answer) == (403, "forbidden", "code_founding")


def test_whoever_tries_codes_is_soon_asked_to_wait(running_server):
    desk = ServedDesk(running_server)
    statuses = [desk.join(new_code(secrets.token_bytes)).status_code for _ in range(7)]

    assert statuses == [403] * 5 + [429, 429]
    running_server.ticks.advance(3)
    answer = desk.join(new_code(secrets.token_bytes))
    assert answer.status_code == 403
    answer = desk.join(new_code(secrets.token_bytes))
    assert (answer.status_code, int(answer.headers["Retry-After"])) == (429, answer.json()["retry_after"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("device_id", "a:b"), ("device_id", 7), ("incarnation", ""), ("device_name", "x" * 65),
        ("device_name", "\x00"), ("code", None), ("found", []), ("found", {"community_id": "c", "name": "n"}),
    ],
)  # fmt: skip
def test_a_request_to_join_that_is_not_as_agreed_is_named_malformed(running_server, field, value):
    answer = ServedDesk(running_server).join(running_server.founding_code(), **{field: value})

    assert (answer.status_code, answer.json()["fault"]) == (422, "malformed")


def test_a_code_may_be_typed_in_any_width_and_case_and_with_misread_letters():
    code = new_code(secrets.token_bytes)
    typed = "　" + code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert is_code(code)
    assert normal_code(typed) == code.replace("-", "")
    assert code_hash("ＫＸＱ４-7HMD") == code_hash("kxq47hmd")
    assert not is_code("KXQ4-7HMD")
