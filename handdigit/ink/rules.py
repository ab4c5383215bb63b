"""Rules, squares and boxes on paper: straight lines that no pen drew.

Lines are found by a Hough transform of thin pixels (Duda and Hart 1972), and taken out where
the ink across them is no thicker than they are, which leaves strokes that cross them whole
(staff line removal by run lengths; Fujinaga 1988).
"""

from __future__ import annotations

from dataclasses import dataclass

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
DENSE = 0.55
"""Share of its length along which ink of a rule is seen."""


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

    def at(self, x: NDArray[np.floating] | float) -> NDArray[np.floating]:
        """Return y there."""
        return np.asarray(self.offset + self.slope * x)


def rules_in(mask: NDArray[np.bool_], sheet: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the pixels of an (H, W) mask of ink that belong to rules and boxes only."""
    across, down = _lines(mask, sheet), _lines(mask.T, sheet.T)
    side = min(mask.shape)
    found_across = [a for a in across if a.is_whole or _closes(a, down, sheet, side)]
    found_down = [d for d in down if d.is_whole or _closes(d, across, sheet.T, side)]
    taken = _pixels(mask, found_across)
    taken |= _pixels(mask.T, found_down).T
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
    cells = _peaks(x, y, mask.shape, shortest)
    alive = np.ones(len(x), np.bool_)
    lines: list[Line] = []
    width = max(2.0, side / 400)
    for offset, slope in cells:
        near = np.flatnonzero(alive & (np.abs(y - offset - slope * x) <= width + 1))
        if len(near) < 0.8 * shortest:
            continue
        slope, offset = _fitted(x[near], y[near], width)
        near = np.flatnonzero(alive & (np.abs(y - offset - slope * x) <= width))
        if len(near) < 0.8 * shortest:
            continue
        line = _line(x[near], thickness[near], (offset, slope), shortest)
        if line is None:
            continue
        alive[near] = False
        places = np.arange(mask.shape[1])
        level = line.at(places)
        chord = np.flatnonzero(on_sheet & (level >= top) & (level <= bottom))
        covers = line.last - line.first >= WHOLE * max(len(chord), 0.5 * mask.shape[1])
        lines.append(
            Line(line.offset, line.slope, line.first, line.last, line.thickness, bool(covers))
        )
    return lines


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
    return float(slope), float(offset)


def _line(
    x: NDArray[np.int64],
    thickness: NDArray[np.int64],
    fitted: tuple[float, float],
    shortest: int,
) -> Line | None:
    """Return the longest dense part of a line, None if it has none."""
    places = np.unique(x)
    gaps = np.flatnonzero(np.diff(places) > shortest)
    first = np.concatenate([[0], gaps + 1])
    last = np.concatenate([gaps, [len(places) - 1]])
    longest = int((places[last] - places[first]).argmax())
    start, stop = int(places[first[longest]]), int(places[last[longest]])
    inked = last[longest] - first[longest] + 1
    if stop - start < 0.8 * shortest or inked < DENSE * (stop - start):
        return None
    return Line(fitted[0], fitted[1], start, stop, float(np.median(thickness)), is_whole=False)


def _closes(
    line: Line, crossing: list[Line], sheet: NDArray[np.bool_], side: int
) -> bool:
    """Return whether the line is the side of a box.

    Lines of the other direction pass through both of its ends, or through one, and the other
    is at the edge of the sheet.
    """
    near = 0.02 * side
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
