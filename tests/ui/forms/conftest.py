"""A form on the screen with somebody's hands at the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import shown
from tests.ui.forms.typist import Typist
from ui.forms.view import FormView
from ui.forms.ways import Ways
from workbench.forms.engine.session import FormSession

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def fill(qtbot, background) -> Callable[..., Typist]:
    """Put a form or a session before a typist."""

    def opened(form, ways: Ways | None = None, *, size=(1180, 640)) -> Typist:
        session = form if isinstance(form, FormSession) else FormSession(form)
        view = FormView(session, background, ways)
        qtbot.addWidget(view)
        view.resize(*size)
        shown(qtbot, view)
        view.begin()
        return Typist(view)

    return opened
