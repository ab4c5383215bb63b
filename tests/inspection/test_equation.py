"""What the window writes is true as it is written: its printed operands give its printed result."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from handdigit.inspection.arithmetic import explain
from handdigit.inspection.backward import backward, delta_sum, parameter_gradient
from handdigit.inspection.equation import (
    DIGITS,
    delta_equation,
    equation,
    gradient_equation,
    score_equation,
    term_equation,
)
from handdigit.inspection.sums import UnitSum
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.network.architecture import INPUT
from handdigit.network.zoo import ZOO
from tests.inspection.capturing import capture
from tests.inspection.expressions import plain, value_of
from tests.inspection.test_sum_text import EVERY_TYPE
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)


def assert_holds(written: str) -> float:
    """Check that the sides of an equation agree in the digits of its result; return that."""
    *sides, result = (plain(side) for side in written.split(" = "))
    shown = value_of(result)
    for side in sides:
        assert float(f"{value_of(side):.{DIGITS}g}") == shown, written
    return shown


def assert_is(shown: float, exact: float) -> None:
    assert shown == pytest.approx(exact, rel=0.51 * 10 ** (1 - DIGITS), abs=1e-300)


def assert_true(found: UnitSum) -> None:
    written = equation(found)
    numbers = f"{written.numbers} = {written.result}" if written.numbers else written.result
    assert_is(assert_holds(numbers), found.output)
    for term in (*found.terms[:5], *found.terms[-5:]):
        assert_is(assert_holds(term_equation(found, term)), found.part(term))


def units(trace: Trace, count: int) -> list[Unit]:
    rng = np.random.default_rng(1)
    return [
        Unit(layer, tuple(int(rng.integers(n)) for n in trace.shape(layer)))
        for layer in (INPUT, *trace.plan, SOFTMAX)
        for _ in range(count)
    ]


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_equations_of_units_in_the_zoo(name):
    trace = capture(random_network(ZOO[name]), random_input()[0], temperature=1.373)
    for unit in units(trace, 3):
        assert_true(explain(trace, unit))


def test_equations_of_every_layer_type():
    trace = capture(random_network(EVERY_TYPE), random_input()[0], temperature=0.7)
    for unit in units(trace, 20):
        assert_true(explain(trace, unit))


@pytest.mark.parametrize("name", ["lenet5", "resnet-mini", "inception-mini", "dense-30"])
def test_equations_of_derivatives(name):
    trace = capture(random_network(ZOO[name]), random_input()[0])
    found = backward(trace, 3)
    for unit in units(trace, 2):
        if unit.layer == SOFTMAX:
            continue
        if unit.layer == trace.output_name:
            written = score_equation(found, unit)
            assert_is(value_of(plain(written.result)), found.deltas[unit.layer][unit.position])
            if written.numbers:
                assert_holds(f"{written.numbers} = {written.result}")
            continue
        delta = delta_sum(trace, found, unit)
        sums = [delta]
        for part in ("weight", "bias"):
            gradient = found.gradients.get(f"{unit.layer}.{part}")
            if gradient is not None:
                index = tuple(n // 2 for n in gradient.shape)
                sums.append(parameter_gradient(trace, found, f"{unit.layer}.{part}", index))
        for one in sums:
            written = gradient_equation(one, "Σ")
            sides = filter(None, (written.numbers, written.result))
            assert_is(assert_holds(" = ".join(sides)), one.total)
            for term in one.terms[:5]:
                assert_is(assert_holds(delta_equation(term)), term.product)


def test_more_digits_where_four_would_not_be_true():
    trace = capture(random_network(ZOO["default"]), random_input()[0])
    found = explain(trace, Unit("norm1", (3, 5, 6)))
    text = str(equation(found))
    assert text.startswith("γ · (x − μ) / √(σ² + ε) + β = ")
    assert "0.00001" in text
    numbers = dict(found.constants)
    x = found.terms[0].value
    root = math.sqrt(numbers["variance"] + numbers["epsilon"])
    output = numbers["scale"] * (x - numbers["mean"]) / root + numbers["shift"]
    assert text.endswith(f" = {output:.4g}".replace("-", "−"))
