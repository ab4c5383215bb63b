"""The sheet in a photo: the smooth region of one colour that is written on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.components import components_of
from handdigit.ink.neighbourhood import (
    box_mean,
    closed,
    dilated,
    eroded,
    expanded,
    reduced,
    reduction,
)
from handdigit.ink.pen_width import stroke_width

Floats = NDArray[np.float32]

SEARCH_SIDE = 250
"""Pixels of the longer side at which the sheet is looked for."""
WIDEST_STROKE = 0.05
"""Of the longer side: what is narrower does not divide the sheet."""
SMOOTH = 0.05
"""Relative change of the light over a pixel of the search that is an edge."""
SAME_COLOUR = 0.09
"""Difference of the logarithms of colour ratios up to which two regions are one paper."""
ENCLOSED = 3.0
"""How much more a region is worth that ends within the picture: sheets are put on desks."""
FILLS = 0.85
"""Of both sides of the picture: what is that long may be the writing of a close-up..."""
ON_PAPER = 0.35
"""...of which this share is within the hull of the paper at least..."""
THICK = 0.06
"""...whose strokes are at least so wide, in shares of the shorter side: rules are not..."""
THICKEST = 0.2
"""...and at most so wide, in shares of the longer side: the shade is wider."""
DEEPEST = float(np.log(4))
"""How much darker the paper is in a shadow at most, in logarithms."""
TONES = (2, 98)
"""Percentiles of the light that may be that of ink..."""
APART = 0.3
"""...which is so far from the paper's, in logarithms."""
SMALLEST_REGION = 0.01
"""Share of the picture that a region of the sheet has at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Where the paper is."""

    mask: NDArray[np.bool_]
    """(H, W) of the picture that was searched, reduced."""
    corners: NDArray[np.float64] | None
    """(4, 2) of x, y in shares of width and height, clockwise from the top left; None where
    the paper goes beyond the picture on all sides."""
    is_dark_ink: bool | None = None
    """Of a close-up whether what fills it is darker than the paper; None where nothing does."""

    def at(self, shape: tuple[int, int]) -> NDArray[np.bool_]:
        """Return the mask at another size."""
        return expanded(self.mask, shape)


def find_sheet(colours: NDArray[np.floating]) -> Sheet:
    """Return the sheet in an (H, W, 3) picture.

    Regions without edges are found in what is left when narrow dark things are closed; that
    with the most calm and bright area is paper, and what has its colour ratios is the same
    paper in another light. A sheet is convex: its hull is taken.
    """
    factor = reduction(colours.shape, SEARCH_SIDE)
    small = reduced(colours, factor)
    reach = max(1, round(WIDEST_STROKE * max(small.shape[:2]) / 2))
    channels = [closed(box_mean(small[:, :, c], 1), reach) for c in range(small.shape[2])]
    light = np.log(np.stack(channels, axis=2) + 4)
    slope = _slope(light)
    edge = max(SMOOTH, 3 * float(np.percentile(slope, 25)))
    regions = components_of(slope < edge)
    large = np.flatnonzero(regions.area >= SMALLEST_REGION * slope.size)
    if not large.size:
        return Sheet(np.ones(slope.shape, np.bool_), None)
    members = [regions.labels == label + 1 for label in large]
    members = [member for member in members if eroded(member, 2 * reach).any()]
    if not members:
        return Sheet(np.ones(slope.shape, np.bool_), None)
    brightness = np.array([float(light[m].mean()) for m in members])
    rough = _roughness(colours, factor)
    texture = np.array([float(np.median(rough[m])) for m in members])
    area = np.array([int(m.sum()) for m in members])
    merit = area * np.exp(1.5 * brightness) / (texture + 0.02)
    merit[[_is_enclosed(member) for member in members]] *= ENCLOSED
    paper = int(merit.argmax())
    ratios = np.stack([_ratios(light[m]) for m in members])
    alike = np.abs(ratios - ratios[paper]).max(axis=1) < SAME_COLOUR
    alike &= (brightness > brightness[paper] - DEEPEST) & (texture < 2.5 * texture[paper] + 0.02)
    together = np.any([m for m, same in zip(members, alike, strict=True) if same], axis=0)
    hull = _hull(together)
    inside = _polygon(hull, together.shape)
    is_dark = _is_dark_close_up(inside, np.log(small + 4), together)
    if is_dark is not None:
        return Sheet(np.ones(slope.shape, np.bool_), None, is_dark)
    return Sheet(dilated(inside, 1), _corners(hull, together.shape))


def _is_dark_close_up(
    inside: NDArray[np.bool_], colours: Floats, paper: NDArray[np.bool_]
) -> bool | None:
    """Return whether what fills the picture is darker than the paper, None where nothing does.

    What fills it are the strokes of a close-up, of which much is on the paper. A bar along the
    edge, beyond the hull, belongs to them; a desk is beside the paper.

    Args:
        inside: (H, W) the hull of the paper.
        colours: (H, W, 3) logarithms of the light, ink and all.
        paper: (H, W) where paper was found.
    """
    light = colours.mean(axis=2)
    level, tones = float(np.median(light[paper])), list(np.percentile(light, TONES))
    if not inside.all():
        tones.append(np.median(light[~inside]))
    found = set()
    for tone in tones:
        if abs(tone - level) >= APART:
            strokes = _thick_parts(np.abs(light - tone) < np.abs(light - level))
            if not _fills(strokes) or inside[strokes].mean() < ON_PAPER:
                continue
            apart = np.abs(_ratios(colours[strokes]) - _ratios(colours[paper])).max()
            is_shadow = apart < SAME_COLOUR and abs(light[strokes].mean() - level) < DEEPEST
            if not is_shadow:
                found.add(bool(tone < level))
    return found.pop() if len(found) == 1 else None


def _thick_parts(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    parts = components_of(mask)
    thick = np.zeros_like(mask)
    for number in np.flatnonzero(parts.area >= SMALLEST_REGION * mask.size):
        part = parts.labels == number + 1
        width = stroke_width(part)
        if width >= THICK * min(mask.shape) and width <= THICKEST * max(mask.shape):
            thick |= part
    return thick


def _fills(mask: NDArray[np.bool_]) -> bool:
    """Return whether what is in a mask goes nearly from edge to edge, across and down."""
    for axis, length in enumerate(mask.shape):
        inked = np.flatnonzero(mask.any(axis=1 - axis))
        if not inked.size or np.ptp(inked) + 1 < FILLS * length:
            return False
    return True


def _roughness(colours: NDArray[np.floating], factor: int) -> Floats:
    """Return how much neighbouring pixels differ, in shares of their light, reduced."""
    green = np.asarray(colours[:, :, 1], np.float32) + 4
    differs = np.zeros_like(green)
    differs[:, 1:] = np.abs(green[:, 1:] - green[:, :-1]) / green[:, 1:]
    return reduced(differs, factor)


def _is_enclosed(member: NDArray[np.bool_]) -> bool:
    """Return whether a region ends well before the picture does."""
    return int(member.sum()) == int(member[3:-2, 3:-2].sum())


def _slope(light: Floats) -> Floats:
    slope = np.zeros(light.shape[:2], np.float32)
    for channel in range(light.shape[2]):
        plane = light[:, :, channel]
        slope = np.maximum(slope, dilated(plane, 1) - eroded(plane, 1))
    return slope / np.float32(2)


def _ratios(light: Floats) -> NDArray[np.float64]:
    mean = light.mean(axis=0, dtype=np.float64)
    ratios: NDArray[np.float64] = mean - mean.mean()
    return ratios


def _hull(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the corners of the convex hull as (N, 2) of x, y (Andrew's monotone chain 1979)."""
    inked = np.flatnonzero(mask.any(axis=1))
    left = mask[inked].argmax(axis=1)
    right = mask.shape[1] - mask[inked, ::-1].argmax(axis=1)
    ends = np.column_stack([np.tile(inked, 2), np.concatenate([left, right])])
    ordered = sorted({(int(x), int(y) + below) for y, x in ends for below in (0, 1)})
    halves = []
    for points in (ordered, ordered[::-1]):
        half: list[tuple[int, int]] = []
        for point in points:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves.append(half[:-1])
    return np.array(halves[0] + halves[1], np.float64)


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _polygon(corners: NDArray[np.float64], shape: tuple[int, int]) -> NDArray[np.bool_]:
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
    inside = np.ones(shape, np.bool_)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        inside &= (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= 0
    return inside


def _corners(hull: NDArray[np.float64], shape: tuple[int, int]) -> NDArray[np.float64] | None:
    """Return the hull's corners farthest out to the four diagonals."""
    size = np.array([shape[1], shape[0]])
    shares = hull / size
    sums, differences = shares.sum(axis=1), shares[:, 0] - shares[:, 1]
    picked = [sums.argmin(), differences.argmax(), sums.argmax(), differences.argmin()]
    corners: NDArray[np.float64] = shares[picked]
    whole = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    return None if np.abs(corners - whole).max() < 0.02 else corners
