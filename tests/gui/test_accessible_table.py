"""What a painted picture says as a table, whether anybody sees it or not."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from handdigit.experiment.events import EpochDone, LearningCurve, StepDone
from handdigit.experiment.recipe import Recipe, Schedule
from handdigit.gui.panels.inside.large_map import LargeMap
from handdigit.gui.panels.retrain.curves import LearningCurvePlot, MovingAverage
from handdigit.gui.panels.retrain.previews import SchedulePlot
from handdigit.gui.panels.samples.label_counts import LabelCounts
from handdigit.gui.panels.time_machine.run_curve import Line, RunCurve
from handdigit.gui.widgets import answer
from handdigit.gui.widgets.accessible_table import AccessibleTable, value_cells
from handdigit.gui.widgets.confusion_matrix import ConfusionMatrix
from handdigit.network.alphabet import DIGITS
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


def read_with(view, *keys: Qt.Key) -> list[str]:
    """Press keys; return what is said beside the picture after each."""
    said = []
    for key in keys:
        QTest.keyClick(view, key)
        said.append(QToolTip.text())
    return said


def test_the_curves_of_a_run_are_read_with_the_keys(qtbot):
    curves = LearningCurvePlot()
    qtbot.addWidget(curves)
    assert curves.focusPolicy() & Qt.FocusPolicy.TabFocus
    steps = [StepDone(n, 6, 1.0 / n, 0.1 * n, 0.01) for n in range(1, 6)]
    done = EpochDone(1, 2, 3, 0.6, 0.2, 0.5, 0.875, 0.01, 1.0)
    curves.show_run(LearningCurve.of(steps), (done,), per_epoch=3)
    table = listened_to(curves)
    average = MovingAverage().follow(np.array([1.0, 1 / 2, 1 / 3]))[-1]
    assert table.accessibleName() == "Curves of the run"
    assert told(table)[0] == f"epoch 1, Loss: {average:.4g}"
    assert told(table)[2:6] == [
        "epoch 1, Learning rate: 0.01", "epoch 1, Loss, held back: 0.5",
        "epoch 1, Accuracy, held back, %: 87.5", f"epoch 1.67, Loss: {curves.newest[0]:.4g}",
    ]  # fmt: skip
    curves.show()
    qtbot.waitExposed(curves)
    down, left, end = Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_End
    said = read_with(curves, down, down, end, left, left)
    assert said[0] == told(table)[0]
    assert said[1] == told(table)[5]
    assert said[4] == "epoch 1.67, Learning rate: 0.01"
    curves.begin()
    table.follow(curves.cells())
    assert told(table) == []


def test_a_cell_that_the_keys_came_to_is_pressed_with_enter(qtbot):
    counts = LabelCounts()
    qtbot.addWidget(counts)
    counts.show_counts(DIGITS, range(10), (0,) * 10)
    counts.show()
    qtbot.waitExposed(counts)
    right, home = Qt.Key.Key_Right, Qt.Key.Key_Home
    assert read_with(counts, right, right, right)[-1].startswith("2 samples of 2")
    with qtbot.waitSignal(counts.digit_clicked) as clicked:
        QTest.keyClick(counts, Qt.Key.Key_Return)
    assert clicked.args == [2]
    assert read_with(counts, home)[-1].startswith("0 samples of 0")


def test_the_keys_go_on_from_where_the_chart_is(qtbot):
    curve = RunCurve()
    qtbot.addWidget(curve)
    curve.show_lines((Line("validation", {0: 0.5, 1: 0.75, 2: 0.875}),), 2)
    curve.show()
    qtbot.waitExposed(curve)
    curve.mark(1)
    assert read_with(curve, Qt.Key.Key_Down) == ["epoch 2, validation: 87.5 %"]
    curve.mark(0)
    assert read_with(curve, Qt.Key.Key_Down) == ["epoch 1, validation: 75.0 %"]


def test_a_schedule_says_its_rate_epoch_by_epoch(qtbot):
    plot = SchedulePlot()
    qtbot.addWidget(plot)
    assert plot.cells().rows == ()
    plot.show_recipe(Recipe("default", epochs=2, learning_rate=0.02, schedule=Schedule.COSINE))
    first, middle, last = told(listened_to(plot))
    assert first == "epoch 0, learning rate: 0.02"
    assert middle == "epoch 1, learning rate: 0.01"
    assert float(last.removeprefix("epoch 2, learning rate: ")) < 1e-4


def test_the_answer_is_read_out_once_a_drawing(qtbot, monkeypatch, window):
    heard: list[str] = []
    monkeypatch.setattr(answer, "announce", lambda _widget, text: heard.append(text))
    for name, digit in (("seven", 7), ("one", 1)):
        window.session.document.clear()
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
