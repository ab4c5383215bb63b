"""The sum of any unit, computed by ourselves, is what torch computed."""

from __future__ import annotations

import json
import math
from collections import defaultdict

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from handdigit.inspection.arithmetic import explain
from handdigit.inspection.sums import UnitSum
from handdigit.inspection.trace import (
    SOFTMAX,
    InspectionError,
    Trace,
    Unit,
    followers,
    has_unit,
    strongest_unit,
)
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.zoo import ZOO
from tests.inspection.capturing import capture
from tests.recognition.strategies import ZOO_NAMES, architectures, random_input, random_network

torch.set_num_threads(1)
TOLERANCE = {torch.float32: 1e-5, torch.float64: 1e-9}


def trace_of(architecture: Architecture, dtype: torch.dtype, temperature: float = 1.0) -> Trace:
    network = random_network(architecture).to(dtype)
    return capture(network, random_input()[0].to(dtype), temperature)


def random_unit(trace: Trace, layer: str, rng: np.random.Generator) -> Unit:
    return Unit(layer, tuple(int(rng.integers(n)) for n in trace.shape(layer)))


def assert_is_torchs(found: UnitSum, tolerance: float) -> None:
    """Rounding is relative to what is added up: a sum of large terms may be nearly 0."""
    scale = max(abs(found.torch), found.magnitude)
    assert abs(found.output - found.torch) <= tolerance * scale + 1e-30
    assert math.isclose(
        found.sum, found.factor * sum(t.product for t in found.terms) + found.bias, abs_tol=1e-9
    )


@settings(deadline=None, max_examples=100)
@given(architectures(), st.integers(0, 2**32 - 1), st.sampled_from(sorted(TOLERANCE, key=str)))
def test_any_unit_of_any_network(architecture: Architecture, seed: int, dtype: torch.dtype) -> None:
    trace = trace_of(architecture, dtype)
    rng = np.random.default_rng(seed)
    for layer in (*trace.plan, SOFTMAX):
        for _ in range(3):
            assert_is_torchs(explain(trace, random_unit(trace, layer, rng)), TOLERANCE[dtype])


@pytest.mark.parametrize("dtype", TOLERANCE, ids=str)
@pytest.mark.parametrize("name", ZOO_NAMES)
def test_units_of_every_zoo_network(name: str, dtype: torch.dtype) -> None:
    trace = trace_of(ZOO[name], dtype, temperature=1.3)
    rng = np.random.default_rng(0)
    for layer in (INPUT, *trace.plan, SOFTMAX):
        for _ in range(10):
            assert_is_torchs(explain(trace, random_unit(trace, layer, rng)), TOLERANCE[dtype])


@pytest.mark.parametrize("name", ["small", "lenet5", "resnet-mini"])
def test_sums_in_float64_are_equal_even_where_they_cancel(name: str) -> None:
    trace = trace_of(ZOO[name], torch.float64)
    rng = np.random.default_rng(0)
    for layer in trace.plan:
        found = explain(trace, random_unit(trace, layer, rng))
        assert found.output == pytest.approx(found.torch, rel=1e-9, abs=1e-12)


def test_a_convolution_lists_every_product() -> None:
    trace = trace_of(ZOO["small"], torch.float32)
    found = explain(trace, Unit("conv2", (3, 0, 6)))
    assert found.kind == "Conv2d"
    assert len(found.terms) == 16 * 9
    first = found.terms[0]
    assert first.source == Unit("relu1", (0, -1, 5))
    assert first.in_padding
    assert first.value == first.product == 0
    middle = found.terms[9 * 2 + 4]
    assert middle.source == Unit("relu1", (2, 0, 6))
    assert not middle.in_padding
    assert middle.value == trace.values["relu1"][2, 0, 6]
    assert middle.weight == trace.weights["conv2.weight"][3, 2, 1, 1]


def test_a_partial_convolution_lists_only_connected_maps() -> None:
    trace = trace_of(ZOO["lenet5"], torch.float32)
    by_map = defaultdict(int)
    for term in explain(trace, Unit("conv2", (4, 2, 7))).terms:
        by_map[term.source.position[0]] += 1
    assert by_map == {0: 25, 4: 25, 5: 25}


def test_max_pooling_names_its_winner() -> None:
    trace = trace_of(ZOO["alexnet-mini"], torch.float32)
    found = explain(trace, Unit("pool1", (5, 2, 3)))
    assert [t.source.position[1:] for t in found.terms] == [
        (y, x) for y in (4, 5, 6) for x in (6, 7, 8)
    ]
    assert found.winner is not None
    assert found.terms[found.winner].value == found.torch == max(t.value for t in found.terms)


def test_batch_normalisation_shows_its_numbers() -> None:
    trace = trace_of(ZOO["small"], torch.float32)
    found = explain(trace, Unit("norm1", (2, 3, 3)))
    numbers = dict(found.constants)
    assert numbers["mean"] == trace.weights["norm1.running_mean"][2]
    x = found.terms[0].value
    root = math.sqrt(numbers["variance"] + numbers["epsilon"])
    written_out = numbers["scale"] * (x - numbers["mean"]) / root + numbers["shift"]
    assert written_out == pytest.approx(found.torch, rel=1e-5)


def test_the_softmax_adds_up_powers_of_all_logits() -> None:
    trace = trace_of(ZOO["small"], torch.float32, temperature=2.0)
    shares = [explain(trace, Unit(SOFTMAX, (digit,))) for digit in range(10)]
    assert sum(share.output for share in shares) == pytest.approx(1)
    assert [t.value for t in shares[0].terms] == pytest.approx(trace.values["dense1"])
    assert shares[3].winner == 3


def test_before_and_after_the_activation() -> None:
    trace = trace_of(ZOO["resnet-mini"], torch.float32)
    after = followers(trace, Unit("res1_conv1", (1, 2, 3)))
    assert after == (Unit("res1_norm1", (1, 2, 3)), Unit("res1_relu1", (1, 2, 3)))
    assert followers(trace, Unit("res1_conv2", (1, 2, 3))) == (Unit("res1_norm2", (1, 2, 3)),)


def test_the_strongest_unit() -> None:
    trace = trace_of(ZOO["small"], torch.float32)
    assert trace.value(strongest_unit(trace, "relu2")) == trace.values["relu2"].max()
    unit = strongest_unit(trace, "relu2", 7)
    assert unit.position[0] == 7
    assert trace.value(unit) == trace.values["relu2"][7].max()
    assert len(strongest_unit(trace, "dense1").position) == 1


def test_the_json_form_is_plain() -> None:
    trace = trace_of(ZOO["lenet5"], torch.float32)
    for layer in (INPUT, *trace.plan, SOFTMAX):
        found = explain(trace, strongest_unit(trace, layer))
        assert json.loads(json.dumps(found.to_json()))["kind"] == found.kind


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (Unit("conv9", (0, 0, 0)), "There is no layer conv9; there are input, conv1"),
        (Unit("conv1", (0, 14, 0)), "there are channels 0 to 15, rows 0 to 13, columns 0 to 13"),
        (Unit("conv1", (0, -1, 0)), "conv1 has no unit"),
        (Unit("conv1", (0,)), "conv1 has no unit"),
        (Unit(SOFTMAX, (10,)), "there are features 0 to 9"),
    ],
)
def test_units_that_there_are_not_are_refused(unit: Unit, reason: str) -> None:
    with pytest.raises(InspectionError, match=reason):
        explain(trace_of(ZOO["small"], torch.float32), unit)


def test_a_remembered_place_is_a_unit_only_where_the_network_has_it():
    architecture = ZOO["small"]
    last = architecture.plan()[-1].name
    assert has_unit(architecture, Unit(last, (9,)))
    for place in (Unit(last, (10,)), Unit(last, (-1,)), Unit(last, ()), Unit("elsewhere", ())):
        assert not has_unit(architecture, place), place
