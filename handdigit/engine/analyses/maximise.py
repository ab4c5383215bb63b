"""The analysis behind the Maximise panel: a climb, told every few steps."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from handdigit.attribution.maximisation import Objective, Scale, climb, noise
from handdigit.engine.protocol.requests import LAST_STEP, Ascend, Ascended
from handdigit.recognition.recogniser import Recogniser

BUDGET_S = 0.025
"""How long it climbs before the pen's answers come in between."""
STEPS = 8
"""How many steps it takes at most before it tells, so that the climb can be watched."""


def ascend(recogniser: Recogniser, request: Ascend) -> Generator[Ascended, None, Ascended]:
    """Climb from a picture, or from noise, to the last step or where no pixel helps.

    Raises:
        InspectionError: the network has no such unit.
    """
    picture = noise() if request.picture is None else request.picture
    answer = _climbed(recogniser, request, picture, request.step)
    while not answer.stuck and answer.step < LAST_STEP:
        yield answer
        answer = _climbed(recogniser, request, answer.picture, answer.step)
    return answer


def _climbed(
    recogniser: Recogniser, request: Ascend, picture: NDArray[np.float32], step: int
) -> Ascended:
    """Return where a few more steps lead."""
    found = climb(
        recogniser.network,
        Scale(recogniser.info.mean, recogniser.info.std),
        Objective(request.layer, request.channel, request.whole),
        picture,
        first=step,
        steps=min(STEPS, LAST_STEP - step),
        smoothing=request.smoothing,
        budget_s=BUDGET_S,
    )
    grey = np.rint(found.picture * 255).astype(np.uint8)
    probabilities = recogniser.probabilities(grey[None])[0]
    return Ascended(
        found.picture, grey, found.step, found.value, found.stuck, tuple(map(float, probabilities))
    )
