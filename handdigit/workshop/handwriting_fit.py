"""Fitting the pen model: from labelled inks to styles with a mean path and main variations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import HanddigitError
from handdigit.handwriting.model import Handwriting
from handdigit.ink.ink import Ink
from handdigit.ink.path_length import arc_lengths
from handdigit.network.alphabet import DIGITS

_Paths = NDArray[np.float64]
SPECK = 0.06
"""Strokes shorter than this share of all are slips of the pen and left out."""
COARSE = 12
"""Points of a stroke while ways of writing are told apart."""
ITERATIONS = 30


@dataclass(frozen=True, slots=True)
class FitSettings:
    """How fine the model is."""

    points: int = 40
    """Of every path."""
    variations: int = 12
    """Main directions of every style."""
    style_size: int = 30
    """About how many inks make a style."""
    least: int = 5
    """Fewer inks of one kind are taken for slips or wrong labels and left out."""
    seed: int = 1


def fit_handwriting(
    inks: Sequence[Ink], labels: Sequence[int], settings: FitSettings = FitSettings()
) -> Handwriting:
    """Return the pen model of labelled inks.

    Inks of one digit are parted by their number of strokes and by k-means on their paths,
    in which order and direction count; each part's principal components are its variations.

    Raises:
        HanddigitError: there are too few inks of a digit.
    """
    rng = np.random.default_rng(settings.seed)
    styles: list[_Style] = []
    for digit in range(len(DIGITS)):
        mine = [ink for ink, label in zip(inks, labels, strict=True) if label == digit]
        found = _styles(digit, mine, settings, rng)
        if not found:
            raise HanddigitError(
                f"There are only {len(mine)} inks of the digit {digit}, or no {settings.least} "
                "of them are alike: add more."
            )
        styles += found
    return Handwriting(
        digits=np.array([style.digit for style in styles]),
        shares=_shares(styles),
        means=np.stack([style.mean for style in styles]).astype(np.float32),
        components=np.stack([style.components for style in styles]).astype(np.float32),
        lifts=np.stack([style.lifts for style in styles]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Style:
    digit: int
    size: int
    mean: _Paths
    components: _Paths
    lifts: NDArray[np.bool_]


def _shares(styles: Sequence[_Style]) -> NDArray[np.float64]:
    sizes = np.array([style.size for style in styles], np.float64)
    digits = np.array([style.digit for style in styles])
    totals = np.bincount(digits, sizes, minlength=len(DIGITS))
    shares: NDArray[np.float64] = sizes / totals[digits]
    return shares


def _styles(
    digit: int, inks: Sequence[Ink], settings: FitSettings, rng: np.random.Generator
) -> list[_Style]:
    by_count: dict[int, list[list[_Paths]]] = defaultdict(list)
    for ink in inks:
        strokes = normalised_strokes(ink)
        by_count[len(strokes)].append(strokes)
    styles = []
    for _, drawings in sorted(by_count.items()):
        coarse = np.array(
            [np.concatenate([resampled(s, COARSE) for s in strokes]) for strokes in drawings]
        )
        clusters = max(1, round(len(drawings) / settings.style_size))
        assigned = k_means(coarse.reshape(len(drawings), -1), clusters, rng)
        for cluster in range(clusters):
            members = [drawings[i] for i in np.flatnonzero(assigned == cluster)]
            if len(members) >= settings.least:
                styles.append(_style(digit, members, settings))
    return styles


def _style(digit: int, members: Sequence[list[_Paths]], settings: FitSettings) -> _Style:
    lengths = np.array([[_length(stroke) for stroke in strokes] for strokes in members])
    counts = points_of_strokes(lengths.mean(axis=0), settings.points)
    paths = np.array(
        [
            np.concatenate([resampled(s, int(n)) for s, n in zip(strokes, counts, strict=True)])
            for strokes in members
        ]
    )
    mean = paths.mean(axis=0)
    offsets = (paths - mean).reshape(len(paths), -1)
    _, deviations, directions = np.linalg.svd(offsets, full_matrices=False)
    scaled = deviations[:, None] * directions / np.sqrt(max(1, len(paths) - 1))
    components = np.zeros((settings.variations, *mean.shape))
    kept = min(settings.variations, len(scaled))
    components[:kept] = scaled[:kept].reshape(kept, *mean.shape)
    lifts = np.zeros(settings.points, bool)
    lifts[np.cumsum(counts) - 1] = True
    return _Style(digit, len(members), mean, components, lifts)


def normalised_strokes(ink: Ink) -> list[_Paths]:
    """Return the centre lines without specks, around (0, 0) with a longer side of 1."""
    strokes = [stroke.xy() for stroke in ink.strokes]
    lengths = np.array([_length(stroke) for stroke in strokes])
    kept = lengths > SPECK * lengths.sum()
    if kept.any():
        strokes = [stroke for stroke, is_kept in zip(strokes, kept, strict=True) if is_kept]
    xy = np.concatenate(strokes)
    low, high = xy.min(axis=0), xy.max(axis=0)
    side = float((high - low).max()) or 1.0
    return [(stroke - (low + high) / 2) / side for stroke in strokes]


def points_of_strokes(lengths: NDArray[np.float64], points: int) -> NDArray[np.int64]:
    """Return how many of a path's points each stroke gets: in proportion, at least four."""
    least = 4
    free = points - least * len(lengths)
    total = float(lengths.sum()) or 1.0
    counts = least + np.floor(free * lengths / total).astype(np.int64)
    counts[int(lengths.argmax())] += points - int(counts.sum())
    return counts


def resampled(xy: _Paths, count: int) -> _Paths:
    """Return ``count`` points evenly along an (N, 2) path."""
    along = arc_lengths(xy)
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, xy[:, axis]) for axis in (0, 1)], axis=1)


def _length(xy: _Paths) -> float:
    return float(np.hypot(*np.diff(xy, axis=0).T).sum())


def k_means(
    vectors: NDArray[np.float64], clusters: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return to which of the clusters each of the (N, D) vectors belongs.

    Begins with k-means++ (Arthur and Vassilvitskii 2007).
    """
    centres = vectors[rng.integers(len(vectors))][None]
    nearest2 = ((vectors - centres[0]) ** 2).sum(axis=1)
    while len(centres) < clusters:
        weights = nearest2 / nearest2.sum() if nearest2.any() else None
        centre = vectors[rng.choice(len(vectors), p=weights)]
        centres = np.concatenate([centres, centre[None]])
        nearest2 = np.minimum(nearest2, ((vectors - centre) ** 2).sum(axis=1))
    assigned = np.zeros(len(vectors), np.int64)
    for _ in range(ITERATIONS):
        squares = (centres**2).sum(axis=1) - 2 * vectors @ centres.T
        assigned = squares.argmin(axis=1)
        for cluster in range(clusters):
            members = vectors[assigned == cluster]
            if len(members):
                centres[cluster] = members.mean(axis=0)
    return assigned
