"""What is typed at the counter survives a power cut, for whoever typed it and nobody else."""

from PySide6.QtCore import Qt

from tests.ui.intake.conftest import open_page
from tests.ui.intake.counter import Worker, found_first, item_initials, item_of
from ui.intake.drafting import PLACE
from ui.intake.stages import NEWCOMER, PEOPLE, WORK
from workbench.catalogue.rules import ItemKind
from workbench.intake.kinds import MaterialState

PATIENCE = 5000
"""What is typed is kept within a second; a busy machine is given more."""


def anybody(_card):
    return True


def committed(desk):
    return item_of(desk, ItemKind.COMMITTED, lambda item: not item.licensing and len(item.materials) > 1)


def begun(worker, desk):
    _id, initials = found_first(desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(committed(desk)))


def drafted(desk):
    found = desk.drafts.load(PLACE)
    return found.content if found else None


def test_a_talk_cut_off_is_there_again_as_it_was_ticked(worker, page, worker_desk, qtbot, background):
    begun(worker, worker_desk)
    page.stages.checklist.rows[-1].setFocus()
    worker.press(Qt.Key.Key_1)
    page.stages.side.form.note.setPlainText("老人行动不便")
    qtbot.waitUntil(
        lambda: (drafted(worker_desk) or {"matters": [{"note": ""}]})["matters"][0]["note"] == "老人行动不便",
        timeout=PATIENCE,
    )
    again = open_page(qtbot, worker_desk, background)
    qtbot.waitUntil(lambda: again.stages.stage == WORK)
    assert again.conversation.talk.visit_id == page.conversation.talk.visit_id
    assert again.stages.checklist.rows[-1].tick.state is MaterialState.PRESENTED
    assert again.stages.side.form.note.toPlainText() == "老人行动不便"
    assert again.notice.text()


def test_nobody_else_sees_the_draft(worker, page, worker_desk, qtbot, background, sign_in):
    begun(worker, worker_desk)
    qtbot.waitUntil(lambda: drafted(worker_desk) is not None, timeout=PATIENCE)
    other = open_page(qtbot, sign_in("wangkai"), background)
    assert background.wait()
    qtbot.wait(50)
    assert other.stages.stage == PEOPLE


def test_what_is_accepted_leaves_no_draft(worker, page, worker_desk, qtbot):
    begun(worker, worker_desk)
    qtbot.waitUntil(lambda: drafted(worker_desk) is not None, timeout=PATIENCE)
    worker.press(Qt.Key.Key_F4)
    worker.accept()
    qtbot.waitUntil(lambda: drafted(worker_desk) is None, timeout=2 * PATIENCE)


def test_a_newcomer_half_typed_is_there_again(worker, page, worker_desk, qtbot, background):
    worker.type("zzzzq")
    worker.press(Qt.Key.Key_Return)
    worker.wait_stage(NEWCOMER)
    page.stages.newcomer.form.fields["name"].setFocus()
    page.stages.newcomer.form.fields["name"].insert("欧阳新")
    page.stages.newcomer.form.edited.emit()
    qtbot.waitUntil(
        lambda: "欧阳新" in (drafted(worker_desk) or {"newcomer": {}})["newcomer"].values(), timeout=PATIENCE
    )
    again = open_page(qtbot, worker_desk, background)
    qtbot.waitUntil(lambda: again.stages.stage == NEWCOMER)
    assert again.stages.newcomer.form.fields["name"].text() == "欧阳新"


def test_a_draft_can_be_thrown_away(worker, page, worker_desk, qtbot, background):
    begun(worker, worker_desk)
    qtbot.waitUntil(lambda: drafted(worker_desk) is not None, timeout=PATIENCE)
    again = open_page(qtbot, worker_desk, background)
    again_worker = Worker(qtbot, again)
    again_worker.wait(lambda: again.stages.stage == WORK)
    again.serve_next()
    qtbot.waitUntil(lambda: drafted(worker_desk) is None, timeout=2 * PATIENCE)
    assert again.stages.stage == PEOPLE
