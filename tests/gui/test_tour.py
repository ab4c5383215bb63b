"""The tour: six steps beside what they speak of, by its buttons or by doing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from handdigit.gui.guide.tour import STEPS
from handdigit.inspection.trace import Unit
from tests.gui.driving import draw, show_panel, wait_for_digit

LEFT = Qt.MouseButton.LeftButton


def begin(qtbot, window) -> QWidget:
    qtbot.waitUntil(lambda: window.findChild(QWidget, "welcome") is not None)
    window.findChild(QAction, "tourAction").trigger()
    bubble = window.findChild(QWidget, "tourBubble")
    assert bubble.isVisible()
    return bubble


def place(window) -> str:
    return window.findChild(QWidget, "tourCount").text()


def press(window, name: str) -> None:
    QTest.mouseClick(window.findChild(QPushButton, name), LEFT)


def area(window, name: str) -> QRect:
    part = window.findChild(QWidget, name)
    return QRect(part.mapTo(window, QPoint()), part.size())


def is_over(window) -> bool:
    bubble = window.findChild(QWidget, "tourBubble")
    return bubble is None or not bubble.isVisible()


def test_through_all_steps_by_doing(qtbot, window, seven):
    show_panel(qtbot, window, "dial")
    begin(qtbot, window)
    assert place(window) == "1 of 6"
    draw(window.canvas, seven)
    assert place(window) == "2 of 6"
    wait_for_digit(qtbot, window, 7)
    press(window, "tourNext")
    press(window, "tourNext")
    assert place(window) == "4 of 6"
    assert window.navigation.panel == "inside"
    window.navigation.look_at(Unit("conv1", (0, 3, 3)))
    assert place(window) == "5 of 6"
    assert window.navigation.panel == "inside", "the unit can be looked at"
    press(window, "tourDo")
    assert window.navigation.panel == "why"
    window.navigation.explain(1)
    assert place(window) == "6 of 6"
    show_panel(qtbot, window, "retrain")
    press(window, "tourBack")
    assert window.navigation.panel == "why"
    press(window, "tourNext")
    press(window, "tourNext")
    assert is_over(window)
    assert window.navigation.panel == "dial", "it ends where it began"


def test_it_draws_where_asked_and_follows_to_another_panel(qtbot, window):
    begin(qtbot, window)
    press(window, "tourDo")
    qtbot.waitUntil(lambda: place(window) == "2 of 6")
    wait_for_digit(qtbot, window, 7)
    for _ in range(2):
        press(window, "tourNext")
    show_panel(qtbot, window, "retrain")
    assert place(window) == "6 of 6"


def test_the_bubble_points_at_its_part_and_never_covers_the_canvas(qtbot, window):
    begin(qtbot, window)
    for name in ("canvas", "answerPanel", "truthStrip", "panels", "panels", "panels"):
        for size in ((1280, 800), (1024, 700)):
            window.resize(*size)
            outline = window.findChild(QWidget, "tourOutline")
            qtbot.waitUntil(lambda o=outline, n=name: o.geometry().contains(area(window, n)))
            bubble = area(window, "tourBubble")
            assert window.rect().contains(bubble), (name, size)
            assert not bubble.intersects(area(window, "canvas")), (name, size)
        press(window, "tourNext")
    assert is_over(window)


def test_enter_goes_on_from_the_canvas_and_from_a_button(qtbot, window):
    bubble = begin(qtbot, window)
    assert "100\u00a0%" in STEPS[1].text
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert place(window) == "2 of 6"
    do, text = (window.findChild(QWidget, name) for name in ("tourDo", "tourText"))
    qtbot.waitUntil(lambda: not do.isVisible())
    below = window.findChild(QWidget, "tourNext").geometry().top() - text.geometry().bottom() - 1
    assert below == bubble.layout().spacing()
    QTest.keyClick(window.findChild(QPushButton, "tourNext"), Qt.Key.Key_Return)
    assert place(window) == "3 of 6"


def test_escape_skips_it_and_it_can_be_had_again(qtbot, window):
    begin(qtbot, window)
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert is_over(window)
    begin(qtbot, window)
    press(window, "tourSkip")
    assert is_over(window)
