"""Undo and redo: drawings never change, so a history is a list of them."""

from __future__ import annotations

from collections import deque

from handdigit.gui.drawing import Drawing

LIMIT = 500
"""Steps that can be taken back."""


class History:
    """The present drawing with those before it and those that were undone."""

    def __init__(self, present: Drawing) -> None:
        """Begin with a drawing that cannot be undone."""
        self._past: deque[Drawing] = deque(maxlen=LIMIT)
        self._future: list[Drawing] = []
        self._present = present

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._future)

    def commit(self, drawing: Drawing) -> bool:
        """Make a drawing the present one; return False if it is that already."""
        if drawing is self._present:
            return False
        self._past.append(self._present)
        self._future.clear()
        self._present = drawing
        return True

    def undo(self) -> Drawing | None:
        """Step back and return the drawing there, None at the beginning."""
        if not self._past:
            return None
        self._future.append(self._present)
        self._present = self._past.pop()
        return self._present

    def redo(self) -> Drawing | None:
        """Step forward and return the drawing there, None at the end."""
        if not self._future:
            return None
        self._past.append(self._present)
        self._present = self._future.pop()
        return self._present
