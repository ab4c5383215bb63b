"""Undo and redo: pages never change, so a history is a list of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from handdigit.gui.state.drawing.drawing import Drawing
from handdigit.number.grouping import Grouping


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What undo brings back: a drawing, and what was said about its grouping into digits."""

    drawing: Drawing
    grouping: Grouping = ()


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
        if page.drawing is self._present.drawing and page.grouping == self._present.grouping:
            return False
        self._past.append(self._present)
        self._future.clear()
        self._present = page
        return True

    def leads_back_to(self, drawing: Drawing) -> bool:
        """Return whether a drawing is that of the present page or of one before."""
        return any(page.drawing is drawing for page in (self._present, *self._past))

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
