"""Which texts of a window have no room: every label, button, tab and painted word is measured.

``python -m tests.gui.clipping LANGUAGE SCALE [WxH …]`` prints what is cut, a line each, in every
panel at every size, on a screen of that scale: 1 or 2.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from handdigit.gui.widgets.paint import Painter

SIZES = ((1024, 700), (1280, 800), (1920, 1080))
SLACK = 1
"""A pixel more or less is rounding."""
MOST_CELLS = 200
"""So many cells of a table are measured."""
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


def _label(label: QLabel) -> Iterator[Cut]:
    from handdigit.gui.widgets.labels import ElidedLabel

    if isinstance(label, ElidedLabel):  # says all of it in its tooltip
        return
    if label.wordWrap():
        needs = QSize(label.minimumSizeHint().width(), label.heightForWidth(label.width()))
        longest = max(label.text().split(), key=label.fontMetrics().horizontalAdvance, default="")
        is_rich = "<" in label.text()
        needs.setWidth(0 if is_rich else label.fontMetrics().horizontalAdvance(longest))
    else:
        needs = label.sizeHint()
    yield from compare(label, label.text(), needs, label.size())


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
            font = painter.font()
            if more.get("bold"):
                font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * float(more.get("scale", 1.0)))
            metrics = QFontMetricsF(font, widget)
            needs = metrics.boundingRect(area, int(flags), words).toRect()
            # Where it is moved or turned only the size is known.
            sheet = QRectF(widget.rect())
            has = area.intersected(sheet) if painter.worldTransform().isIdentity() else area
            inside = has.toAlignedRect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
            if not inside.contains(needs):
                size = (needs.width(), needs.height())
                found.append(
                    Cut(name_of(widget), words, size, has.toAlignedRect().size().toTuple())
                )
        original(painter, area, words, *rest, elided=elided, **more)

    with mock.patch.object(Painter, "text", text):
        window.grab()
    yield from found


def tour(
    window: QWidget, sizes: tuple[tuple[int, int], ...], settle: Callable[[], None]
) -> Iterator[str]:
    """Yield a line for every text that is cut, in every panel at every size."""
    from handdigit.gui.panels.table import PANELS

    for width, height in sizes:
        for entry in PANELS:
            window.navigation.show_panel(entry.key)
            window.resize(width, height)
            settle()
            place = f"{entry.key} {width}×{height}"
            if window.size().toTuple() != (width, height):
                yield f"{place}: the window needs {window.width()}×{window.height()}"
            for cut in cut_texts(window):
                yield f"{place}: {cut}"


@contextmanager
def open_window(language: str, data: Path) -> Iterator[tuple[QWidget, Callable[[], None]]]:
    """Open a window in a language that has read a seven; with what waits until it is quiet."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.screenshot import QUIET_MS, is_busy
    from handdigit.gui.state.session import EngineState
    from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
    from handdigit.storage.paths import AppPaths
    from tests.gui.driving import example

    paths = AppPaths(data)
    store, engine = ModelStore(paths), EngineClient()
    model = store.stored(DEFAULT_MODEL)
    engine.start()
    engine.load_model(LoadModel(model.path, "cpu"))
    application = make_application(language)
    window = make_window(application, engine, store, model, "cpu", paths)
    heartbeat = QTimer(interval=20)
    heartbeat.start()

    def settle() -> None:
        quiet = QElapsedTimer()
        quiet.start()
        while quiet.elapsed() < QUIET_MS or window.session.engine_state is not EngineState.READY:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if is_busy(window):
                quiet.start()

    try:
        window.show()
        window.session.replace(example("seven"))
        settle()
        yield window, settle
    finally:
        window.close()
        engine.stop()


def main(language: str, scale: str, *sizes: str) -> int:
    """Print what is cut; return how many lines that are, at most 100."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    asked = tuple(tuple(map(int, size.split("x"))) for size in sizes) or SIZES
    count = 0
    with tempfile.TemporaryDirectory() as data, open_window(language, Path(data)) as opened:
        for line in tour(opened[0], asked, opened[1]):
            print(line)  # noqa: T201
            count += 1
    return min(count, 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
