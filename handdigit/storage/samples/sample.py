"""A labelled drawing: as it is given, as it is stored in a row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import HanddigitError
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, normalise_ink, normalise_inks
from handdigit.network.alphabet import require_name
from handdigit.sentences import sentence
from handdigit.storage.samples.entries import kind_of

CANVAS = "canvas"
"""Origin of what was drawn and labelled in the window."""

SampleDrawing = Ink | NDArray[np.uint8]
"""Strokes, or a (28, 28) picture as a network gets it."""


@dataclass(frozen=True, slots=True, eq=False)
class NewSample:
    """A labelled drawing that is to be stored."""

    drawing: SampleDrawing
    label: str
    """What its class is called."""
    origin: str = CANVAS
    created: str = ""
    """ISO 8601, UTC; now where empty."""
    held_out: bool | None = None
    """None to let the store choose."""


@dataclass(frozen=True, slots=True, eq=False)
class StoredSample:
    """A sample as stored; exactly one of ``ink`` and ``picture`` is there."""

    id: int
    label: str
    """What its class is called."""
    ink: Ink | None
    picture: NDArray[np.uint8] | None
    """(28, 28)."""
    created: str
    origin: str
    held_out: bool
    """Never to be trained on: it measures what training was good for."""

    @property
    def drawing(self) -> SampleDrawing:
        """The strokes where there are some, else the picture."""
        if self.ink is not None:
            return self.ink
        assert self.picture is not None  # every row has one of the two
        return self.picture

    def as_fed(self) -> NDArray[np.uint8]:
        """Return the (28, 28) picture that a network gets."""
        drawing = self.drawing
        return normalise_ink(drawing).picture if isinstance(drawing, Ink) else drawing


def pictures_as_fed(samples: Sequence[StoredSample]) -> NDArray[np.uint8]:
    """Return the (N, 28, 28) pictures that a network gets, quicker than one by one."""
    pictures = np.zeros((len(samples), SIDE, SIDE), np.uint8)
    drawn = [(row, sample.ink) for row, sample in enumerate(samples) if sample.ink is not None]
    if drawn:
        batch = InkBatch.from_inks([ink for _, ink in drawn])
        pictures[[row for row, _ in drawn]] = normalise_inks(batch)
    for row, sample in enumerate(samples):
        if sample.picture is not None:
            pictures[row] = sample.picture
    return pictures


def storable(new: NewSample) -> NewSample:
    """Return the same without the halves of characters, which a database does not take.

    Raises:
        AlphabetError: nothing can be called as its label.
    """
    require_name(new.label)
    origin, created = (text.encode(errors="replace").decode() for text in (new.origin, new.created))
    return replace(new, origin=origin, created=created)


def stored_form(drawing: SampleDrawing) -> tuple[str | None, bytes | None]:
    """Return the columns ``ink`` and ``picture``, of which one is None.

    Raises:
        HanddigitError: there is nothing drawn.
    """
    if isinstance(drawing, Ink):
        if drawing.is_empty:
            raise HanddigitError(sentence("There is nothing drawn: a sample needs ink."))
        return json.dumps(drawing.to_json(), separators=(",", ":")), None
    if drawing.shape != (SIDE, SIDE) or drawing.dtype != np.uint8:
        raise ValueError(f"a sample's picture is ({SIDE}, {SIDE}) uint8, not {drawing.shape}")
    if not drawing.any():
        raise HanddigitError(sentence("There is no ink in this picture: a sample needs ink."))
    return None, drawing.tobytes()


def sample_from_row(row: tuple[Any, ...]) -> StoredSample:
    """Return the sample in a row of id, label, ink, picture, created, origin, held out.

    What :func:`read_rows` translates is raised where the row is damaged.
    """
    identity, label, ink, picture, created, origin, held_out = row
    kind = kind_of(label, held_out)
    read = None if ink is None else Ink.from_text(_text(ink))
    pixels = None if picture is None else np.frombuffer(picture, np.uint8).reshape(SIDE, SIDE)
    if (read is None) == (pixels is None) or (read is not None and read.is_empty):
        raise ValueError("a sample is an ink or a picture")
    return StoredSample(
        identity, kind.label, read, pixels, _text(created), _text(origin), kind.held_out
    )


def text_from_row(row: tuple[Any, ...]) -> str:
    """Return the only column of a row, a text."""
    return _text(row[0])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value
