"""Variations of many inks at once, as geometry, and their pictures."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink_batch import InkBatch
from handdigit.core.normalise import BOX, Pen
from handdigit.core.normalise_batch import normalise_inks
from handdigit.experiment.recipe import Augmentation
from handdigit.training.styles import written_otherwise

WAVES = 3
"""Sine waves across the box of the smooth displacement of an ink."""


def vary_inks(
    inks: InkBatch,
    labels: NDArray[np.integer],
    augmentation: Augmentation,
    rng: np.random.Generator,
    mine: NDArray[np.bool_] | None = None,
) -> NDArray[np.uint8]:
    """Return (N, 28, 28) pictures, one random variation of each of N labelled inks.

    Args:
        inks: what to vary.
        labels: (N,) their digits.
        augmentation: how far.
        rng: decides how.
        mine: (N,) of which of them pictures are made, varied as all of them would be.
    """
    if augmentation.styles:
        inks = _in_other_styles(inks, labels, augmentation.styles, rng)
    count, owners = len(inks), inks.owners()

    def uniform(limit: float) -> NDArray[np.float64]:
        return rng.uniform(-limit, limit, count)

    low, high = inks.bounds()
    side = (high - low).max(axis=1, initial=0)
    side[side == 0] = 1
    xy = (inks.xy - low[owners]) / side[owners, None]
    angle, shear = uniform(math.radians(augmentation.rotate)), uniform(augmentation.shear)
    aspect = np.exp(uniform(augmentation.scale))
    cos, sin = np.cos(angle), np.sin(angle)
    x = (cos * aspect)[owners] * xy[:, 0] - (cos * shear + sin / aspect)[owners] * xy[:, 1]
    y = (sin * aspect)[owners] * xy[:, 0] + (cos / aspect - sin * shear)[owners] * xy[:, 1]
    xy = np.stack([x, y], axis=1)
    if augmentation.elastic:
        xy += _bend(xy, owners, count, augmentation.elastic / BOX, rng)
    if augmentation.jitter:
        xy += rng.normal(0, augmentation.jitter, xy.shape)
    nominal = Pen()
    width = nominal.width * np.exp(uniform(augmentation.thickness))
    softer = rng.uniform(0.75, 1.5, count) if augmentation.thickness else np.ones(count)
    softness = nominal.softness * softer
    varied = inks.moved_to(xy)
    if mine is None or mine.all():
        return normalise_inks(varied, width, softness)
    return normalise_inks(varied.chosen(np.flatnonzero(mine)), width[mine], softness[mine])


def _bend(
    xy: NDArray[np.float64],
    owners: NDArray[np.int64],
    count: int,
    deviation: float,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Return (P, 2) a smooth displacement: on each axis a few plane waves of any direction."""
    waves = rng.normal(0, math.pi, (count, 2, WAVES, 2))
    phases = rng.uniform(0, 2 * math.pi, (count, 2, WAVES))
    swing = np.sin(np.einsum("pk,pawk->paw", xy, waves[owners]) + phases[owners])
    bend: NDArray[np.float64] = swing.sum(axis=2) * (deviation * math.sqrt(2 / WAVES))
    return bend


def _in_other_styles(
    inks: InkBatch, labels: NDArray[np.integer], share: float, rng: np.random.Generator
) -> InkBatch:
    """Return the inks, some of them written otherwise."""
    chosen = np.flatnonzero(rng.random(len(inks)) < share)
    if not len(chosen):
        return inks
    others = InkBatch.from_inks(
        [
            written_otherwise(ink, int(label), rng)
            for ink, label in zip(inks.chosen(chosen).inks(), labels[chosen], strict=True)
        ]
    )
    order = np.arange(len(inks))
    order[chosen] = len(inks) + np.arange(len(chosen))
    return InkBatch.joined([inks, others]).chosen(order)
