"""The models at hand: those shipped with the program and the user's, a version each.

A version's weights never change. What can change is what is said about it (its name, its
note) and whether it is there.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from handdigit.errors import HanddigitError, ModelFileError, os_errors_as
from handdigit.sentences import noted, sentence, shown
from handdigit.storage.atomic import locked, require_no_link
from handdigit.storage.files import FileMemory
from handdigit.storage.models.groups import group_of, place_of
from handdigit.storage.models.model_file import (
    SUFFIX,
    ModelFile,
    read_model,
    read_model_info,
    write_model,
)
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.stored_model import Catalogue, StoredModel, UnusableModel
from handdigit.storage.models.trash import DeletedModel, ModelTrash
from handdigit.storage.named_files import NAME_LENGTH, require_name, valid_name
from handdigit.storage.paths import ASSETS, AppPaths

DEFAULT_MODEL = "default"
SHIPPED_MODELS = ASSETS / "models"
LOCK = ".names.lock"
LOCK_PATIENCE_S = 30.0
"""So long another process may take to write a version."""

_log = logging.getLogger(__name__)


class ModelStore:
    """Model files by name: the file's name without its ending."""

    def __init__(self, paths: AppPaths) -> None:
        """Look in the shipped folder first, then in the user's."""
        self.folders = self._shipped, self.own_folder = SHIPPED_MODELS, paths.models
        self.trash = ModelTrash(self.own_folder / ".trash")
        self._infos = FileMemory(read_model_info)
        self._fingerprints = FileMemory(lambda path: read_model(path).fingerprint())

    # --- looking -------------------------------------------------------------------------

    def models(self) -> tuple[StoredModel, ...]:
        """Return every readable model: shipped readers, the user's by name, the ladder."""
        return self.catalogue().models

    def unusable(self) -> tuple[UnusableModel, ...]:
        """Return what lies among the models and cannot be loaded, each with its reason."""
        return self.catalogue().unusable

    def catalogue(self) -> Catalogue:
        """Return both, for whoever needs both: every file is looked at."""
        models: dict[str, StoredModel] = {}
        unusable: list[UnusableModel] = []
        for folder in self.folders:
            for path in _model_files(folder):
                found = self._looked_at(path)
                if path.stem in models:
                    reason = sentence(
                        "A model that came with the program is called {0}, too.", path.stem
                    )
                    found = UnusableModel(path.stem, path, reason)
                if isinstance(found, StoredModel):
                    models[path.stem] = found
                else:
                    _log.warning("left out of the models: %s: %s", shown(str(path)), found.reason)
                    unusable.append(found)
        in_order = sorted(models.values(), key=lambda m: place_of(m.name, m.group))
        return Catalogue(tuple(in_order), tuple(unusable))

    def find(self, name_or_path: str) -> Path:
        """Return the file of a model given by name or by path.

        Raises:
            ModelFileError: there is neither.
        """
        for folder in self.folders:
            path = folder / f"{name_or_path}{SUFFIX}"
            if _is_file(path):
                return path
        if _is_file(Path(name_or_path)):
            return Path(name_or_path)
        known = ", ".join(model.name for model in self.models()) or noted("none")
        raise ModelFileError(
            sentence(
                "There is no model {0!r}; there are {1}, or name a {2} file.",
                name_or_path,
                known,
                SUFFIX,
            )
        )

    def stored(self, name_or_path: str) -> StoredModel:
        """Return a model given by name or by path.

        Raises:
            ModelFileError: there is neither, or it cannot be read.
        """
        return self._stored(self.find(name_or_path))

    def shipped(self, name: str) -> StoredModel:
        """Return a model that came with the program.

        Raises:
            ModelFileError: none of this name did, or it cannot be read.
        """
        path = self.shipped_path(name)
        if not _is_file(path):
            raise ModelFileError(
                sentence(
                    "{0} did not come with this program: train it, or install a version "
                    "that has {1}.",
                    name,
                    path.name,
                )
            )
        return self._stored(path)

    def shipped_path(self, name: str) -> Path:
        """Return where a shipped model of this name lies, or would."""
        return self._shipped / f"{name}{SUFFIX}"

    def is_shipped(self, model: StoredModel | UnusableModel) -> bool:
        """Return whether a model came with the program."""
        return model.path.parent == self._shipped

    def is_own(self, model: StoredModel | UnusableModel) -> bool:
        """Return whether a model lies in the user's folder, as a version."""
        return model.path.parent == self.own_folder

    def fingerprint(self, model: StoredModel) -> str:
        """Return the SHA-256 of a model's weights.

        Raises:
            ModelFileError: it cannot be read.
        """
        return self._fingerprints.read(model.path)

    def unused_name(self, wish: str) -> str:
        """Return ``wish``, made a valid name, with a number behind it if it is taken."""
        taken = {path.stem.casefold() for path in self._files()}
        return free_name(wish, lambda name: name.casefold() in taken)

    def path_for(self, name: str, but: Path | None = None) -> Path:
        """Return the file of a version that is to have this name; ``but`` may have it already.

        Raises:
            HanddigitError: the name is taken or no name.
        """
        require_name(name)
        if self._taken(name, but):
            raise HanddigitError(
                sentence("There is a model {0} already: choose another name.", name)
            )
        return self.own_folder / f"{name}{SUFFIX}"

    # --- changing ------------------------------------------------------------------------

    def choosing_name(self) -> contextlib.AbstractContextManager[None]:
        """Let no other process give one of the user's models a name meanwhile.

        Raises:
            HanddigitError: one has been at it for too long, or the folder cannot be written.
        """
        require_no_link(self.own_folder)
        return locked(
            self.own_folder / LOCK,
            sentence(
                "Another handdigit is writing to {0}: try again when it is done.", self.own_folder
            ),
            timeout_s=LOCK_PATIENCE_S,
        )

    def add(self, model: ModelFile) -> StoredModel:
        """Write a new version under its name; an existing one is never replaced.

        Raises:
            HanddigitError: the name is taken or no name, or the file cannot be written.
        """
        with self.choosing_name():
            write_model(self.path_for(model.info.name), model)
        return self.stored(model.info.name)

    def rename(self, model: StoredModel, name: str) -> StoredModel:
        """Give a version another name.

        Raises:
            HanddigitError: it is shipped, the name is taken or no name, or the disk refuses.
        """
        self._require_own(model, noted("renamed"))
        if name == model.name:
            return model
        with self.choosing_name():
            path = self.path_for(name, but=model.path)
            self._rewrite(model, replace(read_model_info(model.path), name=name))
            # Where upper and lower case are the same, this alone changes the case.
            with os_errors_as(sentence("{0} cannot be renamed", model.name)):
                model.path.rename(path)
        return self.stored(name)

    def annotate(self, model: StoredModel, note: str) -> StoredModel:
        """Change the note of a version.

        Raises:
            HanddigitError: it is shipped, or the disk refuses.
        """
        self._require_own(model, noted("annotated"))
        with self.choosing_name():  # nobody else describes it meanwhile
            self._rewrite(model, replace(read_model_info(model.path), note=note))
        return self.stored(model.name)

    def delete(self, model: StoredModel | UnusableModel) -> DeletedModel:
        """Move a version, or what cannot be one, to the trash, from where it can be restored.

        Raises:
            HanddigitError: it is shipped, or the disk refuses.
        """
        self._require_own(model, noted("deleted"))
        return self.trash.put(model)

    def restore(self, deleted: DeletedModel) -> StoredModel | UnusableModel:
        """Bring back what was deleted, under another name if its own is taken by now.

        Raises:
            HanddigitError: it is no longer in the trash, or the disk refuses.
        """
        with (
            self.choosing_name(),
            os_errors_as(sentence("{0} cannot be brought back", deleted.name)),
        ):
            name = self.unused_name(deleted.name)
            path = self.own_folder / f"{name}{SUFFIX}"
            deleted.trash.rename(path)
        return self._looked_at(path)

    # --- parts ---------------------------------------------------------------------------

    def _stored(self, path: Path) -> StoredModel:
        group = group_of(path.stem, is_shipped=path.parent == self._shipped)
        info = self._infos.read(path)
        with os_errors_as(sentence("{0} cannot be read", path), ModelFileError):
            return StoredModel(path.stem, path, info, group, path.stat().st_size)

    def _looked_at(self, path: Path) -> StoredModel | UnusableModel:
        try:
            return self._stored(path)
        except ModelFileError as error:
            return UnusableModel(path.stem, path, error.sentence)

    def _rewrite(self, model: StoredModel, info: ModelInfo) -> None:
        """Write the same weights under another description."""
        before = read_model(model.path)
        write_model(model.path, ModelFile(info, before.weights))
        if read_model(model.path).fingerprint() != before.fingerprint():
            write_model(model.path, before)
            raise HanddigitError(
                sentence("{0} could not be written: the disk may be failing.", model.name)
            )

    def _require_own(self, model: StoredModel | UnusableModel, what: str) -> None:
        if self.is_shipped(model):
            raise HanddigitError(
                sentence(
                    "{0} came with the program and cannot be {1}; import a copy of it to "
                    "change that.",
                    model.name,
                    what,
                )
            )
        if not self.is_own(model):
            raise HanddigitError(
                sentence("{0} lies outside the program's models: import it first.", model.name)
            )

    def _taken(self, name: str, but: Path | None = None) -> bool:
        """Return whether a version has this name, in whatever case: some disks ignore it."""
        wanted = name.casefold()
        return any(
            path.stem.casefold() == wanted and not (but and path.samefile(but))
            for path in self._files()
        )

    def _files(self) -> Iterator[Path]:
        for folder in self.folders:
            yield from folder.glob(f"*{SUFFIX}")


def free_name(wish: str, is_taken: Callable[[str], bool]) -> str:
    """Return ``wish``, made a valid name, with a number behind it if it is taken."""
    kept = valid_name(wish, "model", NAME_LENGTH - 5)
    numbered = (f"{kept}-{number}" for number in itertools.count(2))
    return next(name for name in itertools.chain((kept,), numbered) if not is_taken(name))


def now() -> str:
    """Return the time as model files have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _model_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.name[0] != ".")
    except OSError as error:  # a network folder that does not answer
        _log.warning("%s cannot be read: %s", folder, error)
        return []


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no name that the file system takes, or a folder that it keeps closed
        return False
