"""Pictures on their way into a network, and what its layers make of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from handdigit.recognition.network import Network

LayerValues = Mapping[str, NDArray[np.float32]]
"""Name of a layer -> (N, …) what it gives for N pictures."""


def grey_levels(pictures: Tensor) -> Tensor:
    """Return (N, H, W) bytes as (N, 1, H, W) float32, 0..1."""
    return pictures[:, None].float().div_(255)


def as_bytes(grey: Tensor) -> NDArray[np.uint8]:
    """Return (N, H, W) pictures of (N, 1, H, W) grey levels from 0 to 1."""
    found: NDArray[np.uint8] = (grey[:, 0] * 255).round().to(torch.uint8).numpy()
    return found


def as_input(
    pictures: NDArray[np.uint8], mean: float, std: float, device: torch.device | None = None
) -> Tensor:
    """Return (N, H, W) pictures as a network takes them, (N, 1, H, W) float32.

    Args:
        pictures: normalised, 0 is paper.
        mean: subtracted from the grey levels, 0..1.
        std: divides them after that.
        device: where the network is; the CPU if it is None.
    """
    # A copy: arrays that lie over a file's bytes are read-only, which torch refuses.
    return grey_levels(torch.tensor(pictures, device=device)).sub_(mean).div_(std)


def layer_values(
    network: Network,
    pictures: NDArray[np.uint8],
    layers: Collection[str],
    mean: float,
    std: float,
    at_once: int,
    device: torch.device | None = None,
) -> dict[str, NDArray[np.float32]]:
    """Return what layers of a network give for (N, H, W) pictures.

    The arguments are those of :func:`as_input`; ``at_once`` pictures are read together.
    """
    shapes = {planned.name: planned.output_shape for planned in network.plan}
    values = {name: np.empty((len(pictures), *shapes[name]), np.float32) for name in layers}
    with torch.inference_mode():
        for first in range(0, len(pictures), at_once):
            part = slice(first, first + at_once)
            found = network.activations(as_input(pictures[part], mean, std, device), layers)
            for name in layers:
                values[name][part] = found[name].cpu().numpy()
    return values
