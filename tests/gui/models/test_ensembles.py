"""Several versions vote, and the votes are seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.gui.widgets.vote_list import ROWS
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.model_file import make_ensemble, read_model, write_model
from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit
from tests.gui.models.versions import (
    LEFT,
    activate,
    message,
    names,
    press,
    wait_for_model,
    wait_for_readings,
)


def test_several_versions_vote_and_the_votes_are_seen(qtbot, models, seven):
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    press(models, "modelEnsemble")
    dialog = models.findChild(QWidget, "ensembleDialog")
    name = dialog.findChild(QLineEdit, "ensembleName")
    name.selectAll()
    QTest.keyClicks(name, "three")
    assert dialog.rule is VotingRule.MEAN
    for rule in (VotingRule.MAJORITY, VotingRule.VIEWS):
        button = dialog.findChild(QAbstractButton, f"ensemble{rule.capitalize()}")
        QTest.mouseClick(button, LEFT, pos=QPoint(8, 8))
        assert dialog.rule is rule
    QTest.mouseClick(dialog.findChild(QAbstractButton, "ensembleMake"), LEFT)
    qtbot.waitUntil(lambda: message(models).startswith("three was made"))
    press(models, "modelActivate")  # it is selected already
    wait_for_model(qtbot, models, "three")
    votes = models.findChild(QWidget, "voteList")
    qtbot.waitUntil(lambda: models.session.recognition.votes is not None, timeout=ANSWER_MS)
    recognition = models.session.recognition
    assert recognition.votes.names == ("bee", "ant", "default")
    assert votes.lines == [
        (name, str(digit))
        for name, digit in zip(recognition.votes.names, recognition.votes.digits, strict=True)
    ]
    assert votes.lines[2] == ("default", "7")
    assert recognition.votes.rule is VotingRule.VIEWS
    shown = [label for label in votes.findChildren(ElidedLabel) if label.isVisible()][:2]
    for label, end in zip(shown, "ab", strict=True):
        label.setText(f"network3-dropout-of-a-long-name-{end}")
    assert shown[0].grab().toImage() != shown[1].grab().toImage(), "names differ at their ends"
    show_panel(qtbot, models, "inside")
    inside = models.findChild(NetworkMap)
    qtbot.waitUntil(lambda: len(inside.sheet.probabilities) > 0, timeout=ANSWER_MS)
    answer = models.session.recognition
    assert inside.sheet.probabilities == pytest.approx(answer.network_probabilities)
    assert answer.votes.probabilities[0] != pytest.approx(answer.network_probabilities, abs=1e-9)
    models.session.document.clear()  # the lines stay where they are
    assert votes.lines == [(name, "") for name in ("bee", "ant", "default")]
    press(models, "modelRollBack")
    qtbot.waitUntil(lambda: not votes.isVisible(), timeout=ANSWER_MS)


def votes_of(qtbot, models, paths, ensemble):
    """Let a new ensemble answer and return the list of its votes."""
    name = ensemble.info.name
    write_model(paths.models / f"{name}.safetensors", ensemble)
    show_panel(qtbot, models, "inside")
    models.findChild(QAction, "modelsPanelAction").trigger()  # it looks for new files
    qtbot.waitUntil(lambda: name in names(models))
    activate(qtbot, models, name)
    return models.findChild(QWidget, "voteList")


def test_of_many_voters_only_the_sum_is_written(qtbot, models, paths, seven):
    ant = read_model(paths.models / "ant.safetensors")
    certain = np.where(np.arange(10) == 3, 1000, 0).astype(np.float32)
    three = replace(ant, weights={**ant.weights, "dense2.bias": certain})
    default = read_model(SHIPPED_MODELS / "default.safetensors")
    many = make_ensemble(
        "many", [three] * ROWS + [default], VotingRule.MEAN, "2026-01-03T10:00:00+00:00"
    )
    votes = votes_of(qtbot, models, paths, many)
    assert votes.lines == [(f"{ROWS + 1} networks", "")]
    draw(models.canvas, seven)
    qtbot.waitUntil(lambda: models.session.recognition.votes is not None, timeout=ANSWER_MS)
    wait_for_digit(qtbot, models, 3)
    assert votes.lines == [(f"{ROWS} votes", "3"), ("1 vote", "7")]
    show_panel(qtbot, models, "why")
    headline = models.findChild(QWidget, "whyHeadline")
    # The voter that is looked into, not the vote: what they would say need not be the same.
    qtbot.waitUntil(lambda: headline.text() == "ant: Why 3?", timeout=ANSWER_MS)


def test_an_ensemble_shows_its_votes_in_the_comparison(qtbot, models, paths, seven):
    members = [read_model(paths.models / f"{name}.safetensors") for name in ("ant", "bee")]
    ensemble = make_ensemble("two", members, VotingRule.MEAN, "2026-02-01T10:00:00+00:00")
    write_model(paths.models / "two.safetensors", ensemble)
    models.library.refresh()
    qtbot.waitUntil(lambda: "two" in names(models))
    press(models, "modelCompare")
    draw(models.canvas, seven)
    wait_for_readings(qtbot, models, "two", "ant", "bee", "default")
    chart = models.findChild(QWidget, "comparisonChart")
    shown = [(r.name, r.is_member) for r in chart.readings]
    assert shown[:3] == [("two", False), ("ant", True), ("bee", True)]
    whole, *votes = chart.readings[:3]
    assert whole.probabilities == pytest.approx(np.mean([v.probabilities for v in votes], axis=0))


def test_inside_looks_into_the_member_that_is_chosen(qtbot, models, paths, seven):
    members = [
        read_model(paths.models / "ant.safetensors"),
        read_model(ModelStore(paths).find("default")),
    ]
    write_model(
        paths.models / "two.safetensors", make_ensemble("two", members, VotingRule.MEAN, "")
    )
    models.library.refresh()
    qtbot.waitUntil(lambda: "two" in names(models))
    activate(qtbot, models, "two")
    chooser = models.findChild(QComboBox, "memberChooser")
    assert chooser.isVisible()
    assert chooser.currentText() == "Inside: ant"
    show_panel(qtbot, models, "inside")
    summary = models.findChild(QLabel, "networkSummary")
    qtbot.waitUntil(lambda: "two ▸ ant" in summary.text(), timeout=ANSWER_MS)
    draw(models.canvas, seven)
    qtbot.waitUntil(lambda: "dense1" in models.session.recognition.activations, timeout=ANSWER_MS)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "conv1" in models.session.recognition.activations, timeout=ANSWER_MS)
    assert "two ▸ default" in summary.text()
    assert chooser.currentText() == "Inside: default"
    qtbot.waitUntil(lambda: models.session.weights.by_name is not None)
    assert models.session.weights.by_name.keys() == members[1].weights.keys()
    models.session.use_model(next(m for m in models.library.models if m.name == "default"))
    qtbot.waitUntil(lambda: not chooser.isVisible(), timeout=ANSWER_MS)
