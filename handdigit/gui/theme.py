"""Colours: a calm palette in a light and a dark twin, each also with the highest contrast."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication


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
        """Return the one that a widget's palette belongs to."""
        is_dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
        # A palette of somebody else's has the lines of none of them.
        line = palette.color(QPalette.ColorRole.Mid).name()
        return _BY_LINE.get(line, DARK if is_dark else LIGHT)

    @property
    def is_dark(self) -> bool:
        """Whether what is bright is written on what is dark."""
        return QColor(self.card).lightness() < 128

    @property
    def is_high(self) -> bool:
        """Whether it has the highest contrast."""
        return self in (HIGH_LIGHT, HIGH_DARK)

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

HIGH_LIGHT = replace(
    LIGHT,
    window="#ffffff",
    line="#14212c",
    text="#000000",
    muted="#1c2731",
    accent="#0b3a63",
    ink="#000000",
    warning="#6b2c00",
    negative=("#cf8f4d", "#6b2c00"),
    zero="#ffffff",
    positive=("#3f87b3", "#04203c"),
)
HIGH_DARK = replace(
    DARK,
    window="#000000",
    card="#000000",
    line="#e4eaee",
    text="#ffffff",
    muted="#e4eaef",
    accent="#8fd0f5",
    on_accent="#000000",
    ink="#ffffff",
    warning="#ffc08f",
    negative=("#b06a35", "#ffc08f"),
    zero="#000000",
    positive=("#4a97bf", "#d5efff"),
)
THEMES = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
_BY_LINE = {theme.line: theme for theme in THEMES}


SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Unknown,
}
"""What can be chosen, and which twin it is; the unknown one is the system's."""


class Appearance(QObject):
    """Gives the application one of the palettes."""

    def __init__(self, application: QApplication) -> None:
        """Follow the system."""
        super().__init__(application)
        self._application = application
        self._name = "system"
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        self._apply()

    def choose(self, name: str) -> None:
        """Use one of :data:`SCHEMES`."""
        self._name = name if name in SCHEMES else "system"
        # Native dialogs and title bars follow where the platform can do that.
        self._application.styleHints().setColorScheme(SCHEMES[self._name])
        self._apply()

    @Slot()
    def _apply(self) -> None:
        hints, scheme = self._application.styleHints(), SCHEMES[self._name]
        wished = hints.accessibility().contrastPreference()
        is_high = self._name == "contrast" or wished is Qt.ContrastPreference.HighContrast
        if scheme is Qt.ColorScheme.Unknown:
            scheme = hints.colorScheme()
        twins = (HIGH_LIGHT, HIGH_DARK) if is_high else (LIGHT, DARK)
        theme = twins[scheme == Qt.ColorScheme.Dark]
        self._application.setPalette(theme.palette())


HALF = 127
NOTHING = 2 * HALF + 1
"""The shade of what has no value: transparent."""


def coloured(values: NDArray[np.floating], limit: float, theme: Theme) -> QImage:
    """Return an image of (H, W) values: ±``limit`` are the ends, NaN is transparent."""
    return painted(shades(values, limit), theme)


def shades(
    values: NDArray[np.floating[Any]], limit: float | NDArray[np.floating[Any]]
) -> NDArray[np.uint8]:
    """Return which colour every value has, from 0 at -``limit`` to 2 ``HALF`` at ``limit``."""
    # In the values' own precision: all maps of a network are coloured for every movement.
    ends = np.asarray(limit, values.dtype)
    with np.errstate(invalid="ignore", over="ignore"):
        index: NDArray[np.floating[Any]] = values / np.where(ends > 0, ends, np.inf)
        index *= HALF
    np.rint(index, out=index)
    np.clip(index, -HALF, HALF, out=index)
    index += HALF
    np.copyto(index, NOTHING, where=np.isnan(index))
    return index.astype(np.uint8)


def painted(indices: NDArray[np.uint8], theme: Theme) -> QImage:
    """Return an image of (H, W) shades."""
    return _image(indices, _palette(theme))


def grey_image(picture: NDArray[np.uint8], theme: Theme) -> QImage:
    """Return an image of (H, W) ink, 0 as paper and 255 as full ink."""
    return _image(picture, _greys(theme))


def _image(indices: NDArray[np.uint8], palette: NDArray[np.uint32]) -> QImage:
    height, width = indices.shape
    # QImage only borrows the buffer: the copy owns its pixels.
    return QImage(
        palette.take(indices).tobytes(),
        width,
        height,
        4 * width,
        QImage.Format.Format_ARGB32_Premultiplied,
    ).copy()


@lru_cache(maxsize=4)
def table(theme: Theme) -> NDArray[np.uint32]:
    """Return the 255 colours from -1 to 1 as opaque ARGB."""
    stops = [theme.negative[1], theme.negative[0], theme.zero, *theme.positive]
    colours = [QColor(stop) for stop in stops]
    anchors = np.array([(c.red(), c.green(), c.blue()) for c in colours], dtype=np.float64)
    position = np.linspace(0, len(stops) - 1, 2 * HALF + 1)
    channels = (np.interp(position, range(len(stops)), anchors[:, c]) for c in range(3))
    red, green, blue = (np.rint(channel).astype(np.uint32) for channel in channels)
    argb = (np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue).astype(np.uint32)
    argb.setflags(write=False)
    return argb


@lru_cache(maxsize=4)
def _palette(theme: Theme) -> NDArray[np.uint32]:
    """Return the colours with that of :data:`NOTHING` after them."""
    return np.append(table(theme), np.uint32(0))


@lru_cache(maxsize=4)
def _greys(theme: Theme) -> NDArray[np.uint32]:
    """Return the colours of ink, 0 to 255."""
    return _palette(theme).take(shades(np.arange(256.0), 255.0))


_LIGHT_COLOURS = (
    "#2f6fb0", "#b4561f", "#257a4e", "#a8335a", "#7a5cc0",
    "#7f6c10", "#0f7a86", "#6b4a33", "#b53f95", "#56657a",
)  # fmt: skip
_DARK_COLOURS = (
    "#6fb1ee", "#f09a63", "#63c795", "#ef7f9f", "#b39cf2",
    "#d9c45a", "#57d0dc", "#c9a184", "#ee94d2", "#a9b8c9",
)  # fmt: skip


def category_colour(index: int, theme: Theme) -> QColor:
    """Return the colour of a kind; after ten they start again."""
    colours = _DARK_COLOURS if theme.is_dark else _LIGHT_COLOURS
    return QColor(colours[index % len(colours)])
