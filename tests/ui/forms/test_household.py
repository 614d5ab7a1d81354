"""An experienced typist's household of four on the census short form: few keystrokes, no mouse."""

import re

import pytest
from PySide6.QtCore import Qt

from tests.forms.filling import NOON, opened, stored
from tests.forms.households import household
from tests.ui.forms.typist import CTRL, ENTER
from ui.forms.ways import Ways
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting
from workbench.forms.shipped import CENSUS_SHORT

AREA = {"province": "浙江省", "city": "杭州市", "county": "拱墅区", "town": "演示街道"} | {
    "area_code": "001",
    "district_code": "03",
    "building_no": "12",
    "unit_no": "0301",
}
PLUS = Qt.Key.Key_Plus
HAN = re.compile(r"[一-鿿]+")


def census_session():
    known = {f"/data/address/{name}": value for name, value in AREA.items()}
    return FormSession(opened(CENSUS_SHORT), Setting(clock=lambda: NOON, seed=1, prefilled=known))


def type_household(typist, household, *, composing):
    """Type a household in the order of the cursor; what the form knows already is passed by Enter."""
    answers = household.typed
    members = 1
    for _question in range(400):
        if typist.at == "/data/respondent/name" and members < len(household.members):
            members += 1
            typist.press(PLUS, CTRL)
        answer_here(typist, answers, composing)
        if typist.at == "/data/respondent/signed" and typist.view.filling.cursor.value:
            return
    raise AssertionError(f"the form is never through; the cursor stays at {typist.at}")


def answer_here(typist, answers, composing):
    path, node = typist.at, typist.view.filling.cursor
    wanted = answers.get(path, "")
    if wanted and node.value != wanted:
        typist.compose(wanted) if composing and HAN.fullmatch(wanted) else typist.type(wanted)
    if typist.at == path and path != "/data/respondent/signed":
        typist.enter()


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("composing", [False, True], ids=["characters", "pinyin"])
def test_a_household_of_four_takes_at_most_1_3_keystrokes_a_stored_character(fill, number, composing):
    four, submissions = household(number), []
    typist = fill(census_session(), Ways())
    typist.view.finished.connect(submissions.append)

    type_household(typist, four, composing=composing)
    typist.press(ENTER, CTRL)

    kept = stored(typist.view.session)
    assert submissions, [problem.message for problem in typist.view.session.problems()]
    assert {path: kept[path] for path in four.stored} == four.stored
    ratio = typist.keys / four.stored_characters
    assert ratio <= 1.3, f"{typist.keys} keys for {four.stored_characters} characters: {ratio:.2f}"


def test_the_keystrokes_are_measured_as_they_were_pressed(fill):
    typist = fill(census_session(), Ways(clock=lambda: NOON))

    type_household(typist, household(4), composing=False)

    modifiers = 3
    assert typist.view.keying().keystrokes == typist.keys - modifiers
    assert typist.view.keying().corrections == 0
