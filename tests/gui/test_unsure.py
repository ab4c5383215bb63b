"""An unusual digit, drawn with the mouse on the real window: a question mark and one sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from handdigit.gui.panels.why.changes import Changes
from handdigit.gui.widgets import answer as answer_panel
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.gui.widgets.refusal_view import RefusalView
from handdigit.network.recognition import Verdict
from handdigit.number_format import in_percent
from tests.gui.driving import answer, draw, show_panel, wait_for_digit
from tests.unusual import REASON, SEVEN_WITH_A_FOOT


@pytest.fixture
def heard(monkeypatch):
    """Return the list of what a screen reader is told."""
    texts = []
    monkeypatch.setattr(answer_panel, "announce", lambda _widget, text: texts.append(text))
    return texts


@pytest.fixture
def unsure(qtbot, window, heard):
    draw(window.canvas, SEVEN_WITH_A_FOOT)
    qtbot.waitUntil(lambda: window.session.is_settled and not window.session.is_waiting)
    return window.session.recognition


def text(window, name):
    return window.findChild(QLabel, name).text()


def test_it_is_shown_with_a_question_mark_and_its_reason(window, unsure, heard):
    assert unsure.verdict is Verdict.UNSURE
    assert answer(window) == "7?"
    percent = f"{in_percent(unsure.probability)} %"
    assert text(window, "answerProbability") == percent
    doubt = window.findChild(QLabel, "answerDoubt")
    assert doubt.text() == REASON
    assert doubt.heightForWidth(doubt.width()) <= doubt.height()
    assert not window.findChild(RefusalView).isVisible()
    assert window.windowTitle() == "7? – handdigit"
    assert text(window, "answerNote") == "Wrong? Press the right digit key."
    assert heard[-1] == f"Perhaps 7, {in_percent(unsure.probability)} percent. {REASON}"


def test_its_bar_is_there_but_subdued(qtbot, window, unsure, seven):
    bars = window.answer.findChild(ProbabilityBars)
    assert bars.probabilities == unsure.probabilities
    assert not has_accent(bars)
    window.session.document.clear()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert has_accent(bars)
    assert text(window, "answerDoubt") == ""


def has_accent(widget):
    picture = widget.grab().toImage()
    accent = widget.palette().highlight().color()
    return any(
        picture.pixelColor(x, y) == accent
        for x in range(picture.width())
        for y in range(0, picture.height(), 4)
    )


def test_why_explains_it_as_an_answer(qtbot, window, unsure):
    show_panel(qtbot, window, "why")
    qtbot.waitUntil(lambda: text(window, "whyHeadline") == "Why 7?")
    changes = window.findChild(Changes)
    qtbot.waitUntil(lambda: changes.findings is not None and changes.findings.is_over)
    assert changes.findings.is_digit
    assert text(window, "whyChangesHeading") == "What would change its mind"


def test_a_digit_key_says_what_it_is(qtbot, window, unsure):
    QTest.keyClick(window.canvas, Qt.Key.Key_7)
    qtbot.waitUntil(lambda: "Saved as 7" in text(window, "answerNote"))
