"""The database that comes with the workbench: made once, found again, shut to whoever has no password."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from workbench.server.embedded import EmbeddedPostgres, NoEmbeddedDatabase


@pytest.fixture(scope="module")
def place():
    with tempfile.TemporaryDirectory(prefix="workbench-own-") as folder:
        yield Path(folder) / "server" / "postgres"


def test_it_is_made_at_the_first_start_and_found_again_at_the_next(place):
    with EmbeddedPostgres(place) as postgres:
        with psycopg.connect(postgres.url) as connection:
            connection.execute("CREATE TABLE kept (what text)")
            connection.execute("INSERT INTO kept VALUES ('原样')")
    with EmbeddedPostgres(place) as postgres:
        with psycopg.connect(postgres.url) as connection:
            assert connection.execute("SELECT what FROM kept").fetchone() == ("原样",)


def test_it_stops_with_the_last_that_holds_it(place):
    postgres = EmbeddedPostgres(place)
    url = postgres.start()
    psycopg.connect(url).close()
    postgres.stop()

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_nobody_gets_in_without_the_password_that_lies_beside_it(place):
    with EmbeddedPostgres(place) as postgres:
        password = urlsplit(postgres.url).password
        for tried in ("", "0" * 64):
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(postgres.url.replace(password, tried))
        psycopg.connect(postgres.url).close()

    kept = place.with_name("postgres.password")
    assert (kept.read_text(), kept.stat().st_mode & 0o077) == (password, 0)


def test_a_folder_that_cannot_hold_it_is_told_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(NoEmbeddedDatabase, match="请检查磁盘空间和权限"):
        EmbeddedPostgres(tmp_path / "file" / "postgres").start()
