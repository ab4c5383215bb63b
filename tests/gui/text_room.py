"""Which texts of a window have no room: every label, button, tab and painted word is measured.

So is what is scrolled: none of it may be where no scroll bar leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unittest import mock

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from handdigit.gui.widgets.painter import Painter

SLACK = 1
"""A pixel more or less is rounding."""
MOST_CELLS = 200
"""So many cells of a table are measured."""
UNBROKEN = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+|[\u2e80-\u9fff\uff00-\uffef]")
"""What stays on one line: a word, or a single Chinese character."""
_BUTTONS = {
    QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
    QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
}


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that has less room than it needs, sizes in pixels."""

    widget: str
    text: str
    needs: tuple[int, int]
    has: tuple[int, int]

    def __str__(self) -> str:
        """Return the line that a person reads."""
        text = self.text if len(self.text) <= 60 else f"{self.text[:60]}…"
        needs, has = ("×".join(map(str, size)) for size in (self.needs, self.has))
        return f"{self.widget}: {text!r} needs {needs}, has {has}"


def cut_texts(window: QWidget) -> list[Cut]:
    """Return every text of the visible widgets of a window that is cut, and painted words."""
    found = list(painted(window))
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            found += measured(widget)
            found += out_of_reach(widget)
    return list(dict.fromkeys(found))


def name_of(widget: QWidget) -> str:
    """Return what a widget is called, or what it lies on."""
    kind = type(widget).__name__
    if widget.objectName() and not widget.objectName().startswith("qt_"):
        return f"{kind} {widget.objectName()}"
    above: QWidget | None = widget.parentWidget()
    while above is not None and not above.objectName().strip():
        above = above.parentWidget()
    return f"{kind} on {above.objectName() if above is not None else 'nothing'}"


def compare(widget: QWidget, text: str, needs: QSize, has: QSize) -> Iterator[Cut]:
    """Yield the text if it needs more than it has."""
    if needs.width() > has.width() + SLACK or needs.height() > has.height() + SLACK:
        yield Cut(name_of(widget), text, needs.toTuple(), has.toTuple())


def measured(widget: QWidget) -> Iterator[Cut]:
    """Yield the texts of one widget that are cut."""
    metrics, style = widget.fontMetrics(), widget.style()

    def room_of(text: str) -> QSize:
        return metrics.size(int(Qt.TextFlag.TextShowMnemonic), text)

    match widget:
        case QLabel() if widget.text() and widget.pixmap().isNull():
            yield from _label(widget)
            yield from _beyond(widget)
        case QCheckBox() | QRadioButton() if widget.text():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            part = _BUTTONS[QCheckBox if isinstance(widget, QCheckBox) else QRadioButton]
            room = style.subElementRect(part, option, widget).size()
            yield from compare(widget, widget.text(), room_of(widget.text()), room)
        case QPushButton() | QToolButton() if widget.text() and not _has_icon_only(widget):
            frame = QSize(4, 2)
            yield from compare(widget, widget.text(), room_of(widget.text()), widget.size() - frame)
        case QTabBar():
            for index in range(widget.count()):
                rect = widget.tabRect(index).intersected(widget.rect())
                text = widget.tabText(index)
                yield from compare(widget, text, room_of(text), rect.size())
        case QComboBox() if widget.currentText():
            box = QStyleOptionComboBox()
            widget.initStyleOption(box)
            field = QStyle.SubControl.SC_ComboBoxEditField
            rect = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, box, field, widget)
            if not widget.toolTip().count(widget.currentText()):
                text = widget.currentText()
                yield from compare(widget, text, room_of(text), rect.size())
        case QLineEdit() if not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
            text = widget.text() or widget.placeholderText()
            yield from compare(widget, text, room_of(text), widget.size() - QSize(6, 2))
        case QHeaderView() if widget.model() is not None:
            for index in range(widget.count()):
                size = QSize(widget.sectionSizeHint(index), 0)
                is_across = widget.orientation() == Qt.Orientation.Horizontal
                text = str(widget.model().headerData(index, widget.orientation()) or "")
                if is_across and text and not widget.isSectionHidden(index):
                    yield from compare(widget, text, size, QSize(widget.sectionSize(index), 0))
        case QGroupBox() if widget.title():
            yield from compare(widget, widget.title(), room_of(widget.title()), widget.size())
        case QAbstractItemView() if widget.model() is not None:
            yield from _cells(widget)


def out_of_reach(widget: QWidget) -> Iterator[Cut]:
    """Yield a list or an area whose content is larger than its view without a bar to scroll it."""
    if not isinstance(widget, QScrollArea | QAbstractItemView):
        return
    bars = (widget.horizontalScrollBar(), widget.verticalScrollBar())
    beyond = [0 if bar.isVisible() else bar.maximum() - bar.minimum() for bar in bars]
    has = widget.viewport().size()
    yield from compare(widget, "what is scrolled", has + QSize(*beyond), has)


def _label(label: QLabel) -> Iterator[Cut]:
    from handdigit.gui.widgets.labels import ElidedLabel

    if isinstance(label, ElidedLabel):  # says all of it in its tooltip
        return
    if label.wordWrap():
        needs = QSize(label.minimumSizeHint().width(), label.heightForWidth(label.width()))
        words = UNBROKEN.findall(label.text())
        longest = max(words, key=label.fontMetrics().horizontalAdvance, default="")
        is_rich = "<" in label.text()
        needs.setWidth(0 if is_rich else label.fontMetrics().horizontalAdvance(longest))
    else:
        needs = label.sizeHint()
    yield from compare(label, label.text(), needs, label.size())


def _beyond(label: QLabel) -> Iterator[Cut]:
    """Yield a label that reaches beyond what it lies on; what can be scrolled is let be."""
    shown, below = QRect(label.rect()), label.parentWidget()
    while below is not None and not isinstance(below.parentWidget(), QAbstractScrollArea):
        there = QRect(label.mapTo(below, QPoint()), label.size())
        shown &= (there & below.rect()).translated(-there.topLeft())
        below = None if below.isWindow() else below.parentWidget()
    yield from compare(label, label.text(), label.size(), shown.size())


def _has_icon_only(button: QAbstractButton) -> bool:
    style = getattr(button, "toolButtonStyle", lambda: None)()
    return style == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def _cells(view: QAbstractItemView) -> Iterator[Cut]:
    model, seen = view.model(), 0
    visible = view.viewport().rect()
    columns = model.columnCount() if isinstance(view, QTableView | QTreeView) else 1
    for row in range(min(model.rowCount(QModelIndex()), MOST_CELLS)):
        for column in range(columns):
            index = model.index(row, column)
            rect = view.visualRect(index)
            text = str(index.data() or "")
            if not text or not rect.intersects(visible) or seen >= MOST_CELLS:
                continue
            seen += 1
            if index.data(Qt.ItemDataRole.ToolTipRole):
                continue
            width = view.fontMetrics().horizontalAdvance(text)
            room = rect.intersected(visible).width()
            yield from compare(view, text, QSize(width, 0), QSize(room, 0))


def painted(window: QWidget) -> Iterator[Cut]:
    """Yield what widgets paint in less room than it needs; an ellipsis is asked for by name."""
    found: list[Cut] = []
    original = Painter.text

    def text(
        painter: Painter,
        area: QRectF,
        words: str,
        *rest: object,
        elided: bool = False,
        **more: object,
    ) -> None:
        flags = rest[1] if len(rest) > 1 else more.get("flags", Qt.AlignmentFlag.AlignLeft)
        widget = painter.device()
        if words.strip() and isinstance(widget, QWidget) and not elided:
            font, scale = painter.font(), float(more.get("scale", 1.0))
            font.setBold(bool(more.get("bold")) or font.bold())
            if scale != 1.0:
                font.setPointSizeF(font.pointSizeF() * scale)
            metrics = QFontMetricsF(font, widget)
            needs = metrics.boundingRect(area, int(flags), words)
            is_line = "\n" not in words and not int(flags) & Qt.TextFlag.TextWordWrap
            # Where it is moved or turned only the size is known.
            sheet = QRectF(widget.rect())
            has = area.intersected(sheet) if painter.worldTransform().isIdentity() else area
            if is_line:
                # The line of another script's font may be higher: its letters are not.
                needs.setHeight(min(needs.height(), metrics.tightBoundingRect(words).height()))
                needs.moveCenter(QPointF(needs.center().x(), has.center().y()))
            room, rect = has.toAlignedRect(), needs.toRect()
            if not room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
                sizes = rect.size().toTuple(), room.size().toTuple()
                found.append(Cut(name_of(widget), words, *sizes))
        original(painter, area, words, *rest, elided=elided, **more)

    with mock.patch.object(Painter, "text", text):
        window.grab()
    yield from found


def ellipses(window: QWidget) -> list[str]:
    """Return what ends in an ellipsis, painted or in a label: names may, sentences may not."""
    from handdigit.gui.widgets.labels import ElidedLabel

    found: list[str] = []
    original = Painter.text

    def text(painter: Painter, area: QRectF, words: str, *rest: object, **more: object) -> None:
        font, scale = painter.font(), float(more.get("scale", 1.0))
        font.setBold(bool(more.get("bold")) or font.bold())
        font.setPointSizeF(font.pointSizeF() * scale)
        if more.get("elided") and QFontMetricsF(font).horizontalAdvance(words) > area.width():
            found.append(words)
        original(painter, area, words, *rest, **more)

    with mock.patch.object(Painter, "text", text):
        window.grab()
    labels = [label for label in window.findChildren(ElidedLabel) if label.isVisible()]
    return [*found, *(label.text() for label in labels if label.toolTip() == label.text() != "")]
