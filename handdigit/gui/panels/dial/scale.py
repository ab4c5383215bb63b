"""A dial's steps, ticks and numbers as text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.perturb import RANGES, Dial
from handdigit.number_format import real_minus

STEPS = 41
"""Values at which the networks are asked."""
_TICKS: dict[Dial, tuple[float, ...]] = {
    Dial.ROTATE: (-90, -60, -30, 0, 30, 60, 90),
    Dial.ACROSS: (-14, -7, 0, 7, 14),
    Dial.DOWN: (-14, -7, 0, 7, 14),
    Dial.SCALE: (0.5, 1, 1.5, 2),
    Dial.THICKEN: (0.5, 1, 1.5, 2, 2.5),
    Dial.NOISE: (0, 0.25, 0.5, 0.75, 1),
}


def dial_values(dial: Dial) -> tuple[float, ...]:
    """Return the values from end to end; the neutral one is exactly among them."""
    low, high, neutral = RANGES[dial]
    below = round((STEPS - 1) * (neutral - low) / (high - low))
    values = np.concatenate(
        [
            np.linspace(low, neutral, below, endpoint=False),
            np.linspace(neutral, high, STEPS - below),
        ]
    )
    return tuple(float(value) for value in values)


def neutral_step(dial: Dial) -> int:
    """Return the index of the value at which the drawing is as it was drawn."""
    return dial_values(dial).index(RANGES[dial].neutral)


def held(probabilities: NDArray[np.float64], digit: int, start: int) -> tuple[int, int] | None:
    """Return the first and last step around ``start`` up to which ``digit`` is read.

    Args:
        probabilities: (N, classes), NaN where nothing is read.
        digit: the class that is to be the most probable one.
        start: the step to begin at; None is returned if another digit is read there.
    """
    reads = ~np.isnan(probabilities[:, 0])
    reads[reads] = probabilities[reads].argmax(axis=1) == digit
    if not reads[start]:
        return None
    lost = np.flatnonzero(~reads)
    below, above = lost[lost < start], lost[lost > start]
    first = int(below[-1]) + 1 if below.size else 0
    last = int(above[0]) - 1 if above.size else len(reads) - 1
    return first, last


def dial_ticks(dial: Dial) -> tuple[float, ...]:
    """Return round values to write under the axis."""
    return _TICKS[dial]


def dial_text(dial: Dial, value: float) -> str:
    """Return a value with its unit."""
    match dial:
        case Dial.ROTATE:
            text = f"{value:+.0f}°" if value else "0°"
        case Dial.ACROSS | Dial.DOWN:
            text = f"{value:+.3g}\N{NO-BREAK SPACE}px" if value else "0\N{NO-BREAK SPACE}px"
        case Dial.SCALE | Dial.THICKEN:
            text = f"×\N{NO-BREAK SPACE}{value:.3g}"
        case Dial.NOISE:
            text = f"{value:.3g}"
    return real_minus(text)
