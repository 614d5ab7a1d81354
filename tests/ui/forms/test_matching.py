"""An option is found by its code, its words or the pinyin of its words, the surest first."""

import time

from ui.forms.matching import Matcher
from workbench.forms.engine.node import ChoiceView

NATIONS = Matcher(
    [
        ChoiceView("01", "汉族"),
        ChoiceView("02", "蒙古族"),
        ChoiceView("10", "朝鲜族"),
        ChoiceView("11", "满族"),
    ]
)
GRADES = Matcher([ChoiceView(str(at), f"第{at}级") for at in range(1, 13)])


def labels(matcher, typed):
    return [choice.label for choice in matcher.found(typed)]


def test_a_code_chooses_once_it_is_whole_and_no_other_begins_alike():
    assert NATIONS.by_key("1") is None
    assert NATIONS.by_key("11").label == "满族"
    assert GRADES.by_key("1") is None
    assert GRADES.by_key("2").value == "2"
    assert GRADES.by_key("12").value == "12"


def test_letters_find_by_initials_and_full_pinyin():
    assert labels(NATIONS, "mgz") == ["蒙古族"]
    assert labels(NATIONS, "man") == ["满族"]
    assert labels(NATIONS, "m") == ["蒙古族", "满族"]


def test_words_and_codes_come_before_pinyin():
    assert labels(NATIONS, "1") == ["朝鲜族", "满族"]
    assert labels(NATIONS, "族")[0] == "汉族"


def test_codes_that_are_no_numbers_are_replaced_by_places():
    fruit = Matcher([ChoiceView("apple", "苹果"), ChoiceView("pear", "梨")])
    assert fruit.by_key("2").value == "pear"
    assert fruit.exact("pear").label == "梨"


def test_a_list_of_fifty_thousand_is_searched_in_a_moment():
    villages = Matcher([ChoiceView(f"{at:06}", f"演示{at}村") for at in range(50_000)])
    villages.found("x")
    begun = time.perf_counter()
    assert villages.found("演示4999")[0].label == "演示4999村"
    assert time.perf_counter() - begun < 0.5
