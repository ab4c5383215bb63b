"""How long an ink of 500 points takes to become a 28×28 picture.

Prints JSON: the median, and its ratio to a numpy reference that alternates with it, so that
a change of the machine's speed hits both. Run it with nothing else going on:

    python tests/benchmarks/normalise_ink.py [RUNS]
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise_ink

POINTS = 500
GOAL_MS = 3.0


def eight() -> Ink:
    turn = np.linspace(0, 2 * np.pi, POINTS)
    x, y = 0.5 + 0.15 * np.sin(2 * turn), 0.5 - 0.3 * np.cos(turn)
    return Ink.from_xy([np.column_stack([x, y]).tolist()])


def reference() -> None:
    """Do what rendering is made of: arithmetic on as many floats, scattered to few cells."""
    values = np.linspace(0, 1, 50_000).reshape(1000, 50)
    cells = np.arange(values.size) * 7919 % 784
    np.minimum.at(np.ones(784), cells, np.sqrt(values * values + 1).ravel())


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    ink = eight()
    pairs = [
        (milliseconds(lambda: normalise_ink(ink)), milliseconds(reference)) for _ in range(runs)
    ]
    median_ms = statistics.median(normalise_ms for normalise_ms, _ in pairs)
    reference_ms = statistics.median(reference_ms for _, reference_ms in pairs)
    print(
        json.dumps(
            {
                "points": ink.point_count,
                "runs": runs,
                "normalise_ink_ms": round(median_ms, 3),
                "goal_ms": GOAL_MS,
                "reference_ms": round(reference_ms, 3),
                "normalise_ink_over_reference": round(median_ms / reference_ms, 3),
            }
        )
    )


if __name__ == "__main__":
    main()
