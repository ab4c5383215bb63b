"""The analysis behind the Maximise panel: a few steps of a climb at a time."""

from __future__ import annotations

import numpy as np

from handdigit.engine.requests import Ascend, Ascended
from handdigit.inspection.maximisation import Objective, Scale, climb, noise
from handdigit.models.recogniser import Recogniser

BUDGET_S = 0.025
"""How long one request may climb; the pen's answers come in between."""
STEPS = 8
"""How many steps one request takes at most, so that the climb can be watched."""


def ascend(recogniser: Recogniser, request: Ascend) -> Ascended:
    """Return the picture a few steps further up, or the noise to start from.

    Raises:
        InspectionError: the network has no such unit.
    """
    start = noise() if request.picture is None else request.picture
    found = climb(
        recogniser.network,
        Scale(recogniser.info.mean, recogniser.info.std),
        Objective(request.layer, request.channel, request.whole),
        start,
        first=request.step,
        steps=STEPS,
        smoothing=request.smoothing,
        budget_s=BUDGET_S,
    )
    grey = np.rint(found.picture * 255).astype(np.uint8)
    probabilities = recogniser.probabilities(grey[None])[0]
    return Ascended(
        found.picture, grey, found.step, found.value, found.stuck, tuple(map(float, probabilities))
    )
