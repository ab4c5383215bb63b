"""Undo and redo: pages never change, so a history is a list of them."""

from __future__ import annotations

from collections import deque

from handdigit.gui.drawing import Page

LIMIT = 500
"""Steps that can be taken back."""


class History:
    """The present page with those before it and those that were undone."""

    def __init__(self, present: Page) -> None:
        """Begin with a page that cannot be undone."""
        self._past: deque[Page] = deque(maxlen=LIMIT)
        self._future: list[Page] = []
        self._present = present

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._future)

    def commit(self, page: Page) -> bool:
        """Make a page the present one; return False if it is that already."""
        if page.drawing is self._present.drawing and page.marks == self._present.marks:
            return False
        self._past.append(self._present)
        self._future.clear()
        self._present = page
        return True

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
