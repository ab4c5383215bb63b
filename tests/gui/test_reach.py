"""Whatever can be done with the mouse can be done with the keyboard, by ear and with a finger."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSlider,
    QStyleFactory,
    QTabBar,
    QToolButton,
    QWidget,
)

from handdigit.engine.protocol.requests import Origin, ReferenceMap
from handdigit.gui.canvas.canvas import Canvas, Tool
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.digit_map.scatter import Scatter
from handdigit.gui.panels.table import PANELS
from handdigit.gui.screenshot import is_busy
from handdigit.gui.state.drawing.drawing import Picture
from handdigit.gui.state.drawing.mending import Edit
from handdigit.gui.style import OutlinedFusion
from handdigit.gui.widgets.form import TOUCH_SIZE
from handdigit.gui.widgets.painted_widget import PointedWidget
from handdigit.inspection.trace import Unit
from tests.gui.driving import draw, wait_for_digit
from tests.gui.text_room import name_of

PRESSED = QAbstractButton | QComboBox | QAbstractSpinBox | QLineEdit | QSlider
"""What has a size for fingers. The two arrows of a number's field are smaller: it can be written
into, and the keys Up and Down are there. Cells of pictures are as large as the picture allows."""
OF_THE_DRAWING = ("inside", "why", "dial")
"""Panels that have other controls without a drawing."""
BUSY = ("map",)
"""Panels that have all their controls while they are still at work, for seconds."""
SHEETS = {
    "lab": ("labTopic_channels", "labTopic_backward", "labTopic_parameters"),
    "retrain": ("stepData", "stepNetwork", "stepRecipe"),
    "models": ("modelCompare",),
    "errors": ("errorsCalibration",),
}
"""Buttons that bring more of a panel to the front."""
STAY_SMALL = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to"} | {
    "default"
}
"""What is small also in the title case of buttons, and the name of a network."""
LOST = 200
"""So many times Tab is pressed before the keyboard is given up for lost."""


@pytest.fixture
def program_style(qapp: QApplication) -> Iterator[None]:
    """Look as the program does on Linux; elsewhere it has the system's own sizes."""
    before = qapp.style().name()
    qapp.setStyle(OutlinedFusion())
    yield
    qapp.setStyle(QStyleFactory.create(before))


def is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def is_part_of_another(widget: QWidget) -> bool:
    is_field = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    return is_field or widget.objectName().startswith("qt_") or widget.focusProxy() is not None


def controls(window: MainWindow) -> list[QWidget]:
    """Return what can be pressed, written into or gone through."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if is_seen(widget)
        and widget.isEnabled()
        and not is_part_of_another(widget)
        and (isinstance(widget, PRESSED | PointedWidget) or takes_tab(widget) or has_cells(widget))
    ]


def has_cells(widget: QWidget) -> bool:
    """Tell whether a picture says its numbers as a table."""
    cells = getattr(widget, "cells", None)
    return cells is not None and cells() is not None


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def choices_beside(widget: QWidget) -> list[QAbstractButton]:
    """Return the buttons that the arrow keys go between, the widget among them."""
    if not isinstance(widget, QAbstractButton):
        return []
    group = widget.group()
    if group is not None:
        return group.buttons() if group.exclusive() else []
    parent = widget.parentWidget()
    if not widget.autoExclusive() or parent is None:
        return []
    return [b for b in parent.findChildren(QAbstractButton) if b.autoExclusive()]


def reached_by_tab(window: MainWindow) -> list[QWidget]:
    """Press Tab until the keyboard is where it was before."""
    window.canvas.setFocus()
    found: list[QWidget] = []
    for _ in range(LOST):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            return found
        found.append(focused)
    raise AssertionError(f"Tab does not come back: {name_of(found[-1])}")


def faults(window: MainWindow) -> Iterator[str]:
    found = controls(window)
    reached = reached_by_tab(window)
    for widget in found:
        name = name_of(widget)
        if not widget.objectName() or widget.objectName().isspace():
            yield f"{name} has no name"
        spoken = QAccessible.queryAccessibleInterface(widget)
        # The name of a list of choices is what was chosen, on Linux.
        names = [QAccessible.Text.Name, QAccessible.Text.Description]
        if isinstance(widget, QComboBox) and not spoken.relations():
            names = names[1:]
        if not any(spoken.text(kind) for kind in names):
            yield f"{name} has no spoken name"
        others = set(choices_beside(widget))
        if widget not in reached and others.isdisjoint(reached):
            yield f"{name} cannot be reached with the keyboard"
        if isinstance(widget, QPushButton | QToolButton):
            small = [w for w in widget.text().split() if w[0].islower() and w not in STAY_SMALL]
            if small and widget.isEnabled() and not widget.isCheckable():
                yield f"{name} is written small: {widget.text()}"
        least = QSize(TOUCH_SIZE, TOUCH_SIZE)
        if isinstance(widget, PRESSED) and widget.size().expandedTo(least) != widget.size():
            yield f"{name} is {widget.width()}×{widget.height()}"


def test_everything_has_a_name_and_is_reached_by_keys_and_fingers(
    qtbot, program_style, window, seven
):
    wrong = []

    def look(panel: str, state: str) -> None:
        window.navigation.show_panel(panel)
        place = window.panels.currentWidget()
        qtbot.waitUntil(lambda: place.is_made)
        qtbot.waitUntil(lambda: window.findChild(QWidget, f"{panel}Panel").size() == place.size())
        if panel not in BUSY:
            qtbot.waitUntil(lambda: not is_busy(window))
        wrong.extend(f"{panel}, {state}: {fault}" for fault in faults(window))

    for panel in OF_THE_DRAWING:
        look(panel, "empty")
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    for entry in PANELS:
        look(entry.key, "drawn")
        for name in SHEETS.get(entry.key, ()):
            window.findChild(QAbstractButton, name).click()
            look(entry.key, name)
    for unit in (Unit("relu1", (0, 3, 3)), Unit("fc", (7,))):
        window.navigation.look_at(unit)
        look("inside", str(unit))
    assert wrong == []


def test_a_picture_is_mended_with_keys_and_fingers(qtbot, program_style, window):
    window.session.document.replace(Picture("blank", np.full((40, 40, 4), 255, np.uint8)))
    mending = window.drawing_area.mending
    qtbot.waitUntil(lambda: mending.edit is not None)
    qtbot.waitUntil(lambda: not is_busy(window))
    assert list(faults(window)) == []
    mending.switch(Edit.CORNERS, True)
    assert list(faults(window)) == []


def test_tab_goes_as_one_reads_and_every_stop_is_seen(qtbot, program_style, window):
    """From the canvas's cards to the status bar; what has the keyboard looks another way."""
    qtbot.waitUntil(lambda: sees(window, "welcome"))
    qtbot.waitUntil(lambda: not is_busy(window))
    window.canvas.setFocus()
    stops, unseen, before = [], [], None
    for _ in range(LOST):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stop, now = QApplication.focusWidget(), window.grab().toImage()
        if before is not None:
            area = QRect(stops[-1].mapTo(window, QPoint()), stops[-1].size())
            if before.copy(area) == now.copy(area):
                unseen.append(name_of(stops[-1]))
        if stop in stops:
            break
        stops.append(stop)
        before = now
    assert unseen == []
    holders = (window.findChild(QWidget, "welcome"), window.tools, window.truth_strip)
    parts = [*holders, window.panels, window.answer, window.status]
    visited = [next(n for n, part in enumerate(parts) if part.isAncestorOf(s)) for s in stops]
    assert visited == sorted(visited)
    assert set(visited) >= {0, 1, 2, 3, 5}
    tabs = [n for n, s in enumerate(stops) if isinstance(s, QTabBar) or "Tab" in s.objectName()]
    inside = window.findChild(QWidget, "insidePanel")
    assert max(tabs) < min(n for n, s in enumerate(stops) if inside.isAncestorOf(s))


def test_what_is_switched_on_without_a_click_does_the_same(qtbot, window):
    """Assistive technology does so with whatever can be on and off."""

    def switch_on(name: str) -> None:
        button = window.findChild(QAbstractButton, name)
        qtbot.waitUntil(button.isVisible)
        button.toggle()

    switch_on("eraserButton")
    assert window.canvas.tool is Tool.ERASER
    switch_on("labTab")
    switch_on("labTopic_backward")
    qtbot.waitUntil(lambda: sees(window, "labSheet_backward"))
    switch_on("retrainTab")
    for step, sheet in (("stepData", "sourceSheet"), ("stepNetwork", "networkList")):
        switch_on(step)
        qtbot.waitUntil(lambda sheet=sheet: sees(window, sheet))
    switch_on("stepNetwork")
    qtbot.waitUntil(lambda: sees(window, "runView"))
    switch_on("modelsTab")
    switch_on("modelCompare")
    qtbot.waitUntil(lambda: sees(window, "comparisonChart"))


def sees(window: MainWindow, name: str) -> bool:
    return any(part.isVisible() for part in window.findChildren(QWidget, name))


def test_the_canvas_is_a_place_for_pens(qtbot, window):
    """It takes no Tab: its keys work everywhere, and ten digits are drawn by buttons."""
    assert isinstance(window.canvas, Canvas)
    assert not takes_tab(window.canvas)
    qtbot.waitUntil(lambda: sees(window, "ghost7"))


def test_arrow_keys_go_from_digit_to_digit_on_the_map(qtbot):
    scatter = Scatter()
    qtbot.addWidget(scatter)
    scatter.resize(400, 400)
    points = np.array([[0, 0], [1, 0], [2, 0.2], [1, 2]], np.float32)
    pictures = np.zeros((4, 28, 28), np.uint8)
    origins = np.full(4, Origin.GENERATED)
    scatter.show_map(
        ReferenceMap(points, np.array([3, 5, 7, 9]), origins, pictures, "fc", 2, (1, 1))
    )
    scatter.show()
    qtbot.waitExposed(scatter)
    scatter.point_at(0)
    heard = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(scatter, key)
        heard.append(scatter.accessibleDescription())
    assert heard == ["5", "7", "7", "9"]
