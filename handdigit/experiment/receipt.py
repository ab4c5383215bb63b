"""What learning did, in numbers: before and after."""

from __future__ import annotations

from dataclasses import dataclass

from handdigit.experiment.evaluation import Evaluation
from handdigit.storage.models.model_file import ModelFile

TOLERATED_LOSS = 0.002
"""A reference accuracy that falls by more than this share is never kept silently."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of each class were read correctly."""

    correct: tuple[int, ...]
    """One number a class."""
    counts: tuple[int, ...]
    """How many there were of each."""

    @classmethod
    def of(cls, evaluation: Evaluation) -> Score:
        """Return how many an evaluation counts."""
        confusion = evaluation.metrics.confusion
        return cls(tuple(confusion.diagonal().tolist()), tuple(confusion.sum(axis=1).tolist()))

    @property
    def n(self) -> int:
        """Number of drawings."""
        return sum(self.counts)

    @property
    def accuracy(self) -> float | None:
        """Share read correctly, 0..1; None where there is nothing to read."""
        return sum(self.correct) / self.n if self.n else None

    def of_digit(self, digit: int) -> float | None:
        """Share of one class read correctly, None where there is none of it."""
        return self.correct[digit] / self.counts[digit] if self.counts[digit] else None


@dataclass(frozen=True, slots=True)
class Change:
    """A set of drawings as the model read it before and after."""

    before: Score
    after: Score
    mended: int = 0
    """Drawings that were misread before and are no longer."""
    spoiled: int = 0
    """Drawings that are misread now and were not before."""

    @classmethod
    def between(cls, before: Evaluation, after: Evaluation) -> Change:
        """Return what changed between two evaluations of the same drawings."""
        was_right, is_right = (one.answers == one.labels for one in (before, after))
        return cls(
            Score.of(before),
            Score.of(after),
            mended=int((is_right & ~was_right).sum()),
            spoiled=int((was_right & ~is_right).sum()),
        )

    @property
    def gain(self) -> float | None:
        """Change of the accuracy, in shares: above 0 is better; None for an empty set."""
        before, after = self.before.accuracy, self.after.accuracy
        return None if before is None or after is None else after - before


@dataclass(frozen=True, slots=True)
class Receipt:
    """What teaching changed, on drawings that were not learned."""

    held_out: Change
    """The user's samples that are held back from learning."""
    reference: Change
    """What the model was good at before."""
    reference_name: str
    """``MNIST test`` or ``generated digits``; empty where nothing else of the alphabet is here."""
    learned: int
    """Samples that were learned."""
    replayed: int
    """Other drawings that were learned again with them, so that they are not forgotten."""
    seconds: float

    @property
    def is_harmful(self) -> bool:
        """Whether the reference lost more than :data:`TOLERATED_LOSS`."""
        gain = self.reference.gain
        return gain is not None and gain < -TOLERATED_LOSS


@dataclass(frozen=True, slots=True)
class RunReceipt:
    """What a training run gave, beside the model that answered before it."""

    held_back: Change
    """The digits that the run never learned, as that model and the new one read them."""
    known_before: tuple[str, ...]
    """Sources that the model before had learned from, too: it may know some of those digits."""


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """Some of the lesson is done."""

    done: float
    """0..1."""


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """The model after the lesson, kept nowhere yet, and what changed."""

    model: ModelFile
    receipt: Receipt
