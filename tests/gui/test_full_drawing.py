"""A drawing has as many points and strokes as are read back, however it came about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from handdigit.gui.canvas.canvas import Canvas, Tool
from handdigit.gui.canvas.number_strip import fitted_line
from handdigit.gui.state.drawing import drawing_records
from handdigit.gui.state.drawing.drawing import BLANK
from handdigit.gui.state.drawing.drawing_records import DrawingState, state_of, whole_records
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.gui.state.drawing.history import Page, Pages
from handdigit.ink import ink as ink_module
from handdigit.ink.ink import COORDINATE_LIMIT, FULL, Ink, Point, Stroke
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import draw, position, wait_for_samples

POINTS, STROKES = 12, 4
ZIGZAG = [(0.3 + 0.4 * (n % 2), 0.2 + 0.02 * n) for n in range(30)]


@pytest.fixture
def _small(monkeypatch):
    """Let a drawing be full before a test takes long."""
    monkeypatch.setattr(ink_module, "INK_POINTS", POINTS)
    monkeypatch.setattr(ink_module, "INK_STROKES", STROKES)


@pytest.fixture
def canvas(qtbot) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    return canvas


@pytest.fixture
def told(canvas) -> list[str]:
    told: list[str] = []
    canvas.refused.connect(told.append)
    return told


@pytest.fixture
def drawn(canvas) -> list[Ink]:
    drawn: list[Ink] = []
    canvas.drawing_edited.connect(drawn.append)
    return drawn


@pytest.mark.usefixtures("_small")
def test_the_pen_stops_where_a_drawing_is_full_of_points(canvas, told, drawn):
    finished: list[None] = []
    canvas.edit_finished.connect(lambda: finished.append(None))
    draw(canvas, Ink.from_xy([ZIGZAG]))
    assert told == [FULL]
    assert finished == [None]  # what was drawn is a step that can be undone
    assert drawn[-1].point_count == POINTS
    assert Ink.from_json(drawn[-1].to_json()) == drawn[-1]
    draw(canvas, Ink.from_xy([ZIGZAG]))
    assert told == [FULL, FULL]
    assert drawn[-1].point_count == POINTS


@pytest.mark.usefixtures("_small")
def test_the_pen_stops_where_it_is_full_of_strokes(canvas, told, drawn):
    for n in range(STROKES + 1):
        place = position(canvas, 0.2 + 0.1 * n, 0.5)
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert told == [FULL]
    assert len(drawn[-1].strokes) == STROKES
    assert Ink.from_json(drawn[-1].to_json()) == drawn[-1]


@pytest.mark.usefixtures("_small")
def test_the_eraser_cuts_no_more_strokes_than_are_read(canvas, told, drawn):
    lines = [[(0.1, y), (0.9, y)] for y in (0.1, 0.3, 0.7, 0.9)]
    canvas.show_drawing(Ink.from_xy(lines))
    canvas.set_tool(Tool.ERASER)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=position(canvas, 0.5, 0.3))
    assert (told, drawn) == ([FULL], [])
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=position(canvas, 0.9, 0.3))
    assert len(told) == len(drawn) == 1  # an end can be erased


@pytest.mark.usefixtures("_small")
def test_no_larger_drawing_is_put_on_the_canvas(window):
    large = Ink.from_xy([ZIGZAG])
    window.session.document.replace(Ink.from_xy([ZIGZAG[:POINTS]]))
    before = window.session.document.drawing
    window.session.document.replace(large)
    assert window.session.document.drawing is before
    assert window.status.currentMessage() == FULL


@pytest.mark.usefixtures("_small")
def test_a_full_drawing_is_labelled_and_read_back(qtbot, window):
    draw(window.canvas, Ink.from_xy([ZIGZAG]))
    assert window.status.currentMessage() == FULL
    window.labelling.give(7)
    wait_for_samples(qtbot, window)
    with SampleStore(window.samples.path) as store:
        (stored,) = store.samples()
    assert stored.ink == window.session.document.drawing
    assert stored.ink.point_count == POINTS


@pytest.mark.usefixtures("_small")
def test_a_journal_makes_no_larger_drawing():
    records = [["draw", 0, 0, ZIGZAG[:POINTS]], ["begin", []], ["draw", 0, POINTS, ZIGZAG[:1]]]
    state, is_whole = state_of(records)
    assert not is_whole
    assert state.drawing == Ink.from_xy([ZIGZAG[:POINTS]])


@pytest.mark.usefixtures("_small")
def test_the_fullest_drawing_comes_back_from_a_journal(monkeypatch):
    monkeypatch.setattr(drawing_records, "PORTION", 5)
    ink = Ink((Stroke((Point(0.5, 0.5),) * POINTS),))
    state = DrawingState(Pages((), Page(ink), ()), ink, reads_number=False)
    found, is_whole = state_of(list(whole_records(state)))
    assert is_whole
    assert found.drawing == ink


coordinates = st.floats(-COORDINATE_LIMIT, COORDINATE_LIMIT) | st.sampled_from(
    [0.0, 5e-324, 1e-310]
)
inks = st.lists(
    st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=3), min_size=1, max_size=3
)


@settings(max_examples=150, deadline=None)
@given(inks)
def test_whatever_is_opened_is_on_the_canvas_as_it_can_be_saved(strokes):
    ink = Ink.from_xy(strokes)
    for placed in (fitted(ink), fitted_line(ink, 2.5)):
        assert Ink.from_json(placed.to_json()) == placed
    assert fitted(BLANK) is BLANK
