"""The output size and the parameters, written out with their numbers."""

from __future__ import annotations

from math import prod

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.lab.experiment import Look, Operation, Place, bracketed
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.convolution import Axis, dense_parameters, shared_parameters
from handdigit.number_format import with_decimals


class FormulaLines(QWidget):
    """Three lines: how large the output is, and how many weights it takes."""

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
            layout.addWidget(label, row, 1)

    def show_size(self, axes: tuple[Axis, ...]) -> None:
        """Write out the size of the output; all axes are alike."""
        text = axes[-1].size_formula()
        if axes[-1].padded >= axes[-1].reach and (dropped := axes[-1].dropped):
            text = f"{text}; {self._what_is_dropped(dropped, len(axes))}"
        self._size.setText(text)

    def show_parameters(self, axes: tuple[Axis, ...]) -> None:
        """Write out the weights of a layer of this size."""
        kernel = tuple(axis.kernel for axis in axes)
        inputs = prod(axis.size for axis in axes)
        outputs = prod(axis.output for axis in axes)
        counted = self.tr("{0} = {1} parameters")
        shared = f"{'·'.join(map(str, (1, *kernel)))} + 1"
        count = shared_parameters(1, 1, kernel)
        self._shared.setText(counted.format(shared, grouped(count)))
        dense = "{0}·{1} + {1}".format(grouped(inputs), grouped(outputs))
        count = dense_parameters(inputs, outputs)
        self._dense.setText(counted.format(dense, grouped(count)))

    def show_no_parameters(self, reason: str) -> None:
        """Say why there are none to count."""
        self._shared.setText(reason)
        self._dense.setText("–")

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


TERM_WIDTH = 66
"""Pixels that a product with both its factors takes; in less only the product is written."""
SIZES = ("medium", "small")
"""Of the terms, the first that has room; where none has, there is no table."""
MEDIUM_UP_TO = 5
"""Columns up to which the terms are as large as other text."""
DECIMALS = 4


class SumView(QWidget):
    """A table of what is added up, as the kernel lies on the input, and the result."""

    def __init__(self, number: str = "", parent: QWidget | None = None) -> None:
        """Show nothing yet; ``number`` tells the names of several apart."""
        super().__init__(parent)
        self.setObjectName(f"labSumView{number}")
        self._shown: tuple[Look, Operation, tuple[int, int]] | None = None
        self._terms = named(QLabel(), f"labTerms{number}", self.tr("Terms of the sum"))
        self._terms.setTextFormat(Qt.TextFormat.RichText)
        self._terms.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._result = Label(bold=True, name=f"labSum{number}", title=self.tr("The sum"))
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        for label in (self._terms, self._result):
            label.setTextInteractionFlags(selectable)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        vbox(self._terms, self._result, on=self, spacing=4)

    def show_look(self, look: Look, operation: Operation, shape: tuple[int, int]) -> None:
        """Write out one value; ``shape`` is the input's, without padding."""
        self._shown = (look, operation, shape)
        self._write()

    def show_nothing(self) -> None:
        """Show that there is no sum."""
        self._shown = None
        self._terms.clear()
        self._result.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as much as fits."""
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        if self._shown is None:
            return
        look, operation, shape = self._shown
        fits = self.width() >= TERM_WIDTH * len(look.columns)
        theme = Theme.of(self.palette())
        factors = fits and not operation.is_pooling
        for size in SIZES[len(look.columns) > MEDIUM_UP_TO :]:
            terms = terms_table(look, operation, shape, theme, factors=factors, size=size)
            self._terms.setText(terms)
            has_room = self._terms.sizeHint().width() <= self.width()
            if has_room:
                break
        self._terms.setVisible(has_room)
        total = with_decimals(float(look.values.sum()), DECIMALS) if look.winner is None else ""
        result = with_decimals(look.result, DECIMALS)
        match operation:
            case Operation.MAX_POOLING:
                text = self.tr("largest = {0}").format(result)
            case Operation.MEAN_POOLING:
                text = self.tr("mean = {0} / {1} = {2}").format(total, look.values.size, result)
            case _:
                text = self.tr("sum = {0}").format(result)
        self._result.setText(text)


def terms_table(
    look: Look,
    operation: Operation,
    shape: tuple[int, int],
    theme: Theme,
    *,
    factors: bool,
    size: str,
) -> str:
    """Return the products, or the values of a pooling window, as a table in HTML."""
    winner: Place | None = look.winner
    weights = np.ones(look.values.shape) if look.weights is None else look.weights
    gap = "" if size == SIZES[-1] else "<td>&nbsp;&nbsp;</td>"
    plus = "" if operation is Operation.MAX_POOLING else "+"
    rows = []
    for i, row in enumerate(look.rows):
        cells = []
        for j, column in enumerate(look.columns):
            inside = 0 <= row < shape[0] and 0 <= column < shape[1]
            value = float(look.values[i, j])
            weight = 1.0 if operation.is_pooling else float(weights[i, j])
            text = _product(value, weight) if factors else with_decimals(value * weight)
            counts = inside and value != 0 and weight != 0
            colour = theme.text if counts else theme.muted
            if (i, j) == winner:
                text, colour = f"<b>{text}</b>", theme.accent
            cells.append(
                f'<td style="color:{theme.muted}">{plus if i or j else ""}&nbsp;</td>'
                f'<td align="right" style="color:{colour}"><nobr>{text}</nobr></td>'
                f"{gap}"
            )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table cellspacing="2" style="font-size:{size}">{"".join(rows)}</table>'


def _product(value: float, weight: float) -> str:
    return f"{with_decimals(value)} · {bracketed(weight)}"
