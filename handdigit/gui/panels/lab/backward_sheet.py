"""How a convolution hands δ back to its input: a full convolution with the kernel turned."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from handdigit.gui.panels.lab.experiment import Experiment, Look, Operation
from handdigit.gui.panels.lab.inputs import resized
from handdigit.gui.panels.lab.sheet import LabSheet, SentenceLabel
from handdigit.gui.panels.lab.workbench import Workbench
from handdigit.gui.state.navigation import LabTask
from handdigit.gui.widgets.form import MARGIN, SPRING, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.convolution import NAMED_KERNELS, Padding, Sliding, Values
from handdigit.number_format import with_decimals

DELTA: Values = np.array([[0, 1, 0], [0, 0, -2], [1, 0, 0]], np.float64)
"""δ of a 3×3 output; most are 0, so that the kernel shows in the result."""
KERNEL: Values = np.array([[1, 2, 3], [0, 1, 0], [0, 0, -1]], np.float64)
"""A kernel that is another when it is turned."""
LARGEST_DELTA, LARGEST_KERNEL = 8, 5


class BackwardSheet(LabSheet):
    """δ of the output in a frame of zeros, the kernel and its turn, δ of the input."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the example."""
        super().__init__(parent)
        self._delta, self._kernel = DELTA, KERNEL
        self._sentence = SentenceLabel("labBackwardSentence", self.tr("What one sees"))
        self._way = Label(
            self.tr(
                "δ, a value's sensitivity, says how much the loss grows for each 1 that the value "
                "grows. Forwards the kernel slides over the input without padding "
                "(cross-correlation, stride 1). Backwards δ of the output gets a frame of "
                "kernel − 1 zeros, the kernel is turned by 180°, and slides again: this is a full, "
                "or wide, convolution."
            ),
            colour="muted",
            name="labBackwardWay",
            wraps=True,
        )
        self._work = Workbench(self._way)
        self._work.bench.input_text = self.tr("δ of the output {0}, framed by zeros")
        self._work.bench.output_text = self.tr("δ of the input {0}")
        self._delta_size = self._spin("labDeltaSize", self.tr("Output size"), LARGEST_DELTA)
        self._kernel_size = self._spin("labBackwardKernel", self.tr("Kernel size"), LARGEST_KERNEL)
        self._delta_size.valueChanged.connect(self._resize_delta)
        self._kernel_size.valueChanged.connect(self._resize_kernel)
        again = push_button(
            "labBackwardExample",
            self.tr("Example"),
            self.tr("Back to the values that it began with"),
            self._begin,
            title=self.tr("Example"),
        )
        choices = hbox(
            Label(self.tr("Output size")),
            self._delta_size,
            16,
            Label(self.tr("Kernel size")),
            self._kernel_size,
            16,
            again,
            SPRING,
            spacing=8,
        )
        vbox(
            self._sentence,
            choices,
            (self._work, 1),
            on=self,
            margins=MARGIN,
            spacing=MARGIN,
        )
        self._work.input_edited.connect(self._take_delta)
        self._work.kernel_edited.connect(self._take_kernel)
        self._work.look_changed.connect(self._say)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the values."""
        super().showEvent(event)
        self._refresh()

    def set_up(self, task: LabTask) -> None:
        """Take a kernel by its name, and its size."""
        size = task.size or 3
        if task.kernel in NAMED_KERNELS and 1 <= size <= LARGEST_KERNEL:
            self._kernel = NAMED_KERNELS[task.kernel].matrix(size)
            self._work.forget_place()
            self._refresh()

    def _spin(self, name: str, title: str, largest: int) -> QSpinBox:
        spin = named(QSpinBox(), name, title, self.tr("Rows and columns"))
        spin.setRange(1, largest)
        return spin

    @Slot()
    def _begin(self) -> None:
        self._delta, self._kernel = DELTA, KERNEL
        self._work.forget_place()
        self._refresh()

    @Slot(int)
    def _resize_delta(self, size: int) -> None:
        self._delta = resized(self._delta, size)
        self._refresh()

    @Slot(int)
    def _resize_kernel(self, size: int) -> None:
        self._kernel = resized(self._kernel, size, centred=True)
        self._refresh()

    @Slot(object)
    def _take_delta(self, values: Values) -> None:
        self._delta = values
        self._refresh()

    @Slot(object)
    def _take_kernel(self, values: Values) -> None:
        self._kernel = values
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        # Their own signals come back with what is there already.
        self._delta_size.setValue(len(self._delta))
        self._kernel_size.setValue(len(self._kernel))
        sliding = Sliding(Padding.FULL)
        self._work.show_experiment(
            Experiment(self._delta, self._kernel, Operation.CONVOLUTION, sliding), can_edit=True
        )

    @Slot(object)
    def _say(self, look: Look | None) -> None:
        assert look is not None  # a full convolution fits always
        size = len(self._delta)
        rows, columns = ([0 <= tap < size for tap in taps] for taps in (look.rows, look.columns))
        self._sentence.setText(
            self.tr(
                "This input value went into %n outputs. Each hands its δ back, times the weight "
                "between them: here {0}.",
                "",
                sum(rows) * sum(columns),
            ).format(with_decimals(look.result))
        )
