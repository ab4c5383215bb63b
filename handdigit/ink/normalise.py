"""Drawings to 28×28 pictures, made exactly as MNIST was made.

1. the tight box of the ink; 2. the shorter side padded equally to a square and everything
brought to 20×20; 3. the brightest pixel to 255; 4. pasted into 28×28 by the whole-pixel
shift that brings the centre of mass nearest to pixel index (14, 14). Strokes are drawn at
20×20 from their geometry, bitmaps are area-resampled. Source: the MNIST authors'
description and the QMNIST reconstruction (Yadav and Bottou 2019, arXiv 1905.10498).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import EmptyDrawingError
from handdigit.ink.binarise import drawn_ink, opaque
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.rasterise import Lines, rasterise, rasterise_many
from handdigit.sentences import sentence

SIDE = 28
"""Side of the picture that a network gets, in pixels."""
BOX = 20
"""Side of the square that the ink is scaled to, in pixels."""
CENTRE = 14
"""Pixel index that the centre of mass is brought to, on both axes."""
DOT = 1e-100
"""Extent of centre lines up to which they are one point and cannot be scaled to the box."""


class Pen(NamedTuple):
    """How a centre line becomes ink at 20×20.

    The defaults are MNIST's: a seventh of the box wide, and as soft as its scans.
    """

    width: float = BOX / 7
    softness: float = 1.3


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """Which steps are taken. Every model expects both; switching one off shows why.

    Without ``scale`` the whole canvas or picture is shrunk, the ink staying where and as
    large as it is. Without ``centre`` the 20×20 square sits in the middle.
    """

    scale: bool = True
    centre: bool = True


@dataclass(frozen=True, slots=True)
class Normalised:
    """What came of each step; all pictures are uint8 with ink positive and paper 0."""

    found: FoundInk | None
    """Step 0 of a picture: ink separated from paper. None for strokes."""
    box: Bounds
    """Step 1: the tight box, in units of the source: of a picture, its pixels."""
    square: NDArray[np.uint8]
    """(20, 20) after steps 2 and 3; (28, 28) when scaling is off."""
    centroid: tuple[float, float]
    """Centre of mass of the square, as (row, column) pixel index."""
    shift: tuple[int, int]
    """Step 4: where the square's corner went, as (row, column)."""
    picture: NDArray[np.uint8]
    """(28, 28), as the network gets it."""

    @property
    def ink(self) -> NDArray[np.uint8] | None:
        """(h, w) ink of a picture."""
        return None if self.found is None else self.found.ink

    @property
    def extent(self) -> Bounds | None:
        """The part of the source that :attr:`ink` shows, in its pixels."""
        return None if self.found is None else self.found.extent


Source = Ink | NDArray[np.uint8] | FoundInk
"""Strokes; a picture as (H, W) grey, (H, W, 3) RGB or (H, W, 4) RGBA; or its ink."""


def normalise(
    source: Source, preprocessing: Preprocessing = Preprocessing(), pen: Pen = Pen()
) -> Normalised:
    """Normalise a drawing.

    Raises:
        EmptyDrawingError: there is no ink.
        PictureError: the array is no such picture.
    """
    if isinstance(source, Ink):
        return normalise_ink(source, preprocessing, pen)
    return normalise_found(found_ink(source), preprocessing)


Find = Callable[[NDArray[np.uint8]], FoundInk]
"""Finds the ink of a picture."""


def found_ink(source: NDArray[np.uint8] | FoundInk) -> FoundInk:
    """Return the ink of a picture: of a photo that of the writing that stands out most.

    Who has a gate at hand asks that which part of a photo is meant:
    :mod:`handdigit.recognition.photo_reader`.

    Raises:
        PictureError: the array is no picture.
    """
    if isinstance(source, FoundInk):
        return source
    drawn = drawn_ink(source)
    if drawn is not None:
        return drawn
    from handdigit.ink.photo import find_writing  # a dozen modules, which a drawing does not need

    candidates = find_writing(opaque(source)).candidates
    return candidates[0].found if candidates else FoundInk.blank(source.shape[:2])


def normalise_ink(
    ink: Ink, preprocessing: Preprocessing = Preprocessing(), pen: Pen = Pen()
) -> Normalised:
    """Normalise strokes. The pen's width is relative to the box, not to the drawing's unit.

    Raises:
        EmptyDrawingError: there are no strokes.
    """
    box = ink.bounds()
    radius = pen.width / 2
    if preprocessing.scale:
        # So far beyond the outermost centre line that the last pixel with any ink in it is
        # the last one of the box.
        margin = radius + pen.softness / 2 - 0.5
        extent = max(box.width, box.height)
        side, scale = BOX, (BOX - 2 * margin) / extent if extent > DOT else 1.0
        middle = (box.left + box.width / 2, box.top + box.height / 2)
    else:
        side, scale, middle = SIDE, float(SIDE), (0.5, 0.5)
    paths = [(stroke.xy() - middle) * scale + side / 2 for stroke in ink.strokes]
    coverage = rasterise(paths, (side, side), radius=radius, softness=pen.softness)
    return _placed(None, box, coverage, preprocessing)


def normalise_ink_picture(
    ink: NDArray[np.uint8], preprocessing: Preprocessing = Preprocessing()
) -> Normalised:
    """Normalise an (H, W) picture whose ink is positive and whose paper is 0.

    Raises:
        EmptyDrawingError: all of it is paper.
    """
    return normalise_found(FoundInk.whole(ink), preprocessing)


def normalise_found(found: FoundInk, preprocessing: Preprocessing = Preprocessing()) -> Normalised:
    """Normalise the ink of a picture.

    Raises:
        EmptyDrawingError: there is none.
    """
    ink = found.ink
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        raise EmptyDrawingError(sentence("There is no ink in this picture: nothing stands out."))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    box = found.bounds_of(Bounds(float(left), float(top), float(right), float(bottom)))
    if preprocessing.scale:
        square = _area_resample(_padded_to_square(ink[top:bottom, left:right]), BOX)
    elif found.is_whole:
        square = _area_resample(_padded_to_square(ink), SIDE)
    else:
        square = _in_whole_picture(found)
    return _placed(found, box, square, preprocessing)


def centre_of_mass(picture: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the (row, column) centroid of an (H, W) picture in pixel-index coordinates.

    Raises:
        EmptyDrawingError: the picture has no ink.
    """
    total = int(picture.sum(dtype=np.int64))
    if total == 0:
        raise EmptyDrawingError(sentence("There is no ink within the frame: draw a digit first."))
    row = float(picture.sum(axis=1, dtype=np.int64) @ np.arange(picture.shape[0])) / total
    column = float(picture.sum(axis=0, dtype=np.int64) @ np.arange(picture.shape[1])) / total
    return row, column


def _placed(
    found: FoundInk | None,
    box: Bounds,
    square: NDArray[np.floating],
    preprocessing: Preprocessing,
) -> Normalised:
    peak = float(square.max())
    grey = np.rint(square * (255.0 / peak if peak > 0 else 0.0)).astype(np.uint8)
    centroid = centre_of_mass(grey)
    if preprocessing.centre and preprocessing.scale:
        wanted = [_nearest(CENTRE - c) for c in centroid]
    else:
        wanted = [(SIDE - grey.shape[0]) // 2] * 2
    # The square's empty margins may leave the frame, its ink may not: a heavy blob on a
    # long thin line cannot be centred fully.
    lines = [np.flatnonzero(grey.any(axis=axis)) for axis in (1, 0)]
    row, column = (
        int(min(max(shift, -line[0]), SIDE - 1 - line[-1]))
        for shift, line in zip(wanted, lines, strict=True)
    )
    (top, bottom), (left, right) = ((line[0], line[-1] + 1) for line in lines)
    picture = np.zeros((SIDE, SIDE), np.uint8)
    picture[top + row : bottom + row, left + column : right + column] = grey[top:bottom, left:right]
    return Normalised(found, box, grey, centroid, (row, column), picture)


def _nearest(value: float) -> int:
    # Symmetric drawings put the centroid exactly between two pixels; rounding first keeps
    # the last bits of a float from deciding which. Ties go down, as in the MNIST files.
    return math.ceil(round(value, 6) - 0.5)


def _padded_to_square(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = picture.shape
    side = max(height, width)
    top, left = (side - height) // 2, (side - width) // 2
    return np.pad(picture, ((top, side - height - top), (left, side - width - left)))


def _area_resample(square: NDArray[np.uint8], side: int) -> NDArray[np.float64]:
    if square.shape[0] == side:
        return square.astype(np.float64)
    weights = _area_weights(square.shape[0], side)
    resampled: NDArray[np.float64] = weights @ square.astype(np.float64) @ weights.T
    return resampled


@lru_cache(maxsize=64)
def _area_weights(source: int, target: int) -> NDArray[np.float64]:
    """Return (target, source) weights: how much of each source pixel a target pixel covers."""
    edges = np.arange(target + 1) * (source / target)
    weights = _overlaps(edges, np.arange(source + 1)) * (target / source)
    weights.setflags(write=False)
    return weights


def _overlaps(
    target: NDArray[np.floating] | NDArray[np.integer],
    source: NDArray[np.floating] | NDArray[np.integer],
) -> NDArray[np.float64]:
    """Return (T, S): how much of each interval between edges lies in each other one."""
    ends = np.minimum(target[1:, None], source[1:])
    overlap: NDArray[np.float64] = np.clip(
        ends - np.maximum(target[:-1, None], source[:-1]), 0, None
    )
    return overlap


def _in_whole_picture(found: FoundInk) -> NDArray[np.float64]:
    """Return the (28, 28) picture that a whole picture is shrunk to, its paper 0."""
    side = max(found.size)
    weights = []
    starts = (found.extent.top, found.extent.left)
    for length, start, scale, count in zip(
        found.size, starts, reversed(found.scale), found.ink.shape, strict=True
    ):
        edges = np.arange(SIDE + 1) * (side / SIDE) - (side - length) // 2
        weights.append(_overlaps(edges, start + scale * np.arange(count + 1)) * (SIDE / side))
    rows, columns = weights
    shrunk: NDArray[np.float64] = rows @ found.ink.astype(np.float64) @ columns.T
    return shrunk


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
