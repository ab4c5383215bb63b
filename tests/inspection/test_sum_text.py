"""What is copied is true: every line is an equation, and the last one gives torch's value."""

from __future__ import annotations

import csv
import io
import re

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from handdigit.inspection.arithmetic import explain
from handdigit.inspection.rules.table import RULES
from handdigit.inspection.sums import UnitSum, as_csv, as_latex, as_text
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.blocks import Add, Concat
from handdigit.network.layers import LAYERS
from handdigit.network.zoo import ZOO
from tests.inspection.capturing import capture
from tests.inspection.expressions import plain, value_of
from tests.recognition.strategies import ZOO_NAMES, architectures, random_input, random_network

torch.set_num_threads(1)


def from_latex(text: str) -> str:
    """Return the sides of the equation as expressions, with " = " between them."""
    lines = text.splitlines()
    assert (lines[0], lines[-1]) == (r"\begin{align*}", r"\end{align*}")
    body = re.sub(r"\\\\|&|\\quad", " ", " ".join(lines[1:-1]))
    body = re.sub(r"\\mathrm\{[^{}]*\}", "", body)
    body = re.sub(r"10\^\{(-?\d+)\}", r"10**(\1)", body)
    body = re.sub(r"\\sqrt\{([^{}]*)\}", r"sqrt(\1)", body)
    body = body.replace(r"\cdot", "*").replace("^2", "**2")
    return re.sub(r"\\(exp|tanh|max)", r"\1", body)


def agree(left: float, right: float, scale: float) -> bool:
    """Compare within the digits shown, of what is added up."""
    return abs(left - right) <= 1e-7 * max(scale, abs(left), abs(right)) + 1e-12


def assert_text_is_true(found: UnitSum) -> None:
    lines = plain(as_text(found)).splitlines()
    parts = []
    for line in lines[1:-2]:
        if line.startswith("  "):
            written = line.partition(": ")[2].removesuffix("  (padding)")
            sides = [value_of(side) for side in written.split(" = ")]
            numbers = map(float, re.findall(r"[\d.]+(?:e[+-]\d+)?", written.split(" = ")[0]))
            scale = max(numbers) ** 2 if "**2" in written else abs(sides[0])
            assert agree(sides[0], sides[-1], scale), line
            parts.append(sides[-1])
        elif " = " in line:
            name, _, result = line.partition(" = ")
            joined = max(parts) if "largest" in name else sum(parts)
            assert agree(value_of(result), joined, sum(map(abs, parts))), line
    scale = max(found.magnitude, sum(map(abs, parts)))
    sides = [value_of(side) for side in lines[-2].removeprefix("output = ").split(" = ")]
    assert all(agree(side, found.output, scale) for side in sides), lines[-2]
    shown = value_of(lines[-1].removeprefix("torch  = "))
    assert abs(sides[0] - shown) <= 1e-5 * max(scale, abs(shown), 1e-30), found.unit


def assert_latex_is_true(found: UnitSum) -> None:
    text = as_latex(found)
    *_, written, result = (side for side in from_latex(text).split(" = ") if side.strip("= "))
    scale = max(found.magnitude, abs(found.torch), 1e-30)
    for side in (written, result):
        assert abs(value_of(side.strip("= ")) - found.torch) <= 1e-5 * scale, text


def assert_csv_is_true(found: UnitSum) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(found))))
    header, terms = rows[0], [row for row in rows[1:] if row[1]]
    numbers = {row[0]: float(row[-1]) for row in rows[1:] if not row[1]}
    for row in terms:
        value, weight, product = map(float, row[4:])
        if header[-1] == "product":
            assert product == pytest.approx(value * weight)
        else:
            written = plain(header[-1]).replace("value", f"({value!r})")
            written = written.replace("weight", f"({weight!r})")
            written = written.replace("largest", f"({numbers.get('largest')!r})")
            assert product == pytest.approx(value_of(written))
    total = numbers["coefficient"] * sum(float(row[-1]) for row in terms) + numbers["bias"]
    assert agree(numbers["sum"], total, found.magnitude)
    scale = max(found.magnitude, abs(found.torch), 1e-30)
    assert abs(numbers["output"] - numbers["torch"]) <= 1e-5 * scale


def assert_is_true(found: UnitSum) -> None:
    assert_text_is_true(found)
    assert_latex_is_true(found)
    assert_csv_is_true(found)


def random_unit(trace: Trace, layer: str, rng: np.random.Generator) -> Unit:
    return Unit(layer, tuple(int(rng.integers(n)) for n in trace.shape(layer)))


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_what_is_copied_of_any_unit_in_the_zoo(name: str) -> None:
    trace = capture(random_network(ZOO[name]), random_input()[0], temperature=1.373)
    rng = np.random.default_rng(7)
    for layer in (INPUT, *trace.plan, SOFTMAX):
        for _ in range(3):
            assert_is_true(explain(trace, random_unit(trace, layer, rng)))


@settings(deadline=None, max_examples=60)
@given(architectures(), st.integers(0, 2**32 - 1))
def test_what_is_copied_of_any_unit(architecture: Architecture, seed: int) -> None:
    trace = capture(random_network(architecture), random_input()[0])
    rng = np.random.default_rng(seed)
    for layer in (*trace.plan, SOFTMAX):
        assert_is_true(explain(trace, random_unit(trace, layer, rng)))


EVERY_TYPE = Architecture.parse("""
Rescale(0.5, shift=-0.1)
Pad2d(2, value=-0.3)
PartialConv2d([[0], [0]], kernel=5)
BatchNorm2d()
ScaledTanh()
Subsample2d(2)
Inception([[Conv2d(3, kernel=3, padding=1), ReLU()], [MaxPool2d(3, stride=1, padding=1)]])
AvgPool2d(2)
Residual([Conv2d(5, kernel=1), Tanh()])
Inception([[GlobalAvgPool2d()], [Flatten()]])
Sigmoid()
Dropout(0.5)
Linear(84)
Rbf()
Rescale(0.05)
""")


def test_what_is_copied_of_every_layer_type() -> None:
    """Every type of the table is in one network, and every corner and middle is evaluated."""
    types = {type(planned.layer) for planned in EVERY_TYPE.plan()}
    assert types == {*LAYERS, Add, Concat} == set(RULES)
    trace = capture(random_network(EVERY_TYPE), random_input()[0], temperature=0.7)
    for layer in (INPUT, *trace.plan, SOFTMAX):
        shape = trace.shape(layer)
        for at in (0.0, 0.5, 0.999):
            assert_is_true(explain(trace, Unit(layer, tuple(int(at * n) for n in shape))))


def test_the_softmax_and_a_subsampling_are_written_with_all_their_numbers() -> None:
    trace = capture(random_network(ZOO["lenet5"]), random_input()[0], temperature=1.373)
    assert as_text(explain(trace, Unit(SOFTMAX, (3,)))).count("/ 1.373") == 11
    trace.weights["sub1.weight"][2] = 0.25  # type: ignore[index]
    found = explain(trace, Unit("sub1", (2, 3, 4)))
    assert "output = 0.25 · (" in as_text(found)
    assert r"0.25 \cdot (" in as_latex(found)
    assert "coefficient,,,,,,0.25" in as_csv(found)
