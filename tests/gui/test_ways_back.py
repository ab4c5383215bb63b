"""Whatever takes a drawing off the canvas, Ctrl+Z brings it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from handdigit.gui.canvas.canvas import Tool
from handdigit.gui.state.drawing.drawing import BLANK
from handdigit.storage.paths import ASSETS
from tests.gui.driving import draw, example, open_file, position, wait_for_digit, wait_for_samples

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FILE = ASSETS / "examples" / "three.json"


def undo(window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def clear(_qtbot, window):
    QTest.keyClick(window, Qt.Key.Key_Delete)


def open_other(qtbot, window):
    open_file(qtbot, window, FILE)


def drop(window, mime):
    action, at = Qt.DropAction.CopyAction, QPointF(40, 40)
    window.canvas.dropEvent(QDropEvent(at, action, mime, LEFT, NO_KEY))


def drop_file(_qtbot, window):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(FILE))])
    drop(window, mime)


def drop_picture(_qtbot, window):
    mime = QMimeData()
    mime.setImageData(window.canvas.image(64))
    drop(window, mime)


def paste(_qtbot, window):
    mime = QMimeData()
    mime.setText(FILE.read_text(encoding="utf-8"))
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def open_sample(qtbot, window):
    QTest.keyClick(window, "7")
    wait_for_samples(qtbot, window)
    samples = []
    window.samples.store.ask(lambda store: list(store.samples()), samples.extend)
    qtbot.waitUntil(lambda: samples)
    window.labelling.open(samples[0])


def erase_all(_qtbot, window):
    window.canvas.set_tool(Tool.ERASER)
    points = [p for stroke in window.session.document.drawing.strokes for p in stroke.points]
    at = [position(window.canvas, p.x, p.y) for p in points]
    QTest.mousePress(window.canvas, LEFT, NO_KEY, at[0])
    for point in at:
        QTest.mouseMove(window.canvas, point)
    QTest.mouseRelease(window.canvas, LEFT, NO_KEY, at[-1])


def erase_a_part(_qtbot, window):
    window.session.replace_subject(
        type(window.session.document.drawing)(window.session.document.drawing.strokes[:1])
    )


def change_model_and_clear(qtbot, window):
    clear(qtbot, window)
    other = next(model for model in window.library.models if model.name == "small")
    window.session.use_model(other)
    qtbot.waitUntil(lambda: window.session.model.name == "small")


WAYS = (
    clear, open_other, drop_file, drop_picture, paste, open_sample, erase_all, erase_a_part,
    change_model_and_clear,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_drawing_that_goes_comes_back_by_undo(qtbot, window, seven, way):
    draw(window.canvas, seven)
    drawn = window.session.document.drawing
    wait_for_digit(qtbot, window, 7)
    way(qtbot, window)
    qtbot.waitUntil(lambda: window.session.document.drawing is not drawn)
    undo(window)
    assert window.session.document.drawing == drawn
    wait_for_digit(qtbot, window, 7)


@pytest.mark.parametrize("way", [clear, open_other, lambda _qtbot, window: undo(window)])
def test_a_stroke_that_is_not_finished_is_not_lost_either(qtbot, window, way):
    draw(window.canvas, example("one"))
    QTest.mousePress(window.canvas, LEFT, NO_KEY, position(window.canvas, 0.3, 0.3))
    QTest.mouseMove(window.canvas, position(window.canvas, 0.6, 0.4))
    qtbot.waitUntil(lambda: len(window.session.document.drawing.strokes[-1].points) == 2)
    drawn = window.session.document.drawing
    way(qtbot, window)
    qtbot.waitUntil(lambda: window.session.document.drawing is not drawn)
    pages = window.session.document.pages
    back = (
        window.session.document.undo
        if pages.past[-1].drawing == drawn
        else window.session.document.redo
    )
    back()
    assert window.session.document.drawing == drawn
    QTest.mouseRelease(window.canvas, LEFT, NO_KEY, position(window.canvas, 0.6, 0.4))
    assert window.session.document.drawing == drawn


def test_number_mode_gives_back_what_it_has_made_smaller(window):
    window.tool_actions.number.setChecked(True)
    for left in (0.2, 1.2):
        draw_line(window, left)
    drawn = window.session.document.drawing
    window.tool_actions.number.setChecked(False)
    assert window.session.document.drawing != drawn
    undo(window)
    assert window.session.document.drawing == drawn
    for _ in range(2):
        undo(window)
    assert window.session.document.drawing == BLANK


def draw_line(window, x: float) -> None:
    QTest.mousePress(window.canvas, LEFT, NO_KEY, position(window.canvas, x, 0.2))
    QTest.mouseMove(window.canvas, position(window.canvas, x, 0.8))
    QTest.mouseRelease(window.canvas, LEFT, NO_KEY, position(window.canvas, x, 0.8))
