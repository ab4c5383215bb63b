"""One drawing that was read, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from handdigit.data.sources import DataKind
from handdigit.gui.measurement import Readings
from handdigit.gui.widgets.form import menu_action, named, push_button
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.numbers import percent
from handdigit.gui.widgets.picture_view import PictureView

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
        self._canvas = QPushButton(self.tr("To the canvas"))
        self._canvas.setObjectName("errorsToCanvas")
        self._canvas.setToolTip(self.tr("Put this drawing on the canvas (double-click)"))
        self._canvas.clicked.connect(self.canvas_requested)
        self._add = push_button(
            "errorsAddSample", self.tr("Add to samples"), do=self.sample_requested
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
