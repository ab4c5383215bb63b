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
IDX_FILE = FileBudget(600 * MB, "idx files", "split it")
"""A file of pictures or labels. The largest part of EMNIST, 700,000 pictures, has 547 MB."""
PICTURE_FILE = FileBudget(128 * MB, "pictures", "save it smaller")
"""An encoded picture. A photo of 108 megapixels has up to 50 MB, a bitmap of 40 has 120."""
TENSOR_FILE = FileBudget(64 * MB, "gates and pen models", "name the right file")
"""A gate or a pen model. Those that ship have 0.3 MB."""
