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
import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from handdigit.errors import DECODER_ERRORS, HanddigitError, os_errors_as
from handdigit.storage.atomic import write_atomically

FORMAT = 1
STATE = "state.safetensors"
PREVIOUS = "state.previous.safetensors"
_KEY = "handdigit-run"
_log = logging.getLogger(__name__)
_Read = TypeVar("_Read")


class RunError(HanddigitError):
    """A training run that cannot be stored, read or gone on with."""


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
    content = safetensors.numpy.save(arrays, metadata={_KEY: json.dumps(description)})
    newest, fresh = folder / STATE, folder / f"new.{STATE}"
    write_atomically(fresh, content)
    with os_errors_as(f"{newest} cannot be written", RunError):
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
        (folder / name).unlink(missing_ok=True)


def _newest(folder: Path, read: Callable[[Path], _Read]) -> _Read | None:
    damaged = False
    for name in (STATE, PREVIOUS):
        try:
            return read(folder / name)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise RunError(f"{folder / name} cannot be read: {error.strerror or error}.") from None
        except (SafetensorError, *DECODER_ERRORS) as error:
            _log.warning("%s is damaged: %s", folder / name, error)
            damaged = True
    if damaged:
        raise RunError(
            f"The checkpoints of the run {folder.name} are damaged: start the training anew."
        )
    return None


def _read_progress(path: Path) -> RunProgress:
    value = _description(path)
    return RunProgress(int(value["step"]), int(value["epoch"]), value["facts"])


def _read(path: Path) -> RunState:
    value = _description(path)
    arrays = safetensors.numpy.load_file(path)
    if _checksum(arrays) != value["checksum"]:
        raise ValueError("its checksum is another")
    return RunState(int(value["step"]), int(value["epoch"]), arrays, value["facts"])


def _description(path: Path) -> dict[str, Any]:
    with safe_open(path, framework="numpy") as file:
        value: dict[str, Any] = json.loads((file.metadata() or {})[_KEY])
    if value["format"] > FORMAT:
        raise RunError(
            f"The run {path.parent.name} was begun by a newer handdigit: update handdigit to go "
            "on with it."
        )
    return value


def _checksum(arrays: Mapping[str, NDArray[np.generic]]) -> int:
    checksum = 0
    for name in sorted(arrays):
        checksum = zlib.crc32(name.encode(), checksum)
        checksum = zlib.crc32(arrays[name].tobytes(), checksum)
    return checksum
