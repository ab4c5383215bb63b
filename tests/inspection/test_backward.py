"""Backpropagation by hand is autograd's."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch.nn import functional

from handdigit.inspection.backward import Backward, backward, delta_sum, parameter_gradient
from handdigit.inspection.trace import InspectionError, Trace, Unit
from handdigit.network import layers
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.blocks import Inception
from handdigit.network.lenet5_layers import Rescale, ScaledTanh, Subsample2d
from handdigit.network.zoo import ZOO
from tests.inspection.capturing import capture
from tests.recognition.strategies import ZOO_NAMES, architectures, random_input, random_network

torch.set_num_threads(1)
_POOL = layers.MaxPool2d(3, stride=1, padding=1)
IS_SURE = Architecture(
    (
        Rescale(2.0, shift=1.0),
        layers.MaxPool2d(2, stride=3, padding=1),
        layers.Flatten(),
        layers.Linear(10),
    )
)
IS_SATURATED = Architecture(
    (
        layers.MaxPool2d(2),
        layers.MaxPool2d(3),
        layers.BatchNorm2d(),
        layers.Sigmoid(),
        layers.Pad2d(1),
        layers.Flatten(),
        layers.Linear(10),
    )
)
INHERITS_A_CANCELLED_SUM = Architecture(
    (
        layers.MaxPool2d(4),
        layers.BatchNorm2d(),
        layers.ReLU(),
        Subsample2d(1),
        Subsample2d(2),
        Inception(((_POOL,), (_POOL,))),
        Subsample2d(2),
        layers.Flatten(),
        layers.Linear(10),
    )
)


def both_ways(
    architecture: Architecture, dtype: torch.dtype, target: int = 3
) -> tuple[Trace, Backward, float, dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Return ours, and loss, deltas and gradients by autograd."""
    network = random_network(architecture).to(dtype)
    picture = random_input().to(dtype)
    trace = capture(network, picture[0])
    values = network.activations(picture.clone().requires_grad_())
    loss = functional.cross_entropy(values[network.plan[-1].name], torch.tensor([target]))
    parameters = dict(network.named_parameters())
    wanted = [*values.values(), *parameters.values()]
    gradients = torch.autograd.grad(loss, wanted, materialize_grads=True)
    deltas = {n: g[0].numpy() for n, g in zip(values, gradients, strict=False)}
    weights = {n: g.numpy() for n, g in zip(parameters, gradients[len(values) :], strict=True)}
    return trace, backward(trace, target), loss.item(), deltas, weights


def assert_equal(found: np.ndarray, expected: np.ndarray, tolerance: float) -> None:
    assert found.shape == expected.shape
    scale = max(float(np.abs(expected).max()), 1e-30)
    assert float(np.abs(found - expected).max()) <= tolerance * scale


def assert_is_autograds(architecture: Architecture, dtype: torch.dtype, tolerance: float) -> None:
    _, found, loss, deltas, gradients = both_ways(architecture, dtype)
    assert found.loss == pytest.approx(loss, rel=tolerance, abs=tolerance)
    assert found.deltas.keys() == deltas.keys()
    for name, expected in deltas.items():
        assert_equal(found.deltas[name], expected, tolerance)
    assert found.gradients.keys() == gradients.keys()
    for name, expected in gradients.items():
        assert_equal(found.gradients[name], expected, tolerance)


@settings(deadline=None, max_examples=60)
@given(architectures())
def test_all_deltas_and_gradients_of_any_network(architecture: Architecture) -> None:
    assert_is_autograds(architecture, torch.float64, 1e-9)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_all_deltas_and_gradients_in_the_zoo(name: str) -> None:
    assert_is_autograds(ZOO[name], torch.float64, 1e-9)


def assert_is_autograds_in_single_precision(architecture: Architecture) -> None:
    """Compare with autograd in float32, to 1e-5 of the largest number of each tensor.

    Ours are sums in float64 over the float32 activations and weights; torch adds up in
    float32. Where a sum cancels (the bias gradient of a large map: hundreds of δ of both
    signs), torch's rounding is relative to the terms, not to what is left of them, and every δ
    behind it inherits that, as from the first δ, a probability minus 1, where the network is
    sure, or the slope of a saturated unit: such an entry may be off by 1e-5 of what its terms and
    those that they were made of would come to without signs. Numbers too small for float32's full
    precision are left alone.
    """
    trace, found, loss, deltas, gradients = both_ways(architecture, torch.float32)
    assert found.loss == pytest.approx(loss, rel=1e-5, abs=1e-5)
    sizes: dict[Unit, float] = {}
    for name, expected in deltas.items():
        for position in off(found.deltas[name], expected):
            unit = Unit(name, position)
            error = abs(delta_sum(trace, found, unit).total - expected[position])
            assert error <= 1e-5 * size(trace, found, unit, sizes), unit
    for name, expected in gradients.items():
        for position in off(found.gradients[name], expected):
            written_out = parameter_gradient(trace, found, name, position)
            allowed = sum(
                abs(term.factor) * size(trace, found, term.delta_of, sizes)
                for term in written_out.terms
            )
            assert abs(written_out.total - expected[position]) <= 1e-5 * allowed, (name, position)


def size(trace: Trace, found: Backward, unit: Unit, known: dict[Unit, float]) -> float:
    """Return what δ of a unit would come to if nothing cancelled on the way from the loss."""
    if unit.layer == trace.output_name:  # probability minus 1 at the target
        (label,) = unit.position
        return float(found.probabilities[label]) + (label == found.target)
    if unit not in known:
        terms = delta_sum(trace, found, unit).terms
        known[unit] = sum(
            unsigned(trace, term) * size(trace, found, term.delta_of, known) for term in terms
        )
    return known[unit]


UNSIGNED_SLOPES = {
    layers.Sigmoid: lambda y: y * (1 + y),
    layers.Tanh: lambda y: 1 + y**2,
    ScaledTanh: lambda y: 1.7159 * 2 / 3 * (1 + (y / 1.7159) ** 2),
}
"""By what such a unit gives: y (1 - y) and the like are differences of what is rounded as well."""


def unsigned(trace: Trace, term) -> float:
    """Return what a term's factor would come to if nothing cancelled in it."""
    slope = UNSIGNED_SLOPES.get(type(trace.plan[term.delta_of.layer].layer))
    if slope is None:
        return abs(term.factor)
    return float(slope(trace.values[term.delta_of.layer][term.delta_of.position]))


def off(found: np.ndarray, expected: np.ndarray) -> list[tuple[int, ...]]:
    """Return where two tensors differ by more than 1e-5 of the largest number."""
    assert found.shape == expected.shape
    allowed = 1e-5 * np.abs(expected).max() + np.finfo(np.float32).tiny
    return [tuple(map(int, p)) for p in np.argwhere(np.abs(found - expected) > allowed)]


@settings(deadline=None, max_examples=40)
@given(architectures())
@example(INHERITS_A_CANCELLED_SUM)
@example(IS_SURE)
@example(IS_SATURATED)
def test_in_single_precision_any_network(architecture: Architecture) -> None:
    assert_is_autograds_in_single_precision(architecture)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_in_single_precision_in_the_zoo(name: str) -> None:
    assert_is_autograds_in_single_precision(ZOO[name])
    _, found, _, deltas, gradients = both_ways(ZOO[name], torch.float32)
    for ours, torchs in ((found.deltas, deltas), (found.gradients, gradients)):
        assert not any(off(ours[key], expected) for key, expected in torchs.items())


def assert_sums_are_right(architecture: Architecture, seed: int) -> None:
    trace, found, _, deltas, gradients = both_ways(architecture, torch.float64)
    rng = np.random.default_rng(seed)
    for name, expected in deltas.items():
        position = tuple(int(rng.integers(n)) for n in expected.shape)
        written_out = delta_sum(trace, found, Unit(name, position))
        scale = max(written_out.magnitude, abs(expected[position]), 1e-30)
        assert abs(written_out.total - expected[position]) <= 1e-9 * scale
    for name, expected in gradients.items():
        position = tuple(int(rng.integers(n)) for n in expected.shape)
        written_out = parameter_gradient(trace, found, name, position)
        scale = max(written_out.magnitude, abs(expected[position]), 1e-30)
        assert abs(written_out.total - expected[position]) <= 1e-9 * scale


@settings(deadline=None, max_examples=60)
@given(architectures(), st.integers(0, 2**32 - 1))
def test_one_gradient_of_every_kind_written_out(architecture: Architecture, seed: int) -> None:
    assert_sums_are_right(architecture, seed)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_gradients_in_the_zoo_written_out(name: str) -> None:
    assert_sums_are_right(ZOO[name], seed=0)


def test_the_softmax_gradient_is_the_answer_minus_the_truth() -> None:
    trace = capture(random_network(ZOO["small"]), random_input()[0])
    found = backward(trace, 7)
    wanted = np.eye(10)[7]
    assert np.allclose(found.deltas["dense1"], found.probabilities - wanted)
    assert found.loss == pytest.approx(-np.log(found.probabilities[7]))
    written_out = delta_sum(trace, found, Unit("dense1", (7,)))
    assert written_out.total == pytest.approx(found.probabilities[7] - 1)


def test_a_bias_gradient_is_the_sum_of_its_map_of_deltas() -> None:
    trace = capture(random_network(ZOO["lenet5-relu"]), random_input()[0])
    found = backward(trace, 0)
    written_out = parameter_gradient(trace, found, "conv1.bias", (2,))
    assert len(written_out.terms) == 28 * 28
    assert written_out.total == pytest.approx(found.deltas["conv1"][2].sum())


def test_a_unit_is_blamed_through_the_flipped_kernel() -> None:
    trace = capture(random_network(ZOO["lenet5-relu"]), random_input()[0])
    found = backward(trace, 0)
    terms = delta_sum(trace, found, Unit("pool1", (1, 6, 6))).terms
    assert len(terms) == 16 * 25
    kernel = trace.weights["conv2.weight"][0, 1]
    for term in terms[:25]:
        _, row, column = term.delta_of.position
        assert term.factor == kernel[6 - row, 6 - column]


def test_the_json_form_is_plain() -> None:
    trace = capture(random_network(ZOO["small"]), random_input()[0])
    form = parameter_gradient(trace, backward(trace, 0), "conv1.weight", (0, 0, 1, 1)).to_json()
    assert json.loads(json.dumps(form))["kind"] == "Conv2d"


def test_what_there_is_not_is_refused() -> None:
    trace = capture(random_network(ZOO["small"]), random_input()[0])
    with pytest.raises(InspectionError, match="no class 10"):
        backward(trace, 10)
    found = backward(trace, 0)
    with pytest.raises(InspectionError, match=r"There is no parameter conv9\.weight; there are"):
        parameter_gradient(trace, found, "conv9.weight", (0,))
    with pytest.raises(InspectionError, match="has the shape"):
        parameter_gradient(trace, found, "conv1.weight", (0, 0, 5, 0))
    with pytest.raises(InspectionError, match="has no unit"):
        delta_sum(trace, found, Unit(INPUT, (0, 28, 0)))
    with pytest.raises(InspectionError, match="softmax has no δ"):
        delta_sum(trace, found, Unit("softmax", (0,)))
