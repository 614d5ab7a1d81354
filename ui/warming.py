"""Loads what the window will need while the person at the door still types, so that it opens at once."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from io import BytesIO

from ui.pages import PAGES

ROOMS = (
    "ui.session",
    "workbench.desk.desk",
    "workbench.desk.syncing",
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


def warm_up_pages() -> None:
    """Import the other pages: the first click on one finds it loaded."""
    for entry in PAGES:
        import_module(entry.factory.partition(":")[0])


def warm_up_papers() -> None:
    """Draw and show one empty sheet: the first real one finds typeface, writer and reader loaded."""
    # Imported here: they cost most of a second, which the person must not wait for.
    from workbench.documents.preview import render_pages
    from workbench.documents.slip import draw_slip
    from workbench.documents.slip_model import Slip

    import_module("workbench.intake.slips")
    sheet = BytesIO()
    empty = Slip(
        title="试印",
        number="0",
        issuer="",
        addressee="",
        opening=("",),
        issued_on=date(2000, 1, 1),
        qr_payload="0",
    )
    draw_slip(empty, sheet)
    render_pages(sheet.getvalue(), 1)
