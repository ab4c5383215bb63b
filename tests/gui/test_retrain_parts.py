"""Parts of the Retrain panel by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from handdigit.core.draft import read_draft
from handdigit.core.layers import Flatten
from handdigit.core.notation import format_layers, part_types
from handdigit.core.zoo import ZOO
from handdigit.experiment.events import EpochDone
from handdigit.experiment.learning_curve import LearningCurve
from handdigit.experiment.recipe import AUGMENTATION_LIMITS, RECIPE_LIMITS, Recipe, Schedule
from handdigit.gui.panels.retrain.curve_file import curve_csv
from handdigit.gui.panels.retrain.curves import LearningCurvePlot, MovingAverage
from handdigit.gui.panels.retrain.factor_box import FactorBox
from handdigit.gui.panels.retrain.layer_form import LayerForm
from handdigit.gui.panels.retrain.network_texts import network_line
from handdigit.gui.panels.retrain.setting_choices import OPTIMISER_LINES, SCHEDULE_LINES
from handdigit.gui.panels.retrain.settings import HOLDING_BACK, LEARNING, VARIATIONS
from handdigit.gui.panels.retrain.transport import duration

STEPS = np.arange(1, 31)
CURVE = LearningCurve(STEPS, 1 / STEPS, 1 - 1 / STEPS, np.full(30, 0.1))
DONE = EpochDone(1, 1, 30, 0.1, 0.9, 0.2, 0.8, 0.1, 3.0)


def test_every_number_of_a_recipe_has_a_control_within_its_limits():
    limits = {**RECIPE_LIMITS, **AUGMENTATION_LIMITS}
    settings = {s.name: s for s in (*LEARNING, *HOLDING_BACK, *VARIATIONS)}
    assert set(settings) == set(limits)
    for name, setting in settings.items():
        least = 0 if name == "dropout" else setting.least
        whole = limits[name].whole
        for value in (least, setting.most):
            assert limits[name].fault(int(value) if whole else value) is None, name
        assert whole == (not setting.decimals and not setting.factor), name


def test_every_optimiser_schedule_and_network_has_its_line():
    assert set(OPTIMISER_LINES) == set(type(Recipe("small").optimiser))
    assert set(SCHEDULE_LINES) == set(Schedule)
    assert all(network_line(name) for name in ZOO)


@pytest.mark.parametrize("kind", part_types().values())
def test_every_layer_can_be_added_and_its_boxes_give_it_back(qtbot, kind):
    layer = kind.usual(1)
    assert read_draft(format_layers([layer])).layers[0].part == layer
    form = LayerForm()
    qtbot.addWidget(form)
    changes = []
    form.part_changed.connect(changes.append)
    form.show_part(layer)
    form.show_part(Flatten())
    form.show_part(layer)
    assert changes == []


@pytest.mark.parametrize(
    ("typed", "value"), [("0.003", 0.003), ("1e-5", 1e-5), ("0,02", 0.02), ("2", 2.0)]
)
def test_a_rate_is_typed_as_one_writes_it(qtbot, typed, value):
    box = FactorBox(1e-7, 100)
    qtbot.addWidget(box)
    box.show()
    box.setValue(0.5)
    box.selectAll()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == pytest.approx(value)


def test_the_arrows_multiply_a_rate(qtbot):
    box = FactorBox(0, 1)
    qtbot.addWidget(box)
    box.setValue(0.01)
    for _ in range(10):
        box.stepBy(1)
    assert box.value() == pytest.approx(0.1)
    box.stepBy(-20)
    assert box.value() == pytest.approx(0.001)
    box.stepBy(-100)
    assert box.value() == 0
    assert box.text() == "0"
    box.stepBy(1)
    assert box.value() > 0


def test_a_moving_average_goes_on_where_it_was():
    values = np.random.default_rng(1).random(50)
    at_once, piecemeal = MovingAverage(), MovingAverage()
    piecemeal.follow(values[:20])
    assert np.allclose(at_once.follow(values), piecemeal.follow(values))
    assert at_once.values[0] == pytest.approx(values[0])
    assert len(at_once.follow(values[:3])) == 3


def test_the_menu_of_the_curves_exports_what_it_offers(qtbot, tmp_path):
    from pyqtgraph.exporters import listExporters

    curves = LearningCurvePlot()
    qtbot.addWidget(curves)
    curves.resize(500, 400)
    with qtbot.waitExposed(curves):
        curves.show()
    curves.show_run(CURVE, (DONE,), 30)
    plot = curves.getItem(0, 0)
    for number, exporter in enumerate(listExporters()):
        path = tmp_path / f"{number}.{'csv' if 'CSV' in exporter.Name else 'png'}"
        exporter(plot).export(str(path))
        assert path.stat().st_size > 0


def test_numbers_of_a_run_are_a_line_a_step():
    lines = curve_csv(CURVE, (DONE,)).splitlines()
    assert len(lines) == 31
    assert lines[1] == "1,1,0,0.1,,,"
    assert lines[30].split(",")[4:] == ["1", "0.2", "0.8"]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (59, "59 s"), (125, "2 min 05 s"), (7500, "2 h 05 min")]
)
def test_durations_are_short(seconds, text):
    assert duration(seconds) == text
