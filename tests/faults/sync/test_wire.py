"""The wire does to requests what it is told, and nothing else."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from tests.faults.sync.crash import Killed, killed_at
from tests.faults.sync.wire import Blow, Trouble, Wire
from workbench.sync.protocol.digest import content_hash


@pytest.fixture
def echo():
    """A server that counts what arrives and says it back."""
    arrived = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            arrived.append(body)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", arrived
    server.shutdown()


@pytest.fixture
def ask(echo):
    url, _ = echo
    wire, session = Wire(), requests.Session()
    session.mount(url, wire)

    def post(body, *blows):
        wire.expect(*blows)
        return session.post(f"{url}/x", data=body, timeout=5).content

    post.wire = wire
    return post


def test_without_trouble_everything_passes(ask, echo):
    assert ask(b"hello") == b"hello"
    assert echo[1] == [b"hello"]


def test_a_lost_request_never_arrives(ask, echo):
    with pytest.raises(requests.ConnectionError):
        ask(b"hello", Blow(Trouble.LOSE_REQUEST, 0))
    assert echo[1] == []


def test_a_lost_reply_was_a_request_that_arrived(ask, echo):
    with pytest.raises(requests.ConnectionError):
        ask(b"hello", Blow(Trouble.LOSE_REPLY, 0))
    assert echo[1] == [b"hello"]


def test_a_request_may_arrive_twice(ask, echo):
    assert ask(b"hello", Blow(Trouble.TWICE, 0)) == b"hello"
    assert echo[1] == [b"hello", b"hello"]


def test_a_late_request_arrives_after_a_later_one(ask, echo):
    with pytest.raises(requests.Timeout):
        ask(b"first", Blow(Trouble.LATE, 0))
    ask(b"second")
    assert ask.wire.release() == 1
    assert echo[1] == [b"second", b"first"]


def test_an_answer_may_end_early_or_hold_another_byte(ask):
    assert ask(b"0123456789", Blow(Trouble.CUT, 0, 0.4)) == b"0123"
    flipped = ask(b"0123456789", Blow(Trouble.FLIP, 0, 0.4))
    assert len(flipped) == 10 and sum(a != b for a, b in zip(flipped, b"0123456789", strict=True)) == 1


def test_a_request_may_end_early(ask, echo):
    assert ask(b"0123456789", Blow(Trouble.CUT_REQUEST, 0, 0.4)) == b"0123"


def test_only_the_request_with_the_number_is_struck(ask, echo):
    ask.wire.expect(Blow(Trouble.LOSE_REQUEST, 1))
    assert ask.wire.struck == {}
    with pytest.raises(requests.ConnectionError):
        ask(b"x", Blow(Trouble.LOSE_REQUEST, 0))
    assert ask.wire.struck == {"lose_request": 1}


def test_a_program_is_killed_at_a_line_of_its_own_and_nothing_catches_it():
    with pytest.raises(Killed), killed_at(2):
        for _ in range(3):
            content_hash({"name": "王"})
    with killed_at(10_000):
        content_hash({"name": "王"})
