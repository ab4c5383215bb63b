"""A few pictures of every class, side by side, with how many there are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.gui.colormap import grey_image
from handdigit.gui.theme import Theme

GAP = 4
LARGEST = 96
ROWS = 4
BAR = 3


class ClassSheet(QWidget):
    """A column a class: name, count with a bar for its share, pictures; or a note instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("sourceSheet")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._alphabet = DIGITS
        self._counts: tuple[int, ...] = ()
        self._pictures: tuple[tuple[NDArray[np.uint8], ...], ...] = ()
        self._images: list[list[QImage]] = []
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
        self._render()

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
        listed = ", ".join(f"{name}: {count:,}" for name, count in pairs)
        self.setAccessibleName(self.tr("Examples of every class"))
        self.setAccessibleDescription(listed)
        self.setToolTip(listed)
        self._render()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(len(DIGITS) * 50, self._head() + ROWS * 50)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which digits can be told."""
        return QSize(len(DIGITS) * 30, self._head() + 2 * 30)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _head(self) -> int:
        lines = 2 if self._counts else 1
        return lines * self.fontMetrics().height() + BAR + 8

    def _render(self) -> None:
        theme = Theme.of(self.palette())
        self._images = [[grey_image(p, theme) for p in column] for column in self._pictures]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the columns."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        if self._note:
            painter.setPen(QColor(theme.muted))
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), words, self._note)
            painter.end()
            return
        pitch = min((self.width() + GAP) / len(self._alphabet), LARGEST + GAP)
        side = min(pitch - GAP, (self.height() - self._head()) / ROWS - GAP)
        rows = ROWS
        if side < 30:  # fewer pictures before smaller ones
            rows = max(1, int((self.height() - self._head()) / (30 + GAP)))
            side = min(pitch - GAP, (self.height() - self._head()) / rows - GAP)
        pitch = min(pitch, max(side, 40) + GAP)
        bold = QFont(self.font())
        bold.setBold(True)
        height = painter.fontMetrics().height()
        middle = Qt.AlignmentFlag.AlignCenter
        most = max(self._counts, default=0)
        for digit, images in enumerate(self._images):
            left = digit * pitch
            painter.setFont(bold)
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(left, 0, side, height), middle, self._alphabet.names[digit])
            if self._counts:
                painter.setFont(self.font())
                painter.setPen(QColor(theme.muted))
                count = QRectF(left - GAP / 2, height, side + GAP, height)
                painter.drawText(count, middle, _short(self._counts[digit]))
                share = self._counts[digit] / most if most else 0
                track = QRectF(left, 2 * height + 2, side, BAR)
                painter.fillRect(track, QColor(theme.window))
                track.setWidth(side * share)
                painter.fillRect(track, QColor(theme.accent))
            for row, image in enumerate(images[:rows]):
                frame = QRectF(left, self._head() + row * (side + GAP), side, side)
                painter.fillRect(frame, QColor(theme.zero))
                painter.drawImage(frame, image)
                painter.setPen(QPen(QColor(theme.line), 1))
                painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


def _short(count: int) -> str:
    """Return a count in at most five characters."""
    if count < 10_000:
        return f"{count:,}"
    return f"{count / 1000:.0f}k" if count < 1_000_000 else f"{count / 1e6:.0f}M"
