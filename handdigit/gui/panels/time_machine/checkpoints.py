"""The training runs that can be looked back at, and their checkpoints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handdigit.core.errors import HanddigitError
from handdigit.data.model_file import read_model_info
from handdigit.data.runs import Run, RunStore

_EPOCH = re.compile(r"epoch-(\d+)")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The model as it was after an epoch."""

    epoch: int
    """0: before the first."""
    path: Path


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run with the checkpoints that it has left so far, the first one first."""

    run: Run
    checkpoints: tuple[Checkpoint, ...]

    @property
    def size(self) -> int:
        """How many bytes it takes on the disk."""
        return sum(file.stat().st_size for file in self.run.folder.iterdir())

    def curve(self) -> tuple[Mapping[str, Any], ...]:
        """Return the epochs of the run, as ``EpochDone`` has them; none if unknown."""
        try:
            return read_model_info(self.checkpoints[-1].path).curve
        except HanddigitError:
            return ()


def past_runs(store: RunStore) -> tuple[PastRun, ...]:
    """Return the runs that left checkpoints, the newest first."""
    found = [PastRun(run, _checkpoints(store, run)) for run in store.runs()]
    return tuple(run for run in found if run.checkpoints)


def _checkpoints(store: RunStore, run: Run) -> tuple[Checkpoint, ...]:
    found = []
    for path in store.snapshots(run):
        number = _EPOCH.match(path.name)
        if number is not None:
            found.append(Checkpoint(int(number[1]), path))
    return tuple(sorted(found, key=lambda checkpoint: checkpoint.epoch))
