"""The eye of a disputed number: asks why, and uncovers all its values for a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.kit.masked import MaskedField
from ui.wording.labels import label_of
from workbench.security.unmasking import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page
    from workbench.desk.sync_views import Revealed

    Show = Callable[[Any], None]


class SharedEye(MaskedField):
    """An eye without a value of its own: ``shown`` gets the values, and None when they are covered again."""

    def __init__(
        self, page: Page, dispute_id: str, field: str, label: str, shown: Callable[[Revealed | None], object]
    ) -> None:
        usual = {label_of(purpose): purpose for purpose in Purpose if purpose is not Purpose.OTHER}
        self._page, self._about, self._shown = page, (dispute_id, field), shown
        super().__init__(
            label,
            "",
            lambda words, show: self._look(usual[words], "", show),
            tuple(usual),
            lambda words, show: self._look(Purpose.OTHER, words, show),
        )
        self.value.hide()

    def show_plain(self, plain: Any) -> None:
        """Uncover the values and start the countdown."""
        super().show_plain("")
        self._shown(plain)

    def hide_again(self) -> None:
        """Cover the values at once."""
        super().hide_again()
        self._shown(None)

    def _look(self, purpose: Purpose, words: str, show: Show) -> None:
        inbox, about = self._page.desk.inbox, self._about
        self._page.workspace.background.run(
            self, lambda: inbox.reveal(*about, purpose, words), show, self._page.notice.say_error
        )
