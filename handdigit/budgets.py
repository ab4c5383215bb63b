"""What every reader may spend: bytes, points, strokes, pixels. More is refused before it is spent.

Each budget says what it limits, then why it is so large. ``docs/budgets.md`` has the same words
and a test compares them.
"""

from __future__ import annotations

from typing import NamedTuple

MB = 10**6
"""Bytes in a megabyte, as sentences name it."""


class FileBudget(NamedTuple):
    """How large a file of one kind may be."""

    size: int
    """Bytes, unpacked where the file is gzip."""
    what: str
    """What is in such files, in the plural, for the sentence that refuses one."""
    advice: str
    """What to do about a larger one."""


TEXT_FILE = FileBudget(MB, "texts", "name the right file")
"""A description: a recipe, a network, a run, a list. The longest that ships has 9 KB."""
INK_FILE = FileBudget(100 * MB, "inks", "split it")
"""A file of inks. 20,000 digits of 80 writers have 9 MB; what is kept of 100 MB fits 1 GB."""
INK_CHARACTERS = 25 * MB
"""Of the text of one ink: so many points with pressure and time, to the last digit."""
INK_POINTS = 250_000
"""Of one ink. The longest of 21,000 recorded digits has 693; 250,000 take 4 s to answer."""
INK_STROKES = 10_000
"""Of one ink. The most that a recorded digit has are 6."""
INK_FILE_LINES = 1_000_000
"""Of a file of inks, empty ones as well: each costs memory beside its text."""
INK_FILE_POINTS = 3_000_000
"""Of a file whose inks are all kept, to learn from: 80,000 digits. A point takes 200 bytes."""
NUMBER_PIECES = 200
"""Of a number: strokes, and parts of strokes. The network reads every group of neighbours."""
IDX_FILE = FileBudget(600 * MB, "idx files", "split it")
"""A file of pictures or labels. The largest part of EMNIST, 700,000 pictures, has 547 MB."""
IDX_PIXELS = 1 << 20
"""Of each picture in an idx file: to find the ink in it takes 100 bytes a pixel."""
PICTURE_FILE = FileBudget(128 * MB, "pictures", "save it smaller")
"""An encoded picture. A photo of 108 megapixels has up to 50 MB, a bitmap of 40 has 120."""
JPEG_PIXELS = 120_000_000
"""Of a JPEG, which is shrunk while it is decoded. Telephones take photos of 108 million."""
PICTURE_PIXELS = 40_000_000
"""Of any other picture, of which all is decoded: 0.7 GB, half of it Pillow's and libwebp's."""
PICTURE_SIDE = 1_000_000
"""Rows or columns of a picture: every row costs memory of its own, however short."""
EXIF_BYTES = 1 << 16
"""Of what a camera wrote about a picture, as a JPEG has room for. More is not looked at."""
TENSOR_FILE = FileBudget(64 * MB, "gates and pen models", "name the right file")
"""A gate or a pen model. Those that ship have 0.3 MB."""
