"""The versions at hand as the window's state: which there are, which one answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from handdigit.engine.trial import try_in_process
from handdigit.errors import HanddigitError, ModelFileError
from handdigit.gui.state.active_model import read_trail, write_trail
from handdigit.gui.state.session import Session
from handdigit.network.recognition import Rule
from handdigit.storage.models.groups import Group
from handdigit.storage.models.model_file import ModelFile, make_ensemble, read_model
from handdigit.storage.models.model_store import (
    DEFAULT_MODEL,
    DeletedModel,
    ModelStore,
    StoredModel,
    now,
)


class ModelLibrary(QObject):
    """Activates, rolls back, and changes what can be changed about a version.

    What cannot be done raises a :class:`HanddigitError` with the sentence for the user.

    Signals:
        models_changed(): there are other models, or they are called otherwise.
        active_changed(): another model answers; there may be one to roll back to.
    """

    models_changed = Signal()
    active_changed = Signal()

    def __init__(
        self,
        session: Session,
        store: ModelStore,
        settings: QSettings,
        notice: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Look which models ``store`` has; ``notice`` is about how it started."""
        super().__init__(parent)
        self._session = session
        self._store = store
        self._settings = settings
        self.notice = notice
        self._models: tuple[StoredModel, ...] = ()
        self._deleted: list[DeletedModel] = []
        self._is_loaded = False
        self._returning = False
        self._trail = read_trail(settings)
        started = self._key(session.model)
        if self._trail[-1:] != (started,):
            self._trail = (*self._trail, started)  # written once the user chooses another
        session.model_changed.connect(self._adopt)
        session.model_refused.connect(self._fall_back)
        store.empty_old_trash()
        self.refresh()

    # --- looking -------------------------------------------------------------------------

    @property
    def models(self) -> tuple[StoredModel, ...]:
        """Every version, as the store orders them: the default first, the ladder last."""
        return self._models

    @property
    def active(self) -> StoredModel:
        """The model that answers."""
        return self._session.model

    @property
    def previous(self) -> StoredModel | None:
        """The model that was active before and is still there."""
        for name in reversed(self._trail[:-1]):
            try:
                model = self._store.stored(name)
            except ModelFileError:
                continue
            if model.path != self.active.path:
                return model
        return None

    @property
    def last_deleted(self) -> str:
        """Name of the version that :meth:`restore` brings back; empty if there is none."""
        return self._deleted[-1].name if self._deleted else ""

    def is_shipped(self, model: StoredModel) -> bool:
        """Return whether a model came with the program."""
        return self._store.is_shipped(model)

    def is_own(self, model: StoredModel) -> bool:
        """Return whether a model can be renamed, annotated and deleted."""
        return self._store.is_own(model)

    def is_active(self, model: StoredModel) -> bool:
        """Return whether a model is the one that answers."""
        return model.path == self.active.path

    def parent_of(self, model: StoredModel) -> str:
        """Return the name of the model that training began with; empty if from scratch."""
        parent = model.info.parent or model.info.recipe.get("start") or {}
        weights, name = parent.get("weights"), str(parent.get("name", ""))
        for other in self._models:
            try:
                same_network = other.info.architecture == model.info.architecture
                if weights and same_network and self._store.fingerprint(other) == weights:
                    return other.name
            except ModelFileError:
                continue
        if name or not weights:
            return name
        return self.tr("a model that is not here")

    def model_at(self, path: Path) -> StoredModel | None:
        """Return the version whose file this is, None if there is none."""
        return next((model for model in self._models if model.path == path), None)

    def unused_name(self, suggestion: str) -> str:
        """Return a name like ``suggestion`` that no version has."""
        return self._store.unused_name(suggestion)

    # --- which one answers ---------------------------------------------------------------

    def activate(self, model: StoredModel) -> None:
        """Let a model answer from now on, also after the next start."""
        self._returning = False
        self._session.use_model(model)

    def roll_back(self) -> None:
        """Let the model answer that was active before."""
        previous = self.previous
        if previous is None:
            raise HanddigitError(self.tr("No other model was active before this one."))
        self._returning = True
        self._session.use_model(previous)

    # --- changing ------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Look for versions that came or went: a training run has ended."""
        found = self._store.models()
        if found != self._models:
            self._models = found
            self.models_changed.emit()

    def rename(self, model: StoredModel, name: str) -> StoredModel:
        """Give a version another name; the active one stays active."""
        renamed = self._store.rename(model, name)
        before, after = self._key(model), self._key(renamed)
        trail = tuple(after if key == before else key for key in self._trail)
        if trail != self._trail:
            self._trail = trail
            write_trail(self._settings, trail)
        self._follow(model, renamed)
        self.refresh()
        return renamed

    def annotate(self, model: StoredModel, note: str) -> StoredModel:
        """Write something about a version."""
        annotated = self._store.annotate(model, note)
        self.refresh()
        return annotated

    def delete(self, model: StoredModel) -> None:
        """Delete a version; until the window closes it can be brought back."""
        if self.is_active(model):
            raise HanddigitError(
                self.tr("{0} is the model that answers: activate another one first.").format(
                    model.name
                )
            )
        self._deleted.append(self._store.delete(model))
        self.refresh()

    def restore(self) -> StoredModel:
        """Bring the version back that was deleted last."""
        if not self._deleted:
            raise HanddigitError(self.tr("No model was deleted since the window opened."))
        restored = self._store.restore(self._deleted[-1])
        self._deleted.pop()
        self.refresh()
        return restored

    def import_model(self, path: Path) -> StoredModel:
        """Copy a model file into the library."""
        imported = self._store.import_model(path, try_in_process)
        self.refresh()
        return imported

    def export_model(self, model: StoredModel, path: Path) -> Path:
        """Copy a version out of the library; return where it is."""
        return self._store.export_model(model, path)

    def add(self, model: ModelFile) -> StoredModel:
        """Make a model a version under its name."""
        stored = self._store.add(model)
        self.refresh()
        return stored

    def add_as(self, model: ModelFile, suggestion: str) -> StoredModel:
        """Make a model a version under a name like ``suggestion`` that no version has."""
        return self.add(replace(model, info=replace(model.info, name=self.unused_name(suggestion))))

    def make_ensemble(self, name: str, models: Sequence[StoredModel], rule: Rule) -> StoredModel:
        """Make a version in which several vote."""
        members = [read_model(model.path) for model in models]
        return self.add(make_ensemble(name, members, rule, now()))

    def close(self) -> None:
        """Delete for good what was deleted."""
        while self._deleted:
            self._store.forget(self._deleted.pop())

    # --- following -----------------------------------------------------------------------

    def _key(self, model: StoredModel) -> str:
        """Return what a model is remembered by."""
        known = self._store.is_shipped(model) or self._store.is_own(model)
        return model.name if known else str(model.path.absolute())

    def _follow(self, model: StoredModel, renamed: StoredModel) -> None:
        if self.is_active(model):
            self._session.use_model(renamed.inspecting(self.active.info.inspected))

    @Slot(object)
    def _adopt(self, model: StoredModel) -> None:
        self._is_loaded = True
        key = self._key(model)
        if self._trail[-1:] != (key,):
            if self._returning and key in self._trail:
                last = len(self._trail) - 1 - self._trail[::-1].index(key)
                self._trail = self._trail[: last + 1]
            else:
                self._trail = (*self._trail, key)
            write_trail(self._settings, self._trail)
        self._returning = False
        self.active_changed.emit()

    @Slot(str)
    def _fall_back(self, _reason: str) -> None:
        """Do not leave the window without a model because the remembered one is broken."""
        self._returning = False
        if not self._is_loaded and self._session.model.name != DEFAULT_MODEL:
            self._session.use_model(self._store.stored(DEFAULT_MODEL))


LIMIT = 4


def first_compared(
    models: Sequence[StoredModel], first: Sequence[StoredModel]
) -> tuple[StoredModel, ...]:
    """Return up to four: those in ``first``, then the user's, or where there are none the ladder.

    Args:
        models: all there are, in the order in which they are preferred.
        first: the one that answers, and any that belongs beside it.
    """
    own = [model for model in models if model.group is Group.OWN]
    others = own or [model for model in models if model.group is Group.LADDER]
    different = {model.path: model for model in (*first, *others)}
    return tuple(different.values())[:LIMIT]
