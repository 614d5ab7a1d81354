"""Every screen of sync is whole in every look: nothing cut off, nothing sideways, all of it named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.gallery import LOOKS, Look, dressed
from tests.ui.sync.standin import NOW, StandInSync, stands_in
from tests.ui.test_every_page import SMALLEST, takers_of_the_cursor
from tests.ui.tour import Tour, close_for_good, cut_off, open_shell, sideways
from ui.sync.ending import EndingScreen
from workbench.desk.sync_views import Ending, SyncState
from workbench.sync.state import Phase
from workbench.sync.terms import DeskTerms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from ui.background import Background
    from ui.shell.window import Shell
    from workbench.desk.desk import Desk

BUSY = SyncState(
    Phase.SENDING, "https://sync.qingliu.example", "一号窗口", NOW, 1234, 4, progress=(120, 1234)
)
ENDED = SyncState(Phase.REFUSED, unsent=3, ending=Ending.OFFLINE_TOO_LONG)


@pytest.mark.parametrize("look", [*LOOKS, SMALLEST], ids=lambda look: look.name)
def test_every_screen_of_sync_is_whole_and_named(
    look: Look, qapp: QApplication, desk: Desk, background: Background
):
    dressed(qapp, look)
    sync = stands_in(desk, StandInSync(now_state=BUSY))
    sync.invite(DeskTerms("三号窗口"))
    shell = open_shell(desk, background, look)
    flaws: dict[str, list[str]] = {}
    for stop in stops(shell, Tour(shell, background, desk), sync):
        nameless = [type(one).__name__ for one in takers_of_the_cursor(shell) if not one.accessibleName()]
        if found := [*sideways(shell), *cut_off(shell), *nameless]:
            flaws[stop] = found
    close_for_good(shell)
    assert flaws == {}


def stops(shell: Shell, tour: Tour, sync: StandInSync) -> Iterator[str]:
    """Walk through the disputes, open and settled, the desks, and the end of it all."""
    shell.open_record("sync", "conflicts")
    tour.settle()
    inbox = shell.pages.page("manage").section("sync").inbox
    for at in range(inbox.list.count()):
        inbox.list.setCurrentRow(at)
        tour.settle()
        yield f"dispute {inbox.list.current()}"
    inbox.list.setCurrentRow(0)
    tour.settle()
    for row in inbox.pane.work.rows.values():
        row.write_third()
    tour.settle()
    yield "third values"
    sync.discard("d-2", "说明很长" * 10)
    inbox.filter.choose("done")
    tour.settle()
    yield "settled"
    for key in ("desks", "server"):
        shell.pages.page("manage").show_section(key)
        tour.settle()
        yield key
    shell.cover(EndingScreen(ENDED, "青柳社区"))
    tour.settle()
    yield "the end"
