"""Another language in the middle of something: one window, and nothing is lost or torn."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from handdigit.engine.protocol.messages import RecogniseRefused
from handdigit.engine.worker import NO_MODEL
from handdigit.errors import ModelFileError
from handdigit.gui.canvas.canvas import Tool
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.lab.inputs import Source
from handdigit.gui.panels.panel_place import PanelPlace
from handdigit.gui.panels.table import PANELS
from handdigit.gui.panels.why.panel import WhyPanel
from handdigit.gui.translation import translated
from handdigit.ink.ink import Ink
from handdigit.sentences import sentence
from handdigit.storage.models.import_export import import_model
from tests.gui.driving import answer, draw, position, settle, wait_for_digit, wait_for_samples


def visible_windows() -> list[QWidget]:
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
    ]


def switch(qtbot: QtBot, window: MainWindow, *codes: str) -> MainWindow:
    """Choose languages one after the other before the window can answer; return what comes."""
    came: list[MainWindow] = []
    window.replaced.connect(came.append)
    for code in codes:
        window.set_language(code)
    qtbot.waitUntil(lambda: bool(came))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (another,) = came
    qtbot.waitExposed(another)
    qtbot.waitUntil(lambda: another.panels.currentWidget().is_made)
    return another


def show(qtbot: QtBot, window: MainWindow, panel: str) -> None:
    window.navigation.show_panel(panel)
    qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)


def test_languages_chosen_one_upon_the_other_make_one_window(qtbot: QtBot, make_main_window, seven):
    window = make_main_window()
    draw(window.canvas, seven)
    last = switch(qtbot, window, "zh_CN", "en", "zh_TW")
    assert last.language_choice == "zh_TW"
    QApplication.processEvents()
    assert visible_windows() == [last]
    wait_for_digit(qtbot, last, 7)
    last.set_language("zh_TW")  # it is spoken: nothing to do
    QApplication.processEvents()
    assert visible_windows() == [last]


def test_a_window_that_is_closed_at_once_stays_closed(qtbot: QtBot, make_main_window):
    window = make_main_window()
    window.set_language("zh_CN")
    window.close()
    QApplication.processEvents()
    assert visible_windows() == []


def test_what_a_panel_waits_for_ends_although_the_panel_has_gone(
    qtbot: QtBot, make_main_window, seven: Ink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A model is imported, another is renamed in vain, a sample stored, all while it changes."""
    window = make_main_window()
    go_on = threading.Event()

    def import_slowly(*arguments):
        assert go_on.wait(60)
        return import_model(*arguments)

    monkeypatch.setattr("handdigit.gui.state.models.model_import.import_model", import_slowly)
    file = tmp_path / f"mine{window.session.model.path.suffix}"
    shutil.copy(window.session.model.path, file)
    show(qtbot, window, "models")
    window.findChild(QWidget, "modelsPanel").import_file(file)
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    window.samples.store.ask(
        lambda _store: go_on.wait(60), lambda _: window.findChild(QWidget, "modelsPanel").show()
    )
    QTest.keyClick(window.canvas, Qt.Key.Key_7)
    said: list[str] = []

    another = switch(qtbot, window, "zh_CN")
    another.library.rename(another.library.models[0], "/", said.append, said.append)
    go_on.set()
    qtbot.waitUntil(lambda: not another.library.is_busy)
    wait_for_samples(qtbot, another)
    assert another.labelling.label == "7"
    assert any(another.library.is_own(model) for model in another.library.models)
    (sentence,) = said
    assert any(ord(letter) > 0x2FF for letter in sentence), sentence


def test_what_is_in_hand_chosen_and_explained_stays(qtbot: QtBot, make_main_window, seven: Ink):
    window = make_main_window()
    active = window.session.model
    window.tool_actions.eraser.trigger()
    show(qtbot, window, "dial")
    window.findChild(QAbstractButton, "dial_across").click()
    window.findChild(QSlider, "dialSlider").setValue(3)
    show(qtbot, window, "lab")
    window.findChild(QComboBox, "labKernel").setCurrentIndex(3)
    window.findChild(QSpinBox, "labStride").setValue(2)
    source = window.findChild(QComboBox, "labSource")
    source.setCurrentIndex(drawing := source.findData(Source.DRAWING))
    source.activated.emit(drawing)
    qtbot.waitUntil(lambda: window.guide.is_ready)
    window.guide.open_course()
    pages = window.findChild(QComboBox, "guidePages")
    pages.activated.emit(pages.findData("lenet5"))
    QTest.mouseClick(window.findChild(QAbstractButton, "showMe"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.model is not active)
    settle(qtbot, window)
    show(qtbot, window, "why")  # after the page's scene, which asks Why nothing
    window.findChild(QAbstractButton, "whyMethod_occlusion").click()
    window.findChild(QComboBox, "whyTarget").setCurrentIndex(4)
    window.guide.start_tour()
    window.findChild(QAbstractButton, "tourNext").click()

    for code in ("zh_CN", "zh_TW"):  # what is not looked at in the second goes on to the third
        window = switch(qtbot, window, code)
        qtbot.waitUntil(lambda w=window: w.guide.is_ready and w.guide.place.step is not None)
    assert window.canvas.tool is Tool.ERASER
    assert window.tool_actions.eraser.isChecked()
    assert window.guide.place.step == 1
    show(qtbot, window, "why")
    assert window.findChild(QAbstractButton, "whyMethod_occlusion").isChecked()
    assert window.findChild(QComboBox, "whyTarget").currentIndex() == 4
    show(qtbot, window, "dial")
    assert window.findChild(QAbstractButton, "dial_across").isChecked()
    assert window.findChild(QSlider, "dialSlider").value() == 3
    show(qtbot, window, "lab")
    assert window.findChild(QComboBox, "labKernel").currentIndex() == 3
    assert window.findChild(QSpinBox, "labStride").value() == 2
    assert window.findChild(QComboBox, "labSource").currentData() == Source.DRAWING
    dock = window.findChild(QDockWidget, "guideDock")
    assert window.findChild(QComboBox, "guidePages").currentData() == "lenet5"
    dock.close()  # gives the network back
    qtbot.waitUntil(lambda: window.session.model.path == active.path)


def test_a_stroke_in_progress_is_a_step_that_can_be_undone(qtbot: QtBot, make_main_window):
    window = make_main_window()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window.canvas, left, none, position(window.canvas, 0.3, 0.3))
    QTest.mouseMove(window.canvas, position(window.canvas, 0.6, 0.6))
    another = switch(qtbot, window, "zh_CN")
    assert not another.session.document.drawing.is_empty
    assert another.tool_actions.undo.isEnabled()
    another.tool_actions.undo.trigger()
    assert another.session.document.drawing.is_empty


def test_a_panel_that_is_being_made_goes_with_its_window(
    qtbot: QtBot, make_main_window, seven: Ink, monkeypatch: pytest.MonkeyPatch
):
    """The window goes between two turns: one makes the panel, the next would show it."""
    window = make_main_window()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    show(qtbot, window, "why")
    made: list[WhyPanel] = []
    take_turn = PanelPlace._take_turn

    def take_turn_and_wait(place: PanelPlace) -> None:
        take_turn(place)
        if place.key == "why" and not place.is_made:
            place._turns.stop()
            made.append(place._panel)

    with monkeypatch.context() as patched:
        patched.setattr(PanelPlace, "_take_turn", take_turn_and_wait)
        came: list[MainWindow] = []
        window.replaced.connect(came.append)
        window.set_language("zh_CN")
        qtbot.waitUntil(lambda: bool(made))
    assert len(made) == 1
    last = switch(qtbot, came[0], "zh_TW")
    assert not isValid(made[0])
    assert last.panels.currentWidget().is_made


def test_a_panel_that_is_made_unseen_is_set_once_it_is_seen(qtbot: QtBot, make_main_window):
    window = make_main_window()
    entry = next(entry for entry in PANELS if entry.key == "lab")
    place = PanelPlace(entry, window.context)
    qtbot.addWidget(place)
    place.chosen = {"labInputSize": 12, "labStride": 2}
    place._build()  # its turn comes although another panel is in front by now
    place.show()
    qtbot.waitExposed(place)
    assert place.findChild(QSpinBox, "labStride").value() == 2
    assert not place.findChild(QSpinBox, "labInputSize").isEnabled()  # the drawing has its size


def test_what_was_refused_is_said_in_the_language_that_is_spoken(
    qtbot: QtBot, make_main_window, seven: Ink, monkeypatch: pytest.MonkeyPatch
):
    """Why there is no answer, why a model cannot be looked into, and how it was started."""
    damaged = sentence("This line of the journal is damaged.")

    def refuse(_path: Path) -> None:
        raise ModelFileError(damaged)

    monkeypatch.setattr("handdigit.gui.state.models.model_weights.read_model", refuse)
    window = make_main_window()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    show(qtbot, window, "inside")
    qtbot.waitUntil(lambda: bool(window.session.weights.refusal))
    settle(qtbot, window)  # Inside has asked once more
    window.library.notice = NO_MODEL
    session = window.session
    monkeypatch.setattr(session, "_ask", lambda: None)  # a panel would have it read once more
    session._take_event(RecogniseRefused(session._revisions.newest, NO_MODEL))

    def said(window: MainWindow) -> tuple[str, ...]:
        inside = window.findChild(QLabel, "networkSummary").text()
        note = window.findChild(QLabel, "answerNote").text()
        return note, inside, window.status.currentMessage()

    assert said(window)[0] == NO_MODEL
    assert said(window)[1].endswith(damaged)
    for code in ("zh_CN", "zh_TW"):
        window = switch(qtbot, window, code)
        qtbot.waitUntil(lambda w=window: translated(damaged) in said(w)[1])
        assert said(window)[0] == said(window)[2] == translated(NO_MODEL) != NO_MODEL
        assert translated(damaged) != damaged
        assert answer(window) == "", "an answer to another drawing"
    window = switch(qtbot, window, "en")
    assert said(window)[0] == NO_MODEL
    monkeypatch.undo()
    draw(window.canvas, seven)
    qtbot.waitUntil(lambda: said(window)[0] != NO_MODEL)
    window = switch(qtbot, window, "zh_CN")
    assert said(window)[0] != translated(NO_MODEL)
