"""Input and output beside each other; below each other where they are rows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from handdigit.gui.panels.lab.editing import EditableGrid
from handdigit.gui.panels.lab.experiment import Experiment, Look, Operation, Place
from handdigit.gui.panels.lab.grid import Grid
from handdigit.gui.panels.lab.grid_painter import Sheet
from handdigit.gui.widgets.form import vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.convolution import Axis, Values
from handdigit.network.notation import format_shape

CAPTION_GAP = 4
SPACING = 8
SMALLEST = 110
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
        self.input_text, self.output_text = self.tr("Input {0}"), self.tr("Output {0}")
        """What the grids are called, with room for their shapes."""
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
        sheet = input_sheet(experiment, experiment.axes)
        self._input.set_editing(can_edit=can_edit, toggles=not flat)
        self._input.setToolTip(self._input_hint(can_edit=can_edit, flat=flat))
        self._input.show_sheet(sheet)
        # Rows lie below each other: with cells of one width each output is below its window.
        self._output.show_sheet(Sheet(output, room=sheet.shape if flat else (0, 0)))
        shape = format_shape(experiment.values.shape)
        self._input_caption.setText(self.input_text.format(shape))
        shape = format_shape(output.shape[-experiment.values.ndim :])
        text = self.output_text.format(shape)
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
    return Label(colour="muted", name=name, align=Qt.AlignmentFlag.AlignCenter)


def _captioned(caption: Label, grid: Grid) -> QWidget:
    column = QWidget()
    vbox(caption, (grid, 1), on=column, spacing=CAPTION_GAP)
    return column


def input_sheet(experiment: Experiment, axes: tuple[Axis, ...]) -> Sheet:
    """Return the input with its padding, and what of it the floor drops."""
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


CELLS = {1: 36, 2: 36, 3: 36, 4: 32, 5: 29, 6: 25, 7: 22}
"""Pixels that a weight gets, by the kernel's size."""
TURNED_CELLS = CELLS | {5: 22, 6: 17, 7: 15}
"""The same in the turned kernel: large ones are there to be compared, not read."""
FRAME = 3


class KernelView(QWidget):
    """One grid or two.

    Signals:
        kernel_edited(object): new weights, (rows, columns).
    """

    kernel_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("labKernelView")
        self._kernel = EditableGrid("labKernelGrid", self.tr("Kernel values"))
        self._kernel.setToolTip(self.tr("Click a weight and type a number"))
        self._turned = Grid("labTurnedKernel", self.tr("Kernel turned by 180°, as applied"))
        self._turned.setToolTip(self.tr("What a convolution multiplies with"))
        self._caption = Label(colour="muted", name="labKernelCaption")
        self._turned_caption = Label(self.tr("turned by 180°"), colour="muted")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(14)
        layout.setVerticalSpacing(4)
        layout.setRowStretch(2, 1)
        for column, widgets in enumerate(
            ((self._caption, self._kernel), (self._turned_caption, self._turned))
        ):
            for row, widget in enumerate(widgets):
                layout.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        self._kernel.values_edited.connect(self.kernel_edited)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the weights; there are none to see in max pooling."""
        operation, weights = experiment.operation, experiment.weights
        self.setVisible(weights is not None)
        if weights is None:
            return
        averages = operation is Operation.MEAN_POOLING
        shape = format_shape(experiment.kernel.shape)
        text = self.tr("Mean of {0}") if averages else self.tr("Kernel {0}")
        self._caption.setText(text.format(shape))
        typed = weights if averages else experiment.kernel
        self._kernel.set_editing(can_edit=not averages, toggles=False)
        self._kernel.show_sheet(Sheet(np.atleast_2d(typed)))
        self._turned.show_sheet(Sheet(np.atleast_2d(weights)))
        for widget in (self._turned, self._turned_caption):
            widget.setVisible(operation is Operation.CONVOLUTION)
        rows, columns = np.atleast_2d(typed).shape
        for grid, cells in ((self._kernel, CELLS), (self._turned, TURNED_CELLS)):
            cell = cells[columns if rows > 1 else 3]
            grid.setFixedSize(cell * columns + FRAME, cell * rows + FRAME)
