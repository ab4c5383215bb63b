"""The truth strip: every step from the drawing to what the network is really given."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from handdigit.gui.state.session import Session
from handdigit.gui.theme import grey_image
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import MARGIN, TOUCH_SIZE, Card, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.normalise import CENTRE, SIDE, Normalised, Preprocessing
from handdigit.network.recognition import Recognition

ARROW = 18
"""Room for the arrow between two pictures, in pixels."""
PICTURES = 4
ROOM = 1.1
"""Side of what is shown of the canvas by that of a drawing larger than the unit square."""
LARGEST, SMALLEST = 76, 36
"""Side of a picture, in pixels; smaller where there is no room."""
SMALLEST_STEP = 0.7
"""Pixels along a stroke; a shorter step cannot be seen, and costs as much to paint as any."""
MOST_POINTS = 10_000
"""Of a drawing, to be looked at: a picture has fewer pixels than that."""
BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


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
        named(self, "truthStrip", self.tr("What the network gets"))
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
        taken = session.preprocessing
        for box, is_taken in ((self._scale, taken.scale), (self._centre, taken.centre)):
            box.setChecked(is_taken)
            box.setMinimumHeight(TOUCH_SIZE)
            box.toggled.connect(self._set_preprocessing)
            switches.addWidget(box)
        vbox(heading, self._steps, switches, on=self, margins=MARGIN, spacing=6)
        self._centre.setEnabled(taken.scale)
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


class _Steps(PaintedWidget):
    """Paints drawing with its box, square with its centroid, shifted frame, network input."""

    def __init__(self) -> None:
        super().__init__()
        self.fill_ground()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.normalised: Normalised | None = None
        self._drawing: object = None

    def sizeHint(self) -> QSize:
        return QSize(380, self.heightForWidth(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(PICTURES * (SMALLEST + ARROW) - ARROW, SMALLEST + self._caption_height(0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._side(width) + self._caption_height(width)

    def _side(self, width: int) -> int:
        return min(LARGEST, (width - (PICTURES - 1) * ARROW) // PICTURES)

    def _caption_height(self, width: int) -> int:
        """Return the room for a line, or for two where the widest caption has none in one."""
        widest = self.tr("moved {0}").format("+0, +0")
        # A line of Chinese is higher than the font's own: as high as what stands in it.
        size = self.fontMetrics().size(0, widest)
        return (1 if size.width() <= self._side(width) + ARROW else 2) * size.height() + 6

    def show_steps(self, drawing: object, recognition: Recognition) -> None:
        self._drawing = drawing
        self.normalised = recognition.normalised
        self.update()

    def paint(self, painter: Painter) -> None:
        caption_height = self._caption_height(self.width())
        side = min(self.height() - caption_height, self._side(self.width()))
        steps = self.normalised
        shift = "" if steps is None else "{:+d},\N{NO-BREAK SPACE}{:+d}".format(*steps.shift)
        captions = (
            self.tr("drawn"),
            " × ".join(map(str, steps.square.shape)) if steps else self.tr("20 × 20"),
            self.tr("moved {0}").format(shift) if steps else self.tr("centred"),
            self.tr("as fed"),
        )
        for index, caption in enumerate(captions):
            frame = QRectF(index * (side + ARROW), 0, side, side)
            painter.surface(frame, "zero", radius=0)
            if steps is not None:
                painter.save()
                painter.setClipRect(frame.adjusted(1, 1, -1, -1))
                self._paint_step(painter, index, frame.adjusted(1, 1, -1, -1), steps)
                painter.restore()
            below = QRectF(frame.x() - ARROW / 2, frame.bottom() + 3, side + ARROW, caption_height)
            painter.text(below, caption, "muted", BELOW)
            if index:
                tip = QPointF(frame.left() - ARROW * 0.25, frame.center().y())
                painter.arrow(tip, ARROW * 0.5, "muted")

    def _paint_step(self, painter: Painter, index: int, frame: QRectF, steps: Normalised) -> None:
        if index:
            picture = steps.square if index == 1 else steps.picture
            painter.drawImage(frame, grey_image(picture, painter.theme))
            if index == 2:
                self._paint_centre(painter, frame, steps)
            return
        box = steps.box
        if steps.found is not None:
            extent = steps.found.extent
            scale = frame.width() / max(extent.width, extent.height)
            shown = QPointF(extent.width, extent.height) * scale
            corner = frame.center() - shown / 2
            target = QRectF(corner, QSizeF(shown.x(), shown.y()))
            painter.drawImage(target, grey_image(steps.found.ink, painter.theme))
            origin = corner - QPointF(extent.left, extent.top) * scale
        else:
            part = shown_part(box)
            scale = frame.width() / part.width
            origin = frame.topLeft() - QPointF(part.left, part.top) * scale
            self._paint_strokes(painter, origin, scale)
        corners = (QPointF(box.left, box.top), QPointF(box.right, box.bottom))
        painter.outline(QRectF(*(origin + corner * scale for corner in corners)), "accent")

    def _paint_strokes(self, painter: Painter, origin: QPointF, scale: float) -> None:
        if not isinstance(self._drawing, Ink):
            return
        painter.use_pen("ink", max(1.5, scale / 30), is_round=True)
        least = SMALLEST_STEP / scale
        every = 1 + self._drawing.point_count // MOST_POINTS
        for stroke in self._drawing.strokes:
            shown = [stroke.points[0]]
            for point in stroke.points[::every]:
                if abs(point.x - shown[-1].x) + abs(point.y - shown[-1].y) >= least:
                    shown.append(point)
            points = [origin + QPointF(p.x, p.y) * scale for p in shown]
            painter.drawPolyline(points) if len(points) > 1 else painter.drawPoint(points[0])

    def _paint_centre(self, painter: Painter, frame: QRectF, steps: Normalised) -> None:
        """Paint where the square went, and the centre that its mass was brought to."""
        pixel = frame.width() / SIDE
        row, column = steps.shift
        height, width = steps.square.shape
        corner = frame.topLeft() + QPointF(column, row) * pixel
        painter.outline(QRectF(corner.x(), corner.y(), width * pixel, height * pixel), "line")
        cross = frame.topLeft() + QPointF(CENTRE + 0.5, CENTRE + 0.5) * pixel
        painter.use_pen("warning")
        painter.drawLine(QPointF(frame.left(), cross.y()), QPointF(frame.right(), cross.y()))
        painter.drawLine(QPointF(cross.x(), frame.top()), QPointF(cross.x(), frame.bottom()))
