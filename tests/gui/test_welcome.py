"""The empty canvas: cards, and digits that write themselves; the pen goes first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from handdigit.gui.style import STILL
from tests.gui.driving import answer, draw, draw_on, position, wait_for_digit

LEFT = Qt.MouseButton.LeftButton


def shown(window, name: str) -> bool:
    found = window.findChild(QWidget, name)
    return found is not None and found.isVisible()


def click(window, name: str) -> None:
    QTest.mouseClick(window.findChild(QToolButton, name), LEFT)


def under(canvas, point: QPoint) -> QWidget:
    """Return what gets a press at a position on the canvas."""
    return QApplication.widgetAt(canvas.mapToGlobal(point))


def test_a_ghost_digit_writes_itself_and_is_undone(qtbot, window):
    qtbot.waitUntil(lambda: shown(window, "ghost4"))
    seen = set()
    window.session.document.drawing_changed.connect(
        lambda ink: seen.add(sum(len(stroke.points) for stroke in ink.strokes))
    )
    click(window, "ghost4")
    wait_for_digit(qtbot, window, 4)
    qtbot.waitUntil(lambda: not window.guide.is_writing)
    assert len(seen) > 2, "it was not written stroke by stroke"
    assert not shown(window, "welcome")
    window.findChild(QAction, "undoAction").trigger()
    assert window.session.document.drawing.is_empty
    assert shown(window, "ghost4")
    assert shown(window, "tourLink")


def test_a_digit_is_there_at_once_where_nothing_is_to_move(qtbot, window, monkeypatch):
    monkeypatch.setenv(STILL, "1")
    qtbot.waitUntil(lambda: shown(window, "ghost8"))
    click(window, "ghost8")
    assert not window.guide.is_writing
    assert not window.session.document.drawing.is_empty


def test_the_pen_goes_first(qtbot, window, seven):
    canvas = window.canvas
    qtbot.waitUntil(lambda: shown(window, "ghost0"))
    qtbot.waitUntil(lambda: under(canvas, position(canvas, 0.5, 0.5)) is canvas)
    ghost = window.findChild(QToolButton, "ghost0")
    assert under(canvas, ghost.geometry().center()) is ghost
    between = ghost.geometry().topRight() + QPoint(1, 5)
    assert under(canvas, between) is canvas
    click(window, "ghost0")
    qtbot.waitUntil(lambda: not window.session.document.drawing.is_empty)
    QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, position(canvas, 0.9, 0.1))
    drawn = window.session.document.drawing
    qtbot.waitUntil(lambda: not window.guide.is_writing)
    assert window.session.document.drawing is drawn, "the digit went on under the pen"
    QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, position(canvas, 0.9, 0.1))
    window.session.document.clear()
    draw(canvas, seven)
    wait_for_digit(qtbot, window, 7)


PEN = ("pen", 1, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
       QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 2)  # fmt: skip


def drag(window, by: str, way: list[QPoint]) -> None:
    """Press at the first position on the canvas, and release at the last."""
    canvas, handle = window.canvas, window.windowHandle()
    there = [canvas.mapTo(window, point) for point in way]
    if by == "pen":
        target = under(canvas, way[0])
        draw_on(target, QPointingDevice(*PEN), [target.mapFrom(window, p) for p in there], 0.25)
    elif by == "mouse":
        QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, there[0])
        for point in there[1:]:
            QTest.mouseMove(handle, point)
        QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, there[-1])
    else:
        device = QTest.createTouchDevice()
        QTest.touchEvent(handle, device).press(0, there[0], handle).commit()
        for point in there[1:]:
            QTest.touchEvent(handle, device).move(0, point, handle).commit()
        QTest.touchEvent(handle, device).release(0, there[-1], handle).commit()


@pytest.mark.parametrize("by", ["mouse", "finger", "pen"])
def test_a_stroke_begins_on_a_card_a_press_in_place_clicks_it(qtbot, window, by):
    canvas = window.canvas
    for name in ("trainCard", "ghost4", "courseLink"):
        qtbot.waitUntil(lambda name=name: shown(window, name))
        button = window.findChild(QAbstractButton, name)
        start = button.geometry().center()
        step = (position(canvas, 0.5, 0.5) - start) / 40
        way = [start + step * number for number in range(41)]
        drag(window, by, way)
        (stroke,) = window.session.document.drawing.strokes
        assert [position(canvas, x, y) for x, y, *_ in stroke.points] == way
        assert not button.isDown()
        if by == "pen":
            assert {point.pressure for point in stroke.points} == {0.25}
        assert window.navigation.panel == "inside", "the card was clicked"
        assert not window.guide.is_writing
        window.session.document.clear()
    card = window.findChild(QAbstractButton, "trainCard")
    start = card.geometry().center()
    drag(window, by, [start, start + QPoint(3, 2)])
    assert window.navigation.panel == "retrain"
    assert window.session.document.drawing.is_empty


def test_a_pen_that_is_lifted_beside_a_card_has_neither_clicked_nor_drawn(qtbot, window):
    qtbot.waitUntil(lambda: shown(window, "trainCard"))
    edge = window.findChild(QAbstractButton, "trainCard").geometry().topRight()
    drag(window, "pen", [edge + QPoint(0, 4), edge + QPoint(4, 4)])
    assert window.navigation.panel == "inside"
    assert window.session.document.drawing.is_empty


@pytest.mark.parametrize("name", ["trainCard", "ghost4"])
def test_what_is_offered_is_reached_without_a_pointer(qtbot, window, name):
    def has_followed() -> bool:
        return window.navigation.panel == "retrain" or not window.session.document.drawing.is_empty

    qtbot.waitUntil(lambda: shown(window, name))
    button = window.findChild(QAbstractButton, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(has_followed)


def test_cards_lead_in_and_are_there_on_every_empty_canvas(qtbot, make_main_window):
    window = make_main_window()
    qtbot.waitUntil(lambda: shown(window, "insideCard"))
    window.navigation.show_panel("why")
    click(window, "insideCard")
    assert window.navigation.panel == "inside"
    qtbot.waitUntil(lambda: answer(window) == "3" and not window.guide.is_writing)
    window.session.document.clear()
    assert shown(window, "ghost3")
    assert shown(window, "insideCard")
    window.close()
    again = make_main_window()
    qtbot.waitUntil(lambda: shown(again, "ghost3"))
    assert shown(again, "trainCard")
    assert shown(again, "tourLink")
    click(again, "trainCard")
    assert again.navigation.panel == "retrain"
    assert shown(again, "drawCard"), "nothing is drawn yet"


@pytest.mark.parametrize("size", [(200, 120), (200, 200), (260, 300), (420, 420), (900, 500)])
def test_what_is_offered_fits_and_leaves_room(qtbot, seven, size):
    from handdigit.gui.guide.welcome import FREE, Welcome

    canvas = QWidget()
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    welcome = Welcome(dict.fromkeys(range(10), seven), canvas)
    welcome.show_if(True)
    canvas.show()
    parts = [part for part in welcome.children() if isinstance(part, QWidget)]
    parts = [part for part in parts if part.isVisible()]
    for part in parts:
        assert canvas.rect().contains(part.geometry())
        assert part.width() >= part.minimumSizeHint().width()
        assert min(part.width(), part.height()) >= 32
    least = 0 if size[1] < 200 else FREE - 20
    middle = [part.geometry() for part in parts]
    above = max((area.bottom() for area in middle if area.top() < size[1] / 3), default=0)
    below = min(area.top() for area in middle if area.top() >= size[1] / 3)
    assert below - above >= least
