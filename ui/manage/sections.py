"""The sections of Manage, in the order of the list: one line a section, imported when first opened."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from workbench.security.roles import Permission

if TYPE_CHECKING:
    from ui.manage.section import Section
    from ui.page import Page


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One section: key, name, icon, ``module:Class``, and what one must be allowed to see it."""

    key: str
    name: str
    icon: str
    factory: str
    permission: Permission | None = None

    @property
    def label(self) -> str:
        """The section's name in the language in force."""
        return _in_force(self.name)

    def create(self, page: Page) -> Section:
        """Import the section's module and make the section."""
        module, _, name = self.factory.partition(":")
        made: Section = getattr(importlib.import_module(module), name)(page)
        return made


@dataclass(frozen=True, slots=True)
class Group:
    """Sections that belong together, under a small heading."""

    name: str
    entries: tuple[SectionEntry, ...]

    @property
    def label(self) -> str:
        """The group's name in the language in force."""
        return _in_force(self.name)


def _in_force(name: str) -> str:
    return QCoreApplication.translate("Sections", name)


GROUPS = (
    Group(
        QT_TRANSLATE_NOOP("Sections", "Community"),
        (
            SectionEntry(
                "profile",
                QT_TRANSLATE_NOOP("Sections", "Profile"),
                "home",
                "ui.manage.profile:ProfileSection",
                Permission.MANAGE_COMMUNITY,
            ),
            SectionEntry(
                "places",
                QT_TRANSLATE_NOOP("Sections", "Grids and buildings"),
                "building",
                "ui.manage.places:PlacesSection",
                Permission.MANAGE_COMMUNITY,
            ),
            SectionEntry(
                "holidays",
                QT_TRANSLATE_NOOP("Sections", "Working days"),
                "calendar",
                "ui.manage.holidays:HolidaysSection",
                Permission.MANAGE_COMMUNITY,
            ),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Sections", "Staff"),
        (
            SectionEntry(
                "staff",
                QT_TRANSLATE_NOOP("Sections", "Accounts"),
                "people",
                "ui.manage.staff:StaffSection",
                Permission.MANAGE_STAFF,
            ),
            SectionEntry(
                "roles",
                QT_TRANSLATE_NOOP("Sections", "Roles"),
                "shield",
                "ui.manage.roles:RolesSection",
            ),
            SectionEntry(
                "access",
                QT_TRANSLATE_NOOP("Sections", "Access log"),
                "eye",
                "ui.journal.access:AccessSection",
                Permission.SEE_ACCESS_LOG,
            ),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Sections", "This desk"),
        (
            SectionEntry(
                "data",
                QT_TRANSLATE_NOOP("Sections", "Data and backup"),
                "folder",
                "ui.manage.data:DataSection",
                Permission.BACK_UP,
            ),
            SectionEntry(
                "account",
                QT_TRANSLATE_NOOP("Sections", "My account"),
                "person",
                "ui.manage.account:AccountSection",
            ),
        ),
    ),
)
