"""The eraser on a picture: where it has passed is paper again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.perspective import Place

CELLS = 3
"""Cells to the eraser's radius, each of one colour of paper."""
REACH = 8
"""Cells on every side whose median is the paper: more than a stroke is wide."""
CLOSE = 0.3
"""Of the radius: a place that is nearer to the one before is not kept."""


@dataclass(frozen=True, slots=True)
class Rubbing:
    """One pass of the eraser over a picture."""

    places: tuple[Place, ...]
    """At least one, in shares of width and height."""
    radius: float
    """In shares of the longer side."""

    def gone_to(self, place: Place) -> Rubbing:
        """Return the pass gone on to a place."""
        x, y = self.places[-1]
        is_close = abs(place[0] - x) + abs(place[1] - y) < CLOSE * self.radius
        return self if is_close else Rubbing((*self.places, place), self.radius)


def without(pixels: NDArray[np.uint8], rubbings: Iterable[Rubbing]) -> NDArray[np.uint8]:
    """Return an (H, W, C) picture that has paper where the eraser has passed.

    Paper is the median of what is around: ink is less than half of it.
    """
    passes = list(rubbings)
    if not passes:
        return pixels
    mask = _passed(pixels.shape[:2], passes)
    rows, columns = np.nonzero(mask)
    if not rows.size:
        return pixels
    radius = min(rubbing.radius for rubbing in passes) * max(pixels.shape[:2])
    result = pixels.copy()
    result[rows, columns] = _paper(pixels, mask, rows, columns, max(1, round(radius / CELLS)))
    return result


def _passed(shape: tuple[int, ...], passes: Sequence[Rubbing]) -> NDArray[np.bool_]:
    """Return the (H, W) pixels that discs have passed over."""
    height, width = shape[:2]
    mask = np.zeros((height, width), np.bool_)
    for rubbing in passes:
        radius = rubbing.radius * max(height, width)
        points = [(x * width, y * height) for x, y in rubbing.places]
        for (x0, y0), (x1, y1) in pairwise((points[0], *points)):
            left, right = _span(x0, x1, radius, width)
            top, bottom = _span(y0, y1, radius, height)
            x = np.arange(left, right) + 0.5 - x0
            y = (np.arange(top, bottom) + 0.5 - y0)[:, None]
            dx, dy = x1 - x0, y1 - y0
            along = np.clip((x * dx + y * dy) / max(dx * dx + dy * dy, 1e-12), 0, 1)
            is_near = (x - along * dx) ** 2 + (y - along * dy) ** 2 <= radius**2
            mask[top:bottom, left:right] |= is_near
    return mask


def _span(start: float, end: float, radius: float, size: int) -> tuple[int, int]:
    low, high = min(start, end) - radius, max(start, end) + radius
    return min(max(0, int(low)), size), min(max(0, int(high) + 1), size)


def _paper(
    pixels: NDArray[np.uint8],
    mask: NDArray[np.bool_],
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    step: int,
) -> NDArray[np.uint8]:
    """Return the (N, C) paper at pixels, the same for all in a cell ``step`` pixels wide."""
    middle = min(step // 2, *(n - 1 for n in mask.shape))
    some, is_there = pixels[middle::step, middle::step], ~mask[middle::step, middle::step]
    known = np.where(is_there[..., None], some, np.float32(np.nan))
    seen = some[is_there]
    usual = np.median(seen, axis=0) if len(seen) else np.full(pixels.shape[2], 255.0)
    high, wide = is_there.shape
    cells = np.minimum(rows // step, high - 1) * wide + np.minimum(columns // step, wide - 1)
    is_wanted = np.zeros(is_there.size, np.bool_)
    is_wanted[cells] = True
    wanted = np.flatnonzero(is_wanted)
    paper = np.zeros((is_there.size, pixels.shape[2]), np.uint8)
    paper[wanted] = np.rint(_medians(known, wanted, usual))
    there: NDArray[np.uint8] = paper.take(cells, axis=0)
    return there


def _medians(
    known: NDArray[np.float32], cells: NDArray[np.intp], usual: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Return the (K, C) medians of what is known around K cells, the usual where nothing is.

    Cells are counted row by row.
    """
    padding = ((REACH, REACH), (REACH, REACH), (0, 0))
    padded = np.pad(known, padding, constant_values=np.nan)
    offsets = np.arange(2 * REACH + 1)
    row, column = np.divmod(cells, known.shape[1])
    y = row[:, None, None] + offsets[:, None]
    x = column[:, None, None] + offsets
    around = padded[y, x].reshape(len(cells), -1, known.shape[2])
    ordered = np.sort(around, axis=1)  # what is not a number comes last
    count = (~np.isnan(ordered[..., 0])).sum(axis=1)
    picked: NDArray[np.float32] = ordered[np.arange(len(cells)), np.maximum(count - 1, 0) // 2]
    return np.where(count[:, None] > 0, picked, usual).astype(np.float32)
