"""The map itself: every reference as a small digit, the drawing as a trail through them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.engine.requests import Located, Origin, ReferenceMap
from handdigit.gui.categorical import category_colour
from handdigit.gui.colormap import grey_image
from handdigit.gui.panels.digit_map.marks import paint_mark
from handdigit.gui.theme import Theme

MARGIN = 18.0
GLYPH_SIZE = 8.5
"""Of the small digits, in pixels; a little more on a large map."""
GLYPH_OPACITY = 0.75
REACH = 14.0
"""How near the pointer must come to a reference, in pixels."""
INSET = 28 * 3
HERE = 10.0
"""Radius of the drawing's mark."""


class Scatter(QWidget):
    """Digits in the plane; pointing at one shows its picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty map."""
        super().__init__(parent)
        self.setObjectName("mapScatter")
        self.setAccessibleName(self.tr("Map of digits"))
        self.setToolTip(self.tr("Point at a digit to see it."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._map: ReferenceMap | None = None
        self._located: Located | None = None
        self._answer = ""
        self._note = ""
        self._progress: float | None = None
        self._pointed: int | None = None
        self._background: QPixmap | None = None
        self._places: NDArray[np.float64] = np.zeros((0, 2))
        self._shown: NDArray[np.int64] = np.zeros(0, np.int64)
        self._origins: tuple[Origin, ...] = tuple(Origin)

    @property
    def references(self) -> ReferenceMap | None:
        """The references on show."""
        return self._map

    @property
    def located(self) -> Located | None:
        """Where the drawing is."""
        return self._located

    @property
    def pointed(self) -> int | None:
        """The reference under the pointer."""
        return self._pointed

    @property
    def places(self) -> NDArray[np.float64]:
        """(N, 2) positions of the references on the widget."""
        return self._places

    def show_map(self, references: ReferenceMap | None) -> None:
        """Show references, or none."""
        self._map, self._pointed = references, None
        self._forget_background()

    def show_origins(self, origins: tuple[Origin, ...]) -> None:
        """Show these kinds of references only."""
        self._origins, self._pointed = origins, None
        self._forget_background()

    def show_located(self, located: Located | None, answer: str) -> None:
        """Show where the drawing is and how it is read."""
        self._located, self._answer = located, answer
        self.update()

    def show_note(self, note: str, progress: float | None = None) -> None:
        """Show words in place of a map, with a bar from 0 to 1 under them."""
        self._note, self._progress = note, progress
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(620, 520)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(360, 260)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._forget_background()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the map out anew."""
        super().resizeEvent(event)
        self._forget_background()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Find the reference under the pointer."""
        pointed = None
        if len(self._shown):
            at = event.position()
            distances = np.hypot(*(self._places[self._shown] - (at.x(), at.y())).T)
            nearest = int(distances.argmin())
            pointed = int(self._shown[nearest]) if distances[nearest] <= REACH else None
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no reference any more."""
        super().leaveEvent(event)
        self._pointed = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint references, trail, neighbours and the one pointed at."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._map is None:
            self._paint_note(painter, theme)
        else:
            if self._background is None:
                self._background = self._paint_background(self._map, theme)
            painter.drawPixmap(0, 0, self._background)
            if self._located is not None:
                self._paint_neighbours(painter, self._located, theme)
                self._paint_trail(painter, self._located, theme)
            if self._pointed is not None:
                self._paint_pointed(painter, self._map, self._pointed, theme)
        painter.end()

    def _forget_background(self) -> None:
        self._background = None
        self._places, self._shown = np.zeros((0, 2)), np.zeros(0, np.int64)
        if self._map is not None:
            self._places = self._placed(self._map.points)
            self._shown = np.flatnonzero(np.isin(self._map.origins, self._origins))
        self.update()

    def _placed(self, points: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return (N, 2) positions on the widget; both axes have one scale."""
        assert self._map is not None  # there is a plane to place them in
        low, high = self._map.points.min(axis=0), self._map.points.max(axis=0)
        room = np.array([self.width(), self.height()]) - 2 * MARGIN
        extent = np.maximum(high - low, 1e-6)
        scale = float((room / extent).min())
        middle = (low + high) / 2
        centre = np.array([self.width(), self.height()]) / 2
        placed = centre + (points - middle) * scale * (1, -1)
        limit = np.array([self.width(), self.height()]) - MARGIN / 2
        return np.asarray(np.clip(placed, MARGIN / 2, limit), np.float64)

    def _paint_background(self, references: ReferenceMap, theme: Theme) -> QPixmap:
        """Paint all references once; they stay until size, colours or network change."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(round(max(GLYPH_SIZE, self.height() / 60)))
        font.setBold(True)
        painter.setFont(font)
        for index in self._shown:  # generated digits first, the user's on top
            origin = Origin(int(references.origins[index]))
            painter.setOpacity(1.0 if origin is Origin.SAMPLES else GLYPH_OPACITY)
            at = QPointF(*self._places[index])
            paint_mark(
                painter, at, references.alphabet, int(references.labels[index]), origin, theme
            )
        painter.end()
        return pixmap

    def _paint_neighbours(self, painter: QPainter, located: Located, theme: Theme) -> None:
        here = QPointF(*self._placed(located.trail)[-1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index in located.neighbours:
            at = QPointF(*self._places[index])
            painter.setPen(QPen(QColor(theme.text), 1))
            painter.drawLine(here, at)
            painter.setBrush(QColor(theme.card))
            painter.drawEllipse(at, 7.5, 7.5)
            assert self._map is not None  # the neighbours are on it
            label = int(self._map.labels[index])
            painter.setPen(category_colour(label, theme))
            frame = QRectF(at.x() - 8, at.y() - 8, 16, 16)
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._map.alphabet.names[label])

    def _paint_trail(self, painter: QPainter, located: Located, theme: Theme) -> None:
        places = [QPointF(*place) for place in self._placed(located.trail)]
        trail = QPolygonF(places)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.card, 5.0), (theme.text, 2.0)):
            pen = QPen(QColor(colour), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(trail)
        painter.setPen(QPen(QColor(theme.card), 1))
        painter.setBrush(QColor(theme.text))
        for place in places:
            painter.drawEllipse(place, 2.5, 2.5)
        for row in located.stroke_ends[:-1]:
            painter.drawEllipse(places[row], 5.0, 5.0)
        painter.setBrush(QColor(theme.accent))
        painter.setPen(QPen(QColor(theme.card), 2))
        painter.drawEllipse(places[-1], HERE, HERE)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.on_accent))
        at = places[-1]
        frame = QRectF(at.x() - HERE, at.y() - HERE, 2 * HERE, 2 * HERE)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._answer)

    def _paint_pointed(
        self, painter: QPainter, references: ReferenceMap, index: int, theme: Theme
    ) -> None:
        at = QPointF(*self._places[index])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 1.5))
        painter.drawEllipse(at, 7.5, 7.5)
        left = at.x() + 14 if at.x() + 20 + INSET < self.width() else at.x() - 14 - INSET
        top = min(max(at.y() - INSET / 2, 2), self.height() - INSET - 2)
        frame = QRectF(round(left), round(top), INSET, INSET)
        painter.drawImage(frame, grey_image(references.pictures[index], theme))
        painter.setPen(QPen(category_colour(int(references.labels[index]), theme), 2))
        painter.drawRect(frame)

    def _paint_note(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QColor(theme.muted))
        height = self.fontMetrics().height()
        middle = self.height() / 2
        frame = QRectF(20, middle - 3 * height, self.width() - 40, 2.5 * height)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(frame, centred | Qt.TextFlag.TextWordWrap, self._note)
        if self._progress is not None:
            bar = QRectF(self.width() / 2 - 110, middle, 220, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.line))
            painter.drawRoundedRect(bar, 3, 3)
            bar.setWidth(max(6.0, bar.width() * self._progress))
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(bar, 3, 3)
