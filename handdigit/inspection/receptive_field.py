"""Which part of every earlier layer, and of the drawing, a unit can see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from handdigit.ink.found_ink import FoundInk, on_canvas
from handdigit.ink.ink import Bounds
from handdigit.ink.normalise import BOX, SIDE, Normalised, Pen
from handdigit.inspection.rules.rule import as_maps
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.trace import SOFTMAX, Unit
from handdigit.network.architecture import INPUT, Architecture, PlannedLayer
from handdigit.network.layer import Shape, Window


class Region(NamedTuple):
    """A rectangle in some maps of a layer; ends are exclusive.

    In a vector the features take the place of the channels; rows and columns are 0 to 1.
    """

    channels: frozenset[int]
    top: int
    bottom: int
    left: int
    right: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it, as when a window lies in the padding only."""
        return not self.channels or self.top >= self.bottom or self.left >= self.right

    def united(self, other: Region) -> Region:
        """Return the smallest region around both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        return Region(
            self.channels | other.channels,
            min(self.top, other.top),
            max(self.bottom, other.bottom),
            min(self.left, other.left),
            max(self.right, other.right),
        )


NOWHERE = Region(frozenset(), 0, 0, 0, 0)


def receptive_field(architecture: Architecture, unit: Unit) -> Mapping[str, Region]:
    """Return what a unit depends on: its own layer, every layer before it, and the input.

    Padding is left out. Where branches meet, a region is the rectangle around what each of
    them reads, as all channels of it are.
    """
    plan = architecture.plan()
    regions: dict[str, Region] = {}
    if unit.layer == SOFTMAX:
        regions[SOFTMAX] = _whole((unit.position[0] + 1,))._replace(
            channels=frozenset({unit.position[0]})
        )
        regions[plan[-1].name] = _whole(plan[-1].output_shape)
    else:
        regions[unit.layer] = _own(unit)
    for planned in reversed(plan):
        region = regions.get(planned.name)
        if region is None:
            continue
        for i, name in enumerate(planned.inputs):
            read = _read(planned, region, i)
            regions[name] = regions[name].united(read) if name in regions else read
    return regions


def input_field_size(architecture: Architecture, layer: str) -> tuple[int, int]:
    """Return rows and columns that a unit in the middle of a layer sees of the input."""
    if layer == INPUT:
        return (1, 1)
    shape = next(p.output_shape for p in architecture.plan() if p.name == layer)
    middle = Unit(layer, tuple(n // 2 for n in shape))
    region = receptive_field(architecture, middle)[INPUT]
    return region.bottom - region.top, region.right - region.left


def drawing_bounds(region: Region, normalised: Normalised, pen: Pen = Pen()) -> Bounds:
    """Return where a region of the network's input lies on the drawing.

    Args:
        region: rows and columns of the 28×28 picture.
        normalised: how the drawing became that picture.
        pen: the one it was normalised with; matters for strokes only.

    Returns:
        The rectangle in the ink's units, or in pixels of the picture that was opened.
    """
    scale, dx, dy = _from_drawing(normalised, pen)
    bounds = Bounds(
        (region.left - dx) / scale,
        (region.top - dy) / scale,
        (region.right - dx) / scale,
        (region.bottom - dy) / scale,
    )
    return bounds if normalised.found is None else normalised.found.bounds_of(bounds)


def canvas_bounds(region: Region, normalised: Normalised) -> Bounds:
    """Return where a region of the network's input lies on the canvas."""
    bounds = drawing_bounds(region, normalised)
    if normalised.found is None:
        return bounds
    return on_canvas(bounds, normalised.found.size)


def _from_drawing(normalised: Normalised, pen: Pen) -> tuple[float, float, float]:
    """Return scale, dx, dy with column = x · scale + dx, row = y · scale + dy.

    x and y are in the ink's units, or in pixels of the ink that was found in a picture.
    """
    row, column = normalised.shift
    box, found = normalised.box, normalised.found
    scaled = normalised.square.shape[0] == BOX
    if found is None:
        if not scaled:
            return float(SIDE), float(column), float(row)
        margin = (pen.width + pen.softness - 1) / 2
        extent = max(box.width, box.height)
        scale = (BOX - 2 * margin) / extent if extent > 0 else 1.0
        x, y = box.left + box.width / 2, box.top + box.height / 2
        return scale, BOX / 2 + column - x * scale, BOX / 2 + row - y * scale
    if not scaled and not found.is_whole:
        return _from_part(found, column, row)
    box = found.part_of(box)
    height, width = (box.height, box.width) if scaled else found.ink.shape
    side = max(height, width)
    scale = (BOX if scaled else SIDE) / side
    # The picture begins in the middle of a square, whole pixels from its edge.
    left, top = (side - width) // 2, (side - height) // 2
    if scaled:
        left, top = left - box.left, top - box.top
    return scale, left * scale + column, top * scale + row


def _from_part(found: FoundInk, column: int, row: int) -> tuple[float, float, float]:
    """Return the same where all of a picture was shrunk, and ink is in a part of it only."""
    height, width = found.size
    side = max(height, width)
    shrunk = SIDE / side
    left = found.extent.left + (side - width) // 2
    top = found.extent.top + (side - height) // 2
    return found.scale[0] * shrunk, left * shrunk + column, top * shrunk + row


def _own(unit: Unit) -> Region:
    channel, *place = unit.position
    row, column = place or (0, 0)
    return Region(frozenset({channel}), row, row + 1, column, column + 1)


def _read(planned: PlannedLayer, region: Region, i: int) -> Region:
    """Return what a layer reads of its ``i``-th input for a region of its output."""
    rule, (_, rows, columns) = rule_of(planned), as_maps(planned.input_shapes[i])
    if rule.cube(planned) != as_maps(planned.output_shape):
        region = _unflattened(region, rule.cube(planned))
    channels = frozenset(c for out in region.channels for c in rule.maps(planned, i, out))
    window = rule.window(planned)
    top, bottom = _span(window, region.top, region.bottom, rows)
    left, right = _span(window, region.left, region.right, columns)
    read = Region(channels, top, bottom, left, right)
    return NOWHERE if read.is_empty else read


def _span(window: Window, start: int, stop: int, size: int) -> tuple[int, int]:
    """Return the ends of what the windows from ``start`` to ``stop`` read within the input."""
    read = [y for place in range(start, stop) for y in window.reads(place) if 0 <= y < size]
    return (min(read), max(read) + 1) if read else (0, 0)


def _whole(shape: Shape) -> Region:
    channels, rows, columns = as_maps(shape)
    return Region(frozenset(range(channels)), 0, rows, 0, columns)


def _unflattened(region: Region, shape: Shape) -> Region:
    if len(region.channels) == np.prod(shape):
        return _whole(shape)
    places = [np.unravel_index(feature, shape) for feature in sorted(region.channels)]
    if not places:
        return NOWHERE
    channels, rows, columns = zip(*places, strict=True)
    return Region(
        frozenset(int(c) for c in channels),
        int(min(rows)),
        int(max(rows)) + 1,
        int(min(columns)),
        int(max(columns)) + 1,
    )
