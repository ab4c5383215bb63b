"""Formulas in words agree with the numbers they explain."""

from __future__ import annotations

import re

import pytest

from handdigit.core.formulas import parameter_formula, size_formula
from handdigit.core.zoo import ZOO


@pytest.mark.parametrize("name", ZOO)
def test_every_formula_comes_out_at_what_the_plan_says(name):
    for planned in ZOO[name].plan():
        formula = parameter_formula(planned)
        if planned.parameter_count == 0:
            assert formula is None
        else:
            left, _, right = formula.partition(" = ")
            expression = re.sub(r"(\d+)²", r"\1**2", left.replace("·", "*"))
            assert eval(expression) == planned.parameter_count == int(right.replace(",", ""))
        size = size_formula(planned)
        if size is not None:
            assert int(re.findall(r"\d+", size)[-1]) == planned.output_shape[1] or "." in size
            left = size.split(" = ")[0].replace("·", "*").replace("−", "-")
            assert int(eval(left)) == planned.output_shape[1]
