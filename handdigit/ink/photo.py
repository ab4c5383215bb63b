"""The writing in a photo: the best guesses, each as a clean picture of ink.

The sheet is found first, then its light is divided out, rules are taken out, and what is left
is grouped to writings by size, distance and strength. Ink is looked for at full resolution, up
to :data:`WORKING_SIDE`. Who knows what digits look like may choose among the candidates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.components import Components, components_of
from handdigit.ink.illumination import darkening, is_dark_on_bright, level_and_noise
from handdigit.ink.neighbourhood import box_mean, dilated, eroded, reduced
from handdigit.ink.paper import Sheet, find_sheet
from handdigit.ink.rules import rules_in

Floats = NDArray[np.float32]

WORKING_SIDE = 2000
"""Pixels: longer pictures are averaged down to at most about this."""
WIDEST_STROKE = 0.1
"""Of the shorter side."""
WIDEST_STROKE_CLOSE = 0.7
"""The same where a digit fills the picture."""
FAINTEST = 0.06
"""Share of the paper's light that ink takes at least."""
NOISE_LIMIT = 5.0
"""Standard deviations of the paper's noise that ink stands out at least."""
LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)
COLOUR_GAIN = 1.5
"""A channel is used in place of luminance where ink is this much stronger in it."""
PIECE_GAP = 0.25
"""Of a writing's size: how far away a piece of it may be..."""
PIECE_SIZE = 0.13
"""...which has at least this share of its size."""
MOST_CANDIDATES = 5
FILLS = 0.85
"""Of both sides: a writing that long fills the picture."""
CUT_OFF = 0.2
"""How little a writing is worth that touches the edge of the sheet: a thumb, the desk."""
THINNEST = 0.1
"""Of a writing's longer side: thinner lines are drawn this wide, as pens of MNIST are."""
INK_SIDE = 160
"""Pixels of the longer side of the picture of a writing."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One guess what the writing is."""

    ink: NDArray[np.uint8]
    """(h, w) of its box: brightest 255, paper 0."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in pixels of the photo."""
    merit: float
    """How much it looks like the thing that was written, from size, place and strength."""
    contrast: float
    """Share of the paper's light that it takes."""
    is_cut_off: bool
    """Whether it touches the edge of the sheet, without filling it."""


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """What was found in a photo."""

    candidates: tuple[Candidate, ...]
    """The best first; none where nothing stands out."""
    sheet: Sheet

    @property
    def clearness(self) -> float:
        """Return 0..1: how much better the first guess is than the second."""
        if len(self.candidates) < 2:
            return float(len(self.candidates))
        first, second = (c.merit for c in self.candidates[:2])
        return 1 - second / first


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Parts that belong together, at working size."""

    members: NDArray[np.int64]
    """Their numbers."""
    low: NDArray[np.int64]
    """Top, left."""
    high: NDArray[np.int64]
    """Bottom, right."""
    merit: float
    contrast: float
    is_cut_off: bool


def find_writing(colours: NDArray[np.uint8]) -> Writing:
    """Return the writing in an (H, W, 3) photo."""
    factor = max(1, -(-max(colours.shape[:2]) // WORKING_SIDE))
    picture = reduced(colours, factor)
    sheet = find_sheet(picture)
    on_sheet = sheet.at(picture.shape[:2])
    grey = _signed(picture, on_sheet)
    inner = on_sheet if on_sheet.all() else eroded(on_sheet, max(1, min(grey.shape) // 200))
    candidates = _candidates(grey, inner, WIDEST_STROKE, factor)
    if not candidates or candidates[0].is_cut_off:
        closer = _candidates(grey, inner, WIDEST_STROKE_CLOSE, factor)
        candidates = [c for c in closer if not c.is_cut_off] + candidates
    return Writing(tuple(candidates[:MOST_CANDIDATES]), sheet)


def _candidates(
    grey: Floats, inner: NDArray[np.bool_], widest: float, factor: int
) -> list[Candidate]:
    """Return the writings whose strokes are at most ``widest``, the best first."""
    dark = darkening(grey, max(2, round(widest * min(grey.shape) / 2)))
    level, noise = level_and_noise(dark[inner])
    dark -= np.float32(level)
    calm = box_mean(dark, 1)
    mask, typical = _ink_mask(calm, inner, noise / 2)
    if typical == 0:
        return []
    mask &= ~dilated(rules_in(mask, inner), 1)
    parts = components_of(mask)
    candidates = [_cut(group, parts, dark, factor) for group in _groups(parts, calm, inner)]
    candidates.sort(key=lambda candidate: -candidate.merit)
    return candidates


def _signed(picture: Floats, on_sheet: NDArray[np.bool_]) -> Floats:
    """Return the grey levels in which ink stands out most, dark on bright."""
    luminance = picture @ LUMINANCE
    seen = picture[on_sheet][:: max(1, int(on_sheet.sum()) // 50_000)]
    spread, common = seen.std(axis=0), (seen @ LUMINANCE).std()
    grey = luminance
    if spread.max() > COLOUR_GAIN * common:
        grey = picture[:, :, int(spread.argmax())]
    step = max(1, max(grey.shape) // 500)
    small = reduced(grey, step)
    reach = max(2, min(small.shape) // 10)
    inside = on_sheet[::step, ::step][: small.shape[0], : small.shape[1]]
    paper = np.where(inside, small, float(np.median(small[inside])))
    return grey if is_dark_on_bright(paper, reach) else 255 - grey


def _ink_mask(
    calm: Floats, inner: NDArray[np.bool_], noise: float
) -> tuple[NDArray[np.bool_], float]:
    """Return where ink is and how much light it typically takes, 0 if there is none."""
    least = max(FAINTEST, NOISE_LIMIT * noise)
    strong = inner & (calm > least)
    if strong.sum() < 4:
        return strong, 0.0
    typical = float(np.percentile(calm[strong], 75))
    return inner & (calm > max(least, 0.4 * typical)), typical


def _groups(
    parts: Components, calm: Floats, inner: NDArray[np.bool_]
) -> list[_Group]:
    """Return groups of parts that may be the writing, the best first."""
    if not len(parts):
        return []
    side = float(min(calm.shape))
    size = np.maximum(parts.height, parts.width)
    order = np.argsort(-size)[:400]
    order = order[size[order] >= max(4, 0.008 * side)]
    total = np.bincount(parts.labels.ravel(), calm.ravel(), len(parts) + 1)[1:]
    contrast = total / parts.area
    touches = _touching(parts, inner)
    free = np.ones(len(parts), np.bool_)
    found = []
    for seed in order:
        if not free[seed]:
            continue
        members = _grown(int(seed), order[free[order]], parts, size, contrast)
        free[members] = False
        found.append(_group(members, parts, contrast, touches, calm.shape))
        if len(found) == 40:
            break
    found.sort(key=lambda group: -group.merit)
    return found[:MOST_CANDIDATES]


def _grown(
    seed: int,
    others: NDArray[np.int64],
    parts: Components,
    size: NDArray[np.int64],
    contrast: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Return the seed and the parts near it that go with it."""
    members, box = [seed], parts.box[seed].copy()
    waiting = [int(other) for other in others if other != seed]
    grew = True
    while grew:
        grew = False
        extent = max(box[2] - box[0], box[3] - box[1])
        for other in waiting:
            top, left, bottom, right = parts.box[other]
            gap = max(top - box[2], box[0] - bottom, left - box[3], box[1] - right, 0)
            belongs = size[other] >= PIECE_SIZE * extent and gap <= PIECE_GAP * extent
            alike = 0.4 < contrast[other] / contrast[seed] < 2.5
            if belongs and alike:
                members.append(other)
                waiting.remove(other)
                box[:2] = np.minimum(box[:2], (top, left))
                box[2:] = np.maximum(box[2:], (bottom, right))
                grew = True
                break
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
) -> _Group:
    box = parts.box[members]
    low, high = box[:, :2].min(axis=0), box[:, 2:].max(axis=0)
    height, width = (float(length) for length in high - low)
    fills = height > FILLS * shape[0] and width > FILLS * shape[1]
    is_cut_off = bool(touches[members].any()) and not fills
    # A line of print is wide, a digit is not.
    size = min(height, 2 * height**2 / width) / min(shape)
    weight = parts.area[members] / parts.area[members].sum()
    merit = size * float(contrast[members] @ weight) * (CUT_OFF if is_cut_off else 1.0)
    return _Group(members, low, high, merit, float(contrast[members].max()), is_cut_off)


def _cut(group: _Group, parts: Components, dark: Floats, factor: int) -> Candidate:
    top, left = np.maximum(group.low - 3, 0)
    bottom, right = np.minimum(group.high + 3, dark.shape)
    part = (slice(top, bottom), slice(left, right))
    mine = np.isin(parts.labels[part], group.members + 1)
    typical = float(np.percentile(dark[part][mine], 75))
    level = np.clip(dark[part] / typical, 0, 1)
    level[~dilated(mine, 1) | (level < 0.15)] = 0
    ink = _as_pen(level, mine)
    left, top, right, bottom = (float(n * factor) for n in (left, top, right, bottom))
    return Candidate(ink, (left, top, right, bottom), group.merit, group.contrast, group.is_cut_off)


def _as_pen(level: Floats, mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return 0..255 ink of a handy size, thin lines widened."""
    longest = max(mask.shape)
    edge = mask & ~eroded(np.pad(mask, 1), 1)[1:-1, 1:-1]
    # A long band has twice as many pixels on its edge as it is long.
    width = 2 * mask.sum() / max(1, int(edge.sum()))
    factor = longest // INK_SIDE
    if factor > 1:
        rows, columns = (-(-n // factor) * factor for n in level.shape)
        padded = np.pad(level, ((0, rows - level.shape[0]), (0, columns - level.shape[1])))
        level = reduced(padded, factor) * max(1.0, factor / max(width, 1.0))
        level = np.minimum(level, 1)
        longest, width = longest / factor, max(width / factor, 1.0)
    missing = THINNEST * longest - width
    if missing > 1:
        level = _widened(level, missing / 2)
    return np.rint(level * (255 / max(float(level.max()), 1e-6))).astype(np.uint8)


def _widened(level: Floats, radius: float) -> Floats:
    """Return the maximum over discs of that radius: the pen's tip was larger."""
    reach = int(np.ceil(radius))
    padded = np.pad(level, reach)
    wide = np.zeros_like(padded)
    for step in range(-reach, reach + 1):
        half = int(np.sqrt(max(0.0, (radius + 0.25) ** 2 - step**2)))
        if abs(step) > radius + 0.25:
            continue
        row = np.roll(padded, step, axis=0)
        wide = np.maximum(wide, _row_maximum(row, half))
    return wide


def _row_maximum(values: Floats, reach: int) -> Floats:
    best = values
    for shift in range(1, reach + 1):
        best = np.maximum(best, np.maximum(np.roll(values, shift, 1), np.roll(values, -shift, 1)))
    return best
