"""Sync keeps a desk in step by itself and never stands in anybody's way."""

import threading
import time

import pytest

from tests.sync.joined import JoinedDesk
from workbench.sync import facts
from workbench.sync.errors import DeviceRevoked, refusal, unreachable
from workbench.sync.protocol.wire import Fault
from workbench.sync.runner import AFTER_CHANGE, EVERY, LONGEST_WAIT, Runner
from workbench.sync.state import Phase, RoundReport


class Rounds:
    """Stands for the exchange: counts the rounds, and does in them what the test says."""

    def __init__(self):
        self.begun, self.act = 0, lambda watch: None
        self._moved = threading.Condition()

    def round(self, watch):
        with self._moved:
            self.begun += 1
            self._moved.notify_all()
        self.act(watch)
        return watch.report

    def wait_for(self, count):
        with self._moved:
            assert self._moved.wait_for(lambda: self.begun >= count, 5), f"{self.begun} rounds, not {count}"


class Ticks:
    """A monotonic clock that a test moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def desk(store, actor):
    return JoinedDesk(store, actor)


@pytest.fixture
def rounds():
    return Rounds()


@pytest.fixture
def ticks():
    return Ticks()


@pytest.fixture
def runner(desk, rounds, ticks):
    made = Runner(desk.store, rounds, chance=lambda: 0.5, ticks=ticks)
    yield made
    made.stop()


def _until(condition):
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.005)


def _later(runner, ticks, seconds):
    """Let time pass and wake whoever waits, as the wait itself would."""
    with runner._wake:
        ticks.now += seconds
        runner._wake.notify_all()


def _at_rest(runner):
    _until(lambda: runner.state.phase not in (Phase.SENDING, Phase.RECEIVING) and runner._due is not None)


def test_it_begins_with_a_round_and_goes_on_every_minute(runner, rounds, ticks):
    runner.start()
    rounds.wait_for(1)
    _at_rest(runner)
    _until(lambda: runner._due == EVERY)
    _later(runner, ticks, EVERY - 1)
    time.sleep(0.05)
    assert rounds.begun == 1
    _later(runner, ticks, 1)
    rounds.wait_for(2)


def test_a_change_is_sent_two_seconds_later(runner, rounds, ticks, desk):
    runner.start()
    rounds.wait_for(1)
    _until(lambda: runner._due == EVERY)
    desk.add_grid()
    assert runner._due == AFTER_CHANGE
    _later(runner, ticks, AFTER_CHANGE)
    rounds.wait_for(2)


def test_a_change_made_during_a_round_is_not_forgotten_for_a_minute(runner, rounds, desk):
    rounds.act = lambda watch: threading.Thread(target=desk.add_grid).start() or time.sleep(0.3)
    runner.start()
    rounds.wait_for(1)
    _until(lambda: runner._due == AFTER_CHANGE)


def test_what_comes_in_is_no_change_of_ones_own(runner, rounds, desk):
    rounds.act = lambda watch: desk.pull(desk.row("g1", "create", code="1", name="一"))
    runner.start()
    rounds.wait_for(1)
    _until(lambda: runner._due == EVERY)


def test_waits_grow_while_nobody_answers_and_entry_goes_on(runner, rounds, ticks, desk):
    def fail(watch):
        raise unreachable("网络不通")

    rounds.act = fail
    runner.start()
    waits = []
    for count in range(1, 8):
        rounds.wait_for(count)
        _until(lambda count=count: runner._failures == count and runner._due > ticks.now)
        waits.append(runner._due - ticks.now)
        _later(runner, ticks, waits[-1])
    assert waits == [EVERY, 120, 240, 480, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]
    _until(lambda: runner.state.phase is Phase.UNREACHABLE)
    assert "网络不通" in runner.state.error
    desk.add_grid()
    assert desk.unsent() == 1
    rounds.act = lambda watch: None
    runner.sync_now()
    _until(lambda: runner.state.phase is Phase.IDLE and runner.state.error == "")


def test_desks_do_not_all_come_at_the_same_moment(desk, rounds, ticks):
    early = Runner(desk.store, rounds, chance=lambda: 0.0, ticks=ticks)
    late = Runner(desk.store, rounds, chance=lambda: 1.0, ticks=ticks)
    assert early._pause_after(None) == pytest.approx(EVERY * 0.8)
    assert late._pause_after(None) == pytest.approx(EVERY * 1.2)


def test_a_busy_server_is_given_the_time_it_asks_for(runner):
    assert runner._pause_after(refusal(Fault.BUSY, {"retry_after": 300})) == 300


def test_paused_nothing_happens_by_itself_also_after_a_restart(runner, rounds, ticks, desk):
    runner.pause()
    runner.start()
    _later(runner, ticks, 10 * EVERY)
    desk.add_grid()
    time.sleep(0.05)
    assert rounds.begun == 0 and runner.state.phase is Phase.PAUSED
    assert Runner(desk.store, rounds).state.phase is Phase.PAUSED
    runner.sync_now()
    rounds.wait_for(1)
    _until(lambda: runner.state.phase is Phase.PAUSED)
    runner.resume()
    rounds.wait_for(2)


def test_pausing_ends_a_round_under_way(runner, rounds):
    began = threading.Event()

    def long(watch):
        began.set()
        _until(watch.stopped)

    rounds.act = long
    runner.start()
    assert began.wait(5)
    runner.pause()
    _until(lambda: runner.state.phase is Phase.PAUSED)


def test_stopping_waits_for_the_round_to_end(runner, rounds):
    rounds.act = lambda watch: _until(watch.stopped)
    runner.start()
    rounds.wait_for(1)
    runner.stop()
    assert runner._thread is None


def test_whoever_watches_is_told_phases_progress_and_the_report(runner, rounds):
    seen = []
    runner.subscribe(seen.append)

    def work(watch):
        watch.phase(Phase.FIRST)
        watch.progress(10, 40)
        watch.report = RoundReport(received=40, complete=True)

    rounds.act = work
    runner.start()
    _until(lambda: seen and seen[-1].last.received == 40)
    assert [state.phase for state in seen] == [Phase.FIRST, Phase.FIRST, Phase.IDLE]
    assert [state.progress for state in seen] == [None, (10, 40), None]


def test_a_revoked_desk_is_reported_and_the_application_lives(runner, rounds):
    told = []
    runner.on_error(told.append)

    def revoked(watch):
        raise refusal(Fault.DEVICE_REVOKED, {"state": "lost"})

    rounds.act = revoked
    runner.start()
    _until(lambda: told and runner.state.phase is Phase.REFUSED)
    assert isinstance(told[0], DeviceRevoked) and told[0].facts == {"state": "lost"}
    assert "停止使用" in runner.state.error


def test_a_desk_that_has_joined_nothing_is_off(store, rounds):
    runner = Runner(store, rounds)
    assert runner.state.phase is Phase.OFF and runner.state.last_sync is None


def test_the_state_counts_what_waits(runner, rounds, desk):
    desk.add_grid()
    with desk.store.receive("") as unit:
        unit.set_fact(facts.LAST_SYNC, "2026-11-24T01:00:00+00:00")
    runner.start()
    _until(lambda: runner.state.unsent == 1 and runner.state.last_sync is not None)
