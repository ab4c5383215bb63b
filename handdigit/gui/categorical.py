"""Ten colours for ten kinds of things: digits, networks.

Two neighbours never differ by hue alone, so that they stay apart for colour-blind eyes; a
digit or a name stands beside them wherever they are used. After Paul Tol's "muted" scheme.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from handdigit.gui.theme import DARK, Theme

_LIGHT_COLOURS = (
    "#2f6fb0", "#c4622d", "#2f8a5b", "#a8335a", "#7a5cc0",
    "#8f7a16", "#1795a3", "#6b4a33", "#c0489f", "#56657a",
)  # fmt: skip
_DARK_COLOURS = (
    "#6fb1ee", "#f09a63", "#63c795", "#ef7f9f", "#b39cf2",
    "#d9c45a", "#57d0dc", "#c9a184", "#ee94d2", "#a9b8c9",
)  # fmt: skip


def category_colour(index: int, theme: Theme) -> QColor:
    """Return the colour of a kind; after ten they start again."""
    colours = _DARK_COLOURS if theme is DARK else _LIGHT_COLOURS
    return QColor(colours[index % len(colours)])
