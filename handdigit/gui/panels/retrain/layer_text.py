"""A network as text, with what each layer gives written beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from handdigit.core.draft import Draft, read_draft
from handdigit.core.notation import format_shape
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named

GAP = 12


class LayerText(QPlainTextEdit):
    """Sizes, parameters and reasons stand at the right, where the line leaves room.

    Signals:
        draft_changed(Draft): it was typed in.
    """

    draft_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty text."""
        super().__init__(parent)
        named(self, "layerText", self.tr("Layers as text"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._draft = read_draft("")
        self.textChanged.connect(self._read)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; what is undone with Ctrl+Z goes on from there."""
        if draft.text == self.toPlainText():
            self._draft = draft
        else:
            self._draft = draft
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            with QSignalBlocker(self):
                cursor.insertText(draft.text)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the notes beside it."""
        super().paintEvent(event)
        theme = Theme.of(self.palette())
        painter = QPainter(self.viewport())
        painter.setFont(QWidget.font(self.parentWidget() or self))
        metrics = painter.fontMetrics()
        right = self.viewport().width() - GAP
        for layer in self._draft.layers:
            block = self.document().findBlockByNumber(layer.first_line - 1)
            if not block.isValid() or not block.isVisible():
                continue
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            line = block.layout().lineAt(0)
            if not line.isValid():
                continue
            row = QRectF(0, area.top(), right, line.height())
            row.setLeft(line.naturalTextWidth() + 3 * GAP)
            note, colour = layer.reason, theme.warning
            if not note and layer.output_shape is not None:
                count = f"   {layer.parameter_count:,}" if layer.parameter_count else ""
                note, colour = format_shape(layer.output_shape) + count, theme.muted
            painter.setPen(QColor(colour))
            note = metrics.elidedText(note, Qt.TextElideMode.ElideRight, int(row.width()))
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        painter.end()

    @Slot()
    def _read(self) -> None:
        self._draft = read_draft(self.toPlainText(), self._draft.classes)
        self.viewport().update()
        self.draft_changed.emit(self._draft)
