"""Loads what the window will need while the person at the door still types, so that it opens at once."""

from __future__ import annotations

from importlib import import_module

from ui.pages import PAGES

ROOMS = (
    "ui.session",
    "workbench.desk.desk",
    "workbench.catalogue.queries",
    "workbench.community.queries",
    "workbench.intake.queries",
    "workbench.intake.service",
    "workbench.people.queries",
    "workbench.security.queries",
    "workbench.security.sign_in",
    "chinese_calendar",
    "cryptography.hazmat.primitives.ciphers.aead",
)
"""Modules that every morning uses; each would otherwise be loaded between the password and the page."""


def warm_up() -> None:
    """Import them; for the background, after the first paint."""
    for name in (*ROOMS, PAGES[0].factory.partition(":")[0]):
        import_module(name)
