"""Rules of normalisation: every value is scaled and shifted."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from handdigit.inspection.rules.kernels import PRODUCTS
from handdigit.inspection.rules.rule import Place, Rule, fixed
from handdigit.inspection.sums import Form
from handdigit.inspection.trace import Trace, Values
from handdigit.network.architecture import PlannedLayer
from handdigit.network.layers import NORM_EPSILON


class Normalisation(NamedTuple):
    """The numbers of a batch normalisation, (channels,) each."""

    mean: Values
    variance: Values
    scale: Values
    shift: Values

    @property
    def deviation(self) -> Values:
        """√(variance + epsilon)."""
        return np.sqrt(self.variance + NORM_EPSILON)


def normalisation_of(trace: Trace, name: str) -> Normalisation:
    """Return the numbers of a batch normalisation."""
    found = [trace.weight(name, part) for part in ("running_mean", "running_var", "weight", "bias")]
    mean, variance, scale, shift = (part for part in found if part is not None)
    return Normalisation(mean, variance, scale, shift)


class Normalising(Rule):
    """Batch normalisation in use: scale · (x - mean) / √(variance + epsilon) + shift."""

    form = Form(
        before="{scale} · (",
        after=" - {mean}) / √({variance} + {epsilon}) + {shift}",
        symbols="γ · (x − μ) / √(σ² + ε) + β",
        result=lambda x, n: (
            n["scale"] * (x - n["mean"]) / math.sqrt(n["variance"] + n["epsilon"]) + n["shift"]
        ),
    )

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the factor of each map."""
        norm = normalisation_of(trace, planned.name)
        return np.asarray((norm.scale / norm.deviation)[:, None, None])

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return shift - factor · mean."""
        norm = normalisation_of(trace, planned.name)
        return float((norm.shift - norm.scale / norm.deviation * norm.mean)[place[0]])

    def constants(
        self, trace: Trace, planned: PlannedLayer, place: Place
    ) -> tuple[tuple[str, float], ...]:
        """Return its numbers for one map."""
        norm = normalisation_of(trace, planned.name)
        mean, variance, scale, shift = (float(part[place[0]]) for part in norm)
        names = ("mean", "variance", "epsilon", "scale", "shift")
        return tuple(zip(names, (mean, variance, NORM_EPSILON, scale, shift), strict=True))

    def multiplied(self, trace: Trace, planned: PlannedLayer, parameter: str) -> Values | None:
        """Return the standardised values for the scale."""
        if parameter == "bias":
            return super().multiplied(trace, planned, parameter)
        norm = normalisation_of(trace, planned.name)
        centred = trace.output(planned.inputs[0]) - norm.mean[:, None, None]
        return np.asarray(centred / norm.deviation[:, None, None])


class Scaling(Rule):
    """scale · x + shift, both fixed."""

    form = PRODUCTS._replace(symbols="x · a + b")

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the scale."""
        return np.full((1, 1, 1, 1, 1), fixed(planned, "scale"))

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return the shift."""
        return fixed(planned, "shift")
