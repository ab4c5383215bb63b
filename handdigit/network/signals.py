"""A signal of one dimension with something to find in it, and how it is found."""

from __future__ import annotations

import numpy as np

from handdigit.network.convolution import Values

BEAT = (0, 1, 0, -1, 8, -2, 0, 1, 2, 0)
"""A heartbeat as a doctor names its waves: P, then Q, R and S, then T."""
HEARTBEAT: Values = np.array([*BEAT, *BEAT[:4], 6, *BEAT[5:], *BEAT[:4], 7, *BEAT[5:]], np.float64)
"""Three heartbeats in the form of an electrocardiogram, drawn for this and measured on nobody."""


def peaks(values: Values, share: float = 0.5) -> list[int]:
    """Return where a signal (N,) is larger than beside it and than ``share`` of its largest.

    Of equal neighbours the first counts. A signal without positive values has no peaks.
    """
    largest = float(values.max(initial=0.0))
    before = np.concatenate(([-np.inf], values[:-1]))
    behind = np.concatenate((values[1:], [-np.inf]))
    found = (values > before) & (values >= behind) & (values > share * largest)
    return [int(index) for index in np.flatnonzero(found)] if largest > 0 else []
