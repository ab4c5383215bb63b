"""Any widget as a picture of its own, with a caption below that says what it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter

NARROWEST = 280
"""Of a picture with a caption, in pixels before scaling."""
MARGIN = 12
"""Around the view and its caption."""
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands below a picture."""

    title: str
    facts: tuple[str, ...] = ()
    """Where it was seen, of what, when."""

    @property
    def text(self) -> str:
        """All of it on one line."""
        return f"{self.title} – {self._facts}" if self.facts else self.title

    @property
    def _facts(self) -> str:
        return " · ".join(self.facts)

    def paint(self, painter: Painter, area: QRectF) -> float:
        """Write into ``area`` from its top on; return the height that it takes, in pixels."""
        metrics, top = painter.fontMetrics(), area.top()
        lines = [(self.title, "text", True), (self._facts, "muted", False)]
        for text, colour, bold in lines if self.facts else lines[:1]:
            rest = QRectF(area.left(), top, area.width(), area.bottom() - top)
            painter.text(rest, text, colour, _WRAPPED, bold=bold)
            # A bold letter is wider than others, by less than this.
            room = QRectF(0, 0, rest.width() * (0.85 if bold else 1.0), 1e4)
            top += metrics.boundingRect(room.toRect(), int(_WRAPPED), text).height()
        return top - area.top()


def image_of(view: QWidget, caption: Caption, scale: float) -> QImage:
    """Return a view as it is now, painted anew at ``scale``.

    It is null where there is no memory for so many pixels.
    """
    size = _size(view, caption)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    if not image.isNull():
        image.setDevicePixelRatio(scale)
        _paint(Painter(image, Theme.of(view.palette())), view, caption, size)
    return image


def svg_of(view: QWidget, caption: Caption) -> bytes:
    """Return a view as it is now as the content of an SVG file."""
    from PySide6.QtSvg import QSvgGenerator

    size, content = _size(view, caption), QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(content)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(view.logicalDpiX())
    generator.setTitle(caption.title)
    generator.setDescription(caption.text)
    _paint(Painter(generator, Theme.of(view.palette())), view, caption, size)
    return bytes(content.data().data())


def _size(view: QWidget, caption: Caption) -> QSize:
    """Return that of the picture, in pixels before scaling."""
    width = max(view.width() + 2 * MARGIN, NARROWEST)
    paper = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = Painter(paper, Theme.of(view.palette()))
    painter.setFont(view.window().font())
    height = caption.paint(painter, QRectF(0, 0, width - 2 * MARGIN, 1e4))
    painter.end()
    return QSize(width, view.height() + round(height) + 3 * MARGIN)


def _paint(painter: Painter, view: QWidget, caption: Caption, size: QSize) -> None:
    painter.fill(QRectF(0, 0, size.width(), size.height()), "card")
    left = (size.width() - view.width()) // 2
    painter.save()
    if isinstance(view, PaintedWidget):
        view.is_alone = True
    view.render(painter, QPoint(left, MARGIN), QRegion(), QWidget.RenderFlag.DrawChildren)
    if isinstance(view, PaintedWidget):
        view.is_alone = False
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(view.window().font())
    top = view.height() + 2 * MARGIN
    caption.paint(painter, QRectF(MARGIN, top, size.width() - 2 * MARGIN, size.height() - top))
    painter.end()
