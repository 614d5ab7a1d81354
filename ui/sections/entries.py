"""How a page declares its sections: one line a section, imported when first opened."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.page import Page
    from ui.sections.section import Section
    from workbench.security.roles import Permission


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
