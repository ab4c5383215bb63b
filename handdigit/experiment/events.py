"""What a training run tells while it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import HanddigitError


class TrainingError(HanddigitError):
    """A run that cannot go on; the last checkpoint is good."""


@dataclass(frozen=True, slots=True)
class StepDone:
    """One batch was learned."""

    step: int
    """Counted from 1 over the whole run."""
    steps: int
    """Of the whole run, as planned."""
    loss: float
    """Cross-entropy of the batch; on a GPU of the one before, whose result is at hand."""
    accuracy: float
    """Share of the same batch read correctly, 0..1."""
    learning_rate: float


@dataclass(frozen=True, slots=True)
class EpochDone:
    """All data has been seen once more."""

    epoch: int
    """Counted from 1."""
    epochs: int
    step: int
    loss: float
    """Mean cross-entropy over the epoch's (augmented) training pictures."""
    accuracy: float
    """Share of them read correctly while they were learned, 0..1."""
    validation_loss: float | None
    """On the part of the data that is never learned; None where nothing is held back."""
    validation_accuracy: float | None
    learning_rate: float
    seconds: float
    """This epoch took, pauses not counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """All that a run needs to go on as if it had never been interrupted.

    Emitted before the first step, after every epoch, whenever the caller asks for one, and as
    the last event of a run that was told to stop.
    """

    step: int
    epoch: int
    """Epochs that are complete."""
    arrays: Mapping[str, NDArray[np.generic]]
    """Weights, optimiser state, averaged weights, best weights so far."""
    facts: Mapping[str, Any]
    """JSON values: history of epochs, patience, changed learning rate …"""
    weights: Mapping[str, NDArray[np.generic]] = field(default_factory=dict)
    """The weights that a model file of this moment has (the averaged ones where there are)."""


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """The run is over; ``weights`` are the ones to use."""

    weights: Mapping[str, NDArray[np.generic]]
    epoch: int
    """After which they were taken: the last, or the best with early stopping."""
    stopped_early: bool
    history: tuple[EpochDone, ...]
    temperature: float = 1.0
    """What the logits are divided by to be calibrated on the data held back; 1 if too little
    was."""


Event = StepDone | EpochDone | Checkpoint | Trained


@dataclass(frozen=True, slots=True, eq=False)
class LearningCurve:
    """What consecutive steps gave: arrays of one length."""

    steps: NDArray[np.int64]
    """Counted from 1 over the whole run."""
    losses: NDArray[np.float32]
    accuracies: NDArray[np.float32]
    """Share of the batch read correctly, 0..1."""
    learning_rates: NDArray[np.float32]

    @classmethod
    def of(cls, done: Sequence[StepDone]) -> LearningCurve:
        """Return what these steps gave."""
        return cls(
            np.array([step.step for step in done], np.int64),
            np.array([step.loss for step in done], np.float32),
            np.array([step.accuracy for step in done], np.float32),
            np.array([step.learning_rate for step in done], np.float32),
        )

    @classmethod
    def joined(cls, pieces: Sequence[LearningCurve]) -> LearningCurve:
        """Return consecutive pieces as one; nothing where there are none."""
        pieces = [NO_STEPS, *pieces]
        return cls(
            np.concatenate([piece.steps for piece in pieces]),
            np.concatenate([piece.losses for piece in pieces]),
            np.concatenate([piece.accuracies for piece in pieces]),
            np.concatenate([piece.learning_rates for piece in pieces]),
        )

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> LearningCurve:
        """Return what :meth:`arrays` gave as a curve.

        Raises:
            KeyError: one is missing.
        """
        return cls(**{f.name: np.asarray(arrays[f.name]) for f in fields(cls)})

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays by name."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


NO_STEPS = LearningCurve.of(())
