"""The eraser: it cuts strokes, and makes paper of what it passes over on a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from handdigit.gui.canvas.brush import Look
from handdigit.gui.canvas.picture_view import picture_area
from handdigit.gui.state.drawing.drawing import Drawing, Picture
from handdigit.ink.erase import erase_along


def erased(
    drawing: Drawing, before: QPointF | None, at: QPointF, radius: float, look: Look
) -> Drawing:
    """Return a drawing without what the eraser passes over; the same one where that is nothing.

    Args:
        drawing: is painted with ``look``.
        before: where the eraser was before on the widget; None where it is put down.
        at: where it goes.
        radius: in canvas units.
        look: says where the drawing is.
    """
    if isinstance(drawing, Picture):
        return _rubbed(drawing, before, at, radius * look.side, look)
    start, end = ((each - look.origin) / look.side for each in (before or at, at))
    return erase_along(drawing, start.toTuple(), end.toTuple(), radius)


def _rubbed(
    picture: Picture, before: QPointF | None, at: QPointF, radius: float, look: Look
) -> Picture:
    """Return a picture that is erased at a place, or on to it; the radius is in pixels."""
    area = picture_area(picture, look.square)
    inside = at - area.topLeft()
    place = inside.x() / area.width(), inside.y() / area.height()
    if before is not None:
        return picture.mended_as(picture.mending.rubbed_on_to(place))
    share = radius / area.width() * picture.part.shape[1] / max(picture.pixels.shape[:2])
    return picture.mended_as(picture.mending.rubbed_at(place, share))
