"""What the server tells those who look after it, and never tells: logs, counts, health, its own document."""

from __future__ import annotations

import io
import json
import logging
from typing import Any

import pytest
import structlog

from tests.server.running import ServedDesk, new_id
from tests.server.test_access import resident
from workbench.server.logs import configure, server_log

NAME, NUMBER, PHONE = "钱塘演示人", "330106195803120889", "13857103746"


@pytest.fixture
def log():
    """The lines the server logs, in memory."""
    stream = io.StringIO()
    handlers, level = logging.root.handlers[:], logging.root.level
    configure(stream)
    yield stream
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.fixture
def busy_day(log, running_server) -> ServedDesk:
    """A desk that has done everything once, with things in it that no log may hold."""
    desk = running_server.found(NAME + "社区")
    fields = {**resident(NAME), "id_number": NUMBER, "phone": PHONE, "note": "低保"}
    desk.write("create", "resident", new_id(), fields)
    desk.write("view", "resident", new_id(), {"seen": NUMBER})
    desk.must_push()
    desk.ask("GET", "/pull?after=0&epoch=&scope_epoch=0")
    desk.ask("GET", f"/blobs/{'ab' * 32}")
    desk.ask("PATCH", f"/blobs/{'ab' * 32}", NAME.encode())
    desk.ask("POST", "/push", json.dumps({"epoch": NAME, "changes": [NUMBER]}).encode())
    ServedDesk(running_server, token=desk.token[:-1] + "g").ask("GET", "/digest")
    desk.another()
    return desk


def test_the_log_names_routes_and_outcomes_in_json(busy_day, log):
    seen = {
        (line["method"], line["route"], line["status"]) for line in lines(log) if line["event"] == "request"
    }

    assert ("POST", "/v1/push", 200) in seen
    assert ("GET", "/v1/blobs/{address}", 404) in seen
    assert ("GET", "/v1/digest", 401) in seen
    assert {line.get("fault") for line in lines(log)} >= {"sign_in", "malformed", "not_found"}


def test_no_name_number_token_code_or_address_is_in_the_log_or_the_counts(busy_day, log):
    told = log.getvalue() + busy_day.server.get("/metrics").text

    secrets = [NAME, NUMBER, PHONE, "低保", busy_day.token, busy_day.token.split(":")[-1], "ab" * 32]
    assert [secret for secret in secrets if secret in told] == []
    for community_or_person in (busy_day.community_id, busy_day.staff_id, busy_day.device_id):
        assert community_or_person not in busy_day.server.get("/metrics").text


def test_an_error_of_our_own_is_logged_by_kind_and_place_without_its_words(log, found_desk, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ValueError(f"cannot cope with {NAME} {NUMBER}")

    monkeypatch.setattr(found_desk.server.service.exchange, "digest", broken)
    answer = found_desk.ask("GET", "/digest")

    assert (answer.status_code, answer.json()["fault"]) == (500, "busy")
    assert NAME not in log.getvalue() + answer.text
    failed = [line for line in lines(log) if line["event"] == "failed"]
    assert [(line["error"], line["place"].split(":")[0]) for line in failed] == [
        ("ValueError", "test_watching.py")
    ]


def test_logs_of_libraries_come_without_arguments_and_without_the_words_of_errors(log):
    logger = logging.getLogger("library")
    logger.warning("could not do %s", NAME)
    try:
        raise ValueError(NUMBER)
    except ValueError:
        logger.exception("failed with %s", PHONE)

    assert [line["event"] for line in lines(log)] == ["could not do %s", "failed with %s"]
    assert NAME not in log.getvalue()
    assert NUMBER not in log.getvalue()
    assert lines(log)[1]["error"] == "ValueError"


def test_the_log_speaks_chinese_as_it_is(log):
    server_log().info("started", name="社区")

    assert "社区" in log.getvalue()


def test_counts_tell_what_was_answered(found_desk):
    found_desk.write("create", "resident", new_id(), resident())
    found_desk.must_push()
    found_desk.ask("GET", "/nothing")

    counts = found_desk.server.get("/metrics").text

    assert 'workbench_changes_total{outcome="accepted"} 2.0' in counts
    assert 'workbench_requests_total{route="/v1/push",status="200"} 2.0' in counts
    assert 'workbench_requests_total{route="none",status="404"} 1.0' in counts
    assert 'workbench_request_seconds_count{route="/v1/push"} 2.0' in counts


def test_counts_are_told_to_this_machine_only(found_desk, monkeypatch):
    from workbench.server.http import health

    monkeypatch.setattr(health, "address_of", lambda request: "10.1.2.3")

    assert found_desk.server.get("/metrics").status_code == 404


def test_health_tells_a_process_that_answers_from_one_that_can_work(running_server, databases):
    assert running_server.get("/healthz").json() == {"alive": True}
    assert running_server.get("/readyz").json() == {"ready": True}

    databases.drop(running_server.settings.database)

    assert running_server.get("/healthz").status_code == 200
    answer = running_server.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False})


def test_without_its_database_the_server_says_so_and_what_was_kept(found_desk, databases):
    databases.drop(found_desk.server.settings.database)
    found_desk.server.ticks.advance(100)

    answer = found_desk.ask("GET", "/digest")

    assert (answer.status_code, answer.json()["fault"]) == (503, "busy")
    assert "自动" in answer.json()["message"]
