"""Teaching in the window: a style that is misread, the lesson, the receipt, Keep and Discard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.samples.lesson_dialog import LessonDialog
from handdigit.ink.ink import Ink
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import ANSWER_MS, answer, draw, wait_for_digit, wait_for_samples
from tests.training.test_teaching import looped_nine

LESSON_MS = 120_000
"""Far more than the 20 seconds that a lesson takes, so that only a missing one fails."""


@pytest.fixture
def nine() -> Ink:
    return looped_nine(np.random.default_rng(8))


def begin_lesson(window: MainWindow, qtbot: QtBot) -> LessonDialog:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(LessonDialog) is not None)
    dialog = window.findChild(LessonDialog)
    qtbot.waitExposed(dialog)
    return dialog


def click(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    qtbot.waitUntil(button.isVisible, timeout=LESSON_MS)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_misread_nine_is_labelled_taught_and_read(
    qtbot: QtBot, window: MainWindow, paths: AppPaths, nine: Ink
) -> None:
    writer = np.random.default_rng(9)
    with SampleStore(paths.samples) as store:
        for _ in range(19):
            store.add(looped_nine(writer), "9")
    draw(window.canvas, nine)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    misread = int(answer(window))
    assert misread != 9
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_9)
    wait_for_samples(qtbot, window)
    with SampleStore(paths.samples) as store:
        assert store.counts()["9"] == 20
    before = window.session.model

    dialog = begin_lesson(window, qtbot)
    click(qtbot, dialog, "keepLessonButton")

    wait_for_digit(qtbot, window, 9)
    assert window.session.model.name == "default taught"
    window.roll_back()
    wait_for_digit(qtbot, window, misread)
    assert window.session.model.path == before.path


def test_the_receipt_tells_before_and_after_and_can_be_discarded(
    qtbot: QtBot, window: MainWindow, paths: AppPaths
) -> None:
    writer = np.random.default_rng(9)
    with SampleStore(paths.samples) as store:
        for _ in range(5):
            store.add(looped_nine(writer), "9")
    window.findChild(QAction, "samplesPanelAction").trigger()
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "samplesTeach") is not None)
    click(qtbot, window, "samplesTeach")
    dialog = window.findChild(LessonDialog)
    table = dialog.findChild(QWidget, "receiptTable")
    qtbot.waitUntil(table.isVisible, timeout=LESSON_MS)
    assert "Your held-out samples (1)" in table.text
    assert "generated digits (2,000)" in table.text
    assert "100.0 %" in table.text
    for label in table.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()
    click(qtbot, dialog, "discardLessonButton")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert all(window.library.is_shipped(model) for model in window.library.models)


def test_without_samples_the_dialog_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    dialog = begin_lesson(window, qtbot)
    sentence = dialog.findChild(QWidget, "lessonSentence")
    qtbot.waitUntil(lambda: "press the right digit key" in sentence.text(), timeout=ANSWER_MS)
    click(qtbot, dialog, "cancelLessonButton")


def test_a_lesson_can_be_cancelled_and_the_window_closed_in_the_middle(
    qtbot: QtBot, window: MainWindow, paths: AppPaths
) -> None:
    with SampleStore(paths.samples) as store:
        store.add(looped_nine(np.random.default_rng(9)), "9")
    click(qtbot, begin_lesson(window, qtbot), "cancelLessonButton")
    qtbot.waitUntil(lambda: window.findChild(LessonDialog) is None)
    begin_lesson(window, qtbot)
    window.close()
    assert all(window.library.is_shipped(model) for model in window.library.models)
