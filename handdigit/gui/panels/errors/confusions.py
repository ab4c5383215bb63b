"""The confusion matrix with the pictures behind its cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from handdigit.gui.measurement import Readings
from handdigit.gui.panels.errors.picture_list import PictureList
from handdigit.gui.panels.errors.reading_card import ReadingCard
from handdigit.gui.widgets.card import MARGIN
from handdigit.gui.widgets.confusion_matrix import Cell, ConfusionMatrix
from handdigit.gui.widgets.form import hbox, vbox
from handdigit.gui.widgets.labels import Label

SIDE_BY_SIDE = 1000
"""From this width on the pictures stand beside the matrix, in pixels."""
CARD_WIDTH = 150
NONE: NDArray[np.int64] = np.zeros(0, np.int64)


class Confusions(QWidget):
    """A cell leads to its pictures; before one is chosen all mistakes are there.

    Signals:
        canvas_requested(int): put this drawing of the readings on the canvas.
        sample_requested(int): add it to the user's samples.
        label_requested(int, int): this sample is of another class.
    """

    canvas_requested = Signal(int)
    sample_requested = Signal(int)
    label_requested = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty matrix."""
        super().__init__(parent)
        self._readings: Readings | None = None
        self._current = -1
        """The chosen one of the readings' drawings."""
        self._matrix = ConfusionMatrix()
        self._heading = Label(bold=True, name="errorsHeading")
        self._pictures = PictureList()
        self._card = ReadingCard()
        self._card.setFixedWidth(CARD_WIDTH)
        row = hbox((self._pictures, 1), self._card, spacing=MARGIN)
        behind = vbox(self._heading, (row, 1), spacing=4)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(MARGIN)
        self._sides.addWidget(self._matrix, 3)
        self._sides.addLayout(behind, 2)
        self._matrix.cell_chosen.connect(self._choose_cell)
        self._pictures.picture_chosen.connect(self._show_picture)
        self._pictures.picture_activated.connect(self.canvas_requested)
        self._card.canvas_requested.connect(lambda: self.canvas_requested.emit(self._current))
        self._card.sample_requested.connect(lambda: self.sample_requested.emit(self._current))
        self._card.label_requested.connect(
            lambda label: self.label_requested.emit(self._current, label)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pictures where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def show_readings(self, readings: Readings | None, *, with_pictures: bool) -> None:
        """Show the matrix of readings, or an empty one; the pictures once they are all there."""
        self._readings = readings
        if readings is not None:
            self._matrix.show_alphabet(readings.data_set.alphabet)
        self._matrix.show_confusion(None if readings is None else readings.evaluation.confusion)
        if readings is None:
            self._matrix.show_chosen(None)
        if with_pictures or readings is None:
            self._show_cell()

    @Slot(int, int)
    def _choose_cell(self, true: int, answer: int) -> None:
        """Show a cell's pictures; clicked again, all mistakes."""
        cell: Cell = (true, answer)
        self._matrix.show_chosen(None if cell == self._matrix.chosen else cell)
        self._show_cell()

    def _show_cell(self) -> None:
        readings, cell = self._readings, self._matrix.chosen
        if readings is None:
            self._heading.setText(self.tr("The pictures appear here."))
            self._pictures.show_pictures(None, NONE)
            return
        found = readings.evaluation
        if cell is None:
            wrong = np.flatnonzero(found.answers != found.labels)
            order = wrong[np.argsort(-found.losses[wrong], kind="stable")]
            text = self.tr("All {0} mistakes, the worst first").format(f"{len(order):,}")
            if not len(order):
                text = self.tr("No mistakes. Click a cell on the diagonal to see the hardest.")
        else:
            order = found.cell(*cell)
            text = self.tr("{0} read as {1}: {2}, highest loss first").format(
                *(readings.names[number] for number in cell), f"{len(order):,}"
            )
        self._heading.setText(text)
        self._pictures.show_pictures(readings, order)

    @Slot(int)
    def _show_picture(self, index: int) -> None:
        self._current = index
        self._card.show_reading(self._readings, index)
