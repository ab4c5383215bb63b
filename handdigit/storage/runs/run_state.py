"""A run's checkpoint on disk: arrays and JSON in one ``.safetensors``, checked when read."""

from __future__ import annotations

import json
import logging
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import CHECKPOINT_FILE, CHECKPOINT_HEADER
from handdigit.errors import HanddigitError, os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.files import require_file
from handdigit.storage.parsing import parse_json
from handdigit.storage.tensors import TensorFile, open_tensors, write_tensors

FORMAT = 1
STATE = "state.safetensors"
PREVIOUS = "state.previous.safetensors"
_KEY = "handdigit-run"
_log = logging.getLogger(__name__)
_Read = TypeVar("_Read")


class RunError(HanddigitError):
    """A training run that cannot be stored, read or gone on with."""


class _DamagedError(RunError):
    """A checkpoint in whose place an older one is read."""


@dataclass(frozen=True, slots=True, eq=False)
class RunState:
    """What a training run needs to go on, and how far it is."""

    step: int
    epoch: int
    """Epochs that are complete."""
    arrays: Mapping[str, NDArray[np.generic]]
    facts: Mapping[str, Any] = field(default_factory=dict)
    """JSON values."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far a run is, without its arrays."""

    step: int
    epoch: int
    """Epochs that are complete."""
    facts: Mapping[str, Any]


def write_state(folder: Path, state: RunState) -> None:
    """Write a checkpoint; the one before stays beside it until the next is whole.

    Raises:
        HanddigitError: the folder or the disk does not take it; the newest good one is intact.
    """
    # ascontiguousarray would give a number a dimension.
    arrays = {name: np.asarray(value, order="C") for name, value in state.arrays.items()}
    description = {
        "format": FORMAT,
        "step": state.step,
        "epoch": state.epoch,
        "facts": dict(state.facts),
        "checksum": _checksum(arrays),
    }
    newest, fresh = folder / STATE, folder / f"new.{STATE}"
    metadata = {_KEY: json.dumps(description)}
    write_tensors(fresh, arrays, metadata, CHECKPOINT_FILE, header=CHECKPOINT_HEADER)
    with os_errors_as(sentence("{0} cannot be written", newest), RunError):
        if newest.exists():
            newest.replace(folder / PREVIOUS)
        fresh.replace(newest)


def read_state(folder: Path) -> RunState | None:
    """Return the newest checkpoint that is whole, or None before the first was written.

    Raises:
        RunError: there are checkpoints, but none can be used.
    """
    return _newest(folder, _read)


def read_progress(folder: Path) -> RunProgress | None:
    """Return how far the newest checkpoint is, reading no arrays.

    Raises:
        RunError: there are checkpoints, but none can be used.
    """
    return _newest(folder, _read_progress)


def remove_state(folder: Path) -> None:
    """Remove all checkpoints: the run is over."""
    for name in (STATE, PREVIOUS, f"new.{STATE}"):
        with os_errors_as(sentence("{0} cannot be removed", folder / name), RunError):
            (folder / name).unlink(missing_ok=True)


def _newest(folder: Path, read: Callable[[Path, TensorFile], _Read]) -> _Read | None:
    damaged = False
    for name in (STATE, PREVIOUS):
        path = folder / name
        if not path.exists():
            continue
        require_file(path, CHECKPOINT_FILE, RunError)
        try:
            with open_tensors(
                path,
                CHECKPOINT_FILE,
                sentence("{0} is damaged.", path),
                _DamagedError,
                header=CHECKPOINT_HEADER,
            ) as file:
                return read(path, file)
        except _DamagedError as error:
            _log.warning("%s %s", error, error.__cause__)
            damaged = True
    if damaged:
        raise RunError(
            sentence(
                "The checkpoints of the run {0} are damaged: start the training anew.", folder.name
            )
        )
    return None


def _read_progress(path: Path, file: TensorFile) -> RunProgress:
    value = _description(path, file)
    return RunProgress(value["step"], value["epoch"], value["facts"])


def _read(path: Path, file: TensorFile) -> RunState:
    value = _description(path, file)
    arrays = file.read()
    if _checksum(arrays) != value["checksum"]:
        raise ValueError("its checksum is another")
    return RunState(value["step"], value["epoch"], arrays, value["facts"])


def _description(path: Path, file: TensorFile) -> dict[str, Any]:
    value: dict[str, Any] = parse_json(file.metadata[_KEY])
    if value["format"] > FORMAT:
        raise RunError(
            sentence(
                "The run {0} was begun by a newer handdigit: update handdigit to go on with it.",
                path.parent.name,
            )
        )
    counts = value["step"], value["epoch"]
    if not all(type(count) is int and count >= 0 for count in counts):
        raise ValueError(counts)
    if not isinstance(value["facts"], dict):
        raise TypeError(value["facts"])
    return value


def _checksum(arrays: Mapping[str, NDArray[np.generic]]) -> int:
    checksum = 0
    for name in sorted(arrays):
        checksum = zlib.crc32(name.encode(), checksum)
        checksum = zlib.crc32(arrays[name].tobytes(), checksum)
    return checksum
