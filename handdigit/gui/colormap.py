"""Numbers to colours: one map, diverging around zero, sequential where nothing is below.

Zero has the same colour everywhere. Steps between the anchors are linear in sRGB; the
lightness runs monotonically from zero to either end, so the map also reads in grey.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from handdigit.gui.theme import Theme

HALF = 127
NOTHING = 2 * HALF + 1
"""The shade of what has no value: transparent."""


def coloured(values: NDArray[np.floating], limit: float, theme: Theme) -> QImage:
    """Return an image of (H, W) values: ±``limit`` are the ends, NaN is transparent."""
    return painted(shades(values, limit), theme)


def shades(
    values: NDArray[np.floating[Any]], limit: float | NDArray[np.floating[Any]]
) -> NDArray[np.uint8]:
    """Return which colour every value has, from 0 at -``limit`` to 2 ``HALF`` at ``limit``."""
    # In the values' own precision: all maps of a network are coloured for every movement.
    ends = np.asarray(limit, values.dtype)
    with np.errstate(invalid="ignore", over="ignore"):
        index: NDArray[np.floating[Any]] = values / np.where(ends > 0, ends, np.inf)
        index *= HALF
    np.rint(index, out=index)
    np.clip(index, -HALF, HALF, out=index)
    index += HALF
    np.copyto(index, NOTHING, where=np.isnan(index))
    return index.astype(np.uint8)


def painted(indices: NDArray[np.uint8], theme: Theme) -> QImage:
    """Return an image of (H, W) shades."""
    height, width = indices.shape
    # QImage only borrows the buffer: the copy owns its pixels.
    return QImage(
        _palette(theme).take(indices).tobytes(),
        width,
        height,
        4 * width,
        QImage.Format.Format_ARGB32_Premultiplied,
    ).copy()


def grey_image(picture: NDArray[np.uint8], theme: Theme) -> QImage:
    """Return an image of (H, W) ink, 0 as paper and 255 as full ink."""
    return coloured(picture.astype(np.float64), 255.0, theme)


@lru_cache(maxsize=4)
def table(theme: Theme) -> NDArray[np.uint32]:
    """Return the 255 colours from -1 to 1 as opaque ARGB."""
    stops = [theme.negative[1], theme.negative[0], theme.zero, *theme.positive]
    colours = [QColor(stop) for stop in stops]
    anchors = np.array([(c.red(), c.green(), c.blue()) for c in colours], dtype=np.float64)
    position = np.linspace(0, len(stops) - 1, 2 * HALF + 1)
    channels = (np.interp(position, range(len(stops)), anchors[:, c]) for c in range(3))
    red, green, blue = (np.rint(channel).astype(np.uint32) for channel in channels)
    argb = (np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue).astype(np.uint32)
    argb.setflags(write=False)
    return argb


@lru_cache(maxsize=4)
def _palette(theme: Theme) -> NDArray[np.uint32]:
    """Return the colours with that of :data:`NOTHING` after them."""
    return np.append(table(theme), np.uint32(0))
