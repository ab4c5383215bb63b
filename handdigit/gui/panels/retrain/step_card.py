"""One of the choices before a run, folded to three lines; pressed, it unfolds below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.widgets.paint import RIGHT, PaintedButton, Painter

PADDING = 9


class StepCard(PaintedButton):
    """A heading, what is chosen, and a detail of it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Show nothing chosen yet."""
        super().__init__(parent)
        self._title = title
        self._choice = self._detail = ""
        self._is_wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._say)
        self._say()

    @property
    def choice(self) -> str:
        """What is chosen."""
        return self._choice

    @property
    def detail(self) -> str:
        """What is said about it."""
        return self._detail

    def show_choice(self, choice: str, detail: str, *, is_wrong: bool = False) -> None:
        """Show what is chosen; ``is_wrong`` where that cannot be trained."""
        self._choice, self._detail, self._is_wrong = choice, detail, is_wrong
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for three lines."""
        return QSize(200, 2 * PADDING + 3 * self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and the width of a short choice."""
        return QSize(120, self.sizeHint().height())

    def paint(self, painter: Painter) -> None:
        """Paint the lines."""
        height = painter.fontMetrics().height()
        line = QRectF(PADDING, PADDING, self.width() - 2 * PADDING, height)
        action = self.tr("Done") if self.isChecked() else self.tr("Change…")
        painter.text(line, self._title, "muted")
        painter.text(line, action, "accent", RIGHT)
        line.translate(0, height + 2)
        painter.text(line, self._choice, bold=True, elided=True)
        line.translate(0, height + 2)
        painter.text(line, self._detail, "warning" if self._is_wrong else "muted", elided=True)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._title}: {self._choice}")
        self.setAccessibleDescription(self._detail)
        action = self.tr("Back to the run") if self.isChecked() else self.tr("Change it")
        self.setToolTip("\n".join(filter(None, (self._choice, self._detail, action))))
