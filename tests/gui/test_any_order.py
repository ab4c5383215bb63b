"""Everything done to the real window in any order: what is shown and stored stays what it should.

A small model knows the undo list and the samples; what the answer should be, the recogniser says
in this process. ``HANDDIGIT_ORDERS=100`` is the long form.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache, partial

import numpy as np
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from handdigit.engine.analyses.table import read_number
from handdigit.engine.protocol.requests import ReadNumber
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.drawing.drawing import BLANK
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.ink.ink import Ink
from handdigit.network.recognition import EMPTY, Recognition
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import answer, draw, example, wait_for_samples

ORDERS = int(os.environ.get("HANDDIGIT_ORDERS", "6"))
STEPS = 20
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MODELS = ("default", "small")
PANELS = ("inside", "why", "lab", "models", "retrain", "samples")
ACROSS = Ink.from_xy([[(0.1, 0.5), (0.9, 0.5)]])


@cache
def recogniser(model: str) -> Recogniser:
    return Recogniser(read_model(ASSETS / "models" / f"{model}.safetensors"), "cpu")


class AnyOrder(RuleBasedStateMachine):
    """What a person can do, and what should be there after it."""

    make_window: Callable[[], MainWindow]
    qtbot: QtBot
    paths: AppPaths

    def __init__(self) -> None:
        super().__init__()
        self.window = self.make_window()
        self.pages: list[Ink] = [BLANK]
        self.page = 0
        self.sample_of: dict[int, int] = {}
        """The number of the sample that a drawing is, by the drawing's identity."""
        self.labels: dict[int, str] = {}
        """Of every sample, by its number."""
        self.drawn: list[Ink] = []
        """Every drawing there was, so that no other takes its identity."""
        self.model = "default"
        self.reads_numbers = False

    def teardown(self) -> None:
        self.window.close()
        shutil.rmtree(self.paths.folder)

    # --- what a person does --------------------------------------------------------------

    @rule(name=st.sampled_from(NAMES))
    def draw_a_digit(self, name: str) -> None:
        before = self.present
        finished: list[Ink] = []
        note = self.window.canvas.edit_finished.connect(
            lambda: finished.append(self.window.session.document.drawing)
        )
        draw(self.window.canvas, example(name))
        self.window.canvas.edit_finished.disconnect(note)
        strokes = example(name).strokes
        assert [len(ink.strokes) for ink in finished] == [
            len(before.strokes) + count for count in range(1, len(strokes) + 1)
        ]
        for ink in finished:
            assert ink.strokes[:-1] == self.present.strokes
            self.turn_to_a_new_page(ink)

    @rule()
    def erase_across(self) -> None:
        self.trigger("eraserAction")
        draw(self.window.canvas, ACROSS)
        self.trigger("penAction")
        left = self.window.session.document.drawing
        if left is not self.present:
            assert length(left) < length(self.present) + 1e-9
            self.turn_to_a_new_page(left)

    @rule()
    def undo(self) -> None:
        self.trigger("undoAction")
        self.page = max(0, self.page - 1)

    @rule()
    def redo(self) -> None:
        self.trigger("redoAction")
        self.page = min(len(self.pages) - 1, self.page + 1)

    @rule()
    def clear(self) -> None:
        self.trigger("clearAction")
        if not self.present.is_empty:
            self.turn_to_a_new_page(BLANK)

    @rule(name=st.sampled_from(MODELS))
    def choose_a_model(self, name: str) -> None:
        chooser = self.window.findChild(QComboBox, "modelChooser")
        chooser.setCurrentIndex(chooser.findText(name))
        chooser.activated.emit(chooser.currentIndex())
        self.model = name

    @rule(key=st.sampled_from(PANELS))
    def show_a_panel(self, key: str) -> None:
        self.trigger(f"{key}PanelAction")
        self.qtbot.waitUntil(lambda: self.window.panels.currentWidget().is_made)

    @rule()
    def switch_number_mode(self) -> None:
        self.trigger("numberAction")
        self.reads_numbers = not self.reads_numbers
        if not self.reads_numbers and fitted(self.present) is not self.present:
            assert self.window.session.document.drawing == fitted(self.present)
            self.turn_to_a_new_page(self.window.session.document.drawing)

    @precondition(lambda self: not self.reads_numbers and not self.present.is_empty)
    @rule(digits=st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True))
    def label(self, digits: list[int]) -> None:
        for digit in digits:
            QTest.keyClick(self.window.canvas, Qt.Key(Qt.Key.Key_0 + digit))
        wait_for_samples(self.qtbot, self.window)
        known = self.sample_of.get(id(self.present))
        if known is None:
            (known,) = self.stored().keys() - self.labels.keys()
            self.sample_of[id(self.present)] = known
        self.labels[known] = str(digits[-1])

    @rule()
    def begin_a_lesson_and_cancel_it(self) -> None:
        self.trigger("teachAction")
        cancel = partial(self.window.findChild, QPushButton, "cancelLessonButton")
        self.qtbot.waitUntil(lambda: cancel() is not None)
        QTest.mouseClick(cancel(), Qt.MouseButton.LeftButton)
        assert not self.window.findChild(QWidget, "lessonView").isVisible()

    # --- what should be there ------------------------------------------------------------

    @invariant()
    def the_undo_list_is_right(self) -> None:
        assert self.window.session.document.drawing == self.present
        assert self.action("undoAction").isEnabled() == (self.page > 0)
        assert self.action("redoAction").isEnabled() == (self.page < len(self.pages) - 1)

    @invariant()
    def what_is_on_disk_is_what_was_labelled(self) -> None:
        assert self.stored() == self.labels
        if not self.reads_numbers:
            known = self.sample_of.get(id(self.present))
            assert self.window.labelling.label == self.labels.get(known)

    @invariant()
    def the_answer_is_the_recognisers(self) -> None:
        self.qtbot.waitUntil(self.is_answered)
        if self.reads_numbers:
            text = self.number()
            assert self.window.windowTitle() == (f"{text} – handdigit" if text else "handdigit")
        else:
            assert self.window.session.subject is self.window.session.document.drawing

    def is_answered(self) -> bool:
        """Return whether everything that is shown belongs to the present drawing."""
        window = self.window
        if window.session.is_waiting or window.number.is_waiting:
            return False
        if self.reads_numbers and window.findChild(QLabel, "numberText").text() != self.number():
            return False
        expected = self.recognised(window.session.subject)
        shown = window.findChild(ProbabilityBars, "probabilityBars").probabilities
        return (
            window.session.model.name == self.model
            and len(shown) == len(expected.probabilities)
            and np.allclose(shown, expected.probabilities, atol=1e-6)
            and answer(window) == ("" if expected.digit is None else str(expected.digit))
        )

    # --- the model -----------------------------------------------------------------------

    @property
    def present(self) -> Ink:
        return self.pages[self.page]

    def turn_to_a_new_page(self, ink: Ink) -> None:
        self.page += 1
        self.pages[self.page :] = [ink]
        self.drawn.append(ink)

    def recognised(self, subject: Ink) -> Recognition:
        return EMPTY if subject.is_empty else recogniser(self.model).recognise(subject)

    def number(self) -> str:
        if self.present.is_empty:
            return ""
        request = ReadNumber(self.present, self.window.session.document.grouping)
        return read_number(recogniser(self.model), request).readings[0].text

    def stored(self) -> dict[int, int]:
        with SampleStore(self.paths.samples) as store:
            return {entry.id: entry.label for entry in store.entries()}

    def action(self, name: str) -> QAction:
        return self.window.findChild(QAction, name)

    def trigger(self, name: str) -> None:
        self.action(name).trigger()


def length(ink: Ink) -> float:
    return sum(float(np.hypot(*np.diff(stroke.xy(), axis=0).T).sum()) for stroke in ink.strokes)


def test_in_any_order_the_window_stays_right(
    qtbot: QtBot, make_main_window: Callable[[], MainWindow], paths: AppPaths
) -> None:
    class InThisWindow(AnyOrder):
        pass

    InThisWindow.make_window = staticmethod(make_main_window)
    InThisWindow.qtbot, InThisWindow.paths = qtbot, paths
    run_state_machine_as_test(
        InThisWindow,
        settings=settings(
            max_examples=ORDERS,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        ),
    )
