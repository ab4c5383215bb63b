"""Input and output beside each other; below each other where they are rows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from handdigit.core.convolution import Axis, Values
from handdigit.core.notation import format_shape
from handdigit.gui.panels.lab.editing import EditableGrid
from handdigit.gui.panels.lab.experiment import Experiment, Look, Operation, Place
from handdigit.gui.panels.lab.grid import Grid
from handdigit.gui.panels.lab.grid_painter import Sheet
from handdigit.gui.widgets.labels import Label

CAPTION_GAP = 4
SPACING = 8
SMALLEST = 150
"""Height below which grids are not squeezed, in pixels."""
SMALLEST_ROW = 34
SCROLL_BAR = 32
"""More than a scroll bar's width, in pixels."""


class Bench(QWidget):
    """The input with its padding, and the output.

    Signals:
        input_edited(object): new input values, (rows, columns).
        output_pointed(int, int): the pointer or the keys went to another output value.
        output_chosen(int, int): an output value was clicked.
    """

    input_edited = Signal(object)
    output_pointed = Signal(int, int)
    output_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("labBench")
        self._fitted_width = 0
        self._input = EditableGrid("labInput", self.tr("Input values"))
        self._output = Grid("labOutput", self.tr("Output values"))
        self._output.setToolTip(self.tr("Point at a value for its sum"))
        self._input_caption = _caption("labInputCaption")
        self._output_caption = _caption("labOutputCaption")
        self._arrow = Label("→", colour="muted", size=1.5)
        self._arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)
        self._layout.addWidget(_captioned(self._input_caption, self._input), 1)
        self._layout.addWidget(self._arrow)
        self._layout.addWidget(_captioned(self._output_caption, self._output), 1)
        self._input.values_edited.connect(self.input_edited)
        self._output.cell_pointed.connect(self.output_pointed)
        self._output.cell_chosen.connect(self.output_chosen)

    def show_experiment(self, experiment: Experiment, output: Values, *, can_edit: bool) -> None:
        """Show the values; ``can_edit`` says whether the input takes any."""
        flat = experiment.values.ndim == 1
        sheet = _input_sheet(experiment, experiment.axes)
        self._input.set_editing(can_edit=can_edit, toggles=not flat)
        self._input.setToolTip(self._input_hint(can_edit=can_edit, flat=flat))
        self._input.show_sheet(sheet)
        # Rows lie below each other: with cells of one width each output is below its window.
        self._output.show_sheet(Sheet(output, room=sheet.shape if flat else (0, 0)))
        shape = format_shape(experiment.values.shape)
        self._input_caption.setText(self.tr("Input {0}").format(shape))
        shape = format_shape(output.shape[-experiment.values.ndim :])
        text = self.tr("Output {0}").format(shape)
        self._output_caption.setText(text if output.size else self.tr("No output"))
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if flat else directions.LeftToRight)
        self._arrow.setText("↓" if flat else "→")
        for grid in (self._input, self._output):
            grid.setMinimumHeight(SMALLEST_ROW if flat else SMALLEST)
        self._limit_height()

    def show_place(self, place: Place, look: Look, revealed: int | None) -> None:
        """Outline an output value and what is under the kernel there."""
        self._output.show_current(place, revealed)
        self._input.show_look(look)

    def show_no_place(self) -> None:
        """Outline nothing: there is no output."""
        self._input.show_look(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more height than the grids can use.

        A scroll bar's coming and going is not followed: the lower grids of a narrower bench
        need none, so that it would come and go for ever.
        """
        super().resizeEvent(event)
        if abs(self.width() - self._fitted_width) > SCROLL_BAR:
            self._limit_height()

    def _limit_height(self) -> None:
        self._fitted_width = self.width()
        caption = self._input_caption.sizeHint().height() + CAPTION_GAP
        arrow = self._arrow.sizeHint()
        if self._layout.direction() is QBoxLayout.Direction.TopToBottom:
            grids = [grid.height_for(self.width()) for grid in (self._input, self._output)]
            height = sum(grids) + 2 * (caption + SPACING) + arrow.height()
        else:
            width = (self.width() - arrow.width() - 2 * SPACING) // 2
            grids = [grid.height_for(width) for grid in (self._input, self._output)]
            height = max(*grids, SMALLEST) + caption
        self.setMaximumHeight(height)

    def _input_hint(self, *, can_edit: bool, flat: bool) -> str:
        if not can_edit:
            return self.tr("The picture that the network gets")
        if flat:
            return self.tr("Click a value and type a number")
        return self.tr("Click or drag to switch values, double-click to type one")


def _caption(name: str) -> Label:
    caption = Label(colour="muted")
    caption.setObjectName(name)
    caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return caption


def _captioned(caption: Label, grid: Grid) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(CAPTION_GAP)
    layout.addWidget(caption)
    layout.addWidget(grid, 1)
    return column


def _input_sheet(experiment: Experiment, axes: tuple[Axis, ...]) -> Sheet:
    fits = all(axis.padded >= axis.reach for axis in axes)
    dropped = tuple(axis.dropped if fits else 0 for axis in axes)
    flat = len(axes) == 1
    return Sheet(
        np.atleast_2d(experiment.values),
        row_sides=(0, 0) if flat else axes[0].sides,
        column_sides=axes[-1].sides,
        dropped=(0 if flat else dropped[0], dropped[-1]),
        padding=-np.inf if experiment.operation is Operation.MAX_POOLING else 0.0,
    )
