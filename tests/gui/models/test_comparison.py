"""Versions compared on the drawing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from handdigit.gui.panels.models.charts import spread
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.model_file import make_ensemble, read_model, write_model
from tests.gui.driving import ANSWER_MS, PLUS, draw, show_panel, wait_for_digit
from tests.gui.models.versions import names, press, readings, tick, tick_all, wait_for_readings


def test_many_versions_are_compared_on_low_lines(qtbot, ladder, models, paths, seven):
    members = [read_model(paths.models / f"{name}.safetensors") for name in ("ant", "bee")]
    write_model(
        paths.models / "two.safetensors",
        make_ensemble("two", members, VotingRule.MEAN, "2026-02-01"),
    )
    models.library.refresh()
    qtbot.waitUntil(lambda: "two" in names(models))
    press(models, "modelCompare")
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    wait_for_readings(qtbot, models, "two", "ant", "bee", "default")
    chart = models.findChild(QWidget, "comparisonChart")
    roomy = chart.sizeHint().height() / len(chart.readings)
    tick_all(models)
    wait_for_readings(qtbot, models, "two", "bee", "ant", "default", *ladder)
    assert not [reading for reading in chart.readings if reading.is_member]
    assert chart.sizeHint().height() / len(chart.readings) < roomy * 0.8
    assert not chart.grab().isNull()


def test_versions_are_compared_on_the_drawing(qtbot, models, seven):
    press(models, "modelCompare")
    summary = models.findChild(QLabel, "comparisonSummary")
    qtbot.waitUntil(lambda: "Draw a digit" in summary.text(), timeout=ANSWER_MS)
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    wait_for_readings(qtbot, models, "bee", "ant", "default")
    found = readings(models)
    assert found["default"].digit == 7
    assert found["default"].probabilities == models.session.recognition.probabilities
    apart = spread(tuple(found.values()))
    assert apart[7] == pytest.approx(np.ptp([r.probabilities[7] for r in found.values()]))
    assert ("All read 7" in summary.text()) == all(r.digit == 7 for r in found.values())
    models.session.document.clear()
    draw(models.canvas, PLUS)
    qtbot.waitUntil(lambda: summary.text().startswith("Refused as no digit."), timeout=ANSWER_MS)
    tick(models, "bee")
    wait_for_readings(qtbot, models, "ant", "default")
    assert not models.findChild(QWidget, "comparisonChart").grab().isNull()


def test_nothing_is_asked_while_the_comparison_is_hidden(qtbot, models, seven, monkeypatch):
    asked = []
    monkeypatch.setattr(models.session.analyses, "ask", lambda topic, _request: asked.append(topic))
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    assert not [topic for topic in asked if topic.startswith("models:")]
    press(models, "modelCompare")
    assert len([topic for topic in asked if topic.startswith("models:")]) == 2
    asked.clear()
    show_panel(qtbot, models, "inside")
    models.session.document.clear()
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    assert not [topic for topic in asked if topic.startswith("models:")]
