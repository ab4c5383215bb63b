"""One drawing turned, shifted, scaled, thickened or covered with noise, step by step.

Strokes are varied as geometry and drawn anew, so nothing blurs; pictures are resampled.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import EmptyDrawingError
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import (
    BOX,
    CENTRE,
    DOT,
    SIDE,
    Normalised,
    Pen,
    Preprocessing,
    Source,
    normalise,
    normalise_ink,
    normalise_ink_picture,
)
from handdigit.ink.rasterise import rasterise

DIRECTIONS = 16
RINGS = 2
"""How finely the disc that lines grow by is sampled."""


def resampled(
    picture: NDArray[np.floating],
    matrix: NDArray[np.floating],
    origin: NDArray[np.floating],
    shape: tuple[int, int],
    *,
    samples: int = 1,
) -> NDArray[np.float64]:
    """Return what an (H, W) picture shows at ``matrix @ (x, y) + origin``, paper 0 around it.

    Args:
        picture: pixel (row, column) covers x from column to column + 1, y likewise.
        matrix: (2, 2), from the result's (x, y) to the picture's.
        origin: where the result's (0, 0) lies in the picture.
        shape: rows and columns of the result.
        samples: each pixel is the mean of this many bilinear samples a side.
    """
    rows, columns = ((np.arange(n * samples) + 0.5) / samples for n in shape)
    x = matrix[0, 0] * columns + matrix[0, 1] * rows[:, None] + origin[0] - 0.5
    y = matrix[1, 0] * columns + matrix[1, 1] * rows[:, None] + origin[1] - 0.5
    values = _bilinear(np.pad(np.asarray(picture, np.float64), 1), x + 1, y + 1)
    blocks = values.reshape(shape[0], samples, shape[1], samples)
    mean: NDArray[np.float64] = blocks.mean(axis=(1, 3))
    return mean


def grown(picture: NDArray[np.float64], pixels: float) -> NDArray[np.float64]:
    """Return an (H, W) picture whose lines are ``pixels`` wider on either side, or thinner.

    Grey dilation with a disc, or erosion where ``pixels`` is negative (Serra 1982).
    """
    if pixels == 0:
        return picture
    rows, columns = (np.arange(n, dtype=np.float64) for n in picture.shape)
    best = picture
    margin = 2 + math.ceil(abs(pixels))
    padded = np.pad(picture, margin)
    choose = np.maximum if pixels > 0 else np.minimum
    for ring in range(1, RINGS + 1):
        radius = abs(pixels) * ring / RINGS
        for angle in np.arange(DIRECTIONS) * (2 * math.pi / DIRECTIONS):
            x = columns + margin + radius * math.cos(angle)
            y = rows[:, None] + margin + radius * math.sin(angle)
            best = choose(best, _bilinear(padded, *np.broadcast_arrays(x, y)))
    return best


def _bilinear(
    picture: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return values at pixel-index coordinates; beyond the outermost pixels theirs is meant."""
    height, width = picture.shape
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    column = np.minimum(x.astype(np.int64), width - 2)
    row = np.minimum(y.astype(np.int64), height - 2)
    dx, dy = x - column, y - row
    corner = row * width + column
    flat = picture.reshape(-1)
    upper = flat[corner] * (1 - dx) + flat[corner + 1] * dx
    lower = flat[corner + width] * (1 - dx) + flat[corner + width + 1] * dx
    value: NDArray[np.float64] = upper * (1 - dy) + lower * dy
    return value


PIVOT = CENTRE + 0.5
"""Turning and scaling leave this coordinate of the 28×28 alone: the centre of mass."""
FINE = 3
"""Pixels of a picture on its way to be normalised again, per pixel of the 28×28."""
NOISE_SEED = 1
THINNEST_RAMP = 1.0
"""A smaller drawing is not sharper than this many pixels: exact anti-aliasing."""

_Item = TypeVar("_Item")


class Dial(StrEnum):
    """What can be turned."""

    ROTATE = "rotate"
    ACROSS = "across"
    DOWN = "down"
    SCALE = "scale"
    THICKEN = "thicken"
    NOISE = "noise"


class Range(NamedTuple):
    """From where to where a dial goes; at ``neutral`` the drawing is as it was."""

    low: float
    high: float
    neutral: float


RANGES: Mapping[Dial, Range] = MappingProxyType(
    {
        Dial.ROTATE: Range(-90, 90, 0),
        Dial.ACROSS: Range(-14, 14, 0),
        Dial.DOWN: Range(-14, 14, 0),
        Dial.SCALE: Range(0.3, 2, 1),
        Dial.THICKEN: Range(0.4, 2.5, 1),
        Dial.NOISE: Range(0, 1, 0),
    }
)
"""Degrees clockwise; pixels of 28 to the right and down; factors; standard deviation of the
noise, where full ink is 1."""


def perturb(
    source: Source,
    dial: Dial,
    values: Sequence[float],
    preprocessing: Preprocessing = Preprocessing(),
    *,
    again: bool = False,
) -> NDArray[np.uint8]:
    """Return the (N, 28, 28) pictures of a drawing with ``dial`` at each of N values.

    Args:
        source: strokes, or a picture as :func:`normalise` takes it.
        dial: what is turned.
        values: where it is turned to.
        preprocessing: which steps of the normalisation are taken.
        again: normalise what was varied again, as if it had been drawn so. Otherwise it is
            what the network gets as it is, cut off at the frame. Where no ink is left, or
            none can be made out, the picture is all paper.

    Raises:
        EmptyDrawingError: there is no ink.
        PictureError: the array is no picture.
    """
    normalised = normalise(source, preprocessing)
    if dial is Dial.NOISE:
        noisy = [_noisy(normalised.picture, value) for value in values]
        if not again:
            return np.array(noisy, np.uint8).reshape(-1, SIDE, SIDE)
        return _pictures(noisy, lambda picture: normalise(picture, preprocessing).picture)
    changes = [_CHANGES[dial](value) for value in values]
    if isinstance(source, Ink):
        strokes = _Strokes(_placed_paths(source, normalised), preprocessing)
        return _pictures(changes, strokes.again if again else strokes.as_they_are)
    picture = _Picture(normalised, preprocessing)
    return _pictures(changes, picture.again if again else picture.as_it_is)


@dataclass(frozen=True, slots=True)
class _Change:
    """Turned by ``angle`` radians and scaled about the pivot, then shifted; pen thickened."""

    angle: float = 0.0
    scale: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)
    thickness: float = 1.0

    @property
    def matrix(self) -> NDArray[np.float64]:
        """Applied to column vectors (x, y)."""
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return np.array([[cos, -sin], [sin, cos]]) * self.scale

    def __call__(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where (N, 2) points of the 28×28 go."""
        moved: NDArray[np.float64] = (xy - PIVOT) @ self.matrix.T + PIVOT + self.shift
        return moved


_CHANGES: Mapping[Dial, Callable[[float], _Change]] = MappingProxyType(
    {
        Dial.ROTATE: lambda degrees: _Change(angle=math.radians(degrees)),
        Dial.ACROSS: lambda pixels: _Change(shift=(pixels, 0.0)),
        Dial.DOWN: lambda pixels: _Change(shift=(0.0, pixels)),
        Dial.SCALE: lambda factor: _Change(scale=factor),
        Dial.THICKEN: lambda factor: _Change(thickness=factor),
    }
)


def _pictures(
    items: Sequence[_Item], make: Callable[[_Item], NDArray[np.uint8]]
) -> NDArray[np.uint8]:
    pictures = np.zeros((len(items), SIDE, SIDE), np.uint8)
    for picture, item in zip(pictures, items, strict=True):
        try:
            picture[:] = make(item)
        except EmptyDrawingError:
            continue  # all of it is beyond the frame, or drowned in noise
    return pictures


def _noisy(picture: NDArray[np.uint8], deviation: float) -> NDArray[np.uint8]:
    """Return the picture with Gaussian noise; the same one, more or less of it, every time."""
    noise = np.random.default_rng(NOISE_SEED).standard_normal(picture.shape)
    return _grey(picture / 255 + noise * deviation)


def _grey(coverage: NDArray[np.floating]) -> NDArray[np.uint8]:
    levels: NDArray[np.floating] = np.rint(np.clip(coverage, 0, 1) * 255)
    return levels.astype(np.uint8)


def _placed_paths(ink: Ink, normalised: Normalised) -> list[NDArray[np.float64]]:
    """Return the centre lines where normalisation put them, in pixels of the 28×28."""
    pen, box, side = Pen(), normalised.box, normalised.square.shape[0]
    if side == BOX:
        extent = max(box.width, box.height)
        margin = pen.width / 2 + pen.softness / 2 - 0.5
        scale = (BOX - 2 * margin) / extent if extent > DOT else 1.0
        middle = (box.left + box.width / 2, box.top + box.height / 2)
    else:  # scaling is off: the whole canvas
        scale, middle = float(SIDE), (0.5, 0.5)
    corner = normalised.shift[::-1]
    return [
        np.round((stroke.xy() - middle) * scale, 6) + side / 2 + corner for stroke in ink.strokes
    ]


@dataclass(frozen=True, slots=True)
class _Strokes:
    """Centre lines in pixels of the 28×28."""

    paths: Sequence[NDArray[np.float64]]
    preprocessing: Preprocessing

    def as_they_are(self, change: _Change) -> NDArray[np.uint8]:
        pen = Pen()
        coverage = rasterise(
            [change(path) for path in self.paths],
            (SIDE, SIDE),
            radius=pen.width / 2 * change.scale * change.thickness,
            softness=max(THINNEST_RAMP, pen.softness * change.scale),
        )
        return _grey(coverage)

    def again(self, change: _Change) -> NDArray[np.uint8]:
        """Normalisation draws with its own pen, whatever the drawing was made with."""
        ink = Ink.from_xy((change(path) / SIDE).tolist() for path in self.paths)
        return normalise_ink(ink, self.preprocessing).picture


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture, at its own resolution and as normalised."""

    normalised: Normalised
    preprocessing: Preprocessing

    def as_it_is(self, change: _Change) -> NDArray[np.uint8]:
        back = np.linalg.inv(change.matrix)
        origin = PIVOT - back @ (np.add(PIVOT, change.shift))
        samples = math.ceil(1 / change.scale - 1e-9)
        moved = resampled(
            self.normalised.picture / 255, back, origin, (SIDE, SIDE), samples=samples
        )
        return _grey(grown(moved, Pen().width / 2 * (change.thickness - 1)))

    def again(self, change: _Change) -> NDArray[np.uint8]:
        if not self.preprocessing.scale:
            return normalise_ink_picture(self.as_it_is(change), self.preprocessing).picture
        found = self.normalised.found
        assert found is not None  # it is a picture
        ink, box = found.ink, found.part_of(self.normalised.box)
        # Fine pixels of the 28×28 a pixel of the ink takes, and where the ink's corners go.
        fine = FINE * BOX / max(box.width, box.height)
        middle = np.array([box.left + box.width / 2, box.top + box.height / 2])
        half = np.array([box.width, box.height]) / 2
        corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half @ change.matrix.T * fine
        pen_grows = FINE * Pen().width / 2 * (change.thickness - 1)
        margin = 2 + max(0, math.ceil(pen_grows))
        low = np.floor(corners.min(axis=0) + np.multiply(change.shift, FINE)) - margin
        columns, rows = (np.ceil(np.ptp(corners, axis=0)) + 2 * margin + 1).astype(int)
        back = np.linalg.inv(change.matrix) / fine
        origin = middle + back @ (low - np.multiply(change.shift, FINE))
        samples = min(FINE, math.ceil(1 / (fine * change.scale)))
        moved = resampled(ink / 255, back, origin, (int(rows), int(columns)), samples=samples)
        return normalise_ink_picture(_grey(grown(moved, pen_grows))).picture
