"""The line of a pen: a curve through its points, as wide as pressure and speed make it.

Only what is shown: the points themselves stay as they are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, dist, sqrt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from handdigit.ink.ink import Point

LIGHT_TOUCH = 0.35
"""Share of the pen's width that a stroke keeps at no pressure."""
FAST = 6.0
"""Canvas units a second from which on a line gets no thinner."""
FAST_SHARE = 0.7
"""Share of its width that it keeps there."""
FOLLOWING = 0.3
"""Share of the way to its new width that a line goes from one point to the next."""
PIECE = 0.25
"""Length of the straight pieces of a curve, in widths of the line."""
SHORTEST_PIECE = 2.0
"""In pixels."""
NEAREST = 0.5
"""A point that is nearer to the one before, in pixels, and makes the line no wider, is left out."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where and how a drawing is painted."""

    origin: QPointF
    """Where canvas position (0, 0) lies."""
    side: float
    """Pixels that a canvas unit takes."""
    pen_width: float
    """In canvas units."""
    colour: QColor

    @property
    def square(self) -> QRectF:
        """The unit square."""
        return QRectF(self.origin, QSizeF(self.side, self.side))


class Knot(NamedTuple):
    """A position of the line, and how wide it is there, in pixels."""

    x: float
    y: float
    width: float


class Piece(NamedTuple):
    """A straight piece of the line; one of no length is a dot."""

    start: Knot
    end: Knot


class Brush:
    """Follows one stroke; what it has said of the line stays as it is.

    The curve is a centripetal Catmull-Rom spline, which makes no loops where points lie unevenly:
    Yuksel et al., "On the parameterization of Catmull-Rom curves", 2009. Its last piece depends
    on the next point: until that is there, it is the tip.
    """

    def __init__(self, look: Look) -> None:
        """Begin a stroke."""
        self._look = look
        self._knots: deque[Knot] = deque(maxlen=4)
        self._last: Point | None = None
        self._speed = 0.0

    def go_to(self, point: Point) -> list[Piece]:
        """Go on to a point; return what is certain now: the line up to the point before."""
        look = self._look
        target = look.pen_width * look.side * self._share(point)
        width = target
        x, y = look.origin.x() + point.x * look.side, look.origin.y() + point.y * look.side
        if self._knots:
            before = self._knots[-1]
            if dist((x, y), before[:2]) < NEAREST and abs(target - before.width) < NEAREST:
                return []
            width = before.width + FOLLOWING * (target - before.width)
        self._knots.append(Knot(x, y, width))
        self._last = point
        return [] if len(self._knots) < 3 else self._curve(after=self._knots[-1])

    def tip(self) -> list[Piece]:
        """Return the rest of the line as it looks now."""
        if len(self._knots) == 1:
            return [Piece(self._knots[0], self._knots[0])]
        return self._curve(after=None) if self._knots else []

    def _share(self, point: Point) -> float:
        """Return which share of the pen's width a line has at a point."""
        last = self._last
        if last is not None and last.time is not None and point.time is not None:
            seconds = point.time - last.time
            if seconds > 0:  # else two points of one report: the pen is as fast as it was
                self._speed = dist(point[:2], last[:2]) / seconds
        pressed = 1.0 if point.pressure is None else point.pressure
        fast = min(1.0, self._speed / FAST)
        return (LIGHT_TOUCH + (1 - LIGHT_TOUCH) * pressed) * (1 - (1 - FAST_SHARE) * fast)

    def _curve(self, after: Knot | None) -> list[Piece]:
        """Return the pieces to the newest knot, or to the one that ``after`` follows."""
        knots = [*self._knots]
        if after is not None:
            knots.pop()
        *_, start, end = knots
        before = knots[-3] if len(knots) > 2 else None
        first = None if before is None else _handle(before, start, end)
        second = None if after is None else _handle(after, end, start)
        # Where a stroke begins or ends, the curve bends as at its other end.
        first = first or _bent(start, end, second or end[:2])
        second = second or _bent(end, start, first)
        length = dist(start[:2], first) + dist(first, second) + dist(second, end[:2])
        count = max(1, ceil(length / max(SHORTEST_PIECE, PIECE * end.width)))
        pieces, last = [], start
        for number in range(1, count + 1):
            t = number / count
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            knot = Knot(
                a * start.x + b * first[0] + c * second[0] + d * end.x,
                a * start.y + b * first[1] + c * second[1] + d * end.y,
                start.width + t * (end.width - start.width),
            )
            pieces.append(Piece(last, knot))
            last = knot
        return pieces


def _handle(before: Knot, at: Knot, to: Knot) -> tuple[float, float]:
    """Return the Bézier handle at a knot of the curve that leads from one before to the next."""
    near, far = sqrt(dist(before[:2], at[:2])), sqrt(dist(at[:2], to[:2]))
    if near == 0 or far == 0:
        return at.x, at.y
    own = 2 * near**2 + 3 * near * far + far**2
    whole = 3 * near * (near + far)
    return (
        (near**2 * to.x - far**2 * before.x + own * at.x) / whole,
        (near**2 * to.y - far**2 * before.y + own * at.y) / whole,
    )


def _bent(at: Knot, to: Knot, handle: tuple[float, float]) -> tuple[float, float]:
    """Return the handle at a knot that makes a parabola, given the one at the other end."""
    x, y = (end + 1.5 * (near - end) for end, near in zip(to[:2], handle, strict=True))
    return (at.x + 2 * x) / 3, (at.y + 2 * y) / 3


def paint_pieces(painter: QPainter, pieces: Iterable[Piece], colour: QColor) -> None:
    """Paint pieces of a line with round ends."""
    for start, end in pieces:
        width = (start.width + end.width) / 2
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if start[:2] == end[:2]:
            painter.drawPoint(QPointF(*end[:2]))
        else:
            painter.drawLine(QPointF(*start[:2]), QPointF(*end[:2]))


def area_of(pieces: Iterable[Piece]) -> QRectF:
    """Return the part of the widget that pieces of a line take, empty if there are none."""
    area = QRectF()
    for start, end in pieces:
        reach = max(start.width, end.width) / 2 + 2
        corners = QRectF(QPointF(*start[:2]), QPointF(*end[:2])).normalized()
        area |= corners.adjusted(-reach, -reach, reach, reach)
    return area
