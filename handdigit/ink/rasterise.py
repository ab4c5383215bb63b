"""Strokes to anti-aliased pixels, straight from the geometry.

A pixel's coverage follows from its distance to the nearest centre line, so more points on
the same path, or another pen speed, change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PIECE_LENGTH = 1.8
"""Segments are cut to at most this many pixels, which bounds the patch each one can touch."""
BATCH = 1024
"""Pieces rendered at once: what they need fits into a cache."""


class Lines(NamedTuple):
    """Straight parts of centre lines, in pixels of the pictures that they belong to."""

    start: NDArray[np.float64]
    """(M, 2) of x, y."""
    end: NDArray[np.float64]
    """(M, 2)."""
    owner: NDArray[np.int64]
    """(M,) in which picture each of them is."""


def rasterise(
    paths: Sequence[NDArray[np.float64]],
    shape: tuple[int, int],
    *,
    radius: float,
    softness: float,
) -> NDArray[np.float64]:
    """Return the coverage of round pen strokes.

    Args:
        paths: centre lines, each (N, 2) of x, y in pixels; pixel (row, column) is centred
            at (column + 0.5, row + 0.5). A path of one point is a dot.
        shape: rows and columns of the result.
        radius: distance from the centre line at which coverage is one half, in pixels.
        softness: width of the ramp from full to no coverage, in pixels; 1 is what exact
            anti-aliasing of a straight edge gives.

    Returns:
        Coverage 0..1 of that shape.
    """
    seen = _clipped(_lines(paths), (shape[1], shape[0]), margin=_half(radius + softness / 2))
    many = (1, *shape)
    coverage: NDArray[np.float64] = rasterise_many(
        seen, many, radius=np.array([radius]), softness=np.array([softness])
    )[0]
    return coverage


def rasterise_many(
    lines: Lines,
    shape: tuple[int, int, int],
    *,
    radius: NDArray[np.float64],
    softness: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the coverage of round pen strokes in many pictures.

    Args:
        lines: centre lines, none far outside its picture.
        shape: number of pictures N, rows and columns.
        radius: (N,) as in :func:`rasterise`.
        softness: (N,) likewise.

    Returns:
        Coverage 0..1 of that shape.
    """
    count, rows, columns = shape
    outer = float((radius + softness / 2).max(initial=0))
    half = _half(outer)
    # A margin of one patch on every side spares all clipping below.
    distance2 = np.full((count, rows + 2 * half, columns + 2 * half), outer**2)
    pieces = _pieces(lines)
    for first in range(0, len(pieces.start), BATCH):
        some = slice(first, first + BATCH)
        batch = Lines(pieces.start[some], pieces.end[some], pieces.owner[some])
        _lower_to_distance(distance2, batch, half)
    distance = np.sqrt(distance2[:, half : half + rows, half : half + columns])
    coverage: NDArray[np.float64] = (radius[:, None, None] - distance) / softness[:, None, None]
    return np.clip(coverage + 0.5, 0, 1)


def _half(outer: float) -> int:
    """Return how far around its middle a piece can leave ink, in whole pixels."""
    return int(np.ceil(outer + PIECE_LENGTH / 2))


def _lower_to_distance(distance2: NDArray[np.float64], pieces: Lines, half: int) -> None:
    """Lower each pixel to its squared distance to the nearest piece, within ``half`` pixels."""
    start, end, owner = pieces
    span = end - start
    length2 = np.einsum("ij,ij->i", span, span)
    inverse = np.divide(1.0, length2, out=np.zeros_like(length2), where=length2 > 0)
    corner = np.floor((start + end) / 2).astype(np.int64) - half

    # Pieces are the last axis: numpy's inner loops are long, and the arrays of one batch small.
    offsets = np.arange(2 * half + 1)[:, None]
    x = corner[:, 0] + offsets + (0.5 - start[:, 0])
    y = (corner[:, 1] + offsets + (0.5 - start[:, 1]))[:, None]
    dx, dy = span.T
    along = x * dx + y * dy
    along *= inverse
    np.clip(along, 0, 1, out=along)
    to_piece2 = (x - along * dx) ** 2
    along *= dy
    np.subtract(y, along, out=along)
    along *= along
    to_piece2 += along

    # Where a patch reaches over the margin, its outer pixels land on the margin's last ones.
    _, rows, columns = distance2.shape
    row = np.clip(corner[:, 1] + half + offsets, 0, rows - 1) + owner * rows
    column = np.clip(corner[:, 0] + half + offsets, 0, columns - 1)
    flat = (row * columns)[:, None] + column
    np.minimum.at(distance2.reshape(-1), flat.reshape(-1), to_piece2.reshape(-1))


def _lines(paths: Sequence[NDArray[np.float64]]) -> Lines:
    start = np.concatenate([path[:-1] if len(path) > 1 else path for path in paths])
    end = np.concatenate([path[1:] if len(path) > 1 else path for path in paths])
    return Lines(start, end, np.zeros(len(start), np.int64))


def _clipped(lines: Lines, size: tuple[int, int], *, margin: float) -> Lines:
    """Return what of the lines lies within ``margin`` of the frame (Liang and Barsky 1984).

    Ink need not lie on the canvas: without this, cutting up a line a million pixels long
    would take all memory.
    """
    start, end, owner = lines
    low, high = -margin, np.add(size, margin)
    if all((ends >= low).all() and (ends <= high).all() for ends in (start, end)):
        return lines
    span = end - start
    # Parallel to an edge, the quotients are infinite with the right signs. Exactly on the
    # margin's edge they are NaN, and the line is dropped: nothing of it can be seen.
    with np.errstate(divide="ignore", invalid="ignore"):
        at_edges = np.stack([(low - start) / span, (high - start) / span])
    enters = np.maximum(at_edges.min(axis=0).max(axis=1), 0)
    leaves = np.minimum(at_edges.max(axis=0).min(axis=1), 1)
    seen = enters <= leaves
    start, span = start[seen], span[seen]
    return Lines(start + span * enters[seen, None], start + span * leaves[seen, None], owner[seen])


def _pieces(lines: Lines) -> Lines:
    """Return the same lines in pieces of at most :data:`PIECE_LENGTH`."""
    start, end, owner = lines
    lengths = np.hypot(*(end - start).T)
    count = np.maximum(1, np.ceil(lengths / PIECE_LENGTH)).astype(np.int64)
    index = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    total = np.repeat(count, count)[:, None]
    origin, span = (np.repeat(a, count, axis=0) for a in (start, end - start))
    low, high = index[:, None] / total, (index[:, None] + 1) / total
    return Lines(origin + span * low, origin + span * high, np.repeat(owner, count))
