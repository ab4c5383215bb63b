"""Teaching in the Samples panel: a style that is misread, the lesson, its receipt, the choice."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.models.active_model import open_settings, start_model
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import (
    ANSWER_MS,
    answer,
    draw,
    show_panel,
    use_model,
    wait_for_digit,
    wait_for_samples,
)
from tests.training.test_teaching import looped_nine

LESSON_MS = 120_000
"""Far more than the 20 seconds that the longest lesson takes, so that only a missing one fails."""
PUPIL = "dense-100"
"""Its lesson takes a second."""


@pytest.fixture
def nine() -> Ink:
    return looped_nine(np.random.default_rng(8))


def begin_lesson(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    def is_there() -> bool:
        button = window.findChild(QPushButton, name)
        return button is not None and button.isVisible()

    qtbot.waitUntil(lambda: is_there(), timeout=LESSON_MS)
    QTest.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def teach_nines(paths: AppPaths, count: int) -> None:
    writer = np.random.default_rng(9)
    with SampleStore(paths.samples) as store:
        for _ in range(count):
            store.add(looped_nine(writer), "9")


@pytest.mark.parametrize("pupil", ["small", pytest.param("default", marks=pytest.mark.long)])
def test_a_misread_nine_is_labelled_taught_and_read(
    qtbot: QtBot, window: MainWindow, paths: AppPaths, nine: Ink, pupil: str
) -> None:
    teach_nines(paths, 19)
    use_model(qtbot, window, pupil)
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

    begin_lesson(window)
    click(qtbot, window, "useLessonButton")

    wait_for_digit(qtbot, window, 9)
    assert window.session.model.name == f"{pupil} taught"
    click(qtbot, window, "lessonGoBack")
    wait_for_digit(qtbot, window, misread)
    assert window.session.model.path == before.path
    assert not window.findChild(QWidget, "lessonView").isVisible()


def test_the_receipt_is_in_the_panel_and_can_be_discarded(
    qtbot: QtBot, window: MainWindow, paths: AppPaths
) -> None:
    teach_nines(paths, 5)
    use_model(qtbot, window, PUPIL)
    show_panel(qtbot, window, "samples")
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "samplesTeach") is not None)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "samplesTeach").isEnabled())
    click(qtbot, window, "samplesTeach")
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "lessonMore").isVisible())
    receipt = window.findChild(QWidget, "lesson")
    assert receipt.window() is window
    assert "Your held-out samples (1)" in receipt.text
    assert "generated digits (2,000)" in receipt.text
    assert "Mistakes:" in receipt.text
    click(qtbot, window, "lessonMore")
    assert "0 | " in receipt.text
    assert "–" not in receipt.text
    click(qtbot, window, "discardLessonButton")
    assert not window.findChild(QWidget, "lessonView").isVisible()
    assert all(window.library.is_shipped(model) for model in window.library.models)


def test_a_lesson_that_nobody_decides_about_is_kept_and_does_not_answer(
    qtbot: QtBot, window: MainWindow, paths: AppPaths
) -> None:
    teach_nines(paths, 2)
    use_model(qtbot, window, PUPIL)
    begin_lesson(window)
    receipt = window.findChild(QWidget, "lesson")
    qtbot.waitUntil(
        lambda: window.findChild(QPushButton, "keepLessonButton") is not None, timeout=LESSON_MS
    )
    assert "Your held-out samples" not in receipt.text  # there is none: no column of nothing
    assert "generated digits" in receipt.text
    window.close()
    store = ModelStore(paths)
    assert f"{PUPIL} taught" in [model.name for model in store.catalogue().models]
    assert start_model(store, open_settings(paths))[0].name == PUPIL


def test_without_samples_the_panel_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    begin_lesson(window)
    receipt = window.findChild(QWidget, "lesson")
    qtbot.waitUntil(lambda: "press the right digit key" in receipt.sentence, timeout=ANSWER_MS)
    click(qtbot, window, "closeLessonButton")
    assert not receipt.isVisible()


def test_a_lesson_can_be_cancelled_and_the_window_closed_in_the_middle(
    qtbot: QtBot, window: MainWindow, paths: AppPaths
) -> None:
    teach_nines(paths, 1)
    begin_lesson(window)
    click(qtbot, window, "cancelLessonButton")
    assert not window.findChild(QWidget, "lessonView").isVisible()
    begin_lesson(window)
    window.close()
    assert all(window.library.is_shipped(model) for model in window.library.models)
