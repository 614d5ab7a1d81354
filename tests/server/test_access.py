"""Who is let in: tokens, revoked desks, closed accounts, and walls between communities (cases 22, 26, 29)."""

from __future__ import annotations

import secrets
import statistics
import time

import pytest

from tests.server.running import ServedDesk, new_id, sha256
from workbench.server.tokens import new_token, read_token
from workbench.sync.protocol.digest import bucket_of

READS = ("/state", "/digest", "/standing", "/pull?after=0", f"/blobs/{'a' * 64}")


@pytest.fixture
def running_server(shared_server):
    """One server for all tests here: each founds its own community."""
    return shared_server.calm()


def seq_of(desk: ServedDesk, entity: str, record_id: str) -> int:
    [(seq,)] = desk.server.rows(
        "SELECT seq FROM record WHERE community_id = %s AND entity = %s AND record_id = %s",
        desk.community_id, entity, record_id,
    )  # fmt: skip
    return seq


def send_away(desk: ServedDesk, other: ServedDesk, state: str = "revoked") -> None:
    """Let the supervisor at a desk mark another as lost or revoked, as an ordinary edit."""
    base = seq_of(desk, "desk_device", other.device_id)
    desk.write(
        "patch", "desk_device", other.device_id, {"state": state, "reason": "设备遗失"},
        {"state": "active", "reason": ""}, base,
    )  # fmt: skip
    desk.must_push()


def close_account(desk: ServedDesk, staff_id: str) -> None:
    base = seq_of(desk, "staff_account", staff_id)
    desk.write("patch", "staff_account", staff_id, {"active": 0}, {"active": 1}, base)
    desk.must_push()


def resident(name: str = "演示甲") -> dict[str, object]:
    return {
        "name": name, "sex": "2", "birth_precision": "day", "registration": "local", "status": "living",
        "full_pinyin": "yanshijia", "initials": "ysj", "note": "",
    }  # fmt: skip


@pytest.mark.parametrize("path", READS)
def test_without_a_token_nothing_is_read(running_server, path):
    answer = ServedDesk(running_server).ask("GET", path)

    assert (answer.status_code, answer.json()["fault"]) == (401, "sign_in")


@pytest.mark.parametrize("change", ["secret", "device", "community", "head", "long"])
def test_a_token_altered_anywhere_lets_nobody_in(found_desk, change):
    head, community_id, device_id, incarnation, secret = found_desk.token.split(":")
    found_desk.token = {
        "secret": ":".join((head, community_id, device_id, incarnation, secret[:-1] + "g")),
        "device": ":".join((head, community_id, new_id(), incarnation, secret)),
        "community": ":".join((head, new_id(), device_id, incarnation, secret)),
        "head": ":".join(("cwt9", community_id, device_id, incarnation, secret)),
        "long": found_desk.token + "0" * 1000,
    }[change]

    answer = found_desk.ask("GET", "/digest")

    assert (answer.status_code, answer.json()["fault"]) == (401, "sign_in")


def test_the_server_keeps_the_hash_of_a_token_and_never_the_token(found_desk):
    secret = found_desk.token.split(":")[-1]
    [(kept,)] = found_desk.server.rows(
        "SELECT token_sha256 FROM device WHERE community_id = %s", found_desk.community_id
    )

    assert len(secret) == 64
    assert kept == sha256(found_desk.token.encode())


def test_a_token_is_read_only_from_a_bearer_header():
    token = new_token("c", "d", "i", secrets.token_bytes)

    assert read_token(f"Bearer {token}") == read_token(f"bearer  {token}")
    assert read_token(token) is None
    assert read_token(f"Basic {token}") is None
    assert read_token("") is None


def test_wrong_tokens_of_one_desk_from_one_place_are_slowed_down_and_the_right_one_is_not(found_desk):
    wrong = ServedDesk(found_desk.server, token=found_desk.token[:-1] + "g")
    statuses = [wrong.ask("GET", "/digest").status_code for _ in range(7)]

    assert statuses == [401] * 5 + [429, 429]
    assert found_desk.ask("GET", "/digest").status_code == 200


@pytest.mark.parametrize("state", ["lost", "revoked"])
def test_a_desk_sent_away_is_refused_everything_at_once_in_this_process(found_desk, state):
    other = found_desk.another()
    assert other.ask("GET", "/digest").status_code == 200

    send_away(found_desk, other, state)

    for path in READS:
        answer = other.ask("GET", path)
        assert (answer.status_code, answer.json()["fault"], answer.json()["state"]) == (
            403, "device_revoked", state,
        )  # fmt: skip
    assert other.push([]).status_code == 403
    assert found_desk.ask("GET", "/digest").status_code == 200


def test_even_without_news_a_desk_sent_away_is_out_within_the_minute(found_desk):
    other = found_desk.another()
    assert other.ask("GET", "/digest").status_code == 200
    found_desk.server.rows(
        "UPDATE record SET body = (body::jsonb || '{\"state\": \"revoked\"}')::json "
        "WHERE entity = 'desk_device' AND record_id = %s", other.device_id,
    )  # fmt: skip

    assert other.ask("GET", "/digest").status_code == 200, "the memory is not in use"
    found_desk.server.ticks.advance(31)
    assert other.ask("GET", "/digest").status_code == 403


def test_a_desk_found_again_goes_on_with_its_token(found_desk):
    other = found_desk.another()
    send_away(found_desk, other, "lost")
    base = seq_of(found_desk, "desk_device", other.device_id)
    found_desk.write("patch", "desk_device", other.device_id, {"state": "active"}, {"state": "lost"}, base)
    found_desk.must_push()

    assert other.ask("GET", "/digest").status_code == 200


def test_a_desk_sent_away_does_not_come_back_by_another_invitation(found_desk):
    other = found_desk.another()
    send_away(found_desk, other)

    answer = other.join(found_desk.invite())

    assert (answer.status_code, answer.json()["fault"]) == (403, "device_revoked")


def test_a_person_whose_account_was_closed_is_refused_and_the_desk_serves_others(found_desk):
    colleague = new_id()
    account = {"name": "chenyu", "display_name": "陈宇", "password_hash": "x", "roles": ["worker"],
               "posts": [], "active": 1, "must_change_password": 0, "demo": 0}  # fmt: skip
    found_desk.write("create", "staff_account", colleague, account)
    found_desk.must_push()
    other = found_desk.another()
    other.staff_id = colleague
    assert other.ask("GET", "/state?after=0").status_code == 200

    close_account(found_desk, colleague)

    for method, path in (("GET", "/state?after=0"), ("GET", "/pull?after=0"), ("POST", "/push")):
        answer = other.ask(method, path, {} if method == "POST" else None)
        assert (answer.status_code, answer.json()["fault"]) == (403, "staff_disabled")
    other.staff_id = found_desk.staff_id
    assert other.ask("GET", "/state?after=0").status_code == 200


def test_a_person_the_server_has_not_heard_of_yet_may_send_the_account_itself(found_desk):
    found_desk.staff_id, newcomer = found_desk.staff_id, new_id()
    answer = found_desk.ask("GET", "/digest", **{"Workbench-Staff": newcomer})

    assert answer.status_code == 200


# Between communities --------------------------------------------------------------------------------------


@pytest.fixture
def neighbour(running_server) -> ServedDesk:
    return running_server.found("凯旋社区")


def test_a_push_into_another_community_is_refused_whole_and_noted(found_desk, neighbour):
    found_desk.community_id = neighbour.community_id
    found_desk.write("create", "resident", new_id(), resident())

    answer = found_desk.push()

    assert (answer.status_code, answer.json()["fault"]) == (403, "forbidden")
    theirs = "SELECT count(*) FROM record WHERE community_id = %s AND entity = 'resident'"
    assert neighbour.server.rows(theirs, neighbour.community_id) == [(0,)]
    [(device_id, fault)] = found_desk.server.rows(
        "SELECT device_id, fault FROM incident WHERE device_id = %s", found_desk.device_id
    )
    assert (device_id, fault) == (found_desk.device_id, "forbidden")


def test_a_record_of_another_community_named_in_a_body_is_unknown_here(found_desk, neighbour):
    record_id = new_id()
    neighbour.write("create", "resident", record_id, resident("凯旋居民"))
    neighbour.must_push()

    found_desk.write("patch", "resident", record_id, {"note": "x"}, {"note": ""}, 3)
    found_desk.write("patch", "resident", new_id(), {"note": "x"}, {"note": ""}, 3)
    foreign, nowhere = found_desk.push().json()["answers"]

    assert foreign[1:] == nowhere[1:]
    assert foreign[1] == "refused"
    [(body,)] = neighbour.server.rows("SELECT body FROM record WHERE record_id = %s", record_id)
    assert body["note"] == ""


def test_a_parent_of_another_community_is_no_parent_here(found_desk, neighbour):
    resident_id = new_id()
    neighbour.write("create", "resident", resident_id, resident("凯旋居民"))
    neighbour.must_push()
    held = {"kind": "id_card", "obtained_on": "2020-01-01", "valid_until": "2040-01-01"}

    found_desk.write("create", "held_document", new_id(), {**held, "resident_id": resident_id})
    found_desk.write("create", "held_document", new_id(), {**held, "resident_id": new_id()})
    foreign, nowhere = found_desk.push().json()["answers"]

    assert foreign[1:] == nowhere[1:]
    assert (foreign[1], foreign[3]) == ("refused", "parent_missing")


def test_nothing_of_another_community_comes_down_or_is_counted(found_desk, neighbour):
    for _ in range(5):
        neighbour.write("create", "resident", new_id(), resident("凯旋居民"))
    neighbour.must_push()
    before = found_desk.ask("GET", "/digest").json()

    rows = found_desk.ask("GET", f"/pull?after=0&epoch={found_desk.epoch}&scope_epoch=1").json()
    records = found_desk.ask("GET", "/standing?from=0&to=255").json()["records"]

    assert "凯旋" not in str(rows) + str(records)
    assert neighbour.device_id not in str(rows) + str(records)
    assert before["seq"] == rows["to_seq"] == 2
    assert sum(count for _, count, _ in before["buckets"]) == len(records) == 2


def test_a_file_another_community_has_is_not_there_and_must_come_whole(found_desk, neighbour):
    content, address = b"ABCD" * 1000, "b" * 64
    headers = {"Upload-Offset": "0", "Upload-Length": str(len(content)), "Content-SHA256": sha256(content)}
    neighbour.ask("PATCH", f"/blobs/{address}", content, **headers).raise_for_status()

    known, nobody = f"/blobs/{address}", f"/blobs/{'c' * 64}"
    for method in ("HEAD", "GET"):
        foreign, nowhere = found_desk.ask(method, known), found_desk.ask(method, nobody)
        assert (foreign.status_code, foreign.content) == (nowhere.status_code, nowhere.content)
        assert foreign.status_code == 404
        assert _quiet(foreign.headers) == _quiet(nowhere.headers)
    half = {**headers, "Upload-Offset": "2000"}
    answer = found_desk.ask("PATCH", known, content[2000:], **half)
    assert (answer.status_code, answer.json()["offset"]) == (422, 0)
    assert found_desk.ask("PATCH", known, content, **headers).status_code == 204


def _quiet(headers):
    return {name: value for name, value in headers.items() if name != "date"}


def test_a_foreign_community_and_one_that_does_not_exist_take_the_same_time(found_desk, neighbour):
    """No timing hint: the medians lie within each other's noise, and never three times apart."""
    head, _, _, incarnation, secret = found_desk.token.split(":")

    def spent(community_id: str, device_id: str) -> float:
        took = []
        for _ in range(15):
            desk = ServedDesk(
                found_desk.server, token=":".join((head, community_id, device_id, incarnation, secret))
            )
            began = time.perf_counter()
            assert desk.ask("GET", "/digest").status_code in (401, 429)
            took.append(time.perf_counter() - began)
            found_desk.server.ticks.advance(4000)
        return statistics.median(took)

    foreign, nowhere = spent(neighbour.community_id, neighbour.device_id), spent(new_id(), new_id())
    assert max(foreign, nowhere) < 3 * min(foreign, nowhere)


def test_a_token_of_one_community_opens_no_other_even_with_its_ids(found_desk, neighbour):
    head, _, _, _, secret = found_desk.token.split(":")
    thief = ServedDesk(
        found_desk.server,
        token=":".join((head, neighbour.community_id, neighbour.device_id, neighbour.incarnation, secret)),
    )

    assert thief.ask("GET", "/digest").status_code == 401


def test_buckets_of_the_two_are_apart_even_where_ids_fall_together(found_desk, neighbour):
    record_id = new_id()
    neighbour.write("create", "resident", record_id, resident())
    neighbour.must_push()

    bucket = bucket_of(record_id)
    mine = {number: count for number, count, _ in found_desk.ask("GET", "/digest").json()["buckets"]}
    records = found_desk.ask("GET", f"/standing?from={bucket}&to={bucket}").json()["records"]

    assert record_id not in str(records)
    assert mine.get(bucket, 0) == len(records)
