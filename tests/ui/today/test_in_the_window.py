"""Today, catalogue and reports in the real window: numbers, keys and records lead to the right page."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from ui.desk_answers import DeskSearch, status_reader
from ui.pages import PAGES
from ui.shell.window import Shell
from ui.signin.gatekeeper import SignedIn
from ui.today.lists import Figure
from workbench.documents.qr import payload_for_matter
from workbench.intake.queries import MatterList


@pytest.fixture
def shell(qtbot, desk, background):
    session = desk.session
    who = SignedIn(
        session.staff_id,
        session.name,
        session.display_name,
        "",
        desk.community.profile().name,
        frozenset(session.permissions),
        desk,
    )
    made = Shell(who, background, PAGES, DeskSearch(desk), status_reader(desk))
    qtbot.addWidget(made)
    stop = desk.subscribe(made.changes.told)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_page("today")
    qtbot.waitUntil(lambda: made.pages.page("today").mine.tiles[Figure.MINE].figure() != "–")
    yield made
    stop()


def test_f2_on_today_calls_the_number_that_intake_serves(qtbot, shell, desk):
    waiting = len(desk.matters.queue().waiting)
    qtbot.waitUntil(shell.pages.page("today").queue.call.isEnabled)
    qtbot.keyClick(shell.pages.page("today"), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: shell.pages.page("intake") is not None)
    intake = shell.pages.page("intake")
    qtbot.waitUntil(lambda: bool(intake.conversation.talk.ticket_number))
    assert len(desk.matters.queue().waiting) == waiting - 1


def test_a_number_taken_elsewhere_is_seen_on_today_at_once(qtbot, shell, desk):
    today = shell.pages.page("today")
    before = len(desk.matters.queue().waiting)
    qtbot.waitUntil(lambda: today.queue.figure.text() == str(before))
    desk.intake.take_ticket()
    qtbot.waitUntil(lambda: today.queue.figure.text() == str(before + 1))


def test_an_item_found_by_the_search_field_opens_in_the_catalogue(qtbot, shell):
    shell.search.setFocus()
    qtbot.keyClicks(shell.search, "lnyd")
    qtbot.waitUntil(lambda: any(key.startswith("item:") for key in shell.search.popup._hits))
    shell.search.popup.list.make_current(next(k for k in shell.search.popup._hits if k.startswith("item:")))
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.pages.page("catalogue") is not None)
    catalogue = shell.pages.page("catalogue")
    qtbot.waitUntil(
        lambda: catalogue.guide.item is not None and catalogue.guide.item.name == "老年优待证申领"
    )


def test_a_matter_started_in_the_catalogue_waits_in_intake_for_its_resident(qtbot, shell):
    shell.open_record("item", "AG-001")
    catalogue = shell.pages.page("catalogue")
    qtbot.waitUntil(lambda: catalogue.guide.item is not None and catalogue.guide.item.code == "AG-001")
    qtbot.keyClick(catalogue, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.pages.page("intake") is not None)
    assert "老年优待证申领" in shell.pages.page("intake").notice.text()


def test_a_matter_of_the_list_opens_on_its_page(qtbot, shell):
    today = shell.pages.page("today")
    today.choose(Figure.RECEIVED)
    qtbot.waitUntil(lambda: bool(today.list.matters.records()))
    qtbot.keyClick(today.list.matters.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.pages.page("matters") is not None)


class WindowWatch(QObject):
    """Notes every window that opens."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(qtbot, qapp, shell):
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    for key in ("catalogue", "reports", "today"):
        shell.open_page(key)
        qtbot.wait(50)
    qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_a_slip_scanned_into_the_search_field_opens_its_matter_at_once(qtbot, shell, desk):
    row = desk.matters.rows(MatterList.OPEN)[0]
    shell.search.setFocus()
    qtbot.keyClicks(shell.search, payload_for_matter(row.number))
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.pages.page("matters") is not None)
