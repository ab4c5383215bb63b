"""One channel of several: its input, its kernel, the sum of their products."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.lab.bench import input_sheet
from handdigit.gui.panels.lab.editing import EditableGrid
from handdigit.gui.panels.lab.experiment import Experiment, Look, Place
from handdigit.gui.panels.lab.formulas import SumView
from handdigit.gui.panels.lab.grid_painter import Sheet
from handdigit.gui.widgets.labels import Label
from handdigit.network.notation import format_shape

LEAST_INPUT, LEAST_KERNEL = 100, 60
"""Height below which grids are not squeezed, in pixels."""
NO_BREAK = "\N{NO-BREAK SPACE}"
LARGEST_KERNEL = 100
"""Height in pixels: it is there to be compared with the window on the input."""


class ChannelColumn(QObject):
    """The widgets of one channel, to be laid out below each other.

    Signals:
        input_edited(int, object): the channel has new values, (rows, columns).
        kernel_edited(int, object): its kernel has new weights, (K, K).
    """

    input_edited = Signal(int, object)
    kernel_edited = Signal(int, object)

    def __init__(self, channel: int) -> None:
        """Show nothing yet."""
        super().__init__()
        number = channel + 1
        self._caption = Label(
            colour="muted", name=f"labChannelCaption{number}", align=Qt.AlignmentFlag.AlignHCenter
        )
        title = self.tr("Input values of channel {0}").format(number)
        self._input = EditableGrid(f"labChannelInput{number}", title)
        self._kernel_caption = Label(
            colour="muted",
            name=f"labChannelKernelCaption{channel}",
            wraps=True,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        title = self.tr("Kernel of channel {0}").format(number)
        self._kernel = EditableGrid(f"labChannelKernel{number}", title)
        self._sum = SumView(f"{number}")
        for grid, least in ((self._input, LEAST_INPUT), (self._kernel, LEAST_KERNEL)):
            grid.setToolTip(self.tr("Click a value and type a number"))
            grid.setMinimumHeight(least)
        self._input.values_edited.connect(lambda values: self.input_edited.emit(channel, values))
        self._kernel.values_edited.connect(lambda values: self.kernel_edited.emit(channel, values))
        self.widgets: tuple[QWidget, ...] = (
            self._caption,
            self._input,
            self._kernel_caption,
            self._kernel,
            self._sum,
        )

    def limit_heights(self, width: int) -> None:
        """Give the grids no more height than they can use in a width, in pixels."""
        self._input.setMaximumHeight(self._input.height_for(width))
        self._kernel.setMaximumHeight(min(self._kernel.height_for(width), LARGEST_KERNEL))

    def show_channel(
        self, titles: tuple[str, str], number: int, experiment: Experiment, limit: float
    ) -> None:
        """Show the values of a channel and its kernel in the filter of a number.

        ``titles`` have room for the shape of the input, and for number and shape of the kernel.
        A value of ``limit`` has the full colour.
        """
        caption, kernel_caption = titles
        self._caption.setText(caption.format(format_shape(experiment.values.shape)))
        shape = format_shape(experiment.kernel.shape).replace(" ", NO_BREAK)
        self._kernel_caption.setText(kernel_caption.format(number, shape))
        self._input.show_sheet(replace(input_sheet(experiment, experiment.axes), limit=limit))
        self._kernel.show_sheet(Sheet(np.atleast_2d(experiment.kernel)))

    def show_place(self, place: Place, experiment: Experiment, *, fits: bool) -> Look | None:
        """Outline what is under the kernel and write out its sum; return it, if there is one."""
        look = experiment.look(place) if fits else None
        self._input.show_look(look)
        if look is None:
            self._sum.show_nothing()
        else:
            rows, columns = experiment.values.shape
            self._sum.show_look(look, experiment.operation, (rows, columns))
        return look
