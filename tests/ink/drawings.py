"""Drawings and photos of drawings, made up from curves."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Ink
from handdigit.ink.rasterise import rasterise


def arc(
    centre: tuple[float, float], radii: tuple[float, float], start: float, end: float
) -> NDArray[np.float64]:
    """Return 40 points of an ellipse; angles in degrees, clockwise from the right."""
    angle = np.radians(np.linspace(start, end, 40))
    return np.column_stack(
        [centre[0] + radii[0] * np.cos(angle), centre[1] + radii[1] * np.sin(angle)]
    )


def line(*corners: tuple[float, float]) -> NDArray[np.float64]:
    return np.array(corners, dtype=np.float64)


THREE = (
    np.vstack(
        [
            arc((0.47, 0.34), (0.20, 0.14), -160, 90),
            arc((0.47, 0.66), (0.22, 0.18), -90, 120),
        ]
    ),
)
FOUR = (line((0.45, 0.2), (0.33, 0.55), (0.7, 0.55)), line((0.58, 0.35), (0.56, 0.85)))
FIVE = (
    np.vstack(
        [
            line((0.66, 0.2), (0.4, 0.21), (0.37, 0.48)),
            arc((0.47, 0.62), (0.22, 0.16), -130, 156),
        ]
    ),
)
SEVEN = (line((0.3, 0.2), (0.68, 0.22), (0.5, 0.82)),)
# None has its centre of mass close to the middle of two pixels: a picture of it that differs
# by a hair would be centred a whole pixel off, as it should.
DIGITS = {"three": THREE, "four": FOUR, "five": FIVE, "seven": SEVEN}


def ink_of(strokes: tuple[NDArray[np.float64], ...]) -> Ink:
    return Ink.from_xy([stroke.tolist() for stroke in strokes])


@lru_cache(maxsize=64)
def coverage(name: str, side: int, width: float = 0.08) -> NDArray[np.float64]:
    """Return how much of each pixel of a (side, side) canvas a digit inks, 0..1."""
    paths = [stroke * side for stroke in DIGITS[name]]
    return rasterise(paths, (side, side), radius=width * side / 2, softness=1.0)


def painted(inked: NDArray[np.float64], ink: float = 0, paper: float = 255) -> NDArray[np.uint8]:
    """Return a drawing as a paint program would save it."""
    return np.rint(paper + (ink - paper) * inked).astype(np.uint8)


def photographed(
    inked: NDArray[np.float64],
    *,
    ink: float,
    paper: float,
    falloff: float = 0.6,
    vignette: float = 0.3,
    noise: float = 4.0,
) -> NDArray[np.uint8]:
    """Return a slightly blurred photo under light from one side, darker to its corners.

    ``falloff`` is how much of the light is missing at the far side, ``vignette`` how much in
    the corners, and ``noise`` the standard deviation of the sensor's, in grey levels.
    """
    side = len(inked)
    y, x = np.mgrid[0:side, 0:side] / (side - 1) - 0.5
    light = (1 - falloff * (0.5 + 0.7 * x + 0.3 * y)) * (1 - 2 * vignette * (x**2 + y**2))
    scene = (paper + (ink - paper) * _blurred(inked, reach=side // 300)) * light
    noisy = scene + np.random.default_rng(7).normal(0, noise, inked.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


def _blurred(picture: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    kernel = np.ones(2 * reach + 1) / (2 * reach + 1)
    for axis in (0, 1):
        picture = np.apply_along_axis(np.convolve, axis, picture, kernel, "same")
    return picture


def likeness(picture: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Return the correlation of two pictures, 1 where they are the same."""
    return float(np.corrcoef(picture.ravel(), other.ravel())[0, 1])
