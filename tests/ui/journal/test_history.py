"""What the history of a record says: names and words, and never more than the page itself would show."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from ui.journal.dialog import HistoryDialog
from ui.journal.lines import read_history
from workbench.security.unmasking import Purpose


@pytest.fixture
def resident(desk):
    return desk.residents.search("1")[0]


@pytest.fixture
def dialog(qtbot, desk, resident, background):
    desk.people.edit_resident(resident.id, {"phone": "19900001234", "note": "行动不便"})
    desk.unmasking.grant(resident.id, ["id_number", "phone"], Purpose.VISIT)
    made = HistoryDialog(desk, "resident", resident.id, resident.name, background=background)
    made.show()
    qtbot.waitUntil(lambda: bool(made.view.texts()))
    yield made
    if isValid(made):
        made.close()


def test_a_change_says_who_and_what_before_and_after(dialog, desk):
    changed = dialog.view.texts()[1]
    assert desk.session.display_name in changed
    assert "修改" in changed
    assert "备注：— → 行动不便" in changed


def test_telephones_stay_masked_in_the_history(dialog):
    assert "199****1234" in dialog.view.texts()[1]
    assert not any("19900001234" in text for text in dialog.view.texts())


def test_whoever_looked_is_named_with_the_purpose(dialog):
    looked = dialog.view.texts()[0]
    assert "查看完整信息" in looked
    assert "身份证号、电话" in looked
    assert "走访入户" in looked


def test_the_filter_separates_changes_from_looks(qtbot, dialog):
    everything = len(dialog.view.texts())
    for key, rest in (("looks", 1), ("changes", everything - 1)):
        qtbot.mouseClick(dialog.view.filter._keys[key], Qt.MouseButton.LeftButton)
        assert len(dialog.view.texts()) == rest


def test_escape_closes_the_history(qtbot, dialog):
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_making_of_a_record_shows_its_fields_in_words(desk, resident):
    made = read_history(desk, [("resident", resident.id)])[-1]
    fields = {change.field: change.after for change in made.changes}
    assert fields["姓名"] == resident.name
    assert fields["民族"] == "汉族"
    assert fields["居住状态"] == "在住"
    assert "*" in fields["身份证号"]
    assert not set(fields) & {"full_pinyin", "initials", "deleted_at"}


def test_a_password_is_never_shown_only_that_it_changed(desk):
    colleague = next(one for one in desk.staff.staff() if one.id != desk.session.staff_id)
    desk.staff_service.reset_password(colleague.id, "brave-otter-77")
    told = read_history(desk, [("staff_account", colleague.id)])
    assert any(change.field == "密码" for line in told for change in line.changes)
    assert not any("argon2" in f"{change.before}{change.after}" for line in told for change in line.changes)


def test_ids_become_names_where_there_are_names(desk):
    grid = desk.community.grids()[0]
    fields = {change.field: change.after for change in read_history(desk, [("grid", grid.id)])[-1].changes}
    assert fields["网格员"] == grid.worker_name


def test_records_that_belong_together_tell_one_story(desk, resident):
    from workbench.people.vocabulary import TagKind

    tag_id = desk.people.add_tag(resident.id, TagKind.VOLUNTEER)
    told = read_history(desk, [("resident", resident.id), ("resident_tag", tag_id)])
    assert told[0].about == "人群标签"
    assert ("类别", "志愿者") in {(change.field, change.after) for change in told[0].changes}


def test_a_refusal_is_said_in_the_dialog(qtbot, sign_in, background):
    enumerator = sign_in("pucha")
    made = HistoryDialog(enumerator, "resident", "nobody", "某人", background=background)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "权限" in made.notice.text())
