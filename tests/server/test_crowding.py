"""More desks at once than the server can work for: it says so at once, and takes every change in the end."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from tests.server.running import RunningServer


@pytest.fixture
def narrow_server(server_database: str, tmp_path: Path) -> Iterator[RunningServer]:
    """A server that works on one request at a time and lets nobody wait."""
    server = RunningServer(server_database, tmp_path, connections=1, waiting=0)
    yield server
    server.stop()


def test_whoever_finds_no_room_is_asked_to_come_again_and_loses_nothing(narrow_server):
    desk = narrow_server.found()
    desk.write("create", "grid", "grid-1", {"code": "1", "name": "一网格"})
    with psycopg.connect(narrow_server.settings.database) as busy, ThreadPoolExecutor(1) as elsewhere:
        busy.execute("SELECT seq FROM community FOR UPDATE")
        pushing = elsewhere.submit(desk.push)
        while narrow_server.service.limiter.available_tokens > 0:
            assert not pushing.done()
        turned_away = desk.ask("GET", "/digest")
        busy.rollback()
        assert pushing.result().status_code == 200
    assert turned_away.status_code == 503
    assert turned_away.json()["fault"] == "busy"
    assert 1 <= int(turned_away.headers["Retry-After"]) <= 5
    assert desk.ask("GET", "/digest").status_code == 200
