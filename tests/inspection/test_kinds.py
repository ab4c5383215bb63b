"""Every kind of layer says what it is for, and its formulas come to what its layers have."""

from __future__ import annotations

import re
from math import prod

import pytest

from handdigit.inspection.kinds import (
    INPUT_KIND,
    KINDS,
    POINTWISE,
    SOFTMAX_KIND,
    kind_of,
    operation_formula,
    parameter_formula,
)
from handdigit.inspection.trace import SOFTMAX
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.blocks import Add, Concat
from handdigit.network.layers import LAYERS
from handdigit.network.zoo import ZOO
from tests.inspection.expressions import value_of
from tests.inspection.test_sum_text import EVERY_TYPE

PLANNED = {type(planned.layer): planned for planned in EVERY_TYPE.plan()}


def assert_true(formula: str, count: int) -> None:
    """Check ``64 · (32 · 3²) = 18,432``, and that it comes to ``count``."""
    *sides, result = formula.replace(",", "").split(" = ")
    assert int(result) == count
    for side in sides:
        assert value_of(side.replace("²", "**2").replace("·", "*")) == count


@pytest.mark.parametrize("kind", [*LAYERS, Add, Concat], ids=lambda kind: kind.__name__)
def test_every_kind_says_what_it_is_for(kind):
    planned = PLANNED[kind]
    told = kind_of(planned.name, planned)
    assert told is KINDS[kind] or told is POINTWISE
    assert told.title
    assert re.fullmatch(r"[^.]+\.", told.does(planned))
    assert len(re.findall(r"[.:] |\.$", told.purpose)) >= 2
    assert told.purpose.endswith(".")
    if planned.parameter_count:
        assert_true(parameter_formula(planned), planned.parameter_count)
    else:
        assert parameter_formula(planned) == ""
    if planned.operation_count:
        assert_true(operation_formula(planned), planned.operation_count)
    else:
        assert operation_formula(planned) == ""


@pytest.mark.parametrize("kind", [*LAYERS, Add, Concat], ids=lambda kind: kind.__name__)
def test_the_size_formula_gives_the_size(kind):
    for architecture in (EVERY_TYPE, *ZOO.values()):
        for planned in architecture.plan():
            if type(planned.layer) is not kind:
                continue
            told = kind_of(planned.name, planned).size(planned)
            result = re.split(r" = | → ", told)[-1]
            shape = planned.output_shape
            for equation in told.split("; "):
                if " = " in equation and " → " not in equation:
                    left, right = equation.split(" = ")
                    plain = left.replace("·", "*").replace("−", "-")
                    assert value_of(plain) == float(right)
            expected = {shape[-1], shape[0], prod(shape), " × ".join(map(str, shape))}
            assert result in {str(each) for each in expected}


def test_input_and_softmax_and_1x1_are_kinds_of_their_own():
    assert kind_of(INPUT, None) is INPUT_KIND
    assert kind_of(SOFTMAX, None) is SOFTMAX_KIND
    assert kind_of(SOFTMAX, None).does(None).endswith(".")
    bottleneck = next(p for p in ZOO["inception-mini"].plan() if p.name == "inc1_b1_conv1")
    assert kind_of(bottleneck.name, bottleneck) is POINTWISE


def test_the_formulas_of_lenets_table_and_subsampling():
    plan = {planned.name: planned for planned in ZOO["lenet5"].plan()}
    assert parameter_formula(plan["conv2"]) == "60 · 5² + 16 = 1,516"
    assert operation_formula(plan["conv2"]) == "10 · 10 · 60 · 5² = 150,000"
    assert parameter_formula(plan["sub1"]) == "2 · 6 = 12"
    assert operation_formula(plan["sub1"]) == "6 · 14 · 14 = 1,176"


def test_all_operations_of_every_network_are_written_out():
    for architecture in ZOO.values():
        for planned in architecture.plan():
            if planned.operation_count:
                assert_true(operation_formula(planned), planned.operation_count)


def test_a_layer_that_divides_unevenly_is_sized_with_the_floor():
    planned = Architecture.parse("Conv2d(4, kernel=3, stride=2)\nFlatten()\nLinear(10)\n").plan()[0]
    assert kind_of("conv1", planned).size(planned) == "(28 − 3)/2 + 1 = 13.5 → 13"


def test_a_pool_says_what_it_keeps_in_its_own_numbers():
    pool = next(p for p in ZOO["default"].plan() if p.name == "pool1")
    assert kind_of("pool1", pool).does(pool) == "Keeps the largest value of every 2×2."
