"""Models from and to other folders: a model file is imported as a version, or exported."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from handdigit.budgets import MODEL_FILE
from handdigit.errors import HanddigitError, ModelFileError, os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.atomic import (
    remove_leftovers,
    require_no_link,
    sync_folder,
    temporary_beside,
    write_atomically,
)
from handdigit.storage.files import read_bytes
from handdigit.storage.models.model_file import (
    SUFFIX,
    read_model,
    read_model_info,
    require_sound,
    rounded_to,
    write_model,
)
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.precision import Precision
from handdigit.storage.models.stored_model import StoredModel


def import_model(
    store: ModelStore,
    path: Path,
    trial: Callable[[Path], None] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> StoredModel:
    """Copy a model file in, byte for byte, once the copy is found to be sound.

    What is found sound is what is kept, whatever becomes of ``path`` meanwhile. ``trial``
    computes with it, which takes torch; without one that is left to who loads it.

    Raises:
        ModelFileError: it is no model that can be used.
        HanddigitError: it cannot be written here, or ``should_stop`` said so.
    """

    def go_on() -> None:
        if should_stop():
            raise HanddigitError(sentence("The import of {0} was cancelled.", path))

    read_model_info(path)  # what is none is refused before it is copied
    require_no_link(store.own_folder)
    with _copied(store.own_folder, path) as copy:
        go_on()
        require_sound(read_model(copy))
        go_on()
        if trial is not None:
            trial(copy)
        with (
            store.choosing_name(),
            os_errors_as(sentence("{0} cannot be written", store.own_folder)),
        ):
            go_on()
            name = store.unused_name(path.stem)
            copy.replace(store.path_for(name))
            sync_folder(store.own_folder)
    remove_leftovers(store.own_folder)
    return store.stored(name)


def export_model(
    store: ModelStore,
    model: StoredModel,
    path: Path,
    precision: Precision | None = None,
    *,
    overwrite: bool = True,
) -> Path:
    """Copy a model file out, byte for byte; return where it is.

    With a ``precision`` the copy's weights are rounded to it: see :func:`rounded_to`.

    Raises:
        HanddigitError: it cannot be read, or not be written there, or as
            :func:`write_atomically`.
    """
    target = with_suffix(path)
    if target.resolve().parent in {folder.resolve() for folder in store.folders}:
        raise HanddigitError(sentence("Choose a folder outside the program's own models."))
    if precision is not None:
        rounded = rounded_to(read_model(model.path), precision)
        write_model(target, rounded, overwrite=overwrite)
        return target
    content = read_bytes(model.path, MODEL_FILE, ModelFileError, unpack=False)
    read_model_info(model.path, content)
    write_atomically(target, content, overwrite=overwrite)
    return target


def with_suffix(path: str | Path) -> Path:
    """Return the path of a model file, whose ending may have been left out."""
    path = Path(path)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


@contextlib.contextmanager
def _copied(folder: Path, path: Path) -> Iterator[Path]:
    """Copy a file, under its own name, to where it can be renamed to a version in ``folder``."""
    content = read_bytes(path, MODEL_FILE, ModelFileError, unpack=False)
    with contextlib.ExitStack() as stack:
        with os_errors_as(sentence("{0} cannot be written", folder)):
            folder.mkdir(parents=True, exist_ok=True)
            beside = temporary_beside(folder / path.name, is_folder=True)
            copy = stack.enter_context(beside) / path.name
            with copy.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        del content  # the copy is read from the disk, as any model is
        yield copy
