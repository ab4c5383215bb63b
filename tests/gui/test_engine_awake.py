"""The window says when the engine is to wait for the pen without sleeping."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from handdigit.engine.protocol.messages import Recognise
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.training.training import TrainingState
from tests.engine.trainer_driving import run_spec
from tests.gui.driving import ANSWER_MS, position

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LINE = [(0.5, 0.1 + 0.1 * n) for n in range(5)]


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Recognise]:
    """What the engine was asked."""
    engine, asked = window.session._engine, []
    ask = engine.recognise
    monkeypatch.setattr(engine, "recognise", lambda command: (asked.append(command), ask(command)))
    return asked


def test_it_is_told_that_the_pen_is_down(qtbot, window, asked):
    stroke(qtbot, window, asked)
    assert all(command.in_stroke for command in asked[: len(LINE)])
    window.session.document.clear()
    window.session.document.undo()
    assert not asked[-1].in_stroke


def stroke(qtbot, window: MainWindow, asked: list[Recognise]) -> list[bool]:
    """Draw a line; return of every request in it whether the engine is kept awake."""
    asked.clear()
    QTest.mousePress(window.canvas, LEFT, NO_KEY, position(window.canvas, *LINE[0]))
    for number, place in enumerate(LINE[1:], 2):
        QTest.mouseMove(window.canvas, position(window.canvas, *place))
        qtbot.waitUntil(lambda number=number: len(asked) == number)
    in_stroke = [command.keeps_awake for command in asked]
    QTest.mouseRelease(window.canvas, LEFT, NO_KEY, position(window.canvas, *LINE[-1]))
    return in_stroke


def test_it_is_kept_awake_while_a_stroke_goes_on(qtbot, window, asked):
    assert stroke(qtbot, window, asked) == [True] * len(LINE)
    asked.clear()
    window.session.document.undo()
    assert [command.keeps_awake for command in asked] in ([], [False])


def test_a_network_in_training_gets_the_core_instead(qtbot, window, asked):
    window.training.start(run_spec(), paused=True)
    assert not any(stroke(qtbot, window, asked))
    qtbot.waitUntil(lambda: window.training.state is TrainingState.PAUSED, timeout=ANSWER_MS)
    window.training.leave()
    qtbot.waitUntil(lambda: not window.training.is_busy, timeout=ANSWER_MS)
    assert stroke(qtbot, window, asked) == [True] * len(LINE)
