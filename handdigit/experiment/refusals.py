"""How well digits are told from everything else, measured on what nobody has learned."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink_batch import InkBatch
from handdigit.core.negatives.mixture import Negatives
from handdigit.data.handwriting import shipped_handwriting
from handdigit.data.shapes import shipped_shapes

GENERATED = 2000
"""Drawings of each kind in the generated test set."""
SEED = 2026


def auroc(digits: NDArray[np.float64], others: NDArray[np.float64]) -> float:
    """Return how often a digit's value is above another drawing's; ties count half.

    That is the area under the receiver operating characteristic (Hanley and McNeil 1982).

    Args:
        digits: (N,) with at least one value.
        others: (M,) likewise.
    """
    ordered = np.sort(others)
    below = np.searchsorted(ordered, digits, side="left")
    up_to = np.searchsorted(ordered, digits, side="right")
    return float((below + up_to).mean() / 2 / len(others))


def generated_strangers(count: int = GENERATED, seed: int = SEED) -> Iterator[tuple[str, InkBatch]]:
    """Yield each kind of drawing that is no digit, with ``count`` of it.

    Signs are written in ways that no gate has learned; the rest is drawn afresh.

    Raises:
        DataFileError: the program is installed without its shapes or its pen model.
    """
    kept = [shape for shape in shipped_shapes() if shape.is_kept]
    negatives = Negatives(kept, shipped_handwriting())
    for number, (kind, draw) in enumerate(negatives.kinds.items()):
        yield kind, draw(count, np.random.default_rng((seed, number)))
