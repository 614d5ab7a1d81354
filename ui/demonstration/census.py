"""A door of the census in the demonstration: the form typed by keys, the building's picture, the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from workbench.desk.census_figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.census.form_pane import FormPane
    from ui.census.page import CensusPage
    from ui.demonstration.hands import Hands
    from ui.forms.view import FormView
    from ui.shell.window import Shell

CTRL = Qt.KeyboardModifier.ControlModifier
_ENOUGH = 90
"""Fields after which somebody typing a household of the demonstration must be through."""

_LAST_ONES = 3
"""How much is still missing when the picture of the filled form is taken."""

_TOLD = {
    "h1_kind": "1",
    "h2_away": "0",
    "h5_dwelling": "1",
    "h6_area_m2": "96",
    "h7_rooms": "3",
    "d6_ethnic": "01",
    "d7_residence": "1",
    "d8_registration": "1",
    "d9_left_since": "1",
    "d11_education": "5",
    "d12_literate": "1",
    "name": "演示",
    "read_back": "1",
    "signed": "1",
}
"""What is told at the door, by the name of the question."""


class CensusDay:
    """What an outside enumerator and then the supervisor do about the census."""

    def __init__(self, hands: Hands, shell: Shell, settle: Callable[[], None]) -> None:
        self._hands, self._shell, self._settle = hands, shell, settle

    def fill_in_a_form(self) -> None:
        """Open the next door, type what the register did not know, and hand the form in."""
        page = self._open("doors")
        self._hands.picture(self._shell, "普查-入户")
        section: Any = page.section("doors")
        section.enter()
        pane = self._opened(page)
        self._hands.picture(self._shell, "普查-录入")
        assert pane.view is not None
        self._answer(pane.view, leaving=_LAST_ONES)
        self._hands.picture(self._shell, "普查-将填完")
        self._answer(pane.view)
        if page.covered() is not None:
            self._hands.press(Qt.Key.Key_Return, CTRL)
        self._hands.wait_for(lambda: page.covered() is None, "提交调查表")
        self._settle()

    def look_over_it(self) -> None:
        """Look at the buildings, the second typings, and the tables with small numbers hidden."""
        for key, name in (("progress", "普查-进度"), ("double", "普查-双录复核"), ("areas", "普查-小区")):
            self._open(key)
            self._hands.picture(self._shell, name)
        page = self._open("figures")
        figures: Any = page.section("figures")
        figures.which.choose(FigureKind.TABLES.value)
        self._settle()
        self._hands.picture(self._shell, "普查-汇总")
        self._take_tables(page)

    def _take_tables(self, page: CensusPage) -> None:
        desk, chosen = page.desk, page.desk.surveys.rounds()[0]
        for ending in ("xlsx", "pdf"):
            path = self._hands.out / f"census-tables.{ending}"
            desk.census_figures.write(chosen.id, FigureKind.TABLES, ending, path, "演示导出")
            self._hands.tell(f"  文件 {path}")

    def _open(self, key: str) -> CensusPage:
        self._shell.open_page("census")
        page: CensusPage = self._hands.wait_for(lambda: self._shell.pages.page("census"), "普查")
        page.show_section(key)
        self._settle()
        return page

    def _opened(self, page: CensusPage) -> FormPane:
        def shown() -> FormPane | None:
            pane: Any = page.covered()
            return pane if pane is not None and pane.view is not None else None

        pane = self._hands.wait_for(shown, "调查表")
        self._settle()
        return pane

    def _answer(self, view: FormView, leaving: int = 0) -> None:
        """Go from what is missing to what is missing by F4, and type it, until so much is left."""
        for _ in range(_ENOUGH):
            if len(view.session.problems()) <= leaving:
                return
            self._hands.press(Qt.Key.Key_F4)
            node = view.filling.cursor
            assert node is not None
            self._hands.type(self._told(view, node.path.rsplit("/", 1)[-1]))
            if view.filling.cursor is node:
                self._hands.press(Qt.Key.Key_Return)

    def _told(self, view: FormView, name: str) -> str:
        if name == "h2_here":
            members = view.session.node("/data/person[1]").parent
            return str(len(members.children)) if members is not None else "1"
        return _TOLD.get(name, "")
