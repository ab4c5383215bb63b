"""Where chance comes from: a stream of its own for every purpose, epoch and step.

None of them is carried from step to step, so a run that goes on after an interruption draws
the numbers that it would have drawn without one.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import torch


class Purpose(IntEnum):
    """What chance decides."""

    VALIDATION = 1
    """Which data is held back, and what it looks like."""
    ORDER = 2
    """In which order an epoch's data comes."""
    VARIATION = 3
    """How the strokes of a batch are varied."""
    STEP = 4
    """How its bitmaps are varied, and what its dropout leaves out."""
    STOCK = 5
    """Which digits are written in stock."""


def random_numbers(seed: int, purpose: Purpose, *place: int) -> np.random.Generator:
    """Return numpy's generator for one purpose at one place in a run."""
    return np.random.default_rng((seed, purpose, *place))


def seed_torch(device: torch.device, seed: int, *place: int, rank: int = 0) -> torch.Generator:
    """Seed torch's own generator on ``device`` for a step and return another one there.

    torch's own is another one in every process, by its ``rank``; the one returned is the same.
    """
    own, shared = (
        np.random.SeedSequence((seed, Purpose.STEP, *place, number)).generate_state(2, np.uint64)
        for number in (rank, 0)
    )
    if device.type == "cpu":
        # torch.manual_seed also keeps the seed, with a traceback, for every kind of device that
        # this process has not used yet: a millisecond a step, and memory that is never freed.
        torch.default_generator.manual_seed(int(own[0]) >> 1)
    else:
        torch.manual_seed(int(own[0]) >> 1)
    return torch.Generator(device).manual_seed(int(shared[1]) >> 1)
