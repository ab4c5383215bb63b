"""The output size and the parameters, written out with their numbers."""

from __future__ import annotations

from math import prod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from handdigit.core.convolution import Axis, dense_parameters, shared_parameters
from handdigit.gui.panels.lab.figures import figure
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.labels import Label

MOST_CHANNELS = 512


class FormulaLines(QWidget):
    """Three lines: how large the output is, and how many weights it takes.

    Signals:
        channels_changed(): the parameters are wanted for other numbers of channels.
    """

    channels_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("labFormulas")
        self._size = self._line("labSizeFormula", self.tr("Output size"))
        self._size.setToolTip(
            self.tr("⌊(input + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1")
        )
        self._shared = self._line("labParameters", self.tr("Parameters with shared weights"))
        self._shared.setToolTip(self.tr("One kernel and one bias for all places"))
        self._dense = self._line("labDenseParameters", self.tr("Parameters if fully connected"))
        self._dense.setToolTip(self.tr("A weight for every pair of input and output, biases"))
        self._channels = self._spin(
            "labChannels", self.tr("Input channels"), self.tr("Channels of the input, as in RGB: 3")
        )
        self._kernels = self._spin(
            "labKernels",
            self.tr("Number of kernels"),
            self.tr("Kernels, so channels of the output"),
        )
        self._spins = QWidget()
        spins = QHBoxLayout(self._spins)
        spins.setContentsMargins(0, 0, 0, 0)
        spins.setSpacing(6)
        for text, spin in (
            (self.tr("Channels"), self._channels),
            (self.tr("Kernels"), self._kernels),
        ):
            spins.addWidget(Label(text, colour="muted"))
            spins.addWidget(spin)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for row, (text, label) in enumerate(
            (
                (self.tr("Output size"), self._size),
                (self.tr("Shared weights"), self._shared),
                (self.tr("Fully connected"), self._dense),
            )
        ):
            layout.addWidget(Label(text, colour="muted"), row, 0)
            layout.addWidget(label, row, 1, 1, 1 if row == 1 else 2)
        layout.addWidget(self._spins, 1, 2)

    def show_size(self, axes: tuple[Axis, ...]) -> None:
        """Write out the size of the output; all axes are alike."""
        text = size_formula(axes[-1])
        if axes[-1].padded >= axes[-1].reach and (dropped := axes[-1].dropped):
            text = f"{text}; {self._what_is_dropped(dropped, len(axes))}"
        self._size.setText(text)

    def show_parameters(self, axes: tuple[Axis, ...]) -> None:
        """Write out the weights of a layer of this size."""
        channels, kernels = self._channels.value(), self._kernels.value()
        kernel = tuple(axis.kernel for axis in axes)
        inputs = channels * prod(axis.size for axis in axes)
        outputs = kernels * prod(axis.output for axis in axes)
        shared = f"{'·'.join(map(str, (channels, *kernel)))} + 1"
        shared = f"{kernels}·({shared})" if kernels > 1 else shared
        counted = self.tr("{0} = {1} parameters")
        count = shared_parameters(channels, kernels, kernel)
        self._shared.setText(counted.format(shared, f"{count:,}"))
        dense = f"{inputs:,}·{outputs:,} + {outputs:,}"
        count = dense_parameters(inputs, outputs)
        self._dense.setText(counted.format(dense, f"{count:,}"))
        self._spins.setEnabled(True)

    def show_no_parameters(self, reason: str) -> None:
        """Say why there are none to count."""
        self._shared.setText(reason)
        self._dense.setText("–")
        self._spins.setEnabled(False)

    def _what_is_dropped(self, count: int, dimensions: int) -> str:
        if dimensions == 1:
            one = self.tr("the floor drops the last value")
            many = self.tr("the floor drops the last {0} values")
        else:
            one = self.tr("the floor drops 1 row and column")
            many = self.tr("the floor drops {0} rows and columns")
        return one if count == 1 else many.format(count)

    def _line(self, name: str, title: str) -> Label:
        label = Label(name=name, title=title, wraps=True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _spin(self, name: str, title: str, hint: str) -> QSpinBox:
        spin = named(QSpinBox(), name, title, hint)
        spin.setRange(1, MOST_CHANNELS)
        spin.valueChanged.connect(self.channels_changed)
        return spin


def size_formula(axis: Axis) -> str:
    """Return ``(28 + 2·1 − 3)/2 + 1 = 14.5 → 14`` for an axis."""
    before, behind = axis.sides
    terms = [str(axis.size)]
    if before == behind and before:
        terms.append(f"+ 2·{before}")
    elif before or behind:
        terms.append(f"+ {before} + {behind}")
    spanned = f"− {axis.dilation}·({axis.kernel} − 1) − 1"
    terms.append(spanned if axis.dilation > 1 else f"− {axis.kernel}")
    exact = (axis.padded - axis.reach) / axis.stride + 1
    text = f"({' '.join(terms)})/{axis.stride} + 1 = {figure(exact)}"
    if axis.padded >= axis.reach and axis.output != exact:
        text += f" → {axis.output}"
    return text
