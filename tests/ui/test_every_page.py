"""Every registered page: named for screen readers, reached by Tab, whole on every screen and in every look.

With WORKBENCH_PICTURES naming a folder, the pictures of every stop are left there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QWidget,
)

from tests.ui.gallery import LOOKS, Look, dressed
from tests.ui.tour import Tour, close_for_good, cut_off, open_shell, sideways
from ui.pages import PAGES
from ui.theme.theme import Scheme
from ui.translation import Language
from workbench.desk import models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.background import Background
    from ui.shell.window import Shell
    from workbench.desk.desk import Desk

SMALLEST = Look("1366-200-en", 1366, 768, Scheme.LIGHT, 2.0, Language.ENGLISH)
MOST_STEPS = 250


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A roster of two people and a title row."""
    from openpyxl import Workbook

    book = Workbook()
    for line in (
        ("某社区居民花名册",),
        ("姓名", "身份证号", "联系电话", "备注"),
        ("周一鸣", "330106195503120889", "13800003746", ""),
        ("吴小满", "", "", "外出"),
    ):
        book.active.append(line)
    book.save(tmp_path / "名单.xlsx")
    return tmp_path / "名单.xlsx"


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, background: Background) -> Iterator[Shell]:
    made = open_shell(desk, background)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    background.wait()
    close_for_good(made)


@pytest.mark.parametrize("look", [*LOOKS, SMALLEST], ids=lambda look: look.name)
def test_every_page_is_whole_in_every_look(
    look: Look, qapp: QApplication, desk: Desk, background: Background, roster: Path
):
    dressed(qapp, look)
    shell = open_shell(desk, background, look)
    folder = os.environ.get("WORKBENCH_PICTURES")
    flaws: dict[str, list[str]] = {}
    for stop in Tour(shell, background, desk, roster).stops():
        picture = shell.grab()
        assert not picture.isNull()
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            picture.save(str(Path(folder) / f"{stop}-{look.name}.png"))
        if found := [*sideways(shell), *cut_off(shell)]:
            flaws[stop] = found
    size = (shell.width(), shell.height())
    close_for_good(shell)
    assert size == (look.width, look.height)
    assert flaws == {}


def test_everything_that_takes_the_cursor_says_what_it_is(
    shell: Shell, desk: Desk, background: Background, roster: Path
):
    nameless = {
        (stop, f"{type(widget.parentWidget()).__name__} > {type(widget).__name__}")
        for stop in Tour(shell, background, desk, roster).stops()
        for widget in takers_of_the_cursor(shell)
        if not widget.accessibleName()
    }
    assert nameless == set()


def test_tab_reaches_everything_on_every_page(
    qtbot: QtBot, shell: Shell, desk: Desk, background: Background, roster: Path
):
    missed = {}
    tour = Tour(shell, background, desk, roster)
    for stop in tour.stops():
        area = shell.pages.currentWidget()
        takers = [one for one in takers_of_the_cursor(area) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        wanted = {one_of(widget): widget.accessibleName() for widget in takers}
        if left := wanted.keys() - walked(qtbot, shell, set(wanted)):
            missed[stop] = sorted(wanted[one] for one in left)
    assert missed == {}


def test_pages_listen_to_entities_that_exist(shell: Shell, desk: Desk, background: Background):
    tables = set(models.Base.metadata.tables)
    for _stop in Tour(shell, background, desk).stops():
        pass
    for entry in PAGES:
        page = shell.pages.page(entry.key)
        assert page.entities <= tables, entry.key
        assert page.entities or entry.key in ("roster", "reports"), entry.key


def takers_of_the_cursor(root: QWidget) -> list[QWidget]:
    """Return the visible, enabled widgets that can have the focus, without the insides of Qt's own."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    ]


def one_of(widget: QWidget) -> QWidget | QButtonGroup:
    """Return what Tab should come to: the widget, or its group of words, in which arrows go on."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else widget


def walked(qtbot: QtBot, shell: Shell, wanted: set[QWidget | QButtonGroup]) -> set[QWidget | QButtonGroup]:
    """Press Tab until everything wanted had the cursor, or it has gone round."""
    reached: set[QWidget | QButtonGroup] = set()
    for _step in range(MOST_STEPS):
        if shell.focusWidget() is not None:
            reached.add(one_of(shell.focusWidget()))
        if wanted <= reached:
            break
        qtbot.keyClick(shell.focusWidget() or shell, Qt.Key.Key_Tab)
    return reached
