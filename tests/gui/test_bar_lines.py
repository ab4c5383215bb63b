"""The outputs in the picture of a network are joined to the answer's bars, whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QWidget

from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.inside.bar_lines import BarGap, turned
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import hbox, vbox
from handdigit.gui.widgets.probability_bars import ANSWER_BARS, ProbabilityBars
from handdigit.network.alphabet import Alphabet
from handdigit.network.architecture import Architecture
from tests.gui.driving import ANSWER_MS


def are_joined(window: QWidget) -> bool:
    """Tell whether every line goes on from its output over the edge to its bar."""
    network_map, bars = window.findChild(NetworkMap), window.findChild(ProbabilityBars, ANSWER_BARS)
    gap, sheet = window.findChild(BarGap), network_map.sheet
    seen = network_map.viewport()
    if not gap.isVisible() or gap.lines is not sheet.bar_lines:
        return False
    lines = sheet.bar_lines.lines
    edge = seen.mapToGlobal(seen.rect().topRight()).x()
    area = gap.rect().translated(gap.mapToGlobal(QPoint(0, 0)))
    turns, ends = ([sheet.mapToGlobal(line.at(n)) for line in lines] for n in (1, 2))
    cells = sheet.arrangement.columns[-1].cells
    return (
        [end.y() for end in ends]
        == [bars.mapToGlobal(QPoint(0, y)).y() for y in bars.row_centres()]
        and {end.x() for end in ends} == {bars.mapToGlobal(QPoint(0, 0)).x()}
        and [line.at(0).y() for line in lines] == [cell.center().y() for cell in cells]
        and all(one.y() < other.y() for one, other in pairwise(turns))
        and area.left() == edge + 1
        and area.right() + 1 == ends[0].x()
        and area.top() <= min(point.y() for point in (*turns, *ends))
        and area.bottom() >= max(point.y() for point in (*turns, *ends))
    )


def narrowed(window: MainWindow) -> None:
    window.splitter.setSizes([500, 300])


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window.resize(1024, 700),
        lambda window: window.resize(1700, 1000),
        narrowed,
        lambda window: window.panels.setCurrentIndex(1),
        lambda window: window.findChild(QAction, "clearAction").trigger(),
        lambda window: window.findChild(QAction, "numberAction").trigger(),
    ],
    ids=["smaller", "larger", "narrower", "elsewhere", "cleared", "number"],
)
def test_the_outputs_stay_joined_to_the_bars(
    qtbot, drawn: MainWindow, change: Callable[[MainWindow], object]
):
    qtbot.waitUntil(lambda: are_joined(drawn))
    change(drawn)
    if drawn.panels.currentIndex():
        qtbot.waitUntil(lambda: not drawn.findChild(BarGap).isVisible())
        drawn.panels.setCurrentIndex(0)
    qtbot.waitUntil(lambda: are_joined(drawn))


def test_another_model_is_joined_too(qtbot, drawn):
    for name in ("ensemble", "lenet5"):  # its votes make the bars lower
        model = next(model for model in drawn.library.models if model.name == name)
        drawn.library.activate(model)
        qtbot.waitUntil(lambda model=model: drawn.session.model == model, timeout=ANSWER_MS)
        qtbot.waitUntil(lambda: are_joined(drawn))


def test_the_line_of_the_answer_reaches_its_bar(qtbot, drawn):
    qtbot.waitUntil(lambda: are_joined(drawn))
    gap, bars = drawn.findChild(BarGap), drawn.findChild(ProbabilityBars, ANSWER_BARS)
    end = drawn.mapFromGlobal(bars.mapToGlobal(QPoint(-1, bars.row_centres()[7])))
    image = drawn.grab().toImage()
    accent = QColor(Theme.of(gap.palette()).accent)
    assert accent in [image.pixelColor(end.x(), end.y() + dy) for dy in range(-2, 3)]
    assert drawn.childAt(end) is not gap


@pytest.fixture
def many(qtbot) -> tuple[QWidget, NetworkMap, ProbabilityBars]:
    """Return a window with a network of 26 outputs beside bars that somebody else's are beside."""
    window = QWidget()
    qtbot.addWidget(window)
    others, network_map, bars = ProbabilityBars(), NetworkMap(), ProbabilityBars()
    others.setObjectName("timeBars")
    letters = Alphabet(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ("",) * 26, "letters")
    bars.show_alphabet(letters)
    plan = Architecture.parse("Conv2d(4, kernel=3)\nReLU()\n" * 9 + "Flatten()\nLinear(26)").plan()
    network_map.show_network(plan, letters.names)
    hbox(others, (network_map, 1), vbox(bars), on=window)
    window.resize(900, 480)
    window.show()
    qtbot.waitExposed(window)
    return window, network_map, bars


def test_more_classes_than_digits_are_joined(qtbot, many):
    window, _, bars = many
    qtbot.waitUntil(lambda: are_joined(window))
    bars.hide()
    qtbot.waitUntil(lambda: not window.findChild(BarGap).isVisible())
    bars.show()
    qtbot.waitUntil(lambda: are_joined(window))


def test_outputs_that_are_scrolled_away_have_no_lines(qtbot, many):
    window, network_map, _ = many
    window.resize(560, 480)
    bar = network_map.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    qtbot.waitUntil(lambda: not window.findChild(BarGap).isVisible())
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: are_joined(window))


def test_lines_keep_their_order_and_stay_inside():
    area = QRectF(0, 100, 200, 80)
    starts = [QPointF(150, 110 + 7 * n) for n in range(10)]
    ends = [QPointF(224, 30 + 40 * n) for n in range(10)]
    found = [point.y() for point in turned(starts, ends, area)]
    assert all(one + 3.9 <= other for one, other in pairwise(found))
    assert area.top() <= found[0]
    assert found[-1] <= area.bottom()
