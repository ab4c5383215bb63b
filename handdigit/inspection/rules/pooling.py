"""Rules of pooling: the mean or the largest of the values under a window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from handdigit.inspection.rules.rule import Place, Rule, padded, taps
from handdigit.inspection.sums import Form, Term
from handdigit.inspection.trace import Trace, Values
from handdigit.network.architecture import PlannedLayer
from handdigit.network.layer import Window


class Mean(Rule):
    """The mean of the values under a window; padding counts as zeros, as it does in torch."""

    form = Form(
        before="(",
        after=") / {count}",
        symbols="Σ x / n",
        result=lambda joined, n: joined / n["count"],
    )

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the same share for all."""
        return np.full((1, 1, 1, 1, 1), 1 / self.window(planned).kernel ** 2)


class WholeMean(Mean):
    """The mean of a whole map."""

    def window(self, planned: PlannedLayer) -> Window:
        """Return one as large as the map; maps are square."""
        return Window(planned.input_shape[1])


class ScaledMean(Mean):
    """A mean times a trained coefficient, plus a trained bias."""

    form = Form(
        before="{factor} · (",
        after=") / {count} + {bias}",
        symbols="w · Σ x / n + b",
        result=lambda joined, n: n["factor"] * joined / n["count"] + n["bias"],
    )

    def factor(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return the coefficient of the map."""
        return float(trace.weights[f"{planned.name}.weight"][place[0]])

    def weights(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return a share each, without the coefficient."""
        return super().slope_maps(trace, planned)[:, :, 0, 0]

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the share times the coefficient."""
        weight = trace.weights[f"{planned.name}.weight"].astype(np.float64)
        return super().slope_maps(trace, planned) * weight[:, None, None]

    def multiplied(self, trace: Trace, planned: PlannedLayer, parameter: str) -> Values | None:
        """Return the means for the coefficient."""
        if parameter == "bias":
            return super().multiplied(trace, planned, parameter)
        maps, window = trace.output(planned.inputs[0]), self.window(planned)
        parts = [maps[:, y, x] for _, _, y, x in taps(window, *planned.output_shape[1:])]
        return np.asarray(np.mean(parts, 0))


class Maximum(Rule):
    """The largest value under a window; of equal ones the first, as torch takes it."""

    form = Form(before="max(", between=", ", after=")", joined="largest value", symbols="max(x)")
    reads_padding = False  # padding never wins

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return 1 for the winner of each window, else 0."""
        window, kernel = self.window(planned), self.window(planned).kernel
        low = padded(trace.output(planned.inputs[0]), window.padding, -np.inf)
        places = planned.output_shape[1:]
        under = np.stack([low[:, rows, columns] for _, _, rows, columns in taps(window, *places)])
        won = np.arange(kernel**2)[:, None, None, None] == under.argmax(0)
        won = won.reshape(kernel, kernel, *planned.output_shape)
        return np.asarray(won, np.float64)

    def winner(self, terms: Sequence[Term]) -> int | None:
        """Return the number of the largest."""
        return next(i for i, term in enumerate(terms) if term.weight)
