"""Preferences survive, and a damaged file never keeps anyone out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.settings.preferences import FILE, MOST_PEOPLE, Preferences, load_preferences, save_preferences


def test_what_was_chosen_is_there_again(tmp_path: Path):
    chosen = Preferences("en", "dark", 1.5, 10, "wangxl", "青柳社区", {"wangxl": "王小丽"})
    save_preferences(tmp_path / "new", chosen)
    assert load_preferences(tmp_path / "new") == chosen


def test_a_folder_without_choices_has_the_defaults(tmp_path: Path):
    assert load_preferences(tmp_path) == Preferences()


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", "null", '"x"', '{"scale": "big"}', '{"scale": 40, "scheme": "pink"}']
)
def test_a_damaged_file_falls_back_to_the_defaults(tmp_path: Path, damaged: str):
    (tmp_path / FILE).write_text(damaged, "utf-8")
    assert load_preferences(tmp_path) == Preferences()


def test_what_is_right_is_kept_beside_what_is_wrong(tmp_path: Path):
    (tmp_path / FILE).write_text('{"scheme": "dark", "scale": 9, "auto_lock_minutes": true, "x": 1}', "utf-8")
    assert load_preferences(tmp_path) == Preferences(scheme="dark")


def test_the_last_twenty_people_are_known_by_name_the_latest_last():
    known = Preferences()
    for at in range(25):
        known = known.with_person(f"account{at}", f"人{at}")
    known = known.with_person("account9", "新名字")
    assert len(known.people) == MOST_PEOPLE
    assert list(known.people)[-1] == "account9"
    assert known.people["account9"] == "新名字"
    assert "account4" not in known.people


def test_names_that_are_none_are_forgotten(tmp_path: Path):
    (tmp_path / FILE).write_text('{"people": {"a": "陈雨", "b": 3, "": "x", "c": ""}}', "utf-8")
    assert load_preferences(tmp_path).people == {"a": "陈雨"}


json = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["scale", "scheme", "people", "z"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(json)
def test_no_file_whatever_keeps_the_window_from_opening(
    tmp_path_factory: pytest.TempPathFactory, content: object
):
    from json import dumps

    folder = tmp_path_factory.mktemp("data")
    (folder / FILE).write_text(dumps(content), "utf-8")
    loaded = load_preferences(folder)
    assert loaded == loaded.checked()
