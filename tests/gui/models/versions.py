"""Moving the mouse over the list of versions, and reading it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from handdigit.storage.models.model_store import SHIPPED_MODELS
from tests.gui.driving import ANSWER_MS

LEFT = Qt.MouseButton.LeftButton


def versions(window):
    return window.findChild(QWidget, "versionList")


def lines(window):
    """Return the first cell of every row, headings as well."""
    listed = versions(window).model()
    return [listed.index(row, 0) for row in range(listed.rowCount())]


def rows(window):
    return [line for line in lines(window) if line.flags() & Qt.ItemFlag.ItemIsSelectable]


def all_names(window):
    return [row.data() for row in rows(window)]


def names(window):
    """Return the user's, and the default; how many more were shipped is another test's matter."""
    shipped = {path.stem for path in SHIPPED_MODELS.glob("*.safetensors")} - {"default"}
    return [name for name in all_names(window) if name not in shipped]


def row_of(window, name):
    return rows(window)[all_names(window).index(name)]


def click_row(window, name):
    area = versions(window).visualRect(row_of(window, name))
    at = QPoint(area.left() + 120, area.center().y())
    QTest.mouseClick(versions(window).viewport(), LEFT, pos=at)
    assert versions(window).chosen.name == name


def tick(window, name):
    area = versions(window).visualRect(row_of(window, name))
    QTest.mouseClick(versions(window).viewport(), LEFT, pos=QPoint(10, area.center().y()))


def tick_all(window):
    for row in rows(window):
        checked = Qt.CheckState.Checked
        versions(window).model().setData(row, checked, Qt.ItemDataRole.CheckStateRole)


def button(window, name):
    return window.findChild(QAbstractButton, name)


def press(window, name):
    assert button(window, name).isEnabled()
    QTest.mouseClick(button(window, name), LEFT)


def message(window):
    return window.findChild(QLabel, "modelsMessage").text()


def is_marked(window, name):
    return row_of(window, name).data(Qt.ItemDataRole.FontRole).bold()


def wait_for_model(qtbot, window, name):
    qtbot.waitUntil(
        lambda: window.session.model.name == name and is_marked(window, name), timeout=ANSWER_MS
    )


def activate(qtbot, window, name):
    click_row(window, name)
    press(window, "modelActivate")
    wait_for_model(qtbot, window, name)


def readings(window):
    return {r.name: r for r in window.findChild(QWidget, "comparisonChart").readings}


def wait_for_readings(qtbot, window, *expected):
    qtbot.waitUntil(
        lambda: [n for n, r in readings(window).items() if r.digit is not None] == list(expected),
        timeout=ANSWER_MS,
    )
