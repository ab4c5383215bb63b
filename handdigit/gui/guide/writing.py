"""A digit that writes itself: the strokes of an example, as if a pen drew them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from handdigit.gui.state.drawing.document import Document
from handdigit.gui.state.drawing.drawing import Drawing
from handdigit.gui.style import is_motion_reduced
from handdigit.ink.ink import Ink

WRITING_MS = 1000
FRAME_MS = 16


class SelfWriting(QObject):
    """Puts an ink on the canvas point by point; whoever draws meanwhile has the canvas."""

    def __init__(self, document: Document, parent: QObject) -> None:
        """Write nothing yet."""
        super().__init__(parent)
        self._document = document
        self._ink = Ink()
        self._written: Drawing = self._ink
        self._clock = QElapsedTimer()
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._go_on)

    @property
    def is_writing(self) -> bool:
        """Whether a digit is being written."""
        return self._frames.isActive()

    def write(self, ink: Ink) -> None:
        """Write an ink as one step that can be undone; at once where motion is to be reduced."""
        self._frames.stop()
        if is_motion_reduced():
            self._document.replace(ink)
            return
        self._ink = ink
        self._written = self._document.drawing
        self._clock.start()
        self._frames.start()

    @Slot()
    def _go_on(self) -> None:
        if self._document.drawing is not self._written:
            self._frames.stop()  # a pen, or undo
            return
        count = sum(len(stroke.points) for stroke in self._ink.strokes)
        due = min(count, ceil(count * self._clock.elapsed() / WRITING_MS))
        self._written = self._ink if due == count else _beginning(self._ink, max(1, due))
        self._document.show(self._written)
        if due == count:
            self._frames.stop()
            self._document.commit()


def _beginning(ink: Ink, count: int) -> Ink:
    """Return the first ``count`` points of an ink."""
    strokes = []
    for stroke in ink.strokes:
        if count <= 0:
            break
        strokes.append(replace(stroke, points=stroke.points[:count]))
        count -= len(stroke.points)
    return Ink(tuple(strokes))
