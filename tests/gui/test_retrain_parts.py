"""Parts of the Retrain panel by themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pyqtgraph import PlotItem
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from handdigit.experiment.events import EpochDone, LearningCurve
from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import (
    AUGMENTATION_SETTINGS,
    RECIPE_SETTINGS,
    Augmentation,
    Recipe,
    Schedule,
)
from handdigit.experiment.schedules import learning_rate
from handdigit.experiment.settings import Setting
from handdigit.gui.panels.retrain.curves import LearningCurvePlot, MovingAverage
from handdigit.gui.panels.retrain.layer_rows import LayerForm
from handdigit.gui.panels.retrain.network_list import network_line
from handdigit.gui.panels.retrain.number_box import NumberBox
from handdigit.gui.panels.retrain.recipe_form import RecipeForm
from handdigit.gui.panels.retrain.run_controls import duration
from handdigit.gui.panels.retrain.run_view import curve_csv
from handdigit.gui.panels.retrain.run_words import (
    end_words,
    held_back_words,
    loss_words,
    overfitting_words,
    rate_words,
)
from handdigit.gui.panels.retrain.shipped_notes import SHIPPED_NOTES
from handdigit.gui.widgets.labels import HelpLine
from handdigit.network.draft import read_draft
from handdigit.network.layers import Flatten
from handdigit.network.notation import format_layers, part_types
from handdigit.network.zoo import ZOO
from handdigit.storage.named_files import SHIPPED_RECIPES, recipe_note

STEPS = np.arange(1, 31)
CURVE = LearningCurve(STEPS, 1 / STEPS, 1 - 1 / STEPS, np.full(30, 0.1))
DONE = EpochDone(1, 1, 30, 0.1, 0.9, 0.2, 0.8, 0.1, 3.0)


LARGE = {"seed": 2**63 - 1, "patience": 2**40, "schedule_epochs": 2**40, "momentum": 0.98765432}


def test_the_form_holds_every_valid_value(qtbot):
    form = RecipeForm(HelpLine())
    qtbot.addWidget(form)
    changes = []
    form.settings_changed.connect(lambda: changes.append(form.values()))
    for end in ("least", "most"):

        def allowed(settings, end=end):
            found = {name: getattr(setting, end) for name, setting in settings.items()}
            return {n: v for n, v in found.items() if settings[n].fault(v) is None}

        varied = Augmentation(**allowed(AUGMENTATION_SETTINGS))
        numbers = {**allowed(RECIPE_SETTINGS), "patience": 0}
        recipe = Recipe("small", optimiser="sgd", augmentation=varied, **numbers)
        form.show_recipe(recipe)
        assert Recipe.from_json({"network": "small", **form.values()}) == recipe
    recipe = Recipe("small", **LARGE)
    form.show_recipe(recipe)
    assert Recipe.from_json({"network": "small", **form.values()}) == recipe
    assert changes == [], "showing is no change"
    box = form.findChild(NumberBox, "recipe_seed")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(2**62 + 1))
    assert changes[-1]["seed"] == 2**62 + 1
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert changes[-1]["seed"] == 2**62


def test_every_choice_and_network_has_its_line():
    for choice in (*Optimiser, *Schedule):
        assert choice.label
        assert choice.line.endswith(".")
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
    box = NumberBox(Setting("", "", 1e-7, 100))
    qtbot.addWidget(box)
    box.show()
    box.set_value(0.5)
    box.selectAll()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == pytest.approx(value)


def test_the_arrows_multiply_a_rate(qtbot):
    box = NumberBox(Setting("", "", 0, 1))
    qtbot.addWidget(box)
    box.set_value(0.01)
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


def test_the_axes_of_an_empty_run_are_whole_scales(qtbot):
    plot = LearningCurvePlot()
    qtbot.addWidget(plot)
    (_, accuracy, _) = (item for item in plot.ci.items if isinstance(item, PlotItem))
    assert accuracy.viewRange()[1] == [0, 100]
    plot.show_run(CURVE, (), 30)
    assert accuracy.viewRange()[1] != [0, 100]


def test_a_single_step_is_a_dot_within_whole_scales(qtbot):
    plot = LearningCurvePlot()
    qtbot.addWidget(plot)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.show_run(curve_to(1, 0.00016), (), 93)
    items = [item for item in plot.ci.items if isinstance(item, PlotItem)]
    for item, (x, y) in zip(items, ((1 / 93, 1), (1 / 93, 100), (1 / 93, 0.00016)), strict=True):
        (left, right), (bottom, top) = item.viewRange()
        assert left == bottom == 0
        assert left < x < right
        assert bottom < y <= top
        (strong,) = [line for line in item.listDataItems() if line.opts["symbol"] == "o"][:1]
        assert strong.getData()[0].tolist() == [x]
    plot.show_run(CURVE, (), 30)
    assert min(r for item in items for axis in item.viewRange() for r in axis) >= 0
    assert plot.newest[0] == pytest.approx(MovingAverage().follow(CURVE.losses)[-1])


def curve_to(step, rate):
    one = np.ones(1)
    return LearningCurve(np.array([step]), one, one, np.array([rate], np.float32))


def test_the_rate_is_explained_by_the_schedule_or_by_a_hand():
    recipe = Recipe("small", learning_rate=0.003, epochs=2, schedule=Schedule.COSINE)
    planned = learning_rate(recipe, 99, 200, 100)
    said = rate_words(recipe, curve_to(100, planned), 200)
    assert said == "Learning rate 0.00152 now: the schedule has reached 51 % of 0.003."
    said = rate_words(recipe, curve_to(100, 2 * planned), 200)
    assert said == "Learning rate 0.00305: changed by hand, 2 times what was planned."
    assert end_words(curve_to(200, 5.92e-7)).endswith("learning rate was 0.000000592.")
    fixed = Recipe("small", learning_rate=0.003, schedule=Schedule.FIXED)
    assert "stays" in rate_words(fixed, curve_to(100, 0.003), 200)


def test_loss_held_back_and_overfitting_are_said_in_their_numbers():
    assert "as if it got 50.0 % every time" in loss_words(np.log(2), 0)
    assert "%" not in loss_words(np.log(2), 0.1)  # of smoothed labels it is no probability
    done = replace(DONE, accuracy=0.997, validation_accuracy=0.987)
    assert "9,870 of 10,000 digits" in held_back_words(done, 10_000)
    assert "1.0 points better" in overfitting_words(done, 10_000)
    assert overfitting_words(done, 100) == "", "so few digits differ by chance"
    assert overfitting_words(replace(done, accuracy=0.98), 10_000) == ""


def test_what_shipped_recipes_say_of_themselves_can_be_translated():
    said = {recipe_note(file.read_text("utf-8")) for file in SHIPPED_RECIPES.glob("*.toml")}
    assert said == SHIPPED_NOTES
