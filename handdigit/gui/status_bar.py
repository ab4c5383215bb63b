"""The status bar: what the engine is doing, which model, where it runs, how fast."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QStatusBar, QWidget

from handdigit.core.recognition import DeviceReport
from handdigit.data.model_store import StoredModel
from handdigit.gui.session import EngineState, Session
from handdigit.gui.widgets.labels import Label


class StatusBar(QStatusBar):
    """Device with its reason, model chooser, latency; messages at the left.

    Signals:
        model_requested(StoredModel): the user chose another model.
    """

    model_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        self._state = Label(colour="muted")
        self._state.setObjectName("statusEngine")
        self._device = Label(colour="muted")
        self._device.setObjectName("statusDevice")
        self._device.setAccessibleName(self.tr("Device"))
        self._latency = Label(colour="muted")
        self._latency.setObjectName("statusLatency")
        self._latency.setAccessibleName(self.tr("Latency"))
        self._latency.setToolTip(self.tr("From the pen's movement to the answer's arrival."))
        self._latency.setMinimumWidth(self.fontMetrics().horizontalAdvance("000.0 ms") + 8)
        self._models = QComboBox()
        self._models.setObjectName("modelChooser")
        self._models.setAccessibleName(self.tr("Model"))
        self._models.setToolTip(self.tr("The model that answers"))
        self._models.setMinimumContentsLength(14)
        self._models.activated.connect(self._choose)
        self.addWidget(self._state)
        for widget in (self._device, self._models, self._latency):
            self.addPermanentWidget(widget)
        session.device_changed.connect(self._show_device)
        session.latency_measured.connect(self._show_latency)
        session.engine_state_changed.connect(self._show_state)
        session.model_changed.connect(self.show_model)
        self._show_state(session.engine_state)

    def open_chooser(self) -> None:
        """Let the user choose a model with the keyboard."""
        self._models.setFocus()
        self._models.showPopup()

    def set_models(self, models: Sequence[StoredModel]) -> None:
        """Offer these models."""
        self._models.clear()
        for model in models:
            self._models.addItem(model.name, model)

    @Slot(object)
    def show_model(self, model: StoredModel) -> None:
        """Show which model answers, adding one that was not offered."""
        for index in range(self._models.count()):
            if self._models.itemData(index).path == model.path:
                self._models.setCurrentIndex(index)
                return
        self._models.addItem(model.name, model)
        self._models.setCurrentIndex(self._models.count() - 1)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.model_requested.emit(self._models.itemData(index))

    @Slot(object)
    def _show_device(self, report: DeviceReport) -> None:
        self._device.setText(f"{report.device.upper()} ({report.reason})")

    @Slot(float)
    def _show_latency(self, milliseconds: float) -> None:
        self._latency.setText(f"{milliseconds:.1f} ms")

    @Slot(object)
    def _show_state(self, state: EngineState) -> None:
        self._state.setText(
            {
                EngineState.STARTING: self.tr("Warming up…"),
                EngineState.READY: "",
                EngineState.RESTARTING: self.tr("The engine stopped. Starting it again…"),
                EngineState.FAILED: self.tr("The engine keeps stopping."),
            }[state]
        )
        self._state.set_colour("muted" if state is EngineState.STARTING else "warning")
