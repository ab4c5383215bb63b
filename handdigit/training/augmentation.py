"""Variations of bitmaps: warps of a whole batch at once, on its device."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.experiment.recipe import Augmentation
from handdigit.ink.normalise import SIDE, Pen

BUMPS = 5
"""On each axis: the elastic displacement goes smoothly from one random bump to the next."""


def perturb_pictures(
    pictures: Tensor,
    augmentation: Augmentation,
    generator: torch.Generator,
    mine: NDArray[np.bool_] | None = None,
) -> Tensor:
    """Return warped copies of an (N, 1, 28, 28) float batch, values 0..1.

    Rotation, shear, scale and shift are one affine map a picture, the elastic displacement
    (Simard, Steinkraus and Platt 2003) is added to it, and everything is sampled once.

    Args:
        pictures: what to vary.
        augmentation: how far.
        generator: decides how, on their device.
        mine: (M,) which N pictures of a larger batch these are: they are varied as there.
    """
    a, varied = augmentation, pictures
    draws = _Draws(generator, len(pictures), mine)
    if a.rotate or a.shear or a.scale or a.shift or a.elastic:
        varied = functional.grid_sample(
            pictures, _warp(pictures, augmentation, draws), align_corners=False
        )
    if a.thickness:
        varied = _with_thickness(varied, a.thickness, draws)
    if a.plain:
        varied = torch.where(draws.uniform(1, 1, 1) < a.plain, pictures, varied)
    return varied


def add_noise(
    pictures: Tensor,
    augmentation: Augmentation,
    generator: torch.Generator,
    mine: NDArray[np.bool_] | None = None,
) -> Tensor:
    """Return an (N, 1, 28, 28) float batch, values 0..1, with noise on every grey level.

    Arguments as :func:`perturb_pictures` takes them.
    """
    if not augmentation.noise:
        return pictures
    noise = _Draws(generator, len(pictures), mine).normal(*pictures.shape[1:])
    return (pictures + noise * augmentation.noise).clamp_(0, 1)


@dataclass(frozen=True, slots=True)
class _Draws:
    """Random numbers for pictures, drawn for the whole batch that they are a part of."""

    generator: torch.Generator
    count: int
    mine: NDArray[np.bool_] | None

    def uniform(self, *shape: int) -> Tensor:
        """Return (N, *shape), 0..1."""
        return self._of_these(torch.rand, shape)

    def normal(self, *shape: int) -> Tensor:
        """Return (N, *shape) with mean 0 and deviation 1."""
        return self._of_these(torch.randn, shape)

    def _of_these(self, draw: Callable[..., Tensor], shape: tuple[int, ...]) -> Tensor:
        device = self.generator.device
        count = self.count if self.mine is None else len(self.mine)
        drawn = draw(count, *shape, generator=self.generator, device=device)
        if self.mine is None or self.mine.all():
            return drawn
        return drawn[torch.from_numpy(self.mine).to(device)]


def _warp(pictures: Tensor, augmentation: Augmentation, draws: _Draws) -> Tensor:
    """Return (N, 28, 28, 2): where every pixel is fetched from, as ``grid_sample`` takes it."""
    count, device = len(pictures), pictures.device

    def uniform(limit: float) -> Tensor:
        return (draws.uniform() * 2 - 1) * limit

    angle = uniform(math.radians(augmentation.rotate))
    shear = uniform(augmentation.shear)
    size, aspect = torch.exp(uniform(augmentation.scale)), torch.exp(uniform(augmentation.scale))
    shift_x, shift_y = (uniform(augmentation.shift * 2 / SIDE) for _ in range(2))
    cos, sin = torch.cos(angle), torch.sin(angle)
    width, height = size * aspect.sqrt(), size / aspect.sqrt()
    rows = (
        torch.stack([cos * width, shear * cos - sin * height, shift_x], 1),
        torch.stack([sin * width, shear * sin + cos * height, shift_y], 1),
    )
    moves = torch.stack(rows, 2)  # (N, 3, 2): what x, y and 1 add to x and to y
    basis = _basis(device)
    if augmentation.elastic:
        bumps = draws.normal(BUMPS**2, 2)
        moves = torch.cat([moves, bumps * (augmentation.elastic * 2 / SIDE)], 1)
    terms = moves.shape[1]
    # One product for the whole batch; as many small ones take eight times as long.
    places = basis[:, :terms] @ moves.transpose(0, 1).reshape(terms, -1)
    return places.view(SIDE, SIDE, count, 2).permute(2, 0, 1, 3)


@cache
def _basis(device: torch.device) -> Tensor:
    """Return (784, 3 + 25): of every pixel x, y, 1, and how far it follows each bump."""
    upright = torch.eye(2, 3)[None]
    grid = functional.affine_grid(upright, [1, 1, SIDE, SIDE], align_corners=False).view(-1, 2)
    single = torch.eye(BUMPS**2).view(1, -1, BUMPS, BUMPS)
    bumps = functional.interpolate(single, (SIDE, SIDE), mode="bicubic", align_corners=True)
    columns = [grid, torch.ones(len(grid), 1), bumps.view(BUMPS**2, -1).T]
    return torch.cat(columns, 1).to(device)


def _with_thickness(pictures: Tensor, thickness: float, draws: _Draws) -> Tensor:
    """Return copies whose strokes are thicker or thinner by up to this share of their width.

    Grey-level morphology by one pixel, taken in part: dilation widens a stroke by two pixels,
    erosion narrows it by as much.
    """
    amount = (torch.exp((draws.uniform(1, 1, 1) * 2 - 1) * thickness) - 1) * (Pen().width / 2)
    thicker = _dilated(pictures) - pictures
    thinner = pictures + _dilated(-pictures)  # what an erosion takes away
    return pictures + thicker * amount.clamp(0, 1) + thinner * amount.clamp(-1, 0)


def _dilated(pictures: Tensor) -> Tensor:
    """Return the largest of every pixel and its four neighbours."""
    # Slices, not pooling: that is thirty times slower on a CPU.
    padded = functional.pad(pictures, (1, 1, 1, 1), value=-1)
    across = torch.maximum(padded[..., 1:-1, :-2], padded[..., 1:-1, 2:])
    down = torch.maximum(padded[..., :-2, 1:-1], padded[..., 2:, 1:-1])
    return torch.maximum(pictures, torch.maximum(across, down))
