"""What every widget that paints itself has in common: colours, sizes, pointer, keys.

A :class:`PaintedWidget` says what it looks like in :meth:`~PaintedWidget.paint`, with a
:class:`Painter` that knows the theme by the names of its colours. A :class:`PointedWidget` also
tells the parts of its picture apart: cells, columns, pixels.
"""

from __future__ import annotations

import sys
from functools import lru_cache, partial
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPaintDevice,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from handdigit.gui.theme import Theme, grey_image, table
from handdigit.gui.widgets.accessible_table import CellReader, Cells

Part = TypeVar("Part")
Colour = str | QColor
"""The name of a field of :class:`Theme`, or a colour of its own, also as ``#rrggbb``."""

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap

RADIUS = 6.0
"""Of the corners of a card, in pixels."""
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
"""Rows and columns that an arrow key goes."""
ENDS = {Qt.Key.Key_Home: (-sys.maxsize, -sys.maxsize), Qt.Key.Key_End: (sys.maxsize, sys.maxsize)}
"""The same of the keys that go to the first cell and to the last."""
CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


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


class PaintedWidget(QWidget):
    """A widget that paints itself in the colours of the palette.

    A subclass gives :meth:`paint`. One that gives its sizes too takes all the room there is,
    unless it sets another policy.
    """

    comfortable: tuple[int, int] | None = None
    """Preferred width and height, in pixels."""
    least: tuple[int, int] | None = None
    """Smallest readable width and height, in pixels."""
    is_read_by_keys = False
    """Whether Tab leads here and the arrow keys go from one of :meth:`cells` to the next; a
    subclass with keys of its own sets its focus policy itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._reader = CellReader(self, self.cells)
        if self.is_read_by_keys:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self.comfortable is not None:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return super().sizeHint() if self.comfortable is None else QSize(*self.comfortable)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return super().minimumSizeHint() if self.least is None else QSize(*self.least)

    @property
    def theme(self) -> Theme:
        """The colours of the palette."""
        return Theme.of(self.palette())

    def tell(self, event: QMouseEvent, text: str) -> None:
        """Show a text beside the pointer at once, or none any more."""
        if text:
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
        else:
            QToolTip.hideText()

    def paint(self, painter: Painter) -> None:
        """Paint all of the widget."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint in the colours of the palette."""
        painter = Painter(self, self.theme)
        self.paint(painter)
        if self.is_read_by_keys and self.hasFocus():
            painter.paint_focus(self.rect())
        painter.end()  # before an exception's traceback can keep it alive
        self._reader.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell where the keys do so."""
        if not (self.is_read_by_keys and read_on(self._reader, event)):
            super().keyPressEvent(event)

    def cells(self) -> Cells | None:
        """Return what is on show as a table, None for a picture that is no table."""
        return None


class PaintedButton(QAbstractButton):
    """A button that paints itself, and anew when the pointer comes and goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be a button that can be switched on and off."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paint(self, painter: Painter) -> None:
        """Paint what is on the surface."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a surface that shows whether it is chosen or could be, and what is on it."""
        painter = Painter(self, Theme.of(self.palette()))
        is_lit = self.isChecked() or self.hasFocus() or self.underMouse()
        line = "accent" if is_lit and self.isEnabled() else "line"
        painter.surface(QRectF(self.rect()), "zero", line, 2.0 if self.isChecked() else 1.0)
        self.paint(painter)
        painter.end()


class PointedWidget(PaintedWidget, Generic[Part]):
    """A painted widget of parts that can be pointed at and clicked.

    A subclass says which part lies where, and what a press means.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have nothing pointed at."""
        super().__init__(parent)
        self.setMouseTracking(True)
        self._pointed: Part | None = None

    @property
    def pointed(self) -> Part | None:
        """The part under the pointer."""
        return self._pointed

    def part_at(self, position: QPointF) -> Part | None:
        """Return the part at a position on the widget, None beside all."""
        raise NotImplementedError

    def point_at(self, part: Part | None) -> None:
        """Take a part as the one that is pointed at."""
        if part != self._pointed:
            self._pointed = part
            self.update()
            self.part_pointed(part)

    def part_pointed(self, part: Part | None) -> None:
        """Another part, or none, is pointed at."""

    def part_pressed(self, part: Part) -> None:
        """The left button was pressed on a part."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the pointer."""
        self.point_at(self.part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the part under the pointer."""
        part = self.part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self.part_pressed(part)


def arrow_step(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the rows and columns that an arrow key goes, None for other keys."""
    return ARROWS.get(Qt.Key(event.key()))


def read_on(reader: CellReader, event: QKeyEvent) -> bool:
    """Go with an arrow key, Home or End to another cell, or press it with Enter."""
    step = arrow_step(event) or ENDS.get(Qt.Key(event.key()))
    if step is not None:
        return reader.go(*step)
    return event.key() in CHOOSING_KEYS and reader.press()


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
