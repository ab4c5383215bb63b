"""The head of Inside: its sentences are whole at every width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from handdigit.gui.panels.inside.view_bar import ViewBar
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.inspection.overview import Makeup


@pytest.mark.parametrize("distances", [0, 10])
def test_what_the_colours_mean_is_never_cut_and_another_view_moves_nothing(
    qtbot: QtBot, distances: int
) -> None:
    bar = ViewBar()
    qtbot.addWidget(bar)
    bar.describe("lenet5", Makeup(convolutions=3, sums=1, numbers=120, distances=distances))
    colours = bar.findChild(ElidedLabel, "networkColours")
    views = bar.findChild(QComboBox, "direction")
    bar.show()
    for width in range(620, 1300, 20):
        bar.resize(width, 200)
        places = set()
        for view in range(3):
            views.setCurrentIndex(view)
            bar.layout().activate()
            assert colours.sizeHint().width() <= colours.width(), (width, colours.text())
            places.add((views.pos().toTuple(), colours.pos().toTuple()))
        assert len(places) == 1, width
