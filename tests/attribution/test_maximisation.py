"""Climbing a unit's gradient."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from handdigit.attribution.maximisation import Objective, Scale, climb, noise
from handdigit.engine.protocol.requests import LAST_STEP, Ascend
from handdigit.inspection.trace import InspectionError
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import build_network
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.engine.analysing import analysed

SCALE = Scale(0.1307, 0.3081)


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


@pytest.mark.parametrize("name", ZOO)
def test_every_network_can_be_climbed_from_its_first_layer_to_its_last(name):
    torch.manual_seed(1)
    network = build_network(ZOO[name]).eval()
    for planned in (network.plan[0], network.plan[len(network.plan) // 2], network.plan[-1]):
        objective = Objective(planned.name, planned.output_shape[0] - 1)
        start = climb(network, SCALE, objective, noise(), steps=1)
        end = climb(network, SCALE, objective, start.picture, first=1, steps=15)
        assert end.stuck or end.step == 16
        assert np.isfinite(end.value)
        assert 0 <= end.picture.min() <= end.picture.max() <= 1


@pytest.mark.parametrize("digit", [0, 3, 7])
def test_a_logit_climbs_until_the_network_reads_its_digit(recogniser, digit):
    last = recogniser.network.plan[-1].name
    told, answer = analysed(recogniser, Ascend(last, digit, step=LAST_STEP - 60))
    assert len(told) > 5, "it can be watched"
    assert answer.step == LAST_STEP
    assert answer.value > told[0].value
    assert int(np.argmax(answer.probabilities)) == digit


def test_a_climb_in_pieces_ends_where_one_in_one_go_does(recogniser):
    objective = Objective("conv2", 5)
    whole = climb(recogniser.network, SCALE, objective, noise(), steps=7)
    first = climb(recogniser.network, SCALE, objective, noise(), steps=3)
    second = climb(recogniser.network, SCALE, objective, first.picture, first=first.step, steps=4)
    assert np.array_equal(whole.picture, second.picture)
    assert whole.step == second.step == 7


def test_the_unit_in_the_middle_only_needs_what_it_sees(recogniser):
    start = np.full((28, 28), 0.2, np.float32)
    end = climb(
        recogniser.network, SCALE, Objective("conv1", 2, whole=False), start, steps=5, smoothing=0
    )
    changed = np.argwhere(np.abs(end.picture - start * 0.99**5) > 1e-6)
    assert np.ptp(changed, axis=0).max() < 5 + 2, "its kernel and the jitter"


def test_time_is_kept_but_one_step_is_always_taken(recogniser):
    objective = Objective("conv2", 0)
    assert climb(recogniser.network, SCALE, objective, noise(), steps=50, budget_s=0).step == 1


def test_a_dead_unit_is_reported(recogniser):
    torch.manual_seed(1)
    network = build_network(ZOO["lenet5-relu"]).eval()
    with torch.no_grad():
        network.conv1.bias.fill_(-100)
    found = climb(network, SCALE, Objective("relu1", 0), noise(), steps=3)
    assert found.stuck
    assert np.array_equal(found.picture, noise())


@pytest.mark.parametrize(("layer", "channel"), [("nothing", 0), ("conv1", 32)])
def test_what_the_network_has_not_is_refused(recogniser, layer, channel):
    with pytest.raises(InspectionError, match=layer):
        climb(recogniser.network, SCALE, Objective(layer, channel), noise())
