"""The editor of a network: its layers as rows and as text, always the same."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.retrain.layer_rows import LayerForm, LayerRows
from handdigit.gui.theme import Theme
from handdigit.gui.translation import translated
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import Segments
from handdigit.network.architecture import INPUT_SHAPE
from handdigit.network.blocks import BranchingBlock, Part
from handdigit.network.draft import Draft, read_draft
from handdigit.network.layer import Layer
from handdigit.network.notation import format_shape, part_types

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
            note, colour = translated(layer.reason), theme.warning
            if not note and layer.output_shape is not None:
                count = f"   {grouped(layer.parameter_count)}" if layer.parameter_count else ""
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


UNKNOWN_CHANNELS = 16
"""What a layer is made for when it is added where no maps are known to come in."""


class NetworkEditor(QWidget):
    """Rows with their boxes and buttons, or text; sizes and reasons follow every change.

    Signals:
        draft_changed(Draft): it was edited.
    """

    draft_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty network."""
        super().__init__(parent)
        self._draft = read_draft("")
        self._views = Segments(
            [
                ("networkAsRows", self.tr("Rows"), self.tr("Layers as rows")),
                ("networkAsText", self.tr("Text"), self.tr("Layers as text")),
            ]
        )
        self._views.setObjectName("networkViews")
        self._rows = LayerRows()
        self._form = LayerForm()
        self._text = LayerText()
        self._total = Label(colour="muted", name="networkTotal", wraps=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._rows_page())
        self._stack.addWidget(self._text)
        tools = QWidget()
        self._tools = FlowLayout(tools, spacing=8)
        self._tools.addWidget(self._views)
        vbox(tools, (self._stack, 1), self._total, on=self, spacing=6)
        self._views.chosen.connect(self._stack.setCurrentIndex)
        self._rows.layer_chosen.connect(self._show_form)
        self._rows.removal_requested.connect(self._remove)
        self._rows.move_requested.connect(self._move)
        self._form.part_changed.connect(self._change)
        self._text.draft_changed.connect(self._take_text)

    @property
    def draft(self) -> Draft:
        """What is shown."""
        return self._draft

    def add_tools(self, tools: QWidget) -> None:
        """Put what belongs to the whole network into the line above its layers."""
        self._tools.addWidget(tools)

    def show_draft(self, draft: Draft) -> None:
        """Show a network, from its first layer."""
        self._take(draft, 0)

    def _rows_page(self) -> QWidget:
        menu = QMenu(self)
        menu.setObjectName("layerKinds")
        for name, kind in part_types().items():
            action = menu.addAction(name, partial(self._add, kind))
            action.setObjectName(f"add{name}")
            action.setToolTip((kind.__doc__ or "").partition("\n")[0])
        menu.setToolTipsVisible(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        self._buttons: dict[str, QPushButton] = {}
        for name, text, tip in (
            ("layerAdd", self.tr("Add"), self.tr("Add a layer after the current one.")),
            ("layerRemove", self.tr("Remove"), self.tr("Take the current layer out (Del).")),
            ("layerUp", self.tr("Up"), self.tr("Move the current layer up (Alt+↑).")),
            ("layerDown", self.tr("Down"), self.tr("Move the current layer down (Alt+↓).")),
        ):
            button = push_button(name, text, tip)
            button.setMinimumWidth(48)
            self._buttons[name] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._buttons["layerAdd"].setMenu(menu)
        self._buttons["layerRemove"].clicked.connect(self._remove)
        self._buttons["layerUp"].clicked.connect(lambda: self._move(-1))
        self._buttons["layerDown"].clicked.connect(lambda: self._move(1))
        page = QWidget()
        vbox((self._rows, 1), buttons, self._form, on=page, spacing=6)
        return page

    # --- edits ---------------------------------------------------------------------------

    def _add(self, kind: type[Layer] | type[BranchingBlock]) -> None:
        index = self._rows.current
        before = self._draft.layers[index] if index >= 0 else None
        shape = INPUT_SHAPE if before is None else before.output_shape
        channels = shape[0] if shape is not None and len(shape) == 3 else UNKNOWN_CHANNELS
        self._edit(self._draft.with_inserted(index + 1, kind.usual(channels)), index + 1)

    @Slot()
    def _remove(self) -> None:
        index = self._rows.current
        if index >= 0:
            self._edit(self._draft.without_layer(index), index)

    @Slot(int)
    def _move(self, by: int) -> None:
        index = self._rows.current
        if index >= 0 and 0 <= index + by < len(self._draft.layers):
            self._edit(self._draft.with_moved(index, index + by), index + by)

    @Slot(object)
    def _change(self, part: Part) -> None:
        index = self._rows.current
        if index >= 0:
            self._edit(self._draft.with_layer(index, part), index)

    @Slot(object)
    def _take_text(self, draft: Draft) -> None:
        self._edit(draft, self._rows.current)

    def _edit(self, draft: Draft, current: int) -> None:
        self._take(draft, current)
        self.draft_changed.emit(draft)

    # --- showing -------------------------------------------------------------------------

    def _take(self, draft: Draft, current: int) -> None:
        self._draft = draft
        self._text.show_draft(draft)
        self._rows.show_draft(draft, current)
        if draft.reason:
            self._total.setText(translated(draft.reason))
        else:
            counts = (grouped(draft.parameter_count), grouped(draft.operation_count))
            text = self.tr("{0} parameters, {1} multiply-adds for a picture.")
            self._total.setText(text.format(*counts))
        self._total.set_colour("warning" if draft.reason else "muted")

    @Slot(int)
    def _show_form(self, index: int) -> None:
        is_there = 0 <= index < len(self._draft.layers)
        self._form.show_part(self._draft.layers[index].part if is_there else None)
        self._buttons["layerRemove"].setEnabled(is_there)
        self._buttons["layerUp"].setEnabled(is_there and index > 0)
        self._buttons["layerDown"].setEnabled(is_there and index < len(self._draft.layers) - 1)
