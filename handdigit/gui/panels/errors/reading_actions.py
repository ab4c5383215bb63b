"""What can be done with a drawing that was read: look at it on the canvas, learn it, correct it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.engine.protocol.evaluate import FetchDrawing, FetchedDrawing
from handdigit.gui.state.drawing.drawing import Drawing, Picture
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.gui.state.measurement import Readings
from handdigit.gui.state.samples.samples import SampleLibrary
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.ink.ink import Ink
from handdigit.storage.datasets.sources import DataKind, DataSource

OPAQUE = 255


class ReadingActions(QObject):
    """Asks the engine for a drawing as it was drawn, and hands it on when it is there.

    Signals:
        told(str): something was done, or could not be; a sentence about it.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, samples: SampleLibrary, parent: QObject | None = None
    ) -> None:
        """Put drawings on the session's canvas or into ``samples``."""
        super().__init__(parent)
        self._session = session
        self._samples = samples
        self._then: Callable[[FetchedDrawing], None] | None = None
        self._topic = Topic(session.analyses, "errors:drawing", self)
        self._topic.answered.connect(self._take)
        self._topic.refused.connect(self.told)

    def send_to_canvas(self, readings: Readings, index: int) -> None:
        """Put a drawing on the canvas, as one step that can be undone."""
        self._fetch(readings, index, lambda found: self._session.document.replace(_drawing(found)))

    def add_sample(self, readings: Readings, index: int) -> None:
        """Add a drawing with its true class to the user's samples.

        A test digit of MNIST is held out: learned, it would no longer measure anything.
        """
        picture = readings.pictures[index]
        origin = _origin(readings.data_set)
        is_test = readings.data_set.kind is DataKind.MNIST
        told = self.tr("Added to your samples as a {0}.")
        if is_test:
            told = self.tr("Added as a {0}, held out: a test digit measures, it is never learned.")

        def add(found: FetchedDrawing) -> None:
            drawing = found.source if isinstance(found.source, Ink) else picture
            held_out = True if is_test else None
            label = readings.names[found.label]
            self._samples.add(
                drawing,
                label,
                lambda _step: self.told.emit(told.format(label)),
                self.told.emit,
                origin=origin,
                held_out=held_out,
            )

        self._fetch(readings, index, add)

    def relabel(
        self, readings: Readings, index: int, label: int, then: Callable[[int], object]
    ) -> None:
        """Say that one of the user's samples is of another class; ``then`` that is stored."""
        sample, name = int(readings.keys[index]), readings.names[label]
        self._samples.relabel([sample], name, self.told.emit, then)

    def _fetch(
        self, readings: Readings, index: int, then: Callable[[FetchedDrawing], None]
    ) -> None:
        self._then = then
        # Readings are in the order of their set, from its beginning.
        self._topic.ask(FetchDrawing(readings.data_set, index))

    @Slot(object)
    def _take(self, found: FetchedDrawing) -> None:
        assert self._then is not None  # it was said when the drawing was asked for
        self._then(found)


def _drawing(found: FetchedDrawing) -> Drawing:
    """Return a drawing as the canvas takes it: dark on white where it is a picture of ink."""
    if isinstance(found.source, Ink):
        return fitted(found.source)
    pixels = found.source
    if pixels.ndim == 2:
        grey = np.repeat((255 - pixels)[:, :, None], 3, axis=2)
        pixels = np.dstack([grey, np.full_like(found.source, OPAQUE)])
    return Picture("", np.ascontiguousarray(pixels))


def _origin(data_set: DataSource) -> str:
    match data_set.kind:
        case DataKind.MNIST:
            return "MNIST test"
        case DataKind.GENERATED:
            return "generated"
        case _:
            return " ".join(Path(path).name for path in data_set.files)
