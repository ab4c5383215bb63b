"""Letters and signs of the fonts that a computer has, as strokes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from handdigit.errors import DataFileError
from handdigit.ink.ink import Ink

_Pixel = tuple[int, int]
_Pixels = list[_Pixel]
AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
"""The eight neighbours of a pixel, clockwise from above."""
SPUR = 0.08
"""A branch shorter than this share of the shape's longer side is a fault of the skeleton."""


def traced(shape: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """Return the strokes of an (H, W) shape as (N, 2) rows of x, y, in pixels; maybe none."""
    thin = thinned(shape)
    pixels = {(int(row), int(column)) for row, column in np.argwhere(thin)}
    near = {pixel: _neighbours(pixel, pixels) for pixel in pixels}
    least = SPUR * max(shape.shape)
    # What stands alone is no spur, however short: the dot of an i.
    kept = [
        path
        for path in _followed(near)
        if len(path) >= least or max(len(near[path[0]]), len(near[path[-1]])) <= 1
    ]
    return [_smooth(np.array(path, np.float64)[:, ::-1]) for path in kept]


def thinned(shape: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the skeleton of an (H, W) shape, one pixel wide.

    Source: Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", 1984.
    """
    thin = np.pad(shape, 1)
    while True:
        before = int(thin.sum())
        for first in (True, False):
            p = np.stack([np.roll(thin, (-dy, -dx), axis=(0, 1)) for dy, dx in AROUND])
            count = p.sum(axis=0)
            changes = (~p & np.roll(p, -1, axis=0)).sum(axis=0)
            above, right, below, left = p[0], p[2], p[4], p[6]
            if first:
                free = ~(above & right & below) & ~(right & below & left)
            else:
                free = ~(above & right & left) & ~(above & below & left)
            thin = thin & ~(thin & (count >= 2) & (count <= 6) & (changes == 1) & free)
        if int(thin.sum()) == before:
            return thin[1:-1, 1:-1]


def _followed(near: Mapping[_Pixel, _Pixels]) -> list[_Pixels]:
    """Return rows of pixels that cover a skeleton, from end or crossing to such.

    Args:
        near: the neighbours of each of its pixels.
    """
    used: set[frozenset[_Pixel]] = set()
    paths = [[pixel] for pixel in sorted(near) if not near[pixel]]
    # Rings have no end: they begin anywhere, once all else is followed.
    ends = [pixel for pixel in sorted(near) if len(near[pixel]) != 2]
    for start in [*ends, *sorted(near)]:
        for following in near[start]:
            if frozenset((start, following)) in used:
                continue
            path = [start, following]
            used.add(frozenset((start, following)))
            while len(near[path[-1]]) == 2 and path[-1] != start:
                onward = [p for p in near[path[-1]] if frozenset((path[-1], p)) not in used]
                if not onward:
                    break
                used.add(frozenset((path[-1], onward[0])))
                path.append(onward[0])
            paths.append(path)
    return paths


def _neighbours(pixel: _Pixel, pixels: set[_Pixel]) -> _Pixels:
    """Return the neighbours of a pixel; a diagonal one only where no straight way leads there."""
    row, column = pixel
    straight = [(row + dy, column + dx) for dy, dx in AROUND[::2]]
    found = [place for place in straight if place in pixels]
    for dy, dx in AROUND[1::2]:
        corner = (row + dy, column + dx)
        if corner in pixels and not {(row + dy, column), (row, column + dx)} & pixels:
            found.append(corner)
    return found


def _smooth(path: NDArray[np.float64]) -> NDArray[np.float64]:
    """Take the steps out of a row of pixels; its ends stay."""
    for _ in range(4):
        path[1:-1] = (path[:-2] + 2 * path[1:-1] + path[2:]) / 4
    every = max(1, len(path) // 16)
    return np.concatenate([path[:-1:every], path[-1:]])


CHARACTERS = (
    "ACEFHJKLMNPRTUVWXYacdefhijkmnprtuvwxy?!+=#%&@$*<>~^_{}[]"
    "αελμνπψωΓΔΛΞΠΣΨΩЖЯШЩЮЫДЛЦ→←↓∞√∑≠≤≥±×÷∈⊂∪∩∧∨∀∃♥★☺♪€£¥"
)
"""Those that are nobody's digits."""
SIZE = 56
"""Height of the letters, in pixels."""
FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": (os.path.join(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),),  # noqa: PTH118
}
SUFFIXES = (".ttf", ".otf", ".ttc", ".woff2")


def font_files() -> tuple[Path, ...]:
    """Return the fonts of this computer, in order of their names."""
    folders = [Path(folder).expanduser() for folder in FOLDERS.get(sys.platform, ())]
    found = [path for folder in folders if folder.is_dir() for path in folder.rglob("*")]
    return tuple(sorted(path for path in found if path.suffix.lower() in SUFFIXES))


def font_inks(files: Sequence[Path], characters: str = CHARACTERS) -> Iterator[tuple[str, Ink]]:
    """Yield characters as every font has them, and their strokes; those it lacks are left out.

    Raises:
        DataFileError: there are no fonts.
    """
    if not files:
        raise DataFileError("No fonts were found on this computer: fit without --fonts.")
    for file in files:
        try:
            font = ImageFont.truetype(str(file), SIZE)
        except OSError:
            continue  # of a kind that Pillow does not read
        missing = _drawn(font, "\U0010ffff")
        for character in characters:
            shape = _drawn(font, character)
            if shape.any() and not np.array_equal(shape, missing):
                strokes = traced(shape)
                if strokes:
                    yield character, Ink.from_xy((stroke / SIZE).tolist() for stroke in strokes)


def _drawn(font: ImageFont.FreeTypeFont, character: str) -> NDArray[np.bool_]:
    """Return which pixels a character covers, as small as it is."""
    picture = Image.new("L", (3 * SIZE, 3 * SIZE))
    ImageDraw.Draw(picture).text((SIZE, SIZE), character, fill=255, font=font)
    box = picture.getbbox()
    return np.asarray(picture.crop(box)) > 127 if box else np.zeros((1, 1), bool)
