"""What every widget that paints itself has in common: sizes, pointer, keys.

A :class:`PaintedWidget` says what it looks like in :meth:`~PaintedWidget.paint`, with a
:class:`~handdigit.gui.widgets.painter.Painter`. A :class:`PointedWidget` also tells the parts of
its picture apart: cells, columns, pixels.
"""

from __future__ import annotations

import sys
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.accessible_table import CellReader, Cells
from handdigit.gui.widgets.painter import Painter

Part = TypeVar("Part")
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


class PaintedWidget(QWidget):
    """A widget that paints itself in the colours of the palette.

    A subclass gives :meth:`paint`. One that gives its sizes too takes all the room there is,
    unless it sets another policy.
    """

    comfortable: tuple[int, int] | None = None
    """Preferred width and height, in pixels."""
    least: tuple[int, int] | None = None
    """Smallest readable width and height, in pixels."""
    is_alone = False
    """Whether it is painted as a picture of its own: what leads beyond it is left out."""
    is_read_by_keys = False
    """Whether Tab leads here and the arrow keys go from one of :meth:`cells` to the next; a
    subclass with keys of its own sets its focus policy itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._reader = CellReader(self, self.cells)
        self._fills_ground = False
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the colours of the palette."""
        painter = self.begun(event)
        self.paint(painter)
        if self.is_read_by_keys and self.hasFocus():
            painter.paint_focus(self.rect())
        painter.end()  # before an exception's traceback can keep it alive
        self._reader.tell()

    def fill_ground(self) -> None:
        """Paint the card that it lies on, too, from now on: what lies below is spared that.

        For what changes at every movement of the pen, and lies inside of the card's line.
        """
        self._fills_ground = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def begun(self, event: QPaintEvent) -> Painter:
        """Return a painter that has painted the ground."""
        painter = Painter(self, self.theme)
        if self._fills_ground:
            painter.fillRect(event.rect(), painter.colour("card"))
        return painter

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
