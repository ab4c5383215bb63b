"""What is written can be read and what can be pressed can be seen, in every theme (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSlider,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.gui.panels.time_machine.run_curve import Line, RunCurve
from handdigit.gui.style import OutlinedFusion
from handdigit.gui.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Theme, category_colour, table
from handdigit.gui.widgets.painter import contrast, legible_inks
from handdigit.gui.widgets.plot import Plot
from handdigit.gui.widgets.segments import colour_by_state

TEXT, LINE = 4.5, 3.0
"""Least ratios: of a text to what is behind it (1.4.3), of a control or a state (1.4.11)."""
LEAST_SEEN = 60
"""So many pixels change with the focus: a line around the least control."""
THEMES = {"light": LIGHT, "dark": DARK, "high light": HIGH_LIGHT, "high dark": HIGH_DARK}
SURFACES = ("window", "card", "zero")
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@themes
@pytest.mark.parametrize("colour", ["text", "muted", "accent", "warning", "ink"])
def test_every_colour_of_a_text_can_be_read_on_every_surface(theme, colour):
    for surface in SURFACES:
        assert ratio(getattr(theme, colour), getattr(theme, surface)) >= TEXT, surface


@themes
def test_what_is_written_on_a_colour_can_be_read(theme):
    assert ratio(theme.on_accent, theme.accent) >= TEXT
    for index in range(10):  # the digits of the Map
        assert contrast(category_colour(index, theme), QColor(theme.card)) >= TEXT
    shades = [QColor.fromRgba(int(argb)) for argb in table(theme)]
    worst = min(contrast(*pair) for pair in zip(legible_inks(theme), shades, strict=True))
    assert worst >= TEXT


def ratio(one: str, other: str) -> float:
    return contrast(QColor(one), QColor(other))


class Sheet(QWidget):
    """A surface of a theme with one widget on it."""

    def __init__(self, theme: Theme, surface: str, widget: QWidget) -> None:
        super().__init__()
        self._style = OutlinedFusion()
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Window, QColor(getattr(theme, surface)))
        self.setAutoFillBackground(True)
        self.widget = widget
        QVBoxLayout(self).addWidget(widget)
        for part in (self, widget, *widget.findChildren(QWidget)):
            part.setPalette(palette)
            part.setStyle(self._style)

    def pixels(self) -> QImage:
        return self.grab().toImage()

    def clearest(self, area: QRect | None = None) -> float:
        """Return the contrast of what stands out most in a part of it."""
        image = self.pixels()
        area = image.rect() if area is None else area
        behind = image.pixelColor(area.topLeft())
        return max(contrast(image.pixelColor(x, y), behind) for x, y in places(area))


def places(area: QRect) -> Iterator[tuple[int, int]]:
    for y in range(area.top(), area.bottom() + 1):
        for x in range(area.left(), area.right() + 1):
            yield x, y


@pytest.fixture
def sheet(qtbot) -> Callable[[Theme, str, QWidget], Sheet]:
    def make(theme: Theme, surface: str, widget: QWidget) -> Sheet:
        made = Sheet(theme, surface, widget)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def test_lines_side_by_side_differ_in_more_than_their_colour(qtbot, monkeypatch):
    chart = RunCurve()
    qtbot.addWidget(chart)
    chart.show_lines((Line("training", {0: 0.5, 1: 0.9}), Line("test", {0: 0.4, 1: 0.8})), 1)
    styles = []
    paint_line = Plot.paint_line

    def noting(plot, *args, style, **more):
        styles.append(style)
        paint_line(plot, *args, style=style, **more)

    monkeypatch.setattr(Plot, "paint_line", noting)
    chart.grab()
    assert len(set(styles)) == 2


def switched(box: QCheckBox | QRadioButton, *, on: bool = False, enabled: bool = True) -> QWidget:
    box.setChecked(on)
    box.setEnabled(enabled)
    return box


STATES: dict[str, Callable[[], QWidget]] = {
    "box": lambda: switched(QCheckBox()),
    "box, on": lambda: switched(QCheckBox(), on=True),
    "box, disabled": lambda: switched(QCheckBox(), enabled=False),
    "radio": lambda: switched(QRadioButton()),
    "radio, on": lambda: switched(QRadioButton(), on=True),
    "radio, disabled": lambda: switched(QRadioButton(), enabled=False),
    "empty field": QLineEdit,
    "empty list of choices": QComboBox,
}


@themes
@pytest.mark.parametrize("state", STATES)
def test_what_can_be_pressed_can_be_seen(sheet, theme, state):
    for surface in ("window", "card"):
        assert sheet(theme, surface, STATES[state]()).clearest() >= LINE


def tabs() -> QWidget:
    bar = QTabBar()
    for word in ("One", "Two"):
        bar.addTab(word)
    return bar


def field() -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText("A name")
    return line


def rows() -> QWidget:
    chosen = QListWidget()
    chosen.addItems(["One", "Two"])
    chosen.setCurrentRow(0)
    chosen.setFixedHeight(60)
    return chosen


TEXTS: dict[str, Callable[[], tuple[QWidget, Callable[[QWidget], QRect]]]] = {
    "placeholder": lambda: (field(), lambda line: line.rect().adjusted(6, 5, -6, -5)),
    "other tab": lambda: (tabs(), lambda bar: bar.tabRect(1).adjusted(8, 6, -8, -6)),
    "chosen row": lambda: (
        rows(),
        lambda view: view.visualItemRect(view.item(0)).translated(view.viewport().pos()),
    ),
    "button": lambda: (QPushButton("Go"), lambda button: button.rect().adjusted(6, 6, -6, -6)),
    "disabled": lambda: (
        switched(QCheckBox("Go"), enabled=False),
        lambda box: box.rect().adjusted(22, 0, 0, 0),
    ),
    "label": lambda: (QLabel("Go"), lambda label: label.rect()),
}


@themes
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_of_a_widget_can_be_read(sheet, theme, text):
    widget, area = TEXTS[text]()
    made = sheet(theme, "card", widget)
    assert made.clearest(area(widget).translated(widget.pos())) >= TEXT


FOCUSED: dict[str, Callable[[], QWidget]] = {
    "box": lambda: QCheckBox("Go"),
    "radio": lambda: QRadioButton("Go"),
    "button": lambda: QPushButton("Go"),
    "button, on": lambda: coloured(QPushButton("Go")),
    "tool, on": lambda: coloured(QToolButton()),
    "choices": QComboBox,
    "field": QLineEdit,
    "tabs": tabs,
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
}


def coloured(button: QAbstractButton) -> QAbstractButton:
    """Return a button that is switched on, in the accent colour as soon as it has its palette."""
    button.setCheckable(True)
    button.setChecked(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMinimumSize(60, 32)
    return button


@themes
@pytest.mark.parametrize("kind", FOCUSED)
def test_the_focus_can_be_seen(qtbot, sheet, theme, kind):
    made = sheet(theme, "card", FOCUSED[kind]())
    area = made.rect()
    if isinstance(made.widget, QAbstractButton) and made.widget.isChecked():
        colour_by_state(made.widget)
        area = made.widget.geometry().adjusted(2, 2, -2, -2)  # not by a border of its own colour
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    before = made.pixels()
    QTest.keyClick(made, Qt.Key.Key_Tab)
    qtbot.waitUntil(made.widget.hasFocus)
    after = made.pixels()
    changes = (contrast(after.pixelColor(*at), before.pixelColor(*at)) for at in places(area))
    assert sum(change >= LINE for change in changes) >= LEAST_SEEN
