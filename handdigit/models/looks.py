"""Five looks at a picture: as it stands, and half a pixel to every side."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

_KERNELS = torch.tensor(
    [
        [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]],
        [[0.0, 0.0, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 0.0]],
        [[0.0, 0.0, 0.0], [0.0, 0.5, 0.5], [0.0, 0.0, 0.0]],
        [[0.0, 0.5, 0.0], [0.0, 0.5, 0.0], [0.0, 0.0, 0.0]],
        [[0.0, 0.0, 0.0], [0.0, 0.5, 0.0], [0.0, 0.5, 0.0]],
    ]
)[:, None]
"""(5, 1, 3, 3): between two pixels lies their mean."""
LOOKS = len(_KERNELS)


def looks_at(grey: Tensor) -> Tensor:
    """Return all looks at (N, 1, H, W) pictures, (5 N, 1, H, W), those at the first one first.

    Paper is 0: what moves in from outside is paper.
    """
    return functional.conv2d(grey, _KERNELS.to(grey.device), padding=1).flatten(0, 1)[:, None]


def over_looks(values: Tensor) -> Tensor:
    """Return the mean over the looks at each picture, (N, ...) of (5 N, ...)."""
    return values.view(-1, LOOKS, *values.shape[1:]).mean(1)
