"""Drawings in and out: files, the clipboard, dropped pictures."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Qt
from PySide6.QtGui import QImage, QImageWriter

from handdigit.budgets import INK_FILE
from handdigit.engine.vector_pictures import VECTOR_SUFFIXES, read_any_picture
from handdigit.errors import HanddigitError, InkError, PictureError
from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture
from handdigit.ink.erase import SMALLEST_LENGTH
from handdigit.ink.ink import Ink
from handdigit.sentences import sentence
from handdigit.storage.atomic import write_atomically
from handdigit.storage.datasets.inks import first_sample, is_ink_file
from handdigit.storage.datasets.pictures import LONGEST_SIDE, SUFFIXES, Tell, unheard

OPEN_SUFFIXES = (*SUFFIXES, *VECTOR_SUFFIXES, ".json", ".jsonl", ".jsonl.gz")
INK_SUFFIX = ".ink.json"
"""How saved drawings end: desktops know by it which of all the .json files are ours."""
WEB = ("http:", "https:", "ftp:")
"""How addresses begin that are of no file here."""
MARGIN = 0.15
"""Free space around an opened ink, as a share of the canvas."""


def read_drawing(path: Path, tell: Tell = unheard) -> Drawing:
    """Return the drawing in a file: a picture, or the first ink.

    ``tell`` is told what the user should know of how it was read.

    Raises:
        HanddigitError: the file cannot be read; the text says why.
    """
    if not is_ink_file(path):
        return Picture(path.name, read_any_picture(path, tell))
    return fitted(first_sample(path).ink)


def write_ink(path: Path, ink: Ink) -> None:
    """Write an ink as JSON.

    Raises:
        HanddigitError: the folder or the disk does not take it.
    """
    write_atomically(path, (json.dumps(ink.to_json()) + "\n").encode(), budget=INK_FILE)


def drawing_in(mime: QMimeData, tell: Tell) -> Drawing | Path:
    """Return what was pasted or dropped: a picture, the JSON of an ink, or where a file is.

    ``tell`` is told of files that are left out.

    Raises:
        HanddigitError: it is none of these.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        if len(files) > 1:
            tell(sentence("One file is opened at a time: this is {0}.", files[0].name))
        return files[0]
    if mime.hasImage():
        return picture_from_image(mime.imageData())
    for address in (*(url.toString() for url in mime.urls()), mime.text().strip()):
        if address.lower().startswith(WEB):
            raise HanddigitError(
                sentence(
                    "{0} is a web address, and nothing is fetched from the web: save the picture "
                    "as a file, and open that.",
                    address,
                )
            )
    if mime.hasText():
        try:
            return fitted(Ink.from_text(mime.text()))
        except InkError:
            pass
    raise HanddigitError(
        sentence("There is no picture and no ink on the clipboard: copy one first.")
    )


def png(image: QImage) -> bytes:
    """Return a Qt image as the content of a PNG file."""
    content = QBuffer()
    QImageWriter(content, QByteArray(b"png")).write(image)
    return bytes(content.data().data())


def picture_from_image(image: object) -> Picture:
    """Return a Qt image as a picture, no larger than one that is read from a file.

    Raises:
        PictureError: there is nothing in it, as where Qt does not know the format.
    """
    if not isinstance(image, QImage) or image.isNull():
        raise PictureError(
            sentence("This picture cannot be read: save it as a file, and open that.")
        )
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows: NDArray[np.uint8] = np.frombuffer(rgba.constBits(), np.uint8).reshape(
        rgba.height(), rgba.bytesPerLine()
    )
    pixels = rows[:, : rgba.width() * 4].reshape(rgba.height(), rgba.width(), 4)
    return Picture("", pixels.copy())


def fitted(ink: Ink) -> Ink:
    """Return an ink of any scale in the middle of the canvas; one drawn there stays put."""
    if ink.is_empty:
        return BLANK
    box = ink.bounds()
    side = max(box.width, box.height)
    on_canvas = min(box.left, box.top) >= 0 and max(box.right, box.bottom) <= 1
    if on_canvas and side >= MARGIN:
        return ink
    scale = (1 - 2 * MARGIN) / (side if side > SMALLEST_LENGTH else 1.0)
    dx, dy = (0.5 - (a + b) / 2 * scale for a, b in ((box.left, box.right), (box.top, box.bottom)))
    return ink.mapped(scale, dx, dy)
