"""No text of the window is cut, in any panel, language, size or scale."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from handdigit.gui.language import languages
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.table import PANELS
from handdigit.gui.screenshot import is_busy
from handdigit.gui.widgets.choice_row import Choice
from handdigit.gui.widgets.form import scroll_area
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import RIGHT, Painter
from handdigit.gui.widgets.receipt import ReceiptLine, ReceiptView
from handdigit.inspection.trace import Unit
from tests.gui.clipping import Place, panels, tour
from tests.gui.driving import open_file, show_panel, wait_for_digit
from tests.gui.test_language_meanwhile import switch
from tests.gui.text_room import cut_texts, ellipses, out_of_reach

ROOT = Path(__file__).parents[2]
LAYOUTS = 5
"""A layout within a layout comes to rest in turns of the event loop."""
QUICK = ("lab", "models")
"""Panels of many words that wait for nothing; the others are measured in the long test."""
WORDS = "A text of several words"


class PaintedText(PaintedWidget):
    comfortable = least = (60, 40)

    def paint(self, painter: Painter) -> None:
        painter.text(QRectF(self.rect()), WORDS, "text", RIGHT, bold=True)


def wrapped() -> QLabel:
    label = QLabel(WORDS)
    label.setWordWrap(True)
    label.setFixedHeight(label.fontMetrics().height())
    return label


def chooser() -> QComboBox:
    box = QComboBox()
    box.addItem(WORDS)
    return box


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab(WORDS)
    bar.setUsesScrollButtons(False)
    return bar


def rows() -> QListWidget:
    view = QListWidget()
    view.addItem(WORDS)
    return view


KINDS: tuple[Callable[[], QWidget], ...] = (
    lambda: QLabel(WORDS),
    wrapped,
    lambda: QPushButton(WORDS),
    lambda: QCheckBox(WORDS),
    lambda: QLineEdit(WORDS),
    chooser,
    tabs,
    rows,
    PaintedText,
)


@pytest.mark.parametrize("make", KINDS)
def test_a_text_without_room_is_found_and_one_with_room_is_not(qtbot, make):
    host = QWidget(objectName="host")
    qtbot.addWidget(host)
    widget = make()
    QHBoxLayout(host).addWidget(widget)
    widget.setFixedWidth(60)
    host.show()
    qtbot.waitExposed(host)
    assert [cut.text for cut in cut_texts(host)] == [WORDS]
    widget.setFixedWidth(400)
    qtbot.waitUntil(lambda: cut_texts(host) == [])  # the host grows with it


def test_what_ends_in_an_ellipsis_and_says_all_in_its_tooltip_is_not_cut(qtbot):
    label = ElidedLabel(WORDS)
    qtbot.addWidget(label)
    label.setFixedWidth(60)
    label.show()
    qtbot.waitExposed(label)
    assert label.toolTip() == WORDS
    assert cut_texts(label.window()) == []


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_what_no_scroll_bar_leads_to_is_found_and_with_one_it_is_not(qtbot, direction):
    sheet = QWidget()
    sheet.setMinimumSize(400, 400)
    area = scroll_area(sheet, "host")
    qtbot.addWidget(area)
    area.resize(100, 100)
    area.show()
    qtbot.waitExposed(area)
    qtbot.waitUntil(lambda: list(out_of_reach(area)) == [])
    hide = getattr(area, f"set{direction.title()}ScrollBarPolicy")
    hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert [cut.text for cut in out_of_reach(area)] == ["what is scrolled"]


def test_no_text_is_cut_in_the_smallest_window(qtbot, window, seven):
    window.session.document.replace(seven)
    wait_for_digit(qtbot, window, 7)

    def settle() -> None:
        qtbot.waitUntil(lambda: not is_busy(window))
        for _ in range(LAYOUTS):
            QApplication.processEvents()

    def quick(window: MainWindow) -> Iterator[Place]:
        return (place for place in panels(window) if place[0] in QUICK)

    assert list(tour(window, settle, ((1024, 700),), (quick,))) == []


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_a_picture_of_a_number_has_room_in_the_smallest_window(
    qtbot, window, shared_cases, language
):
    if language != window.language_choice:
        window = switch(qtbot, window, language)
    window.resize(1024, 700)
    window.tool_actions.number.setChecked(True)
    open_file(qtbot, window, shared_cases / "several" / "multi_2026.png")
    qtbot.waitUntil(lambda: window.number.reading.text == "2026")
    for entry in PANELS:
        show_panel(qtbot, window, entry.key)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1024, 700), entry.key
    area, canvas = window.drawing_area, window.canvas
    assert area.layout().totalMinimumHeightForWidth(area.width()) <= area.height()
    assert canvas.height() >= canvas.minimumSizeHint().height()
    assert cut_texts(area) == []


def test_the_receipt_of_a_lesson_is_whole_in_the_smallest_window(qtbot, window):
    window.resize(1024, 680)
    show_panel(qtbot, window, "samples")
    window.findChild(QWidget, "lessonView").show()
    receipt = window.findChild(ReceiptView, "lesson")
    receipt.say("What default learned", f"{WORDS}. " * 8)
    line = ReceiptLine(f"{WORDS} " * 2, "97.00 %", "97.40 %", f"{WORDS} " * 3)
    receipt.show_lines("before", "after", [line, line])
    receipt.choices.offer(Choice("chosen", "Use It", "", receipt.hide))
    qtbot.waitUntil(lambda: cut_texts(receipt) == [])
    button, least = window.findChild(QPushButton, "chosen"), receipt.layout().minimumSize()
    assert button.height() >= button.minimumSizeHint().height()
    assert receipt.height() >= receipt.layout().totalMinimumHeightForWidth(receipt.width())
    assert receipt.height() > least.height(), "its lines are wrapped"


def test_nothing_is_scrolled_beside_the_words_of_an_empty_run(qtbot, window):
    window.resize(1024, 700)
    show_panel(qtbot, window, "retrain")
    page = window.findChild(QScrollArea, "runScroll")
    qtbot.waitUntil(lambda: page.isVisible() and not page.verticalScrollBar().isVisible())
    assert page.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("topic", ["sliding", "channels", "backward", "parameters"])
def test_the_lab_is_not_scrolled_sideways_in_the_smallest_window(qtbot, window, topic):
    window.resize(1024, 700)
    show_panel(qtbot, window, "lab")
    window.findChild(QPushButton, f"labTopic_{topic}").click()
    page = window.findChild(QScrollArea, f"labScroll_{topic}")
    qtbot.waitUntil(lambda: page.isVisible() and page.horizontalScrollBar().maximum() == 0)


@pytest.mark.long
@pytest.mark.parametrize("scale", ["1", "2"])
@pytest.mark.parametrize("language", languages())
def test_no_text_is_cut_in_any_language_size_and_scale(language, scale):
    """At 200 % a pixel of the window is four of the screen: the sizes are the window's."""
    measured = subprocess.run(
        [sys.executable, "-m", "tests.gui.clipping", language, scale],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert measured.stdout.splitlines() == []
    assert measured.returncode == 0, measured.stderr
    assert "Traceback" not in measured.stderr, measured.stderr  # what is not built is not cut


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_what_a_layer_is_ends_in_no_ellipsis_beside_its_unit(qtbot, drawn, size):
    drawn.resize(*size)
    drawn.divide()
    for unit in (Unit("conv2", (5, 6, 6)), Unit("relu1", (17, 8, 8))):
        drawn.navigation.look_at(unit)
        view = drawn.findChild(QWidget, "unitView")
        qtbot.waitUntil(lambda view=view: view.isVisible() and cut_texts(view) == [], timeout=5000)
        assert text_of(drawn, "unitLayer") not in ellipses(view)
        assert "→" in text_of(drawn, "unitLayer")


def text_of(window: MainWindow, name: str) -> str:
    return window.findChild(QLabel, name).text()
