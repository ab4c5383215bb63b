"""Boxes around what may be meant in a photo: which part is it?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.canvas.press_or_stroke import PressOrStroke
from handdigit.gui.state.drawing.mending import PictureMending
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import TOUCH_SIZE, named
from handdigit.gui.widgets.painter import Painter
from handdigit.ink.ink import Bounds

RADIUS = 5.0
AROUND = 4
"""Room between ink and box, in pixels."""
LIT = 0.15
"""How strongly a box is filled that is pointed at."""


class PartBoxes(QObject):
    """Puts a button around each part of a picture that may be meant."""

    def __init__(self, canvas: Canvas, mending: PictureMending, number: NumberMode) -> None:
        """Follow ``mending`` over ``canvas``; where ``number`` is read, all of them are meant."""
        super().__init__(canvas)
        self._canvas, self._mending, self._number = canvas, mending, number
        self._press_or_stroke = PressOrStroke(canvas, self)
        self._boxes: list[_Box] = []
        self._parts: tuple[Bounds, ...] = ()
        canvas.frame_changed.connect(self._place)
        number.mode_changed.connect(self._follow)
        mending.changed.connect(self._follow)
        mending.found_changed.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        parts = () if self._number.is_on else self._mending.parts
        if parts == self._parts:
            return
        self._parts = parts
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        for number, part in enumerate(self._parts):
            box = _Box(self._canvas, number, len(self._parts))
            box.clicked.connect(partial(self._mending.choose, part))
            self._press_or_stroke.watch(box)
            self._boxes.append(box)
        self._place()
        for box in self._boxes:
            box.show()

    @Slot()
    def _place(self) -> None:
        for box, part in zip(self._boxes, self._parts, strict=True):
            area = self._canvas.part_area(part).adjusted(-AROUND, -AROUND, AROUND, AROUND)
            missing = max(0.0, TOUCH_SIZE - area.width()), max(0.0, TOUCH_SIZE - area.height())
            dx, dy = (each / 2 for each in missing)
            box.setGeometry(area.adjusted(-dx, -dy, dx, dy).toAlignedRect())


class _Box(QAbstractButton):
    def __init__(self, canvas: QWidget, number: int, count: int) -> None:
        super().__init__(canvas)
        title = self.tr("Part {0} of {1}").format(number + 1, count)
        named(self, f"part{number}", title, self.tr("Read this part"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = Painter(self, Theme.of(self.palette()))
        is_lit = self.underMouse() or self.hasFocus()
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.use_pen("accent", 3 if is_lit else 2)
        if is_lit:
            light = QColor(painter.theme.accent)
            light.setAlphaF(LIT)
            painter.setBrush(light)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.end()
