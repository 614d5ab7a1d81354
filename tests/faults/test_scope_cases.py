"""Cases 26 and 27 of the forty: walls between communities, and numbers a desk may not see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.desk.test_syncing import address as address
from tests.desk.test_syncing import first as first
from tests.desk.test_syncing import invited
from tests.desk.test_syncing import newcomer as newcomer
from tests.desk_fixtures import TODAY
from tests.server import test_access as access
from tests.server.running import RunningServer, ServedDesk, new_id
from tests.server.test_access import neighbour as neighbour
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.device_views import ServerAddress
from workbench.desk.joining import Newcomer
from workbench.desk.opening import Opening
from workbench.people.model import Resident
from workbench.store import Store
from workbench.store.opened import opened
from workbench.sync.terms import DeskTerms

# Case 26: another community.


def test_case_26_pushing_into_another_community_is_refused_whole_and_audited(
    found_desk: ServedDesk, neighbour: ServedDesk
) -> None:
    access.test_a_push_into_another_community_is_refused_whole_and_noted(found_desk, neighbour)


def test_case_26_a_record_of_another_community_named_in_a_body_is_as_unknown_as_no_record(
    found_desk: ServedDesk, neighbour: ServedDesk
) -> None:
    access.test_a_record_of_another_community_named_in_a_body_is_unknown_here(found_desk, neighbour)


def test_case_26_neither_pull_nor_digest_nor_count_tells_of_another_community(
    found_desk: ServedDesk, neighbour: ServedDesk
) -> None:
    access.test_nothing_of_another_community_comes_down_or_is_counted(found_desk, neighbour)


def test_case_26_a_file_known_by_its_hash_is_not_there(found_desk: ServedDesk, neighbour: ServedDesk) -> None:
    access.test_a_file_another_community_has_is_not_there_and_must_come_whole(found_desk, neighbour)


def test_case_26_time_tells_nothing_either(found_desk: ServedDesk, neighbour: ServedDesk) -> None:
    access.test_a_foreign_community_and_one_that_does_not_exist_take_the_same_time(found_desk, neighbour)


def test_case_26_a_token_opens_its_own_community_only(found_desk: ServedDesk, neighbour: ServedDesk) -> None:
    access.test_a_token_of_one_community_opens_no_other_even_with_its_ids(found_desk, neighbour)


def test_case_26_an_attempt_by_record_id_is_in_the_audit(
    found_desk: ServedDesk, neighbour: ServedDesk
) -> None:
    record_id = new_id()
    neighbour.write("create", "resident", record_id, access.resident("凯旋居民"))
    neighbour.must_push()
    attempt = found_desk.write("patch", "resident", record_id, {"note": "x"}, {"note": ""}, 3)
    assert found_desk.push().json()["answers"][0][1] == "refused"
    kept = found_desk.server.rows("SELECT community_id FROM audit WHERE op_id = %s", attempt.op_id)
    assert kept == [(found_desk.community_id,)]


# Case 27: a desk that may not see numbers whole.


def said_by(store: Store) -> str:
    """Return everything the store holds, journal and indexes included, as one text.

    A virtual table has no rows of its own; what it is made of lies in tables beside it.
    """
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    with store.read() as reading:
        run = reading.connection().exec_driver_sql
        names = list(run(tables).scalars())
        return "\n".join(str(tuple(row)) for name in names for row in run(f'SELECT * FROM "{name}"'))


def numbers_of(desk: Desk) -> list[str]:
    """Return every number of the community's residents in full."""
    with desk.store.read() as reading:
        rows = reading.execute(select(Resident.id_number, Resident.phone, Resident.other_phone)).all()
    return [number for row in rows for number in row if number]


@pytest.fixture
def masked(first: Desk, newcomer: Opening, address: ServerAddress) -> Iterator[Desk]:
    """Another desk of the community, to which numbers are not sent whole; the supervisor sits at it."""
    code = invited(first, DeskTerms("遮盖窗口", masked=True))
    newcomer.join(address, code, Newcomer(SUPERVISOR.account, PASSWORD), lambda *_: None, lambda: False)
    desk = newcomer.sign_in(SUPERVISOR.account, PASSWORD)
    desk.sync.round()
    yield desk
    desk._line.stop()


def test_case_27_the_server_never_sends_a_number_whole(first: Desk, masked: Desk) -> None:
    numbers, told = numbers_of(first), said_by(masked.store)
    assert len(numbers) > 40
    with masked.store.read() as reading:
        assert reading.scalars(select(Resident)).first() is not None, "the people themselves did come"
    assert [number for number in numbers if number in told] == []


def test_case_27_the_control_desk_holds_them(first: Desk) -> None:
    told = said_by(first.store)
    assert all(number in told for number in numbers_of(first))


def test_case_27_neither_search_nor_card_nor_unmasking_gives_them(first: Desk, masked: Desk) -> None:
    with first.store.read() as reading:
        person = reading.scalars(select(Resident).where(Resident.id_number.is_not(None))).first()
        assert person is not None and person.id_number is not None
    assert masked.residents.search(person.id_number, 5) == []
    shown = str(masked.residents.card(person.id))
    assert person.name in shown and person.id_number not in shown
    assert person.id_number != masked.residents.secret(person.id, "id_number")


def test_case_27_no_export_has_them(first: Desk, masked: Desk, tmp_path: Path) -> None:
    import openpyxl

    masked.reports.write("roster", TODAY, "xlsx", tmp_path / "out.xlsx", "入户走访")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    told = str([cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row])
    assert not [number for number in numbers_of(first) if number in told]


def _set_phone(desk: Desk, resident_id: str, phone: str) -> None:
    with desk.store.read() as reading:
        record = reading.get(Resident, resident_id)
        assert record is not None
        form = opened(record)
    with desk.store.write(desk.session.actor) as work:
        work.amend(work.get(Resident, resident_id), {"phone": phone}, form)


def test_case_27_a_conflict_shows_the_other_number_masked(first: Desk, masked: Desk) -> None:
    with first.store.read() as reading:
        person = reading.scalars(select(Resident.id).where(Resident.phone.is_not(None))).first()
    assert person is not None
    _set_phone(first, person, "13900001111")
    first.sync.round()
    _set_phone(masked, person, "13900002222")
    masked.sync.round()
    masked.sync.round()
    told = said_by(masked.store)
    assert "13900001111" not in told
    first.sync.round()
    assert "13900002222" in said_by(first.store), (
        "the value that was not taken waits whole for the supervisor"
    )


def test_case_27_a_later_change_comes_masked_too(first: Desk, masked: Desk) -> None:
    with first.store.read() as reading:
        person = reading.scalars(select(Resident.id)).first()
    assert person is not None
    _set_phone(first, person, "13900003333")
    first.sync.round()
    masked.sync.round()
    assert "13900003333" not in said_by(masked.store)
    assert masked.verify().fault is None


def test_case_27_the_masked_desk_and_the_server_agree_all_the_same(
    first: Desk, masked: Desk, running_server: RunningServer
) -> None:
    assert masked.sync.round().repaired == 0
    assert masked.verify().fault is None
