"""Parts of ink that belong together: by size, distance and strength.

Print and thumbs are told from handwriting by their shape and place: a line of print is wide
and low, a thumb touches the edge of the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.components import Components
from handdigit.ink.neighbourhood import eroded

Floats = NDArray[np.float32]

PIECE_GAP = 0.25
"""Of a writing's size: how far away a piece of it may be..."""
PIECE_SIZE = 0.13
"""...which has at least this share of its size..."""
PIECE_CONTRAST = 2.5
"""...and is at most this many times as strong or as weak."""
SMALLEST = 0.008
"""Of the shorter side: the smallest part that may be a writing, or a piece of one..."""
SMALLEST_PIXELS = 4
"""...and the same in pixels."""
MOST_PARTS = 400
"""Parts that are looked at, the largest first."""
MOST_GROUPS = 40
FILLS = 0.85
"""Of both sides: a writing that long fills the picture."""
CUT_OFF = 0.2
"""How little a writing is worth that touches the edge of the sheet: a thumb, the desk."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Parts that belong together, at working size."""

    members: NDArray[np.int64]
    """Their numbers."""
    low: NDArray[np.int64]
    """Top, left."""
    high: NDArray[np.int64]
    """Bottom, right."""
    merit: float
    """Size in shorter sides of the picture, times strength."""
    contrast: float
    """Share of the paper's light that the strongest part takes."""
    is_cut_off: bool
    """Whether it touches the edge of the sheet, without filling it."""


def groups_of(
    parts: Components, calm: Floats, inner: NDArray[np.bool_], certain: NDArray[np.bool_]
) -> list[Group]:
    """Return groups of parts that may be the writing, the best first.

    Args:
        parts: of the mask of ink.
        calm: (H, W) share of the paper's light that is missing.
        inner: (H, W) the sheet without its edge.
        certain: (H, W) where it is no noise; a part has some of this.
    """
    if not len(parts):
        return []
    side = float(min(calm.shape))
    size = np.maximum(parts.height, parts.width)
    order = np.argsort(-size)[:MOST_PARTS]
    order = order[size[order] >= max(SMALLEST_PIXELS, SMALLEST * side)]
    order = order[np.isin(order + 1, np.unique(parts.labels[certain]))]
    contrast = parts.sums(calm) / parts.area
    touches = _touching(parts, inner)
    free = np.ones(len(parts), np.bool_)
    found = []
    for seed in order:
        if not free[seed]:
            continue
        # What touches the edge, as fingers do, is no part of what does not.
        others = order[free[order] & (touches[order] == touches[seed])]
        members = _grown(int(seed), others, parts, size, contrast)
        free[members] = False
        found.append(_group(members, parts, contrast, touches, calm.shape))
        if len(found) == MOST_GROUPS:
            break
    found.sort(key=lambda group: -group.merit)
    return found


LINE_GAP = 3.0
"""Of a line's height: how far apart digits of a number are at most..."""
LINE_HEIGHT = 0.35
"""...that are at least and..."""
LINE_HIGHEST = 1.7
"""...at most this high..."""
LINE_OVERLAP = 0.6
"""...and share this much of their height with the line."""


def line_around(group: Group, parts: Components, calm: Floats, inner: NDArray[np.bool_]) -> Group:
    """Return a group with what stands beside it on a line: the digits of a number."""
    height = int(group.high[0] - group.low[0])
    contrast = parts.sums(calm) / parts.area
    alike = contrast / contrast[group.members].max()
    fits = (alike > 1 / PIECE_CONTRAST) & (alike < PIECE_CONTRAST) & ~_touching(parts, inner)
    fits &= (parts.height >= LINE_HEIGHT * height) & (parts.height <= LINE_HIGHEST * height)
    common = np.minimum(parts.box[:, 2], group.high[0]) - np.maximum(parts.box[:, 0], group.low[0])
    fits &= common >= LINE_OVERLAP * np.minimum(parts.height, height)
    left, right = int(group.low[1]), int(group.high[1])
    on_line = np.zeros(len(parts), np.bool_)
    while True:
        gap = np.maximum(parts.box[:, 1] - right, left - parts.box[:, 3])
        more = fits & ~on_line & (gap <= LINE_GAP * height)
        if not more.any():
            break
        on_line |= more
        left = min(left, int(parts.box[more, 1].min()))
        right = max(right, int(parts.box[more, 3].max()))
    members = np.union1d(group.members, np.flatnonzero(on_line))
    box = parts.box[members]
    low, high = box[:, :2].min(axis=0), box[:, 2:].max(axis=0)
    return replace(group, members=members, low=low, high=high)


def _grown(
    seed: int,
    others: NDArray[np.int64],
    parts: Components,
    size: NDArray[np.int64],
    contrast: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Return the seed and the parts near it that go with it."""
    members, box = [seed], parts.box[seed]
    alike = contrast[others] / contrast[seed]
    waiting = others[(alike > 1 / PIECE_CONTRAST) & (alike < PIECE_CONTRAST) & (others != seed)]
    while waiting.size:
        extent = int((box[2:] - box[:2]).max())
        theirs = parts.box[waiting]
        gap = np.maximum(theirs[:, :2] - box[2:], box[:2] - theirs[:, 2:]).max(axis=1)
        belongs = (size[waiting] >= PIECE_SIZE * extent) & (gap <= PIECE_GAP * extent)
        if not belongs.any():
            break
        members += waiting[belongs].tolist()
        low, high = theirs[belongs, :2].min(axis=0), theirs[belongs, 2:].max(axis=0)
        box = np.concatenate([np.minimum(box[:2], low), np.maximum(box[2:], high)])
        waiting = waiting[~belongs]
    return np.array(members)


def _touching(parts: Components, inner: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which parts touch the edge of the sheet or of the picture."""
    edge = ~eroded(np.pad(inner, 1), 2)[1:-1, 1:-1]
    touched = np.unique(parts.labels[edge])
    touches = np.zeros(len(parts) + 1, np.bool_)
    touches[touched] = True
    return touches[1:]


def _group(
    members: NDArray[np.int64],
    parts: Components,
    contrast: NDArray[np.float64],
    touches: NDArray[np.bool_],
    shape: tuple[int, ...],
) -> Group:
    box = parts.box[members]
    low, high = box[:, :2].min(axis=0), box[:, 2:].max(axis=0)
    height, width = (float(length) for length in high - low)
    fills = height > FILLS * shape[0] and width > FILLS * shape[1]
    is_cut_off = bool(touches[members].any()) and not fills
    # A line of print is wide, a digit is not.
    size = min(height, 2 * height**2 / width) / min(shape)
    weight = parts.area[members] / parts.area[members].sum()
    merit = size * float(contrast[members] @ weight) * (CUT_OFF if is_cut_off else 1.0)
    return Group(members, low, high, merit, float(contrast[members].max()), is_cut_off)
