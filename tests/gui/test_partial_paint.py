"""What is painted in part while one draws looks on the screen as if all of it had been painted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.inside.overview_sheet import OverviewSheet
from handdigit.ink.ink import Ink
from tests.gui.driving import ANSWER_MS, draw, show_panel
from tests.gui.inside_driving import click_spot, spot

STROKE = Ink.from_xy([[(0.1, 0.1), (0.4, 0.2), (0.8, 0.1)]])
SMOOTHING = 48
"""Levels of grey that a pixel may differ by."""


def greys(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].astype(int)


def is_whole(window: MainWindow) -> bool:
    """Return whether a person sees what the window looks like when all of it is painted.

    The edges of letters and of lines over lines may be smoothed in other ways.
    """
    seen = window.screen().grabWindow(window.winId()).toImage()
    return int(np.abs(greys(seen) - greys(window.grab().toImage())).max()) <= SMOOTHING


def draw_on(qtbot, window: MainWindow) -> None:
    """Draw one stroke more and wait for the answer."""
    draw(window.canvas, STROKE)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_the_next_stroke_leaves_every_word_of_a_column(qtbot, drawn, size):
    drawn.resize(*size)
    drawn.divide()
    sheet = drawn.findChild(OverviewSheet)
    assert any(place.more is not None for place in sheet.arrangement.columns)
    qtbot.waitUntil(lambda: is_whole(drawn), timeout=5000)
    draw_on(qtbot, drawn)
    qtbot.waitUntil(lambda: is_whole(drawn), timeout=5000)


@pytest.mark.parametrize("part", ["block 2 head", "block 2 cell 0", "weighted sum cell 3"])
def test_the_next_stroke_leaves_what_is_open_and_what_is_pointed_at(qtbot, drawn, part):
    click_spot(drawn, part)
    QTest.mouseMove(drawn.findChild(OverviewSheet), spot(drawn, "block 1 cell 0"))
    draw_on(qtbot, drawn)
    qtbot.waitUntil(lambda: is_whole(drawn), timeout=5000)


@pytest.mark.parametrize("panel", ["why", "dial", "lab", "samples", "models", "errors"])
def test_the_next_stroke_leaves_the_other_panels_whole(qtbot, drawn, panel):
    show_panel(qtbot, drawn, panel)
    draw_on(qtbot, drawn)
    qtbot.waitUntil(lambda: is_whole(drawn), timeout=5000)
