"""Rules, squares and boxes on paper: straight lines that no pen drew.

Lines are found by a Hough transform of thin pixels (Duda and Hart 1972), and taken out where
the ink across them is no thicker than they are, which leaves strokes that cross them whole
(staff line removal by run lengths; Fujinaga 1988).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.components import runs_of
from handdigit.ink.neighbourhood import dilated

THICKEST = 0.014
"""Of the shorter side: what is thicker is no rule."""
STEEPEST = 0.3
"""Slope up to which a line is a rule of its direction."""
MOST_PEAKS = 600
"""Lines that are looked at in each direction."""
SHORTEST = 0.1
"""Of the shorter side: the shortest side of a box."""
WHOLE = 0.8
"""Share of the sheet's chord that a rule covers at least; its ends may be hidden."""
DENSE = 0.7
"""Share of its length along which ink is seen..."""
THIN = 0.4
"""...and is as thin as a rule."""
PARALLEL = 0.04
"""Difference of slopes up to which rules are of one ruling."""
RULING = 3
"""Parallel lines from edge to edge that are rules, and no sides of one box."""
GAP = 0.05
"""Of the shorter side: a longer gap ends a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A straight line y = offset + slope·x over a range of x; of columns, x and y change roles."""

    offset: float
    slope: float
    first: int
    last: int
    thickness: float
    is_whole: bool
    """Whether it goes from one edge of the sheet to the other."""

    def at(self, x: NDArray[np.floating] | NDArray[np.integer] | float) -> NDArray[np.floating]:
        """Return y there."""
        return np.asarray(self.offset + self.slope * x)


def rules_in(mask: NDArray[np.bool_], sheet: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the pixels of an (H, W) mask of ink that belong to rules and boxes only."""
    across, down = _lines(mask, sheet), _lines(mask.T, sheet.T)
    sides_across, sides_down = _sides(across, down, sheet)
    taken = _pixels(mask, _ruled(across, mask.shape[1]) + sides_across)
    taken |= _pixels(mask.T, _ruled(down, mask.shape[0]) + sides_down).T
    return taken


def _lines(mask: NDArray[np.bool_], sheet: NDArray[np.bool_]) -> list[Line]:
    """Return the lines that run about along the rows."""
    side = min(mask.shape)
    runs = runs_of(mask.T)  # vertical runs: row is the column here
    thin = runs.length <= max(4, THICKEST * side)
    x, y = runs.row[thin], (runs.start[thin] + runs.stop[thin] - 1) / 2
    thickness = runs.length[thin]
    shortest = max(12, int(SHORTEST * side))
    if len(x) < shortest:
        return []
    top, bottom = sheet.argmax(axis=0), len(sheet) - 1 - sheet[::-1].argmax(axis=0)
    on_sheet = sheet.any(axis=0)
    lines: list[Line] = []
    width = max(2.0, side / 400)
    for offset, slope in _peaks(x, y, mask.shape, shortest):
        near = np.abs(y - offset - slope * x) <= width + 1
        if near.sum() < 0.8 * shortest:
            continue
        offset, slope = _fitted(x[near], y[near], width)
        near = np.abs(y - offset - slope * x) <= width
        if near.sum() < 0.8 * shortest:
            continue
        line = _longest_part(mask, x[near], (offset, slope), float(np.median(thickness[near])))
        if line is None or line.last - line.first < shortest:
            continue
        level = line.at(np.arange(mask.shape[1]))
        chord = int((on_sheet & (level >= top) & (level <= bottom)).sum())
        covers = line.last - line.first >= WHOLE * chord
        lines.append(replace(line, is_whole=covers))
        x, y, thickness = x[~near], y[~near], thickness[~near]
    return lines


def _ruled(lines: list[Line], extent: int) -> list[Line]:
    """Return the lines from edge to edge; short ones, in corners, need long ones like them.

    ``extent`` is that of the picture along the lines, in pixels.
    """
    whole = [line for line in lines if line.is_whole]
    long = [line for line in whole if 2 * (line.last - line.first) >= extent]
    slopes = np.array([line.slope for line in long])
    return [line for line in whole if (np.abs(slopes - line.slope) < PARALLEL).sum() > 1] + long


def _peaks(
    x: NDArray[np.int64], y: NDArray[np.float64], shape: tuple[int, int], shortest: int
) -> list[tuple[float, float]]:
    """Return (offset, slope) of lines through many places, those through most first."""
    rows, columns = shape
    slopes = np.linspace(-STEEPEST, STEEPEST, 2 * int(STEEPEST * columns / 4) + 1)
    middle = columns / 2
    reach = int(STEEPEST * middle) + 2
    votes = np.zeros((len(slopes), (rows + 2 * reach) // 2 + 2), np.int32)
    for number, slope in enumerate(slopes):
        cell = ((y - slope * (x - middle) + reach) / 2).astype(np.int64)
        count = np.bincount(cell, minlength=votes.shape[1])
        votes[number] = count
        votes[number, 1:] += count[:-1]  # a line may lie between two cells
    highest = (votes >= 0.8 * shortest) & (votes == dilated(votes, 2))
    slope_at, cell_at = np.nonzero(highest)
    order = np.argsort(-votes[highest])[:MOST_PEAKS]
    slope = slopes[slope_at[order]]
    offset = 2.0 * cell_at[order] - reach - slope * middle
    return list(zip(offset.tolist(), slope.tolist(), strict=True))


def _fitted(x: NDArray[np.int64], y: NDArray[np.float64], width: float) -> tuple[float, float]:
    slope, offset = np.polyfit(x, y, 1)
    close = np.abs(y - offset - slope * x) <= width
    if close.sum() > 10:
        slope, offset = np.polyfit(x[close], y[close], 1)
    return float(offset), float(slope)


def _longest_part(
    mask: NDArray[np.bool_],
    x: NDArray[np.int64],
    fitted: tuple[float, float],
    thickness: float,
) -> Line | None:
    """Return the longest inked part of a line, None if too little of it is thin.

    Strokes that run along a rule hide it: what counts is that there is ink.
    """
    offset, slope = fitted
    rows, columns = mask.shape
    places = np.arange(columns)
    level = np.rint(offset + slope * places).astype(np.int64)
    inked = np.zeros(columns, np.bool_)
    for step in (-1, 0, 1):
        row = level + step
        inked |= mask[np.clip(row, 0, rows - 1), places] & (row >= 0) & (row < rows)
    inked_at = np.flatnonzero(inked)
    if not inked_at.size:
        return None
    ends = np.flatnonzero(np.diff(inked_at) > GAP * min(mask.shape))
    first = inked_at[np.concatenate([[0], ends + 1])]
    last = inked_at[np.concatenate([ends, [len(inked_at) - 1]])]
    longest = int((last - first).argmax())
    start, stop = int(first[longest]), int(last[longest])
    length = stop - start + 1
    thin = np.unique(x[(x >= start) & (x <= stop)]).size
    if thin < THIN * length or inked[start : stop + 1].sum() < DENSE * length:
        return None
    return Line(offset, slope, start, stop, thickness, is_whole=False)


def _sides(
    across: list[Line], down: list[Line], sheet: NDArray[np.bool_]
) -> tuple[list[Line], list[Line]]:
    """Return the sides of boxes: lines that end at one another, or at the edge of the sheet.

    A stroke may end at two others, as in a 5, or at two rules: what it ends at is to be the side
    of a box itself, or of a row of them from edge to edge.
    """
    across, down = _without_ruling(across), _without_ruling(down)
    while True:
        left = [a for a in across if a.is_whole or _closes(a, down, sheet)]
        below = [d for d in down if d.is_whole or _closes(d, across, sheet.T)]
        if (len(left), len(below)) == (len(across), len(down)):
            return [a for a in left if not a.is_whole], [d for d in below if not d.is_whole]
        across, down = left, below


def _without_ruling(lines: list[Line]) -> list[Line]:
    """Return the lines that are not of many from edge to edge."""
    slopes = np.array([line.slope for line in lines if line.is_whole])
    return [
        line
        for line in lines
        if not line.is_whole or (np.abs(slopes - line.slope) < PARALLEL).sum() < RULING
    ]


def _closes(line: Line, crossing: list[Line], sheet: NDArray[np.bool_]) -> bool:
    """Return whether the line ends like the side of a box.

    Lines of the other direction pass through both of its ends, or through one, and the other
    is at the edge of the sheet.
    """
    near = 0.02 * min(sheet.shape)
    corners, ends = 0, 0
    for x, outwards in ((line.first, -1), (line.last, 1)):
        y = float(line.at(x))
        is_corner = any(
            abs(float(other.at(y)) - x) <= near and other.first - near <= y <= other.last + near
            for other in crossing
        )
        corners += is_corner
        beyond = (round(y), round(x + outwards * near))
        is_inside = all(0 <= b < n for b, n in zip(beyond, sheet.shape, strict=True))
        ends += is_corner or not (is_inside and sheet[beyond])
    return ends == 2 and corners > 0


def _pixels(mask: NDArray[np.bool_], lines: list[Line]) -> NDArray[np.bool_]:
    """Return the pixels of vertical runs that are about as long as the line there is thick."""
    taken = np.zeros_like(mask)
    if not lines:
        return taken
    runs = runs_of(mask.T)
    middle = (runs.start + runs.stop - 1) / 2
    gone = np.zeros(len(middle), np.bool_)
    for line in lines:
        over = (runs.row >= line.first - 2) & (runs.row <= line.last + 2)
        close = np.abs(middle - line.at(runs.row)) <= line.thickness / 2 + 2.5
        gone |= over & close & (runs.length <= 1.5 * line.thickness + 1.5)
    column = np.repeat(runs.row[gone], runs.length[gone])
    lengths = runs.length[gone]
    step = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    taken[np.repeat(runs.start[gone], lengths) + step, column] = True
    return taken
