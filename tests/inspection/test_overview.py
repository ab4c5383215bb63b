"""What is shown of a network at one glance."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from handdigit.inspection.blocks import blocks_of
from handdigit.inspection.overview import (
    CLEARLY,
    MapName,
    contributions,
    kept_strongest,
    makeup_of,
    strengths,
)
from handdigit.inspection.trace import SOFTMAX, Unit, strongest_unit
from handdigit.network.architecture import INPUT
from handdigit.network.zoo import ZOO
from tests.inspection.capturing import capture
from tests.recognition.strategies import random_input, random_network


def test_the_strongest_come_first():
    assert kept_strongest(np.array([1.0, 5.0, 3.0]), (), 2) == (1, 2)
    assert kept_strongest(np.array([1.0, 5.0, 3.0]), (), 9) == (1, 2, 0)
    assert strengths(np.array([[[1.0, -2.0]], [[0.5, 0.5]]])).tolist() == [3.0, 1.0]


def test_a_map_goes_only_when_clearly_beaten_and_others_keep_their_places():
    strength = np.array([1.0, 1.1, 0.9, 1.2])
    assert kept_strongest(strength, (2, 0), 2) == (3, 0)
    assert kept_strongest(np.array([1.0, 1.1, 1.0, 1.2]), (2, 0), 2) == (2, 0)


@given(
    st.lists(st.lists(st.floats(0, 100), min_size=6, max_size=6), min_size=2, max_size=4),
    st.integers(1, 6),
)
def test_no_hidden_map_is_clearly_stronger_than_a_shown_one(drawings, count):
    shown: tuple[int, ...] = ()
    for drawing in drawings:
        strength = np.array(drawing)
        shown = kept_strongest(strength, shown, count)
        assert len(set(shown)) == count
        hidden = [strength[n] for n in range(6) if n not in shown]
        assert max(hidden, default=0) <= CLEARLY * min(strength[list(shown)])


@pytest.mark.parametrize(
    "name", ["default", "lenet5", "resnet-mini", "inception-mini", "dense-30", "network3-1conv"]
)
def test_contributions_add_up_to_the_weighted_sum(name):
    torch.manual_seed(0)
    network = random_network(ZOO[name]).eval()
    trace = capture(network, random_input()[0])
    names = {INPUT}
    for block in blocks_of(ZOO[name].plan()):
        first = block.layers[0]
        mixing = [
            layer
            for layer in block.layers
            if layer.operation_count and not layer.name.startswith("sub")
        ]
        if first.name.startswith(("res", "inc")):
            names = block.names
            continue
        unit = strongest_unit(trace, mixing[0].name, 0)
        given_by = contributions(trace, unit, block.names)
        assert {source.layer for source in given_by} <= names
        bias = trace.weight(unit.layer, "bias")
        total = sum(given_by.values()) + (0.0 if bias is None else float(bias[0]))
        assert total == pytest.approx(trace.value(unit), rel=1e-3, abs=1e-4)
        names = block.names


def test_a_unit_after_pooling_is_made_from_the_sum_that_won():
    torch.manual_seed(1)
    network = random_network(ZOO["keras-cnn"]).eval()
    trace = capture(network, random_input()[0])
    block = blocks_of(ZOO["keras-cnn"].plan())[1]
    pooled = strongest_unit(trace, "pool2", 3)
    _, row, column = pooled.position
    window = trace.output("conv2")[3, 3 * row : 3 * row + 3, 3 * column : 3 * column + 3]
    down, right = divmod(int(window.argmax()), 3)
    summed = Unit("conv2", (3, 3 * row + down, 3 * column + right))
    assert contributions(trace, pooled, block.names) == contributions(trace, summed, block.names)


def test_an_identity_shortcut_gives_its_own_value_and_sums_of_sums_nothing():
    torch.manual_seed(2)
    network = random_network(ZOO["resnet-mini"]).eval()
    trace = capture(network, random_input()[0])
    same, wider = blocks_of(ZOO["resnet-mini"].plan())[1:3]
    unit = strongest_unit(trace, "res1_add", 4)
    expected = trace.value(Unit("relu1", unit.position))
    assert contributions(trace, unit, same.names) == {MapName("relu1", 4): expected}
    wide = contributions(trace, strongest_unit(trace, "res2_add", 4), wider.names)
    assert len(wide) == 24  # through the shortcut's 1×1 kernels


def test_the_softmax_is_made_from_the_logit_of_its_class():
    torch.manual_seed(3)
    network = random_network(ZOO["dense-30"]).eval()
    trace = capture(network, random_input()[0])
    last = blocks_of(ZOO["dense-30"].plan())[-1]
    logit = contributions(trace, Unit("dense2", (7,)), last.names)
    assert contributions(trace, Unit(SOFTMAX, (7,)), last.names) == logit


def test_a_network_is_counted():
    assert makeup_of(ZOO["default"].plan()) == (6, 1, 1152, 0)
    assert makeup_of(ZOO["lenet5"].plan()) == (3, 1, 120, 10)
    assert makeup_of(ZOO["softmax-regression"].plan()) == (0, 1, 784, 0)
