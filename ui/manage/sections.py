"""The sections of Manage, in the order of the list."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.sections.entries import Group, SectionEntry
from workbench.security.roles import Permission

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
        QT_TRANSLATE_NOOP("Sections", "Server"),
        (
            SectionEntry(
                "sync", QT_TRANSLATE_NOOP("Sections", "Sync"), "cloud", "ui.sync.section:SyncSection"
            ),
            SectionEntry(
                "server",
                QT_TRANSLATE_NOOP("Sections", "Connection"),
                "link",
                "ui.sync.server:ServerSection",
                Permission.MANAGE_DEVICES,
            ),
            SectionEntry(
                "desks",
                QT_TRANSLATE_NOOP("Sections", "Desks"),
                "monitor",
                "ui.sync.desks:DesksSection",
                Permission.MANAGE_DEVICES,
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
