"""A picture is mended on the real window, with the mouse and with keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QEventPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.drawing_recovery import DrawingRecovery
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.drawing.drawing import BLANK, Picture
from handdigit.gui.state.drawing.mending import Edit, PictureMending
from handdigit.ink.ink import Ink
from handdigit.ink.mending import Mending
from handdigit.ink.perspective import WHOLE, Corners, inverse, map_to, mapped, seen_through
from handdigit.storage.paths import AppPaths
from tests.gui.driving import draw, example, open_file, settle, wait_for_digit
from tests.gui.touchscreen import Touchscreen

LEFT = Qt.MouseButton.LeftButton
SLANTED = ((0.15, 0.2), (0.7, 0.1), (0.95, 0.9), (0.3, 0.7))


def written(window: MainWindow, name: str, side: int = 300) -> np.ndarray:
    """Return an example as a picture, (side, side, 4), dark on white; the canvas is blank then."""
    window.session.document.replace(example(name))
    image = window.canvas.image(side).convertToFormat(window.canvas.image(1).format())
    window.session.document.clear()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(side, side, 4).copy()
    pixels[:, :, 3] = 255
    return pixels


def seen_from_the_side(window: MainWindow, corners: Corners) -> np.ndarray:
    """Return a picture of a sheet with a 7 on a wooden desk."""
    from_sheet = inverse(map_to(corners))
    seen = seen_through(written(window, "seven", 400), from_sheet, (400, 400))
    seen[seen[:, :, 3] < 255] = (96, 58, 30, 255)
    return seen


def photographed(pixels: np.ndarray) -> np.ndarray:
    """Return a picture in a camera's light, with its noise."""
    height, width = pixels.shape[:2]
    noise = np.random.default_rng(7).normal(0, 0.01, (height, width))
    light = np.linspace(0.85, 0.65, width) + noise
    photo = (40 + pixels * 0.8) * light[:, :, None]
    photo[:, :, 3] = 255
    return np.clip(photo, 0, 255).astype(np.uint8)


def opened(qtbot: QtBot, window: MainWindow, pixels: np.ndarray, folder: Path) -> Picture:
    """Open a picture and wait until it is answered."""
    path = folder / "picture.png"
    Image.fromarray(pixels).save(path)
    open_file(qtbot, window, path)
    wait(qtbot, window)
    drawing = window.session.document.drawing
    assert isinstance(drawing, Picture)
    return drawing


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.is_waiting)


def mending_of(window: MainWindow) -> Mending:
    drawing = window.session.document.drawing
    assert isinstance(drawing, Picture)
    return drawing.mending


def mode(window: MainWindow) -> PictureMending:
    return window.drawing_area.mending


def press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.findChild(QToolButton, f"{name}Button"), LEFT)


def undo(window: MainWindow) -> None:
    window.findChild(QAction, "undoAction").trigger()


def handles(window: MainWindow) -> QWidget:
    return window.findChild(QWidget, "mendingHandles")


def on_handles(window: MainWindow, x: float, y: float) -> QPoint:
    """Return where a place of the picture is on the handles' widget."""
    top_left, bottom_right = (middle(window, name) for name in ("top_left", "bottom_right"))
    shape = handles(window).shape
    (left, top), (right, bottom) = shape.corners[0], shape.corners[2]
    scale_x = (bottom_right.x() - top_left.x()) / (right - left)
    scale_y = (bottom_right.y() - top_left.y()) / (bottom - top)
    return QPointF(
        top_left.x() + (x - left) * scale_x, top_left.y() + (y - top) * scale_y
    ).toPoint()


def middle(window: MainWindow, name: str) -> QPointF:
    knob = window.findChild(QWidget, f"{name}Handle")
    return QPointF(knob.mapTo(handles(window), QPoint(0, 0))) + QPointF(16, 16)


def drag(widget: QWidget, *way: QPoint) -> None:
    QTest.mousePress(widget, LEFT, Qt.KeyboardModifier.NoModifier, way[0])
    for at in way[1:]:
        QTest.mouseMove(widget, at)
    QTest.mouseRelease(widget, LEFT, Qt.KeyboardModifier.NoModifier, way[-1])


def drag_handle(window: MainWindow, name: str, x: float, y: float) -> None:
    knob = window.findChild(QWidget, f"{name}Handle")
    start = QPoint(16, 16)
    to = knob.mapFrom(handles(window), on_handles(window, x, y))
    QTest.mousePress(knob, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(knob, to)
    QTest.mouseRelease(knob, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(16, 16))


@pytest.fixture
def two_digits(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Return the window with a 7 left of a 2, on one picture."""
    pixels = np.concatenate([written(window, "seven"), written(window, "two")], axis=1)
    opened(qtbot, window, pixels, tmp_path)
    return window


def test_a_frame_is_drawn_and_answered_while_it_is_drawn(qtbot, two_digits):
    window = two_digits
    assert mode(window).edit is None
    press(window, "crop")
    widget = handles(window)
    assert widget.isVisible()
    start, end = on_handles(window, 0.02, 0.02), on_handles(window, 0.48, 0.98)
    QTest.mousePress(widget, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(widget, (start + end) / 2)
    QTest.mouseMove(widget, end)
    wait_for_digit(qtbot, window, 7)
    assert mode(window).edit is Edit.FRAME, "the button is still down"
    QTest.mouseRelease(widget, LEFT, Qt.KeyboardModifier.NoModifier, end)
    frame = mending_of(window).frame
    assert np.array(frame) == pytest.approx(np.array([0.02, 0.02, 0.48, 0.98]), abs=0.02)
    right = on_handles(window, 0.25, 0.5)
    drag(widget, right, on_handles(window, 0.5, 0.5), on_handles(window, 0.75, 0.5))
    wait_for_digit(qtbot, window, 2)
    assert mending_of(window).frame.width == pytest.approx(frame.width)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert widget.isHidden()
    assert window.canvas.hasFocus()
    undo(window)
    wait_for_digit(qtbot, window, 7)
    undo(window)
    assert mending_of(window) == Mending()


def test_a_finger_draws_a_frame_and_no_stroke(qtbot, two_digits):
    window = two_digits
    press(window, "crop")
    screen = Touchscreen(window.windowHandle())
    way = [on_handles(window, *at) for at in ((0.06, 0.11), (0.2, 0.5), (0.45, 0.98))]
    state = QEventPoint.State
    for at, what in zip(way, (state.Pressed, state.Updated, state.Updated), strict=True):
        screen.touch(1, handles(window).mapTo(window, at), what)
    screen.touch(1, handles(window).mapTo(window, way[-1]), state.Released)
    qtbot.waitUntil(
        lambda: len(window.session.document.pages.past) > 1 and mending_of(window).frame
    )
    wait_for_digit(qtbot, window, 7)


def test_handles_and_keys_change_a_frame(qtbot, two_digits):
    window = two_digits
    press(window, "crop")
    drag_handle(window, "right", 0.5, 0.3)
    wait_for_digit(qtbot, window, 7)
    assert mending_of(window).frame.right == pytest.approx(0.5, abs=0.02)
    knob = window.findChild(QWidget, "bottom_rightHandle")
    knob.setFocus()
    before, steps = mending_of(window).frame, len(window.session.document.pages.past)
    QTest.keyClick(knob, Qt.Key.Key_Up)
    small = before.bottom - mending_of(window).frame.bottom
    QTest.keyClick(knob, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert before.bottom - mending_of(window).frame.bottom > 5 * small > 0
    assert mending_of(window).frame.right == before.right
    assert len(window.session.document.pages.past) == steps + 2
    QTest.keyClick(knob, Qt.Key.Key_Escape)
    assert mode(window).edit is None
    assert mending_of(window) == Mending()
    assert not window.findChild(QToolButton, "cropButton").isChecked()


def test_four_corners_make_a_slanted_sheet_straight(qtbot, window, tmp_path):
    opened(qtbot, window, seen_from_the_side(window, SLANTED), tmp_path)
    press(window, "corners")
    for name, place in zip(
        ("top_left", "top_right", "bottom_right", "bottom_left"), SLANTED, strict=True
    ):
        knob = window.findChild(QWidget, f"{name}Handle")
        area = handles(window).area
        to = QPointF(area.x() + place[0] * area.width(), area.y() + place[1] * area.height())
        QTest.mousePress(knob, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(16, 16))
        QTest.mouseMove(knob, knob.mapFrom(handles(window), to.toPoint()))
        QTest.mouseRelease(knob, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(16, 16))
    wait_for_digit(qtbot, window, 7)
    found = mending_of(window).corners
    assert np.array(found) == pytest.approx(np.array(SLANTED), abs=0.01)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert mapped(((0.0, 0.0),), mending_of(window).map)[0] == pytest.approx(found[0])
    for _ in range(4):
        undo(window)
    assert mending_of(window) == Mending()


def test_the_corners_of_a_sheet_that_was_found_need_no_hand(qtbot, window, tmp_path):
    sheet = ((0.2, 0.15), (0.8, 0.2), (0.85, 0.85), (0.12, 0.8))
    opened(qtbot, window, photographed(seen_from_the_side(window, sheet)), tmp_path)
    assert mode(window).sheet is not None
    press(window, "corners")
    assert np.array(mending_of(window).corners) == pytest.approx(np.array(sheet), abs=0.04)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert mending_of(window) == Mending()
    press(window, "corners")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for_digit(qtbot, window, 7)
    assert np.array(mending_of(window).corners) == pytest.approx(np.array(sheet), abs=0.04)
    undo(window)
    assert mending_of(window) == Mending()


def test_corners_of_a_turned_picture_are_the_same_corners(qtbot, two_digits):
    window = two_digits
    press(window, "corners")
    drag_handle(window, "top_left", 0.05, 0.1)
    said = mending_of(window).corners
    press(window, "rotateRight")
    assert mending_of(window).corners == said
    x, y = handles(window).shape.corners[1]  # what was left is above
    assert (x, y) == pytest.approx((1 - said[0][1], said[0][0]))


def test_a_picture_is_turned_and_undo_turns_it_back(qtbot, window, tmp_path):
    sideways = np.rot90(written(window, "two"), 1)
    opened(qtbot, window, sideways, tmp_path)
    press(window, "rotateRight")
    wait_for_digit(qtbot, window, 2)
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert mending_of(window).turns == 2
    press(window, "rotateLeft")
    press(window, "rotateLeft")
    assert mending_of(window) == Mending()
    undo(window)
    assert mending_of(window).turns == 1
    assert not window.findChild(QToolButton, "resetPictureButton").isHidden()
    press(window, "resetPicture")
    assert mending_of(window) == Mending()


def test_ink_and_paper_are_exchanged_and_back(qtbot, window, tmp_path):
    opened(qtbot, window, written(window, "seven"), tmp_path)
    wait_for_digit(qtbot, window, 7)
    usual = window.session.recognition.normalised.picture
    press(window, "invert")
    wait(qtbot, window)
    now = window.session.recognition.normalised
    assert now is None or not np.array_equal(now.picture, usual)
    undo(window)
    wait_for_digit(qtbot, window, 7)
    assert not window.findChild(QToolButton, "invertButton").isChecked()


def test_a_slider_says_what_is_ink(qtbot, window, tmp_path):
    """A faint 2 beside a strong 7 is ink, or is not."""
    strong = written(window, "seven").astype(float)
    faint = 255 - (255 - written(window, "two").astype(float)) * 0.25
    both = np.concatenate([strong, faint], axis=1).astype(np.uint8)
    both[:, :, 3] = 255
    opened(qtbot, window, both, tmp_path)
    slider = window.findChild(QSlider, "inkSlider")
    steps = len(window.session.document.pages.past)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    wait_for_digit(qtbot, window, 7)
    assert len(window.session.document.pages.past) == steps + 1
    QTest.keyClick(slider, Qt.Key.Key_End)
    wait(qtbot, window)
    found = window.session.recognition.normalised
    assert found.box.width > 0.6 * found.ink.shape[1], "both of them"
    undo(window)
    wait_for_digit(qtbot, window, 7)
    assert slider.value() == slider.minimum()


@pytest.mark.parametrize("edit", ["crop", "corners"])
def test_undo_that_leads_to_before_there_were_handles_ends_them(qtbot, two_digits, edit):
    window = two_digits
    document = window.session.document
    press(window, "rotateRight")
    turned = mending_of(window)
    press(window, edit)
    drag_handle(window, "top_left", 0.2, 0.2)
    undo(window)
    assert mending_of(window) == turned
    assert mode(window).edit is not None, "only what the handles said was undone"
    undo(window)
    assert mode(window).edit is None
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    wait(qtbot, window)
    assert mending_of(window) == Mending()
    assert document.is_committed
    window.findChild(QAction, "redoAction").trigger()
    assert mending_of(window) == turned
    window.findChild(QAction, "redoAction").trigger()
    assert mending_of(window) != turned


def test_corners_that_nobody_has_moved_are_those_of_what_is_meant(qtbot, two_digits):
    window = two_digits
    press(window, "corners")
    assert handles(window).shape.corners == WHOLE
    QTest.keyClick(handles(window), Qt.Key.Key_Return)
    assert mending_of(window) == Mending()
    press(window, "crop")
    drag_handle(window, "left", 0.5, 0.3)
    QTest.keyClick(handles(window), Qt.Key.Key_Return)
    cut = mending_of(window)
    press(window, "corners")
    frame = cut.frame
    assert handles(window).shape.corners[0] == (frame.left, frame.top)
    assert handles(window).shape.corners[2] == (frame.right, frame.bottom)
    QTest.keyClick(handles(window), Qt.Key.Key_Return)
    assert mending_of(window) == cut


@pytest.mark.parametrize("name", ["photo48_6_12", "photo09_1_03"])
def test_the_first_step_of_the_slider_keeps_the_width_of_a_photo_s_lines(
    qtbot, window, shared_cases, name
):
    open_file(qtbot, window, shared_cases / "photos" / f"{name}.jpg")
    wait(qtbot, window)
    slider = window.findChild(QSlider, "inkSlider")
    slider.setFocus()
    usual = window.session.recognition.normalised.picture.astype(float)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(slider, key)
        wait(qtbot, window)
        now = window.session.recognition.normalised.picture.astype(float)
        assert now.sum() == pytest.approx(usual.sum(), rel=0.1)
    assert mending_of(window) == Mending(), "the middle is what the program decides"
    assert (now == usual).all()


def test_the_eraser_works_on_a_picture(qtbot, two_digits):
    window = two_digits
    canvas = window.canvas
    QTest.keyClick(window, Qt.Key.Key_E)
    way = [
        canvas.canvas_position(x, y).toPoint()
        for y in np.arange(0.25, 0.8, 0.08)
        for x in (0.55, 0.75, 0.97)
    ]
    drag(canvas, *way)
    assert len(mending_of(window).rubbings) == 1
    wait_for_digit(qtbot, window, 7)
    assert window.session.document.drawing.part[:, 310:].min() > 200, "all of the 2 is paper"
    undo(window)
    assert mending_of(window) == Mending()
    window.findChild(QAction, "redoAction").trigger()
    wait_for_digit(qtbot, window, 7)


def test_what_was_taken_for_ink_is_shown(qtbot, window, tmp_path):
    opened(qtbot, window, written(window, "seven"), tmp_path)
    qtbot.waitUntil(lambda: mode(window).found is not None)
    accent = window.palette().color(window.palette().ColorRole.Accent)
    seven = example("seven").strokes[0].points
    at = seven[len(seven) // 2]
    place = window.canvas.canvas_position(at.x, at.y).toPoint()
    assert window.canvas.grab().toImage().pixelColor(place) == accent
    assert window.canvas.image(300).pixelColor(round(at.x * 300), round(at.y * 300)) != accent
    window.session.document.clear()
    assert mode(window).found is None


def test_without_ink_a_frame_is_asked_for(qtbot, window, tmp_path):
    note = window.findChild(QLabel, "answerNote")
    opened(qtbot, window, np.full((80, 80, 4), 255, np.uint8), tmp_path)
    qtbot.waitUntil(lambda: note.text() == "No ink was found: draw a frame round the digit.")
    assert mode(window).edit is Edit.FRAME
    drag(handles(window), on_handles(window, 0.2, 0.2), on_handles(window, 0.8, 0.8))
    assert mending_of(window).frame is not None
    settle(qtbot, window)
    QTest.keyClick(handles(window), Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert mode(window).edit is None, "it is offered once"
    assert mending_of(window) == Mending()


def test_a_click_says_which_part_is_meant(qtbot, window, tmp_path):
    """Two digits on one paper, as a camera sees them: either may be meant."""
    seven, two = (written(window, name, 240) for name in ("seven", "two"))
    opened(qtbot, window, photographed(np.concatenate([seven, two], axis=1)), tmp_path)
    qtbot.waitUntil(lambda: len(mode(window).parts) > 1)
    middles = {number: part.left + part.width / 2 for number, part in enumerate(mode(window).parts)}
    right = max(middles, key=middles.__getitem__)
    box = window.findChild(QAbstractButton, f"part{right}")
    assert box.accessibleName() == f"Part {right + 1} of {len(middles)}"
    QTest.mouseClick(box, LEFT)
    wait_for_digit(qtbot, window, 2)
    assert mending_of(window).frame.left > 0.4
    assert mode(window).parts == ()
    undo(window)
    qtbot.waitUntil(lambda: len(mode(window).parts) > 1)


def test_a_number_is_read_from_what_is_meant(qtbot, two_digits):
    window = two_digits
    window.tool_actions.number.setChecked(True)
    qtbot.waitUntil(lambda: window.number.reading.text == "72")
    press(window, "crop")
    drag_handle(window, "left", 0.5, 0.3)
    qtbot.waitUntil(lambda: window.number.reading.text == "2")
    window.findChild(QSlider, "inkSlider").setValue(60)
    wait(qtbot, window)
    qtbot.waitUntil(lambda: window.number.reading.text == "2")
    undo(window)
    undo(window)
    qtbot.waitUntil(lambda: window.number.reading.text == "72")


def test_there_is_no_bar_where_strokes_are_drawn(qtbot, two_digits, seven):
    window = two_digits
    bar, canvas = window.drawing_area.mending_bar, window.canvas
    assert bar.isVisible()
    assert window.findChild(QAction, "cropAction").isEnabled()
    press(window, "crop")
    press(window, "crop")
    stroke = Ink.from_xy([[(0.2, 0.2), (0.5, 0.5)]])
    points = [canvas.canvas_position(*at[:2]).toPoint() for at in stroke.strokes[0].points]
    QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, points[0])
    QTest.mouseMove(canvas, points[1])
    qtbot.waitUntil(lambda: isinstance(window.session.document.drawing, Ink))
    assert bar.isVisible(), "nothing moves under the pen"
    QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, points[1])
    assert bar.isHidden()
    assert not window.findChild(QAction, "cropAction").isEnabled()
    undo(window)
    assert bar.isVisible()
    window.session.document.clear()
    assert window.session.document.drawing == BLANK
    draw(canvas, seven)
    assert bar.isHidden()


def test_the_next_start_shows_the_picture_as_it_was_mended(
    qtbot: QtBot, make_main_window: Callable[[], MainWindow], paths: AppPaths, tmp_path: Path
) -> None:
    window = make_main_window()
    recovery = DrawingRecovery(window, paths)
    window.canvas.update()
    qtbot.waitUntil(lambda: bool(list(paths.drawings.glob("*.journal"))))
    pixels = np.concatenate([written(window, "seven"), written(window, "two")], axis=1)
    opened(qtbot, window, np.rot90(pixels), tmp_path)
    press(window, "rotateRight")
    press(window, "crop")
    drag_handle(window, "right", 0.5, 0.5)
    wait_for_digit(qtbot, window, 7)
    said = mending_of(window)
    window.close()
    recovery.close()

    window = make_main_window()
    recovery = DrawingRecovery(window, paths)
    window.canvas.update()
    wait_for_digit(qtbot, window, 7)
    assert mending_of(window) == said
    undo(window)
    assert mending_of(window) == Mending(turns=1)
    wait_for_digit(qtbot, window, None)  # both digits are seen again, which are not one
    window.findChild(QAction, "redoAction").trigger()
    wait_for_digit(qtbot, window, 7)
    window.close()
    recovery.close()
