"""The confusion matrix: which classes are read as which."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.gui.colormap import HALF, table
from handdigit.gui.theme import Theme

Cell = tuple[int, int]
"""Numbers of the true class and of the answer."""
HEADER = 1
"""Rows and columns for the classes' names."""
TOTALS = 2
"""Rows and columns for totals and shares."""
WIDEST_CELL = 84.0
OBLONG = 1.7
"""A cell is at most so many times wider than high, or the other way round."""


class ConfusionMatrix(QWidget):
    """Rows are the true classes, columns the answers; mistakes have the colour.

    Signals:
        cell_chosen(int, int): the true class and the answer of a cell that was clicked, or
            chosen with the arrow keys and Enter.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, *, has_totals: bool = True, parent: QWidget | None = None) -> None:
        """Show an empty matrix; without totals it can be small and is only looked at."""
        super().__init__(parent)
        self.setObjectName("confusionMatrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._has_totals = has_totals
        self._alphabet = DIGITS
        self._confusion: NDArray[np.int64] | None = None
        self._chosen: Cell | None = None
        self._current: Cell = (0, 0)
        self._pointed: Cell | None = None
        if has_totals:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def confusion(self) -> NDArray[np.int64] | None:
        """The (classes, classes) counts on show."""
        return self._confusion

    @property
    def chosen(self) -> Cell | None:
        """The cell that is outlined."""
        return self._chosen

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Show an empty matrix of these classes, unless they are what is on show."""
        if alphabet != self._alphabet:
            self._alphabet = alphabet
            self._chosen = self._pointed = None
            self._current = (0, 0)
            self.updateGeometry()
            self.show_confusion(None)

    @property
    def names(self) -> tuple[str, ...]:
        """What rows and columns are called."""
        return self._alphabet.names

    @property
    def _count(self) -> int:
        return len(self._alphabet)

    def show_confusion(self, confusion: NDArray[np.int64] | None) -> None:
        """Show (classes, classes) counts, or an empty matrix."""
        self._confusion = confusion
        right = 0 if confusion is None else int(np.trace(confusion))
        count = 0 if confusion is None else int(confusion.sum())
        self.setAccessibleDescription(self.tr("{0} of {1} read correctly").format(right, count))
        self.update()

    def show_chosen(self, cell: Cell | None) -> None:
        """Outline a cell, or none."""
        self._chosen = cell
        if cell is not None:
            self._current = cell
        self.update()

    def cell_rect(self, true: int, answer: int) -> QRectF:
        """Return where a cell lies on the widget."""
        return self._rect(HEADER + true, HEADER + answer)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(560, 360) if self._has_totals else QSize(240, 220)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance("1,000" if self._has_totals else "00") + 4
        return QSize(wide * self._lines, (metrics.height() + 1) * self._lines)

    @property
    def _lines(self) -> int:
        return HEADER + self._count + (TOTALS if self._has_totals else 0)

    def _rect(self, row: int, column: int) -> QRectF:
        width, height = self.width() / self._lines, self.height() / self._lines
        width, height = min(width, height * OBLONG, WIDEST_CELL), min(height, width * OBLONG)
        height = min(height, WIDEST_CELL)
        left = (self.width() - width * self._lines) / 2
        return QRectF(left + column * width, row * height, width, height)

    # --- pointer and keys ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        row, column = self._place(event.position())
        self._point_at(self._cell_at(event.position()))
        text = self._told(row, column)
        if text:
            QToolTip.showText(event.globalPosition().toPoint(), text, self)
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with Enter or Space."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            true, answer = (
                min(max(a + b, 0), self._count - 1)
                for a, b in zip(self._current, step, strict=True)
            )
            self._current = (true, answer)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell) -> None:
        if self._confusion is not None and self._has_totals:
            self._current = cell
            self.cell_chosen.emit(*cell)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self.update()

    def _cell_at(self, position: QPointF) -> Cell | None:
        row, column = self._place(position)
        inside = 0 <= row < self._count and 0 <= column < self._count
        return (row, column) if inside else None

    def _place(self, position: QPointF) -> Cell:
        """Return row and column of a position; 0 is the first class, others may be beyond."""
        first = self._rect(HEADER, HEADER)
        return (
            int((position.y() - first.y()) // first.height()),
            int((position.x() - first.x()) // first.width()),
        )

    def _told(self, row: int, column: int) -> str:
        """Return what there is to say about a cell or a total."""
        if self._confusion is None:
            return ""
        digits, totals = range(self._count), range(self._count, self._lines - HEADER)
        if row in digits and column in digits:
            counts = int(self._confusion[row, column]), int(self._confusion[row].sum())
            text = self.tr("{0} read as {1}: {2} of {3}")
            told = (f"{count:,}" for count in counts)
            return text.format(self.names[row], self.names[column], *told)
        if row in digits and column in totals:
            text, digit, total = self.tr("Of {0} drawings of a {1}, {2} are read as it"), row, 1
        elif row in totals and column in digits:
            text, digit, total = self.tr("Of {0} answers {1}, {2} are right"), column, 0
        else:
            return ""
        all_of_it = int(self._confusion.sum(axis=total)[digit])
        return text.format(
            f"{all_of_it:,}", self.names[digit], f"{int(self._confusion[digit, digit]):,}"
        )

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, cells and totals."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        self._paint_names(painter, theme)
        self._paint_cells(painter, theme)
        if self._has_totals:
            self._paint_totals(painter, theme)
        self._paint_outlines(painter, theme)
        painter.end()

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        pointed = self._pointed or (None, None)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        for digit in range(self._count):
            for frame, named in (
                (self._rect(HEADER + digit, 0), pointed[0]),
                (self._rect(0, HEADER + digit), pointed[1]),
            ):
                painter.setPen(QColor(theme.accent if named == digit else theme.text))
                name = painter.fontMetrics().elidedText(
                    self.names[digit], Qt.TextElideMode.ElideRight, int(frame.width())
                )
                painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(self.font())
        if not self._has_totals:
            return
        painter.setPen(QColor(theme.muted))
        for index, word in enumerate((self.tr("all"), self.tr("right"))):
            line = HEADER + self._count + index
            for frame in (self._rect(0, line), self._rect(line, 0)):
                painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
        self._paint_number(painter, self._rect(0, 0), self.tr("is \\ read"))

    def _paint_cells(self, painter: QPainter, theme: Theme) -> None:
        confusion = self._confusion
        wrong = np.zeros((self._count, self._count)) if confusion is None else confusion.copy()
        np.fill_diagonal(wrong, 0)
        # The square root: a single mistake is to be seen beside the most frequent one.
        shade = np.sqrt(wrong / max(float(wrong.max()), 1.0))
        colours = table(theme)
        for true in range(self._count):
            for answer in range(self._count):
                frame = self.cell_rect(true, answer)
                index = HALF + round(float(shade[true, answer]) * HALF)
                colour = QColor.fromRgb(int(colours[index]))
                if true == answer:
                    colour = QColor(theme.window)
                painter.fillRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), colour)
                count = 0 if confusion is None else int(confusion[true, answer])
                if not count:
                    continue
                light = colour.lightnessF() > 0.55
                pen = QColor("#14212b" if light else "#f4f7f9")
                painter.setPen(QColor(theme.muted) if true == answer else pen)
                self._paint_number(painter, frame, f"{count:,}")

    def _paint_totals(self, painter: QPainter, theme: Theme) -> None:
        if self._confusion is None:
            return
        painter.setPen(QColor(theme.muted))
        right = np.diagonal(self._confusion)
        for axis in (0, 1):
            totals = self._confusion.sum(axis=axis)
            for digit in range(self._count):
                total = int(totals[digit])
                share = f"{100 * right[digit] / total:.1f}" if total else "–"
                for index, text in enumerate((f"{total:,}", share)):
                    place = [HEADER + digit, HEADER + self._count + index]
                    row, column = place if axis == 1 else place[::-1]
                    self._paint_number(painter, self._rect(row, column), text)
        total = int(self._confusion.sum())
        last = HEADER + self._count
        painter.setPen(QColor(theme.text))
        self._paint_number(painter, self._rect(last, last), f"{total:,}")
        if total:
            share = f"{100 * right.sum() / total:.1f}"
            self._paint_number(painter, self._rect(last + 1, last + 1), share)

    def _paint_number(self, painter: QPainter, frame: QRectF, text: str) -> None:
        """Paint a number, smaller where it would not fit its cell."""
        font = QFont(self.font())
        wide = self.fontMetrics().horizontalAdvance(text) + 2
        if wide > frame.width():
            font.setPointSizeF(max(5.0, font.pointSizeF() * frame.width() / wide))
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.font())

    def _paint_outlines(self, painter: QPainter, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outlined = [(self._pointed, theme.muted, 1.0)]
        if self.hasFocus():
            outlined.append((self._current, theme.muted, 2.0))
        outlined.append((self._chosen, theme.warning, 2.0))
        for cell, colour, width in outlined:
            if cell is not None:
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(self.cell_rect(*cell).adjusted(1, 1, -1, -1))
