"""A bubble of words beside a part of the window, and a line around that part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import MARGIN, SPRING, TOUCH_SIZE, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painter import Painter

WIDTH = 300
GAP, LINE = 8, 3
"""Between bubble and target; thickness of the line; in pixels."""


class Outline(QWidget):
    """A line around a part of the window; the pointer passes through, what is inside shows."""

    def __init__(self, window: QWidget) -> None:
        """Be hidden."""
        super().__init__(window)
        self._window = window
        self.setObjectName("tourOutline")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, area: QRect) -> None:
        """Lie around an area of the window."""
        self.setGeometry(area.adjusted(-LINE, -LINE, LINE, LINE).intersected(self._window.rect()))
        inside = self.rect().adjusted(LINE, LINE, -LINE, -LINE)
        # Without a middle: what moves there is painted as if the line were not here.
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.fill(QRectF(self.rect()), "accent")
        painter.end()


class Bubble(QWidget):
    """Words, and the buttons that lead through a tour; never over what one draws on.

    Signals:
        next_requested(), back_requested(): another step.
        skip_requested(): the end of the tour.
        help_requested(): what the step asks for is to be done for the person.
    """

    next_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()
    help_requested = Signal()

    def __init__(self, window: QWidget, free: QWidget) -> None:
        """Belong to ``window``; ``free`` is the widget that is never covered."""
        super().__init__(window)
        named(self, "tourBubble", self.tr("Tour"))
        self._window, self._free = window, free
        self._target: QWidget | None = None
        self._outline = Outline(window)
        self._count = Label(colour="muted", name="tourCount")
        self._title = Label(bold=True, size=1.15, name="tourTitle")
        self._text = Label(name="tourText", wraps=True)
        self._do = push_button("tourDo", "", do=self.help_requested)
        self._back = push_button("tourBack", self.tr("Back"), do=self.back_requested)
        self._next = push_button("tourNext", "", do=self.next_requested)
        skip = push_button("tourSkip", self.tr("Skip"), self.tr("Esc"), self.skip_requested)
        for button in (self._do, self._back, self._next, skip):
            button.setMinimumHeight(TOUCH_SIZE)
        column = vbox(
            hbox(self._title, SPRING, self._count),
            self._text,
            self._do,
            hbox(skip, SPRING, self._back, self._next, spacing=6),
            on=self,
            margins=MARGIN,
            spacing=8,
        )
        column.setAlignment(self._do, Qt.AlignmentFlag.AlignLeft)
        for widget in (window, free):
            widget.installEventFilter(self)

    def show_step(
        self, place: str, title: str, text: str, do: str, *, is_first: bool, is_last: bool
    ) -> None:
        """Say something; ``do`` is the text of a button that does it for the person, or empty."""
        self._count.setText(place)
        self._title.setText(title)
        self._text.setText(text)
        self._do.setText(do)
        self._do.setVisible(bool(do))
        self._back.setEnabled(not is_first)
        self._next.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def point_at(self, target: QWidget | None) -> None:
        """Stand beside a part of the window; of none, in a corner."""
        if self._target is not None and self._target is not self._free:
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Be gone, with the line."""
        for part in (self, self._outline):
            part.hide()
            part.setParent(None)  # not to be found any more
            part.deleteLater()

    def give_focus(self) -> None:
        """Let the keyboard go on with the tour."""
        self._next.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the bubble stands beside."""
        kinds = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        if self.isVisible() and event.type() in kinds:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.surface(QRectF(self.rect()), line="accent", width=2)
        painter.end()

    @Slot()
    def _place(self) -> None:
        room = self._window.rect()
        width = min(WIDTH, room.width() - 2 * GAP)
        size = QSize(width, self.heightForWidth(width))
        target = self._target
        if target is None or not target.isVisible():
            self._outline.hide()
            corner = room.bottomRight() - QPoint(size.width() + GAP, size.height() + 5 * GAP)
            self.setGeometry(QRect(corner, size))
            return
        area = _in_window(target)
        self._outline.surround(area)
        self.setGeometry(_beside(area, size, room, _in_window(self._free)))
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the line away too."""
        super().hideEvent(event)
        self._outline.hide()


def _in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _beside(area: QRect, size: QSize, room: QRect, free: QRect) -> QRect:
    """Return a place beside ``area`` or else on it, inside of ``room`` and not on ``free``."""
    width, height = size.width(), size.height()
    rows = (area.top(), area.center().y() - height // 2, area.bottom() - height)
    columns = (area.left(), area.center().x() - width // 2, area.right() - width)
    sides = [QPoint(x, y) for x in (area.right() + GAP, area.left() - GAP - width) for y in rows]
    sides += [
        QPoint(x, y) for y in (area.bottom() + GAP, area.top() - GAP - height) for x in columns
    ]
    inside = [
        QPoint(area.right() - width - GAP, y) for y in (area.bottom() - height - GAP, rows[1])
    ]
    for corner in (*sides, *inside):
        found = QRect(corner, size)
        if room.adjusted(GAP, GAP, -GAP, -GAP).contains(found) and not found.intersects(free):
            return found
    return QRect(room.bottomRight() - QPoint(width + GAP, height + GAP), size)
