"""Letters and signs of the fonts that a computer has, as strokes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from handdigit.core.errors import DataFileError
from handdigit.core.ink import Ink
from handdigit.core.negatives.skeleton import traced

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
SUFFIXES = (".ttf", ".otf", ".ttc")


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
