"""Many values seen as two: principal components, and neighbours in all of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.network.architecture import PlannedLayer
from handdigit.network.layers import Linear
from handdigit.network.lenet5_layers import Rbf

OVERSAMPLING = 8
ITERATIONS = 3
"""Of the randomised SVD: the two leading axes come out to three digits."""


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """The plane in which a cloud of points is widest."""

    mean: NDArray[np.float32]
    """(F,): the middle of the cloud, which is brought to the origin."""
    axes: NDArray[np.float32]
    """(K, F): unit vectors at right angles, the widest first."""
    shares: NDArray[np.float64]
    """(K,): which share of the whole variance lies along each."""

    def __call__(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the (N, K) coordinates of (N, F) features."""
        return np.asarray((features - self.mean) @ self.axes.T, np.float32)


def principal_axes(features: NDArray[np.float32], count: int = 2) -> Projection:
    """Return the principal components of (N, F) features (Pearson 1901).

    By randomised SVD (Halko, Martinsson and Tropp 2011), which takes a tenth of the time of
    a full one. The sign of an axis is so that its largest entry is positive.
    """
    mean = features.mean(axis=0)
    centred = torch.from_numpy(features - mean)
    rank = min(count + OVERSAMPLING, *features.shape)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        _, singular, right = torch.svd_lowrank(centred, q=rank, niter=ITERATIONS)
    axes = np.zeros((count, features.shape[1]), np.float32)
    variances = np.zeros(count)
    found = min(count, rank)
    axes[:found] = right[:, :found].T.numpy()
    variances[:found] = singular[:found].double().numpy() ** 2
    largest = np.abs(axes).argmax(axis=1)
    signs = np.sign(axes[np.arange(count), largest])
    axes *= np.where(signs == 0, 1, signs)[:, None]
    total = float(centred.double().square().sum())
    return Projection(mean, axes, variances / total if total > 0 else variances)


def nearest(
    features: NDArray[np.float32], point: NDArray[np.float32], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return index and Euclidean distance of the ``count`` rows of (N, F) nearest to (F,)."""
    difference = (features - point).astype(np.float64)
    distances = np.sqrt(np.einsum("nf,nf->n", difference, difference))
    order = np.argsort(distances, kind="stable")[:count]
    return order, distances[order]


def last_hidden(plan: tuple[PlannedLayer, ...]) -> str:
    """Return the name of the layer that the output layer reads; the input's if there is none."""
    outputs = [planned for planned in plan if isinstance(planned.layer, Linear | Rbf)]
    return (outputs or plan)[-1].inputs[0]
