"""Driving the Lab as a person would."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from handdigit.gui.panels.lab.grid import Grid

LEFT = Qt.MouseButton.LeftButton
EDGE = np.repeat([[10.0, 10, 10, 0, 0, 0]], 6, axis=0)


def text(lab: QWidget, name: str) -> str:
    return lab.findChild(QLabel, name).text()


def plain(lab: QWidget, name: str) -> str:
    """Return a label's rich text without its markup."""
    return " ".join(re.sub(r"<[^>]+>|&nbsp;", " ", text(lab, name)).split())


def choose(lab: QWidget, name: str, title: str) -> None:
    """Choose an entry with the keyboard."""
    box = lab.findChild(QComboBox, name)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == title:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"no {title} among {[box.itemText(i) for i in range(box.count())]}")


def choose_example(lab: QWidget) -> None:
    choose(lab, "labSource", "Vertical edge")
    assert np.array_equal(values(lab, "labInput"), EDGE)


def open_topic(lab: QWidget, topic: str) -> QWidget:
    """Click a topic; return its sheet."""
    QTest.mouseClick(lab.findChild(QPushButton, f"labTopic_{topic}"), LEFT)
    sheet = lab.findChild(QWidget, f"labSheet_{topic}")
    assert sheet.isVisible()
    return sheet


def spin(lab: QWidget, name: str, value: int) -> None:
    box = lab.findChild(QSpinBox, name)
    assert box.isEnabled()
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(value))
    assert box.value() == value


def grid(lab: QWidget, name: str) -> Grid:
    return lab.findChild(Grid, name)


def values(lab: QWidget, name: str) -> np.ndarray:
    return grid(lab, name).values


def centre(lab: QWidget, name: str, row: int, column: int) -> QPoint:
    return grid(lab, name).cell_rect(row, column).center().toPoint()


def click(lab: QWidget, name: str, row: int, column: int) -> None:
    QTest.mouseClick(
        grid(lab, name), LEFT, Qt.KeyboardModifier.NoModifier, centre(lab, name, row, column)
    )


def type_weight(lab: QWidget, row: int, column: int, typed: str) -> None:
    click(lab, "labKernelGrid", row, column)
    editor = lab.findChild(QLineEdit, "labCellEditor")
    QTest.keyClicks(editor, typed)
    QTest.keyClick(editor, Qt.Key.Key_Return)
