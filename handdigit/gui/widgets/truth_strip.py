"""The truth strip: every step from the drawing to what the network is really given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from handdigit.core.ink import Bounds, Ink
from handdigit.core.normalise import CENTRE, SIDE, Normalised, Preprocessing
from handdigit.core.recognition import Recognition
from handdigit.gui.colormap import grey_image
from handdigit.gui.session import Session
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.card import MARGIN, Card
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.labels import Label

ARROW = 18
"""Room for the arrow between two pictures, in pixels."""
PICTURES = 4
ROOM = 1.1
"""Side of what is shown of the canvas by that of a drawing larger than the unit square."""
LARGEST = 76
"""Side of a picture, in pixels; smaller where there is no room for it and its caption."""


def shown_part(box: Bounds) -> Bounds:
    """Return the square of the canvas in which a drawing with this box is shown.

    It is the unit square. On an oblong canvas a drawing may reach beyond: it stands in the middle
    then, and where it is larger there is a little room around it.
    """
    is_larger = max(box.width, box.height) > 1
    side = max(box.width, box.height) * ROOM if is_larger else 1.0
    left, top = (
        0.0 if low >= 0 and high <= 1 and not is_larger else (low + high - side) / 2
        for low, high in ((box.left, box.right), (box.top, box.bottom))
    )
    return Bounds(left, top, left + side, top + side)


class TruthStrip(Card):
    """Four pictures and two switches; switching a step off shows what it is for."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        self.setObjectName("truthStrip")
        self.setAccessibleName(self.tr("What the network gets"))
        self._session = session
        heading = Label(self.tr("What the network gets"), colour="muted", bold=True)
        self._steps = _Steps()
        self._scale = QCheckBox(self.tr("Scale to 20 × 20"))
        self._scale.setObjectName("scaleStep")
        self._scale.setToolTip(self.tr("Off: the network gets the whole canvas, shrunk."))
        self._centre = QCheckBox(self.tr("Centre the mass"))
        self._centre.setObjectName("centreStep")
        self._centre.setToolTip(self.tr("Off: the 20 × 20 box sits in the middle."))
        switches = FlowLayout(spacing=MARGIN)
        for box in (self._scale, self._centre):
            box.setChecked(True)
            box.toggled.connect(self._set_preprocessing)
            switches.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(self._steps)
        layout.addLayout(switches)
        session.recognition_changed.connect(self._show_recognition)

    @property
    def normalised(self) -> Normalised | None:
        """The steps on show."""
        return self._steps.normalised

    @Slot()
    def _set_preprocessing(self) -> None:
        scale = self._scale.isChecked()
        self._centre.setEnabled(scale)  # centring is a shift of the scaled box
        self._session.set_preprocessing(Preprocessing(scale, self._centre.isChecked()))

    @Slot(object)
    def _show_recognition(self, recognition: Recognition) -> None:
        self._steps.show_steps(self._session.subject, recognition)


class _Steps(QWidget):
    """Paints drawing with its box, square with its centroid, shifted frame, network input."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.normalised: Normalised | None = None
        self._drawing: object = None
        self._images: list[QImage] = []

    def sizeHint(self) -> QSize:
        return QSize(380, self.heightForWidth(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._pitch() - ARROW, LARGEST + self._caption_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = PICTURES // self._columns(width)
        return rows * (LARGEST + self._caption_height())

    def _caption_height(self) -> int:
        return self.fontMetrics().height() + 6

    def _pitch(self) -> int:
        """Return the room for the widest caption."""
        return self.fontMetrics().horizontalAdvance(self.tr("moved {0}").format("+0, +0")) + 2

    def _columns(self, width: int) -> int:
        """Return how many pictures stand side by side: all, or two and two."""
        return PICTURES if width >= PICTURES * self._pitch() - ARROW else 2

    def show_steps(self, drawing: object, recognition: Recognition) -> None:
        self._drawing = drawing
        self.normalised = recognition.normalised
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        theme = Theme.of(self.palette())
        steps = self.normalised
        self._images = []
        if steps is not None:
            found = [] if steps.ink is None else [steps.ink]
            self._images = [grey_image(p, theme) for p in (steps.picture, steps.square, *found)]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caption_height = self._caption_height()
        columns = self._columns(self.width())
        row_height = min(LARGEST + caption_height, self.height() / (PICTURES // columns))
        side = min(row_height - caption_height, (self.width() - (columns - 1) * ARROW) / columns)
        # Two and two there is room, and the captions are wider than the pictures.
        inset = max(0.0, (self._pitch() - side) / 2) if columns < PICTURES else 0.0
        steps = self.normalised
        shift = "" if steps is None else "{:+d}, {:+d}".format(*steps.shift)
        captions = (
            self.tr("drawn"),
            " × ".join(map(str, steps.square.shape)) if steps else self.tr("20 × 20"),
            self.tr("moved {0}").format(shift) if steps else self.tr("centred"),
            self.tr("as fed"),
        )
        for index, caption in enumerate(captions):
            row, column = divmod(index, columns)
            x = inset + column * (side + ARROW + inset)
            frame = QRectF(x, row * row_height, side, side)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(QColor(theme.zero))
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
            inner = frame.adjusted(1, 1, -1, -1)
            if steps is not None:
                painter.save()
                painter.setClipRect(inner)
                self._paint_step(painter, index, inner, steps, theme)
                painter.restore()
            painter.setPen(QColor(theme.muted))
            aside = max(ARROW / 2, inset)
            below = QRectF(frame.x() - aside, frame.bottom() + 3, side + 2 * aside, caption_height)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, caption)
            if column:
                self._paint_arrow(painter, frame)
        painter.end()

    def _paint_step(
        self, painter: QPainter, index: int, frame: QRectF, steps: Normalised, theme: Theme
    ) -> None:
        picture, square, *found = self._images
        if index == 0:
            accent = QPen(QColor(theme.accent), 1)
            if found:
                height, width = found[0].height(), found[0].width()
                scale = frame.width() / max(height, width)
                origin = frame.center() - QPointF(width, height) * (scale / 2)
                painter.drawImage(QRectF(origin, QSize(width, height) * scale), found[0])
            else:
                part = shown_part(steps.box)
                scale = frame.width() / part.width
                origin = frame.topLeft() - QPointF(part.left, part.top) * scale
                self._paint_strokes(painter, origin, scale, theme)
            painter.setPen(accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = steps.box
            painter.drawRect(
                QRectF(
                    origin + QPointF(box.left, box.top) * scale,
                    origin + QPointF(box.right, box.bottom) * scale,
                )
            )
        elif index == 1:
            painter.drawImage(frame, square)
        else:
            painter.drawImage(frame, picture)
        if index == 2:
            self._paint_centre(painter, frame, steps, theme)

    def _paint_strokes(
        self, painter: QPainter, origin: QPointF, scale: float, theme: Theme
    ) -> None:
        if not isinstance(self._drawing, Ink):
            return
        painter.setPen(
            QPen(
                QColor(theme.ink),
                max(1.5, scale / 30),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        for stroke in self._drawing.strokes:
            points = [origin + QPointF(p.x, p.y) * scale for p in stroke.points]
            painter.drawPolyline(points) if len(points) > 1 else painter.drawPoint(points[0])

    def _paint_centre(
        self, painter: QPainter, frame: QRectF, steps: Normalised, theme: Theme
    ) -> None:
        """Paint where the square went, and the centre that its mass was brought to."""
        pixel = frame.width() / SIDE
        row, column = steps.shift
        height, width = steps.square.shape
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = frame.topLeft() + QPointF(column, row) * pixel
        painter.drawRect(QRectF(corner.x(), corner.y(), width * pixel, height * pixel))
        painter.setPen(QPen(QColor(theme.warning), 1))
        cross = frame.topLeft() + QPointF(CENTRE + 0.5, CENTRE + 0.5) * pixel
        painter.drawLine(QPointF(frame.left(), cross.y()), QPointF(frame.right(), cross.y()))
        painter.drawLine(QPointF(cross.x(), frame.top()), QPointF(cross.x(), frame.bottom()))

    def _paint_arrow(self, painter: QPainter, frame: QRectF) -> None:
        tip = QPointF(frame.left() - ARROW * 0.25, frame.center().y())
        tail = tip - QPointF(ARROW * 0.5, 0)
        painter.drawLine(tail, tip)
        for dy in (-3, 3):
            painter.drawLine(tip, tip + QPointF(-3, dy))
