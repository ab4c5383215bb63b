"""Numbers to colours: one map, diverging around zero, sequential where nothing is below.

Zero has the same colour everywhere. Steps between the anchors are linear in sRGB; the
lightness runs monotonically from zero to either end, so the map also reads in grey.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from handdigit.gui.theme import Theme

HALF = 127


def coloured(values: NDArray[np.floating], limit: float, theme: Theme) -> QImage:
    """Return an image of (H, W) values: ±``limit`` are the ends, NaN is transparent."""
    missing = np.isnan(values)
    scale = HALF / limit if limit > 0 else 0.0
    index = np.rint(np.clip(np.where(missing, 0, values) * scale, -HALF, HALF)).astype(np.int64)
    pixels = table(theme)[index + HALF]
    pixels[missing] = 0
    height, width = values.shape
    # QImage only borrows the buffer: the copy owns its pixels.
    return QImage(
        pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
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
