"""The colours of the workbench as named tokens: one warm-neutral light set and one true dark set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour a screen may use, as ``#RRGGBB``; named by purpose, never by hue."""

    window: str
    """Behind everything."""
    surface: str
    """Cards, tables and fields."""
    raised: str
    """Popups, dialogs and toasts."""
    sunken: str
    """Table headers, read-only fields, pressed ghosts."""
    hover: str
    """A row or ghost button under the mouse."""
    line: str
    """Hairlines between things; decoration only."""
    field_line: str
    """The border of a field: at least 3:1 on its surface."""
    text: str
    text_soft: str
    text_faint: str
    """Placeholders and hints: still 4.5:1."""
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    """Selected rows and rail entries."""
    accent_text: str
    """Accent-coloured words on any surface, and the focus ring."""
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    danger_fill: str
    on_danger: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str
    lamp_green: str
    lamp_yellow: str
    lamp_red: str
    glow: str
    """Lit windows and the sun on the sign-in panel; decoration only."""


LIGHT = Palette(
    window="#F6F5F2",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F1EFEB",
    hover="#F4F2EE",
    line="#E5E2DC",
    field_line="#949086",
    text="#24221F",
    text_soft="#57534D",
    text_faint="#6B6760",
    accent="#0F6B7C",
    accent_hover="#0C5B6A",
    accent_pressed="#0A4C58",
    on_accent="#FFFFFF",
    accent_soft="#E0EFF1",
    accent_text="#0D6374",
    success="#1F6B41",
    success_soft="#E3F2E8",
    warning="#7F5200",
    warning_soft="#FBF0D8",
    danger="#A93226",
    danger_soft="#FBE9E6",
    danger_fill="#B93A2D",
    on_danger="#FFFFFF",
    info="#2A5B9E",
    info_soft="#E6EEF8",
    neutral="#57534D",
    neutral_soft="#EDEBE6",
    lamp_green="#2F8A57",
    lamp_yellow="#B77900",
    lamp_red="#C8402F",
    glow="#F3C467",
)

DARK = Palette(
    window="#17181A",
    surface="#1F2123",
    raised="#282A2D",
    sunken="#1A1B1D",
    hover="#27292C",
    line="#323538",
    field_line="#7B8087",
    text="#ECEAE6",
    text_soft="#B9B6B0",
    text_faint="#9D9A94",
    accent="#57B6C8",
    accent_hover="#6CC3D3",
    accent_pressed="#48A5B7",
    on_accent="#07252B",
    accent_soft="#17363D",
    accent_text="#6CC3D3",
    success="#7CCB9C",
    success_soft="#1A3526",
    warning="#E3B55C",
    warning_soft="#3A2E14",
    danger="#F2958A",
    danger_soft="#43211D",
    danger_fill="#E0776A",
    on_danger="#2A0D09",
    info="#8FB8EC",
    info_soft="#1C2E45",
    neutral="#B9B6B0",
    neutral_soft="#303336",
    lamp_green="#5DBB86",
    lamp_yellow="#E0AC45",
    lamp_red="#EE7B6C",
    glow="#E3B75E",
)


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` after WCAG 2.2."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of two colours after WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
