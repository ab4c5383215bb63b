"""Nothing moves by itself where a person has asked for that; players run when they are started."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QProgressBar

from handdigit.gui.style import STILL, OutlinedFusion


@pytest.fixture
def endless(qtbot) -> QProgressBar:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    style = OutlinedFusion()
    style.setParent(bar)
    bar.setStyle(style)
    bar.setTextVisible(False)
    bar.setRange(0, 0)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def shades(bar: QProgressBar) -> set[int]:
    """Return the colours along the middle of a bar, without its ends."""
    image = bar.grab().toImage()
    return {image.pixel(x, image.height() // 2) for x in range(10, image.width() - 10)}


def test_a_bar_without_an_end_has_no_stripes_where_nothing_is_to_move(monkeypatch, endless):
    assert len(shades(endless)) > 1
    monkeypatch.setenv(STILL, "1")
    assert len(shades(endless)) == 1
    endless.setRange(0, 2)
    endless.setValue(1)
    assert len(shades(endless)) > 1, "how far it is can be seen"
