"""Rules of activation functions: every value by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from handdigit.inspection.rules.rule import Place, Rule, as_maps
from handdigit.inspection.sums import Form, UnitSum
from handdigit.inspection.trace import Trace, Values
from handdigit.network.architecture import PlannedLayer


class Function(Rule):
    """An activation function of every value.

    Args:
        value: the function, of arrays.
        slope: its derivative, of its inputs.
        before: what stands before the value where it is written, with brackets opened.
        after: what stands after it.
    """

    def __init__(
        self,
        value: Callable[[Values], Values],
        slope: Callable[[Values], Values],
        before: str,
        after: str = ")",
    ) -> None:
        """Keep them."""
        self.value, self.slope = value, slope
        symbols = f"{before}x{after}".replace("-", "−")
        self.form = Form(before=before, after=after, symbols=symbols, result=self._result)

    def _result(self, x: float, _numbers: Mapping[str, float]) -> float:
        return float(self.value(np.array(x)))

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the derivative at every value."""
        values = trace.output(planned.inputs[0])
        return np.asarray(self.slope(values)).reshape(as_maps(values.shape))

    def weights(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return 1: the function is applied to the value itself."""
        return np.ones((1, 1, 1))

    def output(self, found: UnitSum) -> float:
        """Return the function's value."""
        return float(self.value(np.array(found.sum)))


def sigmoid(values: Values) -> Values:
    """Return 1 / (1 + exp(-x)) of every value."""
    power = np.exp(-np.abs(values))  # exp of a large number would overflow
    return np.asarray(np.where(values >= 0, 1.0, power) / (1 + power))
