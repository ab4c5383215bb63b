"""What handles move: a frame, or four corners; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from PySide6.QtCore import QSizeF

from handdigit.gui.state.drawing.mending import Edit, PictureMending
from handdigit.ink.ink import Bounds
from handdigit.ink.mending import ALL, Mending
from handdigit.ink.perspective import Corners, Map, Place, four, inverse, is_convex, mapped

SMALLEST = 0.03
"""Width and height of a frame at least, in shares of the picture."""
LEAST_TURN = 2e-3
"""At every corner: what is nearly a triangle is no sheet."""


class Handle(IntEnum):
    """Corners clockwise from the top left, then edges clockwise from the top."""

    TOP_LEFT = 0
    TOP_RIGHT = 1
    BOTTOM_RIGHT = 2
    BOTTOM_LEFT = 3
    TOP = 4
    RIGHT = 5
    BOTTOM = 6
    LEFT = 7


@dataclass(frozen=True, slots=True)
class FrameShape:
    """A frame, in shares of the picture."""

    frame: Bounds

    @property
    def corners(self) -> Corners:
        """Clockwise from the top left."""
        left, top, right, bottom = self.frame
        return (left, top), (right, top), (right, bottom), (left, bottom)

    @property
    def is_all(self) -> bool:
        """Whether it is all of the picture."""
        return self.frame == ALL

    def has(self, handle: Handle, size: QSizeF, room: float) -> bool:
        """Return whether there is a handle: one on an edge needs room between the corners."""
        if handle in (Handle.TOP, Handle.BOTTOM):
            return self.frame.width * size.width() >= 3 * room
        if handle in (Handle.LEFT, Handle.RIGHT):
            return self.frame.height * size.height() >= 3 * room
        return True

    def place(self, handle: Handle) -> Place:
        """Return where a handle is."""
        left, top, right, bottom = self.frame
        if handle < Handle.TOP:
            return self.corners[handle]
        middle = (left + right) / 2, (top + bottom) / 2
        return (
            (middle[0], top), (right, middle[1]), (middle[0], bottom), (left, middle[1])
        )[handle - Handle.TOP]  # fmt: skip

    def contains(self, place: Place) -> bool:
        """Return whether a place is in it."""
        left, top, right, bottom = self.frame
        return left <= place[0] <= right and top <= place[1] <= bottom

    def dragged(self, handle: Handle, to: Place) -> FrameShape:
        """Return it with a handle elsewhere; no edge passes the one across."""
        x, y = (min(max(value, 0.0), 1.0) for value in to)
        left, top, right, bottom = self.frame
        if handle in (Handle.TOP_LEFT, Handle.LEFT, Handle.BOTTOM_LEFT):
            left = min(x, right - SMALLEST)
        elif handle not in (Handle.TOP, Handle.BOTTOM):
            right = max(x, left + SMALLEST)
        if handle in (Handle.TOP_LEFT, Handle.TOP, Handle.TOP_RIGHT):
            top = min(y, bottom - SMALLEST)
        elif handle not in (Handle.LEFT, Handle.RIGHT):
            bottom = max(y, top + SMALLEST)
        return FrameShape(Bounds(left, top, right, bottom))

    def moved(self, dx: float, dy: float) -> FrameShape:
        """Return it elsewhere, as far as that is on the picture."""
        left, top, right, bottom = self.frame
        dx, dy = min(max(dx, -left), 1 - right), min(max(dy, -top), 1 - bottom)
        return FrameShape(Bounds(left + dx, top + dy, right + dx, bottom + dy))

    def drawn(self, start: Place, end: Place) -> FrameShape:
        """Return another one from corner to corner; the one that is there if it is too small."""
        (left, right), (top, bottom) = (
            sorted(min(max(value, 0.0), 1.0) for value in pair)
            for pair in zip(start, end, strict=True)
        )
        is_large = right - left >= SMALLEST and bottom - top >= SMALLEST
        return FrameShape(Bounds(left, top, right, bottom)) if is_large else self

    def said(self, mending: Mending) -> Mending:
        """Return what is said of the picture now."""
        return mending.cut(self.frame)


@dataclass(frozen=True, slots=True, eq=False)
class CornersShape:
    """The corners of a sheet, in shares of the turned picture."""

    corners: Corners
    to_original: Map
    """From shares of what is shown to shares of the picture as it was imported."""
    turns: int
    """Which corner of that one is top left here."""

    @property
    def is_all(self) -> bool:
        """Whether it is all of the picture."""
        return False

    def has(self, handle: Handle, _size: QSizeF, _room: float) -> bool:
        """Return whether there is a handle: at the corners."""
        return handle < Handle.TOP

    def place(self, handle: Handle) -> Place:
        """Return where a handle is."""
        return self.corners[handle % 4]

    def contains(self, place: Place) -> bool:
        """Return whether a place is in it."""
        pairs = zip(self.corners, self.corners[1:] + self.corners[:1], strict=True)
        return all(
            (b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0]) >= 0
            for a, b in pairs
        )

    def dragged(self, handle: Handle, to: Place) -> CornersShape:
        """Return it with a corner elsewhere, unless it were no sheet any more."""
        corners = list(self.corners)
        corners[handle % 4] = (min(max(to[0], 0.0), 1.0), min(max(to[1], 0.0), 1.0))
        return self._with(corners)

    def moved(self, dx: float, dy: float) -> CornersShape:
        """Return it elsewhere, as far as that is on the picture."""
        (left, top), (right, bottom) = np.min(self.corners, axis=0), np.max(self.corners, axis=0)
        dx, dy = min(max(dx, -left), 1 - right), min(max(dy, -top), 1 - bottom)
        return self._with([(float(x + dx), float(y + dy)) for x, y in self.corners])

    def said(self, mending: Mending) -> Mending:
        """Return what is said of the picture now."""
        first = self.turns % 4
        here = self.corners[first:] + self.corners[:first]
        return mending.straightened(four(mapped(here, self.to_original)))

    def _with(self, corners: list[Place]) -> CornersShape:
        sheet = four(corners)
        if not is_convex(sheet, LEAST_TURN):
            return self
        return CornersShape(sheet, self.to_original, self.turns)


Shape = FrameShape | CornersShape


def shape_of(mending: PictureMending) -> Shape | None:
    """Return what the handles say now, None where there are none."""
    under = mending.under_handles
    if under is None:
        return None
    said = mending.mending
    frame = FrameShape(said.frame or ALL)
    if mending.edit is Edit.FRAME:
        return frame
    shown, corners = under.mending.map, frame.corners
    if said.corners is not None:
        here = mapped(said.corners, inverse(shown))
        first = -said.turns % 4
        corners = four([*here[first:], *here[:first]])
    return CornersShape(corners, shown, said.turns)
