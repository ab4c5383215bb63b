"""Input, kernel and output, played through place by place, with the sum of one."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.panels.lab.bench import Bench, KernelView
from handdigit.gui.panels.lab.experiment import Experiment, Look, strongest
from handdigit.gui.panels.lab.formulas import SumView
from handdigit.gui.panels.lab.player import Player
from handdigit.gui.translation import explained
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import SPRING, vbox
from handdigit.network.convolution import ConvolutionError, Values

NARROWEST_SUM = 200
"""Width that the sum keeps, in pixels; where there is less it stands below the kernel."""


class Workbench(QWidget):
    """Shows an experiment; it stands at the largest output until another is chosen.

    Signals:
        input_edited(object): new input values, (rows, columns).
        kernel_edited(object): new weights, (rows, columns).
        look_changed(object): another place is looked at, as a :class:`Look`; None for none.
    """

    input_edited = Signal(object)
    kernel_edited = Signal(object)
    look_changed = Signal(object)

    def __init__(self, *below: QWidget) -> None:
        """Show nothing yet; what comes ``below`` follows without a gap."""
        super().__init__()
        self.setObjectName("labWorkbench")
        self.bench = Bench()
        self.player = Player()
        self._kernel = KernelView()
        self._sum = SumView()
        self._sum.setMinimumWidth(NARROWEST_SUM)
        self._experiment: Experiment | None = None
        sums, work = QWidget(), QWidget()
        vbox(self.player, self._sum, SPRING, on=sums, spacing=8)
        self._kernel.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        sums.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(work, spacing=16)
        flow.addWidget(self._kernel)
        flow.addWidget(sums)
        vbox((self.bench, 100), work, *below, SPRING, on=self, spacing=12)
        self.bench.input_edited.connect(self.input_edited)
        self._kernel.kernel_edited.connect(self.kernel_edited)
        self.bench.output_pointed.connect(self._point)
        self.bench.output_chosen.connect(self._choose)
        self.player.place_changed.connect(self._show_place)
        self.player.playing_changed.connect(self._show_place)

    def show_experiment(self, experiment: Experiment, *, can_edit: bool) -> str:
        """Show an experiment; return why it has no output, nothing if it has one."""
        self._experiment = experiment
        try:
            output, reason = experiment.output(), ""
        except ConvolutionError as error:
            output, reason = np.zeros((0, 0)), explained(error)
        self.bench.show_experiment(experiment, output, can_edit=can_edit)
        self._kernel.show_experiment(experiment)
        self.output: Values = output
        self.player.set_shape((output.shape[0], output.shape[1]))
        if output.any():
            self.player.propose(strongest(output))
        self._show_place()
        return reason

    def forget_place(self) -> None:
        """Stand at the largest output again when something else is shown."""
        self.player.forget()

    @Slot()
    def _show_place(self) -> None:
        experiment, look = self._experiment, None
        if experiment is None:
            return
        try:
            look = experiment.look(self.player.place)
        except ConvolutionError:
            self.bench.show_no_place()
            self._sum.show_nothing()
        else:
            self._show_look(experiment, look)
        self.look_changed.emit(look)

    def _show_look(self, experiment: Experiment, look: Look) -> None:
        self.bench.show_place(self.player.place, look, self.player.revealed)
        shape = np.atleast_2d(experiment.values).shape
        self._sum.show_look(look, experiment.operation, (shape[0], shape[1]))

    @Slot(int, int)
    def _point(self, row: int, column: int) -> None:
        if not self.player.is_playing:
            self.player.go_to(row, column)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        self.player.pause()
        self.player.go_to(row, column)
