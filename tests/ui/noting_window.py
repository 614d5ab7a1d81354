"""A window for one page in tests: it runs work in the background and notes what the page asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.tones import Tone

if TYPE_CHECKING:
    from ui.background import Background


class NotingWindow:
    """A Workspace that notes instead of opening."""

    def __init__(self, background: Background) -> None:
        self.background = background
        self.pages: list[str] = []
        self.records: list[tuple[str, str]] = []
        self.said: list[str] = []

    def open_page(self, key: str) -> None:
        self.pages.append(key)

    def open_record(self, kind: str, record_id: str) -> None:
        self.records.append((kind, record_id))

    def show_beside(self, widget: object, title: str = "") -> None:
        """Nothing stands beside."""

    def toast(self, text: str, tone: Tone = Tone.SUCCESS, action: str = "", on_action: object = None) -> None:
        self.said.append(text)
