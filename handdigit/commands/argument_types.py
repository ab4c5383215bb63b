"""What the command line's numbers may be; anything else is misuse, said in one line."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable

from handdigit.experiment.settings import LARGEST

QUOTED = 40
"""So many characters of what was typed are said again."""
MOST_PIXELS = 8000
"""Of a window, from side to side."""


def place(text: str) -> tuple[int, int]:
    """Return a row and a column."""
    row, _, column = text.partition(",")
    whole = whole_number(0)
    try:
        return whole(row), whole(column)
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(f"{_short(text)} is not ROW,COL, as in 5,6") from None


def unit(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a layer's name, and the place of one of its values."""
    layer, *places = text.split(",")
    whole = whole_number(0)
    try:
        position = tuple(map(whole, places))
    except argparse.ArgumentTypeError:
        position = ()
    if not layer or len(position) not in (1, 3):
        raise argparse.ArgumentTypeError(
            f"{_short(text)} is not LAYER,CHANNEL,ROW,COL, as in conv2,3,5,6, nor LAYER,FEATURE"
        )
    return layer, position


def size(text: str) -> tuple[int, int]:
    """Return a width and a height in pixels."""
    width, _, height = text.partition("x")
    whole = whole_number(1, MOST_PIXELS)
    try:
        return whole(width), whole(height)
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(
            f"{_short(text)} is not WxH, as in 1280x800, up to {MOST_PIXELS:,} each"
        ) from None


def _short(text: str) -> str:
    """Return what was typed as a sentence quotes it."""
    return repr(text if len(text) <= QUOTED else f"{text[:QUOTED]}…")


def whole_number(least: int = -LARGEST, most: int = LARGEST) -> Callable[[str], int]:
    """Return what reads a whole number within limits; a recipe's have theirs in the recipe."""

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:  # also where it has thousands of digits
            value = None
        if value is None or not least <= value <= most:
            raise argparse.ArgumentTypeError(
                f"{_short(text)} is no whole number from {least:,} to {most:,}"
            )
        return value

    return read


def number(least: float, most: float) -> Callable[[str], float]:
    """Return what reads a number within limits."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(
                f"{_short(text)} is no number from {least:g} to {most:g}"
            )
        return value

    return read
