"""Somebody new at the counter, somebody who acts for another, papers scanned, matters passed on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.ui.intake.counter import CTRL, ENTER, found_first, item_initials, item_of
from ui.intake.stages import DONE, ITEMS, NEWCOMER, WORK
from ui.intake.transfer import Target
from workbench.catalogue.rules import ItemKind
from workbench.intake.kinds import AgentProof, MaterialState, MatterState
from workbench.standards.identity import check_digit

BODY = "33010019601224009"


def anybody(_card):
    return True


def committed(desk):
    return item_of(
        desk,
        ItemKind.COMMITTED,
        lambda item: not item.licensing and item.agent_allowed and len(item.materials) > 1,
    )


def new_form(worker, page):
    worker.type("zzzzq")
    worker.press(ENTER)
    worker.wait_stage(NEWCOMER)
    return page.stages.newcomer


def fill(newcomer, **texts):
    newcomer.form.show_texts(texts)
    newcomer.form.edited.emit()


def test_a_newcomer_is_entered_in_the_middle_of_the_talk(worker, page, worker_desk):
    newcomer = new_form(worker, page)
    number = BODY + check_digit(BODY)
    fill(newcomer, name="欧阳新来", id_number=number, phone="19900009999")
    assert "1960-12-24" in newcomer.read_off.text()
    worker.press(ENTER, CTRL)
    worker.wait_stage(ITEMS)
    assert page.conversation.talk.applicant.id_number == number
    assert worker_desk.residents.search("oyxl", 1)[0].name == "欧阳新来"


def test_a_wrong_number_is_told_under_its_field(worker, page):
    newcomer = new_form(worker, page)
    fill(newcomer, name="欧阳新来", id_number="330100196012240091")
    newcomer.submit()
    assert newcomer.form.grid.error("id_number")
    assert page.stages.stage == NEWCOMER


def test_who_is_in_the_register_already_is_not_entered_twice(worker, page, worker_desk, qtbot):
    resident_id, _initials = found_first(worker_desk, lambda card: card.id_number)
    facts = worker_desk.applicant(resident_id)
    newcomer = new_form(worker, page)
    fill(newcomer, name=facts.name, id_number=facts.id_number)
    qtbot.waitUntil(newcomer.duplicates.isVisible)
    assert not newcomer.save.isEnabled()
    newcomer.duplicates.taken.emit(newcomer.duplicates.hits[0].person.id)
    worker.wait_stage(ITEMS)
    assert page.conversation.talk.applicant.resident_id == resident_id


def test_a_member_of_the_household_acts_for_the_resident(worker, page, worker_desk):
    _id, initials = found_first(
        worker_desk, lambda card: card.relation == "户主" and any((m.age or 0) >= 18 for m in card.members)
    )
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    page.stages.work.open_part("agent")
    relative = next(each for each in page.conversation.card.members if (each.age or 0) >= 18)
    page.stages.side.agent.relative_wanted.emit(relative.id, relative.relation)
    worker.wait(lambda: page.conversation.talk.agent.name == relative.name)
    agent = page.stages.side.agent
    assert agent.name.text() == relative.name
    assert "*" in agent.number.text()
    assert page.conversation.talk.agent.proof is AgentProof.HOUSEHOLD_BOOK
    page.stages.checklist.rows[0].setFocus()
    worker.press(Qt.Key.Key_F4)
    worker.accept()
    kept = worker_desk.matters.matter(page.conversation.talk.results[0].matter_id)
    assert kept.agent.name == relative.name
    assert kept.agent.relation == relative.relation


def test_a_scan_is_kept_encrypted_and_hands_the_material_in(worker, page, worker_desk, tmp_path, qtbot):
    _id, initials = found_first(worker_desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    photo = tmp_path / "表.png"
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    assert picture.save(str(photo))
    row = page.stages.checklist.rows[-1]
    row.scans_wanted.emit(row.line.code, [str(photo)])
    qtbot.waitUntil(lambda: len(row.tick.attachment_ids) == 1)
    assert row.tick.state is MaterialState.PRESENTED
    assert worker_desk.attachments.content(row.tick.attachment_ids[0]).startswith(b"\x89PNG")


def test_a_matter_is_forwarded_to_a_department_at_once(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    worker.press(Qt.Key.Key_F4)
    page.conversation.hand_over(Target(None, "区民政局", "请尽快"))
    worker.wait_stage(DONE)
    kept = worker_desk.matters.matter(page.conversation.talk.results[0].matter_id)
    assert kept.row.state is MatterState.HANDED_OVER
    assert kept.row.department == "区民政局"


def test_a_refused_acceptance_keeps_everything_typed(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    worker.press(Qt.Key.Key_F4)
    page.stages.side.agent.name.setText("张三")
    page.stages.side.agent.name.textEdited.emit("张三")
    worker.press(ENTER, CTRL)
    worker.wait(lambda: bool(page.notice.text()))
    assert page.stages.stage == WORK
    assert page.conversation.talk.agent.name == "张三"
