"""Several looks at a picture: as it is, and half a pixel to every side."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from handdigit.network.recognition import VIEWS


def shifted_views(grey: Tensor) -> Tensor:
    """Return all looks at (N, 1, H, W) pictures, (5 N, 1, H, W), those at the first one first.

    Between two pixels lies their mean. Paper is 0: what moves in from outside is paper.
    """
    around = functional.pad(grey, (1, 1, 1, 1))
    rows, columns = slice(1, -1), slice(1, -1)
    neighbours = (
        around[..., rows, :-2],
        around[..., rows, 2:],
        around[..., :-2, columns],
        around[..., 2:, columns],
    )
    looks = [grey, *((grey + neighbour) / 2 for neighbour in neighbours)]
    return torch.stack(looks, 1).flatten(0, 1)


def mean_over_views(values: Tensor) -> Tensor:
    """Return the mean over the looks at each picture, (N, ...) of (5 N, ...)."""
    return values.view(-1, VIEWS, *values.shape[1:]).mean(1)
