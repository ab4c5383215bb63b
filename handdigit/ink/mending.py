"""What a person has said of a picture: which part is meant, which way up it is, what is ink.

The picture itself stays as it was. It is mended in this order: the eraser passes over it, four
corners are pulled straight, the result is turned, a frame is cut out, ink is told from paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.binarise import drawn_ink
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds
from handdigit.ink.perspective import (
    QUARTER_TURN,
    WHOLE,
    Corners,
    Map,
    Place,
    map_to,
    mapped,
    seen_through,
)
from handdigit.ink.rubbing import Rubbing, without
from handdigit.ink.separation import as_written, separated

ALL = Bounds(0.0, 0.0, 1.0, 1.0)
USUAL_STRENGTH = 0.5
"""From which strength on something is ink where only paper and ink were exchanged."""
MOST_PLACES = 20_000
"""Of the eraser on one picture."""


@dataclass(frozen=True, slots=True)
class Mending:
    """All of it as a value; the default leaves a picture as it is."""

    turns: int = 0
    """Quarter turns clockwise, 0..3."""
    corners: Corners | None = None
    """Of what is pulled straight, in shares of the original's width and height."""
    frame: Bounds | None = None
    """What is cut out, in shares of the straight and turned picture."""
    is_inverted: bool = False
    """Whether ink is what would be taken for paper."""
    least_ink: float | None = None
    """From which strength on something is ink, 0..1; None where the program decides."""
    rubbings: tuple[Rubbing, ...] = ()
    """Where the eraser has passed."""

    @property
    def map(self) -> Map:
        """From shares of the mended picture to shares of the original."""
        straight = map_to(self.corners or WHOLE) @ np.linalg.matrix_power(QUARTER_TURN, self.turns)
        left, top, right, bottom = self.frame or ALL
        cut = np.array([[right - left, 0, left], [0, bottom - top, top], [0, 0, 1]])
        mended: Map = straight @ cut
        return mended

    @property
    def decides_ink(self) -> bool:
        """Whether something was said of what is ink."""
        return self.is_inverted or self.least_ink is not None

    def turned(self, quarters: int) -> Mending:
        """Return what shows the picture turned clockwise, the frame with it."""
        frame = self.frame
        for _ in range(quarters % 4):
            frame = frame and Bounds(1 - frame.bottom, frame.left, 1 - frame.top, frame.right)
        return replace(self, turns=(self.turns + quarters) % 4, frame=frame)

    def straightened(self, corners: Corners | None) -> Mending:
        """Return what pulls other corners straight; a frame of before means nothing any more."""
        return replace(self, corners=None if corners == WHOLE else corners, frame=None)

    def cut(self, frame: Bounds | None) -> Mending:
        """Return what cuts out another frame."""
        return replace(self, frame=None if frame == ALL else frame)

    def rubbed_at(self, place: Place, radius: float) -> Mending:
        """Return what erases at a place of the mended picture, too.

        ``radius`` is in shares of the original's longer side.
        """
        (there,) = mapped((place,), self.map)
        return self._rubbed((*self.rubbings, Rubbing((there,), radius)))

    def rubbed_on_to(self, place: Place) -> Mending:
        """Return what goes on with the newest pass of the eraser."""
        (there,) = mapped((place,), self.map)
        *before, newest = self.rubbings
        return self._rubbed((*before, newest.gone_to(there)))

    def to_json(self) -> dict[str, object]:
        """Return this as what JSON can hold; only what was said is in it."""
        values: dict[str, object] = {}
        if self.turns:
            values["turns"] = self.turns
        if self.corners is not None:
            values["corners"] = [list(corner) for corner in self.corners]
        if self.frame is not None:
            values["frame"] = list(self.frame)
        if self.is_inverted:
            values["inverted"] = True
        if self.least_ink is not None:
            values["least_ink"] = self.least_ink
        if self.rubbings:
            values["rubbings"] = [
                [rubbing.radius, [list(place) for place in rubbing.places]]
                for rubbing in self.rubbings
            ]
        return values

    def _rubbed(self, rubbings: tuple[Rubbing, ...]) -> Mending:
        """Return what erases there, unless that were more than can be kept."""
        count = sum(len(rubbing.places) for rubbing in rubbings)
        return self if count > MOST_PLACES else replace(self, rubbings=rubbings)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Mending:
        """Return what :meth:`to_json` has made values of.

        Raises:
            ValueError, TypeError, KeyError: it has not, or they make no sense.
        """
        frame, least, corners = (values.get(name) for name in ("frame", "least_ink", "corners"))
        mending = cls(
            turns=int(values.get("turns", 0)) % 4,
            corners=None if corners is None else _corners(corners),
            frame=None if frame is None else _frame(frame),
            is_inverted=values.get("inverted") is True,
            least_ink=None if least is None else _share(least),
            rubbings=tuple(
                Rubbing(tuple(map(_place, places)), _share(radius))
                for radius, places in values.get("rubbings", ())
            ),
        )
        places = [rubbing.places for rubbing in mending.rubbings]
        if not all(places) or sum(map(len, places)) > MOST_PLACES:
            raise ValueError(values)
        return mending


def _share(value: Any) -> float:
    share = float(value)
    if not 0 <= share <= 1:
        raise ValueError(value)
    return share


def _place(value: Any) -> Place:
    x, y = map(float, value)
    if not -1 <= min(x, y) <= max(x, y) <= 2:  # the eraser may pass the edge
        raise ValueError(value)
    return x, y


def _frame(value: Any) -> Bounds:
    frame = Bounds(*map(_share, value))
    if frame.width <= 0 or frame.height <= 0:
        raise ValueError(value)
    return frame


def _corners(value: Any) -> Corners:
    first, second, third, fourth = (tuple(map(_share, corner)) for corner in value)
    corners = ((*first,), (*second,), (*third,), (*fourth,))
    map_to(corners)  # type: ignore[arg-type]  # refuses what is no quadrilateral of places
    return corners  # type: ignore[return-value]


def part_of(pixels: NDArray[np.uint8], mending: Mending) -> NDArray[np.uint8]:
    """Return the part of an (H, W, 4) picture that is meant, upright and straight, (h, w, 4).

    Without corners it consists of the picture's own pixels.
    """
    rubbed = without(pixels, mending.rubbings)
    frame = mending.frame or ALL
    if mending.corners is None:
        whole = np.rot90(rubbed, -mending.turns)
        height, width = whole.shape[:2]
        left, right = _whole_pixels(frame.left, frame.right, width)
        top, bottom = _whole_pixels(frame.top, frame.bottom, height)
        return np.ascontiguousarray(whole[top:bottom, left:right])
    size = straight_size(pixels.shape[:2], mending)
    rows, columns = (max(1, round(n)) for n in (size[0] * frame.height, size[1] * frame.width))
    return seen_through(rubbed, mending.map, (rows, columns))


def mended(part: NDArray[np.uint8], mending: Mending) -> NDArray[np.uint8] | FoundInk:
    """Return what :func:`part_of` returns as a number is read, or its ink if that was said."""
    if not mending.decides_ink:
        return part
    least = USUAL_STRENGTH if mending.least_ink is None else mending.least_ink
    return separated(part, least, is_inverted=mending.is_inverted)


def mended_writing(part: NDArray[np.uint8], mending: Mending) -> NDArray[np.uint8] | FoundInk:
    """Return the same as one writing is read: of a photo with lines as wide as a pen's."""
    found = mended(part, mending)
    if isinstance(found, FoundInk) and drawn_ink(part) is None:
        return as_written(found)
    return found


def straight_size(shape: tuple[int, ...], mending: Mending) -> tuple[float, float]:
    """Return height and width of an (H, W) picture pulled straight and turned, in its pixels."""
    height, width = shape[:2]
    places = np.array(mending.corners or WHOLE) * (width, height)
    sides = np.hypot(*(np.roll(places, -1, axis=0) - places).T)
    high, wide = float(max(sides[1], sides[3])), float(max(sides[0], sides[2]))
    return (wide, high) if mending.turns % 2 else (high, wide)


def _whole_pixels(start: float, end: float, size: int) -> tuple[int, int]:
    first = min(round(start * size), size - 1)
    return first, max(first + 1, round(end * size))
