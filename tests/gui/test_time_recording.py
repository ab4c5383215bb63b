"""How a network learned, saved as a moving picture."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QSlider

from handdigit.gui.panels.time_machine.recording import LARGEST, MOST_FRAMES, chosen_places, gif
from handdigit.storage.runs.run_store import RunSpec, RunStore
from tests.gui.driving import draw, show_panel, wait_for_digit
from tests.gui.test_time_machine import checkpoint

EPOCHS = 3


@pytest.fixture
def machine(qtbot, paths, window, seven):
    store = RunStore(paths.runs)
    run = store.create(RunSpec({}, ("generated",), "three epochs"))
    for epoch in range(EPOCHS + 1):
        store.write_snapshot(run, epoch, checkpoint(epoch))
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    show_panel(qtbot, window, "time")
    qtbot.waitUntil(lambda: window.findChild(QSlider, "timeSlider").maximum() == EPOCHS)
    return window


def press(machine) -> QPushButton:
    button = machine.findChild(QPushButton, "timeRecord")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return button


def test_every_checkpoint_is_a_frame(qtbot, machine, tmp_path, monkeypatch):
    path = tmp_path / "learned"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    button = press(machine)
    assert button.text() == "Cancel"
    note = machine.findChild(QLabel, "timeNote")
    qtbot.waitUntil(lambda: note.text() == f"Saved as {path}.gif.")
    assert button.text() == "Save as GIF…"
    with Image.open(f"{path}.gif") as film:
        assert film.n_frames == EPOCHS + 1
        frames = []
        for number in range(film.n_frames):
            film.seek(number)
            frames.append(film.convert("RGB").tobytes())
    assert len(set(frames)) == EPOCHS + 1, "each shows another epoch"


def test_a_cancelled_recording_writes_nothing(qtbot, machine, tmp_path, monkeypatch):
    path = tmp_path / "learned.gif"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    button = press(machine)
    press(machine)
    assert button.text() == "Save as GIF…"
    press(machine)
    machine.findChild(QAction, "whyPanelAction").trigger()  # nobody looks any more
    assert button.text() == "Save as GIF…"
    assert list(tmp_path.glob("*.gif")) == []


@pytest.mark.parametrize("count", [1, 2, MOST_FRAMES, 1000])
def test_a_long_run_has_its_first_and_last_checkpoint_and_so_many_between(count):
    places = chosen_places(count)
    assert len(places) == min(count, MOST_FRAMES)
    assert (places[0], places[-1]) == (0, count - 1)
    assert list(places) == sorted(set(places))


def test_a_large_frame_is_shrunk_and_frames_are_of_one_size(tmp_path):
    frames = []
    for size, colour in (((2000, 1000), "red"), ((1990, 1010), "blue")):
        frames.append(QImage(*size, QImage.Format.Format_RGB32))
        frames[-1].fill(QColor(colour))
    path = tmp_path / "film.gif"
    path.write_bytes(gif(frames, lambda: False))
    with Image.open(path) as film:
        assert film.size == (LARGEST.width(), LARGEST.width() // 2)
        assert film.n_frames == 2
    assert gif(frames, lambda: True) is None
