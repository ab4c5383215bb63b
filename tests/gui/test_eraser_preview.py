"""The eraser that hovers shows what it would do, and does nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from handdigit.gui.state.drawing.drawing import BLANK
from handdigit.ink.ink import Ink
from handdigit.number_format import in_percent
from tests.gui.driving import ANSWER_MS, draw, position, wait_for_digit


def wait_for_preview(qtbot, window, x, y):
    tag = window.findChild(QLabel, "eraserPreview")

    def hover():
        QTest.mouseMove(window.canvas, position(window.canvas, x, y))
        return tag.isVisible()

    qtbot.waitUntil(hover, timeout=ANSWER_MS)
    return tag.text()


def test_the_hovering_eraser_previews_and_changes_nothing(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    drawn = window.session.document.drawing
    QTest.mouseMove(window.canvas, position(window.canvas, 0.5, 0.5))
    tag = window.findChild(QLabel, "eraserPreview")
    assert tag.isHidden(), "the pen erases nothing"
    window.findChild(QAction, "eraserAction").trigger()
    middle = drawn.strokes[0].points[len(drawn.strokes[0].points) // 2]
    QTest.mouseMove(window.canvas, position(window.canvas, 0.02, 0.02))
    qtbot.waitUntil(tag.isHidden)  # there is no ink
    announced = wait_for_preview(qtbot, window, middle.x, middle.y)
    assert window.session.document.drawing == drawn
    QTest.mouseClick(
        window.canvas, Qt.MouseButton.LeftButton, pos=position(window.canvas, middle.x, middle.y)
    )
    assert window.session.document.drawing != drawn
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    now = window.session.recognition
    assert announced == f"→ {now.digit}, {in_percent(now.probability, 0)} %"
    assert tag.isHidden()


def test_the_preview_goes_with_the_eraser(qtbot, window):
    dot = Ink.from_xy([[(0.5, 0.5)]])
    draw(window.canvas, dot)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    window.findChild(QAction, "eraserAction").trigger()
    tag = window.findChild(QLabel, "eraserPreview")
    assert wait_for_preview(qtbot, window, 0.51, 0.5) == "nothing left"
    window.findChild(QAction, "penAction").trigger()
    assert tag.isHidden()
    window.findChild(QAction, "eraserAction").trigger()
    wait_for_preview(qtbot, window, 0.51, 0.5)
    window.session.document.clear()
    assert tag.isHidden()
    assert window.session.document.drawing == BLANK
