"""The window in another language while it runs: everything that goes on goes on."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from handdigit.errors import HanddigitError
from handdigit.gui import language
from handdigit.gui.drawing_recovery import DrawingRecovery
from handdigit.gui.language import SYSTEM, languages, own_name, speak, spoken
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.models.active_model import open_settings
from handdigit.gui.state.training.training import TrainingState
from handdigit.ink.ink import Ink
from handdigit.storage.paths import AppPaths
from tests.gui.driving import ANSWER_MS, draw, wait_for_digit


def choose(qtbot: QtBot, window: MainWindow, code: str) -> MainWindow:
    """Click a language in the menus with the mouse; return the window that comes."""
    came: list[MainWindow] = []
    window.replaced.connect(came.append)
    bar = window.menuBar()
    view, submenu = (window.findChild(QMenu, name) for name in ("viewMenu", "languageMenu"))
    QTest.mouseClick(
        bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(view.menuAction()).center()
    )
    qtbot.waitUntil(view.isVisible)
    at = view.actionGeometry(submenu.menuAction()).center()
    QTest.mouseMove(view, at)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(submenu.isVisible)
    (action,) = (a for a in submenu.actions() if a.objectName() == f"{code}LanguageAction")
    QTest.mouseClick(
        submenu, Qt.MouseButton.LeftButton, pos=submenu.actionGeometry(action).center()
    )
    qtbot.waitUntil(lambda: bool(came))
    (another,) = came
    qtbot.waitExposed(another)
    another.activateWindow()  # as a window manager does
    qtbot.waitUntil(another.isActiveWindow)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: window not in QApplication.topLevelWidgets())
    return another


def has_ink(window: MainWindow) -> bool:
    """Whether anything is to be seen on the canvas."""
    picture = window.canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = picture.width(), picture.height()
    across, down = range(width // 4, 3 * width // 4, 3), range(height // 4, 3 * height // 4, 3)
    return any(picture.pixelColor(x, y).red() < 80 for x in across for y in down)


def title(window: MainWindow, name: str) -> str:
    return window.findChild(QMenu, name).title()


def test_drawing_panel_and_run_stay_while_the_language_changes(
    qtbot: QtBot, make_main_window, paths: AppPaths, seven: Ink, request: pytest.FixtureRequest
):
    window = make_main_window()
    written = DrawingRecovery(window, paths)
    request.addfinalizer(written.close)
    qtbot.waitUntil(lambda: window.session.engine_pid is not None)
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    window.navigation.show_panel("retrain")
    drawing, engine = window.session.document.drawing, window.session.engine_pid
    size = window.size()
    qtbot.waitUntil(lambda: window.findChild(QAbstractButton, "retrain_train") is not None)
    train = window.findChild(QAbstractButton, "retrain_train")
    qtbot.waitUntil(train.isEnabled)
    QTest.mouseClick(train, Qt.MouseButton.LeftButton)
    training = window.training
    qtbot.waitUntil(lambda: training.state is TrainingState.RUNNING, timeout=ANSWER_MS)

    chinese = choose(qtbot, window, "zh_CN")
    assert chinese is not window
    assert title(chinese, "viewMenu") == "视图(&V)"
    assert (chinese.size(), chinese.navigation.panel) == (size, "retrain")
    assert chinese.panel_keys[chinese.panels.currentIndex()] == "retrain"
    assert chinese.session.document.drawing == drawing
    assert has_ink(chinese)
    wait_for_digit(qtbot, chinese, 7)
    assert chinese.training is training
    assert training.state is TrainingState.RUNNING
    assert chinese.session.engine_pid == engine
    qtbot.waitUntil(lambda: open_settings(paths).value("language", "") == "zh_CN")
    QTest.keyClick(chinese, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not has_ink(chinese))
    QTest.keyClick(chinese, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for_digit(qtbot, chinese, 7)

    english = choose(qtbot, chinese, "en")
    assert title(english, "viewMenu") == "&View"
    assert english.session.document.drawing == drawing
    assert has_ink(english)
    qtbot.waitUntil(lambda: english.findChild(QAbstractButton, "retrain_stop") is not None)
    stop = english.findChild(QAbstractButton, "retrain_stop")
    qtbot.waitUntil(lambda: stop.isVisible() and stop.isEnabled())
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not training.is_busy, timeout=ANSWER_MS)
    assert written.window is english


def test_a_language_is_found_by_how_it_is_written(monkeypatch: pytest.MonkeyPatch):
    assert languages() == ("en", "zh_CN", "zh_TW")
    assert [own_name(code) for code in languages()] == ["English", "简体中文", "繁體中文"]
    for wanted, found in (
        *(("zh", "zh_CN"), ("zh-SG", "zh_CN"), ("zh_HK", "zh_TW"), ("zh-Hant", "zh_TW")),
        *(("en_GB", "en"), ("zh-Hans-CN", "zh_CN")),
    ):
        assert spoken(wanted) == found
    with pytest.raises(HanddigitError, match="not translated into de: choose en, zh_CN, zh_TW"):
        spoken("de")

    class Taiwanese(QLocale):
        @staticmethod
        def system():
            return Taiwanese()

        def uiLanguages(self):  # noqa: N802
            return ["de-DE", "zh-Hant-TW", "en"]

    monkeypatch.setattr(language, "QLocale", Taiwanese)
    assert spoken(SYSTEM) == "zh_TW"


def test_qts_own_texts_and_numbers_follow(qapp: QApplication):
    speak(qapp, "zh_TW")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().name() == "zh_TW"
    assert QLocale().toString(1234567) == "1,234,567"
    speak(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QCoreApplication.translate("RetrainPanel", "%Ln digits an epoch", "", 1) == (
        "1 digit an epoch"
    )


@pytest.mark.parametrize("code", [code for code in languages() if code.startswith("zh")])
def test_qts_file_dialog_is_in_one_language(qtbot: QtBot, code: str) -> None:
    application = QApplication.instance()
    speak(application, code)
    try:
        dialog = QFileDialog()
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
        shown = (*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton))
        texts = [widget.text() for widget in shown if widget.text()]
        assert len(texts) > 3
        assert [text for text in texts if re.search("[a-z]", text)] == []
    finally:
        speak(application, "en")
