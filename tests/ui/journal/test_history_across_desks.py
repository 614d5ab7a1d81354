"""The history of a record names who did what at which desk, and says whose clock cannot be believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ui.journal.lines import read_history
from workbench.desk.desk import Desk
from workbench.security.access_log import AccessFilter
from workbench.standards.chain import next_hlc
from workbench.store.receiving import Origin, Step
from workbench.sync.protocol.wire import SERVER

ELSEWHERE = "019ab000-0000-7000-8000-00000000d002"


def arrive(desk: Desk, entity: str, record_id: str, fields: dict[str, object], origin: Origin) -> None:
    """Let a change have come from the server."""
    with desk.store.receive(desk.session.community_id) as unit:
        here = {entity: unit.present(entity, [record_id])}
        unit.apply([Step(entity, record_id, fields, origin.seq, origin)], here)


def by(desk: Desk, moment: datetime, *, author: str = "", device: str = f"{ELSEWHERE}/2") -> Origin:
    worker = next(row.id for row in desk.staff.staff() if row.name == "chenyu")
    return Origin("op-77", 77, author or worker, device, next_hlc(moment, 0))


@pytest.fixture
def window_two(desk: Desk) -> Desk:
    """A desk that knows of another one, called 二号窗口."""
    fields: dict[str, object] = {
        "name": "二号窗口", "number": 2, "state": "revoked", "outside": 0, "masked": 0, "offline_hours": 72,
        "enrolled_at": "2026-11-20T01:00:00.000000Z", "reason": "",
    }  # fmt: skip
    arrive(desk, "desk_device", ELSEWHERE, fields, by(desk, desk.now(), author=SERVER, device=SERVER))
    return desk


def renamed(desk: Desk, origin: Origin) -> tuple[str, str]:
    grid = desk.community.grids()[0]
    arrive(desk, "grid", grid.id, {"name": "桂花苑网格"}, origin)
    return "grid", grid.id


def test_another_desks_change_shows_its_author_its_desk_and_its_time(window_two: Desk) -> None:
    an_hour_ago = window_two.now() - timedelta(hours=1)
    record = renamed(window_two, by(window_two, an_hour_ago))
    entry = window_two.history(*record)[0]
    assert (entry.device, entry.device_id) == ("二号窗口", ELSEWHERE)
    assert (entry.at, entry.clock_wrong) == (an_hour_ago, False)
    assert entry.received_at is not None and entry.received_at - entry.at >= timedelta(minutes=59)
    line = read_history(window_two, [record])[0]
    assert (line.who, line.where, line.at) == (
        window_two.staff_names()[entry.author_id],
        "二号窗口",
        an_hour_ago,
    )


def test_what_was_done_here_says_no_desk(window_two: Desk) -> None:
    grid = window_two.community.grids()[0]
    entry = window_two.history("grid", grid.id)[-1]
    assert (entry.received_at, entry.device, entry.clock_wrong) == (None, "", False)
    assert read_history(window_two, [("grid", grid.id)])[-1].where == ""


@pytest.mark.parametrize(
    "moment",
    [datetime(2029, 11, 24, 1, tzinfo=UTC), datetime(1970, 1, 2, tzinfo=UTC)],
    ids=["three years ahead", "never set"],
)
def test_a_clock_that_was_clearly_wrong_is_said_to_be(window_two: Desk, moment: datetime) -> None:
    record = renamed(window_two, by(window_two, moment))
    entry = window_two.history(*record)[0]
    assert entry.clock_wrong
    line = read_history(window_two, [record])[0]
    assert line.at == entry.received_at
    assert line.where.startswith("二号窗口，") and str(moment.year) in line.where


def test_a_clock_a_few_minutes_ahead_is_nothing_to_tell(window_two: Desk) -> None:
    record = renamed(window_two, by(window_two, window_two.now() + timedelta(minutes=5)))
    assert not window_two.history(*record)[0].clock_wrong


def test_what_the_server_put_right_is_the_servers(window_two: Desk) -> None:
    record = renamed(window_two, Origin("standing", 78, SERVER, SERVER))
    line = read_history(window_two, [record])[0]
    assert (line.who, line.where) == ("服务器", "")


def test_a_desk_that_is_not_known_is_another_one(desk: Desk) -> None:
    record = renamed(desk, by(desk, desk.now()))
    assert read_history(desk, [record])[0].where == "其他终端"


def test_the_access_log_is_this_desks_and_by_its_clock(window_two: Desk) -> None:
    """What others changed is no look at anything, however wrong their clocks were."""
    before = window_two.access_log.rows()
    renamed(window_two, by(window_two, datetime(2029, 11, 24, 1, tzinfo=UTC)))
    assert window_two.access_log.rows() == before
    tomorrow = window_two.now() + timedelta(days=1)
    assert window_two.access_log.rows(AccessFilter(since=tomorrow)) == ()
