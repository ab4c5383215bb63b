"""What a run trains on: bitmaps as they are, inks varied afresh in every epoch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE
from handdigit.network.alphabet import DIGITS, Alphabet


def _no_pictures() -> NDArray[np.uint8]:
    return np.zeros((0, SIDE, SIDE), np.uint8)


def _no_labels() -> NDArray[np.int64]:
    return np.zeros(0, np.int64)


class Writer(Protocol):
    """Whatever writes digits, as :class:`handdigit.handwriting.model.Handwriting` does."""

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the (N,) digits, 0 to 9; the same for the same generator."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class TrainingData:
    """Labelled pictures and inks, with where they came from. Labels are numbers of classes."""

    pictures: NDArray[np.uint8] = field(default_factory=_no_pictures)
    """(N, 28, 28), normalised."""
    picture_labels: NDArray[np.int64] = field(default_factory=_no_labels)
    inks: tuple[Ink, ...] = ()
    """None of them empty."""
    ink_labels: NDArray[np.int64] = field(default_factory=_no_labels)
    ink_writers: tuple[str | None, ...] = ()
    """Who wrote each ink, where there are several writers to tell apart; () if none is known."""
    sources: tuple[Mapping[str, Any], ...] = ()
    """Name, count and SHA-256 of each, as a model file describes them."""
    notes: tuple[str, ...] = ()
    """What the user should know of how they were read, and what was left out."""
    writer: Writer | None = None
    generated: int = 0
    """Digits that the writer draws afresh in every epoch, as many of each class."""
    alphabet: Alphabet = DIGITS

    def counts(self) -> NDArray[np.int64]:
        """Return (classes,) how many there are of each class in an epoch."""
        labels = (self.picture_labels, self.ink_labels, generated_labels(self.generated))
        return np.bincount(np.concatenate(labels), minlength=len(self.alphabet))

    def split(self, share: float, rng: np.random.Generator) -> tuple[TrainingData, TrainingData]:
        """Return what is learned and what is held back.

        Of inks whose writers are known whole writers are held back: how a stranger's digits
        are read is what counts. Of everything else as much of every class.

        Args:
            share: what is held back, 0..1; rounded down for every class, up for writers.
            rng: decides which.
        """
        kept_pictures = _chosen(self.picture_labels, share, rng)
        writers = np.array(self.ink_writers or (None,) * len(self.inks), object)
        signed = np.array([writer is not None for writer in writers], bool)
        kept_inks = np.zeros(len(self.inks), bool)
        kept_inks[~signed] = _chosen(self.ink_labels[~signed], share, rng)
        kept_inks[signed] = _of_some_writers(writers[signed], share, rng)
        kept_generated = round(share * self.generated)
        return (
            replace(self._part(~kept_pictures, ~kept_inks), generated=self.generated),
            replace(self._part(kept_pictures, kept_inks), generated=kept_generated),
        )

    def _part(self, pictures: NDArray[np.bool_], inks: NDArray[np.bool_]) -> TrainingData:
        return replace(
            self,
            pictures=self.pictures[pictures],
            picture_labels=self.picture_labels[pictures],
            inks=tuple(self.inks[i] for i in np.flatnonzero(inks)),
            ink_labels=self.ink_labels[inks],
            ink_writers=tuple(compress(self.ink_writers, inks)),
        )


def generated_labels(count: int) -> NDArray[np.int64]:
    """Return the digits that a writer is asked for: 0 to 9 in turn."""
    return np.arange(count, dtype=np.int64) % len(DIGITS)


def _chosen(labels: NDArray[np.int64], share: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    chosen = np.zeros(len(labels), bool)
    for label in np.unique(labels):
        mine = np.flatnonzero(labels == label)
        chosen[rng.permutation(mine)[: int(share * len(mine))]] = True
    return chosen


def _of_some_writers(
    writers: NDArray[np.object_], share: float, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Return (N,) true for all inks of so many writers as the share is, but never of all."""
    known = np.unique(writers.astype(str))
    count = min(math.ceil(share * len(known)), max(0, len(known) - 1))
    return np.isin(writers.astype(str), rng.permutation(known)[:count])
