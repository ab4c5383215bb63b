"""The Lab's inputs: the drawing, and small examples."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

import numpy as np

from handdigit.gui.panels.lab.experiment import ChannelExperiment
from handdigit.ink.normalise import SIDE
from handdigit.network.convolution import NAMED_KERNELS, Padding, Sliding, Values
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

_KERNEL = NAMED_KERNELS["vertical-edge"].matrix(3)
RGB = ChannelExperiment(
    np.stack([EDGE, np.full((6, 6), 5.0), EDGE[:, ::-1]]),
    np.stack([np.stack([_KERNEL, 0 * _KERNEL, 0 * _KERNEL]), np.stack([_KERNEL] * 3)]),
    np.zeros(2),
)
"""Red meets blue: a filter for edges in red finds it; in the sum of all three it is gone."""
COURSE = ChannelExperiment(
    np.array(
        [
            [[2, 1, 0, 2, 0], [0, 0, 1, 2, 1], [1, 1, 0, 0, 0], [2, 2, 0, 2, 2], [1, 0, 0, 0, 0]],
            [[1, 2, 1, 0, 2], [2, 0, 0, 0, 1], [0, 0, 2, 0, 0], [2, 1, 1, 0, 1], [2, 0, 1, 2, 1]],
            [[1, 2, 1, 2, 1], [0, 0, 0, 0, 0], [2, 1, 1, 2, 0], [2, 2, 1, 2, 1], [1, 0, 0, 0, 0]],
        ],
        np.float64,
    ),
    np.array(
        [
            [
                [[1, 1, 1], [1, 1, 0], [-1, -1, -1]],
                [[-1, -1, -1], [0, -1, 1], [-1, -1, 0]],
                [[-1, -1, 0], [1, 1, 0], [-1, 0, 1]],
            ],
            [
                [[-1, -1, 1], [1, -1, 1], [-1, 1, -1]],
                [[0, -1, 0], [-1, 1, 0], [0, -1, 0]],
                [[0, 1, 0], [0, -1, 0], [1, 1, 1]],
            ],
        ],
        np.float64,
    ),
    np.array([1.0, 0.0]),
    Sliding(padding=1, stride=2),
)
"""In the form of the convolution demo of the course CS231n: 5×5×3, padded by 1, two filters
3×3×3, stride 2. The demo shows other numbers at every visit; these are drawn for this, and the
first output is 2 − 1 + 1 + 1 = 3."""

CHANNEL_EXAMPLES: Mapping[str, ChannelExperiment] = MappingProxyType({"rgb": RGB, "course": COURSE})
"""Those of several channels."""
FIRST_MAPS = "maps"
"""The word for maps of the drawing as several channels."""


def drawing_values(recognition: Recognition) -> Values:
    """Return the (28, 28) picture that the network got, 0..1; zeros while there is none."""
    if recognition.normalised is None:
        return np.zeros((SIDE, SIDE))
    return recognition.normalised.picture.astype(np.float64) / 255


def resized(values: Values, size: int, *, centred: bool = False) -> Values:
    """Return values with ``size`` along every axis, (W,) or (H, W): cut off or filled with 0."""
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
