"""Strokes to anti-aliased pixels, straight from the geometry.

A pixel's coverage follows from its distance to the nearest centre line, so more points on
the same path, or another pen speed, change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PIECE_LENGTH = 1.0
"""Segments are cut to at most this many pixels, which bounds the patch each one can touch."""
BATCH = 8192
"""Pieces rendered at once, which bounds the memory that a long scribble takes."""


class _Segments(NamedTuple):
    """Straight parts of centre lines: starts and ends, (M, 2) each of x, y in pixels."""

    start: NDArray[np.float64]
    end: NDArray[np.float64]


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
    rows, columns = shape
    outer = radius + softness / 2
    half = int(np.ceil(outer + PIECE_LENGTH / 2))
    # A margin of one patch on every side spares all clipping below.
    distance2 = np.full((rows + 2 * half, columns + 2 * half), outer**2)
    pieces = _pieces(_clipped(_segments(paths), (columns, rows), margin=half))
    for first in range(0, len(pieces.start), BATCH):
        batch = _Segments(*(ends[first : first + BATCH] for ends in pieces))
        _lower_to_distance(distance2, batch, half)
    distance = np.sqrt(distance2[half : half + rows, half : half + columns])
    coverage: NDArray[np.float64] = np.clip((radius - distance) / softness + 0.5, 0, 1)
    return coverage


def _lower_to_distance(distance2: NDArray[np.float64], pieces: _Segments, half: int) -> None:
    """Lower each pixel to its squared distance to the nearest piece, within ``half`` pixels."""
    start, end = pieces
    span = end - start
    length2 = np.einsum("ij,ij->i", span, span)
    inverse = np.divide(1.0, length2, out=np.zeros_like(length2), where=length2 > 0)
    corner = np.floor((start + end) / 2).astype(np.int64) - half

    offsets = np.arange(2 * half + 1)
    x = (corner[:, :1] + offsets + (0.5 - start[:, :1]))[:, None, :]
    y = (corner[:, 1:] + offsets + (0.5 - start[:, 1:]))[:, :, None]
    dx, dy = span[:, 0, None, None], span[:, 1, None, None]
    along = np.clip((x * dx + y * dy) * inverse[:, None, None], 0, 1)
    to_piece2 = (x - along * dx) ** 2 + (y - along * dy) ** 2

    # Where a patch reaches over the margin, its outer pixels land on the margin's last ones.
    row = np.clip(corner[:, 1:] + half + offsets, 0, distance2.shape[0] - 1)
    column = np.clip(corner[:, :1] + half + offsets, 0, distance2.shape[1] - 1)
    flat = row[:, :, None] * distance2.shape[1] + column[:, None, :]
    np.minimum.at(distance2.reshape(-1), flat.reshape(-1), to_piece2.reshape(-1))


def _segments(paths: Sequence[NDArray[np.float64]]) -> _Segments:
    return _Segments(
        np.concatenate([path[:-1] if len(path) > 1 else path for path in paths]),
        np.concatenate([path[1:] if len(path) > 1 else path for path in paths]),
    )


def _clipped(segments: _Segments, size: tuple[int, int], *, margin: float) -> _Segments:
    """Return what of the segments lies within ``margin`` of the frame (Liang and Barsky 1984).

    Ink need not lie on the canvas: without this, cutting up a segment a million pixels long
    would take all memory.
    """
    start, end = segments
    low, high = -margin, np.add(size, margin)
    if all((ends >= low).all() and (ends <= high).all() for ends in segments):
        return segments
    span = end - start
    # Parallel to an edge, the quotients are infinite with the right signs. Exactly on the
    # margin's edge they are NaN, and the line is dropped: nothing of it can be seen.
    with np.errstate(divide="ignore", invalid="ignore"):
        at_edges = np.stack([(low - start) / span, (high - start) / span])
    enters = np.maximum(at_edges.min(axis=0).max(axis=1), 0)
    leaves = np.minimum(at_edges.max(axis=0).min(axis=1), 1)
    seen = enters <= leaves
    start, span = start[seen], span[seen]
    return _Segments(start + span * enters[seen, None], start + span * leaves[seen, None])


def _pieces(segments: _Segments) -> _Segments:
    """Return the same lines in pieces of at most :data:`PIECE_LENGTH`."""
    start, end = segments
    lengths = np.hypot(*(end - start).T)
    count = np.maximum(1, np.ceil(lengths / PIECE_LENGTH)).astype(np.int64)
    index = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    total = np.repeat(count, count)[:, None]
    origin, span = (np.repeat(a, count, axis=0) for a in (start, end - start))
    low, high = index[:, None] / total, (index[:, None] + 1) / total
    return _Segments(origin + span * low, origin + span * high)
