"""Files that a desktop starts the program with: models as well as drawings."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from handdigit.gui.application import ICON
from handdigit.gui.panels.models.panel import ModelsPanel
from handdigit.gui.state.navigation import MODELS
from handdigit.gui.theme import LIGHT
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import EXAMPLES
from tests.gui.driving import wait_for_digit
from tests.gui.models.versions import message, versions

SMALL = SHIPPED_MODELS / "small.safetensors"


def open_model(qtbot, window, file, expected: str) -> None:
    """Open a file as the command line does, and wait until the panel says something of it."""
    window.files.open(file)
    qtbot.waitUntil(lambda: window.findChild(ModelsPanel) is not None)
    qtbot.waitUntil(lambda: expected in message(window))


@pytest.fixture
def mine(tmp_path):
    return shutil.copy(SMALL, tmp_path / "mine.SafeTensors")


def test_a_model_is_imported_and_chosen_in_models(qtbot, window, mine):
    open_model(qtbot, window, mine, "mine was imported.")
    assert window.navigation.panel == MODELS
    assert versions(window).chosen.name == "mine"
    assert window.session.model.name == "default", "who answers is the user's to say"


def test_a_model_dropped_on_the_canvas_is_imported_too(qtbot, window, mine):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(mine))])
    window.canvas.dropped.emit(mime)
    qtbot.waitUntil(lambda: window.findChild(ModelsPanel) is not None)
    qtbot.waitUntil(lambda: message(window) == "mine was imported.")


def test_a_model_of_the_list_is_chosen_and_not_copied(qtbot, window, paths):
    window.files.open(SMALL)
    qtbot.waitUntil(lambda: window.findChild(ModelsPanel) is not None)
    qtbot.waitUntil(lambda: versions(window).chosen.name == "small")
    qtbot.waitUntil(lambda: not window.library.is_busy)
    assert not list(paths.models.glob("*"))


def test_models_opened_one_after_the_other_are_all_imported(qtbot, window, mine, tmp_path):
    open_model(qtbot, window, mine, "mine was imported.")
    other = shutil.copy(SMALL, tmp_path / "other.safetensors")
    panel = window.findChild(ModelsPanel)
    panel.import_file(mine)
    window.files.open(other)
    qtbot.waitUntil(lambda: message(window) == "other was imported.")
    assert {"mine", "mine-2", "other"} <= {model.name for model in window.library.models}


def test_a_file_that_is_no_model_is_refused_in_a_sentence(qtbot, window, tmp_path):
    file = tmp_path / "else.safetensors"
    file.write_bytes(b"years of other work")
    open_model(qtbot, window, file, "else.safetensors")
    assert "\n" not in message(window)


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\x89PNG"])
def test_a_bad_drawing_is_refused_in_a_sentence(qtbot, window, tmp_path, content):
    file = tmp_path / "seven.ink.json"
    if content is not None:
        file.write_bytes(content)
    window.files.open(file)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "complaint") is not None)
    box = window.findChild(QMessageBox, "complaint")
    assert "seven.ink.json" in box.text()
    assert "\n" not in box.text()
    box.accept()


def test_macos_asks_in_an_event(qtbot, window, qapp):
    seven = EXAMPLES / "seven.json"
    qapp.file_requested.connect(window.files.open)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(seven))))
    wait_for_digit(qtbot, window, 7)
    qapp.file_requested.disconnect(window.files.open)
    with qtbot.assertNotEmitted(qapp.file_requested):
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/seven.png")))


def test_the_window_has_the_icon(window):
    image = window.windowIcon().pixmap(64, 64).toImage()
    assert ICON.is_file()
    assert image.pixelColor(image.width() // 8, image.height() // 2) == QColor(LIGHT.accent)
