"""Opens a household's form on the page, hands it in, and says what the checks hold against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.census.findings import FindingsDialog
from ui.census.form_pane import FormPane
from ui.census.sitting import Sitting, Typed
from ui.kit.tones import Tone
from workbench.census.kinds import CaseState
from workbench.census.rules.cases import WITH_FORM

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.census.page import CensusPage
    from workbench.census.service import EntryStart, HandedIn
    from workbench.census.views import CaseRow

translate = QCoreApplication.translate


def enter_household(page: CensusPage, case: CaseRow, go_on: Callable[[], None]) -> None:
    """Open the form of a household: to go on with it, or to put right what was handed in."""
    census = page.desk.census
    again = case.state in WITH_FORM or case.state is CaseState.TO_CORRECT
    opening = census.reopen_form if again else census.begin
    page.act(lambda: opening(case.id), lambda start: _open(page, start, go_on))


def cover_with(page: CensusPage, sitting: Sitting) -> None:
    """Put the form of a sitting over the page; leaving it uncovers the page."""
    if page.covered() is not None:
        page.uncover()
    pane = FormPane(page, sitting)
    pane.left.connect(page.uncover)
    page.cover(pane)
    pane.setFocus()


def _open(page: CensusPage, start: EntryStart, go_on: Callable[[], None]) -> None:
    census = page.desk.census

    def hand_in(typed: Typed) -> HandedIn:
        if start.xml is None:
            handed: HandedIn = census.complete(start.case_id, typed.xml, typed.facts, typed.opened)
            return handed
        corrected: HandedIn = census.correct(
            start.case_id, typed.xml, typed.facts, typed.reason, typed.opened
        )
        return corrected

    def done(handed: HandedIn) -> None:
        page.uncover()
        _say(page, start, handed)

    title = (
        translate("Entering", "Correct the form") if start.xml else translate("Entering", "Fill in the form")
    )
    cover_with(page, Sitting(start, title, hand_in, done, go_on))


def _say(page: Any, start: EntryStart, handed: HandedIn) -> None:
    if handed.findings:
        FindingsDialog(page, start.case_id, start.place, handed.findings).open()
    else:
        words = translate("Entering", "{place}: handed in.").format(place=start.place)
        page.workspace.toast(words, Tone.SUCCESS)
