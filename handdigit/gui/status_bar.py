"""The status bar: what the engine is doing, which model, where it runs, how fast."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QStatusBar, QWidget

from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.labels import Label
from handdigit.network.recognition import DeviceReport
from handdigit.sentences import shown
from handdigit.storage.models.stored_model import StoredModel


class StatusBar(QStatusBar):
    """Device with its reason, model chooser, latency; messages at the left.

    Where an ensemble answers, a second chooser has its members: the one to look into.

    Signals:
        model_requested(StoredModel): the user chose another model.
        member_requested(int): the user chose another network of the ensemble to look into.
    """

    model_requested = Signal(object)
    member_requested = Signal(int)

    def __init__(
        self, session: Session, library: ModelLibrary, parent: QWidget | None = None
    ) -> None:
        """Follow ``session``; the models to choose among are those of ``library``."""
        super().__init__(parent)
        self._session, self._library = session, library
        self.messageChanged.connect(self.setToolTip)  # where it is cut
        self._state = Label(colour="muted", name="statusEngine")
        self._device = Label(colour="muted", name="statusDevice", title=self.tr("Device"))
        self._latency = Label(colour="muted", name="statusLatency", title=self.tr("Latency"))
        self._latency.setToolTip(self.tr("From the pen's movement to the answer's arrival."))
        # Of one size: another would lay out and paint all of the bar for every movement.
        metrics = self.fontMetrics()
        self._latency.setFixedSize(metrics.horizontalAdvance("00000.0 ms") + 8, metrics.height())
        self._models = named(
            QComboBox(), "modelChooser", self.tr("Model"), self.tr("The model that answers")
        )
        self._models.setMinimumContentsLength(14)
        self._models.activated.connect(self._choose)
        self._members = named(
            QComboBox(),
            "memberChooser",
            self.tr("Network looked into"),
            self.tr("All networks of the ensemble vote; Inside, Why and the others show this one."),
        )
        self._members.setMinimumContentsLength(10)
        self._members.activated.connect(self.member_requested)
        self._members.hide()
        self.addWidget(self._state)
        for widget in (self._device, self._members, self._models, self._latency):
            self.addPermanentWidget(widget)
        self._members.hide()
        session.device_changed.connect(self._show_device)
        session.latency_measured.connect(self._show_latency)
        session.engine_state_changed.connect(self._show_state)
        session.model_changed.connect(self.show_model)
        library.models_changed.connect(self._offer)
        self._offer()
        self._show_state(session.engine_state)
        if session.latency_ms is not None:
            self._show_latency(session.latency_ms)

    def open_chooser(self) -> None:
        """Let the user choose a model with the keyboard."""
        self._models.setFocus()
        self._models.showPopup()

    @Slot(object)
    def show_model(self, model: StoredModel) -> None:
        """Show which model answers, adding one that was not offered."""
        self._show_members(model)
        for index in range(self._models.count()):
            offered = self._models.itemData(index)  # None for a line between two groups
            if offered is not None and offered.path == model.path:
                self._models.setCurrentIndex(index)
                return
        self._models.addItem(shown(model.name), model)
        self._models.setCurrentIndex(self._models.count() - 1)

    @Slot()
    def _offer(self) -> None:
        self._models.clear()
        for before, model in pairwise((None, *self._library.models)):
            assert model is not None  # only the first has none before it
            if before is not None and before.group is not model.group:
                self._models.insertSeparator(self._models.count())
            self._models.addItem(shown(model.name), model)
        self.show_model(self._session.model)

    @property
    def device_text(self) -> str:
        """Where networks run, with the reason."""
        return self._device.text()

    def _show_members(self, model: StoredModel) -> None:
        self._members.clear()
        for member in model.info.members:
            self._members.addItem(self.tr("Inside: {0}").format(member.name))
        self._members.setCurrentIndex(model.info.inspected if model.info.members else -1)
        self._members.setVisible(model.info.is_ensemble)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.model_requested.emit(self._models.itemData(index))

    @Slot(object)
    def _show_device(self, report: DeviceReport) -> None:
        self._device.setText(f"{report.device.upper()} ({translated(report.reason)})")

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
