"""What a painted picture says as a table, whether anybody sees it or not."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from handdigit.gui.panels.inside.large_map import LargeMap
from handdigit.gui.widgets import answer
from handdigit.gui.widgets.accessible_table import AccessibleTable, value_cells
from handdigit.gui.widgets.confusion_matrix import ConfusionMatrix
from tests.gui.driving import draw, example, wait_for_digit


@pytest.fixture
def large_map(qtbot) -> LargeMap:
    view = LargeMap()
    qtbot.addWidget(view)
    view.show_values(np.arange(6.0).reshape(2, 3), 5.0)
    view.show()
    qtbot.waitExposed(view)
    return view


def listened_to(view) -> AccessibleTable:
    table = AccessibleTable(view.cells(), view)
    table.show()
    table.follow(view.cells())
    return table


def told(table: AccessibleTable) -> list[str]:
    """Return what a screen reader says of every cell, row by row."""
    model = table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [model.index(row, column).data(role) for row in rows for column in columns]


def test_a_cell_says_where_it_is_and_its_value(large_map):
    table = listened_to(large_map)
    assert told(table)[4] == "row 1, column 1: 4"
    spoken = QAccessible.queryAccessibleInterface(table)
    assert spoken.role() == QAccessible.Role.Table
    assert spoken.text(QAccessible.Text.Name) == large_map.accessibleName()
    cells = [spoken.child(n) for n in range(spoken.childCount())]
    names = [c.text(QAccessible.Text.Name) for c in cells if c.role() == QAccessible.Role.Cell]
    assert names == told(table)


def test_it_follows_what_is_on_show(large_map):
    table = listened_to(large_map)
    large_map.show_values(np.array([[7.0, np.nan]]), 7.0)
    table.follow(large_map.cells())
    assert told(table) == ["row 0, column 0: 7", "row 0, column 1"]
    large_map.show_values(None, 1.0)
    table.follow(large_map.cells())
    assert told(table) == []
    assert value_cells(None).rows == ()


def test_it_is_where_the_keyboard_is(qtbot, large_map):
    large_map.choose(1, 2)
    table = listened_to(large_map)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)
    large_map.activateWindow()
    large_map.setFocus()
    qtbot.waitUntil(large_map.hasFocus)
    assert table.hasFocus(), "it speaks for the picture"


def test_a_cell_that_is_chosen_is_clicked_as_often_as_one_likes(qtbot, large_map):
    table = listened_to(large_map)
    for _ in range(2):
        with qtbot.waitSignal(large_map.unit_clicked) as clicked:
            select = QItemSelectionModel.SelectionFlag.Select
            table.selectionModel().select(table.model().index(1, 0), select)
        assert clicked.args == [1, 0]


def test_it_is_neither_seen_nor_touched(qtbot, large_map):
    before = large_map.grab().toImage()
    listened_to(large_map)
    assert large_map.grab().toImage() == before
    with qtbot.waitSignal(large_map.unit_clicked):
        QTest.mouseClick(large_map.window(), Qt.MouseButton.LeftButton, pos=QPoint(100, 30))


def test_a_matrix_tells_its_cells_in_words(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    counts = np.zeros((10, 10), np.int64)
    counts[9, 4] = 3
    matrix.show_confusion(counts)
    table = listened_to(matrix)
    assert told(table)[94] == "9 read as 4: 3 of 3"
    assert table.model().index(9, 4).data() == "3"
    assert table.model().headerData(4, Qt.Orientation.Horizontal) == "4"


def test_the_answer_is_read_out_once_a_drawing(qtbot, monkeypatch, window):
    heard: list[str] = []
    monkeypatch.setattr(answer, "announce", lambda _widget, text: heard.append(text))
    for name, digit in (("seven", 7), ("one", 1)):
        window.session.clear()
        heard.clear()
        draw(window.canvas, example(name))
        wait_for_digit(qtbot, window, digit)
        qtbot.waitUntil(lambda: window.session.is_settled)
        assert len(heard) == 1
        assert heard[0].startswith(f"{digit}, ")
        assert heard[0].endswith(" percent")
    heard.clear()
    window.session.want_layers(True)
    qtbot.waitUntil(lambda: window.session.is_settled)
    assert heard == [], "the same answer to the same drawing"
