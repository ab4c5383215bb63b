"""Ink: what a person drew, as immutable strokes of points.

A drawing stays a set of vectors everywhere (canvas, undo history, files, samples); the
picture that a network gets is always derived from it, see :mod:`handdigit.ink.normalise`.
"""

from __future__ import annotations

import json
import reprlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import INK_CHARACTERS, INK_POINTS, INK_STROKES, MB
from handdigit.errors import EmptyDrawingError, InkError, decoding
from handdigit.sentences import sentence

COORDINATE_LIMIT = 1e12
"""Coordinates beyond this magnitude are refused: no device writes them."""
FULL = sentence(
    "This drawing is full: up to {0:,} points in {1:,} strokes can be kept; "
    "undo the last step, or clear the canvas and begin another.",
    INK_POINTS,
    INK_STROKES,
)


class Point(NamedTuple):
    """One position of the pen; x to the right, y down, in any unit.

    ``pressure`` is 0..1 and ``time`` is in seconds, each None where the device gives none.
    """

    x: float
    y: float
    pressure: float | None = None
    time: float | None = None


_COLUMNS = tuple(map(itemgetter, range(len(Point._fields))))
"""Each gives one value of a point."""


class Bounds(NamedTuple):
    """The smallest upright rectangle around the centre lines of an ink."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Horizontal extent, 0 for a vertical line."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Vertical extent, 0 for a horizontal line."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Stroke:
    """The path of the pen from touching down to lifting off; at least one point."""

    points: tuple[Point, ...]

    def __reduce__(self) -> tuple[object, ...]:
        """Have pickle write columns: point by point it takes five times as long.

        All that while it would keep Python's lock, and so the window.
        """
        return _unpickled, tuple(_packed([*map(get, self.points)]) for get in _COLUMNS)

    def with_point(self, point: Point) -> Stroke:
        """Return this stroke continued to ``point``."""
        return Stroke((*self.points, point))

    def xy(self) -> NDArray[np.float64]:
        """Return the coordinates as an (N, 2) array of x, y."""
        x, y = (np.fromiter(map(get, self.points), np.float64) for get in _COLUMNS[:2])
        return np.column_stack([x, y])


_Column = bytes | list[float | None] | None
"""One value of every point of a stroke: float64 if all are known, None if none is."""


def _packed(values: list[float | None]) -> _Column:
    unknown = values.count(None)
    if not unknown:  # of no points too, where nothing else would end their rows
        return np.array(values, np.float64).tobytes()
    return None if unknown == len(values) else values


def _unpickled(*columns: _Column) -> Stroke:
    def values(column: _Column) -> Iterable[float | None]:
        if isinstance(column, bytes):
            return memoryview(column).cast("d")
        return repeat(None) if column is None else column

    rows = zip(*map(values, columns), strict=False)  # of what is unknown there is no end
    return Stroke(tuple(map(partial(tuple.__new__, Point), rows)))


@dataclass(frozen=True, slots=True)
class Ink:
    """Everything drawn so far. On the canvas, units are 0..1 with the origin top left."""

    strokes: tuple[Stroke, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.strokes

    @property
    def point_count(self) -> int:
        """Number of points in all strokes."""
        return sum(len(stroke.points) for stroke in self.strokes)

    def with_stroke(self, stroke: Stroke) -> Ink:
        """Return this ink with one more stroke."""
        return Ink((*self.strokes, stroke))

    def bounds(self) -> Bounds:
        """Return the rectangle around all points.

        Raises:
            EmptyDrawingError: there are no points.
        """
        if self.is_empty:
            raise EmptyDrawingError(sentence("There is no ink yet: draw a digit first."))
        xy = np.concatenate([stroke.xy() for stroke in self.strokes])
        left, top = xy.min(axis=0)
        right, bottom = xy.max(axis=0)
        return Bounds(float(left), float(top), float(right), float(bottom))

    def mapped(self, scale: float, dx: float, dy: float) -> Ink:
        """Return the ink with x, y scaled and then moved; pressure and time are kept."""
        return Ink(
            tuple(
                Stroke(tuple(p._replace(x=p.x * scale + dx, y=p.y * scale + dy) for p in s.points))
                for s in self.strokes
            )
        )

    def require_room(self) -> None:
        """Require no more points and strokes than can be read back.

        Raises:
            InkError: there are more.
        """
        if len(self.strokes) > INK_STROKES or self.point_count > INK_POINTS:
            raise InkError(FULL)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON form, ``{"strokes": [[[x, y], …], …]}``, which can be read back.

        Pressure is the third value of a point and time the fourth, written where known. All that
        writes inks writes this, so none writes one that :meth:`from_json` would refuse.

        Raises:
            InkError: it has more points or strokes than are read, a stroke without points, or a
                point out of range.
        """
        self.require_room()
        if not all(stroke.points for stroke in self.strokes):
            raise InkError(sentence("This drawing has a stroke without points: draw it anew."))
        return {"strokes": [[_point_to_json(p) for p in s.points] for s in self.strokes]}

    @classmethod
    def from_json(cls, value: object) -> Ink:
        """Read the JSON form; keys other than ``strokes`` are left to the caller.

        Raises:
            InkError: the value is not an ink; the text says where and what is wrong.
        """
        if not isinstance(value, Mapping) or "strokes" not in value:
            raise InkError(
                sentence('This is not an ink: expected {{"strokes": [[[x, y], …], …]}}.')
            )
        strokes = value["strokes"]
        if not isinstance(strokes, _LISTS):
            raise InkError(sentence('This is not an ink: "strokes" must be a list of strokes.'))
        if len(strokes) > INK_STROKES:
            raise InkError(
                sentence(
                    "This ink has {0:,} strokes; inks up to {1:,} strokes are read: leave some "
                    "out.",
                    len(strokes),
                    INK_STROKES,
                )
            )
        points = sum(len(s) for s in strokes if isinstance(s, _LISTS))
        if points > INK_POINTS:
            raise InkError(
                sentence(
                    "This ink has {0:,} points; inks up to {1:,} points are read: leave some out.",
                    points,
                    INK_POINTS,
                )
            )
        return cls(tuple(_stroke_from_json(s, i) for i, s in enumerate(strokes, start=1)))

    @classmethod
    def from_text(cls, text: str) -> Ink:
        """Parse the text of an ink ``.json`` file.

        Raises:
            InkError: the text is not JSON, or not an ink.
        """
        return cls.from_json(parse_json(text))

    @classmethod
    def from_xy(cls, strokes: Iterable[Iterable[Sequence[float]]]) -> Ink:
        """Build an ink from plain sequences of (x, y)."""
        return cls(tuple(Stroke(tuple(Point(*map(float, xy)) for xy in s)) for s in strokes))


def parse_json(text: str) -> object:
    """Parse JSON text.

    Raises:
        InkError: the text is not JSON, which names the line, or longer than any ink.
    """
    if len(text) > INK_CHARACTERS:
        raise InkError(
            sentence(
                "This is not an ink: it has {0:,} characters, and inks have up to {1} million.",
                len(text),
                INK_CHARACTERS // MB,
            )
        )
    not_an_ink = sentence(
        "This is not an ink: its lists are nested too deeply, or a number is too long."
    )
    with decoding(not_an_ink, InkError):
        try:
            value: object = json.loads(text, parse_float=_parsed_float, parse_int=_parsed_int)
        except json.JSONDecodeError as error:
            raise InkError(
                sentence("This is not JSON: {0} at line {1}.", error.msg, error.lineno)
            ) from None
    return value


def _parsed_float(digits: str) -> float:
    # Without such functions the parser keeps Python's lock, and so the window, to the text's end.
    return float(digits)


def _parsed_int(digits: str) -> int:
    return int(digits)


_LISTS = (list, tuple)
"""What a list of JSON is: what was parsed, or what :meth:`Ink.to_json` gives."""


def _point_to_json(point: Point) -> list[float | None]:
    values = list(point)
    if not all(v is None or -COORDINATE_LIMIT <= v <= COORDINATE_LIMIT for v in values):
        raise InkError(
            sentence("This drawing has a point out of range, {0}: draw it anew.", values)
        )
    while values[-1] is None:
        values.pop()
    return values


def _stroke_from_json(value: Any, number: int) -> Stroke:
    if not isinstance(value, _LISTS) or not value:
        raise InkError(sentence("Stroke {0} is not a list of at least one [x, y] point.", number))
    points = []
    for place, point in enumerate(value, start=1):
        try:
            points.append(_point_from_json(point))
        except InkError as error:
            raise InkError(
                sentence("Stroke {0}, point {1}: {2}", number, place, error.sentence)
            ) from None
    return Stroke(tuple(points))


def _point_from_json(value: Any) -> Point:
    """Return a point; what errors say begins after its place."""
    if not isinstance(value, _LISTS) or not 2 <= len(value) <= 4:
        raise InkError(sentence("it must be [x, y], [x, y, pressure] or [x, y, pressure, time]."))
    x, y, *more = value
    return Point(_number(x), _number(y), *(None if v is None else _number(v) for v in more))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InkError(sentence("it has a value that is not a number: {0}.", reprlib.repr(value)))
    if not -COORDINATE_LIMIT <= value <= COORDINATE_LIMIT:  # written so that NaN is refused
        raise InkError(sentence("it is out of range: {0}.", reprlib.repr(value)))
    return float(value)
