"""A dispute about a whole record, one nobody took, or many removals: what was wanted, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import DangerButton, GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.facts import FactList
from ui.kit.flow import FlowLayout
from ui.kit.labels import Body
from ui.kit.layouts import STRETCH, bring_into_view, column, panel, scrolled
from workbench.desk.sync_views import DisputeKind
from workbench.sync.choices import Take
from workbench.sync.protocol.wire import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.kit.buttons import Button
    from ui.sync.reading import ShownDispute

MOST_TITLES = 200


class WholePane(QWidget):
    """``settled`` carries mine or theirs; ``applied``, ``approved`` and ``dropped`` carry nothing."""

    settled = Signal(object)
    applied = Signal()
    approved = Signal()
    dropped = Signal()

    def __init__(self, shown: ShownDispute) -> None:
        super().__init__()
        self._shown = shown
        self.buttons: list[Button] = []
        self._keys: list[tuple[str, Callable[[], object]]] = []
        if not shown.detail.line.choice:
            self._offer()
        whole = column(gap=12)
        whole.addWidget(scrolled(panel(column(self._content(), STRETCH))), 1)
        whole.addWidget(panel(FlowLayout(*self.buttons, gap=8)))
        self.setLayout(whole)

    def is_touched(self) -> bool:
        """Nothing is kept here between keys."""
        return False

    def key_deeds(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Give the keys of the whole dispute, and what they do."""
        return self._keys

    def begin(self) -> None:
        """Put the cursor on the first way out."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.buttons[0])

    def set_busy(self, busy: bool) -> None:
        """Wait while it is being done."""
        for button in self.buttons:
            button.setEnabled(not busy)

    def _content(self) -> QWidget:
        if self._shown.detail.line.kind is DisputeKind.REMOVALS:
            titles = self._shown.detail.titles
            rest = len(titles) - MOST_TITLES
            more = self.tr("and %n more", "", rest) if rest > 0 else ""
            words = "\n".join(filter(None, (*titles[:MOST_TITLES], more)))
            return Card(self.tr("To be removed"), Body(words, wrap=True), padding=12)
        facts = FactList([(line.label, self._fact(line.mine, line.current)) for line in self._shown.lines])
        return Card(self._caption(), facts, padding=12)

    def _caption(self) -> str:
        if self._shown.detail.line.kind is DisputeKind.REFUSED:
            return self.tr("What was written")
        if self._shown.detail.line.reason is Reason.DELETED_AFTER_EDIT:
            return self.tr("What was changed meanwhile")
        return self.tr("What was changed after the removal")

    def _fact(self, mine: str, current: str) -> str:
        if self._shown.detail.line.reason is Reason.DELETED_AFTER_EDIT or mine == current:
            return current
        return self.tr("{mine} (now: {current})").format(mine=mine, current=current)

    def _offer(self) -> None:
        detail = self._shown.detail
        if detail.line.kind is DisputeKind.WHOLE and detail.may_resolve:
            removal = detail.line.reason is Reason.DELETED_AFTER_EDIT
            mine, theirs = self._ways(removal)
            first = DangerButton if removal else PrimaryButton
            self._add(first(f"{mine}  1", lambda: self.settled.emit(Take.MINE)), "1")
            self._add(GhostButton(f"{theirs}  2", lambda: self.settled.emit(Take.THEIRS)), "2")
        if detail.may_apply:
            words = self.tr("Apply as my own  Ctrl+Enter")
            self._add(PrimaryButton(words, self.applied.emit, icon_name="check"), "Ctrl+Return")
        if detail.may_approve:
            words = self.tr("Approve the removals  Ctrl+Enter")
            self._add(DangerButton(words, self.approved.emit), "Ctrl+Return")
        if detail.may_discard:
            self._add(GhostButton(self.tr("Drop…  Del"), self.dropped.emit, icon_name="trash"), "Del")

    def _ways(self, removal: bool) -> tuple[str, str]:
        if removal:
            return self.tr("Remove it all the same"), self.tr("Keep the record")
        return self.tr("Bring it back with the change"), self.tr("Leave it removed")

    def _add(self, button: Button, keys: str) -> None:
        self.buttons.append(button)
        self._keys.append((keys, button.click))
