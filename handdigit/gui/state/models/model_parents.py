"""The parent of a model: which version its training began with, found by the weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from handdigit.errors import ModelFileError
from handdigit.gui.state.background import Background, Job, ignore
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import StoredModel


class ParentSearch(QObject):
    """Looks for parents in a thread, beside all other work on models."""

    def __init__(self, store: ModelStore, parent: QObject | None = None) -> None:
        """Search nothing yet."""
        super().__init__(parent)
        self._store = store
        self._background = Background("parents of models", self)
        self._job: Job | None = None

    def find(
        self,
        model: StoredModel,
        models: Sequence[StoredModel],
        done: Callable[[str], object],
    ) -> None:
        """Find among ``models`` the name of that which training began with; empty if from scratch.

        Files of many models may have to be read for it: of several searches the newest counts.
        """
        self.cancel()
        parent = parent_of(model)
        weights, name = parent.get("weights"), str(parent.get("name", ""))
        if not weights:
            done(name)
            return
        unknown = name or self.tr("a model that is not here")

        def search(job: Job) -> str:
            alike = [m for m in models if m.info.architecture == model.info.architecture]
            for other in sorted(alike, key=lambda other: other.name != name):
                if job.is_cancelled:
                    break
                try:
                    if self._store.fingerprint(other) == weights:
                        return other.name
                except ModelFileError:
                    continue
            return unknown

        self._job = self._background.start(search, done, ignore)

    def cancel(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._background.cancel(self._job)


def parent_of(model: StoredModel) -> Mapping[str, object]:
    """Return "name" and "weights" of the model that training began with, as its file says."""
    parent = model.info.parent or model.info.recipe.get("start")
    return parent if isinstance(parent, Mapping) else {}
