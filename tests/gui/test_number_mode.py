"""Number mode in the real window: mouse, keyboard, the real engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from unittest import mock

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from handdigit.gui.canvas.number_strip import BoxOverlay, BoxStrip, Part
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.why.changes import Changes
from handdigit.gui.state.drawing.drawing import Picture
from handdigit.gui.widgets.painter import Painter
from handdigit.ink.ink import Ink
from handdigit.ink.mending import ALL
from handdigit.network.recognition import Verdict
from handdigit.number_format import in_percent
from tests.gui.driving import ANSWER_MS, PLUS, answer, example
from tests.processes import kill
from tests.recognition.test_numbers_in_pictures import pictured

FOUR = Ink.from_xy(
    [
        [(0.45, 0.0), (0.3, 0.25), (0.1, 0.55), (0.05, 0.65), (0.3, 0.66), (0.6, 0.64)],
        [(0.45, 0.35), (0.44, 0.6), (0.43, 0.8), (0.42, 1.0)],
    ]
)
FIVE = Ink.from_xy(
    [
        [(0.12, 0.05), (0.1, 0.25), (0.08, 0.42), (0.25, 0.38), (0.42, 0.45), (0.52, 0.6),
         (0.5, 0.8), (0.38, 0.95), (0.2, 1.0), (0.05, 0.93)],
        [(0.12, 0.05), (0.3, 0.03), (0.55, 0.02)],
    ]
)  # fmt: skip
SEVEN = Ink.from_xy(
    [
        [(0.05, 0.02), (0.3, 0.0), (0.58, 0.01), (0.48, 0.3), (0.35, 0.65), (0.25, 1.0)],
        [(0.15, 0.5), (0.35, 0.48), (0.55, 0.47)],
    ]
)


@pytest.fixture
def numbers(window: MainWindow) -> MainWindow:
    action(window, "numberAction").trigger()
    return window


def action(window: MainWindow, name: str) -> QAction:
    return window.findChild(QAction, name)


def button(window: MainWindow, name: str) -> QPushButton:
    return window.findChild(QPushButton, name)


def text(window: MainWindow) -> str:
    return window.findChild(QLabel, "numberText").text()


def is_read(window: MainWindow, expected: str) -> bool:
    return text(window) == expected


def is_answered(window: MainWindow, expected: str) -> bool:
    return answer(window) == expected


def has_boxes(window: MainWindow, expected: int) -> bool:
    return len(window.number.reading.boxes) == expected


def write(window: MainWindow, digits: list[Ink], *, gap: float = 0.1, height: float = 0.5) -> None:
    """Write digits side by side with the mouse, as much to the right as there is ink already."""
    drawing = window.session.document.drawing
    left = 0.1 if drawing.is_empty else drawing.bounds().right + gap
    for digit in digits:
        box = digit.bounds()
        scale = height / box.height
        placed = digit.mapped(scale, left - box.left * scale, 0.25 - box.top * scale)
        stroke_by_stroke(window, placed)
        left = placed.bounds().right + gap


def stroke_by_stroke(window: MainWindow, ink: Ink) -> None:
    canvas, button = window.canvas, Qt.MouseButton.LeftButton
    for stroke in ink.strokes:
        points = [canvas.canvas_position(p.x, p.y).toPoint() for p in stroke.points]
        QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, points[-1])


def press(window: MainWindow, part: Part, number: int) -> None:
    strip = window.findChild(BoxStrip, "numberStrip")
    spot = next(s for s in strip.spots() if (s.part, s.number) == (part, number))
    at: QPointF = spot.rect.center()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at.toPoint())


def test_2026_is_read_while_it_is_written(qtbot: QtBot, numbers: MainWindow) -> None:
    for name, read in (("two", "2"), ("zero", "20"), ("two", "202"), ("six", "2026")):
        write(numbers, [example(name)])
        qtbot.waitUntil(partial(is_read, numbers, read))
        # The digit just written is what the rest of the window shows.
        qtbot.waitUntil(partial(is_answered, numbers, read[-1]))
    assert numbers.windowTitle() == "2026 – handdigit"
    boxes = numbers.number.reading.boxes
    assert [box.digit for box in boxes] == [2, 0, 2, 6]
    assert numbers.number.selected == 3


def test_a_number_is_read_before_its_last_stroke_ends(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [example("two"), example("zero")])
    six = example("six")
    box = six.bounds()
    left = numbers.session.document.drawing.bounds().right + 0.1
    placed = six.mapped(0.5 / box.height, left - box.left * 0.5 / box.height, 0.25)
    points = [numbers.canvas.canvas_position(p.x, p.y).toPoint() for p in placed.strokes[0].points]
    modifier = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(numbers.canvas, Qt.MouseButton.LeftButton, modifier, points[0])
    for point in points[1:]:
        QTest.mouseMove(numbers.canvas, point)
    qtbot.waitUntil(lambda: text(numbers) == "206")
    QTest.mouseRelease(numbers.canvas, Qt.MouseButton.LeftButton, modifier, points[-1])


def test_digits_of_two_strokes_stay_whole(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [FOUR, FIVE, SEVEN])
    qtbot.waitUntil(lambda: text(numbers) == "457")
    assert [len(box.group) for box in numbers.number.reading.boxes] == [2, 2, 2]


def test_a_bar_added_late_belongs_to_its_digit(qtbot: QtBot, numbers: MainWindow) -> None:
    first, bar = (Ink((stroke,)) for stroke in SEVEN.strokes)
    write(numbers, [first, example("zero")])
    qtbot.waitUntil(lambda: text(numbers) == "70")
    stem = numbers.session.document.drawing.strokes[0]
    left, top = stem.xy().min(axis=0)
    box = SEVEN.bounds()
    stroke_by_stroke(numbers, bar.mapped(0.5, left - box.left * 0.5, top - box.top * 0.5))
    qtbot.waitUntil(lambda: numbers.number.reading.boxes[0].group[-1].stroke == 2)
    assert text(numbers) == "70"


def test_a_narrow_digit_has_the_same_figure_as_a_wide_one(
    qtbot: QtBot, numbers: MainWindow
) -> None:
    write(numbers, [example("one"), example("zero"), example("one")])
    qtbot.waitUntil(lambda: len(numbers.number.reading.boxes) == 3)
    strip, said = numbers.findChild(BoxStrip, "numberStrip"), []
    with mock.patch.object(
        Painter, "text", lambda _painter, _area, words, *_, **__: said.append(words)
    ):
        strip.grab()
    figures = [in_percent(box.probability) for box in numbers.number.reading.boxes]
    assert sorted(words.removesuffix(" %") for words in said if "." in words) == sorted(figures)


def test_boxes_are_joined_split_and_given_back_by_undo(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [example("one"), example("zero"), example("two")])
    qtbot.waitUntil(lambda: text(numbers) == "102")
    press(numbers, Part.JOIN, 0)
    qtbot.waitUntil(lambda: len(numbers.number.reading.boxes) == 2)
    assert numbers.number.reading.boxes[0].group == ((0, *ends(numbers, 0)), (1, *ends(numbers, 1)))
    # What was said stays true while more is written.
    write(numbers, [example("six")])
    qtbot.waitUntil(lambda: len(numbers.number.reading.boxes) == 3)
    assert len(numbers.number.reading.boxes[0].group) == 2
    press(numbers, Part.CELL, 0)
    button(numbers, "numberSplit").click()
    qtbot.waitUntil(lambda: text(numbers) == "1026")
    for expected in (3, 2, 3):  # split, six, join
        numbers.session.document.undo()
        qtbot.waitUntil(partial(has_boxes, numbers, expected))
    assert text(numbers) == "102"
    numbers.session.document.redo()
    qtbot.waitUntil(lambda: len(numbers.number.reading.boxes) == 2)


def ends(window: MainWindow, stroke: int) -> tuple[int, int]:
    return 0, len(window.session.document.drawing.strokes[stroke].points) - 1


def test_the_selected_digit_is_shown_by_the_rest_of_the_window(
    qtbot: QtBot, numbers: MainWindow
) -> None:
    write(numbers, [example("seven"), example("two")])
    qtbot.waitUntil(lambda: answer(numbers) == "2")
    press(numbers, Part.CELL, 0)
    qtbot.waitUntil(lambda: answer(numbers) == "7")
    strip = numbers.findChild(BoxStrip, "numberStrip")
    QTest.keyClick(strip, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: answer(numbers) == "2")
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: len(numbers.number.reading.boxes) == 1)
    QTest.keyClick(strip, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: text(numbers) == "72")


def test_the_second_best_grouping_can_be_chosen(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [example("one"), FOUR])
    qtbot.waitUntil(lambda: text(numbers) == "14")
    second = numbers.number.second
    assert second is not None
    assert button(numbers, "numberSecond").text() == f"or {second.text}"
    button(numbers, "numberSecond").click()
    groups = [box.group for box in second.boxes]
    qtbot.waitUntil(lambda: [b.group for b in numbers.number.reading.boxes] == groups)


def test_a_single_stroke_can_be_split(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [example("zero")])
    qtbot.waitUntil(lambda: text(numbers) == "0")
    button(numbers, "numberSplit").click()
    qtbot.waitUntil(lambda: len(numbers.number.reading.boxes) == 2)


def test_a_dot_is_nothing(qtbot: QtBot, numbers: MainWindow) -> None:
    dot = Ink.from_xy([[(1.3, 0.5)]])
    stroke_by_stroke(numbers, dot)
    qtbot.waitUntil(lambda: not numbers.number.is_waiting)
    assert (text(numbers), answer(numbers)) == ("", "")
    write(numbers, [example("two")])
    numbers.session.document.replace(Ink((*example("two").strokes, *dot.strokes)))
    qtbot.waitUntil(lambda: text(numbers) == "2" and not numbers.number.is_waiting)
    qtbot.waitUntil(partial(is_answered, numbers, "2"))
    assert numbers.number.selected == 0
    numbers.session.document.replace(dot)
    qtbot.waitUntil(lambda: text(numbers) == "" and answer(numbers) == "")


def test_empty_again_after_clear(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [example("two")])
    qtbot.waitUntil(lambda: text(numbers) == "2")
    action(numbers, "clearAction").trigger()
    assert text(numbers) == ""
    assert answer(numbers) == ""
    assert not button(numbers, "numberSplit").isEnabled()


def test_the_mode_is_remembered(qtbot: QtBot, make_main_window: Callable[[], MainWindow]) -> None:
    window = make_main_window()
    tool = next(
        b
        for b in window.tools.findChildren(QToolButton)
        if b.defaultAction().text() == "&Number Mode"
    )
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert window.number.is_on
    window.close()
    assert make_main_window().number.is_on


def test_leaving_the_mode_fits_the_drawing_to_the_square(qtbot: QtBot, numbers: MainWindow) -> None:
    write(numbers, [example("two"), example("zero"), example("two")])
    qtbot.waitUntil(lambda: text(numbers) == "202")
    QTest.keyClick(numbers, Qt.Key.Key_N)
    assert not numbers.number.is_on
    box = numbers.session.document.drawing.bounds()
    assert box.left >= 0
    assert box.right <= 1
    assert numbers.session.subject is numbers.session.document.drawing


def test_the_number_comes_back_with_the_engine(
    qtbot: QtBot, own_engines: None, make_main_window: Callable[[], MainWindow]
) -> None:
    window = make_main_window()
    action(window, "numberAction").trigger()
    write(window, [example("two"), example("six")])
    qtbot.waitUntil(lambda: text(window) == "26")
    before = window.session.engine_pid
    assert before is not None
    with qtbot.waitSignal(window.session.engine_state_changed):
        kill(before)
    write(window, [example("zero")])
    qtbot.waitUntil(lambda: text(window) == "260")


def test_the_canvas_stays_where_it_is_whatever_is_answered(
    qtbot: QtBot, numbers: MainWindow
) -> None:
    # Panels are made in turns while the window is new, and may move everything.
    write(numbers, [example("two")])
    qtbot.waitUntil(partial(is_answered, numbers, "2"))
    numbers.session.document.clear()
    QApplication.processEvents()
    watch = Watch()
    numbers.canvas.installEventFilter(watch)
    verdicts = set()
    numbers.session.recognition_changed.connect(lambda answer: verdicts.add(answer.verdict))
    write(numbers, [example("two")])
    qtbot.waitUntil(partial(is_answered, numbers, "2"))
    write(numbers, [PLUS])
    qtbot.waitUntil(lambda: Verdict.NOT_A_DIGIT in verdicts, timeout=10_000)
    write(numbers, [example("seven")])
    qtbot.waitUntil(partial(is_answered, numbers, "7"))
    numbers.session.document.clear()
    QApplication.processEvents()
    assert watch.seen == []


class Watch(QObject):
    """Notes every move and change of size of what it is installed on."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.seen.append(event.type())
        return super().eventFilter(watched, event)


def test_what_would_change_its_mind_follows_the_selected_digit(
    qtbot: QtBot, numbers: MainWindow
) -> None:
    action(numbers, "whyPanelAction").trigger()
    changes = numbers.findChild(Changes)
    for name in ("two", "seven"):
        write(numbers, [example(name)])
        qtbot.waitUntil(lambda: changes.findings is not None, timeout=ANSWER_MS)
        assert changes.findings.ink == numbers.session.subject
    press(numbers, Part.CELL, 0)
    qtbot.waitUntil(partial(is_answered, numbers, "2"))
    qtbot.waitUntil(lambda: changes.findings is not None, timeout=ANSWER_MS)
    assert changes.findings.ink == numbers.session.subject


@pytest.fixture
def picture(qtbot: QtBot, numbers: MainWindow) -> MainWindow:
    """Return the window in number mode, with a picture that is read as 407."""
    grey = pictured("407")
    pixels = np.dstack([grey, grey, grey, np.full_like(grey, 255)])
    numbers.session.document.replace(Picture("407", pixels))
    qtbot.waitUntil(partial(is_read, numbers, "407"))
    return numbers


def test_the_digits_of_a_picture_have_boxes_on_it(picture: MainWindow) -> None:
    boxes = picture.findChild(BoxOverlay, "numberBoxes")
    rects = [boxes.box_rect(box.bounds) for box in picture.number.reading.boxes]
    assert all(picture.canvas.rect().contains(rect.toAlignedRect()) for rect in rects)


def test_a_picture_takes_all_the_room_of_the_wide_sheet(picture: MainWindow) -> None:
    canvas = picture.canvas
    area = canvas.part_area(ALL)
    assert canvas.rect().adjusted(-1, -1, 1, 1).contains(area.toAlignedRect())
    fills = area.width() / canvas.width(), area.height() / canvas.height()
    assert max(fills) == pytest.approx(1, abs=0.02)
    middle = area.center() - QPointF(canvas.rect().center())
    assert middle.manhattanLength() <= 2
    boxes = picture.findChild(BoxOverlay, "numberBoxes")
    first, *_, last = (boxes.box_rect(box.bounds) for box in picture.number.reading.boxes)
    assert first.united(last).width() > 0.8 * area.width()


def test_a_stroke_over_a_picture_begins_where_the_pen_is(qtbot: QtBot, picture: MainWindow) -> None:
    canvas, left = picture.canvas, Qt.MouseButton.LeftButton
    begins, ends = (canvas.rect().center() + QPoint(x, x) for x in (-40, 40))
    QTest.mousePress(canvas, left, Qt.KeyboardModifier.NoModifier, begins)
    QTest.mouseMove(canvas, ends)
    QTest.mouseRelease(canvas, left, Qt.KeyboardModifier.NoModifier, ends)
    drawing = picture.session.document.drawing
    assert isinstance(drawing, Ink)
    first, *_, last = drawing.strokes[0].points
    for point, place in ((first, begins), (last, ends)):
        shown = canvas.canvas_position(point.x, point.y)
        assert (shown - QPointF(place)).manhattanLength() < 1
    picture.session.document.undo()
    qtbot.waitUntil(partial(is_read, picture, "407"))


def test_the_answer_is_a_digit_of_the_number_in_a_picture(
    qtbot: QtBot, picture: MainWindow
) -> None:
    """It never says that number mode would read what number mode reads."""
    qtbot.waitUntil(partial(is_answered, picture, "7"))
    assert picture.windowTitle() == "407 – handdigit"
    for number, digit in enumerate("407"):
        press(picture, Part.CELL, number)
        qtbot.waitUntil(partial(is_answered, picture, digit))
        assert picture.number.selected == number
    found = picture.session.recognition.normalised.found
    assert found is not None
    box = picture.number.reading.boxes[2].bounds
    width = found.size[1]
    assert found.extent.left / width == pytest.approx(box.left, abs=0.1)
    assert found.extent.right / width == pytest.approx(box.right, abs=0.1)


def test_what_number_mode_reads_is_not_refused_meanwhile(qtbot: QtBot, window: MainWindow) -> None:
    refused: list[str] = []
    grey = pictured("407")
    drawing = Picture("407", np.dstack([grey] * 3 + [np.full_like(grey, 255)]))
    window.session.document.replace(drawing)
    qtbot.waitUntil(lambda: window.session.recognition.several == "407")
    window.session.recognition_changed.connect(lambda answer: refused.append(answer.several))
    action(window, "numberAction").trigger()
    note = window.findChild(QLabel, "answerNote")
    assert note.text() == "Reading…"
    qtbot.waitUntil(partial(is_answered, window, "7"))
    window.session.document.replace(replace(drawing))
    assert note.text() == "Reading…"
    qtbot.waitUntil(partial(is_answered, window, "7"))
    assert not any(refused)
    action(window, "numberAction").trigger()
    qtbot.waitUntil(lambda: window.session.recognition.several == "407")


def test_boxes_in_a_picture_are_joined_split_and_given_back_by_undo(
    qtbot: QtBot, picture: MainWindow
) -> None:
    press(picture, Part.JOIN, 1)
    qtbot.waitUntil(partial(has_boxes, picture, 2))
    button(picture, "numberSplit").click()
    qtbot.waitUntil(partial(is_read, picture, "407"))
    press(picture, Part.CELL, 1)
    button(picture, "numberSplit").click()
    qtbot.waitUntil(partial(has_boxes, picture, 4))
    for expected in (3, 2, 3):
        picture.session.document.undo()
        qtbot.waitUntil(partial(has_boxes, picture, expected))
    assert text(picture) == "407"


def test_a_picture_without_ink_has_no_number(qtbot: QtBot, numbers: MainWindow) -> None:
    numbers.session.document.replace(Picture("blank", np.full((60, 90, 4), 255, np.uint8)))
    note = numbers.findChild(QLabel, "answerNote")
    qtbot.waitUntil(lambda: note.text() == "No ink was found: draw a frame round the digit.")
    assert (text(numbers), answer(numbers)) == ("", "")


def test_several_digits_in_a_picture_are_refused_with_what_to_do(
    qtbot: QtBot, window: MainWindow
) -> None:
    grey = pictured("407")
    window.session.document.replace(
        Picture("407", np.dstack([grey] * 3 + [np.full_like(grey, 255)]))
    )
    qtbot.waitUntil(lambda: window.session.recognition.several == "407", timeout=ANSWER_MS)
    assert window.session.recognition.is_refused
    notes = [label.text() for label in window.findChildren(QLabel)]
    assert "Several digits: 407. Number mode reads them." in notes
