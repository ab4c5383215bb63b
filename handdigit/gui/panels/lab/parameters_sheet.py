"""What sharing weights saves: shared, unshared, fully connected."""

from __future__ import annotations

from math import prod

from PySide6.QtCore import QRectF, Slot
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.lab.sheet import LabSheet
from handdigit.gui.state.navigation import LabTask
from handdigit.gui.translation import explained
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import MARGIN, SPRING, combo_box, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import LEFT, Painter
from handdigit.network.convolution import (
    ConvolutionError,
    Padding,
    Sliding,
    dense_parameters,
    plan_axes,
    shared_parameters,
    unshared_weights,
)

LARGEST_INPUT, LARGEST_KERNEL, MOST_CHANNELS = 256, 11, 512
SMALLEST_SQUARE = 2.0
"""Pixels that the eye needs."""


class ParametersSheet(LabSheet):
    """Sizes to choose, the three counts written out, and squares as large as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with ten 5×5×3 kernels on a colour picture of 32×32."""
        super().__init__(parent)
        self._size = self._spin("labParametersInput", self.tr("Input size"), 32, LARGEST_INPUT)
        self._channels = self._spin("labChannels", self.tr("Channels"), 3, MOST_CHANNELS)
        self._kernels = self._spin("labKernels", self.tr("Kernels"), 10, MOST_CHANNELS)
        self._kernel = self._spin("labParametersKernel", self.tr("Kernel size"), 5, LARGEST_KERNEL)
        self._padding = combo_box(
            "labParametersPadding",
            ((self.tr("Same size"), Padding.SAME), (self.tr("Valid (none)"), Padding.VALID)),
            self.tr("Padding"),
            self.tr("Zeros around the input"),
        )
        self._sentence = Label(name="labParametersSentence", wraps=True)
        self._squares = Squares()
        titles = (
            self.tr("Convolution: all places share a kernel"),
            self.tr("Unshared: every place has its own kernel"),
            self.tr("Fully connected: every output reads every input"),
        )
        self._counts = [Label(bold=True, size=1.3, name=f"labCount{n}") for n in range(3)]
        self._formulas = [
            Label(colour="muted", name=f"labCountFormula{n}", wraps=True) for n in range(3)
        ]
        lines = vbox(spacing=2)
        for title, count, formula in zip(titles, self._counts, self._formulas, strict=True):
            lines.addWidget(Label(title))
            lines.addWidget(count)
            lines.addWidget(formula)
            lines.addSpacing(14)
        vbox(
            self._sentence,
            self._choices(),
            lines,
            (self._squares, 1),
            SPRING,
            on=self,
            margins=MARGIN,
            spacing=MARGIN,
        )
        self._padding.currentIndexChanged.connect(self._refresh)
        self._refresh()

    def set_up(self, task: LabTask) -> None:
        """Take the kernel's size."""
        if task.size is not None:
            self._kernel.setValue(task.size)

    def _choices(self) -> QGridLayout:
        layout = QGridLayout()
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(6)
        for number, widget in enumerate(
            (self._size, self._channels, self._padding, self._kernel, self._kernels)
        ):
            row, column = divmod(number, 3)
            layout.addWidget(Label(widget.accessibleName()), row, 2 * column)
            layout.addWidget(widget, row, 2 * column + 1)
        layout.setColumnStretch(6, 1)
        return layout

    def _spin(self, name: str, title: str, value: int, largest: int) -> QSpinBox:
        spin = named(QSpinBox(), name, title, title)
        spin.setRange(1, largest)
        spin.setValue(value)
        spin.valueChanged.connect(self._refresh)
        return spin

    @Slot()
    def _refresh(self) -> None:
        size, channels, kernels = (
            spin.value() for spin in (self._size, self._channels, self._kernels)
        )
        kernel = (self._kernel.value(),) * 2
        sliding = Sliding(self._padding.currentData())
        try:
            places = tuple(axis.output for axis in plan_axes((size, size), kernel, sliding))
        except ConvolutionError as error:
            self._show_nothing(explained(error))
            return
        outputs = kernels * prod(places)
        products = unshared_weights(channels, kernel, outputs)
        counts = (
            shared_parameters(channels, kernels, kernel),
            products + outputs,
            dense_parameters(channels * size**2, outputs),
        )
        many, own = f"{kernels}·{places[0]}·{places[1]}", f"{channels}·{kernel[0]}·{kernel[1]}"
        written = self.tr("weights {0} = {1}, biases {2}")
        biases = f"{many} = {grouped(outputs)}"
        for label, count, formula, added in zip(
            self._formulas,
            (counts[0] - kernels, counts[1] - outputs, counts[2] - outputs),
            (f"{kernels} · {own}", f"{many} · {own}", f"{many} · {channels}·{size}·{size}"),
            (f"{kernels}", biases, biases),
            strict=True,
        ):
            label.setText(written.format(formula, grouped(count), added))
        for label, count in zip(self._counts, counts, strict=True):
            label.setText(grouped(count))
        self._sentence.setText(
            self.tr(
                "A kernel that all {0} places share takes {1} parameters; with a kernel for every "
                "place there would be {2}. Both do the same {3} multiplications: a convolution "
                "costs arithmetic, a dense layer parameters."
            ).format(
                grouped(prod(places)), grouped(counts[0]), grouped(counts[1]), grouped(products)
            )
        )
        self._squares.show_counts(counts)

    def _show_nothing(self, reason: str) -> None:
        self._sentence.setText(reason)
        for label in (*self._counts, *self._formulas):
            label.clear()
        self._squares.show_counts(())


class Squares(PaintedWidget):
    """Squares whose areas are as the counts are."""

    comfortable, least = (320, 200), (160, 90)
    gap = 24
    line = 20
    """Room for a word below, in pixels."""
    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        named(
            self,
            "labSquares",
            self.tr("Areas in proportion to the parameters"),
            self.tr("Areas in proportion; none is drawn smaller than 2 pixels"),
        )
        self._counts: tuple[int, ...] = ()

    def show_counts(self, counts: tuple[int, ...]) -> None:
        """Show as many squares."""
        self._counts = counts
        self.update()

    def cells(self) -> Cells:
        """Return a row for every square."""
        names = self._names()[: len(self._counts)]
        return Cells(names, ("",), lambda row, _column: grouped(self._counts[row]))

    def _names(self) -> tuple[str, ...]:
        return self.tr("shared"), self.tr("unshared"), self.tr("fully connected")

    def paint(self, painter: Painter) -> None:
        """Paint them on one line, the largest as large as there is room."""
        words = self._names()
        least = max(painter.fontMetrics().horizontalAdvance(word) for word in words)
        bottom = self.height() - self.line
        room = min(bottom - 2, self.width() - 2 * (least + self.gap))
        left = 0.0
        for count, word in zip(self._counts, words, strict=False):
            side = max(SMALLEST_SQUARE, room * (count / max(self._counts)) ** 0.5)
            painter.fill(QRectF(left, bottom - side, side, side), "accent")
            below = QRectF(left, bottom, max(side, least), self.line)
            painter.text(below, word, "muted", LEFT)
            left += max(side, least) + self.gap
