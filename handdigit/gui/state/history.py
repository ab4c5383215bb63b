"""Undo and redo: pages never change, so a history is a list of them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Ink
from handdigit.ink.mending import Mending, mended, part_of
from handdigit.number.grouping import Grouping


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An imported picture, and how it was mended by hand."""

    name: str
    pixels: NDArray[np.uint8]
    """(H, W, 4) RGBA, as it was imported."""
    mending: Mending = Mending()

    @property
    def part(self) -> NDArray[np.uint8]:
        """The part of it that is meant, (h, w, 4), as it is shown."""
        geometry = replace(self.mending, is_inverted=False, least_ink=None)
        return _part(_Original(self.pixels), geometry)

    @property
    def mended(self) -> NDArray[np.uint8] | FoundInk:
        """The part of it that is meant, (h, w, 4), as it is read; or its ink if that was said."""
        return _mended(self)

    def mended_as(self, mending: Mending) -> Picture:
        """Return the same picture, mended in another way."""
        return self if mending == self.mending else replace(self, mending=mending)

    def is_same_as(self, drawing: Drawing) -> bool:
        """Return whether a drawing is this picture, however it was mended."""
        return isinstance(drawing, Picture) and drawing.pixels is self.pixels


class _Original(NamedTuple):
    """Pixels that are the same as no others, whatever their values."""

    pixels: NDArray[np.uint8]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Original) and self.pixels is other.pixels

    def __hash__(self) -> int:
        return id(self.pixels)


@lru_cache(maxsize=4)
def _part(original: _Original, mending: Mending) -> NDArray[np.uint8]:
    return part_of(original.pixels, mending)


@lru_cache(maxsize=2)
def _mended(picture: Picture) -> NDArray[np.uint8] | FoundInk:
    return mended(picture.part, picture.mending)


Drawing = Ink | Picture

BLANK = Ink()


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What undo brings back: a drawing, and what was said about its grouping into digits."""

    drawing: Drawing
    marks: Grouping = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """A history as it is at a moment; in past and future alike the nearest page is the last."""

    past: tuple[Page, ...]
    present: Page
    future: tuple[Page, ...]


LIMIT = 500
"""Steps that can be taken back."""


class History:
    """The present page with those before it and those that were undone."""

    def __init__(
        self, present: Page, past: Iterable[Page] = (), future: Iterable[Page] = ()
    ) -> None:
        """Begin with a page that cannot be undone, or go on with a history."""
        self._past: deque[Page] = deque(past, LIMIT)
        self._future = list(future)
        self._present = present

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._future)

    @property
    def present(self) -> Page:
        """The newest step."""
        return self._present

    @property
    def pages(self) -> Pages:
        """All of it as a value."""
        return Pages(tuple(self._past), self._present, tuple(self._future))

    def restore(self, earlier: Pages) -> None:
        """Put an earlier history in the place of the page that this one began with."""
        if self._past:
            _, *past = self._past
            self._past = deque((*earlier.past, earlier.present, *past), LIMIT)
        else:
            self._past = deque(earlier.past, LIMIT)
            self._present = earlier.present
            self._future = self._future or list(earlier.future)

    def commit(self, page: Page) -> bool:
        """Make a page the present one; return False if it is that already."""
        if page.drawing is self._present.drawing and page.marks == self._present.marks:
            return False
        self._past.append(self._present)
        self._future.clear()
        self._present = page
        return True

    def withdraw(self, drawing: Drawing) -> Page | None:
        """Step back to a drawing as if nothing had followed it; None if it is not there."""
        pages = [*self._past, self._present]
        for number in range(len(pages) - 1, -1, -1):
            if pages[number].drawing is drawing:
                self._past = deque(pages[:number], LIMIT)
                self._present = pages[number]
                return self._present
        return None

    def undo(self) -> Page | None:
        """Step back and return the page there, None at the beginning."""
        if not self._past:
            return None
        self._future.append(self._present)
        self._present = self._past.pop()
        return self._present

    def redo(self) -> Page | None:
        """Step forward and return the page there, None at the end."""
        if not self._future:
            return None
        self._past.append(self._present)
        self._present = self._future.pop()
        return self._present


class Revisions:
    """Numbers the states of the drawing that are asked about.

    An answer to a slightly older state of the stroke in progress is welcome: a pen that
    reports faster than the network answers would see nothing until it rests. Anything older
    than the last clear, undo or opened picture is stale.
    """

    def __init__(self) -> None:
        """Nothing has been asked."""
        self._newest = self._oldest_welcome = self._answered = 0
        self._asked_at: dict[int, float] = {}

    @property
    def newest(self) -> int:
        """The number of the newest state."""
        return self._newest

    @property
    def answered(self) -> int:
        """The number of the newest state with an answer."""
        return self._answered

    @property
    def is_waiting(self) -> bool:
        """Whether the newest state has not been answered yet."""
        return self._answered < self._newest

    def begin(self, *, continues: bool, is_timed: bool = True) -> int:
        """Return the number of a new state; it ``continues`` the one before or starts anew.

        ``is_timed``: the time until its answer is of interest.
        """
        self._newest += 1
        if not continues:
            self._oldest_welcome = self._newest
        if is_timed:
            self._asked_at[self._newest] = time.perf_counter()
        return self._newest

    def settle(self) -> None:
        """The newest state needs no answer, and none before it is welcome any more."""
        self._asked_at.pop(self._newest, None)
        self._answered = self._oldest_welcome = self._newest

    def refuse(self) -> None:
        """There is no answer to the newest state."""
        self._answered = self._newest

    def answer(self, revision: int) -> bool:
        """Note that a state has been answered; return whether the answer is welcome."""
        is_welcome = revision >= self._oldest_welcome
        if is_welcome:
            self._answered = revision
        return is_welcome

    def take_latency_ms(self, revision: int) -> float | None:
        """Return the milliseconds since a state was asked about, once."""
        asked_at = self._asked_at.get(revision)
        self._asked_at = {r: at for r, at in self._asked_at.items() if r > revision}
        return None if asked_at is None else (time.perf_counter() - asked_at) * 1000
