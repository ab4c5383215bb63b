"""Reference drawings: generated digits, MNIST where it is, and the user's own samples."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.core.errors import HanddigitError
from handdigit.core.normalise import SIDE
from handdigit.core.normalise_batch import normalise_inks
from handdigit.data.handwriting import shipped_handwriting
from handdigit.data.idx import read_mnist
from handdigit.data.samples import SampleStore
from handdigit.engine.requests import Origin

GENERATED = 2000
MNIST = 1000
SAMPLES = 500
"""How many of each kind at most; of the samples the newest."""
PIECE = 100
"""Digits written before the pen's answers come in between."""
SEED = 1


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceDigits:
    """Labelled pictures of one origin."""

    origin: Origin
    pictures: NDArray[np.uint8]
    """(N, 28, 28)."""
    labels: NDArray[np.int64]
    """(N,)."""


class References:
    """All kinds of references: made in short pieces, and the samples anew when they change."""

    def __init__(self) -> None:
        """Nothing is there yet."""
        self._pieces: list[NDArray[np.uint8]] = []
        self._rng = np.random.default_rng(SEED)
        self._generated: ReferenceDigits | None = None
        self._mnist: ReferenceDigits | None = None
        self._mnist_from: Path | None = None
        self._samples: ReferenceDigits | None = None
        self._samples_are: tuple[Path, int, Alphabet] | None = None
        self._store: SampleStore | None = None

    def parts(self, alphabet: Alphabet) -> tuple[ReferenceDigits, ...]:
        """Return what is there of an alphabet, generated digits first."""
        digits = (self._generated, self._mnist) if alphabet == DIGITS else ()
        return tuple(part for part in (*digits, self._samples) if part is not None)

    def write(self) -> Generator[float, None, None]:
        """Write the digits that are still to be written, yielding which share is there."""
        digits = np.arange(PIECE) % len(DIGITS)
        while self._generated is None:
            yield len(self._pieces) * PIECE / GENERATED
            self._pieces.append(normalise_inks(shipped_handwriting().draw_many(digits, self._rng)))
            if len(self._pieces) * PIECE >= GENERATED:
                labels = np.tile(digits, len(self._pieces))
                pictures = np.concatenate(self._pieces)
                self._generated = ReferenceDigits(Origin.GENERATED, pictures, labels)
                self._pieces.clear()

    def read(self, mnist: Path | None, samples: Path | None, alphabet: Alphabet) -> None:
        """Read what lies in the user's folders, if it is there and not yet read.

        What cannot be read is no reference: other panels say what is wrong with it.
        """
        if mnist is None or not mnist.is_dir():
            self._mnist = self._mnist_from = None
        elif mnist != self._mnist_from:
            self._mnist = _mnist_digits(mnist)
            self._mnist_from = mnist if self._mnist is not None else None
        if samples is None:
            self._samples = self._samples_are = None
        else:
            self._read_samples(samples, alphabet)

    def _read_samples(self, path: Path, alphabet: Alphabet) -> None:
        if self._store is None or self._store.path != path:
            self._store = SampleStore(path)
        try:
            state = (path, self._store.revision(), alphabet)
            if state != self._samples_are:
                self._samples = _samples_of(alphabet, self._store)
                self._samples_are = state
        except HanddigitError:
            self._samples = self._samples_are = None


def _mnist_digits(folder: Path) -> ReferenceDigits | None:
    try:
        pictures, labels = read_mnist(folder, "train", first=MNIST)
    except HanddigitError:
        return None
    if pictures.shape[1:] != (SIDE, SIDE):
        return None
    # A copy: torch takes no memory that it may not write to.
    return ReferenceDigits(Origin.MNIST, pictures.copy(), labels.astype(np.int64))


def _samples_of(alphabet: Alphabet, store: SampleStore) -> ReferenceDigits | None:
    known = [entry.id for entry in store.entries() if entry.label in alphabet.names]
    newest = known[-SAMPLES:]
    samples = store.samples(ids=newest)
    if not samples:
        return None
    pictures = np.stack([sample.as_fed() for sample in samples])
    labels = np.array([alphabet.index(sample.label) for sample in samples], np.int64)
    return ReferenceDigits(Origin.SAMPLES, pictures, labels)
