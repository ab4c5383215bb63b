"""What is no digit, drawn with the mouse on the real window."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.gui.widgets.refusal_view import NEAREST, RefusalView
from handdigit.network.recognition import Verdict
from handdigit.number_format import in_percent
from tests.gui.driving import answer, draw, position, wait_for_digit

TIME = np.linspace(0, 1, 90)
SCRIBBLE = np.stack(
    [0.5 + 0.3 * np.sin(40 * TIME) * np.cos(5 * TIME), 0.5 + 0.3 * np.cos(53 * TIME)], 1
)


def stroke(canvas, points):
    """Draw one stroke with the mouse, exactly where it is said, in sides of the canvas."""
    first, *rest = (position(canvas, x, y) for x, y in points)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, left, none, first)
    for point in rest:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, left, none, rest[-1] if rest else first)


def settled(qtbot, window):
    qtbot.waitUntil(lambda: not window.session.is_waiting)
    return window.session.recognition


@pytest.fixture
def refusal(window):
    return window.findChild(RefusalView)


@pytest.fixture
def refused(qtbot, window, refusal):
    """Draw a scribble and wait until the reasons are on show."""
    stroke(window.canvas, SCRIBBLE)
    qtbot.waitUntil(lambda: refusal.isVisible() and refusal.pictures[0].picture is not None)
    return settled(qtbot, window)


def test_a_scribble_is_refused_and_the_window_says_why(window, refusal, refused):
    assert refused.verdict is Verdict.NOT_A_DIGIT
    assert answer(window) == ""
    labels = {
        name: refusal.findChild(Label, name)
        for name in ("refusalTitle", "refusalClaim", "refusalDistance")
    }
    assert all(label.heightForWidth(label.width()) <= label.height() for label in labels.values())
    text = {name: label.text() for name, label in labels.items()}
    assert text["refusalTitle"] == "Not a digit"
    sure = in_percent(refused.claimed_probability)
    claim = f"The network alone would say {refused.claimed_digit}, {sure}\xa0%"
    assert text["refusalClaim"] == claim
    assert re.fullmatch(
        r"Path: \d+\.\d × its diagonal, a digit's at most 4\.6", text["refusalDistance"]
    )
    assert len(refusal.pictures) == NEAREST
    assert all(view.picture is not None and view.picture.any() for view in refusal.pictures)
    assert all("that it knows" in view.accessibleName() for view in refusal.pictures)
    assert "It refuses below" in refusal.toolTip()
    bars = window.answer.findChild(ProbabilityBars)
    assert bars.probabilities == refused.probabilities  # what it would have claimed
    assert window.windowTitle() == "handdigit"


def test_a_sign_is_refused_by_its_looks(qtbot, window, refusal):
    stroke(window.canvas, [(0.5, y) for y in np.linspace(0.2, 0.8, 12)])
    stroke(window.canvas, [(x, 0.5) for x in np.linspace(0.2, 0.8, 12)])
    qtbot.waitUntil(lambda: refusal.isVisible() and refusal.pictures[0].picture is not None)
    assert settled(qtbot, window).verdict is Verdict.NOT_A_DIGIT
    assert "× usual distance" in refusal.findChild(object, "refusalDistance").text()


def test_who_writes_a_number_where_one_digit_is_read_is_told_how(qtbot, window, refusal):
    bow = [(0.5, 0.3), (0.58, 0.22), (0.7, 0.25), (0.7, 0.4), (0.5, 0.75), (0.75, 0.75)]
    stroke(window.canvas, bow)
    stroke(window.canvas, [(0.3, y) for y in np.linspace(0.2, 0.8, 12)])
    qtbot.waitUntil(lambda: refusal.isVisible() and refusal.pictures[0].picture is not None)
    hint = refusal.findChild(Label, "refusalDistance")
    assert hint.text() == "Several digits? Press N to write a number"
    assert hint.heightForWidth(hint.width()) <= hint.height()
    QTest.keyClick(window.canvas, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.number.reading.text == "12")


def test_a_digit_takes_the_place_of_the_reasons(qtbot, window, refusal, refused, seven):
    window.session.document.clear()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert not refusal.isVisible()
    assert refusal.pictures[0].picture is None


def test_nothing_moves_when_a_drawing_stops_being_a_digit(qtbot, window, refusal, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    bars = window.answer.findChild(ProbabilityBars)
    before = bars.geometry()
    stroke(window.canvas, SCRIBBLE)
    qtbot.waitUntil(refusal.isVisible)
    assert bars.geometry() == before


def test_a_refused_drawing_can_be_a_sample(qtbot, window, refused):
    QTest.keyClick(window.canvas, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: "Saved as 5" in window.findChild(object, "answerNote").text())


def test_every_panel_takes_a_refused_drawing(qtbot, window, refused):
    for number in range(window.panels.count()):
        window.panels.setCurrentIndex(number)
        qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
    assert settled(qtbot, window).verdict is Verdict.NOT_A_DIGIT


def test_an_empty_canvas_has_no_answer(qtbot, window, refused):
    window.session.document.clear()
    assert settled(qtbot, window).verdict is Verdict.EMPTY
    assert answer(window) == ""
    assert window.findChild(object, "answerNote").text() == "Draw a digit."


@pytest.mark.parametrize("points", [[(0.5, 0.5)], [(0.5, 0.5), (0.51, 0.505)]])
def test_a_stray_dot_is_nothing(qtbot, window, points):
    stroke(window.canvas, points)
    assert settled(qtbot, window).verdict is Verdict.EMPTY
    assert window.findChild(object, "answerNote").text() == "That is too little ink to be read."


def test_a_short_deliberate_stroke_is_a_one(qtbot, window):
    stroke(window.canvas, [(0.5, y) for y in np.linspace(0.45, 0.55, 8)])
    wait_for_digit(qtbot, window, 1)
