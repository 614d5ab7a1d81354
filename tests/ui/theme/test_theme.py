"""The look in force: tokens filled into the style sheet, sizes scaled, a Chinese font in any case."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import best_family, load_bundled_family
from ui.theme.icons import ICONS, UnknownIcon, icon, pixmap
from ui.theme.palette import DARK, LIGHT
from ui.theme.style import style_sheet
from ui.theme.theme import Scheme, colour, px, theme


def test_the_style_sheet_names_only_tokens_that_exist_and_pictures_that_lie_there():
    for palette in (LIGHT, DARK):
        sheet = style_sheet(palette, 1.0)
        assert "$" not in sheet
        assert palette.accent in sheet
        assert all(Path(path).is_file() for path in re.findall(r"url\((.+?)\)", sheet))


def test_twice_the_scale_doubles_every_size():
    def sizes(scale: float) -> list[str]:
        return re.findall(r"font-size: (\d+)px", style_sheet(LIGHT, scale))

    assert [int(size) * 2 for size in sizes(1.0)] == [int(size) for size in sizes(2.0)]


def test_a_theme_applied_reaches_font_palette_and_sizes(qapp: QApplication):
    theme().apply(Scheme.DARK, 1.5)
    assert px(8) == 12
    assert px(0) == 0
    assert qapp.font().pixelSize() == 21
    assert colour("window").name().upper() == DARK.window
    theme().apply(Scheme.LIGHT)


def test_the_window_font_draws_chinese(qapp: QApplication):
    assert all(QFontMetrics(qapp.font()).inFontUcs4(ord(character)) for character in "社区受理〇")


def test_a_good_font_of_the_system_is_preferred_to_the_bundled_one():
    assert best_family({"Arial", "Microsoft YaHei", "Noto Sans SC"}) == "Microsoft YaHei"
    assert best_family({"Arial"}) is None
    assert load_bundled_family() in QFontDatabase.families()


@pytest.mark.parametrize("name", sorted(path.stem for path in ICONS.glob("*.svg")))
def test_every_icon_draws_something_in_the_colour_asked_for(name: str):
    image, wanted = pixmap(name, "accent").toImage(), colour("accent")
    drawn = [image.pixelColor(x, y) for x in range(18) for y in range(18)]
    solid = [pixel for pixel in drawn if pixel.alpha() > 250]
    assert any(pixel.alpha() > 60 for pixel in drawn)
    assert all(abs(pixel.red() - wanted.red()) + abs(pixel.blue() - wanted.blue()) < 8 for pixel in solid)


def test_an_icon_nobody_drew_is_named_in_the_error():
    with pytest.raises(UnknownIcon, match="unicorn"):
        icon("unicorn")
