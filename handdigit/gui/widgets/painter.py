"""A painter that knows the theme: its colours by name, text in two scripts, pictures, contrast."""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPaintDevice, QPainter, QPen

from handdigit.gui.theme import Theme, grey_image, table

Colour = str | QColor
"""The name of a field of :class:`Theme`, or a colour of its own, also as ``#rrggbb``."""

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap

RADIUS = 6.0
"""Of the corners of a card, in pixels."""
FIRST_CHINESE = "\N{CJK RADICAL REPEAT}"
"""What comes before is in the font of the Latin letters."""


class Painter(QPainter):
    """Paints in the colours of a theme, smoothly."""

    def __init__(self, device: QPaintDevice, theme: Theme) -> None:
        """Paint on ``device``."""
        super().__init__(device)
        self.theme = theme
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

    def colour(self, colour: Colour) -> QColor:
        """Return a colour by its name in the theme, or its own."""
        return QColor(getattr(self.theme, colour, colour) if isinstance(colour, str) else colour)

    def use_pen(
        self,
        colour: Colour,
        width: float = 1.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
        *,
        is_round: bool = False,
    ) -> None:
        """Draw lines like this from now on, and fill nothing."""
        pen = QPen(self.colour(colour), width, style)
        if is_round:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.setPen(pen)
        self.setBrush(Qt.BrushStyle.NoBrush)

    def line(self, start: QPointF, end: QPointF, colour: Colour, width: float = 1.0) -> None:
        """Draw a line."""
        self.use_pen(colour, width)
        self.drawLine(start, end)

    def arrow(self, tip: QPointF, length: float, colour: Colour) -> None:
        """Draw a thin arrow to the right."""
        self.use_pen(colour)
        self.drawLine(tip - QPointF(length, 0), tip)
        for dy in (-3, 3):
            self.drawLine(tip, tip + QPointF(-3, dy))

    def fill(self, area: QRectF, colour: Colour, radius: float = 0.0) -> None:
        """Fill a rectangle, without a line around it."""
        if not radius:
            self.fillRect(area, self.colour(colour))
            return
        self.setPen(Qt.PenStyle.NoPen)
        self.setBrush(self.colour(colour))
        self.drawRoundedRect(area, radius, radius)

    def outline(self, area: QRectF, colour: Colour, width: float = 1.0) -> None:
        """Draw the line around a rectangle."""
        self.use_pen(colour, width)
        self.drawRect(area)

    def surface(
        self,
        area: QRectF,
        fill: Colour = "card",
        line: Colour = "line",
        width: float = 1.0,
        radius: float = RADIUS,
    ) -> None:
        """Fill a rectangle with round corners, its line just inside ``area``."""
        self.use_pen(line, width)
        self.setBrush(self.colour(fill))
        inset = width / 2
        self.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)

    def paint_focus(self, area: QRect) -> None:
        """Draw the line around what has the keyboard."""
        self.outline(QRectF(area).adjusted(1, 1, -1, -1), "accent", 2)

    def dot(self, at: QPointF, radius: float, colour: Colour) -> None:
        """Fill a circle."""
        self.setPen(Qt.PenStyle.NoPen)
        self.setBrush(self.colour(colour))
        self.drawEllipse(at, radius, radius)

    def text(
        self,
        area: QRectF,
        text: str,
        colour: Colour = "text",
        flags: Qt.AlignmentFlag | int = LEFT,
        *,
        bold: bool = False,
        scale: float = 1.0,
        elided: bool = False,
    ) -> None:
        """Write ``text``; ``elided`` ends it in an ellipsis where ``area`` is too narrow."""
        before = self.font()
        is_plain = not bold and scale == 1.0
        if not is_plain:
            font = QFont(before)
            font.setBold(bold or before.bold())
            if scale != 1.0:
                font.setPointSizeF(before.pointSizeF() * scale)
            self.setFont(font)
        if elided:
            end = Qt.TextElideMode.ElideRight
            text = self.fontMetrics().elidedText(text, end, int(area.width()))
        self.setPen(self.colour(colour))
        if (
            not text
            or max(text) < FIRST_CHINESE
            or "\n" in text
            or self._wraps(area, text, int(flags))
        ):
            self.drawText(area, int(flags) | Qt.TextFlag.TextDontClip, text)
        else:
            self._write_line(area, text, int(flags))
        if not is_plain:
            self.setFont(before)

    def _wraps(self, area: QRectF, text: str, flags: int) -> bool:
        is_to_wrap = flags & Qt.TextFlag.TextWordWrap
        return bool(is_to_wrap) and self.fontMetrics().horizontalAdvance(text) > area.width()

    def _write_line(self, area: QRectF, text: str, flags: int) -> None:
        """Write one line: Chinese stands on the line that Latin letters stand on beside it."""
        metrics = QFontMetricsF(self.font(), self.device())
        spare = QSizeF(area.width() - metrics.horizontalAdvance(text), area.height())
        spare.setHeight(spare.height() - metrics.height())
        across = _share(flags, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        down = _share(flags, Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom)
        corner = area.topLeft() + QPointF(spare.width() * across, spare.height() * down)
        self.drawText(corner + QPointF(0, metrics.ascent()), text)

    def image(self, area: QRectF, image: QImage) -> None:
        """Paint an image over an area, pixel by pixel: it is neither smoothed nor blended."""
        # With antialiasing its edges are blended, which takes ten times as long.
        self.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.drawImage(area, image)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

    def picture(self, frame: QRectF, picture: NDArray[np.uint8] | None) -> None:
        """Paint (H, W) ink on paper in a thin frame; blank paper for none."""
        frame = QRectF(frame.toRect())  # all its lines are equally sharp
        self.fillRect(frame, self.colour("zero"))
        if picture is not None:
            self.drawImage(frame.adjusted(1, 1, -1, -1), grey_image(picture, self.theme))
        self.outline(frame.adjusted(0.5, 0.5, -0.5, -0.5), "line")


def _share(flags: int, middle: Qt.AlignmentFlag, end: Qt.AlignmentFlag) -> float:
    """Return how much of the spare room goes before what is aligned so."""
    return 0.5 if flags & middle.value else 1.0 if flags & end.value else 0.0


@lru_cache(maxsize=4)
def legible_inks(theme: Theme) -> tuple[QColor, ...]:
    """Return, for each of the colour map's colours, the one to write on it with."""
    # On a shade in the middle only these two reach 4.5 : 1.
    inks = QColor("#000000"), QColor("#ffffff")
    shades = (QColor.fromRgba(int(argb)) for argb in table(theme))
    return tuple(max(inks, key=partial(contrast, shade)) for shade in shades)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
