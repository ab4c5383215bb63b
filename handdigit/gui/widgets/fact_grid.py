"""Names and numbers in two columns, updated in place while they change with the pen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.gui.widgets.form import MARGIN
from handdigit.gui.widgets.labels import Label


class FactGrid(QWidget):
    """Lines of a name and a value; the values are labels called ``fact0``, ``fact1`` and so on."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        """Show no lines yet; values stand at the right, or at the left on several lines."""
        super().__init__(parent)
        self._wraps = wraps
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MARGIN if wraps else 10)
        self._grid.setVerticalSpacing(4 if wraps else 2)
        self._grid.setColumnStretch(1, 1 if wraps else 0)
        self._rows: list[tuple[Label, Label]] = []

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What is shown."""
        return [
            (name.text(), value.text()) for name, value in self._rows if value.isVisibleTo(self)
        ]

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these names and values."""
        sample = self.fontMetrics().size(0, "\n".join(name for name, _ in lines))
        name_height = sample.height() // max(1, len(lines))
        while len(self._rows) < len(lines):
            row = len(self._rows)
            name, value = Label(colour="muted"), Label()
            value.setObjectName(f"fact{row}")
            value.setWordWrap(self._wraps)
            # Beside a name in Chinese, which is higher, a number stands on the same line.
            value.setMinimumHeight(name_height)
            if self._wraps:
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(value, row, 1, top if self._wraps else right)
            self._rows.append((name, value))
        for row, pair in enumerate(self._rows):
            for label, text in zip(pair, lines[row] if row < len(lines) else ("", ""), strict=True):
                label.setVisible(row < len(lines))
                label.setText(text)
