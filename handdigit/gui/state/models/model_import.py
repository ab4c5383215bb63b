"""Bringing a model file into the library, in a thread of its own; it can be cancelled."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from handdigit.engine.trial import try_in_process
from handdigit.gui.state.background import Background, Job
from handdigit.storage.models.import_export import import_model
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import StoredModel

_log = logging.getLogger(__name__)
Failed = Callable[[str], object]
"""Takes a sentence for the user."""


class ModelImport(QObject):
    """Tries a model and copies it, beside all other work on models: a trial takes long.

    Signals:
        slowed(bool): an import takes longer than one should wait without being told; or no
            longer.
        undone(): what had been imported already when it was cancelled is gone again.
    """

    slowed = Signal(bool)
    undone = Signal()

    def __init__(self, store: ModelStore, parent: QObject) -> None:
        """Import nothing yet."""
        super().__init__(parent)
        self._store = store
        self._background = Background("import of models", self, writes=True)
        self._background.slowness_changed.connect(self.slowed)
        self._job: Job | None = None
        self._imported: list[StoredModel] = []
        """What the newest import has brought; written by its thread."""

    @property
    def is_busy(self) -> bool:
        """Whether a model is being imported, or what was imported of one is being deleted."""
        return self._background.is_busy

    def start(self, path: Path, done: Callable[[StoredModel], object], failed: Failed) -> None:
        """Copy a model file into the library, unless the import is cancelled meanwhile."""
        store = self._store
        imported: list[StoredModel] = []

        def work(job: Job) -> StoredModel:
            should_stop = job.cancelled.is_set
            trial = partial(try_in_process, should_stop=should_stop)
            imported.append(import_model(store, path, trial, should_stop))
            return imported[0]

        def end(model: StoredModel) -> None:
            self._job = None
            done(model)

        def fail(sentence: str) -> None:
            self._job = None
            failed(sentence)

        self._imported = imported
        self._job = self._background.start(work, end, fail)

    def cancel(self) -> bool:
        """Want the model that is being imported no more; return whether there was one.

        Nothing of it stays, even if all of it is there already.
        """
        if self._job is None:
            return False
        self._background.cancel(self._job)
        self._job, imported, store = None, self._imported, self._store

        def undo(_job: Job) -> None:
            for model in imported:  # it was through when the user said so
                store.trash.remove(store.delete(model))

        self._background.start(undo, lambda _: self.undone.emit(), _log.warning)
        return True
