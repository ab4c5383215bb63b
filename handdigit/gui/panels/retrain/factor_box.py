"""A box for numbers whose size matters more than their digits: learning rates."""

from __future__ import annotations

import math

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

STEPS = 10
"""So many presses of an arrow multiply the number by ten."""


class FactorBox(QDoubleSpinBox):
    """Shows 0.001, 1e-05; the arrows multiply instead of adding."""

    def __init__(self, least: float, most: float, parent: QWidget | None = None) -> None:
        """Take numbers from ``least``, above 0, to ``most``; 0 where ``least`` is 0."""
        super().__init__(parent)
        self.setDecimals(12)
        self.setRange(least, most)
        self._first = least or 1e-5

    def textFromValue(self, value: float) -> str:
        """Write as few digits as the number has."""
        return f"{value:.4g}"

    def valueFromText(self, text: str) -> float:
        """Read what was typed; what is no number leaves the value."""
        number = _number(text)
        return self.value() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let numbers through, and what may become one."""
        number = _number(text)
        state = QValidator.State.Intermediate
        if number is not None and self.minimum() <= number <= self.maximum():
            state = QValidator.State.Acceptable
        elif number is None and set(text) - set("0123456789.,eE+-"):
            state = QValidator.State.Invalid
        return state, text, position

    def stepBy(self, steps: int) -> None:
        """Multiply or divide."""
        value = self.value()
        if value < self._first:
            self.setValue(self._first if steps > 0 else self.minimum())
            return
        exponent = round(math.log10(value) * STEPS) + steps
        stepped = float(f"{10 ** (exponent / STEPS):.2g}")
        self.setValue(stepped if stepped >= self._first * 0.999 else self.minimum())


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
