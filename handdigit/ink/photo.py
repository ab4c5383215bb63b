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
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.groups import Group, groups_of, line_around
from handdigit.ink.illumination import darkening, is_dark_on_bright, level_and_noise
from handdigit.ink.ink import Bounds
from handdigit.ink.neighbourhood import box_mean, closed, dilated, eroded, reduced, reduction
from handdigit.ink.paper import find_sheet
from handdigit.ink.pen_width import as_pen, stroke_width
from handdigit.ink.ruled_lines import rules_in
from handdigit.ink.writing import Candidate, Writing

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
CERTAIN = 1.5
"""Of what ink takes at least: a writing takes so much somewhere."""
LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)
COLOUR_GAIN = 1.5
"""A channel is used in place of luminance where ink is this much stronger in it."""
COARSE_SIDE = 200
"""Pixels at which wide ink is looked for..."""
SIGN_SIDE = 500
"""...and whether ink is dark or bright."""
MOST_CANDIDATES = 5
MARGIN = 3
"""Pixels around a writing that are cut out with it."""
FRINGE = 0.15
"""Of typical ink: weaker pixels beside it are paper."""
STRONG = 0.4
"""Of typical ink: weaker pixels begin no part."""
TOO_WIDE = 0.04
"""Share of the sheet that is dark and wide from which on a close-up is thought of..."""
DARK = 0.6
"""...dark being less than this share of its light."""


def find_writing(colours: NDArray[np.uint8]) -> Writing:
    """Return the writing in an (H, W, 3) photo."""
    size = colours.shape[:2]
    factor = min(-(-max(colours.shape[:2]) // WORKING_SIDE), *colours.shape[:2])
    picture = reduced(colours, factor)
    sheet = find_sheet(picture)
    on_sheet = sheet.at(picture.shape[:2])
    grey = _signed(picture, on_sheet, sheet.is_dark_ink)
    inner = on_sheet if on_sheet.all() else eroded(on_sheet, max(1, min(grey.shape) // 200))
    if not inner.any():
        return Writing((), sheet)
    is_close = sheet.is_dark_ink is not None
    layer = _layer(grey, inner, WIDEST_STROKE_CLOSE if is_close else WIDEST_STROKE, factor, size)
    if is_close and not layer.groups:
        layer, is_close = _layer(grey, inner, WIDEST_STROKE, factor, size), False
    candidates = [layer.candidate(group) for group in layer.groups[:MOST_CANDIDATES]]
    is_unlikely = not candidates or candidates[0].is_cut_off
    if not is_close and (is_unlikely or _has_wide_ink(grey, inner)):
        close = _layer(grey, inner, WIDEST_STROKE_CLOSE, factor, size)
        closer = [close.candidate(group) for group in close.groups[:MOST_CANDIDATES]]
        widest = WIDEST_STROKE * min(size)
        candidates += [c for c in closer if not c.is_cut_off and c.stroke_width > widest]
        candidates.sort(key=lambda candidate: -candidate.merit)
    return Writing(tuple(candidates[:MOST_CANDIDATES]), sheet, layer.line())


def _has_wide_ink(grey: Floats, inner: NDArray[np.bool_]) -> bool:
    """Return whether something dark is too wide for a stroke: a shadow, or a close-up's ink."""
    step = reduction(grey.shape, COARSE_SIDE)
    small = reduced(grey, step)
    inside = inner[::step, ::step][: small.shape[0], : small.shape[1]]
    paper = closed(small, max(1, round(WIDEST_STROKE * min(small.shape) / 2)))[inside]
    if not paper.size:
        return False
    return float((paper < DARK * np.percentile(paper, 90)).mean()) > TOO_WIDE


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """What is on the paper, if strokes are at most so wide."""

    dark: Floats
    """(H, W) share of the paper's light that is missing..."""
    calm: Floats
    """...and its mean around every pixel."""
    inner: NDArray[np.bool_]
    """(H, W) the sheet without its edge."""
    parts: Components
    groups: list[Group]
    """The best first."""
    factor: int
    """Pixels of the photo to one."""
    size: tuple[int, int]
    """(H, W) of the photo."""

    def candidate(self, group: Group) -> Candidate:
        """Return a group as a guess what the writing is."""
        level, mine, corner = self._cut(group)
        pen = as_pen(level, mine)
        found = self._found(pen.ink, corner - pen.margin * pen.factor, pen.factor)
        width = stroke_width(mine) * self.factor
        return Candidate(found, group.merit, group.contrast, width, group.is_cut_off)

    def line(self) -> FoundInk | None:
        """Return the ink of the best group and of what stands beside it on a line."""
        if not self.groups or self.groups[0].is_cut_off:
            return None
        group = line_around(self.groups[0], self.parts, self.calm, self.inner)
        level, _, corner = self._cut(group)
        return self._found(np.rint(level * 255).astype(np.uint8), corner, 1)

    def _cut(self, group: Group) -> tuple[Floats, NDArray[np.bool_], NDArray[np.int64]]:
        """Return the ink 0..1 of a group alone, where it is strong, and its corner: top, left.

        What is near is faded out by contrast.
        """
        corner = np.maximum(group.low - MARGIN, 0)
        bottom, right = np.minimum(group.high + MARGIN, self.dark.shape)
        part = (slice(corner[0], bottom), slice(corner[1], right))
        mine = np.isin(self.parts.labels[part], group.members + 1)
        level = np.clip(self.dark[part] / _typical(self.dark[part], mine), 0, 1)
        level[~dilated(mine, 1) | (level < FRINGE)] = 0
        return level, mine, corner

    def _found(self, ink: NDArray[np.uint8], corner: NDArray[np.int64], step: int) -> FoundInk:
        top, left = (int(n) for n in corner)
        rows, columns = ink.shape
        edges = (left, top, left + step * columns, top + step * rows)
        return FoundInk(ink, Bounds(*(float(self.factor * edge) for edge in edges)), self.size)


def _layer(
    grey: Floats, inner: NDArray[np.bool_], widest: float, factor: int, size: tuple[int, int]
) -> _Layer:
    """Return what is on the paper, whose strokes are at most ``widest``."""
    dark, light = darkening(grey, max(2, round(widest * min(grey.shape) / 2)))
    level, _ = level_and_noise(dark[inner])
    dark -= np.float32(level)
    # A sensor's noise is a number of grey levels: in the shade it is more of what light there is.
    _, noise = level_and_noise((dark * light)[inner])
    calm = box_mean(dark, 1)
    least = np.maximum(FAINTEST, NOISE_LIMIT * noise / 2 / light)
    mask = _ink_mask(calm, inner, least)
    if mask.any():
        mask &= ~dilated(rules_in(mask, inner), 1)
    parts = components_of(mask)
    groups = groups_of(parts, calm, inner, calm > CERTAIN * least)
    return _Layer(dark, calm, inner, parts, groups, factor, size)


def _signed(picture: Floats, on_sheet: NDArray[np.bool_], is_dark: bool | None) -> Floats:
    """Return the grey levels in which ink stands out most, dark on bright.

    ``is_dark`` says whether that is so already, None where nobody knows.
    """
    luminance = picture @ LUMINANCE
    there = np.flatnonzero(on_sheet)
    seen = picture.reshape(-1, 3)[there[:: max(1, there.size // 50_000)]]
    spread, common = seen.std(axis=0), (seen @ LUMINANCE).std()
    grey = luminance
    if spread.max() > COLOUR_GAIN * common:
        grey = picture[:, :, int(spread.argmax())]
    if is_dark is not None:
        return grey if is_dark else 255 - grey
    step = reduction(grey.shape, SIGN_SIDE)
    small = reduced(grey, step)
    reach = max(2, min(small.shape) // 10)
    inside = on_sheet[::step, ::step][: small.shape[0], : small.shape[1]]
    paper = np.where(inside, small, float(np.median(small[inside])))
    return grey if is_dark_on_bright(paper, reach) else 255 - grey


def _ink_mask(calm: Floats, inner: NDArray[np.bool_], least: Floats) -> NDArray[np.bool_]:
    """Return where ink is, not much weaker than it typically is."""
    strong = inner & (calm > least)
    if not strong.any():
        return strong
    return strong & (calm > STRONG * float(np.percentile(calm[strong], 75)))


def _typical(dark: Floats, mine: NDArray[np.bool_]) -> Floats:
    """Return how strong a writing is around every pixel: chalk in the shade is weaker."""
    reach = max(1, max(mine.shape) // 4)
    around = (box_mean(dark * mine, reach) + 1e-6) / (box_mean(mine, reach) + 1e-6)
    strong = float(np.percentile(dark[mine] / around[mine], 75))
    least = float(np.percentile(dark[mine], 75)) / 2
    typical: Floats = np.maximum(around * strong, least).astype(np.float32)
    return typical
