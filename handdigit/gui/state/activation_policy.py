"""Which model answers after training, whoever trained it: the one place that decides.

====================================== =============== ==================================
what was trained                       becomes         answers
====================================== =============== ==================================
a run, finished or stopped early       a version       at once; the one before is offered
a run that failed or was left          nothing         the one before
a lesson that is kept                  a version       at once
a lesson that is discarded             nothing         the one before
a checkpoint that is kept              a version       the one before
====================================== =============== ==================================

Whether a run's model is better than the one before is for the user to judge, who goes back with
one press; the program does not choose.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.model_library import Failed, ModelLibrary
from handdigit.gui.state.training import TrainingSession
from handdigit.storage.models.model_file import ModelFile, read_model
from handdigit.storage.models.model_store import StoredModel

if TYPE_CHECKING:
    from handdigit.engine.trainer.messages import RunFinished


class ActivationPolicy(QObject):
    """Makes versions of what was trained, and lets those answer that shall.

    Signals:
        run_activated(StoredModel, StoredModel, bool): a run became this version, which answers
            from now on; the one that answered before; whether the run was stopped early.
        run_lost(Path): a run became this file, which cannot be read: the one before answers.
    """

    run_activated = Signal(object, object, bool)
    run_lost = Signal(object)

    def __init__(
        self, training: TrainingSession, library: ModelLibrary, parent: QObject | None = None
    ) -> None:
        """Follow the runs of ``training``."""
        super().__init__(parent)
        self._library = library
        training.run_finished.connect(self._follow_run)

    def keep_lesson(
        self,
        taught: ModelFile,
        name: str,
        done: Callable[[StoredModel], object],
        failed: Failed,
    ) -> None:
        """Make a taught model a version with a name like ``name``, which answers from now on."""

        def activate(stored: StoredModel) -> None:
            self._library.activate(stored)
            done(stored)

        self._library.add_as(lambda: taught, name, activate, failed)

    def keep_checkpoint(
        self, file: Path, name: str, done: Callable[[StoredModel], object], failed: Failed
    ) -> None:
        """Make a checkpoint a version with a name like ``name``; what answers stays."""
        self._library.add_as(partial(read_model, file), name, done, failed)

    @Slot(object)
    def _follow_run(self, finished: RunFinished) -> None:
        self._library.refresh(partial(self._let_answer, finished))

    def _let_answer(self, finished: RunFinished) -> None:
        made, before = self._library.model_at(finished.model), self._library.active
        if made is None:
            self.run_lost.emit(finished.model)
            return
        self._library.activate(made)
        self.run_activated.emit(made, before, finished.stopped_early)
