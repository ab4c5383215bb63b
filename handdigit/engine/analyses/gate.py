"""The analysis behind a refusal: the reference digits nearest to a drawing.

They are written when a drawing is refused for the first time.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from handdigit.attribution.projection import nearest
from handdigit.engine.analyses.references import written_digits
from handdigit.engine.protocol.gate import ExplainRefusal, Grounds
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise, normalise_inks
from handdigit.ink.path_length import path_lengths
from handdigit.network.alphabet import DIGITS
from handdigit.recognition.gate import Gate
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import EXAMPLE_DIGITS

WRITTEN = 400
"""Reference digits that the pen model writes."""
BATCH = 10
"""So many of them are read before the pen's answers come in between."""
NEAREST = 3


class _References:
    """Digits as a gate sees them: the examples that come with the program, and written ones."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        inks = [sample.ink for path in EXAMPLE_DIGITS for sample in read_samples(path)]
        self._pictures = normalise_inks(InkBatch.from_inks(inks))
        self._labels = np.arange(len(DIGITS))
        self._features = [gate.features(self._pictures)]
        self._usual = 0.0

    def gather(self) -> Generator[float, None, None]:
        """Have the digits written and read them, yielding which share is done."""
        if self._usual:
            return
        for share in written_digits().write(WRITTEN):
            yield share / 4
        if len(self._labels) == len(DIGITS):
            pictures, labels = written_digits().first(WRITTEN)
            self._pictures = np.concatenate([self._pictures, pictures])
            self._labels = np.concatenate([self._labels, labels])
        while (done := sum(map(len, self._features))) < len(self._labels):
            yield (1 + 3 * done / len(self._labels)) / 4
            if sum(map(len, self._features)) == done:  # no other analysis has read them meanwhile
                self._features.append(self._gate.features(self._pictures[done : done + BATCH]))
        yield 1.0
        self._features = [np.concatenate(self._features)]
        self._usual = usual_distance(self._features[0])

    def grounds(self, picture: NDArray[np.uint8], ink: InkBatch | None) -> Grounds:
        """Return what the gate makes of a (28, 28) picture, by its strokes where it has any.

        All references are there.
        """
        features = self._gate.features(picture[None])[0]
        order, distances = nearest(self._features[0], features, NEAREST)
        relative = tuple(float(distance) / self._usual for distance in distances)
        return Grounds(
            self._gate.threshold,
            relative[0],
            self._pictures[order],
            tuple(self._labels[order].tolist()),
            relative,
            0.0 if ink is None else float(path_lengths(ink)[0]),
        )


def usual_distance(features: NDArray[np.float32]) -> float:
    """Return the median distance from a row of (N, F) features to the nearest other one."""
    squares = (features.astype(np.float64) ** 2).sum(axis=1)
    apart = squares[:, None] + squares - 2 * (features @ features.T)
    np.fill_diagonal(apart, np.inf)
    return float(np.median(np.sqrt(apart.min(axis=1).clip(min=1e-12))))


@cache
def _references(gate: Gate) -> _References:
    return _References(gate)


def explain_refusal(
    recogniser: Recogniser, request: ExplainRefusal
) -> Generator[float, None, Grounds]:
    """Return the grounds, once the reference digits are written.

    Raises:
        EmptyDrawingError: there is no ink.
        AlphabetError: the model has no gate.
        DataFileError: the program is installed without its pen model or its examples.
    """
    source = request.source
    picture = normalise(source).picture
    ink = InkBatch.from_inks([source]) if isinstance(source, Ink) else None
    references = _references(recogniser.require_gate())
    yield from references.gather()
    return references.grounds(picture, ink)
