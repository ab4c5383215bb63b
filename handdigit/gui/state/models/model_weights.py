"""The parameters of the model that answers, read when a panel first asks for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from handdigit.errors import HanddigitError
from handdigit.gui.state.background import Background, Job
from handdigit.gui.translation import translated
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.precision import Weights
from handdigit.storage.models.stored_model import StoredModel


class ModelWeights(QObject):
    """Reads the parameters of one model in a thread, once.

    Signals:
        changed(): :attr:`by_name` is there, or cannot be read.
    """

    changed = Signal()

    def __init__(self, model: StoredModel, parent: QObject | None = None) -> None:
        """Read nothing of ``model`` yet."""
        super().__init__(parent)
        self._model = model
        self._background = Background("weights", self)
        self._reading: Job | None = None
        self._weights: Weights | None = None
        self._refusal = ""

    @property
    def by_name(self) -> Weights | None:
        """The model's parameters by name; of an ensemble those of the network looked into.

        None until they have been read, which begins when they are first asked for.
        """
        if self._weights is None and not self._refusal and self._reading is None:
            model = self._model
            self._reading = self._background.start(
                lambda _job: _read_weights(model), self._take, self._take
            )
        return self._weights

    @property
    def refusal(self) -> str:
        """Why they cannot be read; empty otherwise."""
        return translated(self._refusal)

    def follow(self, model: StoredModel) -> None:
        """Forget what was read: those of ``model`` are read when they are asked for."""
        if self._reading is not None:
            self._background.cancel(self._reading)
        self._model = model
        self._weights, self._refusal, self._reading = None, "", None

    def _take(self, found: Weights | str) -> None:
        self._reading = None
        if isinstance(found, str):
            self._refusal = found
        else:
            self._weights = found
        self.changed.emit()


def _read_weights(model: StoredModel) -> Weights | str:
    """Return the parameters of the network that is looked into, or why there are none."""
    try:
        return read_model(model.path).networks()[model.info.inspected].weights
    except HanddigitError as error:
        return error.sentence
