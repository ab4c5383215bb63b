"""Drawing on the real window, answered by the real engine."""

from __future__ import annotations

import json
import os
import signal

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest

from handdigit.gui.state.drawing.drawing import BLANK, Picture
from handdigit.ink.ink import Ink
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS
from tests.gui.driving import (
    ANSWER_MS,
    answer,
    draw,
    draw_with_pen,
    example,
    open_file,
    settle,
    wait_for_digit,
)
from tests.processes import can_hang, kill

EXAMPLES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip


def test_each_example_is_read_while_it_is_drawn(qtbot, window):
    for name, digit in EXAMPLES.items():
        window.session.document.clear()
        draw(window.canvas, example(name))
        wait_for_digit(qtbot, window, digit)


def test_pen_strokes_of_every_digit_are_read(qtbot, window, shared_data):
    samples = read_samples(shared_data / "strokes" / "unipen_dev.jsonl.gz")
    read = 0
    for digit in range(10):
        window.session.document.clear()
        ink = next(s.ink for s in samples[1000:] if s.label == str(digit))
        draw(window.canvas, ink)
        qtbot.waitUntil(lambda: answer(window) != "", timeout=ANSWER_MS)
        qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
        read += answer(window) == str(digit)
    assert read >= 9


def test_an_empty_canvas_has_no_answer(qtbot, window, seven):
    assert answer(window) == ""
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    window.session.document.clear()
    assert answer(window) == ""
    assert window.findChild(object, "answerProbability").text() == ""
    assert window.findChild(object, "probabilityBars").probabilities == ()


def test_the_window_shows_the_numbers_of_the_recognition(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    recognition = window.session.recognition
    shown = window.findChild(object, "probabilityBars").probabilities
    assert shown == recognition.probabilities
    assert sum(shown) == pytest.approx(1)
    percent = window.findChild(object, "answerProbability").text()
    assert percent == f"{recognition.probability * 100:.1f} %"
    assert window.windowTitle() == "7 – handdigit"


@pytest.mark.usefixtures("own_engines")
def test_drawing_works_before_the_engine_does(qtbot, make_main_window, seven):
    window = make_main_window()
    draw(window.canvas, seven)  # torch takes longer to load than this takes to draw
    assert window.findChild(object, "statusEngine").text() != ""
    assert not window.session.document.drawing.is_empty
    wait_for_digit(qtbot, window, 7)
    assert window.findChild(object, "statusEngine").text() == ""


def test_undo_and_redo_walk_through_strokes(qtbot, window):
    four = example("four")
    draw(window.canvas, four)
    both = window.session.document.drawing
    assert len(both.strokes) == 2
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.document.drawing.strokes == both.strokes[:1]
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.document.drawing == BLANK
    assert not window.findChild(object, "undoAction").isEnabled()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, modifiers)
    QTest.keyClick(window, Qt.Key.Key_Z, modifiers)
    assert window.session.document.drawing == both
    assert not window.findChild(object, "redoAction").isEnabled()


def test_the_eraser_cuts_a_stroke_in_two(window):
    canvas = window.canvas
    draw(canvas, Ink.from_xy([[(0.1, 0.5), (0.9, 0.5)]]))
    QTest.keyClick(window, Qt.Key.Key_E)
    draw(canvas, Ink.from_xy([[(0.5, 0.2), (0.5, 0.8)]]))
    left, right = window.session.document.drawing.strokes
    assert left.points[-1].x < 0.5 < right.points[0].x
    window.findChild(object, "undoAction").trigger()
    assert len(window.session.document.drawing.strokes) == 1


def test_a_pen_has_pressure_and_its_other_end_erases(qtbot, window):
    canvas = window.canvas
    tip = QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 2,
    )  # fmt: skip
    end = QPointingDevice(
        "pen", 2, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Eraser,
        QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 2,
    )  # fmt: skip
    draw_with_pen(canvas, tip, [(0.2, 0.5), (0.5, 0.5), (0.8, 0.5)], pressure=0.25)
    (stroke,) = window.session.document.drawing.strokes
    assert [point.pressure for point in stroke.points] == pytest.approx([0.25] * 3)
    draw_with_pen(canvas, end, [(0.5, 0.3), (0.5, 0.7)], pressure=0.5)
    assert len(window.session.document.drawing.strokes) == 2


def test_a_drawing_keeps_its_place_when_the_window_is_resized(qtbot, window, seven):
    draw(window.canvas, seven)
    drawn = window.session.document.drawing
    before = window.canvas.canvas_position(0.5, 0.5)
    window.resize(window.width() - 200, window.height() - 150)
    qtbot.waitUntil(lambda: window.canvas.canvas_position(0.5, 0.5) != before)
    assert window.session.document.drawing == drawn


@pytest.mark.usefixtures("own_engines")
def test_killing_the_engine_loses_nothing(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    window.session.document.clear()
    *first, last = seven.strokes
    draw(window.canvas, Ink(tuple(first)))
    killed = window.session.engine_pid
    kill(killed)
    draw(window.canvas, Ink((last,)) if first else seven)
    qtbot.waitUntil(lambda: "stopped" in window.findChild(object, "statusEngine").text())
    assert window.session.engine_pid not in {None, killed}  # another one is starting already
    drawn = window.session.document.drawing
    qtbot.waitUntil(
        lambda: window.findChild(object, "statusEngine").text() == "" and answer(window) != "",
        timeout=ANSWER_MS,
    )
    assert window.session.document.drawing == drawn
    assert len(drawn.strokes) == len(seven.strokes)


@pytest.mark.usefixtures("own_engines")
def test_an_engine_that_keeps_dying_is_given_up_and_can_be_restarted(qtbot, window, seven):
    status = window.findChild(object, "statusEngine")
    for _ in range(3):
        qtbot.waitUntil(lambda: window.session.engine_pid is not None, timeout=ANSWER_MS)
        pid = window.session.engine_pid
        kill(pid)
        qtbot.waitUntil(lambda p=pid: window.session.engine_pid != p, timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: "keeps stopping" in status.text(), timeout=ANSWER_MS)
    draw(window.canvas, seven)
    assert answer(window) == ""
    window.findChild(object, "restartEngineAction").trigger()
    wait_for_digit(qtbot, window, 7)


def test_what_is_too_little_to_be_read_is_said(qtbot, window):
    note = window.findChild(object, "answerNote")
    qtbot.waitUntil(lambda: "Draw a digit" in note.text(), timeout=ANSWER_MS)
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "too little ink" in note.text(), timeout=ANSWER_MS)
    window.session.document.replace(Picture("blank", np.full((40, 40, 4), 255, np.uint8)))
    qtbot.waitUntil(lambda: "No ink was found" in note.text(), timeout=ANSWER_MS)
    window.session.document.clear()
    qtbot.waitUntil(lambda: "Draw a digit" in note.text(), timeout=ANSWER_MS)


@pytest.mark.usefixtures("own_engines")
def test_an_engine_that_lives_is_started_anew(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    before = window.session.engine_pid
    window.findChild(object, "restartEngineAction").trigger()
    status = window.findChild(object, "statusEngine")
    assert status.text() != ""
    qtbot.waitUntil(lambda: status.text() == "", timeout=ANSWER_MS)
    assert window.session.engine_pid not in {None, before}
    wait_for_digit(qtbot, window, 7)


@can_hang
@pytest.mark.usefixtures("own_engines")
def test_an_engine_that_hangs_does_not_keep_the_window_from_closing(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    pid = window.session.engine_pid
    os.kill(pid, signal.SIGSTOP)
    draw(window.canvas, seven)
    window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_fast_strokes_leave_only_the_newest_answer(qtbot, window, seven):
    answers = []
    window.session.recognition_changed.connect(answers.append)
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    for _ in range(20):
        window.session.document.clear()
        draw(window.canvas, seven)
    window.session.document.clear()
    answers.clear()
    settle(qtbot, window)
    assert [a.digit for a in answers if a.digit is not None] == []
    assert answer(window) == ""


def test_erasing_the_last_ink_leaves_no_stale_answer(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    for _ in range(5):
        window.session.document.show(seven)  # an answer is on its way …
        window.session.document.show(Ink())  # … when the eraser takes the last of it
        window.session.document.commit()
        settle(qtbot, window)
        assert answer(window) == ""


def test_a_stroke_over_a_picture_begins_anew_and_undo_brings_it_back(
    qtbot, window, seven, tmp_path
):
    path = tmp_path / "picture.png"
    draw(window.canvas, seven)
    window.canvas.image(200).save(str(path))
    window.session.document.clear()
    open_file(qtbot, window, path)
    wait_for_digit(qtbot, window, 7)
    picture = window.session.document.drawing
    draw(window.canvas, example("zero"))
    wait_for_digit(qtbot, window, 0)
    for _ in window.session.document.drawing.strokes:
        window.findChild(object, "undoAction").trigger()
    assert window.session.document.drawing is picture
    wait_for_digit(qtbot, window, 7)


def test_the_window_and_the_command_line_agree_to_the_last_digit(qtbot, window, tmp_path, capsys):
    from handdigit.cli import main

    path = ASSETS / "examples" / "two.json"
    open_file(qtbot, window, path)
    wait_for_digit(qtbot, window, 2)
    assert main(["--data-dir", str(tmp_path), "classify", "--json", str(path)]) == 0
    value = json.loads(capsys.readouterr().out)
    assert tuple(value["probabilities"]) == window.session.recognition.probabilities
