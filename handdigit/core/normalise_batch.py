"""Thousands of inks to 28×28 pictures at once, the same ones as one by one.

:func:`handdigit.core.normalise.normalise_ink` says what is done and why.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink_batch import InkBatch
from handdigit.core.normalise import BOX, CENTRE, DOT, SIDE, Pen
from handdigit.core.rasterise import Lines, rasterise_many

BATCH = 256
"""Inks rendered at once, which bounds the memory."""


def normalise_inks(
    batch: InkBatch,
    width: float | NDArray[np.float64] = Pen().width,
    softness: float | NDArray[np.float64] = Pen().softness,
) -> NDArray[np.uint8]:
    """Return the (N, 28, 28) pictures of inks.

    Args:
        batch: the inks.
        width: of the pen, for all of them or (N,) for each; see :class:`Pen`.
        softness: likewise.
    """
    width = np.broadcast_to(width, len(batch)).astype(np.float64)
    softness = np.broadcast_to(softness, len(batch)).astype(np.float64)
    placed = _in_box(batch, width / 2 + softness / 2 - 0.5)
    pictures = np.zeros((len(batch), SIDE, SIDE), np.uint8)
    for first in range(0, len(batch), BATCH):
        some = slice(first, first + BATCH)
        coverage = rasterise_many(
            _lines(placed.part(first, first + BATCH)),
            (len(width[some]), BOX, BOX),
            radius=width[some] / 2,
            softness=softness[some],
        )
        pictures[some] = _centred(coverage)
    return pictures


def _in_box(batch: InkBatch, margin: NDArray[np.float64]) -> InkBatch:
    """Return the centre lines in pixels of the box, ``margin`` away from its edges."""
    low, high = batch.bounds()
    size = high - low
    extent = size.max(axis=1, initial=0)
    scale = np.ones(len(batch))
    np.divide(BOX - 2 * margin, extent, out=scale, where=extent > DOT)
    owners = batch.owners()
    middle = (low + size / 2)[owners]
    return batch.moved_to((batch.xy - middle) * scale[owners, None] + BOX / 2)


def _lines(batch: InkBatch) -> Lines:
    """Return the straight parts of all strokes; a stroke of one point is a part too."""
    goes_on = np.flatnonzero(~batch.lifts)
    begins = np.concatenate([[True], batch.lifts[:-1]])
    dots = np.flatnonzero(batch.lifts & begins)
    first = np.concatenate([goes_on, dots])
    last = np.concatenate([goes_on + 1, dots])
    return Lines(batch.xy[first], batch.xy[last], batch.owners()[first])


def _centred(coverage: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return (N, 28, 28) grey pictures of (N, 20, 20) coverage, centred by their mass."""
    count = len(coverage)
    grey = np.rint(coverage * (255.0 / coverage.max(axis=(1, 2), keepdims=True)))
    total = grey.sum(axis=(1, 2))
    index = np.arange(BOX)
    padded = np.zeros((count, 3 * SIDE, 3 * SIDE), np.uint8)
    padded[:, SIDE : SIDE + BOX, SIDE : SIDE + BOX] = grey
    window = []
    for axis in (2, 1):
        lines = grey.sum(axis=axis)
        inked = lines > 0
        first, last = inked.argmax(axis=1), BOX - 1 - inked[:, ::-1].argmax(axis=1)
        wanted = np.ceil(np.round(CENTRE - lines @ index / total, 6) - 0.5)
        shift = np.clip(wanted, -first, SIDE - 1 - last).astype(np.int64)
        window.append(SIDE - shift[:, None] + np.arange(SIDE))
    rows, columns = window
    picked: NDArray[np.uint8] = padded[
        np.arange(count)[:, None, None], rows[:, :, None], columns[:, None, :]
    ]
    return picked
