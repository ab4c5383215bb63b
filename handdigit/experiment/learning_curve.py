"""What every step of a run gave, as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from handdigit.experiment.events import StepDone


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
