"""The confusion matrix: which classes are read as which."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.theme import HALF, table
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import CHOOSING_KEYS, PointedWidget, arrow_step
from handdigit.gui.widgets.painter import CENTRE, Painter, legible_inks
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.number_format import in_percent

Cell = tuple[int, int]
"""Numbers of the true class and of the answer."""
HEADER = 1
"""Rows and columns for the classes' names."""
TOTALS = 2
"""Rows and columns for totals and shares."""
WIDEST_CELL = 84.0
BETWEEN = 6
"""Pixels that numbers beside each other keep free, in cells that are not enough at full size."""
OBLONG = 1.7
"""A cell is at most so many times wider than high, or the other way round."""


class ConfusionMatrix(PointedWidget[Cell]):
    """Rows are the true classes, columns the answers; mistakes have the colour.

    Signals:
        cell_chosen(int, int): the true class and the answer of a cell that was clicked, or
            chosen with the arrow keys and Enter.
    """

    cell_chosen = Signal(int, int)
    comfortable = (560, 360)

    def __init__(self, *, has_totals: bool = True, parent: QWidget | None = None) -> None:
        """Show an empty matrix; without totals it can be small and is only looked at."""
        super().__init__(parent)
        named(self, "confusionMatrix", self.tr("Confusion matrix"))
        self._has_totals = has_totals
        self._alphabet = DIGITS
        self._confusion: NDArray[np.int64] | None = None
        self._chosen: Cell | None = None
        self._current: Cell = (0, 0)
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
            self._chosen, self._current = None, (0, 0)
            self.point_at(None)
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
        self.setAccessibleDescription(
            self.tr("{0} of {1} read correctly").format(grouped(right), grouped(count))
        )
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
        return super().sizeHint() if self._has_totals else QSize(240, 220)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance("000" if self._has_totals else "00") + 4
        columns = self._lines + self._beside
        return QSize(wide * columns, (metrics.height() + 1) * self._lines)

    @property
    def _lines(self) -> int:
        return HEADER + self._count + (TOTALS if self._has_totals else 0)

    @property
    def _beside(self) -> int:
        """Columns left of the rows' names: what rows and columns mean is longer than a name."""
        return 1 if self._has_totals else 0

    def _rect(self, row: int, column: int) -> QRectF:
        columns = self._lines + self._beside
        width, height = self.width() / columns, self.height() / self._lines
        width, height = min(width, height * OBLONG, WIDEST_CELL), min(height, width * OBLONG)
        height = min(height, WIDEST_CELL)
        left = (self.width() - width * columns) / 2 + width * self._beside
        return QRectF(left + column * width, row * height, width, height)

    # --- pointer and keys ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        super().mouseMoveEvent(event)
        self.tell(event, self._told(*self._place(event.position())))

    def part_at(self, position: QPointF) -> Cell | None:
        """Return the cell at a position."""
        row, column = self._place(position)
        inside = 0 <= row < self._count and 0 <= column < self._count
        return (row, column) if inside else None

    def part_pressed(self, cell: Cell) -> None:
        """Choose the cell."""
        self._choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with Enter or Space."""
        step = arrow_step(event)
        if step is not None:
            row, column = (
                min(max(a + b, 0), self._count - 1)
                for a, b in zip(self._current, step, strict=True)
            )
            self._current = (row, column)
            self.update()
        elif event.key() in CHOOSING_KEYS:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell) -> None:
        if self._confusion is not None and self._has_totals:
            self._current = cell
            self.cell_chosen.emit(*cell)

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
            told = (grouped(count) for count in counts)
            return text.format(self.names[row], self.names[column], *told)
        if row in digits and column in totals:
            text, digit, total = self.tr("Of {0} drawings of a {1}, {2} are read as it"), row, 1
        elif row in totals and column in digits:
            text, digit, total = self.tr("Of {0} answers {1}, {2} are right"), column, 0
        else:
            return ""
        all_of_it = int(self._confusion.sum(axis=total)[digit])
        return text.format(
            grouped(all_of_it), self.names[digit], grouped(int(self._confusion[digit, digit]))
        )

    def cells(self) -> Cells:
        """Return the counts, those who were of a class in a row."""

        def text(row: int, column: int) -> str:
            return "" if self._confusion is None else grouped(self._confusion[row, column])

        def press(row: int, column: int) -> None:
            self._choose((row, column))

        return Cells(self.names, self.names, text, press, self._current, self._told)

    # --- painting ------------------------------------------------------------------------

    def paint(self, painter: Painter) -> None:
        """Paint names, cells and totals."""
        self._paint_names(painter)
        self._paint_cells(painter)
        if self._has_totals:
            self._paint_totals(painter)
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        outlined = [(self.pointed, "muted", 1.0)]
        if self.hasFocus():
            outlined.append((self._current, "muted", 2.0))
        outlined.append((self._chosen, "warning", 2.0))
        for cell, colour, width in outlined:
            if cell is not None:
                painter.outline(self.cell_rect(*cell).adjusted(1, 1, -1, -1), colour, width)

    def _paint_names(self, painter: Painter) -> None:
        for digit, name in enumerate(self.names):
            for axis, place in enumerate(((HEADER + digit, 0), (0, HEADER + digit))):
                is_named = self.pointed is not None and self.pointed[axis] == digit
                colour, frame = "accent" if is_named else "text", self._rect(*place)
                painter.text(frame, name, colour, CENTRE, bold=True, elided=True)
        if not self._has_totals:
            return
        for index, word in enumerate((self.tr("all"), self.tr("right"))):
            line = HEADER + self._count + index
            for frame in (self._rect(0, line), self._rect(line, 0)):
                painter.text(frame, word, "muted", CENTRE)
        corner = self._rect(0, -self._beside).united(self._rect(0, 0))
        self._paint_number(painter, corner, self.tr("is \\ read"))

    def _paint_cells(self, painter: Painter) -> None:
        confusion = self._confusion
        wrong = np.zeros((self._count, self._count)) if confusion is None else confusion.copy()
        np.fill_diagonal(wrong, 0)
        # The square root: a single mistake is to be seen beside the most frequent one.
        shades = HALF + np.rint(np.sqrt(wrong / max(float(wrong.max()), 1.0)) * HALF).astype(int)
        colours, inks = table(painter.theme), legible_inks(painter.theme)
        for (true, answer), shade in np.ndenumerate(shades):
            frame = self.cell_rect(true, answer)
            is_right = true == answer
            colour = QColor.fromRgb(int(colours[shade]))
            painter.fill(frame.adjusted(0.5, 0.5, -0.5, -0.5), "window" if is_right else colour)
            count = 0 if confusion is None else int(confusion[true, answer])
            if count:
                ink = "muted" if is_right else inks[shade]
                self._paint_number(painter, frame, grouped(count), ink)

    def _paint_totals(self, painter: Painter) -> None:
        if self._confusion is None:
            return
        right = np.diagonal(self._confusion)
        last = HEADER + self._count
        for axis in (0, 1):
            totals = self._confusion.sum(axis=axis)
            for digit in range(self._count):
                total = int(totals[digit])
                share = in_percent(right[digit] / total) if total else "–"
                for index, text in enumerate((grouped(total), share)):
                    place = [HEADER + digit, last + index]
                    frame = self._rect(*(place if axis == 1 else place[::-1]))
                    self._paint_number(painter, frame, text)
        total = int(self._confusion.sum())
        self._paint_number(painter, self._rect(last, last), grouped(total), "text")
        if total:
            share = in_percent(right.sum() / total)
            self._paint_number(painter, self._rect(last + 1, last + 1), share, "text")

    def _paint_number(
        self, painter: Painter, frame: QRectF, text: str, colour: str | QColor = "muted"
    ) -> None:
        """Paint a number, smaller where it would not fit its cell."""
        wide = self.fontMetrics().horizontalAdvance(text) + BETWEEN
        size = self.font().pointSizeF()
        scale = min(1.0, max(5.0 / size, frame.width() / wide))
        painter.text(frame, text, colour, CENTRE, scale=scale)
