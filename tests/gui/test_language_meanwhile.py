"""Another language in the middle of something: one window, and nothing is lost or torn."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.language import speak
from handdigit.gui.main_window import MainWindow
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_store import ModelStore
from tests.gui.driving import draw, wait_for_digit, wait_for_samples


@pytest.fixture(autouse=True)
def back_in_english(qapp: QApplication):
    yield
    speak(qapp, "en")


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
    import_model = ModelStore.import_model

    def import_slowly(*arguments):
        assert go_on.wait(60)
        return import_model(*arguments)

    monkeypatch.setattr(ModelStore, "import_model", import_slowly)
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
