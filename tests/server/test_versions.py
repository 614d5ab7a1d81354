"""Desks that are too old: told to be updated, and never kept from handing in or reading (case 20)."""

from __future__ import annotations

import pytest

from tests.server.running import RunningServer, new_id
from tests.server.test_access import resident


@pytest.fixture
def demanding(server_database, tmp_path):
    """A server that serves protocol 1 no more."""
    server = RunningServer(server_database, tmp_path, oldest=2)
    yield server
    server.stop()


@pytest.fixture
def old_desk(server_database, tmp_path, demanding):
    """A desk that joined while its protocol was still served."""
    before = RunningServer(server_database, tmp_path)
    desk = before.found()
    before.stop()
    desk.server = demanding
    return desk


def test_an_old_desk_is_told_to_be_updated_where_it_says_hello_or_joins(demanding, old_desk):
    for method, path in (("GET", "/hello"), ("POST", "/enrol"), ("POST", "/incarnation")):
        answer = old_desk.ask(method, path, {} if method == "POST" else None)

        assert (answer.status_code, answer.json()["fault"], answer.json()["oldest"]) == (426, "too_old", 2)
        assert "不会丢失" in answer.json()["message"]


def test_an_old_desk_still_hands_in_and_reads(old_desk):
    old_desk.write("create", "resident", new_id(), resident())
    assert old_desk.must_push()[0][1] == "accepted"

    path = f"/pull?after=0&epoch={old_desk.epoch}&scope_epoch=1"
    answer = old_desk.ask("GET", path)
    assert len(answer.json()["rows"]) == 3
    assert old_desk.ask("GET", "/digest").status_code == 200
    assert old_desk.ask("GET", "/state?after=0").status_code == 200


def test_every_answer_says_what_is_spoken_here(old_desk):
    for path in ("/hello", "/digest", "/nothing"):
        headers = old_desk.ask("GET", path).headers
        assert (headers["Workbench-Protocol"], headers["Workbench-Oldest"]) == ("1", "2")


def test_a_newer_desk_is_served_in_what_is_spoken_here(found_desk):
    answer = found_desk.ask("GET", "/digest", **{"Workbench-Protocol": "9"})

    assert (answer.status_code, answer.headers["Workbench-Protocol"]) == (200, "1")


@pytest.mark.parametrize("said", ["", "one", "-1", "１"])
def test_a_version_that_is_no_number_is_malformed(running_server, said):
    answer = running_server.get("/v1/hello", headers={"Workbench-Protocol": said.encode()})

    assert (answer.status_code, answer.json()["fault"]) == (422, "malformed")
