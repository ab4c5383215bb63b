"""The Why panel: maps equal to the inspection's, erasures that do what they announce."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton

from handdigit.attribution.attribution import METHODS, Question
from handdigit.engine.analyses.table import answer_of
from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS
from handdigit.gui.panels.why.attribution_map import AttributionMap
from handdigit.gui.panels.why.changes import Changes
from handdigit.gui.panels.why.question_bar import METHOD_TEXTS
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import build_network
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import ModelFile, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import ASSETS
from tests.gui.driving import (
    ANSWER_MS,
    PLUS,
    answer,
    draw,
    example,
    open_file,
    position,
    show_panel,
    wait_for_digit,
)
from tests.processes import kill

torch.set_num_threads(1)


@pytest.fixture
def why(qtbot, window):
    """Return the window with its Why panel open."""
    show_panel(qtbot, window, "why")
    return window


@pytest.fixture
def asked(monkeypatch):
    """Return a list to which the topic of every question to the engine is added."""
    topics = []
    analyse = EngineClient.analyse

    def listen(self, wish):
        topics.append(wish.topic)
        analyse(self, wish)

    monkeypatch.setattr(EngineClient, "analyse", listen)
    return topics


def text(window, name):
    label = window.findChild(QLabel, name)
    return "" if label.isHidden() else label.text()


def shown(window):
    return window.findChild(AttributionMap, "attributionMap").values


def choose(window, name, digit):
    chooser = window.findChild(QComboBox, name)
    chooser.setCurrentIndex(chooser.findData(digit))


def expected_map(window, method, target, against=None):
    """Return what torch says about the drawing on the canvas, in this process."""
    recogniser = Recogniser(read_model(window.session.model.path), "cpu")
    info, picture = recogniser.info, normalise(window.session.document.drawing).picture
    tensor, question = recogniser.input(picture[None])[0], Question(target, against)
    return answer_of(METHODS[method](recogniser.folded, tensor, question, -info.mean / info.std))


def wait_for_map(qtbot, window, expected):
    def there():
        values = shown(window)
        return values is not None and np.allclose(values, expected, rtol=1e-5, atol=1e-6)

    qtbot.waitUntil(there, timeout=ANSWER_MS)


def changes(window):
    return window.findChild(Changes, "whyChanges")


def wait_for_changes(qtbot, window):
    def there():
        findings = changes(window).findings
        return (
            bool(findings) and findings.is_over and findings.ink == window.session.document.drawing
        )

    qtbot.waitUntil(there, timeout=ANSWER_MS)
    return changes(window).outcomes


def question(window):
    choosers = (window.findChild(QComboBox, name) for name in ("whyTarget", "whyAgainst"))
    return tuple(chooser.currentData() for chooser in choosers)


def test_a_question_is_about_one_drawing_however_it_goes_on(qtbot, why, seven):
    choose(why, "whyTarget", 1)
    draw(why.canvas, seven)
    assert question(why) == (1, None), "it was asked before there was a drawing"
    choose(why, "whyAgainst", 7)
    draw(why.canvas, Ink.from_xy([[(0.3, 0.5), (0.6, 0.5)]]))
    QTest.keyClick(why, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(why, Qt.Key.Key_E)
    draw(why.canvas, Ink.from_xy([[(0.3, 0.3), (0.5, 0.3)]]))
    QTest.keyClick(why, Qt.Key.Key_P)
    assert question(why) == (1, 7)
    QTest.keyClick(why, Qt.Key.Key_Delete)
    draw(why.canvas, seven)
    assert question(why) == (None, None)
    wait_for_digit(qtbot, why, 7)
    qtbot.waitUntil(lambda: "7" in text(why, "whyHeadline"))


def test_what_is_opened_is_asked_about_anew(qtbot, why, seven):
    draw(why.canvas, seven)
    wait_for_digit(qtbot, why, 7)
    why.navigation.explain(1)
    open_file(qtbot, why, ASSETS / "examples" / "two.json")
    assert question(why) == (None, None)
    assert why.navigation.question is None


def test_the_panel_offers_every_method():
    assert tuple(METHOD_TEXTS) == ATTRIBUTION_METHODS


@pytest.mark.parametrize("method", ATTRIBUTION_METHODS)
def test_each_method_shows_its_map_of_the_answer(qtbot, why, seven, method):
    why.findChild(QAbstractButton, f"whyMethod_{method}").click()
    draw(why.canvas, seven)
    wait_for_map(qtbot, why, expected_map(why, method, 7))
    assert text(why, "whyHeadline") == "Why 7?"
    choose(why, "whyAgainst", 1)
    wait_for_map(qtbot, why, expected_map(why, method, 7, 1))
    assert text(why, "whyHeadline") == "Why 7 and not 1?"


def test_any_digit_can_be_explained_against_any_other(qtbot, why, seven):
    draw(why.canvas, seven)
    choose(why, "whyTarget", 2)
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", 2))
    choose(why, "whyAgainst", 9)
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", 2, 9))
    choose(why, "whyTarget", 9)
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", 9))
    assert why.findChild(QComboBox, "whyAgainst").currentData() is None


def test_the_numbers_add_up_to_the_score(qtbot, why, seven):
    draw(why.canvas, seven)
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", 7))
    said = text(why, "whyScore").replace("−", "-")
    score, pixels, paper = (float(number) for number in re.findall(r"[+-]?\d+(?:\.\d+)?", said)[1:])
    assert pixels == pytest.approx(shown(why).sum(), abs=0.006)
    assert score == pytest.approx(pixels + paper), "as shown"


def test_the_value_under_the_pointer(qtbot, why, seven):
    draw(why.canvas, seven)
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", 7))
    view = why.findChild(AttributionMap)
    row, column = np.unravel_index(np.abs(shown(why)).argmax(), (28, 28))
    value = f"{shown(why)[row, column]:+.3g}".replace("-", "−")

    def points_at_it():
        side = (min(view.width(), view.height()) - 2) / 28
        left = (view.width() - 28 * side) / 2
        x, y = left + (column + 0.5) * side, 1 + (row + 0.5) * side
        QTest.mouseMove(view, QPoint(int(x), int(y)))
        words = text(why, "whyPixel")
        return view.pointed == (row, column) and words.startswith(
            f"Row {row}, column {column}\n{value}"
        )

    # The screen may report its own pointer in between.
    qtbot.waitUntil(points_at_it, timeout=ANSWER_MS)
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view.pointed is None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.pointed == (14, 13)


def test_the_map_follows_the_pen_before_it_is_lifted(qtbot, why):
    points = [position(why.canvas, 0.3, 0.2), position(why.canvas, 0.7, 0.2)]
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(why.canvas, left, Qt.KeyboardModifier.NoModifier, points[0])
    QTest.mouseMove(why.canvas, points[1])
    qtbot.waitUntil(lambda: shown(why) is not None, timeout=ANSWER_MS)
    assert not changes(why).outcomes
    with qtbot.waitSignal(why.session.document.drawing_changed):
        QTest.mouseMove(why.canvas, position(why.canvas, 0.4, 0.8))
    qtbot.waitUntil(lambda: not why.session.is_waiting, timeout=ANSWER_MS)
    target = why.session.recognition.digit
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", target))
    QTest.mouseRelease(why.canvas, left, Qt.KeyboardModifier.NoModifier, points[1])
    wait_for_changes(qtbot, why)


def test_an_empty_canvas_shows_nothing(qtbot, why, seven):
    assert shown(why) is None
    draw(why.canvas, seven)
    wait_for_changes(qtbot, why)
    why.session.document.clear()
    assert shown(why) is None
    assert changes(why).outcomes == ()
    assert text(why, "whyHeadline") == ""
    assert "Draw" in text(why, "whyWords")
    why.session.document.undo()
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", 7))
    wait_for_changes(qtbot, why)


@pytest.mark.parametrize("name", ["nine", "two", "seven"])
def test_an_erasure_does_what_it_announces(qtbot, why, name):
    draw(why.canvas, example(name))
    qtbot.waitUntil(lambda: why.session.recognition.digit is not None, timeout=ANSWER_MS)
    drawn = why.session.document.drawing
    outcomes = wait_for_changes(qtbot, why)
    shares = [outcome.erasure.share for outcome in outcomes]
    assert shares == sorted(shares)
    first = outcomes[0]
    assert first.digit != why.session.recognition.digit
    assert not why.findChild(QPushButton, "whyErase").isEnabled()
    why.findChild(QAbstractButton, "whyChange_0").click()
    why.findChild(QPushButton, "whyErase").click()
    assert why.session.document.drawing == first.erasure.remaining
    wait_for_digit(qtbot, why, first.digit if first.is_digit else None)
    assert why.session.recognition.is_refused is not first.is_digit
    assert why.session.recognition.claimed_digit == first.digit
    assert why.session.recognition.claimed_probability == pytest.approx(first.probability, abs=1e-6)
    why.session.document.undo()
    assert why.session.document.drawing == drawn


def test_a_chosen_erasure_is_pointed_out_and_let_go(qtbot, why, seven):
    marked = []
    why.session.area_marked.connect(marked.append)
    draw(why.canvas, seven)
    wait_for_changes(qtbot, why)
    card = why.findChild(QAbstractButton, "whyChange_1")
    card.click()
    part = Ink((changes(why).outcomes[1].erasure.part,)).bounds()
    assert marked[-1].left < part.left < part.right < marked[-1].right
    why.findChild(QAbstractButton, "whyChange_0").click()
    assert not card.isChecked()
    why.findChild(QAbstractButton, "whyChange_0").click()
    assert marked[-1] is None
    assert not why.findChild(QPushButton, "whyErase").isEnabled()
    card.click()
    draw(why.canvas, Ink.from_xy([[(0.8, 0.8), (0.9, 0.9)]]))
    assert marked[-1] is None


def test_a_double_click_erases_at_once(qtbot, why, seven):
    draw(why.canvas, seven)
    expected = wait_for_changes(qtbot, why)[2].erasure.remaining
    QTest.mouseDClick(why.findChild(QAbstractButton, "whyChange_2"), Qt.MouseButton.LeftButton)
    assert why.session.document.drawing == expected


@pytest.mark.parametrize("name", ["two", "three", "four", "eight"])
def test_what_is_left_is_announced_as_it_will_be_answered(qtbot, why, name):
    recogniser = Recogniser(read_model(why.session.model.path), "cpu")
    draw(why.canvas, example(name))
    for card, outcome in zip(changes(why).cards, wait_for_changes(qtbot, why), strict=False):
        digit = recogniser.recognise(outcome.erasure.remaining).digit
        assert outcome.is_digit == (digit is not None)
        assert card.text().startswith("→ no digit" if digit is None else f"→ {digit}, ")


def test_a_dot_can_only_be_erased_whole(qtbot, why):
    draw(why.canvas, Ink.from_xy([[(0.5, 0.5)]]))
    assert wait_for_changes(qtbot, why) == ()
    assert text(why, "whyChangesWords") == "Erasing any one part does not."


def test_what_is_no_digit_is_asked_how_it_would_be_one(qtbot, why, seven):
    assert text(why, "whyChangesHeading") == "What would change its mind"
    draw(why.canvas, PLUS)
    outcome = wait_for_changes(qtbot, why)[0]
    assert text(why, "whyChangesHeading") == "What would make it a digit"
    assert changes(why).cards[0].text().startswith(f"→ {outcome.digit}, ")
    choose(why, "whyTarget", 7)
    qtbot.waitUntil(lambda: text(why, "whyHeadline") == "What speaks for 7?", timeout=ANSWER_MS)
    why.findChild(QAbstractButton, "whyChange_0").click()
    why.findChild(QPushButton, "whyErase").click()
    wait_for_digit(qtbot, why, outcome.digit)
    qtbot.waitUntil(lambda: text(why, "whyHeadline") == "Why 7?", timeout=ANSWER_MS)


def test_a_picture_is_explained_but_not_taken_apart(qtbot, why, seven):
    draw(why.canvas, seven)
    QGuiApplication.clipboard().setImage(why.canvas.image(120))
    why.findChild(QAction, "pasteAction").trigger()
    wait_for_digit(qtbot, why, 7)
    qtbot.waitUntil(lambda: shown(why) is not None, timeout=ANSWER_MS)
    assert "picture" in text(why, "whyChangesWords")
    assert changes(why).outcomes == ()


def test_another_model_is_explained_at_once(qtbot, why, seven, paths):
    draw(why.canvas, seven)
    wait_for_changes(qtbot, why)
    path = paths.models / "untrained.safetensors"
    torch.manual_seed(0)
    network = build_network(ZOO["dense-30"])
    arrays = {name: weight.numpy() for name, weight in network.state_dict().items()}
    write_model(path, ModelFile(ModelInfo("untrained", ZOO["dense-30"]), arrays))
    why.session.use_model(StoredModel.at(path))
    qtbot.waitUntil(lambda: why.session.model.path == path, timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: not why.session.is_waiting, timeout=ANSWER_MS)
    digit = int(answer(why))
    choose(why, "whyTarget", digit)
    wait_for_map(qtbot, why, expected_map(why, "integrated-gradients", digit))
    why.findChild(QAbstractButton, "whyMethod_grad-cam").click()
    qtbot.waitUntil(lambda: "no convolution" in text(why, "whyWords"), timeout=ANSWER_MS)
    assert shown(why) is None
    why.findChild(QAbstractButton, "whyMethod_gradient").click()
    wait_for_map(qtbot, why, expected_map(why, "gradient", digit))


def test_answers_come_later_when_the_engine_dies(qtbot, why, seven):
    draw(why.canvas, seven)
    wait_for_changes(qtbot, why)
    kill(why.session.engine_pid)
    why.findChild(QAbstractButton, "whyMethod_occlusion").click()
    draw(why.canvas, Ink.from_xy([[(0.3, 0.5), (0.6, 0.5)]]))
    qtbot.waitUntil(lambda: not why.session.is_waiting, timeout=ANSWER_MS)
    digit = why.session.recognition.digit
    wait_for_map(qtbot, why, expected_map(why, "occlusion", digit))
    wait_for_changes(qtbot, why)


def test_a_panel_that_is_not_seen_asks_nothing(qtbot, window, seven, asked):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert "attribution" not in asked
    assert "erasures" not in asked
    show_panel(qtbot, window, "why")
    wait_for_changes(qtbot, window)
    wait_for_map(qtbot, window, expected_map(window, "integrated-gradients", 7))
    show_panel(qtbot, window, "inside")
    del asked[:]
    window.session.document.clear()
    draw(window.canvas, example("two"))
    wait_for_digit(qtbot, window, 2)
    assert "attribution" not in asked
    assert "erasures" not in asked
    show_panel(qtbot, window, "why")
    wait_for_map(qtbot, window, expected_map(window, "integrated-gradients", 2))
