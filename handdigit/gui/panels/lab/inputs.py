"""The Lab's inputs: the drawing, and small examples."""

from __future__ import annotations

from enum import Enum

import numpy as np

from handdigit.ink.normalise import SIDE
from handdigit.network.convolution import Padding, Sliding, Values
from handdigit.network.recognition import Recognition
from handdigit.network.signals import HEARTBEAT


class Source(Enum):
    """Where the input comes from."""

    DRAWING = "drawing"
    EDGE = "edge"
    GRID = "grid"
    SIGNAL = "signal"
    HEARTBEAT = "heartbeat"

    @property
    def dimensions(self) -> int:
        """Return 1 for signals, 2 for pictures."""
        return 1 if self in (Source.SIGNAL, Source.HEARTBEAT) else 2


EDGE: Values = np.repeat([[10.0, 10.0, 10.0, 0.0, 0.0, 0.0]], 6, axis=0)
"""The vertical edge of many a course: bright on the left, dark on the right."""
SQUARE: Values = np.pad(np.ones((4, 4)), 2)
"""What the small grid starts with: every kind of edge and corner once."""
STEP: Values = np.array([0, 1, 0, 1, 0, 5, 4, 6, 5, 4, 6, 5, 1, 0, 1, 0], np.float64)
"""What the signal starts with: two steps and some noise."""

EXAMPLES = {
    Source.EDGE: EDGE,
    Source.GRID: SQUARE,
    Source.SIGNAL: STEP,
    Source.HEARTBEAT: HEARTBEAT,
}
SETTINGS = {
    Source.EDGE: ("vertical-edge", Sliding()),
    Source.HEARTBEAT: ("peak", Sliding(Padding.SAME)),
}
"""Examples that are complete only with a kernel and a way to slide."""


def drawing_values(recognition: Recognition) -> Values:
    """Return the picture that the network got, 0 to 1; zeros while there is none."""
    if recognition.normalised is None:
        return np.zeros((SIDE, SIDE))
    return recognition.normalised.picture.astype(np.float64) / 255


def resized(values: Values, size: int, *, centred: bool = False) -> Values:
    """Return values with ``size`` along every axis: cut off or filled up with zeros."""
    found = np.zeros((size,) * values.ndim)
    inside: list[slice] = []
    outside: list[slice] = []
    for length in values.shape:
        common = min(length, size)
        inside.append(_part(length, common, centred))
        outside.append(_part(size, common, centred))
    found[tuple(outside)] = values[tuple(inside)]
    return found


def _part(length: int, common: int, centred: bool) -> slice:
    first = (length - common) // 2 if centred else 0
    return slice(first, first + common)
