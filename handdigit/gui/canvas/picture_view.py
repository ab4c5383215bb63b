"""A picture on the canvas: where it lies, and what was taken for ink in it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform

from handdigit.gui.state.drawing.drawing import Picture
from handdigit.gui.state.drawing.mending import ShownInk
from handdigit.gui.theme import Theme
from handdigit.ink.perspective import WHOLE, inverse, mapped

PIXELS_FROM = 4
"""From this magnification on a picture shows its pixels instead of being smoothed."""
DIMMED = 0.55
"""How far a picture fades into the sheet, so that its ink stands out."""
DIMMED_INSIDE, DIMMED_OUTSIDE = 0.3, 0.75
"""The same inside handles and around them."""


def picture_area(picture: Picture, within: QRectF) -> QRectF:
    """Return where a picture lies that is as large as there is room, in the middle."""
    height, width = picture.part.shape[:2]
    scale = min(within.width() / width, within.height() / height)
    area = QRectF(0, 0, width * scale, height * scale)
    area.moveCenter(within.center())
    return area


def paint_picture(painter: QPainter, picture: Picture, area: QRectF) -> None:
    """Paint a picture."""
    pixels = picture.part
    height, width = pixels.shape[:2]
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
    is_smooth = area.width() < PIXELS_FROM * width
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
    painter.drawImage(area, image)


def dim(painter: QPainter, area: QRectF, theme: Theme, how_far: float = DIMMED) -> None:
    """Let what was painted fade."""
    veil = QColor(theme.card)
    veil.setAlphaF(how_far)
    painter.fillRect(area, veil)


def paint_found(
    painter: QPainter, found: ShownInk, picture: Picture, area: QRectF, theme: Theme
) -> None:
    """Paint what was taken for ink where it is in what a picture shows, in the accent colour."""
    place = found.place
    corners = tuple((place.left + x * place.width, place.top + y * place.height) for x, y in WHOLE)
    if not found.is_in(picture):
        to_shown = inverse(picture.mending.map) @ found.picture.mending.map
        corners = mapped(corners, to_shown)
    target = QPolygonF(
        [area.topLeft() + QPointF(x * area.width(), y * area.height()) for x, y in corners]
    )
    image = _tinted(found.found.ink, QColor(theme.accent))
    source = QPolygonF(QRectF(image.rect()))
    source.removeLast()
    transform = QTransform.quadToQuad(source, target)
    if not isinstance(transform, QTransform):
        return
    painter.save()
    painter.setClipRect(area)
    is_smooth = target.boundingRect().width() < PIXELS_FROM * image.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
    painter.setTransform(transform, combine=True)
    painter.drawImage(QPointF(0, 0), image)
    painter.restore()


def _tinted(ink: NDArray[np.uint8], colour: QColor) -> QImage:
    """Return (H, W) ink as an image of one colour, with paper transparent."""
    height, width = ink.shape
    levels = np.arange(256, dtype=np.uint32)
    parts = colour.red(), colour.green(), colour.blue()
    red, green, blue = (levels * part // 255 for part in parts)
    premultiplied = levels << 24 | red << 16 | green << 8 | blue
    return QImage(
        premultiplied.take(ink).tobytes(),
        width,
        height,
        4 * width,
        QImage.Format.Format_ARGB32_Premultiplied,
    ).copy()
