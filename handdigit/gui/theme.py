"""Colours: one calm palette in a light and a dark twin, one accent, one colour map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour that the window uses, as ``#rrggbb``."""

    window: str
    card: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    ink: str
    warning: str
    negative: tuple[str, str]
    """Half-way and full end of the colour map below zero."""
    zero: str
    positive: tuple[str, str]
    """Half-way and full end of the colour map above zero."""

    @classmethod
    def of(cls, palette: QPalette) -> Theme:
        """Return the twin that a widget's palette belongs to."""
        return DARK if palette.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT

    def palette(self) -> QPalette:
        """Return the palette for the whole application."""
        palette = QPalette(QColor(self.card), QColor(self.window))
        roles = QPalette.ColorRole
        for role, colour in {
            roles.Window: self.window,
            roles.Base: self.card,
            roles.AlternateBase: self.window,
            roles.Button: self.card,
            roles.Text: self.text,
            roles.WindowText: self.text,
            roles.ButtonText: self.text,
            roles.ToolTipBase: self.card,
            roles.ToolTipText: self.text,
            roles.PlaceholderText: self.muted,
            roles.Highlight: self.accent,
            roles.HighlightedText: self.on_accent,
            roles.Accent: self.accent,
            roles.Link: self.accent,
            roles.Mid: self.line,
        }.items():
            palette.setColor(role, QColor(colour))
        faded = QColor(self.muted)
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
        return palette


LIGHT = Theme(
    window="#edf0f3",
    card="#ffffff",
    line="#d6dce2",
    text="#14212b",
    muted="#5a6772",
    accent="#1d5f87",
    on_accent="#ffffff",
    ink="#0b2340",
    warning="#9a4a10",
    negative=("#e6c19c", "#9c5218"),
    zero="#f6f8f9",
    positive=("#6aa7c6", "#0b2f52"),
)
DARK = Theme(
    window="#14181d",
    card="#1c2228",
    line="#343d46",
    text="#e4eaef",
    muted="#9aa6b1",
    accent="#5dadd8",
    on_accent="#0d1419",
    ink="#e3eef8",
    warning="#f0a168",
    negative=("#8a5630", "#f5a86c"),
    zero="#242b32",
    positive=("#3a7899", "#b5e0f7"),
)
