"""The time machine as a moving picture: a frame for each checkpoint, in a GIF file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage

from handdigit.gui.state.background import Background, Job
from handdigit.storage.atomic import write_atomically

MOST_FRAMES = 60
"""Of a longer run some checkpoints are left out, evenly."""
LARGEST = QSize(900, 900)
"""A frame is shrunk into it, in pixels."""
COLOURS = 128
FRAME_MS, LAST_MS = 400, 2000
"""So long a frame is shown, and the last one before it begins again."""


def chosen_places(count: int) -> tuple[int, ...]:
    """Return which of ``count`` checkpoints become frames: the first, the last, evenly between."""
    frames = min(count, MOST_FRAMES)
    return tuple(round(i * (count - 1) / max(1, frames - 1)) for i in range(frames))


def gif(frames: list[QImage], is_cancelled: Callable[[], bool]) -> bytes | None:
    """Return frames as the content of a GIF file that begins again; None once it is cancelled.

    All are as large as the first one, at most :data:`LARGEST`.
    """
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    size = frames[0].size()
    if size != size.boundedTo(LARGEST):
        size = size.scaled(LARGEST, keep)
    pictures = []
    for frame in frames:
        if is_cancelled():
            return None
        scaled = frame.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        rgb = scaled.convertToFormat(QImage.Format.Format_RGB888)
        pixels, row = bytes(rgb.constBits()), rgb.bytesPerLine()
        picture = Image.frombytes("RGB", (rgb.width(), rgb.height()), pixels, "raw", "RGB", row)
        pictures.append(picture.quantize(COLOURS, dither=Image.Dither.NONE))
    content = io.BytesIO()
    times = [*[FRAME_MS] * (len(pictures) - 1), LAST_MS]
    pictures[0].save(
        content, "GIF", save_all=True, append_images=pictures[1:], duration=times, loop=0
    )
    return content.getvalue()


class Recording(QObject):
    """Goes through the checkpoints, takes a frame of each, and writes the file in a thread.

    Signals:
        place_requested(int): the checkpoint at this place is to be shown; then :meth:`take`.
        state_changed(bool): it began, or ended.
        told(str): a sentence about what came of it.
    """

    place_requested = Signal(int)
    state_changed = Signal(bool)
    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Record nothing yet."""
        super().__init__(parent)
        self._writing = Background("recorded training", self, writes=True)
        self._file = Path()
        self._places: list[int] = []
        """Still to be taken, the next one last."""
        self._frames: list[QImage] = []
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether frames are taken or the file is written."""
        return bool(self._places) or self._job is not None

    @property
    def place(self) -> int | None:
        """The place that is to be taken next."""
        return self._places[-1] if self._places else None

    def start(self, file: Path, count: int) -> None:
        """Record ``count`` checkpoints."""
        self.cancel()
        self._file, self._frames = file, []
        self._places = [*reversed(chosen_places(count))]
        self.state_changed.emit(True)
        self.place_requested.emit(self._places[-1])

    def take(self, frame: QImage) -> None:
        """Take the frame of the place that was asked for, and ask for the next one."""
        self._places.pop()
        self._frames.append(frame)
        if self._places:
            self.place_requested.emit(self._places[-1])
            return
        frames, file, saved = self._frames, self._file, self.tr("Saved as {0}.").format(self._file)

        def write(job: Job) -> None:
            content = gif(frames, lambda: job.is_cancelled)
            if content is not None:
                write_atomically(file, content)

        self._job = self._writing.start(write, lambda _: self._end(saved), self._end)

    @Slot()
    def cancel(self) -> None:
        """Record no further; nothing is written."""
        if self._job is not None:
            self._writing.cancel(self._job)
        if self.is_running:
            self._end("")

    def _end(self, sentence: str) -> None:
        self._places, self._frames, self._job = [], [], None
        self.state_changed.emit(False)
        self.told.emit(sentence)
