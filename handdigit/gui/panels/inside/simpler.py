"""The way to a simpler network, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton

from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.storage.models.stored_model import StoredModel

SIMPLER, TITLE = "lenet5", "LeNet-5"
"""The shipped model to begin with, and what it is called."""


class SimplerNetwork(QObject):
    """Lets a button switch between the network that answers and a simpler one."""

    def __init__(self, library: ModelLibrary, button: QAbstractButton, parent: QObject) -> None:
        """Follow ``library``; the button is hidden where there is nothing to offer."""
        super().__init__(parent)
        self._library, self._button = library, button
        button.clicked.connect(self._switch)
        library.models_changed.connect(self._offer)
        library.active_changed.connect(self._offer)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        active, simpler, before = self._library.active, self._simpler(), self._library.previous
        text = ""
        if simpler is not None and active.path == simpler.path:
            text = "" if before is None else self.tr("Back to {0}").format(before.name)
        elif simpler is not None and _is_simpler(simpler, active):
            text = self.tr("Simpler: {0}").format(TITLE)
        self._button.setText(text)
        self._button.setVisible(bool(text))

    @Slot()
    def _switch(self) -> None:
        simpler = self._simpler()
        if simpler is None or self._library.is_active(simpler):
            self._library.roll_back()
        else:
            self._library.activate(simpler)

    def _simpler(self) -> StoredModel | None:
        models = (model for model in self._library.models if self._library.is_shipped(model))
        return next((model for model in models if model.name == SIMPLER), None)


def _is_simpler(one: StoredModel, other: StoredModel) -> bool:
    """Return whether a network of the same classes has fewer parameters than another."""
    counts = [model.info.architecture.parameter_count for model in (one, other)]
    return one.info.alphabet == other.info.alphabet and counts[0] < counts[1]
