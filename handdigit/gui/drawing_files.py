"""Drawings into the window and out of it: files, the clipboard, what is dropped on the canvas."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from handdigit.errors import HanddigitError
from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.drawing_area import DrawingArea
from handdigit.gui.state.background import Background, Job
from handdigit.gui.state.drawing.document import Document
from handdigit.gui.state.drawing.drawing import Drawing
from handdigit.gui.state.drawing.exchange import (
    INK_SUFFIX,
    OPEN_SUFFIXES,
    drawing_in,
    png,
    read_drawing,
    write_ink,
)
from handdigit.gui.translation import explained, translated
from handdigit.gui.widgets.drag_source import DragPayload
from handdigit.gui.widgets.question import ask_for_file, ask_where_to_save
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_file import SUFFIX
from handdigit.storage.paths import EXAMPLES

COPY_SIDE = 512
"""Side of a drawing copied as a picture, in pixels."""


class DrawingFiles(QObject):
    """Opens, saves, copies and pastes what is on the canvas.

    Signals:
        told(str): a sentence about what there is nothing of, or is saved.
        slowness_changed(bool): a file takes long to be read or written; or no longer.
        failed(str): a sentence about what could not be read or written.
        model_found(object): the file to be opened is a model; its path.
    """

    told = Signal(str)
    slowness_changed = Signal(bool)
    failed = Signal(str)
    model_found = Signal(object)

    def __init__(
        self, document: Document, canvas: Canvas, drawing_area: DrawingArea, window: QWidget
    ) -> None:
        """Take what is dropped on ``canvas``; dialogs belong to ``window``."""
        super().__init__(window)
        self._document, self._canvas, self._drawing_area, self._window = (
            document,
            canvas,
            drawing_area,
            window,
        )
        self._reading = Background("drawing files", self)
        self._writing = Background("saved drawings", self, writes=True)
        for background in (self._reading, self._writing):
            background.slowness_changed.connect(self.slowness_changed)
        self._job: Job | None = None
        self.folder = str(EXAMPLES)
        """Where a drawing is looked for first: where the last one was, at first the examples."""
        canvas.dropped.connect(self._take)

    def open(self, path: Path) -> None:
        """Put the drawing in a file on the canvas once it is read; the newest file counts.

        What to do with a model, others know.
        """
        if path.suffix.lower() == SUFFIX:
            self.model_found.emit(path)
            return
        if self._job is not None:
            self._reading.cancel(self._job)
        told: list[str] = []

        def put(drawing: Drawing) -> None:
            self._put(drawing)
            for said in told:
                self._tell(said)

        self._job = self._reading.start(
            lambda _job: read_drawing(path, told.append), put, self.failed.emit
        )

    def choose(self) -> None:
        """Ask for a picture or an ink and open it."""
        pattern = " ".join(f"*{suffix}" for suffix in OPEN_SUFFIXES)
        title, kinds = self.tr("Open a picture or an ink"), self.tr("Drawings ({0})")
        path = ask_for_file(self._window, title, kinds.format(pattern), self.folder)
        if path is not None:
            self.folder = str(path.parent)
            self.open(path)

    def save(self) -> None:
        """Ask for a file and save the strokes."""
        drawing = self._document.drawing
        if not isinstance(drawing, Ink) or drawing.is_empty:
            self.told.emit(self.tr("There are no strokes to save."))
            return
        title, kind = self.tr("Save the drawing"), self.tr("Ink (*.json)")

        def write(path: Path) -> None:
            saved = self.tr("Saved as {0}.").format(path)
            self._writing.start(
                lambda _job: write_ink(path, drawing),
                lambda _: self.told.emit(saved),
                self.failed.emit,
            )

        ask_where_to_save(
            self._window, title, f"digit{INK_SUFFIX}", kind, write, endings=(INK_SUFFIX, ".json")
        )

    def copy(self) -> None:
        """Copy the drawing, as a picture and as the JSON of its strokes."""
        mime = QMimeData()
        mime.setImageData(self._canvas.image(COPY_SIDE))
        drawing = self._document.drawing
        if isinstance(drawing, Ink):
            mime.setText(json.dumps(drawing.to_json()))
        QGuiApplication.clipboard().setMimeData(mime)

    def payload(self) -> DragPayload | None:
        """Return the drawing as it is dragged into other programs; None if there is none."""
        drawing, image = self._document.drawing, self._canvas.image(COPY_SIDE)
        files = {"drawing.png": partial(png, image)}
        text = ""
        if isinstance(drawing, Ink):
            if drawing.is_empty:
                return None
            text = json.dumps(drawing.to_json())
            files[f"drawing{INK_SUFFIX}"] = partial(str.encode, text)
        return DragPayload(text, image, files)

    def paste(self) -> None:
        """Put what is on the clipboard on the canvas."""
        self._take(QGuiApplication.clipboard().mimeData())

    @Slot(object)
    def _take(self, mime: QMimeData) -> None:
        try:
            drawing = drawing_in(mime, self._tell)
        except HanddigitError as error:
            self.failed.emit(explained(error))
            return
        if isinstance(drawing, Path):
            self.open(drawing)
        else:
            self._put(drawing)

    def _tell(self, said: str) -> None:
        self.told.emit(translated(said))

    def _put(self, drawing: Drawing) -> None:
        self._document.replace(self._drawing_area.placed(drawing))
