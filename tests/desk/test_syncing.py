"""Sync at the desk, against a real server: connect, invite, join, go on, and come to an end."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk_fixtures import SettableClock
from tests.server.running import RunningServer
from workbench.cli.main import COMMANDS, run
from workbench.desk.demo.build import demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.device_views import InvitationState, ServerAddress
from workbench.desk.folder import DataFolder
from workbench.desk.joining import JoinPaused, Newcomer
from workbench.desk.opening import Opening
from workbench.desk.sync_views import Ending
from workbench.security.accounts import WrongPassword
from workbench.security.roles import NotPermitted
from workbench.sync.enrol import CodeRefused
from workbench.sync.errors import NotJoined
from workbench.sync.state import Phase
from workbench.sync.terms import DeskTerms

WORKER = "chenyu"


@pytest.fixture
def address(running_server: RunningServer) -> ServerAddress:
    return ServerAddress(running_server.url)


@pytest.fixture
def first(desk: Desk, running_server: RunningServer, address: ServerAddress) -> Iterator[Desk]:
    """The supervisor's desk, its community brought to the server; nothing runs by itself."""
    desk.sync.connect(address, running_server.founding_code(), "窗口一")
    desk._line.stop()
    desk.sync.round()
    yield desk
    desk._line.stop()


@pytest.fixture
def newcomer(tmp_path: Path, desk_clock: SettableClock) -> Iterator[Opening]:
    door = demo_opening(DataFolder(tmp_path / "second"), desk_clock)
    yield door
    door.close()


def invited(desk: Desk, terms: DeskTerms | None = None) -> str:
    code = desk.devices.invite(terms or DeskTerms("窗口二")).code
    desk.sync.round()
    return code


def joined(door: Opening, desk: Desk, address: ServerAddress) -> Desk:
    door.join(address, invited(desk), Newcomer(WORKER, PASSWORD), _silent, _never)
    return door.sign_in(WORKER, PASSWORD)


def _silent(done: int, of: int) -> None:
    del done, of


def _never() -> bool:
    return False


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.01)


def test_given_no_server_when_asked_then_the_desk_works_alone(desk: Desk) -> None:
    assert desk.sync.state().phase is Phase.OFF
    with pytest.raises(NotJoined):
        desk.sync.round()


def test_given_a_worker_when_connecting_then_it_is_not_permitted(
    worker_desk: Desk, running_server: RunningServer, address: ServerAddress
) -> None:
    with pytest.raises(NotPermitted):
        worker_desk.sync.connect(address, running_server.founding_code())


def test_given_a_community_when_brought_then_the_server_takes_every_change(first: Desk) -> None:
    state = first.sync.state()
    assert (state.phase, state.desk_name, state.unsent, state.disputes) == (Phase.IDLE, "窗口一", 0, 0)
    assert state.last_sync is not None
    (own,) = first.devices.devices()
    assert (own.number, own.own, own.terms.name) == (1, True, "窗口一")


def test_given_an_invitation_when_a_new_desk_joins_then_it_holds_the_community_and_the_code_is_used(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    seen: list[tuple[int, int]] = []
    joining = Newcomer(WORKER, PASSWORD)
    result = newcomer.join(address, invited(first), joining, lambda *step: seen.append(step), _never)
    assert result.community == first.community.profile().name
    assert len(result.passphrase) > 20
    assert seen and seen[-1][0] == seen[-1][1]
    second = newcomer.sign_in(WORKER, PASSWORD)
    assert second.residents.population() == first.residents.population()
    assert second.verify().fault is None
    first.sync.round()
    assert [one.number for one in first.devices.devices()] == [1, 2]
    assert first.devices.invitations()[0].state is InvitationState.USED


def test_given_a_first_sync_that_is_stopped_when_gone_on_with_then_nothing_is_lost(
    first: Desk, newcomer: Opening, address: ServerAddress, tmp_path: Path, desk_clock: SettableClock
) -> None:
    with pytest.raises(JoinPaused):
        newcomer.join(address, invited(first), Newcomer(WORKER, PASSWORD), _silent, lambda: True)
    assert newcomer.needs_setup()
    again = demo_opening(DataFolder(tmp_path / "second"), desk_clock)
    assert again.unfinished_join() is not None
    with pytest.raises(WrongPassword):
        again.resume_join(Newcomer(WORKER, "wrong-password-1"), _silent, _never)
    again.resume_join(Newcomer(WORKER, PASSWORD), _silent, _never)
    assert again.unfinished_join() is None
    assert again.sign_in(WORKER, PASSWORD).residents.population() == first.residents.population()
    again.close()


def test_given_somebody_without_an_account_when_joining_then_they_do_not_get_in(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    with pytest.raises(WrongPassword):
        newcomer.join(address, invited(first), Newcomer("nobody", "nobody-2026"), _silent, _never)
    assert newcomer.needs_setup()


def test_given_a_wrong_code_when_joining_then_nothing_is_left_behind(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    del first
    with pytest.raises(CodeRefused):
        newcomer.join(address, "0" * 20, Newcomer(WORKER, PASSWORD), _silent, _never)
    assert newcomer.unfinished_join() is None


def test_given_a_change_here_when_both_exchange_then_it_is_there(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    second = joined(newcomer, first, address)
    name = first.community.grids()[0].name
    profile = first.community.profile()
    first.sync.round()
    second.sync.round()
    assert second.community.profile() == profile
    assert second.community.grids()[0].name == name
    assert second.find("") == first.find("")


def test_given_a_running_line_when_something_is_written_then_the_other_desk_gets_it_by_itself(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    second = joined(newcomer, first, address)
    phases: list[Phase] = []
    stop = second.sync.subscribe(lambda state: phases.append(state.phase))
    second.sync.start()
    until(lambda: Phase.IDLE in phases)
    second.sync.pause()
    assert second.sync.state().phase is Phase.PAUSED
    first.devices.invite(DeskTerms("窗口三"))
    first.sync.round()
    second.sync.resume()
    until(lambda: _knows_three(second))
    stop()
    second._line.stop()


def _knows_three(desk: Desk) -> bool:
    from workbench.sync.model import DeskInvitation

    with desk.store.read() as reading:
        return reading.query(DeskInvitation).filter_by(name="窗口三").count() == 1


def test_given_an_account_closed_elsewhere_when_the_desk_hears_of_it_then_work_there_ends(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    second = joined(newcomer, first, address)
    assert second.sync.state().ending is None
    first.staff_service.deactivate(second.session.staff_id)
    first.sync.round()
    second.sync.start()
    until(lambda: second.sync.state().ending is Ending.STAFF_DISABLED)
    second._line.stop()


def test_given_a_lost_desk_when_it_makes_contact_then_its_folder_is_emptied(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    second = joined(newcomer, first, address)
    second.sync.round()
    first.sync.round()
    first.devices.mark_lost(second.store.device_id, "笔记本失窃")
    first.sync.round()
    folder = newcomer.path
    second.sync.start()
    until(lambda: second.sync.state().ending is Ending.DEVICE_LOST)
    until(lambda: not (folder / "keys.json").exists() and not list(folder.glob("*.db*")))
    until(lambda: second.sync.state().handed_over)


def test_given_a_desk_of_a_server_when_a_script_syncs_then_one_line_says_what_was_exchanged(
    first: Desk,
    small_community: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = tmp_path / "alone"
    shutil.copytree(small_community, copy)
    monkeypatch.setenv("WORKBENCH_USER", SUPERVISOR.account)
    monkeypatch.setenv("WORKBENCH_PASSWORD", PASSWORD)
    assert run(["--data", str(copy), "sync"], COMMANDS) == 1
    assert "还没有接入服务器" in capsys.readouterr().err
    assert first.folder.path != copy
