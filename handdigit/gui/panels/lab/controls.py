"""The Lab's controls: what slides over what, and how."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from handdigit.gui.panels.lab.experiment import Operation
from handdigit.gui.panels.lab.inputs import Source
from handdigit.gui.state.navigation import LabTask
from handdigit.gui.widgets.form import combo_box, named
from handdigit.gui.widgets.picture_view import Legend
from handdigit.network.convolution import NAMED_KERNELS, Padding, Sliding

OWN = "own"
"""The kernel that was typed."""
NUMBER = "number"
"""Padding by a number instead of a name."""
LARGEST_INPUT, LARGEST_KERNEL, LARGEST_STEP = 32, 7, 8


class LabControls(QWidget):
    """Native controls in two columns.

    What is shown "without a word" blocks the signals of this, never those of the boxes: whoever
    reads the boxes hears of it.

    Signals:
        source_chosen(Source): another input, or the same example from the start.
        input_resized(int): the small grid or the signal gets another size.
        kernel_chosen(str): a key of ``NAMED_KERNELS``, or :data:`OWN`.
        kernel_resized(int): the kernel or the pooling window gets another size.
        operation_chosen(Operation): something else is done at every place.
        sliding_changed(): padding, stride or dilation changed.
    """

    source_chosen = Signal(object)
    input_resized = Signal(int)
    kernel_chosen = Signal(str)
    kernel_resized = Signal(int)
    operation_chosen = Signal(object)
    sliding_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show cross-correlation of the drawing."""
        super().__init__(parent)
        self.setObjectName("labControls")
        self._source = chooser(
            "labSource",
            self.tr("Input"),
            self.tr("What the kernel slides over"),
            (self.tr("Drawing"), Source.DRAWING),
            (self.tr("Own grid"), Source.GRID),
            (self.tr("Signal (1-D)"), Source.SIGNAL),
            # Last, so that the keys do not pass over them: they change the settings.
            (self.tr("Vertical edge"), Source.EDGE),
            (self.tr("Heartbeat (1-D)"), Source.HEARTBEAT),
        )
        self._input_size = _spin(
            "labInputSize", self.tr("Input size"), self.tr("Values along each side"), 1
        )
        self._input_size.setMaximum(LARGEST_INPUT)
        self._operation = chooser(
            "labOperation",
            self.tr("Operation"),
            self.tr("What is done at every place"),
            (self.tr("Cross-correlation"), Operation.CORRELATION),
            (self.tr("Convolution (flipped)"), Operation.CONVOLUTION),
            (self.tr("Max pooling"), Operation.MAX_POOLING),
            (self.tr("Mean pooling"), Operation.MEAN_POOLING),
        )
        self._kernel = chooser(
            "labKernel", self.tr("Kernel"), self.tr("A kernel everybody knows, or your own")
        )
        self._kernel_dimensions = 0
        self._kernel_size = _spin(
            "labKernelSize", self.tr("Kernel size"), self.tr("Rows and columns"), 1
        )
        self._kernel_size.setMaximum(LARGEST_KERNEL)
        self._padding = chooser(
            "labPadding",
            self.tr("Padding"),
            self.tr("Zeros around the input"),
            (self.tr("Valid (none)"), Padding.VALID),
            (self.tr("Same size"), Padding.SAME),
            (self.tr("Full"), Padding.FULL),
            (self.tr("A number"), NUMBER),
        )
        amount, zeros = self.tr("Padding by number"), self.tr("Zeros on every side")
        self._amount = _spin("labPaddingAmount", amount, zeros, 0)
        next_place = self.tr("Cells from one place to the next")
        self._stride = _spin("labStride", self.tr("Stride"), next_place, 1)
        next_weight = self.tr("Cells from one weight to the next on the input")
        self._dilation = _spin("labDilation", self.tr("Dilation"), next_weight, 1)
        self._lay_out()
        self._connect()

    @property
    def source(self) -> Source:
        """Where the input comes from."""
        return Source(self._source.currentData())

    @property
    def operation(self) -> Operation:
        """What is done at every place."""
        return Operation(self._operation.currentData())

    @property
    def kernel(self) -> str:
        """The kernel's key."""
        return str(self._kernel.currentData())

    @property
    def sliding(self) -> Sliding:
        """Padding, by name or number, stride and dilation."""
        chosen = self._padding.currentData()
        padding = self._amount.value() if chosen == NUMBER else Padding(chosen)
        return Sliding(padding, self._stride.value(), self._dilation.value())

    def show_input(self, size: int, *, can_resize: bool) -> None:
        """Show the size of the input."""
        with QSignalBlocker(self):
            self._input_size.setValue(size)
        self._input_size.setEnabled(can_resize)

    def show_kernel(self, key: str, size: int, dimensions: int) -> None:
        """Show which kernel there is, among those of so many dimensions."""
        with QSignalBlocker(self):
            if dimensions != self._kernel_dimensions:
                self._kernel_dimensions = dimensions
                self._kernel.clear()
                for name, text in self._kernel_titles().items():
                    named = NAMED_KERNELS.get(name)
                    if named is None or dimensions == 2 or named.row is not None:
                        self._kernel.addItem(text, name)
            self._kernel.setCurrentIndex(self._kernel.findData(key))
            self._kernel_size.setValue(size)

    def set_sliding(self, operation: Operation, sliding: Sliding) -> None:
        """Choose an operation and how it slides, with a named padding, without a word."""
        with QSignalBlocker(self):
            self._operation.setCurrentIndex(self._operation.findData(operation))
            self._padding.setCurrentIndex(self._padding.findData(sliding.padding))
            self._stride.setValue(sliding.stride)
            self._dilation.setValue(sliding.dilation)

    def choose_source(self, word: str) -> None:
        """Choose an input as if by hand; an unknown word changes nothing."""
        if _choose(self._source, word):
            self.source_chosen.emit(self.source)

    def choose_sliding(self, task: LabTask) -> None:
        """Choose what is done and how it slides, as if by hand."""
        _choose(self._operation, task.operation)  # first: the rest may follow from it
        is_number = isinstance(task.padding, int)
        _choose(self._padding, NUMBER if is_number else str(task.padding))
        for spin, number in (
            (self._amount, task.padding if is_number else None),
            (self._stride, task.stride),
            (self._dilation, task.dilation),
        ):
            if isinstance(number, int):
                spin.setValue(number)

    def set_stride(self, stride: int) -> None:
        """Choose a stride without a word."""
        with QSignalBlocker(self):
            self._stride.setValue(stride)

    def show_padding(self, amount: int) -> None:
        """Show how much a named padding comes to."""
        with QSignalBlocker(self):
            self._amount.setValue(amount)

    def _kernel_titles(self) -> dict[str, str]:
        return {
            "identity": self.tr("Identity"),
            "box": self.tr("Box (mean)"),
            "gaussian": self.tr("Gaussian"),
            "vertical-edge": self.tr("Vertical edge"),
            "sobel-x": self.tr("Sobel →"),
            "sobel-y": self.tr("Sobel ↓"),
            "laplacian": self.tr("Laplacian"),
            "peak": self.tr("Peak"),
            "sharpen": self.tr("Sharpen"),
            OWN: self.tr("Own"),
        }

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(6)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(5, 1)
        layout.setColumnMinimumWidth(3, 1)
        self._add_row(layout, 0, 0, self.tr("&Input"), self._source, self._input_size)
        self._add_row(layout, 1, 0, self.tr("Kerne&l"), self._kernel, self._kernel_size)
        self._add_row(layout, 0, 4, self.tr("O&peration"), self._operation)
        self._add_row(layout, 1, 4, self.tr("P&adding"), self._padding, self._amount)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for text, spin in (
            (self.tr("&Stride"), self._stride),
            (self.tr("&Dilation"), self._dilation),
        ):
            steps.addWidget(_label_of(spin, text))
            steps.addWidget(spin)
            steps.addSpacing(16)
        steps.addStretch(1)
        legend = named(Legend(), "labLegend", tip=self.tr("Every grid has its own largest value"))
        steps.addWidget(legend)
        layout.addLayout(steps, 2, 0, 1, 7)

    def _add_row(
        self,
        layout: QGridLayout,
        row: int,
        column: int,
        text: str,
        box: QComboBox,
        spin: QSpinBox | None = None,
    ) -> None:
        layout.addWidget(_label_of(box, text), row, column)
        layout.addWidget(box, row, column + 1, 1, 1 if spin else 2)
        if spin is not None:
            layout.addWidget(spin, row, column + 2)

    def _connect(self) -> None:
        # Choosing the same example again starts it afresh.
        self._source.activated.connect(lambda _index: self.source_chosen.emit(self.source))
        self._input_size.valueChanged.connect(self.input_resized)
        self._operation.currentIndexChanged.connect(
            lambda _index: self.operation_chosen.emit(self.operation)
        )
        self._operation.currentIndexChanged.connect(self._enable)
        self._kernel.currentIndexChanged.connect(lambda _i: self.kernel_chosen.emit(self.kernel))
        self._kernel_size.valueChanged.connect(self.kernel_resized)
        self._padding.currentIndexChanged.connect(self._enable)
        for spin in (self._amount, self._stride, self._dilation):
            spin.valueChanged.connect(self.sliding_changed)
        self._padding.currentIndexChanged.connect(self.sliding_changed)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._kernel.setEnabled(not self.operation.is_pooling)
        self._amount.setEnabled(self._padding.currentData() == NUMBER)


def _choose(box: QComboBox, word: str | None) -> bool:
    """Choose what stands for a word; return whether there is such a choice."""
    words = [getattr(data, "value", data) for data in map(box.itemData, range(box.count()))]
    if word not in words:
        return False
    box.setCurrentIndex(words.index(word))
    return True


def chooser(name: str, title: str, tip: str, *choices: tuple[str, object]) -> QComboBox:
    """Return a box that may be narrower than its longest choice."""
    box = combo_box(name, choices, title, tip)
    box.setMinimumContentsLength(6)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _spin(name: str, title: str, tip: str, smallest: int) -> QSpinBox:
    spin = named(QSpinBox(), name, title, tip)
    spin.setRange(smallest, LARGEST_STEP)
    return spin


def _label_of(widget: QWidget, text: str) -> QLabel:
    label = QLabel(text)
    label.setBuddy(widget)
    return label
