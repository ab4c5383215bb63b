"""A digit that few people write so: the gate barely refuses it, and the network is sure of it."""

from __future__ import annotations

from handdigit.ink.ink import Ink

SEVEN_WITH_A_FOOT = Ink.from_xy(
    [
        [(0.2, 0.28), (0.2, 0.2), (0.8, 0.2), (0.52, 0.85)],
        [(0.1, 0.51), (0.94, 0.5)],
        [(0.35, 0.8), (0.75, 0.8)],
    ]
)
REASON = "An unusual 7: few digits look like this."
