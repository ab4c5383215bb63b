"""Variations of bitmaps: warps of a whole batch at once, on its device."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from handdigit.core.normalise import SIDE, Pen
from handdigit.training.recipe import Augmentation


def vary_pictures(
    pictures: Tensor, augmentation: Augmentation, generator: torch.Generator
) -> Tensor:
    """Return warped copies of an (N, 1, 28, 28) float batch, values 0..1.

    Rotation, shear, scale and shift are one affine map a picture, the elastic displacement
    (Simard, Steinkraus and Platt 2003) is added to it, and everything is sampled once.
    """
    a = augmentation
    if a.rotate or a.shear or a.scale or a.shift or a.elastic:
        pictures = functional.grid_sample(
            pictures, _warp(pictures, augmentation, generator), align_corners=False
        )
    return _with_thickness(pictures, a.thickness, generator) if a.thickness else pictures


def add_noise(pictures: Tensor, augmentation: Augmentation, generator: torch.Generator) -> Tensor:
    """Return an (N, 1, 28, 28) float batch, values 0..1, with noise on every grey level."""
    if not augmentation.noise:
        return pictures
    noise = torch.randn(pictures.shape, generator=generator, device=pictures.device)
    return (pictures + noise * augmentation.noise).clamp_(0, 1)


def _warp(pictures: Tensor, augmentation: Augmentation, generator: torch.Generator) -> Tensor:
    """Return (N, 28, 28, 2): where every pixel is fetched from, as ``grid_sample`` takes it."""
    count, device = len(pictures), pictures.device

    def uniform(limit: float) -> Tensor:
        return (torch.rand(count, generator=generator, device=device) * 2 - 1) * limit

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
    grid = functional.affine_grid(torch.stack(rows, 1), list(pictures.shape), align_corners=False)
    if augmentation.elastic > 0:
        coarse = torch.randn(count, 2, 5, 5, generator=generator, device=device)
        field = functional.interpolate(coarse, (SIDE, SIDE), mode="bicubic", align_corners=True)
        grid = grid + field.permute(0, 2, 3, 1) * (augmentation.elastic * 2 / SIDE)
    return grid


def _with_thickness(pictures: Tensor, thickness: float, generator: torch.Generator) -> Tensor:
    """Return copies whose strokes are thicker or thinner by up to this share of their width.

    Grey-level morphology by one pixel, taken in part: dilation widens a stroke by two pixels,
    erosion narrows it by as much.
    """
    amount = torch.rand(len(pictures), 1, 1, 1, generator=generator, device=pictures.device)
    amount = (torch.exp((amount * 2 - 1) * thickness) - 1) * (Pen().width / 2)
    thicker = _dilated(pictures) - pictures
    thinner = pictures + _dilated(-pictures)  # what an erosion takes away
    return pictures + thicker * amount.clamp(0, 1) + thinner * amount.clamp(-1, 0)


def _dilated(pictures: Tensor) -> Tensor:
    """Return the largest of every pixel and its four neighbours."""
    across = functional.max_pool2d(pictures, (1, 3), stride=1, padding=(0, 1))
    down = functional.max_pool2d(pictures, (3, 1), stride=1, padding=(1, 0))
    return torch.maximum(across, down)
