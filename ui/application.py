"""The start of the window: preferences, look, language, the door; the store loads after the first paint."""

from __future__ import annotations

import gc
import logging
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.background import Background
from ui.settings.preferences import Preferences, load_preferences, save_preferences
from ui.signin.late import LateGatekeeper
from ui.signin.window import SignInWindow
from ui.theme.theme import Scheme, theme
from ui.translation import Language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from ui.session import Session
    from ui.signin.gatekeeper import Gatekeeper, SignedIn

log = logging.getLogger(__name__)


def run_window(data_dir: Path, build: Callable[[], Gatekeeper] | None = None) -> int:
    """Open the workbench on a data folder and return the exit code; ``build`` makes the door, later."""
    # Nothing made before the first paint is garbage; looking for it would take a tenth of the time.
    gc.disable()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    workbench = Workbench(application, data_dir, LateGatekeeper(build or partial(_real_door, data_dir)))
    workbench.open_door()
    workbench.door.painted.connect(_collect_garbage_again)
    code = application.exec()
    workbench.background.wait()
    return code


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def _real_door(data_dir: Path) -> Gatekeeper:
    # Imported here: it brings the store, which must not delay the first paint.
    from ui.signin.desk_gatekeeper import build_gatekeeper

    return build_gatekeeper(data_dir)


class Workbench(QObject):
    """The application between door and window: who is in, what they chose, what broke."""

    session_opened = Signal(object)

    def __init__(self, application: QApplication, data_dir: Path, gatekeeper: Gatekeeper) -> None:
        super().__init__()
        self._application, self._data_dir, self._gatekeeper = application, data_dir, gatekeeper
        self.preferences = load_preferences(data_dir)
        self.background = Background(self)
        self.background.broke.connect(self._tell_fault)
        self.background.explained.connect(self._tell_error)
        self.door: SignInWindow | None = None
        self.session: Session | None = None
        self._report_faults()
        self._dress()

    def open_door(self) -> None:
        """Show the sign-in window."""
        self.door = SignInWindow(self._gatekeeper, self.background, self.preferences)
        self.door.signed_in.connect(self.let_in)
        self.door.painted.connect(self._warm_up)
        self.door.show()

    def _warm_up(self) -> None:
        # Imported here, after the first paint: the list of pages and what they need.
        from ui.warming import warm_up

        self.background.run(self, warm_up, lambda _done: None)

    def let_in(self, who: SignedIn) -> None:
        """Open the window for a person, in place of the door or of the person before."""
        # Imported here: the sign-in window must not pay for the pages' world.
        from ui.session import Session

        before, self.session = self.session, Session(self, who)
        if before is None:
            self.session.show()
        else:
            self.session.take_place_of(before)
            before.close()
            if before.who.account != who.account:
                self._clear_traces()
        if self.door is not None:
            self.door.close()
            self.door = None
        known = self.preferences.with_person(who.account, who.person)
        self.choose(replace(known, last_account=who.account, community=who.community))
        self.session_opened.emit(self.session)

    def _clear_traces(self) -> None:
        # Imported here: only a change of person needs it.
        from ui.traces import clear_traces

        clear_traces()

    def choose(self, chosen: Preferences) -> None:
        """Keep new preferences and apply them; a new language or size opens the window again."""
        before, self.preferences = self.preferences, chosen
        save_preferences(self._data_dir, chosen)
        if (before.scheme, before.scale, before.language) == (chosen.scheme, chosen.scale, chosen.language):
            return
        self._dress()
        if self.session is not None and (before.scale, before.language) != (chosen.scale, chosen.language):
            self.let_in(self.session.who)

    @property
    def gatekeeper(self) -> Gatekeeper:
        """The door."""
        return self._gatekeeper

    def _dress(self) -> None:
        use_language(self._application, Language(self.preferences.language))
        theme().apply(Scheme(self.preferences.scheme), self.preferences.scale)

    def _report_faults(self) -> None:
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._application.quit()
            return
        log.error("A slot broke", exc_info=(kind, error, trace))
        self._tell_fault(error)

    def _tell_fault(self, error: Any) -> None:
        if self.session is not None and self.session.is_over:
            return
        from ui.faults import tell_fault

        tell_fault(self._application.activeWindow(), error)

    def _tell_error(self, error: Any) -> None:
        if self.session is not None and self.session.is_over:
            return
        from ui.faults import tell_error

        tell_error(self._application.activeWindow(), error)
