"""F1 and the sheet of shortcuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

from handdigit.gui.course.help_pages import HELP
from handdigit.gui.course.pages import PAGES, page_of
from handdigit.gui.guide.shortcuts import shortcuts
from handdigit.gui.panels.table import PANELS
from handdigit.network.alphabet import DIGITS


@pytest.fixture
def ready(qtbot, window):
    qtbot.waitUntil(lambda: window.findChild(QWidget, "welcome") is not None)
    return window


def help_title(window) -> str:
    assert window.findChild(QWidget, "guideDock").isVisible()
    return window.findChild(QTextBrowser, "guideText").toPlainText().partition("\n")[0]


def can_have_focus(part: QWidget) -> bool:
    has_policy = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return has_policy and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def test_f1_opens_the_page_of_what_has_the_focus(qtbot, ready):
    window = ready
    for entry in PANELS:
        window.navigation.show_panel(entry.key)
        qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
        panel = window.findChild(QWidget, f"{entry.key}Panel")
        parts = (*panel.findChildren(QWidget), *window.panels.findChildren(QWidget))
        inner = next(part for part in parts if can_have_focus(part))
        inner.setFocus()
        QTest.keyClick(inner, Qt.Key.Key_F1)
        assert help_title(window) == page_of(entry.key).title
        QTest.keyClick(window.findChild(QWidget, "guideText"), Qt.Key.Key_Escape)
        assert not window.findChild(QWidget, "guideDock").isVisible()
        assert window.focusWidget() is inner, entry.key
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F1)
    assert help_title(window) == "The canvas"


def test_the_answers_name_what_everybody_looks_for(ready):
    window = ready
    window.findChild(QAction, "howAction").trigger()
    text = window.findChild(QTextBrowser, "guideText").toPlainText().lower()
    for word in ("undo", "language", "train", "pooling", "why this is a 7"):
        assert word in text
    QTest.mouseClick(window.findChild(QWidget, "see_pooling"), Qt.MouseButton.LeftButton)
    assert help_title(window) == "Pooling"


def test_every_link_leads_to_a_page():
    for page in PAGES:
        for key in page.see:
            assert page_of(key) is not page
    assert {page.key for page in HELP} >= {entry.key for entry in PANELS}


def test_the_sheet_has_every_key_that_an_action_has(ready):
    window = ready
    QTest.keyClick(window.canvas, "?")
    sheet = window.findChild(QWidget, "shortcutSheet")
    assert sheet.isVisible()
    said = {label.text() for label in sheet.findChildren(QLabel)}
    actions = [a for a in window.findChildren(QAction) if not a.shortcut().isEmpty()]
    assert len(actions) > 20
    for action in actions:
        assert action.shortcut().toString() in said, action.objectName()
    assert {*DIGITS.keys, "Esc"} <= said
    assert sum(len(lines) for _, lines in shortcuts(window)) == len(actions)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
