"""The drawing with its history as records of a journal, of which each says what is new."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import numpy as np

from handdigit.budgets import PICTURE_BYTES
from handdigit.errors import DataFileError, HanddigitError, decoding
from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture
from handdigit.gui.state.drawing.history import History, Page, Pages
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.mending import Mending
from handdigit.number.grouping import Anchor, Apart, Grouping, Together
from handdigit.sentences import sentence

PORTION = 1000
"""Points in a record at most: encoding one must not keep the pen waiting."""
HISTORY_BYTES = 32 << 20
"""What past and future may each take, about, when the journal is written anew."""
POINT_BYTES = 64
READ_BYTES = 16 * HISTORY_BYTES
"""What the past may take, about, while a journal with pictures is read."""
_MARKS: dict[str, type[Together | Apart]] = {"together": Together, "apart": Apart}


@dataclass(frozen=True, slots=True, eq=False)
class DrawingState:
    """What comes back at the next start."""

    pages: Pages
    drawing: Drawing
    """The page on the canvas, with the stroke in progress."""
    reads_number: bool

    @property
    def is_blank(self) -> bool:
        """Whether nothing was drawn, not even something that was undone."""
        return self.drawing == BLANK and not (self.pages.past or self.pages.future)

    def over(self, earlier: DrawingState) -> DrawingState:
        """Return what was drawn since the start over what was there before."""
        history = History(self.pages.present, self.pages.past, self.pages.future)
        history.restore(earlier.pages)
        is_drawing = self.drawing is not self.pages.present.drawing
        drawing = self.drawing if is_drawing else history.pages.present.drawing
        reads_number = (earlier if self.is_blank else self).reads_number
        return DrawingState(history.pages, drawing, reads_number)


def whole_records(state: DrawingState) -> Iterator[list[object]]:
    """Yield a state from its oldest page on; pages beyond the budget are left out."""
    pages, present = state.pages, state.pages.present
    future = _affordable(pages.future, present, HISTORY_BYTES)
    past = _affordable(pages.past, present, HISTORY_BYTES)
    drawing: Drawing = BLANK
    word = "begin"
    for page in (*past, present, *reversed(future)):
        yield from _drawn(drawing, page.drawing)
        yield [word, _grouping_to_json(page.grouping)]
        drawing, word = page.drawing, "commit"
    for _ in future:
        yield ["undo"]
    yield from _drawn(present.drawing, state.drawing)
    yield ["number", state.reads_number]


def change_records(before: DrawingState, after: DrawingState) -> list[list[object]] | None:
    """Return what makes one state of the next; None if there is more than a step between them."""
    old, new = before.pages, after.pages
    records: list[list[object]] = []
    drawing = new.present.drawing
    if new == old:
        drawing = before.drawing
    elif old.past and new.future == (*old.future, old.present) and new.present is old.past[-1]:
        records.append(["undo"])
    elif old.future and new.present is old.future[-1] and new.future == old.future[:-1]:
        records.append(["redo"])
    elif new.past[-1:] == (old.present,) and not new.future:
        records += _drawn(before.drawing, drawing)
        records.append(["commit", _grouping_to_json(new.present.grouping)])
    else:
        return None
    records += _drawn(drawing, after.drawing)
    if after.reads_number != before.reads_number:
        records.append(["number", after.reads_number])
    return records


def state_of(records: Iterable[Any]) -> tuple[DrawingState, bool]:
    """Return the state that records lead to, and whether all of them could be read.

    A stroke that was in progress is a step of its own: it can be undone.
    """
    reader, is_whole = _Reader(), True
    try:
        for record in records:
            reader.take(record)
    except HanddigitError:
        is_whole = False
    history = reader.history
    history.commit(Page(reader.drawing, history.pages.present.grouping))
    return DrawingState(history.pages, reader.drawing, reader.reads_number), is_whole


class _Reader:
    """Takes records in turn."""

    def __init__(self) -> None:
        self.history = History(Page(BLANK))
        self.drawing: Drawing = BLANK
        self.reads_number = False

    def take(self, record: Any) -> None:
        """Take one record.

        Raises:
            HanddigitError: it makes no sense; nothing was changed.
        """
        with decoding(sentence("A record of the drawing is damaged."), DataFileError, zlib.error):
            match record:
                case ["draw", int(stroke), int(start), list(points)]:
                    self.drawing = self._continued(stroke, start, points)
                case ["picture", str(name), int(height), int(width), str(text)]:
                    self.drawing = _picture(name, height, width, text)
                case ["mend", dict(mending)]:
                    self.drawing = self._mended(mending)
                case ["begin", list(grouping)]:
                    self.history = History(Page(self.drawing, _grouping_from_json(grouping)))
                case ["commit", list(grouping)]:
                    self.history.commit(Page(self.drawing, _grouping_from_json(grouping)))
                    if isinstance(self.drawing, Picture):
                        self._forget_oldest()
                case ["undo" | "redo" as step]:
                    page = self.history.undo() if step == "undo" else self.history.redo()
                    if page is None:
                        raise ValueError(step)
                    self.drawing = page.drawing
                case ["number", bool(reads_number)]:
                    self.reads_number = reads_number
                case _:
                    raise ValueError(record)

    def _forget_oldest(self) -> None:
        """Keep the memory that pictures take within bounds: a short record may be a large one."""
        pages = self.history.pages
        past = _affordable(pages.past, pages.present, READ_BYTES)
        self.history = History(pages.present, past, pages.future)

    def _continued(self, stroke: int, start: int, points: list[Any]) -> Drawing:
        """Return the drawing up to a point, from which on it has these."""
        strokes = self.drawing.strokes if isinstance(self.drawing, Ink) else ()
        kept = strokes[:stroke]
        before = strokes[stroke].points[:start] if start else ()
        if (len(kept), len(before)) != (stroke, start):
            raise ValueError(stroke, start)
        if not points:
            return Ink(kept)
        ink = Ink((*kept, Stroke(before + _points_from_json(points))))
        ink.require_room()
        return ink

    def _mended(self, mending: dict[str, Any]) -> Picture:
        """Return the picture, mended in another way."""
        if not isinstance(self.drawing, Picture):
            raise ValueError(mending)
        return self.drawing.mended_as(Mending.from_json(mending))


def _drawn(before: Drawing, after: Drawing) -> Iterator[list[object]]:
    """Yield what makes one drawing of another; of an ink only what is new."""
    if after is before:
        return
    if isinstance(after, Picture):
        if not after.is_same_as(before):
            height, width = after.pixels.shape[:2]
            packed = zlib.compress(after.pixels.tobytes(), 1)
            yield ["picture", after.name, height, width, base64.b64encode(packed).decode()]
            before = Picture(after.name, after.pixels)
        if isinstance(before, Picture) and after.mending != before.mending:
            yield ["mend", after.mending.to_json()]
        return
    strokes = before.strokes if isinstance(before, Ink) else ()
    pairs = zip(strokes, after.strokes, strict=False)
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if kept == len(after.strokes):
        yield ["draw", kept, 0, []]
    start = 0
    if kept < min(len(strokes), len(after.strokes)):
        grown = strokes[kept].points
        start = len(grown) if after.strokes[kept].points[: len(grown)] == grown else 0
    for number in range(kept, len(after.strokes)):
        points = after.strokes[number].points
        for first in range(start, len(points), PORTION):
            yield ["draw", number, first, _points_to_json(points[first : first + PORTION])]
        start = 0


def _picture(name: str, height: int, width: int, text: str) -> Picture:
    size = height * width * 4
    if min(height, width) < 1 or size > PICTURE_BYTES:
        raise ValueError(height, width)
    pixels = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), size)
    return Picture(name, np.frombuffer(pixels, np.uint8).reshape(height, width, 4).copy())


def _points_to_json(points: tuple[Point, ...]) -> object:
    return Ink((Stroke(points),)).to_json()["strokes"][0]


def _points_from_json(value: object) -> tuple[Point, ...]:
    return Ink.from_json({"strokes": [value]}).strokes[0].points


def _grouping_to_json(grouping: Grouping) -> list[object]:
    words = {kind: word for word, kind in _MARKS.items()}
    return [
        [
            words[type(mark)],
            [[anchor.stroke, anchor.at] for anchor in mark.anchors],
            _points_to_json(tuple(anchor.point for anchor in mark.anchors)),
        ]
        for mark in grouping
    ]


def _grouping_from_json(value: list[Any]) -> Grouping:
    return tuple(
        _MARKS[word](
            tuple(
                Anchor(int(stroke), int(at), point)
                for (stroke, at), point in zip(places, _points_from_json(points), strict=True)
            )
        )
        for word, places, points in value
    )


def _affordable(pages: Sequence[Page], beside: Page, room: int) -> Sequence[Page]:
    """Return the nearest pages, the last ones, that take no more than the budget.

    ``beside`` is the page after them, which is kept anyway.
    """
    first = len(pages)
    while first and (room := room - _weight(pages[first - 1].drawing, beside.drawing)) >= 0:
        first -= 1
        beside = pages[first]
    return pages[first:]


def _weight(drawing: Drawing, beside: Drawing) -> int:
    """Return how many bytes a drawing takes, about, next to another one."""
    if isinstance(drawing, Picture):
        rubbed = sum(len(rubbing.places) for rubbing in drawing.mending.rubbings)
        pixels = POINT_BYTES if drawing.is_same_as(beside) else drawing.pixels.nbytes
        return pixels + POINT_BYTES * rubbed
    return drawing.point_count * POINT_BYTES
