"""Two windows of one community, far apart for a while: forms, numbers, files and history agree again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.desk_fixtures import SettableClock
from tests.server.running import RunningServer
from workbench.desk.counter import desk_number
from workbench.desk.demo.build import demo_opening
from workbench.desk.demo.cast import PASSWORD
from workbench.desk.desk import Desk
from workbench.desk.device_views import ServerAddress
from workbench.desk.folder import DataFolder
from workbench.desk.joining import Newcomer
from workbench.people.model import Resident
from workbench.people.vocabulary import ResidentStatus
from workbench.sync.model import DisputeState, SyncDispute
from workbench.sync.terms import DeskTerms

PDF = b"%PDF-1.7\nname: plainly visible\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Windows:
    """The supervisor's window, which founded the community, and a worker's, which joined it."""

    one: Desk
    two: Desk

    def meet(self) -> None:
        """Let both exchange until neither has anything the other lacks."""
        for desk in (self.one, self.two, self.one, self.two):
            desk.sync.round()


@pytest.fixture
def windows(
    desk: Desk, running_server: RunningServer, tmp_path: Path, desk_clock: SettableClock
) -> Iterator[Windows]:
    address = ServerAddress(running_server.url)
    desk.sync.connect(address, running_server.founding_code(), "窗口一")
    desk._line.stop()
    desk.sync.round()
    code = desk.devices.invite(DeskTerms("窗口二")).code
    desk.sync.round()
    door = demo_opening(DataFolder(tmp_path / "second"), desk_clock)
    door.join(address, code, Newcomer("chenyu", PASSWORD), lambda done, of: None, lambda: False)
    second = door.sign_in("chenyu", PASSWORD)
    second._line.stop()
    both = Windows(desk, second)
    both.meet()
    yield both
    for each in (desk, second):
        each._line.stop()
    door.close()


def somebody(desk: Desk) -> str:
    with desk.store.read() as session:
        living = select(Resident.id).where(Resident.status == ResidentStatus.LIVING)
        return str(session.scalars(living.order_by(Resident.id)).first())


def stored(desk: Desk, resident_id: str, field: str) -> str:
    with desk.store.read() as session:
        return str(getattr(session.get_one(Resident, resident_id), field))


def open_disputes(desk: Desk) -> list[SyncDispute]:
    chosen = select(SyncDispute).where(SyncDispute.state == DisputeState.OPEN)
    with desk.store.read() as session:
        return list(session.scalars(chosen))


def test_a_form_saved_after_the_other_windows_change_arrived_is_no_silent_overwriting(
    windows: Windows,
) -> None:
    one, two = windows.one, windows.two
    resident_id = somebody(one)
    card = one.residents.card(resident_id)
    two.people.edit_resident(resident_id, {"note": "每周三透析"})
    windows.meet()
    assert stored(one, resident_id, "note") == "每周三透析"
    one.people.edit_resident(resident_id, {"note": "搬去女儿家"}, card.opened)
    windows.meet()
    assert [stored(desk, resident_id, "note") for desk in (one, two)] == ["每周三透析"] * 2
    [dispute] = open_disputes(two)
    assert (dispute.mine["note"], dispute.theirs["note"]) == ("搬去女儿家", "每周三透析")


def test_a_form_that_leaves_alone_what_the_other_window_changed_is_taken(windows: Windows) -> None:
    one, two = windows.one, windows.two
    resident_id = somebody(one)
    card = one.residents.card(resident_id)
    two.people.edit_resident(resident_id, {"note": "每周三透析"})
    windows.meet()
    one.people.edit_resident(resident_id, {"education": "20"}, card.opened)
    windows.meet()
    for desk in (one, two):
        assert (stored(desk, resident_id, "note"), stored(desk, resident_id, "education")) == (
            "每周三透析", "20",
        )  # fmt: skip
    assert open_disputes(one) == []


def test_windows_that_do_not_hear_of_each_other_give_no_number_twice(windows: Windows) -> None:
    assert [desk_number(desk.store) for desk in (windows.one, windows.two)] == [1, 2]
    tickets = [desk.intake.take_ticket().number for desk in (windows.one, windows.two) for _ in range(3)]
    assert len(set(tickets)) == 6
    windows.meet()
    assert open_disputes(windows.one) == []


def test_a_file_kept_at_one_window_is_opened_at_the_other(windows: Windows) -> None:
    one, two = windows.one, windows.two
    kept = two.attachments.keep(PDF, "证明.pdf", "resident", somebody(one))
    windows.meet()
    assert one.attachments.content(kept.id) == PDF
    same = one.attachments.keep(PDF, "同一份.pdf", "resident", somebody(one))
    with one.store.read() as session:
        words = "SELECT DISTINCT address FROM attachment WHERE id IN (:kept, :same)"
        found = session.execute(text(words), {"kept": kept.id, "same": same.id}).scalars().all()
    assert len(found) == 1


def test_the_history_names_the_other_window(windows: Windows) -> None:
    one, two = windows.one, windows.two
    resident_id = somebody(one)
    two.people.edit_resident(resident_id, {"note": "每周三透析"})
    windows.meet()
    there = one.history("resident", resident_id)[0]
    assert (there.author_id, there.device) == (two.session.staff_id, "窗口二")
    assert there.received_at is not None and not there.clock_wrong
    assert two.history("resident", resident_id)[0].device == ""
