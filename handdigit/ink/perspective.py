"""Projective maps of the unit square, and pictures seen through them.

A map is a (3, 3) matrix that takes (x, y, 1) to (x', y', 1) up to a factor.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float64]
Place = tuple[float, float]
"""x, y in shares of width and height."""
Corners = tuple[Place, Place, Place, Place]
"""Clockwise from the top left."""

WHOLE: Corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
QUARTER_TURN: Map = np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, 1.0], [0.0, 0.0, 1.0]])
"""Where each place of a picture that was turned clockwise was before."""


def map_to(corners: Corners) -> Map:
    """Return the map that takes the unit square to four corners (Heckbert 1989).

    Raises:
        ValueError: they are no corners of a convex quadrilateral.
    """
    if not is_convex(corners):
        raise ValueError(corners)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    sx, sy = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    dx1, dx2, dy1, dy2 = x1 - x2, x3 - x2, y1 - y2, y3 - y2
    area = dx1 * dy2 - dx2 * dy1
    g, h = (sx * dy2 - dx2 * sy) / area, (dx1 * sy - sx * dy1) / area
    return np.array([
        [x1 - x0 + g * x1, x3 - x0 + h * x3, x0],
        [y1 - y0 + g * y1, y3 - y0 + h * y3, y0],
        [g, h, 1.0],
    ])  # fmt: skip


def four(places: Iterable[Place]) -> Corners:
    """Return four places as corners, none of them outside of the picture."""
    first, second, third, fourth = (
        (min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)) for x, y in places
    )
    return first, second, third, fourth


def inverse(of: Map) -> Map:
    """Return the map that leads back."""
    back: Map = np.linalg.inv(of).astype(np.float64)
    return back


def is_convex(corners: Corners, least: float = 1e-4) -> bool:
    """Return whether four corners go clockwise round an area, and turn at each of them."""
    turns = (
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        for a, b, c in zip(
            corners, corners[1:] + corners[:1], corners[2:] + corners[:2], strict=True
        )
    )
    return all(turn > least for turn in turns)


def mapped(places: Iterable[Place], by: Map) -> tuple[Place, ...]:
    """Return where a map takes places."""
    points = np.array([(x, y, 1.0) for x, y in places]).reshape(-1, 3) @ by.T
    return tuple((float(x / w), float(y / w)) for x, y, w in points)


def seen_through(pixels: NDArray[np.uint8], by: Map, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the (height, width) picture whose places a map takes to places of ``pixels``.

    Between pixels values are interpolated linearly; beyond the edge nothing is there, all 0.

    Args:
        pixels: (H, W, 4).
        by: from shares of the result's size to shares of (H, W).
        size: of the result.
    """
    from PIL import Image  # not with the window, which opens without it

    (rows, columns), (height, width) = size, pixels.shape[:2]
    in_pixels = np.diag([width, height, 1]) @ by @ np.diag([1 / columns, 1 / rows, 1])
    coefficients = (in_pixels / in_pixels[2, 2]).ravel()[:8].tolist()
    seen = Image.fromarray(pixels).transform(
        (columns, rows), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )
    return np.array(seen, dtype=np.uint8)
