"""What a window's canvas showed is on the next one's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.canvas.canvas import Tool
from handdigit.gui.drawing_recovery import DrawingRecovery
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.drawing.drawing import BLANK, Picture
from handdigit.gui.state.drawing.drawing_records import DrawingState, whole_records
from handdigit.gui.state.drawing.history import History, Page, Pages
from handdigit.ink.ink import Ink
from handdigit.inspection.trace import Unit
from handdigit.storage.journal import Journal
from handdigit.storage.paths import ASSETS, AppPaths
from tests.gui.driving import draw, draw_with_pen, open_file, position, wait_for_digit

LINE = Ink.from_xy([[(0.2, 0.2), (0.5, 0.6), (0.8, 0.8)]])
Opened = tuple[MainWindow, DrawingRecovery]


@pytest.fixture
def open_window(
    make_main_window: Callable[[], MainWindow], paths: AppPaths, qtbot: QtBot
) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a window and waits until it took what it found."""
    recoveries: list[DrawingRecovery] = []

    def journals() -> set[tuple[str, int]]:
        return {(path.name, path.stat().st_ino) for path in paths.drawings.glob("*.journal")}

    def open_window(early: Callable[[MainWindow], object] = lambda _: None) -> Opened:
        window = make_main_window()
        early(window)
        before = journals()
        recovery = DrawingRecovery(window, paths)
        recoveries.append(recovery)
        window.canvas.update()
        qtbot.waitUntil(lambda: journals() != before)
        return window, recovery

    yield open_window
    for recovery in recoveries:
        recovery.close()


def close(opened: Opened) -> None:
    window, recovery = opened
    window.close()
    recovery.close()


def plain(page: Page) -> object:
    if isinstance(page.drawing, Picture):
        return page.drawing.name, page.drawing.pixels.tobytes(), page.grouping
    return page.drawing, page.grouping


def plain_pages(pages: Pages) -> object:
    return [list(map(plain, some)) for some in (pages.past, (pages.present,), pages.future)]


@pytest.fixture
def tablet(qapp: QApplication) -> QPointingDevice:
    return QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 2,
    )  # fmt: skip


def test_drawing_undo_and_redo_come_back_quietly(qtbot, open_window, seven, tmp_path, tablet):
    pixels = np.random.default_rng(16).integers(0, 256, (40, 30, 4), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "noise.png")
    first = window, _ = open_window()
    open_file(qtbot, window, tmp_path / "noise.png")
    draw_with_pen(window.canvas, tablet, [(0.2, 0.2), (0.4, 0.5), (0.5, 0.5)], pressure=0.25)
    draw(window.canvas, LINE)
    window.canvas.set_tool(Tool.ERASER)
    at = position(window.canvas, *LINE.strokes[0].points[1][:2])
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    window.session.document.clear()
    window.canvas.set_tool(Tool.PEN)
    draw(window.canvas, seven)
    for _ in range(3):
        window.session.document.undo()
    before = plain_pages(window.session.document.pages)
    assert [len(some) for some in before] == [4, 1, 3]
    close(first)

    second = window, _ = open_window()
    assert plain_pages(window.session.document.pages) == before
    assert window.canvas.image(40) == first[0].canvas.image(40)
    assert window.status.currentMessage() == ""
    assert (window.labelling.label, window.samples.undo_title) == (None, "")
    window.session.document.clear()
    close(second)

    window, _ = open_window()
    assert window.session.document.drawing == BLANK
    window.session.document.undo()
    assert plain(window.session.document.pages.present) == before[1][0]


def test_the_next_window_is_where_the_last_one_was(qtbot, open_window, seven):
    unit = Unit("conv1", (3, 5, 9))
    first = window, _ = open_window()
    draw(window.canvas, seven)
    window.navigation.look_at(unit)
    window.navigation.show_panel("dial")
    window.resize(1111, 777)
    window.splitter.setSizes([380, 540])
    qtbot.waitUntil(lambda: window.width() == 1111)
    drawn, sizes = window.session.document.drawing, window.splitter.sizes()
    close(first)
    window, _ = open_window()
    assert window.session.document.drawing == drawn
    assert (window.width(), window.height()) == (1111, 777)
    assert window.splitter.sizes() == sizes
    assert window.panels.tabText(window.panels.currentIndex()) == "Dial"
    assert window.findChild(QWidget, "dialPanel").isVisible()
    assert window.findChild(QWidget, "insidePanel") is None, "only what is in front is made"
    wait_for_digit(qtbot, window, 7)
    window.navigation.show_panel("inside")
    assert window.panels.currentWidget().is_made
    assert window.navigation.unit == unit


def test_number_mode_and_its_marks_come_back(qtbot, open_window):
    first = window, _ = open_window()
    window.tool_actions.number.setChecked(True)
    draw(window.canvas, Ink.from_xy([[(0.15, 0.2), (0.15, 0.8)], [(0.6, 0.2), (0.6, 0.8)]]))
    qtbot.waitUntil(lambda: len(window.number.reading.boxes) == 2)
    window.number.merge(0)
    grouping, before = window.session.document.grouping, plain_pages(window.session.document.pages)
    assert grouping
    close(first)
    window, _ = open_window()
    assert window.number.is_on
    assert window.tool_actions.number.isChecked()
    assert window.session.document.grouping == grouping
    assert plain_pages(window.session.document.pages) == before
    qtbot.waitUntil(lambda: len(window.number.reading.boxes) == 1)
    window.session.document.undo()
    assert window.session.document.grouping == ()


def test_a_file_that_is_opened_lies_over_the_last_drawing(qtbot, open_window):
    first = window, _ = open_window()
    draw(window.canvas, LINE)
    before = window.session.document.drawing
    close(first)
    window, _ = open_window(
        lambda window: open_file(qtbot, window, ASSETS / "examples" / "seven.json")
    )
    wait_for_digit(qtbot, window, 7)
    assert "Undo leads back" in window.status.currentMessage()
    window.session.document.undo()
    assert window.session.document.drawing == before


def test_a_stroke_that_is_begun_before_the_drawing_is_back_goes_on(open_window):
    def pen(act: Callable[..., None], window: MainWindow, *at: float) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        act(window.canvas, left, none, position(window.canvas, *at))

    first = window, _ = open_window()
    draw(window.canvas, LINE)
    pen(QTest.mousePress, window, 0.25, 0.25)  # closed before the pen is lifted
    before = window.session.document.drawing
    assert len(before.strokes) == 2
    close(first)
    window, _ = open_window(lambda window: pen(QTest.mousePress, window, 0.5, 0.5))
    QTest.mouseMove(window.canvas, position(window.canvas, 0.75, 0.5))
    pen(QTest.mouseRelease, window, 0.75, 0.5)
    (stroke,) = window.session.document.drawing.strokes
    assert len(stroke.points) == 2
    window.session.document.undo()
    assert window.session.document.drawing == before
    window.session.document.undo()
    assert len(window.session.document.drawing.strokes) == 1


def test_windows_side_by_side_keep_their_own(open_window, paths):
    opened = [open_window(), open_window()]
    drawings = []
    for number, (window, _) in enumerate(opened):
        draw(window.canvas, LINE.mapped(0.5 + 0.2 * number, 0.1, 0.1))
        drawings.append(window.session.document.drawing)
    assert drawings[0] != drawings[1]
    for each in opened:
        close(each)
    assert {open_window()[0].session.document.drawing for _ in opened} == set(drawings)
    assert len(list(paths.drawings.glob("*.journal"))) == 2


def test_a_window_in_which_nothing_was_drawn_hides_no_drawing(open_window, paths):
    first, blank = open_window(), open_window()
    draw(first[0].canvas, LINE)
    drawn = first[0].session.document.drawing
    blank[0].tool_actions.number.trigger()  # its journal is the newest
    close(blank)
    close(first)
    assert len(list(paths.drawings.glob("*.journal"))) == 1
    assert open_window()[0].session.document.drawing == drawn


def test_a_blank_window_that_was_killed_hides_no_drawing(qtbot, open_window, paths):
    first = open_window()
    draw(first[0].canvas, LINE)
    drawn = first[0].session.document.drawing
    close(first)
    for name in ("2", "3"):
        journal = Journal(paths.drawings / f"{name}.journal")
        journal.rewrite(whole_records(DrawingState(History(Page(BLANK)).pages, BLANK, True)))
        journal.close()
    (paths.drawings / "4.journal").touch()
    another, _ = open_window()
    qtbot.waitUntil(lambda: another.session.document.drawing == drawn)


def test_where_nothing_can_be_kept_one_draws_all_the_same(qtbot, make_main_window, paths, seven):
    paths.folder.mkdir(parents=True, exist_ok=True)
    paths.drawings.write_text("a file")
    window = make_main_window()
    recovery = DrawingRecovery(window, paths)
    window.canvas.update()
    qtbot.waitUntil(lambda: "is not kept" in window.status.currentMessage())
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    recovery.close()
