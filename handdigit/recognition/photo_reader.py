"""The writing in a photo: the gate chooses among what may be it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.binarise import drawn_ink, opaque
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.normalise import Find, normalise_found
from handdigit.ink.photo import find_writing
from handdigit.ink.writing import Writing
from handdigit.network.alphabet import Alphabet
from handdigit.network.recognition import Corners, Cut
from handdigit.recognition.gate import Gate, shipped_gate

LINE_SIDE = 1024
"""Pixels of the longer side of a drawing that are enough for a number."""


class PhotoReader:
    """Finds the ink of pictures; what was found last is kept: it is asked for again."""

    def __init__(self, gate: Gate | None) -> None:
        """Choose with ``gate``, if there is one."""
        self._gate = gate
        self._last: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self._line: FoundInk | None = None
        self._found: tuple[FoundInk, Cut | None] | None = None

    def line(self, picture: NDArray[np.uint8] | FoundInk) -> FoundInk:
        """Return the ink of a picture from which a number is read; ink that was told stays so.

        Raises:
            PictureError: the array is no picture.
        """
        if isinstance(picture, FoundInk):
            return picture
        self.found(picture)
        if self._line is None:
            drawn = drawn_ink(picture, LINE_SIDE)
            self._line = FoundInk.blank(_size(picture)) if drawn is None else drawn
        return self._line

    def found(self, picture: NDArray[np.uint8]) -> tuple[FoundInk, Cut | None]:
        """Return the ink of a picture, and which part it is if the picture is a photo.

        Raises:
            PictureError: the array is no picture.
        """
        if self._found is None or not np.array_equal(picture, self._last):
            self._last, self._found = picture, self._find(picture)
        return self._found

    def ink(self, picture: NDArray[np.uint8]) -> FoundInk:
        """Return the ink of a picture.

        Raises:
            PictureError: the array is no picture.
        """
        return self.found(picture)[0]

    def _find(self, picture: NDArray[np.uint8]) -> tuple[FoundInk, Cut | None]:
        self._line = None
        drawn = drawn_ink(picture)
        if drawn is not None:
            return drawn, None
        size = _size(picture)
        writing = find_writing(opaque(picture))
        self._line = writing.line
        choice = writing.choice(self._approves)
        boxes = tuple(candidate.found.extent for candidate in writing.candidates)
        sheet = _corners(writing, size)
        if choice is None:
            return FoundInk.blank(size), Cut(size, boxes, 0, 0.0, sheet)
        chosen = writing.candidates.index(choice.candidate)
        return choice.candidate.found, Cut(size, boxes, chosen, choice.clearness, sheet)

    def _approves(self, found: FoundInk) -> bool:
        """Return whether an ink is plainly a digit to the gate.

        Recognising also lets an unusual digit through, of which the model is sure. No model is
        asked here: a photo shows the same ink to every model, and to an import, which has none.
        What is chosen is judged as any drawing is when it is recognised.
        """
        if self._gate is None:
            return True
        picture = normalise_found(found).picture
        return float(self._gate.digitness(picture[None], None)[0]) >= self._gate.threshold


def finder_of(alphabet: Alphabet) -> Find:
    """Return what finds the ink of pictures of an alphabet's classes: as the window does.

    Raises:
        DataFileError: the program is installed without its gate.
    """
    gate = shipped_gate()
    return PhotoReader(gate if gate.alphabet == alphabet else None).ink


def _size(picture: NDArray[np.uint8]) -> tuple[int, int]:
    return picture.shape[0], picture.shape[1]


def _corners(writing: Writing, size: tuple[int, int]) -> Corners | None:
    if writing.sheet.corners is None:
        return None
    return tuple((float(x * size[1]), float(y * size[0])) for x, y in writing.sheet.corners)
