"""The figures of a measurement, in two lines, and which model they are of."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.measurement import Readings
from handdigit.gui.widgets.form import vbox
from handdigit.gui.widgets.labels import Label


class Summary(QWidget):
    """How many are right, and what else there is to say; words where nothing is measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._accuracy = Label(
            size=1.5, bold=True, name="errorsAccuracy", title=self.tr("Accuracy")
        )
        self._figures = Label(
            colour="muted",
            name="errorsFigures",
            tip=self.tr(
                "Loss: mean of −ln of the true digit's probability. Calibration error: how far, in "
                "percentage points, the probability of the answers is from the share that is "
                "right, the mean over 15 bins (Guo et al. 2017)."
            ),
            wraps=True,
        )
        self._figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        vbox(self._accuracy, self._figures, on=self, spacing=0)
        self.show_readings(None)

    def show_readings(self, readings: Readings | None) -> None:
        """Show the figures, also of a part of the set."""
        if readings is None:
            self._accuracy.setText(self.tr("What does it misread?"))
            self._figures.setText(self.tr("Measure the model on digits whose names are known."))
            return
        found = readings.evaluation
        self._accuracy.setText(self.tr("{0} % right").format(f"{100 * found.accuracy:.2f}"))
        wrong = found.n - found.correct
        text = self.tr("{0} of {1} wrong · loss {2} · calibration error {3}")
        self._figures.setText(
            text.format(
                f"{wrong:,}",
                f"{found.n:,}",
                f"{found.loss:.3g}",
                f"{found.reliability().expected_error:.2f}",
            )
        )
