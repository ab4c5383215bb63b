"""Pictures that are drawn, not decoded: SVG and PDF, by Qt in a process of its own.

Such a file is a program: it may never end, or want all memory. The process has its limits, and what
ends it ends no window.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import PICTURE_FILE, RENDER_BYTES, RENDER_SECONDS
from handdigit.engine.transport import Transport
from handdigit.errors import PictureError
from handdigit.sentences import Sentence, sentence
from handdigit.storage.datasets.pictures import Tell, decode_picture, unheard
from handdigit.storage.files import read_bytes

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

VECTOR_SUFFIXES = (".svg", ".svgz", ".pdf")
SIDE = 1000
"""Longest side of what is drawn, in pixels."""
HEAD_BYTES = 4096
"""Within so many bytes a file says what it is."""
_PDF_MODULE = "PySide6.QtPdf"
_SCAN = re.compile(rb"/Filter\s*\[?\s*/DCTDecode\b[^>]{0,2000}>>\s*stream\r?\n")
"""How a JPEG begins that lies in a PDF, as scanners and telephones put it there."""


class VectorKind(Enum):
    """What a file of drawing commands is."""

    SVG = auto()
    PDF = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Render:
    """Command: draw this."""

    content: bytes
    kind: VectorKind


@dataclass(frozen=True, slots=True, eq=False)
class Rendered:
    """Event: it is drawn."""

    pixels: NDArray[np.uint8]
    """(H, W, 4) RGBA"""
    pages: int


class NoQt(Enum):
    """Event: Qt cannot be loaded here."""

    NO_QT = auto()


def read_any_picture(path: Path, tell: Tell = unheard) -> NDArray[np.uint8]:
    """Return a picture file as (H, W, 4) RGBA, be it drawn or decoded.

    Raises:
        PictureError: the file is missing, damaged, too large or of another format.
    """
    content = read_bytes(path, PICTURE_FILE, PictureError)
    kind = vector_kind(content)
    if kind is None:
        return decode_picture(content, str(path), tell)
    if kind is VectorKind.PDF and importlib.util.find_spec(_PDF_MODULE) is None:
        return _scanned(content, path, tell)
    drawn = _rendered(Render(content, kind), path)
    if drawn.pages > 1:
        tell(sentence("{0} has several pages: the first one is read.", path))
    return drawn.pixels


def vector_kind(content: bytes) -> VectorKind | None:
    """Return what kind of drawing commands these are, None if they are none."""
    head = content[:HEAD_BYTES]
    if b"%PDF-" in head[:1024]:
        return VectorKind.PDF
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in head:
        return VectorKind.SVG
    return None


def _scanned(content: bytes, path: Path, tell: Tell) -> NDArray[np.uint8]:
    """Return the first photo in a PDF, which is its page where it was scanned."""
    found = _SCAN.search(content)
    if found is None:
        raise PictureError(
            sentence(
                "{0} is a PDF that is no scan; it is read once Qt's PDF part is installed (pip "
                "install handdigit[pdf]): install it, or save the page as PNG.",
                path,
            )
        )
    picture = decode_picture(content[found.end() :], str(path), tell)
    tell(sentence("{0} is a PDF: the first photo in it is read.", path))
    return picture


def _rendered(command: Render, path: Path) -> Rendered:
    from handdigit.engine.process import Child

    answers: SimpleQueue[Any] = SimpleQueue()
    # The end of the process is an answer, too.
    child = Child(render, lambda _, event: answers.put(event), lambda _: answers.put(None))
    try:
        child.send(command)
        answer = answers.get(timeout=RENDER_SECONDS)
    except Empty:
        raise PictureError(
            sentence(
                "{0} takes more than {1} seconds to draw: save it as PNG.", path, RENDER_SECONDS
            )
        ) from None
    finally:
        child.stop(None, grace_s=0.0)
    if isinstance(answer, Rendered):
        return answer
    raise PictureError(_reason(answer, path))


def _reason(answer: object, path: Path) -> Sentence:
    if answer is NoQt.NO_QT:
        return sentence("{0} is drawn by Qt, which cannot be loaded here: save it as PNG.", path)
    return sentence("{0} is damaged, or takes too much memory: it cannot be drawn.", path)


# --- in the process --------------------------------------------------------------------------


def render(transport: Transport) -> None:
    """Draw what the first message asks for; end without an answer if that is not possible."""
    command: Render = transport.recv()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtGui import QGuiApplication

        importlib.import_module("PySide6.QtSvg")
    except ImportError:
        transport.send(NoQt.NO_QT)
        return
    _limit_memory()
    qInstallMessageHandler(lambda *_: None)
    application = QGuiApplication([])  # which knows the fonts
    with contextlib.suppress(ValueError, MemoryError):
        draw = _svg_drawing if command.kind is VectorKind.SVG else _pdf_page
        transport.send(draw(command.content))
    application.quit()


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource

        # Not RLIMIT_AS: what draws PDFs reserves address space by the gigabyte and uses little.
        resource.setrlimit(resource.RLIMIT_DATA, (RENDER_BYTES, RENDER_BYTES))


def _svg_drawing(content: bytes) -> Rendered:
    from PySide6.QtCore import QByteArray, QSizeF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(content))
    if not renderer.isValid():
        raise ValueError
    size = QSizeF(renderer.defaultSize())
    width, height = _fitted(size.width(), size.height())
    image = QImage(width, height, QImage.Format.Format_RGBA8888)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return Rendered(_pixels(image), 1)


def _pdf_page(content: bytes) -> Rendered:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize

    pdf = importlib.import_module(_PDF_MODULE)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = pdf.QPdfDocument()
    document.load(buffer)
    if document.pageCount() < 1:
        raise ValueError
    size = document.pagePointSize(0)
    image = document.render(0, QSize(*_fitted(size.width(), size.height())))
    return Rendered(_pixels(image), document.pageCount())


def _fitted(width: float, height: float) -> tuple[int, int]:
    """Return a size with the longest side that is drawn; a square where there is none."""
    longest = max(width, height)
    if not 0 < longest < float("inf") or min(width, height) <= 0:
        return SIDE, SIDE
    return max(1, round(width / longest * SIDE)), max(1, round(height / longest * SIDE))


def _pixels(image: QImage) -> NDArray[np.uint8]:
    from PySide6.QtGui import QImage as Image

    rgba = image.convertToFormat(Image.Format.Format_RGBA8888)
    if rgba.isNull():
        raise ValueError
    rows: NDArray[np.uint8] = np.frombuffer(rgba.constBits(), np.uint8)
    rows = rows.reshape(rgba.height(), rgba.bytesPerLine())[:, : rgba.width() * 4]
    return rows.reshape(rgba.height(), rgba.width(), 4).copy()
