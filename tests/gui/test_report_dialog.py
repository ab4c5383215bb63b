"""Help, Copy Details: read before it is copied, without the drawing unless ticked."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton

from handdigit import __version__
from handdigit.gui.report_dialog import ReportDialog


@pytest.fixture
def dialog(window, qtbot):
    window.findChild(QAction, "copyDetailsAction").trigger()
    found = window.findChild(ReportDialog)
    yield found
    found.close()


def _copied(dialog, qtbot) -> str:
    button = dialog.findChild(QPushButton, "reportCopyButton")
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text == dialog.findChild(QPlainTextEdit, "reportText").toPlainText()
    return text


def test_what_is_shown_is_copied(dialog, window, qtbot):
    text = _copied(dialog, qtbot)
    assert f"handdigit {__version__}" in text
    assert "Drawing" not in text
    assert not dialog.findChild(QCheckBox, "reportWithDrawing").isEnabled(), "nothing is drawn"


def test_the_drawing_is_copied_when_ticked(window, seven, qtbot):
    window.session.document.replace(seven)
    window.findChild(QAction, "copyDetailsAction").trigger()
    dialog = window.findChild(ReportDialog)
    assert "Drawing" not in _copied(dialog, qtbot)
    box = dialog.findChild(QCheckBox, "reportWithDrawing")
    box.click()
    assert json.loads(_copied(dialog, qtbot).rpartition("Drawing\n")[2]) == seven.to_json()
    box.click()
    assert "Drawing" not in _copied(dialog, qtbot)
    dialog.close()
