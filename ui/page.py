"""What every page is: a widget with a title that knows which records it shows and how to read them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.kit.labels import Heading
from ui.kit.layouts import STRETCH, column, row
from ui.kit.notices import InlineNotice
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.background import Background


class Workspace(Protocol):
    """What the window offers to its pages."""

    background: Background

    def open_page(self, key: str) -> None:
        """Show a page by its key."""

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a record on the page that declared its kind (person, matter, item)."""

    def show_beside(self, widget: QWidget | None, title: str = "") -> None:
        """Show a widget at the right, or nothing; a LiveCard is told when its records change."""

    def toast(
        self,
        text: str,
        tone: Tone = Tone.SUCCESS,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Say one line that leaves by itself, with an action such as undo."""


class LiveCard(QWidget):
    """A card beside a page that knows which records it shows, and reads them again when they change."""

    entities: ClassVar[frozenset[str]] = frozenset()

    def refresh(self) -> None:
        """Read again what is shown, and leave the cursor where it is."""


class Page(QWidget):
    """The base of every page: heading and actions on top, a notice bar, then ``body``.

    ``desk`` is what the page reads and calls; ``entities`` names the records it shows: when one of them
    changes anywhere, the window calls ``refresh`` (at once if the page is visible, else when it is shown).
    """

    entities: ClassVar[frozenset[str]] = frozenset()
    leaves_room: ClassVar[bool] = True
    """Whether a resident's card may stand beside; a page that shows whole records needs none."""

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__()
        self.desk = desk
        self.workspace = workspace
        self.setProperty("role", "page")
        self.heading = Heading()
        self.notice = InlineNotice()
        self.actions = row()
        self.body: QVBoxLayout = column(gap=12)
        head = row(self.heading, STRETCH)
        head.addLayout(self.actions)
        whole = column(head, self.notice, gap=12, margins=(24, 16, 24, 16))
        whole.addLayout(self.body, 1)
        self.setLayout(whole)

    def name_page(self, title: str, actions: Sequence[QWidget] = ()) -> None:
        """Set the translated heading and the buttons beside it."""
        self.heading.setText(title)
        self.setAccessibleName(title)
        for action in actions:
            self.actions.addWidget(action)

    def fill(self, *items: QWidget | QLayout) -> None:
        """Add widgets or layouts to the body, from top to bottom."""
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)

    def refresh(self) -> None:
        """Read again what is shown; called when the page appears and when its entities change."""

    def open_record(self, kind: str, record_id: str) -> None:
        """Show one record of a kind the page declared in ``ui.pages``."""

    def first_field(self) -> QWidget | None:
        """Return the widget that gets the focus when the page appears."""
        return None

    def ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Read in the background; an expected error becomes a notice on this page."""
        self.workspace.background.run(self, work, done, self.notice.say_error)

    def act(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Change something in the background: like ``ask``, but an old notice goes first."""
        self.notice.hide()
        self.workspace.background.run(self, work, done, self.notice.say_error)

    def ask_latest(self, key: str, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Run as ``ask``, for typing: only the answer to the latest call with this key arrives."""
        self.workspace.background.run_latest(self, key, work, done, self.notice.say_error)
