"""Polls from memory, and several processes that hear of each other: nothing late, nothing for ever stale."""

from __future__ import annotations

import time

import pytest

from tests.server.running import RunningServer, ServedDesk, Ticks, new_id
from tests.server.test_access import close_account, resident, send_away
from workbench.server.heads import UNHEARD_SECONDS, Head, Heads


def poll(desk: ServedDesk, after: int, **changes: object):
    known = {"epoch": desk.epoch, "scope_epoch": 1, "after": after, **changes}
    return desk.ask("GET", "/state?" + "&".join(f"{name}={value}" for name, value in known.items()))


def from_memory(server: RunningServer) -> float:
    return (
        server.service.metrics.registry.get_sample_value("workbench_polls_total", {"source": "memory"}) or 0
    )


def soon(check, patience: float = 5.0) -> None:
    until = time.monotonic() + patience
    while not check():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.01)


def test_nothing_new_is_said_from_memory_and_something_new_at_once(found_desk):
    seq = poll(found_desk, 0).json()["seq"]
    assert poll(found_desk, seq).status_code == 204
    before = from_memory(found_desk.server)

    assert [poll(found_desk, seq).status_code for _ in range(5)] == [204] * 5
    assert from_memory(found_desk.server) == before + 5

    found_desk.write("create", "resident", new_id(), resident())
    found_desk.must_push()
    answer = poll(found_desk, seq)
    assert (answer.status_code, answer.json()["seq"]) == (200, seq + 1)
    assert poll(found_desk, seq + 1).status_code == 204


@pytest.mark.parametrize("change", [{"epoch": "another"}, {"scope_epoch": 0}, {"epoch": ""}])
def test_another_epoch_or_scope_is_news_whatever_the_number(found_desk, change):
    seq = poll(found_desk, 0).json()["seq"]
    poll(found_desk, seq)

    answer = poll(found_desk, seq + 1000, **change)

    assert (answer.status_code, answer.json()["epoch"]) == (200, found_desk.epoch)


def test_memory_answers_nobody_it_should_not(found_desk):
    seq = poll(found_desk, 0).json()["seq"]
    other = found_desk.another()
    seq += 3
    assert poll(other, seq, scope_epoch=poll(other, 0).json()["scope_epoch"]).status_code == 204

    assert (
        poll(ServedDesk(found_desk.server, token=other.token + "0", epoch=other.epoch), seq).status_code
        == 401
    )
    send_away(found_desk, other)
    assert poll(other, 10**6).status_code == 403


def test_a_desk_limited_to_areas_is_never_answered_from_memory(found_desk):
    limited = found_desk.another(outside=1, areas=["a1"])
    told = poll(limited, 0).json()
    before = from_memory(found_desk.server)

    known = {"scope_epoch": told["scope_epoch"]}
    assert [poll(limited, told["seq"], **known).status_code for _ in range(3)] == [204] * 3
    assert from_memory(found_desk.server) == before


@pytest.fixture
def beside(running_server, tmp_path):
    """A second process's worth of server over the same database; its own memory, its own ears."""
    second = RunningServer(running_server.settings.database, tmp_path)
    yield second
    second.stop()


def at(server: RunningServer, desk: ServedDesk) -> ServedDesk:
    """Return the same desk, talking to another server."""
    return ServedDesk(
        server, desk.community_id, desk.device_id, desk.incarnation, desk.staff_id, desk.token, desk.epoch
    )


def test_what_one_process_takes_in_the_other_says_at_once(running_server, beside, found_desk):
    there = at(beside, found_desk)
    seq = poll(there, 0).json()["seq"]
    assert poll(there, seq).status_code == 204
    before = from_memory(beside)

    found_desk.write("create", "resident", new_id(), resident())
    found_desk.must_push()

    soon(lambda: poll(there, seq).status_code == 200)
    soon(lambda: poll(there, seq + 1).status_code == 204)
    soon(lambda: poll(there, seq + 1).status_code == 204 and from_memory(beside) > before)


def test_a_desk_sent_away_at_one_process_is_out_at_the_other_long_before_the_minute(beside, found_desk):
    other = found_desk.another()
    there = at(beside, other)
    assert there.ask("GET", "/digest").status_code == 200

    send_away(found_desk, other)

    soon(lambda: there.ask("GET", "/digest").status_code == 403)


def test_an_account_closed_at_one_process_is_closed_at_the_other(beside, found_desk):
    there = at(beside, found_desk)
    assert there.ask("GET", "/digest").status_code == 200

    close_account(found_desk, found_desk.staff_id)

    soon(lambda: there.ask("GET", "/digest").status_code == 403)


def test_many_pushes_at_two_processes_leave_no_gap_and_both_say_the_same(running_server, beside, found_desk):
    from concurrent.futures import ThreadPoolExecutor

    desks = [at(beside, found_desk.another()) if turn % 2 else found_desk.another() for turn in range(4)]

    def work(desk: ServedDesk) -> None:
        for _ in range(5):
            desk.write("create", "resident", new_id(), resident())
            desk.must_push()

    first = poll(found_desk, 0).json()["seq"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, desks))

    numbers = [seq for (seq,) in running_server.rows(
        "SELECT seq FROM change_log WHERE entity = 'resident' ORDER BY seq"
    )]  # fmt: skip
    assert numbers == list(range(first + 1, first + 21))
    there = at(beside, found_desk)
    soon(lambda: poll(there, 0).json()["seq"] == first + 20 == poll(found_desk, 0).json()["seq"])


# The memory itself ----------------------------------------------------------------------------------------


class Books:
    """Stands for the database: what it says is set by the test."""

    def __init__(self) -> None:
        self.head: Head | None = Head(1, "e")

    def __call__(self, community_id: str) -> Head | None:
        return self.head


@pytest.fixture
def memory():
    books, ticks = Books(), Ticks()
    return Heads(books, ticks, 60.0), books, ticks


def test_memory_is_believed_for_a_minute_while_it_hears_and_hardly_while_it_does_not(memory):
    heads, _, ticks = memory
    assert heads.remembered("c") is None
    heads.asked("c")
    ticks.advance(UNHEARD_SECONDS)
    assert heads.remembered("c") is None

    heads.listening(True)
    assert heads.remembered("c") is None, "what was missed before is asked for"
    heads.asked("c")
    ticks.advance(59)
    assert heads.remembered("c") == Head(1, "e")
    ticks.advance(2)
    assert heads.remembered("c") is None


def test_news_that_overtakes_an_answer_is_not_undone_by_it(memory):
    heads, books, _ = memory
    heads.listening(True)
    heads.learned("c", 7, "e")
    books.head = Head(6, "e")

    heads.asked("c")

    assert heads.remembered("c") == Head(7, "e")


def test_a_new_life_of_the_server_counts_though_its_number_may_be_lower(memory):
    heads, books, _ = memory
    heads.listening(True)
    heads.learned("c", 700, "e")
    books.head = Head(7, "later")

    assert heads.asked("c") == Head(7, "later")
    assert heads.remembered("c") == Head(7, "later")


def test_a_community_there_is_none_of_is_not_remembered(memory):
    heads, books, _ = memory
    books.head = None

    assert heads.asked("c") is None
    assert heads.remembered("c") is None
