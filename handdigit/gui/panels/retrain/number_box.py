"""A box for a number of a recipe, of any size and precision."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from handdigit.experiment.settings import Setting
from handdigit.gui.translation import translated

STEPS = 10
"""Where arrows multiply, so many presses multiply the number by ten."""
SMALLEST = 1e-5
"""Where arrows multiply, the number that comes after 0."""


class NumberBox(QAbstractSpinBox):
    """Holds every value that a setting may have, and writes it as short as it is.

    Qt's own boxes hold 32 bits, or a fixed number of decimals: they change what does not fit.

    Signals:
        value_changed(): the user chose another value, or it was set.
    """

    value_changed = Signal()

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        """Show the least value, or None where that is allowed."""
        super().__init__(parent)
        self._setting = setting
        self._unit = translated(setting.unit)
        self._least_text = translated(setting.least_text)
        self._value: float | None = None if setting.optional else setting.least
        self.lineEdit().setText(self._text())
        self.lineEdit().textEdited.connect(self._follow)
        self.editingFinished.connect(self._finish)

    def value(self) -> float | None:
        """Return the number: an int for whole ones, None where that is chosen."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Hold and show a value; what is beyond the limits becomes the nearest one within."""
        if value is not None:
            value = min(max(value, self._setting.least), self._setting.most)
        is_new, self._value = value != self._value, value
        self.lineEdit().setText(self._text())
        if is_new:
            self.value_changed.emit()

    # --- what QAbstractSpinBox asks ------------------------------------------------------

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let through what is allowed, and what may become it."""
        is_number, value = self._read(text)
        state = QValidator.State.Intermediate
        if is_number and self._setting.fault(value) is None:
            state = QValidator.State.Acceptable
        elif not is_number and set(text) - set(f"0123456789.,eE+- {self._unit}{self._least_text}"):
            state = QValidator.State.Invalid
        return state, text, position

    def stepBy(self, steps: int) -> None:
        """Add or multiply."""
        stepped = self._stepped(steps)
        if self._setting.fault(stepped) is None:
            self.set_value(stepped)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Let both arrows be pressed."""
        flags = QAbstractSpinBox.StepEnabledFlag
        return flags.StepUpEnabled | flags.StepDownEnabled

    # -------------------------------------------------------------------------------------

    def _stepped(self, steps: int) -> float | None:
        setting, value = self._setting, self._value
        if value is None:
            return setting.least if steps > 0 else None
        if setting.step:
            stepped = value + steps * setting.step
            stepped = int(stepped) if setting.whole else float(f"{stepped:.12g}")
        elif value < SMALLEST and setting.least_allowed:
            stepped = SMALLEST if steps > 0 else setting.least
        else:
            exponent = round(math.log10(value) * STEPS) + steps
            stepped = float(f"{10 ** (exponent / STEPS):.2g}")
            if stepped < SMALLEST * 0.999 and setting.least_allowed:
                stepped = setting.least
        if setting.optional and stepped < setting.least:
            return None
        return min(max(stepped, setting.least), setting.most)

    def _text(self) -> str:
        value = self._value
        if self._least_text and (value is None or value == self._setting.least):
            return self._least_text
        number = f"{value:,}" if self._setting.whole else repr(value).removesuffix(".0")
        return number + self._unit

    def _read(self, text: str) -> tuple[bool, float | None]:
        """Return whether a text is a number, and the number."""
        if self._least_text and text == self._least_text:
            return True, None if self._setting.optional else self._setting.least
        text = text.removesuffix(self._unit).strip()
        try:
            if self._setting.whole:
                return True, int(text.replace(",", ""))
            number = float(text.replace(",", "."))
        except ValueError:
            return False, None
        return math.isfinite(number), number

    @Slot()
    def _follow(self) -> None:
        """Take what is typed while it is typed."""
        text = self.lineEdit().text()
        if self.keyboardTracking() and self.validate(text, 0)[0] is QValidator.State.Acceptable:
            is_new, self._value = self._read(text)[1] != self._value, self._read(text)[1]
            if is_new:
                self.value_changed.emit()

    @Slot()
    def _finish(self) -> None:
        """Take what was typed; what makes no sense leaves the value."""
        text = self.lineEdit().text()
        is_good = self.validate(text, 0)[0] is QValidator.State.Acceptable
        self.set_value(self._read(text)[1] if is_good else self._value)
