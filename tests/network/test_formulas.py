"""Formulas in words agree with the numbers they explain."""

from __future__ import annotations

import re

import pytest

from handdigit.network.layer import Layer, Weighted
from handdigit.network.zoo import ZOO


def result_of(formula: str) -> float:
    return eval(re.sub(r"(\d+)²", r"\1**2", formula.replace("·", "*").replace("−", "-")))


@pytest.mark.parametrize("name", ZOO)
def test_every_formula_comes_out_at_what_the_plan_says(name):
    for planned in ZOO[name].plan():
        if not isinstance(planned.layer, Layer):
            assert planned.parameter_count == planned.operation_count == 0
            continue
        formula = planned.layer.parameter_formula(planned.input_shape)
        assert result_of(formula or "0") == planned.parameter_count
        if planned.layer.window is not None:
            size = planned.layer.window.size_formula(planned.input_shape[1])
            assert int(re.findall(r"\d+", size)[-1]) == planned.output_shape[1] or "." in size
            assert int(result_of(size.split(" = ")[0])) == planned.output_shape[1]
        if isinstance(planned.layer, Weighted):
            assert planned.operation_count > 0


def test_known_counts_of_multiply_adds():
    """LeNet-5's C3 has 60 kernels of 25 products at each of 10 × 10 places."""
    lenet = {planned.name: planned for planned in ZOO["lenet5"].plan()}
    assert lenet["conv1"].operation_count == 6 * 28 * 28 * 25
    assert lenet["conv2"].operation_count == 60 * 25 * 10 * 10
    assert lenet["sub1"].operation_count == 6 * 14 * 14
    assert ZOO["softmax-regression"].operation_count == 784 * 10
