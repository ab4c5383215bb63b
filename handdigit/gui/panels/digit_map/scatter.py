"""The map itself: every reference as a small digit, the drawing as a trail through them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Located, Origin, ReferenceMap
from handdigit.gui.theme import category_colour, grey_image
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import PointedWidget, arrow_step
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.network.alphabet import Alphabet

DOT = 2.3
"""Radius of a picture of MNIST."""
DISC = 7.5
"""Radius of one of the user's samples."""


def paint_glyph(
    painter: Painter, at: QPointF, alphabet: Alphabet, label: int, origin: Origin
) -> None:
    """Paint a generated digit as its figure, MNIST as a dot, a sample as its name on a disc."""
    colour = category_colour(label, painter.theme)
    if origin is Origin.MNIST:
        painter.dot(at, DOT, colour)
        return
    if origin is Origin.SAMPLES:
        painter.dot(at, DISC + 0.5, "card")
        painter.dot(at, DISC - 0.5, colour)
    frame = QRectF(at.x() - DISC, at.y() - DISC, 2 * DISC, 2 * DISC)
    text_colour = "card" if origin is Origin.SAMPLES else colour
    painter.text(frame, alphabet.names[label], text_colour, CENTRE)


MARGIN = 18.0
GLYPH_SIZE = 8.5
"""Of the small digits, in pixels; a little more on a large map."""
GLYPH_OPACITY = 0.75
REACH = 14.0
"""How near the pointer must come to a reference, in pixels."""
INSET = 28 * 3
NO_DIGIT = "?"
"""Stands at the place of a drawing that is refused."""
CORNER = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
HERE = 10.0
"""Radius of the drawing's mark."""


class Scatter(PointedWidget[int]):
    """Digits in the plane; pointing at one shows its picture."""

    comfortable, least = (620, 520), (360, 220)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty map."""
        super().__init__(parent)
        named(self, "mapScatter", self.tr("Map of digits"), self.tr("Point at a digit to see it."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._map: ReferenceMap | None = None
        self._located: Located | None = None
        self._answer = ""
        self._note = ""
        self._progress: float | None = None
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
    def places(self) -> NDArray[np.float64]:
        """(N, 2) positions of the references on the widget."""
        return self._places

    def show_map(self, references: ReferenceMap | None) -> None:
        """Show references, or none."""
        self._map = references
        self.point_at(None)
        self._forget_background()

    def show_origins(self, origins: tuple[Origin, ...]) -> None:
        """Show these kinds of references only."""
        self._origins = origins
        self.point_at(None)
        self._forget_background()

    @property
    def answer(self) -> str:
        """What stands at the drawing's place."""
        return self._answer

    def show_located(self, located: Located | None, answer: str) -> None:
        """Show where the drawing is and how it is read; a question mark for no digit is grey."""
        self._located, self._answer = located, answer
        self.update()

    def show_note(self, note: str, progress: float | None = None) -> None:
        """Show words in place of a map, with a bar from 0 to 1 under them."""
        self._note, self._progress = note, progress
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._forget_background()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the map out anew."""
        super().resizeEvent(event)
        self._forget_background()

    def part_at(self, position: QPointF) -> int | None:
        """Return the reference near a position."""
        if not len(self._shown):
            return None
        distances = np.hypot(*(self._places[self._shown] - (position.x(), position.y())).T)
        nearest = int(distances.argmin())
        return int(self._shown[nearest]) if distances[nearest] <= REACH else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at the next reference in the direction of an arrow key."""
        step = arrow_step(event)
        if step is None or not len(self._shown):
            super().keyPressEvent(event)
            return
        here = np.array([self.width(), self.height()]) / 2
        if self.pointed is not None:
            here = self._places[self.pointed]
        elif self._located is not None:
            here = self._placed(self._located.trail)[-1]
        away = self._places[self._shown] - here
        along, aside = away @ (step[1], step[0]), np.abs(away @ step)
        is_ahead = (along > 0) & (aside <= along)
        if is_ahead.any():
            far = np.where(is_ahead, along + aside, np.inf)
            self.point_at(int(self._shown[far.argmin()]))

    def part_pointed(self, reference: int | None) -> None:
        """Say what it is."""
        text = ""
        if self._map is not None and reference is not None:
            text = self._map.alphabet.names[self._map.labels[reference]]
        self.setAccessibleDescription(text)

    def cells(self) -> Cells:
        """Return the references next to the drawing, the nearest first."""
        references, located = self._map, self._located
        if references is None or located is None:
            return Cells((), (), lambda _row, _column: "")
        near = [references.alphabet.names[references.labels[n]] for n in located.neighbours]
        rows = [self.tr("neighbour {0}").format(number) for number in range(1, len(near) + 1)]
        return Cells(rows, ("",), lambda row, _column: near[row])

    def paint(self, painter: Painter) -> None:
        """Paint references, trail, neighbours and the one pointed at."""
        if self._map is None:
            self._paint_note(painter)
            return
        if self._background is None:
            self._background = self._paint_background(self._map)
        painter.drawPixmap(0, 0, self._background)
        if self._located is not None:
            self._paint_neighbours(painter, self._map, self._located)
            self._paint_trail(painter, self._located)
        if self.pointed is not None:
            self._paint_pointed(painter, self._map, self.pointed)
        if self.hasFocus():
            painter.outline(QRectF(self.rect()).adjusted(1, 1, -1, -1), "accent", 2)

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

    def _paint_background(self, references: ReferenceMap) -> QPixmap:
        """Paint all references once; they stay until size, colours or network change."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = Painter(pixmap, self.theme)
        font = QFont(self.font())
        font.setPixelSize(round(max(GLYPH_SIZE, self.height() / 60)))
        font.setBold(True)
        painter.setFont(font)
        for index in self._shown:  # generated digits first, the user's on top
            origin = Origin(int(references.origins[index]))
            painter.setOpacity(1.0 if origin is Origin.SAMPLES else GLYPH_OPACITY)
            at = QPointF(*self._places[index])
            paint_glyph(painter, at, references.alphabet, int(references.labels[index]), origin)
        painter.end()
        return pixmap

    def _paint_neighbours(
        self, painter: Painter, references: ReferenceMap, located: Located
    ) -> None:
        here = QPointF(*self._placed(located.trail)[-1])
        for index in located.neighbours:
            at, label = QPointF(*self._places[index]), int(references.labels[index])
            painter.line(here, at, "text")
            painter.dot(at, 8, "text")
            painter.dot(at, 7, "card")
            frame = QRectF(at.x() - 8, at.y() - 8, 16, 16)
            name, colour = references.alphabet.names[label], category_colour(label, painter.theme)
            painter.text(frame, name, colour, CENTRE)

    def _paint_trail(self, painter: Painter, located: Located) -> None:
        places = [QPointF(*place) for place in self._placed(located.trail)]
        for colour, width in (("card", 5.0), ("text", 2.0)):
            painter.use_pen(colour, width, is_round=True)
            painter.drawPolyline(QPolygonF(places))
        end = places[-1]
        ends = [(places[row], 5.0, "text") for row in located.stroke_ends[:-1]]
        for at, radius, colour in (
            *((place, 2.5, "text") for place in places),
            *ends,
            (end, HERE + 0.5, "muted" if self._answer == NO_DIGIT else "accent"),
        ):
            painter.dot(at, radius + 0.5, "card")
            painter.dot(at, radius - 0.5, colour)
        frame = QRectF(end.x() - HERE, end.y() - HERE, 2 * HERE, 2 * HERE)
        text = "card" if self._answer == NO_DIGIT else "on_accent"
        painter.text(frame, self._answer, text, CENTRE, bold=True)

    def _paint_pointed(self, painter: Painter, references: ReferenceMap, index: int) -> None:
        at = QPointF(*self._places[index])
        painter.use_pen("text", 1.5)
        painter.drawEllipse(at, 7.5, 7.5)
        left = at.x() + 14 if at.x() + 20 + INSET < self.width() else at.x() - 14 - INSET
        top = min(max(at.y() - INSET / 2, 2), self.height() - INSET - 2)
        frame = QRectF(round(left), round(top), INSET, INSET)
        painter.drawImage(frame, grey_image(references.pictures[index], painter.theme))
        colour = category_colour(int(references.labels[index]), painter.theme)
        painter.outline(frame, colour, 2)
        name = references.alphabet.names[references.labels[index]]
        painter.text(frame.adjusted(5, 2, 0, 0), name, colour, CORNER, bold=True)

    def _paint_note(self, painter: Painter) -> None:
        height = painter.fontMetrics().height()
        middle = self.height() / 2
        frame = QRectF(20, middle - 3 * height, self.width() - 40, 2.5 * height)
        lowest = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.text(frame, self._note, "muted", lowest | Qt.TextFlag.TextWordWrap)
        if self._progress is not None:
            bar = QRectF(self.width() / 2 - 110, middle, 220, 6)
            painter.fill(bar, "line", 3)
            bar.setWidth(max(6.0, bar.width() * self._progress))
            painter.fill(bar, "accent", 3)
