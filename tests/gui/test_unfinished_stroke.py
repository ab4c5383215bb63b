"""Whatever is done in the middle of a stroke is done to all of it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.main_window import MainWindow
from handdigit.ink.ink import Ink
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import draw, position, wait_for_samples
from tests.gui.test_drawing_recovery import open_window  # noqa: F401  (a fixture)
from tests.gui.test_language_meanwhile import switch

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LINE = tuple((0.3, 0.1 + 0.08 * n) for n in range(10))
"""A 1."""


def move(canvas: Canvas, *places: tuple[float, float]) -> None:
    """Move the mouse faster than a screen shows."""
    for place in places:
        at = QPointF(position(canvas, *place))
        button = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), button, LEFT, NO_KEY)
        QApplication.sendEvent(canvas, event)


def begin(canvas: Canvas) -> None:
    """Draw all but the last place of the line in less than a frame, and lift nothing."""
    QTest.mousePress(canvas, LEFT, NO_KEY, position(canvas, *LINE[0]))
    move(canvas, *LINE[1:-1])


def end(canvas: Canvas) -> None:
    move(canvas, LINE[-1])
    QTest.mouseRelease(canvas, LEFT, NO_KEY, position(canvas, *LINE[-1]))


def points(window: MainWindow) -> list[int]:
    drawing = window.session.document.drawing
    assert isinstance(drawing, Ink)
    return [len(stroke.points) for stroke in drawing.strokes]


def trigger(window: MainWindow, name: str) -> None:
    window.findChild(QAction, f"{name}Action").trigger()


@pytest.mark.parametrize("step", ["clear", "undo", "open"])
def test_a_step_in_the_middle_of_a_stroke_keeps_all_of_it(window, seven, step):
    draw(window.canvas, Ink.from_xy([LINE]))
    begin(window.canvas)
    if step == "clear":
        QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    elif step == "undo":
        QTest.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        window.session.document.replace(seven)
    end(window.canvas)
    trigger(window, "redo" if step == "undo" else "undo")
    assert points(window) == [len(LINE), len(LINE) - 1]


def test_the_eraser_s_last_bite_is_part_of_the_step(window):
    draw(window.canvas, Ink.from_xy([LINE]))
    trigger(window, "eraser")
    begin(window.canvas)
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    end(window.canvas)
    trigger(window, "undo")
    assert sum(points(window)) < 3


@pytest.mark.parametrize("ending", ["lift", "clear"])
def test_a_digit_key_in_the_middle_of_a_stroke_labels_all_of_it(qtbot, window, paths, ending):
    begin(window.canvas)
    QTest.keyClick(window.canvas, "1")
    if ending == "clear":
        QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    end(window.canvas)
    wait_for_samples(qtbot, window)
    assert window.labelling.label == (None if ending == "clear" else "1")
    with SampleStore(paths.samples) as store:
        (sample,) = store.samples()
    assert sample.label == "1"
    assert len(sample.ink.strokes[0].points) == len(LINE) - (ending == "clear")


def test_a_label_goes_to_no_later_drawing_where_its_stroke_is_dropped(qtbot, window, paths):
    begin(window.canvas)
    QTest.keyClick(window.canvas, "1")
    window.canvas.show_drawing(Ink())
    window.canvas.edit_dropped.emit(window.session.document.pages.present.drawing)
    draw(window.canvas, Ink.from_xy([LINE]))
    wait_for_samples(qtbot, window)
    assert window.labelling.label is None
    assert not paths.samples.exists()


def test_another_language_in_the_middle_of_a_stroke_keeps_all_of_it(qtbot, window):
    begin(window.canvas)
    assert points(switch(qtbot, window, "zh_TW")) == [len(LINE) - 1]


@pytest.mark.parametrize("name", ["eraser", "number"])
def test_a_tool_or_number_mode_in_the_middle_of_a_stroke_keeps_all_of_it(window, name):
    begin(window.canvas)
    trigger(window, name)
    end(window.canvas)
    assert points(window) == [len(LINE)]


def test_a_window_that_closes_in_the_middle_of_a_stroke_keeps_all_of_it(open_window):  # noqa: F811
    window, recovery = open_window()
    begin(window.canvas)
    window.close()
    recovery.close()
    another, _ = open_window()
    assert points(another) == [len(LINE) - 1]


def test_a_file_or_a_copy_has_all_of_the_stroke(window):
    begin(window.canvas)
    trigger(window, "copy")
    copied = Ink.from_json(json.loads(QApplication.clipboard().text()))
    assert len(copied.strokes[0].points) == len(LINE) - 1
    end(window.canvas)
