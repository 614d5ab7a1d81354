"""A service item in the words of its page: limits, what to bring, the tone of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.tones import Tone
from workbench.catalogue.rules import ItemKind

if TYPE_CHECKING:
    from workbench.catalogue.rules import Material, ServiceItem

translate = QCoreApplication.translate

KIND_TONES = {
    ItemKind.IMMEDIATE: Tone.SUCCESS,
    ItemKind.COMMITTED: Tone.INFO,
    ItemKind.AGENCY: Tone.ACCENT,
    ItemKind.REFERRAL: Tone.NEUTRAL,
    ItemKind.FORBIDDEN: Tone.DANGER,
}


def limit_words(item: ServiceItem) -> str:
    """Return the promised limit in words; nothing for what must not be issued."""
    if item.kind is ItemKind.FORBIDDEN or item.promised_days is None:
        return ""
    return days_words(item.promised_days)


def days_words(days: int | None) -> str:
    """Return a limit in working days in words; 0 is on the spot."""
    if days is None:
        return translate("CatalogueWords", "No legal limit")
    if days == 0:
        return translate("CatalogueWords", "On the spot")
    return translate("CatalogueWords", "%n working day(s)", "", days)


def handling_words(material: Material) -> str:
    """Return what happens to a material: shown in the original, copies kept."""
    shown = translate("CatalogueWords", "original checked") if material.original else ""
    kept = (
        translate("CatalogueWords", "{copies} kept").format(copies=material.copies) if material.copies else ""
    )
    return " · ".join(filter(None, (shown, kept)))
