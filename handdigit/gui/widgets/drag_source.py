"""Dragging what a widget shows into another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.gui.state.background import Background, Job, ignore
from handdigit.storage.atomic import write_atomically
from handdigit.storage.dragged_files import DraggedFiles

PREVIEW = 96
"""Longest side of what hangs at the pointer, in pixels."""


@dataclass(frozen=True, slots=True)
class DragPayload:
    """What is dragged, in as many forms as other programs may want."""

    text: str
    image: QImage
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """Names, and what gives their content; it is asked in a thread."""

    def mime(self, folder: Path) -> QMimeData:
        """Return all forms; the files lie in ``folder``."""
        mime = QMimeData()
        mime.setText(self.text)
        mime.setImageData(self.image)
        mime.setUrls([QUrl.fromLocalFile(str(folder / name)) for name in self.files])
        return mime


class DragSource(QObject):
    """Begins to drag where a widget is pressed and the pointer moves on.

    Its files are written first, in a thread: who drops them reads them whenever it wants to.
    """

    def __init__(
        self,
        widget: QWidget,
        payload: Callable[[], DragPayload | None],
        files: DraggedFiles,
        writing: Background,
    ) -> None:
        """Drag what ``payload`` returns, None for nothing, out of ``widget``, as ``files`` too."""
        super().__init__(widget)
        self._widget, self._payload = widget, payload
        self._files, self._writing = files, writing
        self._pressed: QPointF | None = None
        """Where, until the button is released or the dragging begins."""
        self._job: Job | None = None
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the left button."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            return True
        if kind == QEvent.Type.MouseButtonRelease:
            self._let_go()
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            way = (event.position() - self._pressed).manhattanLength()
            if self._job is None and way >= QGuiApplication.styleHints().startDragDistance():
                self._begin()
            return True
        return False

    def _begin(self) -> None:
        payload, files = self._payload(), self._files
        if payload is None:
            self._let_go()
            return

        def write(_job: Job) -> Path:
            folder = files.folder()
            for name, content in payload.files.items():
                write_atomically(folder / name, content())
            return folder

        self._job = self._writing.start(write, partial(self._drag, payload), ignore)

    def _drag(self, payload: DragPayload, folder: Path) -> None:
        self._let_go()
        drag = QDrag(self._widget)
        drag.setMimeData(payload.mime(folder))
        small = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        drag.setPixmap(QPixmap.fromImage(payload.image.scaled(PREVIEW, PREVIEW, keep, small)))
        drag.exec(Qt.DropAction.CopyAction)

    def _let_go(self) -> None:
        """The button is up: what is not dragged yet is not dragged any more."""
        if self._job is not None:
            self._writing.cancel(self._job)
        self._pressed = self._job = None
