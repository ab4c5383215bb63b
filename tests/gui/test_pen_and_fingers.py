"""Pen, fingers and mouse on the real window, one after the other and at the same time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QEventPoint, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from handdigit.gui.canvas import canvas as canvas_module
from handdigit.gui.canvas import press_or_stroke
from handdigit.gui.canvas.pointers import PALM_MM, PALM_S
from handdigit.gui.state.drawing.drawing import BLANK
from tests.gui.driving import PEN_EVENTS, draw, position, send_pen
from tests.gui.touchscreen import Touchscreen

LEFT, RIGHT, NONE = (
    Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton,
)  # fmt: skip
KEYS = Qt.KeyboardModifier.NoModifier
PRESS, MOVE, RELEASE = PEN_EVENTS


class Pen:
    """A tablet's pen over the window's canvas, in canvas units."""

    def __init__(self, window, end=QPointingDevice.PointerType.Pen) -> None:
        self.canvas = window.canvas
        self.device = QPointingDevice(
            "pen", 1, QInputDevice.DeviceType.Stylus, end,
            QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 3,
        )  # fmt: skip

    def send(self, kind, x: float, y: float, **more) -> None:
        at = self.canvas.canvas_position(x, y)
        send_pen(self.canvas, self.device, kind, at, 0.5, **more)

    def draw(self, *places: tuple[float, float], **more) -> None:
        self.send(PRESS, *places[0], **more)
        for place in places[1:]:
            self.send(MOVE, *place, **more)
        self.send(RELEASE, *places[-1], **more)


class Finger:
    """A finger on the window's canvas, in canvas units."""

    def __init__(self, window, number: int = 0, beside: Finger | None = None) -> None:
        self.screen = beside.screen if beside else Touchscreen(window.windowHandle())
        self.window, self.number = window, number

    def _touch(self, x: float, y: float, state: QEventPoint.State, **more) -> None:
        canvas = self.window.canvas
        at = canvas.mapTo(self.window, canvas.canvas_position(x, y))
        self.screen.touch(self.number, at, state, **more)

    def press(self, x: float, y: float, **more) -> None:
        self._touch(x, y, QEventPoint.State.Pressed, **more)

    def move(self, x: float, y: float, **more) -> None:
        self._touch(x, y, QEventPoint.State.Updated, **more)

    def lift(self, x: float, y: float, **more) -> None:
        self._touch(x, y, QEventPoint.State.Released, **more)

    def draw(self, *places: tuple[float, float], **more) -> None:
        self.press(*places[0], **more)
        for place in places[1:]:
            self.move(*place, **more)
        self.lift(*places[-1], **more)


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """Return the time in seconds, which stands still unless a test changes it."""
    now = [100.0]
    for module in (canvas_module, press_or_stroke):
        monkeypatch.setattr(module, "monotonic", lambda: now[0])
    return now


def undo_count(window) -> int:
    return len(window.session.document.pages.past)


DOWNWARDS = [(0.3 + 0.011 * n, 0.2 + 0.037 * n) for n in range(15)]


def test_a_mouse_that_hovers_takes_nothing_from_the_pen(window):
    pen = Pen(window)
    pen.send(PRESS, *DOWNWARDS[0])
    for n, place in enumerate(DOWNWARDS[1:]):
        pen.send(MOVE, *place)
        QTest.mouseMove(window.canvas, QPoint(10 + n, 10))
    pen.send(RELEASE, *DOWNWARDS[-1])
    (stroke,) = window.session.document.drawing.strokes
    assert [point[:2] for point in stroke.points] == [pytest.approx(xy) for xy in DOWNWARDS]
    assert undo_count(window) == 1


def test_a_stroke_is_on_the_screen_before_anybody_works_on_it(qtbot, window):
    canvas, pen, seen = window.canvas, Pen(window), []

    def look(ink) -> None:
        end = canvas.canvas_position(*ink.strokes[-1].points[-1][:2]).toPoint()
        seen.append((len(ink.strokes[-1].points), painted[-1].contains(end)))

    painted = []
    paint = canvas.paintEvent
    canvas.paintEvent = lambda event: (painted.append(event.rect()), paint(event))
    window.session.document.drawing_changed.connect(look)
    pen.send(PRESS, *DOWNWARDS[0])
    for place in DOWNWARDS[1:-1]:
        pen.send(MOVE, *place)
    assert [count for count, _ in seen] == [1], "every position of one report costs an answer"
    qtbot.waitUntil(lambda: len(seen) == 2)
    pen.send(RELEASE, *DOWNWARDS[-1])
    assert seen == [(1, True), (len(DOWNWARDS) - 1, True)]


def test_fast_positions_are_painted_at_once_and_asked_about_once_a_frame(
    qtbot, window, monkeypatch
):
    monkeypatch.setattr(canvas_module, "FRAME_MS", 1500)
    canvas, pen, told, painted = window.canvas, Pen(window), [], []
    repaint = canvas.repaint
    canvas.repaint = lambda area: (painted.append(area), repaint(area))
    window.session.document.drawing_changed.connect(
        lambda ink: told.append(len(ink.strokes[-1].points))
    )
    pen.send(PRESS, *DOWNWARDS[0])
    for number, place in enumerate(DOWNWARDS[1:], 2):
        pen.send(MOVE, *place)
        qtbot.waitUntil(lambda number=number: len(painted) == number)
    assert told == [1]
    qtbot.waitUntil(lambda: told == [1, len(DOWNWARDS)])  # nothing is lifted
    pen.send(MOVE, 0.9, 0.9)
    pen.send(RELEASE, 0.9, 0.9)
    assert told == [1, len(DOWNWARDS), len(DOWNWARDS) + 1], "the end of a stroke waits for nothing"


def test_positions_are_kept_to_a_fraction_of_a_pixel(window):
    pen = Pen(window)
    pixel = 1 / min(window.canvas.width(), window.canvas.height())
    places = [(0.5 + pixel * n / 4, 0.5) for n in range(9)]
    pen.draw(*places)
    (stroke,) = window.session.document.drawing.strokes
    assert [point.x for point in stroke.points] == pytest.approx([x for x, _ in places])


@pytest.mark.parametrize("by", ["pen", "mouse"])
def test_a_lost_release_joins_no_strokes(window, by):
    canvas, pen = window.canvas, Pen(window)
    for x in (0.3, 0.7):
        if by == "pen":
            pen.send(PRESS, x, 0.2)
            pen.send(MOVE, x, 0.8)
        else:
            QTest.mousePress(canvas, LEFT, KEYS, position(canvas, x, 0.2))
            QTest.mouseMove(canvas, position(canvas, x, 0.8))
    if by == "pen":
        pen.send(RELEASE, 0.7, 0.8)
    else:
        QTest.mouseRelease(canvas, LEFT, KEYS, position(canvas, 0.7, 0.8))
    first, second = window.session.document.drawing.strokes
    assert {round(point.x, 1) for point in first.points} == {0.3}
    assert {round(point.x, 1) for point in second.points} == {0.7}
    assert undo_count(window) == 2


def test_a_pen_that_hovers_has_been_lifted(window):
    pen = Pen(window)
    pen.send(PRESS, 0.2, 0.2)
    pen.send(MOVE, 0.3, 0.3)
    pen.send(MOVE, 0.8, 0.8, tip=NONE)
    pen.send(MOVE, 0.9, 0.9, tip=NONE)
    (stroke,) = window.session.document.drawing.strokes
    assert len(stroke.points) == 2
    assert undo_count(window) == 1


def test_a_finger_draws_and_a_second_one_does_not(window):
    finger = Finger(window)
    other = Finger(window, 1, beside=finger)
    finger.press(0.3, 0.3)
    finger.move(0.4, 0.4)
    other.press(0.8, 0.8)
    other.move(0.8, 0.9)
    finger.move(0.5, 0.5)
    other.lift(0.8, 0.9)
    finger.lift(0.5, 0.5)
    (stroke,) = window.session.document.drawing.strokes
    assert [point.x for point in stroke.points] == pytest.approx([0.3, 0.4, 0.5], abs=0.005)
    assert undo_count(window) == 1


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("lies", [True, False], ids=["lies", "has lain"])
def test_a_palm_leaves_nothing(window, lies):
    before = window.session.document.drawing
    palm, pen = Finger(window), Pen(window)
    palm.press(0.8, 0.9)
    palm.move(0.82, 0.9)
    if not lies:
        palm.lift(0.82, 0.9)
    pen.send(PRESS, *DOWNWARDS[0])
    assert len(window.session.document.drawing.strokes) == 1, "the palm's ink is there"
    for place in DOWNWARDS[1:]:
        pen.send(MOVE, *place)
        if lies:
            palm.move(0.8 + place[0] / 100, 0.9)
    pen.send(RELEASE, *DOWNWARDS[-1])
    if lies:
        palm.lift(0.8, 0.9)
    (stroke,) = window.session.document.drawing.strokes
    assert len(stroke.points) == len(DOWNWARDS)
    assert undo_count(window) == 1
    window.session.document.undo()
    assert window.session.document.drawing is before


def test_a_palm_erases_nothing(window, clock):
    pen, palm = Pen(window), Finger(window)
    pen.draw((0.2, 0.5), (0.8, 0.5))
    clock[0] += 2 * PALM_S
    drawn = window.session.document.drawing
    QTest.keyClick(window, Qt.Key.Key_E)
    palm.draw((0.5, 0.4), (0.5, 0.6))
    assert len(window.session.document.drawing.strokes) == 2
    pen.send(PRESS, 0.1, 0.1)
    pen.send(RELEASE, 0.1, 0.1)
    assert window.session.document.drawing is drawn
    assert undo_count(window) == 1


def test_a_palm_leaves_alone_what_writes_itself(window, seven):
    window.session.document.show(seven)  # no step yet
    palm, pen = Finger(window), Pen(window)
    palm.press(0.8, 0.9)
    pen.draw((0.1, 0.1), (0.2, 0.2))
    palm.lift(0.8, 0.9)
    *others, last = window.session.document.drawing.strokes
    assert tuple(others) == seven.strokes
    assert len(last.points) == 2


def test_what_is_large_is_a_palm(window):
    before, finger = window.session.document.drawing, Finger(window)
    finger.draw((0.3, 0.3), (0.4, 0.4), diameter_mm=PALM_MM * 1.1)
    assert window.session.document.drawing is before, "it was large at once"
    finger.press(0.3, 0.3)
    finger.move(0.4, 0.4)
    assert len(window.session.document.drawing.strokes) == 1
    finger.move(0.5, 0.5, diameter_mm=PALM_MM * 1.1)  # it lies down
    finger.lift(0.5, 0.5)
    assert window.session.document.drawing is before
    assert undo_count(window) == 0
    finger.draw((0.3, 0.3), (0.4, 0.4), diameter_mm=PALM_MM * 0.9)
    assert len(window.session.document.drawing.strokes) == 1


def test_a_finger_draws_to_a_fraction_of_a_pixel(window):
    pixel = 1 / min(window.canvas.width(), window.canvas.height())
    places = [(0.5 + pixel * n / 4, 0.5) for n in range(9)]
    Finger(window).draw(*places)
    (stroke,) = window.session.document.drawing.strokes
    assert [point.x for point in stroke.points] == pytest.approx([x for x, _ in places])


def test_what_a_finger_drew_long_before_stays(window, clock):
    Finger(window).draw((0.2, 0.2), (0.2, 0.8))
    clock[0] += 2 * PALM_S
    Pen(window).draw((0.6, 0.2), (0.6, 0.8))
    assert len(window.session.document.drawing.strokes) == 2
    assert undo_count(window) == 2


def test_the_barrel_button_erases(window):
    pen = Pen(window)
    line = (0.2, 0.5), (0.8, 0.5)
    pen.draw(*line)
    pen.draw((0.5, 0.4), (0.5, 0.6), held=RIGHT)  # told beside the tip
    assert len(window.session.document.drawing.strokes) == 2
    window.session.document.clear()
    pen.draw(*line)
    pen.draw((0.5, 0.4), (0.5, 0.6), tip=RIGHT)  # told instead of it
    assert len(window.session.document.drawing.strokes) == 2


def test_the_mouse_draws_after_the_pen(window, seven):
    Pen(window).draw((0.1, 0.1), (0.1, 0.2))
    window.session.document.clear()
    draw(window.canvas, seven)
    assert len(window.session.document.drawing.strokes) == len(seven.strokes)
    assert window.session.document.drawing is not BLANK


def on_card(window, name: str) -> tuple[float, float]:
    """Return the middle of what the empty canvas offers, in canvas units."""
    canvas, card = window.canvas, window.findChild(QAbstractButton, name)
    origin, end = canvas.canvas_position(0, 0), canvas.canvas_position(1, 1)
    place = card.mapTo(canvas, QPointF(card.rect().center())) - origin
    return place.x() / (end.x() - origin.x()), place.y() / (end.y() - origin.y())


def test_a_finger_clicks_a_card_and_draws_from_it(qtbot, window):
    finger, card = Finger(window), window.findChild(QAbstractButton, "trainCard")
    qtbot.waitUntil(card.isVisible)
    x, y = on_card(window, "trainCard")
    finger.press(x, y)
    assert card.isDown()
    finger.move(x, y + 0.1)
    finger.move(x, 0.5)
    finger.lift(x, 0.5)
    (stroke,) = window.session.document.drawing.strokes
    assert [point.y for point in stroke.points] == pytest.approx([y, y + 0.1, 0.5])
    assert window.navigation.panel == "inside"
    window.session.document.clear()
    finger.draw((x, y), (x + 0.001, y))
    assert window.navigation.panel == "retrain"
    assert window.session.document.drawing.is_empty


@pytest.mark.parametrize("drags", [True, False], ids=["drags", "lies"])
@pytest.mark.parametrize("why", ["large", "pen before", "pen meanwhile", "pen hovers over it"])
def test_a_palm_on_a_card_neither_clicks_nor_draws(qtbot, window, clock, why, drags):
    before = window.session.document.drawing
    finger, pen, card = Finger(window), Pen(window), window.findChild(QAbstractButton, "ghost7")
    qtbot.waitUntil(card.isVisible)
    x, y = on_card(window, "ghost7")
    if why == "pen before":
        pen.send(MOVE, 0.5, 0.5, tip=NONE)
    finger.press(x, y)
    assert card.isDown() == (why != "pen before")
    if why == "pen meanwhile":
        pen.send(MOVE, 0.5, 0.5, tip=NONE)
    elif why == "pen hovers over it":
        send_pen(card, pen.device, MOVE, QPointF(5, 5), 0, tip=NONE)
    clock[0] += 2 * PALM_S
    more = {"diameter_mm": PALM_MM * 1.1} if why == "large" else {}
    finger.move(x, y - 0.3 * drags, **more)
    finger.lift(x, y - 0.3 * drags, **more)
    assert not card.isDown()
    assert not window.guide.is_writing
    assert window.session.document.drawing is before


def test_a_finger_draws_beside_a_palm_on_a_card(qtbot, window):
    palm = Finger(window)
    finger = Finger(window, 1, beside=palm)
    qtbot.waitUntil(window.findChild(QAbstractButton, "ghost7").isVisible)
    palm.press(*on_card(window, "ghost7"), diameter_mm=PALM_MM * 1.1)
    finger.draw((0.3, 0.3), (0.4, 0.4), (0.5, 0.5))
    palm.lift(*on_card(window, "ghost7"))
    (stroke,) = window.session.document.drawing.strokes
    assert len(stroke.points) == 3


def test_pressure_and_fingers_can_be_switched_off_and_stay_off(make_main_window, clock):
    window = make_main_window()
    Pen(window).draw((0.3, 0.3), (0.4, 0.4))
    (stroke,) = window.session.document.drawing.strokes
    assert {point.pressure for point in stroke.points} == {0.5}
    for name in ("pressureAction", "fingersAction"):
        window.findChild(QAction, name).trigger()
    window.close()
    again = make_main_window()
    again.session.document.clear()
    Pen(again).draw((0.3, 0.3), (0.4, 0.4))
    clock[0] += 2 * PALM_S
    Finger(again).draw((0.6, 0.6), (0.7, 0.7))
    (stroke,) = again.session.document.drawing.strokes
    assert {point.pressure for point in stroke.points} == {None}
