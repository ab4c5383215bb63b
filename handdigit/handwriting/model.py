"""A statistical pen model: endless labelled digits, written as strokes.

Every style is one way of writing a digit: a mean path of the pen, with its lifts, and the
main directions in which writers differ from it (an active shape model, Cootes et al. 1995,
of pen paths). What lies beyond the fitted writers is in :mod:`handdigit.handwriting.perturbations`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from handdigit.handwriting.perturbations import Perturbations, Scripts, perturb_paths
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.network.alphabet import DIGITS, Alphabet

EVENNESS = 0.6
"""Styles are chosen in proportion to this power of their share: rare ones come more often."""
BATCH = 1024
"""Digits drawn at once, which bounds the memory."""


@dataclass(frozen=True)
class Handwriting:
    """S styles of P points with K main variations each; see :meth:`draw_many`."""

    alphabet: ClassVar[Alphabet] = DIGITS
    """What it writes."""
    digits: NDArray[np.int64]
    """(S,) what each style writes."""
    shares: NDArray[np.float64]
    """(S,) share of the digit's writers, 0..1; a digit's styles add up to 1."""
    means: NDArray[np.float32]
    """(S, P, 2) of x, y with y down; the longer side of a digit is about 1."""
    components: NDArray[np.float32]
    """(S, K, P, 2): how the path moves by one standard deviation of each variation."""
    lifts: NDArray[np.bool_]
    """(S, P): whether the pen leaves the paper after this point; true for the last one."""
    perturbations: Perturbations = field(default_factory=Perturbations)
    """How far beyond the fitted writers a digit may go."""

    def draw(self, digit: int, rng: np.random.Generator) -> Ink:
        """Return one digit as strokes."""
        return self.draw_many([digit], rng).inks()[0]

    def draw_many(
        self, digits: Sequence[int] | NDArray[np.integer], rng: np.random.Generator
    ) -> InkBatch:
        """Return N inks, one for each of the digits; the same ones for the same seed.

        The longer side of each is about 1, its middle is about (0, 0), and y goes down.

        Args:
            digits: (N,), each 0 to 9.
            rng: where chance comes from.
        """
        wanted = np.asarray(digits, np.int64)
        parts = [
            self._drawn(wanted[first : first + BATCH], rng)
            for first in range(0, len(wanted), BATCH)
        ]
        return InkBatch.joined(parts)

    def _drawn(self, digits: NDArray[np.int64], rng: np.random.Generator) -> InkBatch:
        style = self._chosen(digits, rng)
        xy = self._paths(style, rng)
        # Some write between two styles, where both move the pen alike.
        share = rng.uniform(0, self.perturbations.mixing, len(digits))[:, None, None]
        share = share.astype(np.float32)
        other = self._relatives[style]
        related = np.flatnonzero(other != style)
        xy[related] += share[related] * (self._paths(other[related], rng) - xy[related])
        scripts = Scripts(xy, self.lifts[style].copy(), digits)
        return perturb_paths(scripts, self.perturbations, rng)

    def _chosen(self, digits: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
        style = np.zeros(len(digits), np.int64)
        for digit in range(len(DIGITS)):
            mine = np.flatnonzero(digits == digit)
            candidates = np.flatnonzero(self.digits == digit)
            if len(mine):
                weights = self.shares[candidates] ** EVENNESS
                style[mine] = rng.choice(candidates, len(mine), p=weights / weights.sum())
        return style

    def _paths(self, style: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.float32]:
        count = self.components.shape[1]
        amounts = rng.standard_normal((len(style), count), np.float32) * self.perturbations.spread
        offsets = np.matmul(amounts[:, None], self._flat_components[style])
        paths: NDArray[np.float32] = self.means[style] + offsets.reshape(-1, *self.means.shape[1:])
        return paths

    @cached_property
    def _flat_components(self) -> NDArray[np.float32]:
        return self.components.reshape(*self.components.shape[:2], -1)

    @cached_property
    def _relatives(self) -> NDArray[np.int64]:
        """Return (S,) for each style the most similar one with the same lifts, or itself."""
        relatives = np.arange(len(self.digits))
        for style, digit in enumerate(self.digits):
            alike = (self.digits == digit) & (self.lifts == self.lifts[style]).all(axis=1)
            alike[style] = False
            candidates = np.flatnonzero(alike)
            if len(candidates):
                apart = self.means[candidates] - self.means[style]
                distances = np.sqrt((apart**2).sum(axis=2).mean(axis=1))
                if distances.min() < self.perturbations.relatedness:
                    relatives[style] = candidates[distances.argmin()]
        return relatives
