"""One of the choices before a run, folded to three lines; pressed, it unfolds below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.card import RADIUS

PADDING = 9


class StepCard(QAbstractButton):
    """A heading, what is chosen, and a detail of it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Show nothing chosen yet."""
        super().__init__(parent)
        self._title = title
        self._choice = self._detail = ""
        self._is_wrong = False
        self.setCheckable(True)
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

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it plainly again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame and lines."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.isChecked() or self.hasFocus() or self.underMouse()
        width = 2.0 if self.isChecked() else 1.0
        painter.setPen(QPen(QColor(theme.accent if is_lit else theme.line), width))
        painter.setBrush(QColor(theme.zero))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        metrics = self.fontMetrics()
        line = QRectF(PADDING, PADDING, self.width() - 2 * PADDING, metrics.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.muted))
        painter.drawText(line, left, self._title)
        painter.setPen(QColor(theme.accent))
        painter.drawText(line, right, self.tr("Done") if self.isChecked() else self.tr("Change…"))
        bold = QFont(self.font())
        bold.setBold(True)
        for text, colour, font in (
            (self._choice, theme.text, bold),
            (self._detail, theme.warning if self._is_wrong else theme.muted, self.font()),
        ):
            line.translate(0, metrics.height() + 2)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            elided = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line, left, elided)
        painter.end()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._title}: {self._choice}")
        self.setAccessibleDescription(self._detail)
        action = self.tr("Back to the run") if self.isChecked() else self.tr("Change it")
        self.setToolTip("\n".join(filter(None, (self._choice, self._detail, action))))
