"""What teaching did, in numbers: before and after."""

from __future__ import annotations

from dataclasses import dataclass

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
class LessonProgress:
    """Some of the lesson is done."""

    done: float
    """0..1."""


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """The model after the lesson, kept nowhere yet, and what changed."""

    model: ModelFile
    receipt: Receipt
