"""The sections of the census page, in the order of the work."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.sections.entries import Group, SectionEntry
from workbench.security.roles import Permission

GROUPS = (
    Group(
        QT_TRANSLATE_NOOP("Sections", "Households"),
        (
            SectionEntry(
                "doors",
                QT_TRANSLATE_NOOP("Sections", "My doors"),
                "home",
                "ui.census.my_doors:MyDoorsSection",
                Permission.ENTER_CENSUS,
            ),
            SectionEntry(
                "double",
                QT_TRANSLATE_NOOP("Sections", "Double keying"),
                "copy",
                "ui.census.double_keying:DoubleKeyingSection",
                Permission.VERIFY_CENSUS,
            ),
            SectionEntry(
                "recheck",
                QT_TRANSLATE_NOOP("Sections", "Re-check"),
                "eye",
                "ui.census.recheck:RecheckSection",
                Permission.VERIFY_CENSUS,
            ),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Sections", "Round"),
        (
            SectionEntry(
                "progress",
                QT_TRANSLATE_NOOP("Sections", "Progress"),
                "building",
                "ui.census.progress:ProgressSection",
                Permission.VERIFY_CENSUS,
            ),
            SectionEntry(
                "rounds",
                QT_TRANSLATE_NOOP("Sections", "Rounds"),
                "flag",
                "ui.census.rounds:RoundsSection",
                Permission.MANAGE_CENSUS,
            ),
            SectionEntry(
                "areas",
                QT_TRANSLATE_NOOP("Sections", "Areas"),
                "panel",
                "ui.census.areas:AreasSection",
                Permission.MANAGE_CENSUS,
            ),
            SectionEntry(
                "contracts",
                QT_TRANSLATE_NOOP("Sections", "Contracts"),
                "shield",
                "ui.census.contracts:ContractsSection",
                Permission.MANAGE_CENSUS,
            ),
            SectionEntry(
                "figures",
                QT_TRANSLATE_NOOP("Sections", "Figures"),
                "reports",
                "ui.census.figures:FiguresSection",
                Permission.MANAGE_CENSUS,
            ),
            SectionEntry(
                "forms",
                QT_TRANSLATE_NOOP("Sections", "Forms"),
                "file",
                "ui.census.forms_section:FormsSection",
                Permission.MANAGE_FORMS,
            ),
        ),
    ),
)
