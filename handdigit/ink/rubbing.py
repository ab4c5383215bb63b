"""The eraser on a picture: where it has passed is paper again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.perspective import Place

CELLS = 2
"""Cells to the eraser's radius in which the paper is looked for."""
REACH = 6
"""Cells on every side whose median is the paper: three radii, more than a stroke is wide."""
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
    """Return the (N, C) paper at pixels, between cells ``step`` pixels wide."""
    middle = min(step // 2, *(n - 1 for n in mask.shape))
    some = pixels[middle::step, middle::step].astype(np.float32)
    is_there = ~mask[middle::step, middle::step]
    known = np.where(is_there[..., None], some, np.nan)
    seen = some[is_there]
    usual = np.median(seen, axis=0) if len(seen) else np.full(pixels.shape[2], 255.0)
    cells_high, cells_wide = is_there.shape
    at_y, at_x = (
        np.clip((places.astype(np.float32) - middle) / np.float32(step), 0, count - 1)
        for places, count in ((rows, cells_high), (columns, cells_wide))
    )
    top, left = at_y.astype(np.intp), at_x.astype(np.intp)
    bottom, right = np.minimum(top + 1, cells_high - 1), np.minimum(left + 1, cells_wide - 1)
    corners = [y * cells_wide + x for y in (top, bottom) for x in (left, right)]
    is_wanted = np.zeros(is_there.size, np.bool_)
    for corner in corners:
        is_wanted[corner] = True
    wanted = np.flatnonzero(is_wanted)
    paper = np.zeros((is_there.size, pixels.shape[2]), np.float32)
    paper[wanted] = _medians(known, wanted, usual)
    down, over = ((at - low).astype(np.float32)[:, None] for at, low in ((at_y, top), (at_x, left)))
    here, right_of, under, across = (paper.take(corner, axis=0) for corner in corners)
    here += (right_of - here) * over
    under += (across - under) * over
    here += (under - here) * down
    values: NDArray[np.uint8] = (here + np.float32(0.5)).astype(np.uint8)
    return values


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
