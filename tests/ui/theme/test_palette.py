"""Every pair of colours that meets on a screen can be read (WCAG 2.2: 4.5:1 for words, 3:1 for borders)."""

from dataclasses import asdict

import pytest

from ui.theme.palette import DARK, LIGHT, Palette, contrast

GROUNDS = ("window", "surface", "raised", "sunken", "hover", "accent_soft")
WORDS = [
    *((words, ground) for words in ("text", "text_soft", "text_faint", "accent_text") for ground in GROUNDS),
    *((tone, f"{tone}_soft") for tone in ("success", "warning", "danger", "info", "neutral")),
    *(
        (tone, ground)
        for tone in ("success", "warning", "danger", "info")
        for ground in ("surface", "window")
    ),
    *(("text", f"{tone}_soft") for tone in ("success", "warning", "danger", "info")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    ("on_danger", "danger_fill"),
    ("text_soft", "neutral_soft"),
]
MARKS = [
    *((mark, "surface") for mark in ("field_line", "lamp_green", "lamp_yellow", "lamp_red", "accent")),
    *(("accent_text", ground) for ground in GROUNDS),
]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_stand_out_from_their_ground(palette: Palette, words: str, ground: str):
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_borders_stand_out_from_their_ground(palette: Palette, mark: str, ground: str):
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= 3


def test_contrast_of_black_and_white_is_twenty_one_either_way():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)


def test_light_and_dark_name_the_same_tokens():
    assert asdict(LIGHT).keys() == asdict(DARK).keys()
