"""The pages of the window, in the order of the rail: one line a page, imported when first opened."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from ui.page import Page, Workspace


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its key, two-character name, icon, and ``module:Class`` of its widget."""

    key: str
    name: str
    icon: str
    factory: str
    opens: tuple[str, ...] = ()
    """Kinds of records this page can show: ``person``, ``matter``, ``item``."""
    permission: str = ""
    """What a person must be allowed to see it; nothing means everyone."""

    @property
    def label(self) -> str:
        """The page's name in the language in force."""
        return QCoreApplication.translate("Pages", self.name)

    def create(self, desk: Any, workspace: Workspace) -> Page:
        """Import the page's module and make the page."""
        module, _, name = self.factory.partition(":")
        page: Page = getattr(importlib.import_module(module), name)(desk, workspace)
        return page


# Rail names are two characters in Chinese. Write the name as QT_TRANSLATE_NOOP("Pages", "…").
PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", QT_TRANSLATE_NOOP("Pages", "Today"), "today", "ui.today.page:TodayPage"),
    PageEntry(
        "intake",
        QT_TRANSLATE_NOOP("Pages", "Intake"),
        "intake",
        "ui.intake.page:IntakePage",
        ("serve", "start", "call"),
        "accept_matter",
    ),
    PageEntry(
        "matters",
        QT_TRANSLATE_NOOP("Pages", "Matters"),
        "inbox",
        "ui.matters.page:MattersPage",
        ("matter", "matters"),
        "see_register",
    ),
    PageEntry(
        "people",
        QT_TRANSLATE_NOOP("Pages", "People"),
        "people",
        "ui.people.page:PeoplePage",
        ("person",),
        "see_register",
    ),
    PageEntry(
        "catalogue",
        QT_TRANSLATE_NOOP("Pages", "Catalogue"),
        "catalogue",
        "ui.catalogue.page:CataloguePage",
        ("item",),
    ),
    PageEntry(
        "roster",
        QT_TRANSLATE_NOOP("Pages", "Roster"),
        "roster",
        "ui.roster.page:RosterPage",
        permission="import_roster",
    ),
    PageEntry(
        "census",
        QT_TRANSLATE_NOOP("Pages", "Census"),
        "census",
        "ui.census.page:CensusPage",
        permission="enter_census",
    ),
    PageEntry(
        "reports",
        QT_TRANSLATE_NOOP("Pages", "Reports"),
        "reports",
        "ui.reports.page:ReportsPage",
        permission="see_reports",
    ),
    PageEntry(
        "manage", QT_TRANSLATE_NOOP("Pages", "Manage"), "manage", "ui.manage.page:ManagePage", opens=("sync",)
    ),
)

WORDS = (
    QT_TRANSLATE_NOOP("Pages", "Today"),
    QT_TRANSLATE_NOOP("Pages", "Intake"),
    QT_TRANSLATE_NOOP("Pages", "People"),
    QT_TRANSLATE_NOOP("Pages", "Catalogue"),
    QT_TRANSLATE_NOOP("Pages", "Roster"),
    QT_TRANSLATE_NOOP("Pages", "Reports"),
    QT_TRANSLATE_NOOP("Pages", "Manage"),
)
"""Names for the rail that are already translated."""
