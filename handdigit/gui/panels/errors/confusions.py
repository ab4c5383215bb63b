"""The confusion matrix with the pictures behind its cells."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.errors.picture_list import PictureList
from handdigit.gui.state.measurement import Readings
from handdigit.gui.widgets.confusion_matrix import Cell, ConfusionMatrix
from handdigit.gui.widgets.form import MARGIN, hbox, menu_action, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.picture_view import PictureView
from handdigit.number_format import percent
from handdigit.storage.datasets.sources import DataKind

SIDE = 28 * 3 + 2
OWN = (DataKind.SAMPLES, DataKind.HELD_OUT)


class ReadingCard(QWidget):
    """The chosen picture with its class, the answer, and buttons.

    Signals:
        canvas_requested(): put it on the canvas.
        sample_requested(): add it to the user's samples.
        label_requested(int): this sample is of another class.
    """

    canvas_requested = Signal()
    sample_requested = Signal()
    label_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show blank paper."""
        super().__init__(parent)
        self._picture = named(PictureView(SIDE), "errorsPicture", self.tr("Chosen picture"))
        self._reading = Label(bold=True, name="errorsReading")
        self._facts = Label(colour="muted", name="errorsFacts")
        self._canvas = push_button(
            "errorsToCanvas",
            self.tr("To the Canvas"),
            self.tr("Put this drawing on the canvas (double-click)"),
            self.canvas_requested,
        )
        self._add = push_button(
            "errorsAddSample", self.tr("Add to Samples"), do=self.sample_requested
        )
        self._relabel = push_button(
            "errorsRelabel", self.tr("Relabel"), self.tr("This sample is something else")
        )
        menu = QMenu(self._relabel)
        menu.setObjectName("errorsRelabelMenu")
        self._relabel.setMenu(menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._picture, self._reading, self._facts):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        for button in (self._canvas, self._add, self._relabel):
            button.setAccessibleName(button.text())
            layout.addWidget(button)
        self._relabel.hide()

    def _offer_labels(self, names: tuple[str, ...]) -> None:
        menu = self._relabel.menu()
        if tuple(action.text() for action in menu.actions()) == names:
            return
        menu.clear()
        for number, name in enumerate(names):
            ask = partial(self.label_requested.emit, number)
            menu_action(menu, f"errorsRelabel{number}", name, ask)

    def show_reading(self, readings: Readings | None, index: int) -> None:
        """Show one drawing of the readings, or blank paper for -1."""
        found = readings if index >= 0 else None
        for button in (self._canvas, self._add, self._relabel):
            button.setEnabled(found is not None)
        if readings is not None:
            self._offer_labels(readings.names)
            is_own = readings.data_set.kind in OWN
            self._relabel.setVisible(is_own)
            self._add.setVisible(not is_own)
            self._add.setToolTip(
                self.tr("Held out: it measures what the next training was good for")
                if readings.data_set.kind is DataKind.MNIST
                else self.tr("Let the model learn it, the next time you train")
            )
        self._picture.show_picture(None if found is None else found.pictures[index])
        if found is None:
            self._reading.setText(" ")
            self._facts.setText(" ")
            return
        probabilities = found.evaluation.probabilities[index]
        true, answer = int(found.evaluation.labels[index]), int(probabilities.argmax())
        named_classes = (found.names[true], found.names[answer])
        self._reading.setText(self.tr("{0} read as {1}").format(*named_classes))
        sure, missed = (percent(probabilities[digit]) for digit in (answer, true))
        if true == answer:
            loss = f"{found.evaluation.losses[index]:.3g}"
            self._facts.setText(self.tr("{0}, loss {1}").format(sure, loss))
        else:
            self._facts.setText(self.tr("{0}, not {1}").format(sure, missed))


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
        self._matrix.show_confusion(
            None if readings is None else readings.evaluation.metrics.confusion
        )
        if readings is None:
            self._matrix.show_chosen(None)
        self._show_cell(with_pictures=with_pictures or readings is None)

    @Slot(int, int)
    def _choose_cell(self, true: int, answer: int) -> None:
        """Show a cell's pictures; clicked again, all mistakes."""
        cell: Cell = (true, answer)
        self._matrix.show_chosen(None if cell == self._matrix.chosen else cell)
        self._show_cell()

    def _show_cell(self, *, with_pictures: bool = True) -> None:
        readings, cell = self._readings, self._matrix.chosen
        if readings is None:
            self._heading.setText(self.tr("The pictures appear here."))
            self._pictures.show_pictures(None, NONE)
            return
        found = readings.evaluation
        if cell is None:
            wrong = np.flatnonzero(found.answers != found.labels)
            order = wrong[np.argsort(-found.losses[wrong], kind="stable")]
            text = self.tr("All %Ln mistakes, the worst first", "", len(order))
            if not len(order):
                text = self.tr("No mistakes. Click a cell on the diagonal to see the hardest.")
        else:
            order = found.cell(*cell)
            text = self.tr("{0} read as {1}: {2}, highest loss first").format(
                *(readings.names[number] for number in cell), grouped(len(order))
            )
        self._heading.setText(text)
        if with_pictures:
            self._pictures.show_pictures(readings, order)

    @Slot(int)
    def _show_picture(self, index: int) -> None:
        self._current = index
        self._card.show_reading(self._readings, index)
