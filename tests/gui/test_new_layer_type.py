"""A new layer type is an entry in three tables; everything else follows from them."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from math import prod
from typing import ClassVar

import numpy as np
import pytest
import torch
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget
from torch import nn
from torch.nn import functional

from handdigit.core.architecture import INPUT, INPUT_SHAPE, Architecture
from handdigit.core.draft import read_draft
from handdigit.core.layer import Shape, Sliding, Weighted, Window, require_maps
from handdigit.core.layers import LAYERS
from handdigit.gui.panels.inside.gradient_view import GradientView
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.unit_view import UnitView
from handdigit.gui.panels.retrain.network_editor import NetworkEditor
from handdigit.inspection.arithmetic import explain
from handdigit.inspection.backward import backward
from handdigit.inspection.capture import capture
from handdigit.inspection.gradient_sums import delta_sum, parameter_gradient
from handdigit.inspection.receptive_field import receptive_field
from handdigit.inspection.rules import RULES, Mixing
from handdigit.inspection.trace import Unit
from handdigit.inspection.weight_picture import parameter_pictures
from handdigit.models.modules import MODULES
from tests.models.strategies import random_input, random_network


@dataclass(frozen=True, slots=True)
class DepthwiseConv2d(Sliding, Weighted):
    """A kernel for every map by itself."""

    short_name: ClassVar[str] = "deep"
    kernel: int
    _: KW_ONLY
    stride: int = 1

    @classmethod
    def usual(cls, channels: int) -> DepthwiseConv2d:
        return cls(3)

    @property
    def window(self) -> Window:
        return Window(self.kernel, self.stride, self.kernel // 2)

    def parameter_count(self, shape: Shape) -> int:
        return require_maps(shape)[0] * (self.kernel**2 + 1)

    def parameter_formula(self, shape: Shape) -> str:
        return f"{shape[0]} · ({self.kernel}² + 1)"

    def operation_count(self, shape: Shape) -> int:
        return prod(self.output_shape(shape)) * self.kernel**2


class Depthwise(Mixing):
    def maps(self, planned, i, out):
        return (out,)


TEXT = """\
Conv2d(4, kernel=3)
DepthwiseConv2d(3, stride=2)
ReLU()
Flatten()
Linear(10)
"""


@pytest.fixture
def registered(monkeypatch):
    LAYERS.append(DepthwiseConv2d)
    monkeypatch.setitem(RULES, DepthwiseConv2d, Depthwise())
    monkeypatch.setitem(
        MODULES,
        DepthwiseConv2d,
        lambda layer, inputs: nn.Conv2d(
            inputs,
            inputs,
            layer.kernel,
            stride=layer.stride,
            padding=layer.kernel // 2,
            groups=inputs,
        ),
    )
    yield
    LAYERS.remove(DepthwiseConv2d)


@pytest.fixture
def network(registered):
    return random_network(Architecture.parse(TEXT)).double()


def test_it_is_written_and_sized(registered):
    architecture = Architecture.parse(TEXT)
    assert architecture.text() == TEXT
    planned = architecture.plan()[1]
    assert planned.name == "deep1"
    assert planned.output_shape == (4, 13, 13)
    assert (planned.parameter_count, planned.operation_count) == (40, 4 * 13 * 13 * 9)
    layer = read_draft(TEXT).layers[1]
    assert (layer.output_shape, layer.parameter_count) == ((4, 13, 13), 40)


def test_it_computes_and_is_explained(network):
    trace = capture(network, random_input()[0].double())
    for position in ((0, 0, 0), (2, 5, 6), (3, 12, 12)):
        found = explain(trace, Unit("deep1", position))
        assert len(found.terms) == 9
        assert found.output == pytest.approx(found.torch, rel=1e-9)
    field = receptive_field(network.architecture, Unit("deep1", (2, 0, 1)))
    assert field["conv1"].channels == {2}
    assert field[INPUT][1:] == (0, 4, 1, 6)


def test_it_is_differentiated(network):
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


def test_its_weights_are_pictures(network):
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    pictures = {p.layer + "." + p.parameter: p for p in
                parameter_pictures(network.architecture, weights)}  # fmt: skip
    cells = pictures["deep1.weight"].sheet
    assert np.array_equal(np.sort(cells[cells >= 0]), np.arange(36))
    assert pictures["deep1.weight"].outputs == (0, 1, 2, 3)


def test_it_is_shown(qtbot, network):
    plan = network.plan
    trace = capture(network, random_input()[0].double())
    sheet = NetworkMap()
    qtbot.addWidget(sheet)
    sheet.show_network(plan, INPUT, INPUT_SHAPE)
    layer = sheet.findChild(QWidget, "layer_deep1")
    tips = [label.toolTip() for label in layer.findChildren(QLabel)]
    assert "4 · (3² + 1) = 40" in "".join(tips)
    assert "6,084 multiply-adds" in "".join(tips)
    unit = Unit("deep1", (2, 5, 6))
    view = UnitView()
    qtbot.addWidget(view)
    view.show_unit(unit, plan[1], explain(trace, unit), ())
    assert len(view.terms.totals) == 1
    assert view.findChild(QLabel, "equalsTorch").text() == "equals torch ✓"
    gradients = GradientView()
    qtbot.addWidget(gradients)
    gradients.show_unit(unit, trace, backward(trace, 3))
    assert not gradients.findChild(QSpinBox, "weightIndex0").isVisibleTo(gradients)


def test_it_is_edited(qtbot, registered):
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
