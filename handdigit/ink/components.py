"""Connected parts of a mask, labelled by runs: Rosenfeld and Pfaltz 1966, in arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Horizontal runs of a mask in reading order: ``row``, first and one past the last column."""

    row: Integers
    start: Integers
    stop: Integers

    @property
    def length(self) -> Integers:
        """Pixels of each run."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """The parts of a mask; part ``i`` has label ``i + 1``."""

    labels: NDArray[np.int32]
    """(H, W), 0 where the mask is empty."""
    area: Integers
    """(N,) pixels."""
    box: Integers
    """(N, 4) top, left, bottom, right; the latter two one past the last pixel."""

    def __len__(self) -> int:
        return len(self.area)

    def sums(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return (N,) the sums of (H, W) values over each part."""
        inside = self.labels > 0
        sums = np.bincount(self.labels[inside], values[inside], len(self) + 1)
        return np.asarray(sums[1:], np.float64)

    @property
    def height(self) -> Integers:
        """(N,) pixels."""
        return self.box[:, 2] - self.box[:, 0]

    @property
    def width(self) -> Integers:
        """(N,) pixels."""
        return self.box[:, 3] - self.box[:, 1]


def runs_of(mask: NDArray[np.bool_]) -> Runs:
    """Return the horizontal runs of an (H, W) mask."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    # Runs begin and end in turn, in each row as in all of them.
    places = np.flatnonzero(np.diff(padded, axis=1))
    row, start = np.divmod(places[::2], padded.shape[1] - 1)
    return Runs(row, start, places[1::2] % (padded.shape[1] - 1))


def components_of(mask: NDArray[np.bool_]) -> Components:
    """Return the parts of an (H, W) mask; pixels touch at sides and corners."""
    runs = runs_of(mask)
    count = len(runs.row)
    owner = _owners(runs, mask.shape[1] + 2)
    number = int(owner.max(initial=-1)) + 1
    area = np.bincount(owner, runs.length, number).astype(np.int64)
    box = np.empty((number, 4), np.int64)
    box[:, :2], box[:, 2:] = max(mask.shape) + 1, 0
    np.minimum.at(box[:, 0], owner, runs.row)
    np.minimum.at(box[:, 1], owner, runs.start)
    np.maximum.at(box[:, 2], owner, runs.row + 1)
    np.maximum.at(box[:, 3], owner, runs.stop)
    labels = np.zeros(mask.shape, np.int32)
    if count:
        labels[mask] = np.repeat(owner + 1, runs.length)
    return Components(labels, area, box)


def _owners(runs: Runs, stride: int) -> Integers:
    """Return the number of the part that each run belongs to."""
    count = len(runs.row)
    above = (runs.row - 1) * stride
    # Runs are sorted by place, so those of the row above that touch one are neighbours.
    first = np.searchsorted(runs.row * stride + runs.stop, above + runs.start)
    last = np.searchsorted(runs.row * stride + runs.start, above + runs.stop, side="right")
    touched = np.maximum(last - first, 0)
    lower = np.repeat(np.arange(count), touched)
    offset = np.arange(touched.sum()) - np.repeat(np.cumsum(touched) - touched, touched)
    upper = np.repeat(first, touched) + offset
    parent = np.arange(count)
    while True:
        one, other = parent[lower], parent[upper]
        apart = one != other
        if not apart.any():
            break
        np.minimum.at(parent, np.maximum(one, other)[apart], np.minimum(one, other)[apart])
        while (parent != parent[parent]).any():
            parent = parent[parent]
    return np.unique(parent, return_inverse=True)[1].reshape(-1).astype(np.int64)
