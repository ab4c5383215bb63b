"""The controls of the Maximise panel: which unit, from where, how smooth, start and stop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QSlider,
    QSpinBox,
    QWidget,
)

from handdigit.gui.widgets.form import hbox, push_button
from handdigit.gui.widgets.labels import Label
from handdigit.network import layers
from handdigit.network.architecture import PlannedLayer

SMOOTHING_STEP = 0.1
"""Pixels of blur per step of the slider."""
SMOOTHING = (0, 4, 6)
"""Least, first and greatest step of the slider."""
_SAME_AS_BEFORE = (layers.ReLU, layers.Dropout, layers.Flatten)
"""Layers that are not offered: they repeat another one's values, or are zero where a climb
begins and so give it no direction."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The unit that is to grow."""

    layer: str
    channel: int
    whole: bool


class MaximiseControls(QWidget):
    """A form.

    Signals:
        unit_changed(): another unit is chosen.
        start_changed(): another picture to start from is chosen.
        run_requested(bool): start, or stop.
        over_requested(): begin again.
    """

    unit_changed = Signal()
    start_changed = Signal()
    run_requested = Signal(bool)
    over_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer no layers yet."""
        super().__init__(parent)
        self._layers: tuple[PlannedLayer, ...] = ()
        self._layer = QComboBox()
        self._channel = QSpinBox()
        self._part, self._start = QComboBox(), QComboBox()
        self._smoothing = QSlider(Qt.Orientation.Horizontal)
        least, first, greatest = SMOOTHING
        self._smoothing.setRange(least, greatest)
        self._smoothing.setValue(first)
        self._part.addItem(self.tr("whole map"), True)
        self._part.addItem(self.tr("unit in the middle"), False)
        self._start.addItem(self.tr("noise"), False)
        self._start.addItem(self.tr("the drawing"), True)
        self._run = push_button("maximiseRun", "", self.tr("Climb, or stop where it is."))
        self._run.setCheckable(True)
        self._over = push_button(
            "maximiseOver",
            self.tr("Start Over"),
            self.tr("Go back to the picture it started from."),
        )
        self._count = Label(colour="muted")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        channel = hbox((self._channel, 1), self._count)
        rows: tuple[tuple[QWidget, str, str, str], ...] = (
            (self._layer, "maximiseLayer", self.tr("Layer"), self.tr("The layer of the unit.")),
            (self._channel, "maximiseChannel", self.tr("Channel"), self.tr("Which map or unit.")),
            (
                self._part,
                "maximisePart",
                self.tr("Grow"),
                self.tr("The mean of the whole map, or only the unit in its middle."),
            ),
            (
                self._start,
                "maximiseStart",
                self.tr("From"),
                self.tr("The picture that is changed."),
            ),
            (
                self._smoothing,
                "maximiseSmoothing",
                self.tr("Smooth"),
                self.tr("How much the picture is blurred after every step."),
            ),
        )
        for widget, name, title, tip in rows:
            widget.setObjectName(name)
            widget.setAccessibleName(title)
            widget.setToolTip(tip)
            label = Label(title, colour="muted")
            if widget is self._channel:
                form.addRow(label, channel)
            else:
                form.addRow(label, widget)
        buttons = hbox((self._run, 1), self._over)
        form.addRow(buttons)
        self._layer.currentIndexChanged.connect(self._change_layer)
        self._channel.valueChanged.connect(self.unit_changed)
        self._part.currentIndexChanged.connect(self.unit_changed)
        self._start.currentIndexChanged.connect(self.start_changed)
        self._run.clicked.connect(self.run_requested)
        self._over.clicked.connect(self.over_requested)
        self.show_running(False, begun=False)

    @property
    def goal(self) -> Goal:
        """The chosen unit."""
        return Goal(
            self._layer.currentText(), self._channel.value(), bool(self._part.currentData())
        )

    @property
    def from_drawing(self) -> bool:
        """Whether to start from the drawing."""
        return bool(self._start.currentData())

    @property
    def smoothing(self) -> float:
        """Standard deviation of the blur, in pixels."""
        return self._smoothing.value() * SMOOTHING_STEP

    def set_layers(self, plan: tuple[PlannedLayer, ...], channel: int) -> None:
        """Offer a network's layers; the last one with this channel is chosen."""
        self._layers = tuple(p for p in plan if not isinstance(p.layer, _SAME_AS_BEFORE))
        with QSignalBlocker(self._layer), QSignalBlocker(self._channel):
            self._layer.clear()
            self._layer.addItems([planned.name for planned in self._layers])
            self._layer.setCurrentIndex(len(self._layers) - 1)
            self._fit_channel()
            self._channel.setValue(channel)
        self.unit_changed.emit()

    def show_running(self, running: bool, *, begun: bool) -> None:
        """Show whether it climbs, and whether it has climbed at all."""
        self._run.setChecked(running)
        go = self.tr("Go on") if begun else self.tr("Start")
        self._run.setText(self.tr("Stop") if running else go)
        self._over.setEnabled(begun)

    @Slot()
    def _change_layer(self) -> None:
        with QSignalBlocker(self._channel):
            self._fit_channel()
        self.unit_changed.emit()

    def _fit_channel(self) -> None:
        if not self._layers:
            return
        shape = self._layers[self._layer.currentIndex()].output_shape
        self._channel.setRange(0, shape[0] - 1)
        self._count.setText(self.tr("of {0}").format(shape[0]))
        self._part.setEnabled(len(shape) == 3)
