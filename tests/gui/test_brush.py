"""The line on the canvas: smooth, through its points, and the same however it came about."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from handdigit.gui.canvas import ink_layer
from handdigit.gui.canvas.brush import FAST, FAST_SHARE, LIGHT_TOUCH, Brush, Look, Piece
from handdigit.gui.canvas.canvas import Canvas
from handdigit.ink.ink import Ink, Point, Stroke
from tests.gui.driving import draw

SIDE, WIDTH = 400.0, 0.05
LOOK = Look(QPointF(10, 20), SIDE, WIDTH, QColor("black"))
CORNER = [(0.2, 0.3), (0.8, 0.3), (0.5, 0.9)]


def line_of(points: list[Point]) -> list[Piece]:
    brush = Brush(LOOK)
    return [piece for point in points for piece in brush.go_to(point)] + brush.tip()


def arc(count: int) -> list[Point]:
    angles = np.linspace(0, np.pi, count)
    return [Point(0.5 - 0.3 * np.cos(a), 0.5 - 0.3 * np.sin(a)) for a in angles]


def test_the_line_goes_through_every_point_without_a_gap():
    points = [Point(*xy) for xy in CORNER] * 2
    pieces = line_of(points)
    for before, after in pairwise(pieces):
        assert before.end == after.start
    ends = {(pieces[0].start.x, pieces[0].start.y), *((p.end.x, p.end.y) for p in pieces)}
    for x, y, *_ in points:
        assert min(abs(10 + x * SIDE - a) + abs(20 + y * SIDE - b) for a, b in ends) < 1e-9


def test_few_points_of_an_arc_make_an_arc():
    """With nine points the straight line between two of them is 2.3 pixels beside the arc."""
    radii = [
        np.hypot(piece.end.x - 10 - 0.5 * SIDE, piece.end.y - 20 - 0.5 * SIDE)
        for piece in line_of(arc(9))
    ]
    assert np.abs(np.array(radii) - 0.3 * SIDE).max() < 0.6


def test_what_is_certain_stays_when_the_stroke_goes_on():
    points = arc(12)
    brush, certain = Brush(LOOK), []
    for point in points:
        certain += brush.go_to(point)
    assert certain == line_of([*points, Point(0.1, 0.1)])[: len(certain)]


def test_pressure_and_speed_make_the_width():
    def last_width(pressure: float | None, speed: float | None) -> float:
        times = [None] * 40 if speed is None else [0.01 * n / speed for n in range(40)]
        points = [Point(0.1 + 0.01 * n, 0.5, pressure, time) for n, time in enumerate(times)]
        return line_of(points)[-1].end.width / (WIDTH * SIDE)

    assert last_width(None, None) == last_width(1.0, None) == pytest.approx(1)
    assert last_width(0.0, None) == pytest.approx(LIGHT_TOUCH)
    assert last_width(None, 10 * FAST) == pytest.approx(FAST_SHARE, abs=1e-4)
    assert FAST_SHARE < last_width(None, FAST / 2) < 1


def test_a_dot_and_points_that_repeat_are_painted():
    dot = line_of([Point(0.5, 0.5)])
    assert [piece.start for piece in dot] == [piece.end for piece in dot]
    same = line_of([Point(0.5, 0.5)] * 4)
    assert {(piece.end.x, piece.end.y) for piece in same} == {(210.0, 220.0)}


def pixels(canvas: Canvas) -> np.ndarray:
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].astype(int)


@pytest.mark.parametrize("sizes", [[], [300, 250]], ids=["", "resized meanwhile"])
def test_a_drawing_looks_the_same_drawn_and_shown(qtbot, sizes):
    canvas, other = Canvas(), Canvas()
    drawn: list[Ink] = []
    canvas.drawing_edited.connect(drawn.append)
    for each in (canvas, other):
        qtbot.addWidget(each)
        each.resize(300, 300)
        with qtbot.waitExposed(each):
            each.show()
    canvas.drawing_edited.connect(lambda _: sizes and canvas.resize(300, sizes.pop()))
    draw(canvas, Ink((Stroke(tuple(Point(*xy) for xy in CORNER)), Stroke(tuple(arc(9))))))
    assert not sizes
    other.show_drawing(drawn[-1])
    assert (pixels(canvas) == pixels(other)).all()
    assert pixels(other).min() < 80


def test_a_long_drawing_is_painted_in_portions_and_looks_as_it_was_drawn(qtbot, monkeypatch):
    points = arc(400)
    ink = Ink((Stroke(tuple(points)), Stroke(tuple(Point(*xy) for xy in CORNER))))
    canvas, other = Canvas(), Canvas()
    for each in (canvas, other):
        qtbot.addWidget(each)
        each.resize(300, 300)
        with qtbot.waitExposed(each):
            each.show()
    monkeypatch.setattr(ink_layer, "PORTION_S", 60.0)  # all at once, however busy the computer is
    canvas.show_drawing(ink)
    whole = pixels(canvas)
    monkeypatch.setattr(ink_layer, "PORTION_S", 1e-4)
    other.show_drawing(ink)
    assert (pixels(other) > whole).any(), "only a part of it at first"
    qtbot.waitUntil(lambda: (pixels(other) == whole).all())


def test_points_that_lie_close_make_no_pieces_of_their_own():
    few, many = line_of(arc(1000)), line_of(arc(100_000))
    assert len(many) < 3 * len(few)
    assert (many[0].start, many[-1].end) == (
        few[0].start,
        pytest.approx(few[-1].end, abs=0.5),
    )
