"""A few pictures of every class, side by side, with how many there are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from handdigit.gui.numbers import count_in_short, grouped
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, WRAPPED, Painter
from handdigit.network.alphabet import DIGITS, Alphabet

GAP = 4
LARGEST = 96
ROWS = 4
BAR = 3


class ClassSheet(PaintedWidget):
    """A column a class: name, count with a bar for its share, pictures; or a note instead."""

    comfortable = (len(DIGITS) * 50, ROWS * 50)  # and the room for the heads
    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("sourceSheet")
        self._alphabet = DIGITS
        self._counts: tuple[int, ...] = ()
        self._pictures: tuple[tuple[NDArray[np.uint8], ...], ...] = ()
        self._note = ""

    @property
    def counts(self) -> tuple[int, ...]:
        """How many there are of each class, as shown; none for a source without end."""
        return self._counts

    @property
    def pictures(self) -> tuple[tuple[NDArray[np.uint8], ...], ...]:
        """The pictures of each class."""
        return self._pictures

    @property
    def note(self) -> str:
        """What is said instead of pictures."""
        return self._note

    def show_note(self, note: str) -> None:
        """Say something instead."""
        self._counts, self._pictures, self._note = (), (), note
        self.setAccessibleName(note)
        self.update()

    def show_classes(
        self,
        alphabet: Alphabet,
        counts: Sequence[int],
        pictures: NDArray[np.uint8],
        labels: NDArray[np.int64],
    ) -> None:
        """Show pictures by their labels; no ``counts`` where there is no end."""
        self._alphabet, self._counts, self._note = alphabet, tuple(counts), ""
        self._pictures = tuple(
            tuple(pictures[labels == digit][:ROWS]) for digit in range(len(alphabet))
        )
        pairs = zip(alphabet.names, self._counts, strict=False)
        listed = ", ".join(f"{name}: {grouped(count)}" for name, count in pairs)
        self.setAccessibleName(self.tr("Examples of every class"))
        self.setAccessibleDescription(listed)
        self.setToolTip(listed)
        self.update()

    def cells(self) -> Cells:
        """Return how many there are of each class."""
        names = self._alphabet.names[: len(self._counts)]
        return Cells(names, ("",), lambda row, _column: grouped(self._counts[row]))

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(len(DIGITS) * 50, self._head() + ROWS * 50)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which digits can be told."""
        return QSize(len(DIGITS) * 30, self._head() + 2 * 30)

    def _head(self) -> int:
        lines = 2 if self._counts else 1
        return lines * self.fontMetrics().height() + BAR + 8

    def paint(self, painter: Painter) -> None:
        """Paint the columns, or the note."""
        if self._note:
            painter.text(QRectF(self.rect()), self._note, "muted", WRAPPED)
            return
        pitch = min((self.width() + GAP) / len(self._alphabet), LARGEST + GAP)
        rows, head = ROWS, self._head()
        side = min(pitch - GAP, (self.height() - head) / rows - GAP)
        if side < 30:  # fewer pictures before smaller ones
            rows = max(1, int((self.height() - head) / (30 + GAP)))
            side = min(pitch - GAP, (self.height() - head) / rows - GAP)
        pitch = min(pitch, max(side, 40) + GAP)
        height = painter.fontMetrics().height()
        most = max(self._counts, default=0)
        for digit, pictures in enumerate(self._pictures):
            left = digit * pitch
            name = self._alphabet.names[digit]
            painter.text(QRectF(left, 0, side, height), name, "text", CENTRE, bold=True)
            if self._counts:
                place = QRectF(left - GAP / 2, height, side + GAP, height)
                painter.text(place, count_in_short(self._counts[digit]), "muted", CENTRE)
                track = QRectF(left, 2 * height + 2, side, BAR)
                painter.fill(track, "window")
                track.setWidth(side * (self._counts[digit] / most if most else 0))
                painter.fill(track, "accent")
            for row, picture in enumerate(pictures[:rows]):
                painter.picture(QRectF(left, head + row * (side + GAP), side, side), picture)
