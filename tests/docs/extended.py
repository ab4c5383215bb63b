"""What docs/extending.md adds, used: pytest runs this in a copy that has all of its code."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from handdigit.engine.protocol.tilt import FindTilt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget
from torch import nn
from torch.nn import functional

from handdigit.experiment.optimisers import Optimiser, Settings, first_update
from handdigit.experiment.recipe import Augmentation, Recipe
from handdigit.experiment.recipe_file import parse_recipe, recipe_text
from handdigit.gui.panels.inside.gradient_view import GradientView
from handdigit.gui.panels.inside.layer_view import BlockView
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.unit_view import UnitView
from handdigit.gui.panels.retrain.network_editor import NetworkEditor
from handdigit.inspection.arithmetic import explain
from handdigit.inspection.backward import backward, delta_sum, parameter_gradient
from handdigit.inspection.receptive_field import receptive_field
from handdigit.inspection.trace import Unit
from handdigit.inspection.weight_picture import parameter_pictures
from handdigit.network.alphabet import DIGITS
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.draft import read_draft
from handdigit.network.layers import DepthwiseConv2d
from handdigit.training.augmentation import perturb_pictures
from handdigit.training.learner import Learner, make_optimiser
from tests.gui.driving import draw, show_panel, wait_for_digit
from tests.inspection.capturing import capture
from tests.recognition.strategies import random_input, random_network

TEXT = """\
Conv2d(4, kernel=3)
DepthwiseConv2d(3, stride=2)
ReLU()
Flatten()
Linear(10)
"""


@pytest.fixture
def network():
    return random_network(Architecture.parse(TEXT)).double()


def test_the_layer_is_written_and_sized():
    architecture = Architecture.parse(TEXT)
    assert architecture.text() == TEXT
    planned = architecture.plan()[1]
    assert planned.name == "deep1"
    assert planned.output_shape == (4, 13, 13)
    assert (planned.parameter_count, planned.operation_count) == (40, 4 * 13 * 13 * 9)
    layer = read_draft(TEXT).layers[1]
    assert (layer.output_shape, layer.parameter_count) == ((4, 13, 13), 40)


def test_the_layer_computes_and_is_explained(network):
    trace = capture(network, random_input()[0].double())
    for position in ((0, 0, 0), (2, 5, 6), (3, 12, 12)):
        found = explain(trace, Unit("deep1", position))
        assert len(found.terms) == 9
        assert found.output == pytest.approx(found.torch, rel=1e-9)
    field = receptive_field(network.architecture, Unit("deep1", (2, 0, 1)))
    assert field["conv1"].channels == {2}
    assert field[INPUT][1:] == (0, 4, 1, 6)


def test_the_layer_is_differentiated(network):
    picture = random_input().double()
    trace = capture(network, picture[0])
    found = backward(trace, 3)
    values = network.activations(picture.requires_grad_())
    loss = functional.cross_entropy(values["dense1"], torch.tensor([3]))
    wanted = dict(network.named_parameters()) | {"conv1": values["conv1"]}
    gradients = torch.autograd.grad(loss, list(wanted.values()))
    for name, expected in zip(wanted, gradients, strict=True):
        if name == "conv1":
            assert found.deltas[name] == pytest.approx(expected[0].numpy(), rel=1e-9)
        else:
            assert found.gradients[name] == pytest.approx(expected.numpy(), rel=1e-9)
    one = parameter_gradient(trace, found, "deep1.weight", (2, 0, 1, 0))
    assert one.total == pytest.approx(found.gradients["deep1.weight"][2, 0, 1, 0])
    unit = delta_sum(trace, found, Unit("conv1", (1, 4, 4)))
    assert unit.total == pytest.approx(found.deltas["conv1"][1, 4, 4])


def test_the_layers_weights_are_pictures(network):
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    pictures = {p.layer + "." + p.parameter: p for p in
                parameter_pictures(network.architecture, weights)}  # fmt: skip
    cells = pictures["deep1.weight"].sheet
    assert np.array_equal(np.sort(cells[cells >= 0]), np.arange(36))
    assert pictures["deep1.weight"].outputs == (0, 1, 2, 3)


def test_the_layer_is_shown(qtbot, network):
    plan = network.plan
    trace = capture(network, random_input()[0].double())
    network_map = NetworkMap()
    qtbot.addWidget(network_map)
    network_map.show_network(plan, DIGITS.names)
    block = next(c.block for c in network_map.columns if c.stages[0].name == "deep1")
    layer = BlockView()
    qtbot.addWidget(layer)
    layer.show_block(block, "deep1", network.architecture)
    tips = [label.toolTip() for label in layer.findChildren(QLabel)]
    assert "4 · (3² + 1) = 40" in "".join(tips)
    assert "6,084 multiply-adds" in "".join(tips)
    unit = Unit("deep1", (2, 5, 6))
    view = UnitView()
    qtbot.addWidget(view)
    view.show_unit(unit, network.architecture, trace, lambda *_: 1.0)
    assert len(view.terms.totals) == 1
    assert view.findChild(QLabel, "equalsTorch").text() == "equals torch ✓"
    gradients = GradientView()
    qtbot.addWidget(gradients)
    gradients.show_unit(unit, trace, backward(trace, 3))
    assert not gradients.findChild(QSpinBox, "weightIndex0").isVisibleTo(gradients)


def test_the_layer_is_edited(qtbot):
    editor = NetworkEditor()
    qtbot.addWidget(editor)
    editor.show_draft(read_draft(TEXT.replace("DepthwiseConv2d(3, stride=2)\n", "")))
    action = editor.findChild(QAction, "addDepthwiseConv2d")
    assert action.toolTip() == "A kernel for every map by itself."
    action.trigger()
    assert editor.draft.layers[1].part == DepthwiseConv2d(3)
    editor.findChild(QSpinBox, "layer_stride").setValue(2)
    assert editor.draft.text == TEXT
    assert editor.draft.architecture == Architecture.parse(TEXT)


def test_the_analysis_answers(qtbot, window, seven):
    told = []
    session = window.session
    session.analyses.progressed.connect(lambda topic, value: told.append((topic, value)))
    with qtbot.waitSignal(
        session.analyses.arrived, check_params_cb=lambda topic, _answer: topic == "tilt"
    ) as arrived:
        session.analyses.ask("tilt", FindTilt(seven))
    tilt = arrived.args[1]
    assert 0 < tilt.degrees <= 90
    assert set(tilt.digits[:-1]) == {7}
    assert tilt.digits[-1] != 7
    assert told == [("tilt", degrees) for degrees in range(tilt.degrees)]


def test_the_panel_is_a_tab(qtbot, window, seven):
    show_panel(qtbot, window, "doubt")
    assert window.panels.tabText(window.panels.currentIndex()) == "Doubt"
    bits = window.findChild(QLabel, "doubtBits")
    assert bits.isVisible()
    assert bits.text() == "Draw a digit."
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    shares = np.array(window.session.recognition.probabilities)
    assert bits.text() == f"{-(shares * np.log2(shares)).sum():.2f} bits of doubt"


def test_setting_augmentation_and_optimiser_are_in_file_and_form(qtbot, window):
    recipe = Recipe(
        "small", optimiser="adamax", gradient_limit=2.5, augmentation=Augmentation(fade=0.25)
    )
    assert parse_recipe(recipe_text(recipe)) == recipe
    show_panel(qtbot, window, "retrain")
    for name, title in (("recipe_gradient_limit", "Gradient limit"), ("recipe_fade", "Fade")):
        box = window.findChild(QWidget, name)
        assert box.accessibleName() == title
        assert box.value() == 0
    optimisers = window.findChild(QComboBox, "recipe_optimiser")
    assert optimisers.findText("Adamax") >= 0


@pytest.mark.parametrize(("limit", "expected"), [(0.0, 5.0), (2.0, 2.0)])
def test_the_setting_limits_the_gradient(limit, expected):
    network = nn.Linear(2, 1, bias=False)
    learner = Learner(network, Recipe("small", gradient_limit=limit), torch.device("cpu"))
    network.weight.grad = torch.tensor([[3.0, 4.0]])
    learner.step()
    assert float(network.weight.grad.norm()) == pytest.approx(expected, rel=1e-4)


def test_the_augmentation_varies_alike_for_one_seed():
    pictures = torch.rand(16, 1, 28, 28, generator=torch.Generator().manual_seed(1))

    def faded(seed, fade=0.5):
        generator = torch.Generator().manual_seed(seed)
        return perturb_pictures(pictures, Augmentation(fade=fade), generator)

    assert torch.equal(faded(2), faded(2))
    assert not torch.equal(faded(2), faded(3))
    assert torch.equal(faded(2, fade=0), pictures)
    share = faded(2) / pictures
    assert share.min() >= 0.5
    assert share.max() <= 1
    assert share.std() > 0.05


def test_the_optimiser_steps_as_it_is_written():
    network = nn.Linear(1, 1, bias=False).double()
    with torch.no_grad():
        network.weight.fill_(0.3)
    network.weight.grad = torch.tensor([[-0.7]], dtype=torch.float64)
    recipe = Recipe("small", optimiser="adamax", learning_rate=0.02, weight_decay=0.01)
    make_optimiser(network, recipe).step()
    found = first_update(Optimiser.ADAMAX, 0.3, -0.7, Settings(0.02, weight_decay=0.01))
    assert found.after == pytest.approx(network.weight.item(), rel=1e-12)


def test_the_source_is_offered(qtbot, window):
    show_panel(qtbot, window, "retrain")
    assert window.findChild(QWidget, "source_csv").accessibleName() == "CSV file"
    show_panel(qtbot, window, "errors")
    assert window.findChild(QComboBox, "errorsData").findText("CSV file") >= 0
