"""Which model answers after training, whoever trained it: the one place that decides.

====================================== =============== ==================================
what was trained                       becomes         answers
====================================== =============== ==================================
a run, finished or stopped             a version       the one before, until the user wants it
a run that failed or was left          nothing         the one before
a lesson that is used                  a version       at once
a lesson that is kept                  a version       the one before
a lesson that is discarded             nothing         the one before
a checkpoint that is kept              a version       the one before
====================================== =============== ==================================

Nothing takes over by itself: whether what was trained is better than the model before is for the
user to judge, who has both on a receipt. A version that nobody decides about stays in the library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.models.model_import import Failed
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.training.training import TrainingSession
from handdigit.storage.models.model_file import ModelFile, read_model
from handdigit.storage.models.stored_model import StoredModel

if TYPE_CHECKING:
    from handdigit.engine.trainer.messages import RunFinished


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that became a version, while nothing is decided about it."""

    made: StoredModel
    before: StoredModel
    """The one that answered when the run began."""
    finished: RunFinished


class ActivationPolicy(QObject):
    """Makes versions of what was trained, and lets those answer that shall.

    Signals:
        run_kept(KeptRun): a run became a version.
        run_lost(Path): a run became this file, which cannot be read.
    """

    run_kept = Signal(object)
    run_lost = Signal(object)

    def __init__(
        self, training: TrainingSession, library: ModelLibrary, parent: QObject | None = None
    ) -> None:
        """Follow the runs of ``training``."""
        super().__init__(parent)
        self._library = library
        self._training = training
        self._undecided: KeptRun | None = None
        training.run_finished.connect(self._follow_run)
        training.run_started.connect(self.settle)

    @property
    def undecided(self) -> KeptRun | None:
        """The newest run's version while the user has not said what to do with it."""
        return self._undecided

    @Slot()
    def settle(self) -> None:
        """The user has decided, or trains again."""
        self._undecided = None

    def go_back(self) -> None:
        """Let the model answer that did before.

        Raises:
            HanddigitError: there is none.
        """
        self._library.roll_back()

    def keep_lesson(
        self,
        taught: ModelFile,
        name: str,
        done: Callable[[StoredModel], object],
        failed: Failed,
        *,
        answers: bool,
    ) -> None:
        """Make a taught model a version with a name like ``name``; it ``answers`` from now on."""

        def end(stored: StoredModel) -> None:
            if answers:
                self._library.activate(stored)
            done(stored)

        self._library.add_as(lambda: taught, name, end, failed)

    def keep_checkpoint(
        self, file: Path, name: str, done: Callable[[StoredModel], object], failed: Failed
    ) -> None:
        """Make a checkpoint a version with a name like ``name``; what answers stays."""
        self._library.add_as(partial(read_model, file), name, done, failed)

    @Slot(object)
    def _follow_run(self, finished: RunFinished) -> None:
        self._library.refresh(partial(self._tell, finished, self._training.before))

    def _tell(self, finished: RunFinished, before: StoredModel | None) -> None:
        made = self._library.model_at(finished.model)
        if made is None:
            self.run_lost.emit(finished.model)
            return
        self._undecided = KeptRun(made, before or self._library.active, finished)
        self.run_kept.emit(self._undecided)
