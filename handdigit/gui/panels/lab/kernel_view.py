"""The kernel to edit, and beside it, in a convolution, the kernel as it is applied."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.core.notation import format_shape
from handdigit.gui.panels.lab.editing import EditableGrid
from handdigit.gui.panels.lab.experiment import Experiment, Operation
from handdigit.gui.panels.lab.grid import Grid
from handdigit.gui.panels.lab.grid_painter import Sheet
from handdigit.gui.widgets.labels import Label

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
        self._caption = Label(colour="muted")
        self._caption.setObjectName("labKernelCaption")
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
