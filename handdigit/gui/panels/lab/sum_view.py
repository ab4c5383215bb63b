"""The sum behind one output value, term by term."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from handdigit.gui.panels.lab.experiment import Look, Operation, Place
from handdigit.gui.panels.lab.figures import figure
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named, vbox
from handdigit.gui.widgets.labels import Label

TERM_WIDTH = 66
"""Pixels that a product with both its factors takes; in less only the product is written."""
PRODUCT_WIDTH = 37
"""Pixels that a product alone takes; in less there is no table."""
SMALLER_FROM = 6
"""Columns from which the terms are written smaller."""
DECIMALS = 4


class SumView(QWidget):
    """A table of what is added up, as the kernel lies on the input, and the result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("labSumView")
        self._shown: tuple[Look, Operation, tuple[int, int]] | None = None
        self._terms = named(QLabel(), "labTerms", self.tr("Terms of the sum"))
        self._terms.setTextFormat(Qt.TextFormat.RichText)
        self._terms.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._result = Label(bold=True, name="labSum", title=self.tr("The sum"))
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
        terms = terms_table(look, operation, shape, theme, factors=factors)
        self._terms.setText(terms)
        self._terms.setVisible(self.width() >= PRODUCT_WIDTH * len(look.columns))
        total = figure(float(look.values.sum()), DECIMALS) if look.winner is None else ""
        result = figure(look.result, DECIMALS)
        match operation:
            case Operation.MAX_POOLING:
                text = self.tr("largest = {0}").format(result)
            case Operation.MEAN_POOLING:
                text = self.tr("mean = {0} / {1} = {2}").format(total, look.values.size, result)
            case _:
                text = self.tr("sum = {0}").format(result)
        self._result.setText(text)


def terms_table(
    look: Look, operation: Operation, shape: tuple[int, int], theme: Theme, *, factors: bool
) -> str:
    """Return the products, or the values of a pooling window, as a table in HTML."""
    winner: Place | None = look.winner
    weights = np.ones(look.values.shape) if look.weights is None else look.weights
    size = "small" if len(look.columns) >= SMALLER_FROM else "medium"
    plus = "" if operation is Operation.MAX_POOLING else "+"
    rows = []
    for i, row in enumerate(look.rows):
        cells = []
        for j, column in enumerate(look.columns):
            inside = 0 <= row < shape[0] and 0 <= column < shape[1]
            value = float(look.values[i, j])
            weight = 1.0 if operation.is_pooling else float(weights[i, j])
            text = _product(value, weight) if factors else figure(value * weight)
            counts = inside and value != 0 and weight != 0
            colour = theme.text if counts else theme.muted
            if (i, j) == winner:
                text, colour = f"<b>{text}</b>", theme.accent
            cells.append(
                f'<td style="color:{theme.muted}">{plus if i or j else ""}&nbsp;</td>'
                f'<td align="right" style="color:{colour}"><nobr>{text}</nobr></td>'
                "<td>&nbsp;&nbsp;</td>"
            )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table cellspacing="1" style="font-size:{size}">{"".join(rows)}</table>'


def _product(value: float, weight: float) -> str:
    factor = f"({figure(weight)})" if weight < 0 else figure(weight)
    return f"{figure(value)} · {factor}"
