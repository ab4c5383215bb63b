"""What the gate learns from: sheets of digits and of drawings that are none, half and half.

A sheet depends on its number and the seed alone, never on a network: kept in a folder, sheets
serve every later fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.budgets import TENSOR_FILE
from handdigit.experiment.recipe import Augmentation, Recipe
from handdigit.handwriting.negatives import Negatives
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.recognition.pictures import as_bytes
from handdigit.sentences import noted
from handdigit.storage.tensors import read_tensors, write_tensors
from handdigit.training.batches import Examples, Purpose, random_numbers, seed_torch
from handdigit.training.dataset import TrainingData
from handdigit.workshop.gate_fit import times
from handdigit.workshop.gate_negatives import drawn_negatives

_KEY = "handdigit-sheet"
SHEET = 2000
"""Drawings on a sheet."""
BITMAPS, PENS = 0.08, 0.37
"""Shares of bitmaps and of recorded pens among the digits, where there are any; the rest is
written by the pen model. A network that has learned the bitmaps knows them too well."""
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "symbols": 0.44,
        "letters of fonts": 0.13,
        "glyphs": 0.12,
        "scribbles": 0.1,
        "squiggles": 0.05,
        "lines": 0.03,
        "side by side": 0.13,
        "over each other": 0.07,
        "struck out": 0.05,
        "pieces": 0.08,
        "turned": 0.07,
    }
)
"""How often each kind of negative comes: what is hard to tell from a digit comes more often than
it did for the gate's own network."""
LEAST, MOST = 0.8, 1.5
"""A sheet's drawings are varied by something between these times the recipe's variation."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Drawings with what they are."""

    pictures: NDArray[np.uint8]
    """(N, 28, 28), normalised."""
    labels: NDArray[np.int64]
    """(N,) 0 to 9, or NO_DIGIT."""


class GateDrawings:
    """Draws sheets, or takes them from a folder."""

    def __init__(
        self, digits: TrainingData, negatives: Negatives, recipe: Recipe, folder: Path | None = None
    ) -> None:
        """Take what is drawn.

        Args:
            digits: what is to be let through.
            negatives: what draws everything else.
            recipe: its variation and its seed count.
            folder: where sheets are kept, if they are.
        """
        self._digits, self._recipe = digits, recipe
        self._draw_strange = partial(negatives.draw, weights=WEIGHTS)
        self._folder = folder

    def sheet(self, number: int) -> Sheet:
        """Return a sheet; the same one for the same number."""
        if self._folder is None:
            return self._drawn(number)
        path = self._folder / f"{self._recipe.seed}-{number:05}.safetensors"
        if path.exists():
            _, kept = read_tensors(path, _KEY, noted("a sheet of drawings"))
            return Sheet(kept["pictures"].astype(np.uint8), kept["labels"].astype(np.int64))
        sheet = self._drawn(number)
        self._folder.mkdir(parents=True, exist_ok=True)
        arrays = {"pictures": sheet.pictures, "labels": sheet.labels.astype(np.uint8)}
        write_tensors(path, arrays, {_KEY: ""}, TENSOR_FILE)
        return sheet

    def _drawn(self, number: int) -> Sheet:
        rng = random_numbers(self._recipe.seed, Purpose.VARIATION, number)
        generator = seed_torch(torch.device("cpu"), self._recipe.seed, number)
        further = rng.uniform(LEAST, MOST)
        varied = times(self._recipe.augmentation, further)
        known, labels = self._known(SHEET // 2, varied, rng, generator)
        count = SHEET - len(known)
        strange = as_bytes(
            drawn_negatives(self._draw_strange, self._digits, count, varied, rng, generator)
        )
        return Sheet(
            np.concatenate([known, strange]),
            np.concatenate([labels, np.full(len(strange), NO_DIGIT)]),
        )

    def _known(
        self, count: int, varied: Augmentation, rng: np.random.Generator, generator: torch.Generator
    ) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Return (N, 28, 28) digits and their (N,) labels."""
        recipe = replace(self._recipe, augmentation=varied, renderings=1, validation=0)
        examples = Examples(self._digits, recipe, torch.device("cpu"))
        bitmaps, pens = len(self._digits.pictures), len(self._digits.inks)
        ends = np.cumsum([0, bitmaps, pens, self._digits.generated])
        shares = np.array([BITMAPS, PENS, 1 - BITMAPS - PENS]) * (np.diff(ends) > 0)
        counts = rng.multinomial(count, shares / shares.sum())
        chosen = [
            rng.integers(ends[part], ends[part + 1], many)
            for part, many in enumerate(counts)
            if many
        ]
        batch = examples.batch(np.concatenate(chosen), rng, generator)
        return as_bytes(batch.pictures), batch.labels.numpy()
