"""Telling the real window which digit was drawn."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QSpinBox

from handdigit.gui.state.drawing.drawing import Picture
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.ink.normalise import normalise
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import draw, example, wait_for_digit, wait_for_samples


@pytest.fixture
def bars(window) -> ProbabilityBars:
    return window.answer.findChild(ProbabilityBars)


def stored(paths) -> list[tuple[int, object]]:
    """Return what another process would find."""
    with SampleStore(paths.samples) as store:
        return [(s.label, s.ink) for s in store.samples()]


def note(window) -> str:
    return window.findChild(QLabel, "answerNote").text()


def press(qtbot, window, digit: int) -> None:
    QTest.keyClick(window, str(digit))
    wait_for_samples(qtbot, window)


def test_nothing_is_opened_before_it_is_needed(qtbot, window, paths, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert not paths.samples.exists()


@pytest.mark.parametrize("keypad", [False, True])
def test_a_digit_key_makes_a_sample_of_the_drawing_at_once(
    qtbot, window, paths, seven, bars, keypad
):
    draw(window.canvas, seven)
    modifier = Qt.KeyboardModifier.KeypadModifier if keypad else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window, "7", modifier)
    wait_for_samples(qtbot, window)
    assert stored(paths) == [("7", window.session.document.drawing)]
    assert bars.label == 7
    assert note(window).startswith("Saved as 7")


def test_another_digit_corrects_the_sample(qtbot, window, paths, seven, bars):
    draw(window.canvas, seven)
    for digit in (7, 7, 1):
        press(qtbot, window, digit)
    assert [label for label, _ in stored(paths)] == ["1"]
    assert bars.label == 1
    draw(window.canvas, seven)  # more ink is another drawing
    assert bars.label is None
    press(qtbot, window, 4)
    assert [label for label, _ in stored(paths)] == ["1", "4"]
    for _ in seven.strokes:
        window.findChild(QAction, "undoAction").trigger()
    assert bars.label == 1


def middle(bars, row: int) -> QPoint:
    return QPoint(bars.width() // 2, bars.row_centres()[row])


def menu_of(qtbot, bars, row: int) -> QMenu:
    """Open a bar's menu as the right button does."""
    at = middle(bars, row)
    QApplication.sendEvent(
        bars, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, bars.mapToGlobal(at))
    )
    qtbot.waitUntil(lambda: bars.findChild(QMenu, "barMenu") is not None)
    return bars.findChild(QMenu, "barMenu")


def test_the_menu_of_a_bar_saves_and_undo_is_beside_it(qtbot, window, paths, seven, bars):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert "right digit" in note(window)
    menu = menu_of(qtbot, bars, 3)
    save = menu.findChild(QAction, "barLabel")
    assert save.text() == "Save as 3"
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(save).center())
    wait_for_samples(qtbot, window)
    assert [label for label, _ in stored(paths)] == ["3"]
    press(qtbot, window, 7)
    assert [label for label, _ in stored(paths)] == ["7"]
    label = window.findChild(QLabel, "answerNote")
    label.linkActivated.emit("undo")
    wait_for_samples(qtbot, window)
    assert [label for label, _ in stored(paths)] == ["3"]
    label.linkActivated.emit("undo")
    wait_for_samples(qtbot, window)
    assert stored(paths) == []
    assert bars.label is None
    assert "right digit" in note(window)


def click(bars) -> None:
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle(bars, 3))


def type_at(bars) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, *[Qt.Key.Key_Down] * 2):
        QTest.keyClick(bars, key)
    QTest.keyClick(bars, Qt.Key.Key_Return)


@pytest.mark.parametrize("ask", [click, type_at])
def test_a_bar_asks_why_it_is_that_digit_and_saves_nothing(qtbot, window, paths, seven, bars, ask):
    bars.setFocus()
    ask(bars)
    assert window.navigation.panel == "inside", "there is nothing to explain yet"
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    window.session.document.clear()
    draw(window.canvas, seven)
    for _ in range(9):
        QTest.keyClick(bars, Qt.Key.Key_Up)
    ask(bars)
    assert window.navigation.panel == "why"
    assert window.navigation.question == 3
    target = window.panels.currentWidget().findChild(QComboBox, "whyTarget")
    assert target.currentData() == 3
    wait_for_samples(qtbot, window)
    assert stored(paths) == []


def test_a_picture_becomes_a_sample_as_the_network_gets_it(qtbot, window, paths):
    pixels = np.full((90, 60, 4), 255, np.uint8)
    pixels[10:80, 20:26, :3] = 30
    window.session.document.replace(Picture("one", pixels))
    press(qtbot, window, 1)
    with SampleStore(paths.samples) as store:
        (sample,) = store.samples()
    assert sample.ink is None
    assert np.array_equal(sample.picture, normalise(pixels).picture)


def test_an_empty_canvas_or_picture_is_a_sentence(qtbot, window, paths):
    press(qtbot, window, 7)
    assert "Draw a digit first" in window.status.currentMessage()
    window.session.document.replace(Picture("blank", np.full((40, 40, 4), 255, np.uint8)))
    press(qtbot, window, 7)
    assert "no ink" in window.status.currentMessage()
    assert not paths.samples.exists()


@pytest.mark.parametrize("field", [QLineEdit, QSpinBox])
def test_digits_typed_into_a_field_are_not_labels(qtbot, window, paths, seven, field):
    draw(window.canvas, seven)
    widget = field(window)
    widget.show()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    QTest.keyClick(widget, "7")
    assert "7" in widget.text()
    assert not paths.samples.exists()


def test_a_damaged_database_is_a_sentence_and_drawing_goes_on(qtbot, window, paths, seven):
    paths.folder.mkdir(parents=True, exist_ok=True)
    paths.samples.write_bytes(b"not a database " * 100)
    draw(window.canvas, seven)
    press(qtbot, window, 7)
    assert "damaged" in window.status.currentMessage()
    window.session.document.clear()
    draw(window.canvas, example("two"))
    wait_for_digit(qtbot, window, 2)


def test_every_label_is_in_the_menu(qtbot, window, paths, seven):
    draw(window.canvas, seven)
    for digit in range(10):
        window.findChild(QAction, f"label{digit}Action").trigger()
        wait_for_samples(qtbot, window)
        assert [label for label, _ in stored(paths)] == [str(digit)]
