"""A keys file that was damaged, altered or torn is named as such and opens nothing."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.security.fakes import CHEAP
from workbench.security import durable
from workbench.security.accounts import WrongPassword
from workbench.security.custody import KEYS_FILE, KeyCustody
from workbench.security.durable import FileNotSaved, replace_file
from workbench.security.keys_file import KeysFileDamaged, KeysFileMissing, read_keys_file
from workbench.security.passwords import Cost

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
PASSWORD = "tulip-7-kettle"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    custody = KeyCustody(tmp_path, cost=CHEAP)
    custody.create()
    custody.admit("zhang", PASSWORD)
    custody.admit("wang", "violet-9-teapot")
    return tmp_path / KEYS_FILE


def forge(path: Path, body: dict[str, Any]) -> None:
    """Alter the file as somebody would who knows how its digest is made."""
    digest = hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    path.write_text(json.dumps({"version": 1, "body": body, "sha256": digest}), encoding="utf-8")


def body_of(path: Path) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["body"]
    return body


def open_as_zhang(path: Path) -> bytes:
    return KeyCustody(path.parent, cost=CHEAP).unlock_with_password("zhang", PASSWORD, NOW)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeysFileMissing, match="keys.json"):
        read_keys_file(tmp_path / KEYS_FILE)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"{}", b'{"version":1}', b"\xff\xfe", b"9"])
def test_a_file_that_is_no_keys_file_is_named_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(KeysFileDamaged):
        open_as_zhang(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_changed_byte_is_noticed(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    letter = data.draw(st.sampled_from(b"A0z/{").filter(lambda byte: byte != whole[place]))
    path.write_bytes(whole[:place] + bytes([letter]) + whole[place + 1 :])
    try:
        with pytest.raises(KeysFileDamaged):
            read_keys_file(path)
    finally:
        path.write_bytes(whole)


def test_a_seal_moved_to_another_account_opens_nothing(path: Path) -> None:
    body = body_of(path)
    body["accounts"]["zhang"], body["accounts"]["wang"] = body["accounts"]["wang"], body["accounts"]["zhang"]
    forge(path, body)
    with pytest.raises(WrongPassword):
        KeyCustody(path.parent, cost=CHEAP).unlock_with_password("zhang", "violet-9-teapot", NOW)


def test_a_seal_with_altered_cost_opens_nothing(path: Path) -> None:
    body = body_of(path)
    body["accounts"]["zhang"][0]["argon2id"] = [16, 1, 1]
    forge(path, body)
    with pytest.raises(WrongPassword):
        open_as_zhang(path)


@pytest.mark.parametrize("cost", [[2**40, 3, 4], [64, 2**31, 4], [64, 3, 4096], [0, 0, 0], [8, 1, 4]])
def test_a_seal_that_would_exhaust_the_machine_is_refused_unopened(path: Path, cost: list[int]) -> None:
    body = body_of(path)
    body["accounts"]["zhang"][0]["argon2id"] = cost
    forge(path, body)
    with pytest.raises(KeysFileDamaged):
        open_as_zhang(path)


@pytest.mark.parametrize("tried", [[3], ["x", None], [3, "yesterday"], [3, "2026-11-24T01:00:00"]])
def test_counters_that_make_no_sense_are_damage(path: Path, tried: list[Any]) -> None:
    body = body_of(path)
    body["attempts"]["zhang"] = tried
    forge(path, body)
    with pytest.raises(KeysFileDamaged):
        open_as_zhang(path)


def test_the_cost_in_use_is_kept_with_each_seal(path: Path) -> None:
    KeyCustody(path.parent, cost=Cost(memory_kib=16, passes=2, lanes=1)).expel("wang")
    assert read_keys_file(path).accounts["zhang"][0].cost == CHEAP


def test_a_disk_that_fails_leaves_the_former_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(FileNotSaved, match="keys.json"):
        replace_file(path, b"other")
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [KEYS_FILE]
