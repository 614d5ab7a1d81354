"""Case 33 of the forty: a journal that was edited, thinned, cut or dated back, and who finds out."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.desk.test_syncing import address as address
from tests.desk.test_syncing import first as first
from tests.faults.machines import CHIEF, PASSWORD, Machine
from workbench.desk.desk import Desk
from workbench.server.signing import ServerKeys, Signer
from workbench.sync import facts


@pytest.fixture
def audited(machine: Machine) -> Callable[[str], str]:
    """Change the journal past the program, and return what the verifier then says."""

    def changed(sql: str) -> str:
        from workbench.store.engine import connect

        custody = machine.custody()
        machine.close()
        key = custody.unlock_with_keyring() if not custody.asks_password else _key_by_password(machine)
        raw = connect(machine.folder.database, key)
        raw.execute("PRAGMA foreign_keys = OFF")
        for statement in sql.split(";"):
            raw.execute(statement)
        raw.close()
        fault = machine.sign_in().verify().fault
        return "" if fault is None else str(fault)

    machine.sign_in()
    return changed


def _key_by_password(machine: Machine) -> bytes:
    return machine.custody().unlock_with_password(CHIEF, PASSWORD, machine.clock())


_FIRST = "SELECT min(seq) FROM journal WHERE kind = 'sign_in'"
_ALTERED, _MISSING = "journal 第 {0} 行：内容与哈希链不符", "journal 第 {1} 行：之前缺少 1 条记录"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE journal SET author_id = 'nobody' WHERE seq = {0}", _ALTERED),
        ("UPDATE journal SET after = '{{}}' WHERE seq = {0}", _ALTERED),
        ("UPDATE journal SET hlc = hlc - (1 << 40) WHERE seq = {0}", _ALTERED),
        ("DELETE FROM journal WHERE seq = {0}", _MISSING),
    ],
    ids=["author edited", "details edited", "time edited", "row removed"],
)
def test_case_33_the_verifier_names_the_first_bad_row(
    machine: Machine, audited: Callable[[str], str], sql: str, said: str
) -> None:
    with machine.sign_in().store.read() as reading:
        row = int(reading.connection().exec_driver_sql(_FIRST).scalar_one())
    assert audited(sql.format(row)).startswith(said.format(row, row + 1))


def test_case_33_an_untouched_journal_is_in_order(machine: Machine, audited: Callable[[str], str]) -> None:
    assert audited("SELECT 1") == ""


def test_case_33_a_clock_moved_does_not_break_the_chain_and_the_order_stands(machine: Machine) -> None:
    for days in (-30, 400, -800):
        machine.clock.advance(days=days)
        desk = machine.sign_in()
    assert desk.verify().fault is None
    with desk.store.read() as reading:
        clocks = reading.connection().exec_driver_sql("SELECT hlc FROM journal ORDER BY device_seq").scalars()
        told = list(clocks)
    assert told == sorted(told)


@pytest.fixture
def countersigned(machine: Machine) -> int:
    """Let the server have countersigned this desk's chain; return how far."""
    keys = ServerKeys(bytes(range(32)), bytes(range(32, 64)))
    desk = machine.sign_in()
    with desk.store.read() as reading:
        last = "SELECT device_seq, lower(hex(hash)) FROM journal ORDER BY device_seq DESC LIMIT 1"
        number, digest = reading.connection().exec_driver_sql(last).one()
    head = Signer(keys).head("community-1", desk.store.device_id, number, digest, machine.clock())
    with desk.store.receive("") as unit:
        unit.set_fact(facts.COMMUNITY_ID, "community-1")
        unit.set_fact(facts.SIGNING_KEY, keys.verifying)
        unit.set_fact(facts.COUNTERSIGNED, json.dumps(head))
    return int(number)


def test_case_33_a_tail_that_was_cut_shows_by_the_countersigned_head(
    machine: Machine, audited: Callable[[str], str], countersigned: int
) -> None:
    # Two rows go: the sign-in that follows writes one anew, and the chain is whole again.
    said = audited(f"DELETE FROM journal WHERE device_seq > {countersigned - 2}")
    assert said.startswith("journal 本机第") and "截去" in said


def test_case_33_without_a_countersigned_head_nobody_could_tell(
    machine: Machine, audited: Callable[[str], str]
) -> None:
    machine.sign_in()
    assert audited("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)") == ""


def test_case_33_a_tail_written_anew_in_its_place_shows(
    machine: Machine, audited: Callable[[str], str], countersigned: int
) -> None:
    said = audited(f"DELETE FROM journal WHERE device_seq >= {countersigned}")
    assert "已被改写" in said, "the sign-in that follows took the number the server had signed"


def test_case_33_a_head_moved_back_to_fit_bears_no_signature(
    machine: Machine, audited: Callable[[str], str], countersigned: int
) -> None:
    earlier = f"json_set(value, '$.device_seq', {countersigned - 1})"
    said = audited(f"UPDATE store_fact SET value = {earlier} WHERE name = 'countersigned'")
    assert "签收凭证已被改动" in said


def test_case_33_whoever_writes_on_after_the_countersign_is_in_order(
    machine: Machine, countersigned: int
) -> None:
    assert machine.sign_in().verify().fault is None


def test_case_33_a_real_servers_countersign_shows_a_cut_tail(first: Desk) -> None:
    from workbench.store.engine import connect

    first.note_export("day-sheet", 3, "例会")
    first.sync.round()
    assert first.verify().fault is None
    raw = connect(first.folder.database, first._custody.key)
    raw.execute("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal WHERE origin_id IS NULL)")
    raw.close()
    assert "截去" in str(first.verify().fault)
