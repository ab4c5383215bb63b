"""The versions at hand as the window's state: which there are, which one answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from handdigit.errors import HanddigitError, ModelFileError
from handdigit.gui.state.background import Background, Job, ignore
from handdigit.gui.state.models.active_model import ModelTrail, replaced
from handdigit.gui.state.models.model_import import Failed, ModelImport
from handdigit.gui.state.models.model_parents import ParentSearch
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.state.settings import Settings
from handdigit.gui.translation import explained
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.import_export import export_model
from handdigit.storage.models.model_file import ModelFile, make_ensemble, read_model
from handdigit.storage.models.model_store import ModelStore, free_name, now
from handdigit.storage.models.stored_model import Catalogue, StoredModel, UnusableModel
from handdigit.storage.models.trash import DeletedModel

LOOK_MS = 150
"""After the start of the window models are looked for."""
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Found:
    """What one look at the folders gave."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    remembered: Mapping[str, StoredModel] = field(default_factory=dict)
    """Those of the models that were active before which are still there, by their keys."""


class ModelLibrary(QObject):
    """Activates, rolls back, and changes what can be changed about a version.

    Files are read and written in a thread, in the order of the calls. Whoever asks for a change
    names what is to be done with its result, and with the sentence where there is none; by then
    :attr:`models` are those there are after it.

    Signals:
        models_changed(): there are other models, or they are called otherwise.
        active_changed(): another model answers; there may be one to roll back to.
        noticed(): there is a :attr:`notice`: another model answers instead of one that is gone.
    """

    models_changed = Signal()
    active_changed = Signal()
    noticed = Signal()

    def __init__(
        self,
        session: Session,
        store: ModelStore,
        settings: Settings,
        notice: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Look soon which models ``store`` has; ``notice`` is about what answers."""
        super().__init__(parent)
        self._session = session
        self._store = store
        self.notice = notice
        self._background = Background("models", self, writes=True)
        self.importing = ModelImport(store, self)
        self.importing.undone.connect(self.refresh)
        self.parents = ParentSearch(store, self)
        self._found = _Found()
        self._deleted: list[DeletedModel] = []
        self._is_loaded = False
        self._refused: set[Path] = set()
        self._returning = False
        self._lent: Path | None = None
        """The model that answers only for now."""
        self._trail = ModelTrail(settings, self._key(session.model))
        session.model_changed.connect(self._adopt)
        session.model_refused.connect(self._fall_back)
        session.engine_state_changed.connect(self._follow_engine)
        # Files are read in a thread, but by Python, which the window needs until it is painted.
        self._patience = QTimer(self, interval=LOOK_MS, singleShot=True)
        self._patience.timeout.connect(self._begin)
        self._patience.start()

    @Slot()
    def _begin(self) -> None:
        self.refresh()
        self._background.start(lambda _job: self._store.trash.remove_old(), ignore, ignore)

    # --- looking -------------------------------------------------------------------------

    @property
    def models(self) -> tuple[StoredModel, ...]:
        """Every version, as the store orders them: the default first, the ladder last.

        None before the folders have been looked at for the first time.
        """
        return self._found.catalogue.models

    @property
    def unusable(self) -> tuple[UnusableModel, ...]:
        """What lies among them and cannot be loaded."""
        return self._found.catalogue.unusable

    @property
    def is_busy(self) -> bool:
        """Whether files are being read or written, or are to be."""
        is_waiting = self._patience.isActive()
        return is_waiting or self._background.is_busy or self.importing.is_busy

    @property
    def active(self) -> StoredModel:
        """The model that answers."""
        return self._session.model

    @property
    def previous(self) -> StoredModel | None:
        """The model that was active before and is still there."""
        for key in reversed(self._trail.keys):
            model = self._found.remembered.get(key)
            if model is not None and model.path != self.active.path:
                return model
        return None

    @property
    def last_deleted(self) -> str:
        """Name of the version that :meth:`restore` brings back; empty if there is none."""
        return self._deleted[-1].name if self._deleted else ""

    def is_shipped(self, model: StoredModel | UnusableModel) -> bool:
        """Return whether a model came with the program."""
        return self._store.is_shipped(model)

    def is_own(self, model: StoredModel | UnusableModel) -> bool:
        """Return whether a model can be renamed, annotated and deleted."""
        return self._store.is_own(model)

    def is_active(self, model: StoredModel | UnusableModel) -> bool:
        """Return whether a model is the one that answers."""
        return model.path == self.active.path

    def model_at(self, path: Path) -> StoredModel | None:
        """Return the version whose file this is, None if there is none."""
        return next((model for model in self.models if model.path == path), None)

    def unused_name(self, suggestion: str) -> str:
        """Return a name like ``suggestion`` that no version has."""
        found = [model.name for model in self.models]
        taken = {name.casefold() for name in (*found, *(one.name for one in self.unusable))}
        return free_name(suggestion, lambda name: name.casefold() in taken)

    # --- which one answers ---------------------------------------------------------------

    def activate(self, model: StoredModel) -> None:
        """Let a model answer from now on, also after the next start."""
        self._returning, self._lent = False, None
        self._session.use_model(model)

    def lend(self, model: StoredModel) -> None:
        """Let a model answer for now: what answers after the next start stays what it is."""
        self._lent = model.path
        self._session.use_model(model)

    def use_file(self, path: Path, failed: Failed) -> None:
        """Let the model in a file anywhere answer from now on."""
        self._background.start(lambda _job: StoredModel.at(path), self.activate, failed)

    def roll_back(self) -> None:
        """Let the model answer that was active before."""
        previous = self.previous
        if previous is None:
            raise HanddigitError(self.tr("No other model was active before this one."))
        self._returning, self._lent = True, None
        self._session.use_model(previous)

    # --- changing ------------------------------------------------------------------------

    @Slot()
    def refresh(self, done: Callable[[], object] = lambda: None) -> None:
        """Look for versions that came or went: a training run has ended."""
        self._change(lambda: None, lambda _: done(), ignore)

    def rename(
        self, model: StoredModel, name: str, done: Callable[[StoredModel], object], failed: Failed
    ) -> None:
        """Give a version another name; the active one stays active."""

        def follow(renamed: StoredModel) -> None:
            if self._trail.rename(self._key(model), self._key(renamed)):
                self._write_trail()
            if self.is_active(model):
                self._session.use_model(renamed.inspecting(self.active.info.inspected))
            done(renamed)

        self._change(lambda: self._store.rename(model, name), follow, failed)

    def annotate(self, model: StoredModel, note: str, failed: Failed) -> None:
        """Write something about a version."""
        self._change(lambda: self._store.annotate(model, note), ignore, failed)

    def delete(
        self, model: StoredModel | UnusableModel, done: Callable[[], object], failed: Failed
    ) -> None:
        """Delete a version or what cannot be one; until the window closes it can be restored."""
        if self.is_active(model) and isinstance(model, StoredModel):
            failed(
                self.tr("{0} is the model that answers: activate another one first.").format(
                    model.name
                )
            )
            return

        def keep(deleted: DeletedModel) -> None:
            self._deleted.append(deleted)
            done()

        self._change(lambda: self._store.delete(model), keep, failed)

    def restore(
        self, done: Callable[[StoredModel | UnusableModel], object], failed: Failed
    ) -> None:
        """Bring back what was deleted last."""
        if not self._deleted:
            failed(self.tr("No model was deleted since the window opened."))
            return
        last = self._deleted[-1]

        def forget(restored: StoredModel | UnusableModel) -> None:
            self._deleted.remove(last)
            done(restored)

        self._change(lambda: self._store.restore(last), forget, failed)

    def import_model(
        self, path: Path, done: Callable[[StoredModel], object], failed: Failed
    ) -> None:
        """Copy a model file into the library, unless :attr:`importing` is cancelled meanwhile."""
        self.importing.start(path, lambda model: self.refresh(lambda: done(model)), failed)

    def export_model(
        self, model: StoredModel, path: Path, done: Callable[[Path], object], failed: Failed
    ) -> None:
        """Copy a version out of the library; ``done`` takes where it is."""
        self._change(lambda: export_model(self._store, model, path), done, failed)

    def add_as(
        self,
        load: Callable[[], ModelFile],
        suggestion: str,
        done: Callable[[StoredModel], object],
        failed: Failed,
    ) -> None:
        """Make what ``load`` returns a version under a name like ``suggestion``."""

        def add() -> StoredModel:
            model, name = load(), self._store.unused_name(suggestion)
            return self._store.add(replace(model, info=replace(model.info, name=name)))

        self._change(add, done, failed)

    def make_ensemble(
        self,
        name: str,
        models: Sequence[StoredModel],
        rule: VotingRule,
        done: Callable[[StoredModel], object],
        failed: Failed,
    ) -> None:
        """Make a version in which several vote."""

        def make() -> StoredModel:
            members = [read_model(model.path) for model in models]
            return self._store.add(make_ensemble(name, members, rule, now()))

        self._change(make, done, failed)

    def close(self) -> None:
        """Delete for good what was deleted, remember what answered; nobody waits for it here.

        A model that is being imported is one at the next start.
        """
        self._patience.stop()
        self.parents.cancel()
        self._background.start(lambda _job: self._leave(), ignore, _log.warning)

    def _leave(self) -> None:
        for deleted in self._deleted:
            self._store.trash.remove(deleted)
        self._trail.write_if_gone()

    def _change(
        self, work: Callable[[], Result], done: Callable[[Result], object], failed: Failed
    ) -> None:
        """Do something with files, then look what there is."""
        trail = self._trail.keys

        def work_and_look(_job: Job) -> tuple[Result | HanddigitError, _Found]:
            try:
                result: Result | HanddigitError = work()
            except HanddigitError as error:  # a folder that has gone: the list shows it, too
                result = error
            return result, self._look(trail)

        def end(outcome: tuple[Result | HanddigitError, _Found]) -> None:
            result, found = outcome
            before, self._found = self._found, found
            if found.catalogue != before.catalogue:
                self.models_changed.emit()
            if isinstance(result, HanddigitError):
                failed(explained(result))
            else:
                done(result)

        self._background.start(work_and_look, end, failed)

    def _look(self, trail: Sequence[str]) -> _Found:
        catalogue = self._store.catalogue()
        remembered = {model.name: model for model in catalogue.models}
        for key in set(trail) - remembered.keys():
            try:
                remembered[key] = self._store.stored(key)
            except ModelFileError:  # it is gone
                continue
        return _Found(catalogue, remembered)

    def _write_trail(self) -> None:
        self._background.start(lambda _job: self._trail.write(), ignore, _log.warning)

    # --- following -----------------------------------------------------------------------

    def _key(self, model: StoredModel) -> str:
        """Return what a model is remembered by."""
        known = self._store.is_shipped(model) or self._store.is_own(model)
        return model.name if known else str(model.path.absolute())

    @Slot(object)
    def _adopt(self, model: StoredModel) -> None:
        self._is_loaded = True
        self._refused.discard(model.path)
        key = self._key(model)
        remembered = {**self._found.remembered, key: model}
        self._found = replace(self._found, remembered=remembered)
        if model.path != self._lent and self._trail.add(key, returns=self._returning):
            self._write_trail()
        self._returning = False
        self.active_changed.emit()

    @Slot(object)
    def _follow_engine(self, state: EngineState) -> None:
        """An engine that is started anew has no model yet."""
        self._is_loaded &= state is EngineState.READY

    @Slot(object, str)
    def _fall_back(self, path: Path, _reason: str) -> None:
        """Do not leave the window without a model because its file is gone or broken."""
        self._returning = False
        if not self._is_loaded:
            self._refused.add(path)
            self.refresh(self._use_another)

    def _use_another(self) -> None:
        """Let the first model answer that was not refused; the one before goes first."""
        gone = self.active
        left = [model for model in (gone, *self.models) if model.path not in self._refused]
        if not left or self._is_loaded:
            return
        self._session.use_model(left[0])
        if left[0] is not gone:
            self.notice = replaced(gone.name, left[0].name)
            self.noticed.emit()
