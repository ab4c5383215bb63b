"""Training runs on disk: a folder each, so that none is lost when a process or the power goes.

A run's folder holds ``run.json`` (the run spec), ``state.safetensors`` (the newest
checkpoint; ``state.previous.safetensors`` is the one before), ``epoch-NNN.safetensors``
(ordinary model files, one for every epoch), ``result.json`` (the model it became) and ``lock``.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from handdigit.budgets import TEXT_FILE
from handdigit.errors import HanddigitError, ModelFileError, decoding, os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.atomic import (
    FileIdentity,
    LockedError,
    TakenError,
    locked,
    remove_leftovers,
    require_no_link,
    write_atomically,
)
from handdigit.storage.files import read_text
from handdigit.storage.models.model_file import SUFFIX, ModelFile, read_model, write_model
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.parsing import parse_json
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_spec import (
    FORMAT,
    Run,
    RunSpec,
    RunStatus,
    require_text,
    run_from_json,
    run_spec_to_json,
)
from handdigit.storage.runs.run_state import (
    RunError,
    RunProgress,
    RunState,
    read_progress,
    read_state,
    remove_state,
    write_state,
)

__all__ = ["Run", "RunError", "RunProgress", "RunSpec", "RunState", "RunStatus", "RunStore"]

ORDER = "run.json"
RESULT = "result.json"
LOCK = "lock"
SNAPSHOT = "epoch-{:03d}" + SUFFIX
LOCK_PATIENCE_S = 2.0
"""A process that only looks whether a run is free holds its lock for a moment, too."""
_log = logging.getLogger(__name__)


class RunStore:
    """The training runs in a folder."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``; it is made when the first run is."""
        self._folder = folder

    # --- runs ----------------------------------------------------------------------------

    def create(self, spec: RunSpec) -> Run:
        """Store a new run.

        Raises:
            HanddigitError: the folder or the disk does not take it, or it could not be read back.
        """
        require_no_link(self._folder)
        created = datetime.now(UTC)
        stem = f"{created:%Y%m%d-%H%M%S}-{_slug(spec.name)}"
        folder = self._make_folder(stem)
        try:
            _write_spec(folder, spec, created.isoformat(timespec="milliseconds"))
            return self.find(folder.name)
        except HanddigitError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def find(self, run_id: str) -> Run:
        """Return the run of this name.

        Raises:
            RunError: there is none, it is damaged, or from a newer version.
        """
        folder = self._folder / run_id
        if not os.path.lexists(folder / ORDER):
            raise RunError(sentence("There is no training run {0} any more.", run_id))
        damaged = sentence(
            "The run {0} is damaged: its run spec cannot be read; start it anew.", run_id
        )
        with decoding(damaged, RunError):
            value = parse_json(read_text(folder / ORDER))
            return run_from_json(folder, value, self._result(folder))

    def runs(self) -> tuple[Run, ...]:
        """Return every readable run, the newest first."""
        return self.catalogue()[0]

    def catalogue(self) -> tuple[tuple[Run, ...], tuple[str, ...]]:
        """Return every readable run, the newest first, and a sentence for each that is not."""
        found, left_out = [], []
        for folder in self._folders():
            try:
                found.append(self.find(folder.name))
            except HanddigitError as error:
                _log.warning("left out of the runs: %s", error)
                left_out.append(error.sentence)
        found.sort(key=lambda run: (run.created, run.id), reverse=True)
        return tuple(found), tuple(left_out)

    def unfinished(self) -> tuple[Run, ...]:
        """Return the runs that wait to be gone on with, the newest first.

        Those that some process is training now are not among them.
        """
        return tuple(
            run
            for run in self.runs()
            if run.status is RunStatus.UNFINISHED and not self.is_locked(run)
        )

    def unfinished_for(self, out: Path) -> Run | None:
        """Return the newest interrupted run that was to write this file, however it is named."""
        wanted = _resolved(out)
        for run in self.unfinished():
            if run.spec.out is not None and _resolved(run.spec.out) == wanted:
                return run
        return None

    def delete(self, run: Run) -> None:
        """Remove a run and its checkpoints; the model that it became stays.

        Raises:
            HanddigitError: some process is training it, or the folder cannot be removed.
        """
        with os_errors_as(sentence("{0} cannot be removed", run.folder), RunError):
            with self.locked(run):
                (run.folder / ORDER).unlink(missing_ok=True)  # from here on there is no such run
            shutil.rmtree(run.folder)

    # --- whose run it is -----------------------------------------------------------------

    @contextlib.contextmanager
    def locked(self, run: Run) -> Iterator[None]:
        """Keep every other process from training this run.

        Raises:
            HanddigitError: one is training it, or the folder cannot be written to.
        """
        busy = sentence(
            "This run is being trained by another window or command: wait for it or stop it there."
        )
        self._require_no_links(run)
        with locked(run.folder / LOCK, busy, timeout_s=LOCK_PATIENCE_S):
            remove_leftovers(run.folder)
            yield

    def is_locked(self, run: Run) -> bool:
        """Return whether some process is training this run."""
        try:
            self._require_no_links(run)
            with locked(run.folder / LOCK, "", timeout_s=0):
                return False
        except LockedError:
            return True
        except HanddigitError:  # read-only, or a link: nobody can train it
            return False

    def _require_no_links(self, run: Run) -> None:
        for folder in (self._folder, run.folder):
            require_no_link(folder)

    # --- checkpoints ---------------------------------------------------------------------

    def write_state(self, run: Run, state: RunState) -> None:
        """Make this the newest checkpoint, in a new folder where the run's has been removed.

        Raises:
            HanddigitError: the folder or the disk does not take it; the one before is intact.
        """
        if not (run.folder / ORDER).exists():
            _log.warning("%s was gone: the run is stored there again", run.folder)
            _write_spec(run.folder, run.spec, run.created)
        write_state(run.folder, state)

    def read_state(self, run: Run) -> RunState | None:
        """Return the newest checkpoint that is whole; None if there was none yet.

        Raises:
            RunError: there are checkpoints, but none can be used.
        """
        return read_state(run.folder)

    def progress(self, run: Run) -> RunProgress | None:
        """Return how far the newest checkpoint is; None if there was none yet.

        Raises:
            RunError: there are checkpoints, but none can be used.
        """
        return read_progress(run.folder)

    def write_snapshot(self, run: Run, epoch: int, model: ModelFile) -> None:
        """Keep the model as it is after an epoch (0: before the first).

        Raises:
            HanddigitError: the folder or the disk does not take it.
        """
        write_model(self.snapshot(run, epoch), model)

    def snapshot(self, run: Run, epoch: int) -> Path:
        """Return where the model file of an epoch is or will be."""
        return run.folder / SNAPSHOT.format(epoch)

    def snapshots(self, run: Run) -> tuple[Path, ...]:
        """Return the model files of the epochs, the first one first."""
        return tuple(sorted(run.folder.glob(f"epoch-*{SUFFIX}")))

    # --- the end -------------------------------------------------------------------------

    def write_result(self, run: Run, model: ModelFile, paths: AppPaths) -> Path:
        """Write the model that the run became, mark the run finished, return the model's file.

        It goes where the run spec says, else among the user's models under a free name.
        Interrupted and done again, it is the same file. It replaces no other one but that which
        the run spec names.

        Raises:
            TakenError: another file is where the run spec says; the run is finished, and its
                model is kept beside that file.
            HanddigitError: a folder or the disk does not take it; the run stays unfinished.
        """
        store = ModelStore(paths)
        with store.choosing_name():
            begun = self._begun_result(run, model)
            free = paths.models / f"{store.unused_name(run.spec.name)}{SUFFIX}"
            path = begun or run.spec.out or free
            self._write_result(run, path, finished=False)
            replaces = run.spec.replaces
            overwrite = path == begun or (
                replaces is not None and FileIdentity.of(path) == replaces
            )
            named = replace(model, info=replace(model.info, name=path.stem))
            try:
                write_model(path, named, overwrite=overwrite)
            except TakenError as taken:
                self._finish(run, taken.kept)
                raise
        self._finish(run, path)
        return path

    def _finish(self, run: Run, path: Path) -> None:
        self._write_result(run, path, finished=True)
        remove_state(run.folder)

    def _begun_result(self, run: Run, model: ModelFile) -> Path | None:
        """Return where this model was written, if that was interrupted before all was done."""
        value = self._result(run.folder)
        if value is None:
            return None
        path = Path(value["model"])
        with contextlib.suppress(ModelFileError):  # there is none, or another's
            if read_model(path).fingerprint() == model.fingerprint():
                return path
        return None

    def _write_result(self, run: Run, path: Path, *, finished: bool) -> None:
        value = {"format": FORMAT, "model": str(path), "finished": finished}
        write_atomically(run.folder / RESULT, json.dumps(value).encode(), budget=TEXT_FILE)

    # --- the rest ------------------------------------------------------------------------

    def _make_folder(self, stem: str) -> Path:
        number = 1
        while True:
            folder = self._folder / (stem if number == 1 else f"{stem}-{number}")
            try:
                folder.mkdir(parents=True)
            except FileExistsError:
                if not self._folder.is_dir():
                    raise RunError(
                        sentence("{0} is no folder: move it away.", self._folder)
                    ) from None
                number += 1
            except OSError as error:
                raise RunError(
                    sentence("{0} cannot be made: {1}.", folder, error.strerror or str(error))
                ) from None
            else:
                return folder

    def _folders(self) -> Iterator[Path]:
        with os_errors_as(sentence("{0} cannot be read", self._folder), RunError):
            if self._folder.is_dir():
                for folder in sorted(self._folder.iterdir()):
                    if os.path.lexists(folder / ORDER):
                        yield folder

    @staticmethod
    def _result(folder: Path) -> dict[str, Any] | None:
        try:
            with decoding(sentence("It has become no model yet."), RunError):
                value: dict[str, Any] = parse_json(read_text(folder / RESULT))
                return value | {"model": require_text(value["model"])}
        except HanddigitError:
            return None


def _write_spec(folder: Path, spec: RunSpec, created: str) -> None:
    value = run_spec_to_json(spec) | {"created": created}
    write_atomically(folder / ORDER, json.dumps(value).encode(), budget=TEXT_FILE)


def _resolved(path: Path) -> Path:
    """Return the one path of a file that may be written; a link there would be replaced itself."""
    return Path(os.path.realpath(path.parent), path.name)


def _slug(name: str) -> str:
    """Return the name as one that every file system takes."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-. ")[:60] or "model"
