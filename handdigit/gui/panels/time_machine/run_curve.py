"""How well the run did, epoch by epoch, with a mark at the checkpoint in view."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.errors import HanddigitError
from handdigit.gui.theme import category_colour
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painter import Painter
from handdigit.gui.widgets.plot import STYLES, Axis, Plot, PlotWidget
from handdigit.number_format import percent
from handdigit.storage.models.model_file import read_model_info
from handdigit.storage.runs.run_store import Run, RunStore

SWATCH = 24
"""Length of a line beside its name, in pixels: enough for two dashes."""
APART = 12
"""Between a name and the next line, in pixels."""
NEAR = 12
"""Ticks are left out where there would be more than so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """A share, 0..1, for some of the epochs."""

    name: str
    points: Mapping[int, float]


class RunCurve(PlotWidget):
    """Lines over the epochs; pressing or dragging goes to the epoch under the pointer.

    Signals:
        epoch_requested(int): this epoch is to be looked at.
    """

    epoch_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        named(self, "timeCurve", self.tr("Share read correctly, by epoch"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lines: tuple[Line, ...] = ()
        self._last = 1
        self._epoch = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    @property
    def epoch(self) -> int:
        """Where the mark is."""
        return self._epoch

    def show_lines(self, lines: tuple[Line, ...], last: int) -> None:
        """Show lines over the epochs 0 to ``last``."""
        self._lines = tuple(line for line in lines if line.points)
        self._last = max(1, last)
        self.update()

    def mark(self, epoch: int) -> None:
        """Move the mark."""
        self._epoch = epoch
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(560, self.fontMetrics().height() * 9)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(300, self.fontMetrics().height() * 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the epoch under the pointer."""
        epoch = self.value_pressed(event)
        if epoch is not None:
            self.epoch_requested.emit(round(epoch))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        self.mousePressEvent(event)

    def cells(self) -> Cells:
        """Return a row for every epoch."""

        def text(row: int, column: int) -> str:
            share = self._lines[column].points.get(row)
            return "" if share is None else percent(share)

        def press(row: int, _column: int) -> None:
            self.epoch_requested.emit(row)

        rows = [self.tr("epoch {0}").format(epoch) for epoch in range(self._last + 1)]
        names = [line.name for line in self._lines]
        return Cells(rows, names, text, press, (self._epoch, 0))

    def plot(self) -> Plot:
        """Return where the axes lie: upwards all of it, or the part where the lines are."""
        values = [value for line in self._lines for value in line.points.values()]
        lowest = min(values, default=0.0)
        low = next((end for end in (0.98, 0.95, 0.9, 0.8, 0.5) if lowest >= end), 0.0)
        shares = tuple((share, f"{100 * share:.3g} %") for share in (low, (1 + low) / 2, 1.0))
        step = max(1, -(-self._last // NEAR))
        epochs = tuple((epoch, str(epoch)) for epoch in range(0, self._last + 1, step))
        area = self.area("100 %", above=1.6, below=1.3)
        return Plot(area, Axis(0, self._last, epochs), Axis(low, 1, shares))

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint the mark, the lines, and their names with the values at the mark."""
        metrics = painter.fontMetrics()
        x, across, height = plot.x(self._epoch), 0.0, float(metrics.height())
        wide = [metrics.horizontalAdvance(f"{line.name} {percent(1)}") for line in self._lines]
        room = self.width() - len(wide) * (SWATCH + APART)
        scale = min(1.0, room / max(1, sum(wide)))  # all names stand in one line
        above, below = QPointF(x, plot.area.top() - 4), QPointF(x, plot.area.bottom())
        painter.line(above, below, "warning", 2)
        for index, line in enumerate(self._lines):
            colour = category_colour(index, painter.theme)
            style = STYLES[index % len(STYLES)]
            plot.paint_line(painter, sorted(line.points.items()), colour, style=style, dot=3.2)
            here, text = line.points.get(self._epoch), line.name
            if here is not None:
                painter.dot(plot.place(self._epoch, here), 5.5, colour)
                text += f" {percent(here)}"
            middle = QPointF(across, height / 2)
            painter.use_pen(colour, 2.5, style)
            painter.drawLine(middle, middle + QPointF(SWATCH, 0))
            place = QRectF(across + SWATCH + 4, 0, self.width(), height)
            painter.text(place, text, scale=scale)
            across += wide[index] * scale + SWATCH + APART


_EPOCH = re.compile("epoch-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The model as it was after an epoch."""

    epoch: int
    """0: before the first."""
    path: Path


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run with the checkpoints that it has left so far, the first one first."""

    run: Run
    checkpoints: tuple[Checkpoint, ...]
    curve: tuple[Mapping[str, Any], ...]
    """The epochs of the run, as ``EpochDone`` has them; none if unknown."""
    size: int
    """How many bytes it takes on the disk."""

    def shares(self, key: str) -> dict[int, float]:
        """Return what the run noted under ``key``, 0..1, by epoch."""
        noted = ((done.get("epoch"), done.get(key)) for done in self.curve)
        return {
            epoch: float(share)
            for epoch, share in noted
            if isinstance(epoch, int) and isinstance(share, int | float) and 0 <= share <= 1
        }


@dataclass(frozen=True, slots=True)
class PastRuns:
    """What one look at the runs gave."""

    runs: tuple[PastRun, ...] = ()
    """Those that left checkpoints, the newest first."""
    left_out: tuple[str, ...] = ()
    """A sentence for each that cannot be read."""


def past_runs(store: RunStore) -> PastRuns:
    """Look at all runs; that takes as long as the disk does."""
    readable, left_out = store.catalogue()
    found = ((run, _checkpoints(store, run)) for run in readable)
    return PastRuns(
        tuple(
            PastRun(run, checkpoints, _curve(checkpoints), _size(run.folder))
            for run, checkpoints in found
            if checkpoints
        ),
        left_out,
    )


def _checkpoints(store: RunStore, run: Run) -> tuple[Checkpoint, ...]:
    found = []
    for path in store.snapshots(run):
        number = _EPOCH.match(path.name)
        if number is not None:
            found.append(Checkpoint(int(number[1]), path))
    return tuple(sorted(found, key=lambda checkpoint: checkpoint.epoch))


def _curve(checkpoints: Sequence[Checkpoint]) -> tuple[Mapping[str, Any], ...]:
    try:
        return read_model_info(checkpoints[-1].path).curve
    except HanddigitError:
        return ()


def _size(folder: Path) -> int:
    size = 0
    with contextlib.suppress(OSError):  # somebody deletes it
        for file in folder.iterdir():
            size += file.lstat().st_size
    return size
