"""Samples are read and written beside the window: it waits for no disk and no other program."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QMessageBox, QPushButton

from handdigit.gui import unsaved_samples
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.samples.grid import SampleGrid
from handdigit.gui.panels.samples.panel import SamplesPanel
from handdigit.ink.ink import Ink
from handdigit.storage.samples import schema
from handdigit.storage.samples.exchange import export_inks, export_pictures
from handdigit.storage.samples.sample_store import NewSample, SampleStore
from tests.gui.driving import draw, example, show_panel, wait_for_digit, wait_for_samples
from tests.processes import descendants, kill, needs_linux

LEFT = Qt.MouseButton.LeftButton
LOCK = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def lock(paths) -> Iterator[Callable[[], Callable[[], None]]]:
    """Return a function that lets another process lock the samples, and returns the release."""
    with SampleStore(paths.samples) as store:
        store.add(example("two"), "2")
    holders: list[subprocess.Popen[str]] = []

    def take() -> Callable[[], None]:
        command = [sys.executable, "-c", LOCK, str(paths.samples)]
        pipe = subprocess.PIPE
        holder = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        holders.append(holder)
        assert holder.stdout.readline() == "locked\n"
        return lambda: holder.communicate("\n")

    yield take
    for holder in holders:
        holder.communicate()


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Asks for a store that does not wait for others, and a window that asks before it closes."""
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr(unsaved_samples, "CLOSING_S", 0.05)


@pytest.fixture
def callers(monkeypatch) -> set[threading.Thread]:
    """Return the threads that have called SQLite, filled as they do."""
    found: set[threading.Thread] = set()

    class Watched(sqlite3.Connection):
        def execute(self, *arguments):
            found.add(threading.current_thread())
            return super().execute(*arguments)

        def executemany(self, *arguments):
            found.add(threading.current_thread())
            return super().executemany(*arguments)

        def close(self):
            found.add(threading.current_thread())
            super().close()

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Watched))
    return found


def stored(paths) -> list[str]:
    with SampleStore(paths.samples) as store:
        return [entry.label for entry in store.entries()]


def text(window: MainWindow, name: str) -> str:
    return window.findChild(QLabel, name).text()


def many_inks(path: Path, count: int) -> Path:
    path.write_text(f"{json.dumps(example('three').to_json() | {'label': 3})}\n" * count)
    return path


def test_a_label_waits_for_another_program_and_the_pen_does_not(
    qtbot, window, paths, seven, lock, callers
):
    release = lock()
    callers.clear()
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    qtbot.waitUntil(lambda: text(window, "answerNote") == "Saving as 7…")
    assert window.labelling.label is None, "nothing is called saved that is not on the disk"
    window.session.document.clear()
    draw(window.canvas, example("two"))
    wait_for_digit(qtbot, window, 2)
    for _ in range(2):
        window.session.document.undo()
    assert text(window, "answerNote") == "Saving as 7…"
    release()
    qtbot.waitUntil(lambda: text(window, "answerNote").startswith("Saved as 7"))
    assert {thread.name for thread in callers} == {"sample store"}
    assert stored(paths) == ["2", "7"]


def test_no_question_is_asked_in_the_windows_thread(
    qtbot, make_main_window, paths, seven, callers, tmp_path
):
    with SampleStore(paths.samples) as store:
        store.add_all(NewSample(seven, label) for label in "0123456789" * 40)
    callers.clear()
    window = make_main_window()
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    show_panel(qtbot, window, "samples")
    wait_for_samples(qtbot, window)
    grid, panel = window.findChild(SampleGrid), window.findChild(SamplesPanel)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: grid.model().picture(grid.model().index(400, 0)) is not None)
    choice = window.findChild(QComboBox, "sampleLabelFilter")
    choice.setCurrentIndex(choice.findData(7))
    wait_for_samples(qtbot, window)
    assert len(grid.entries) == 41
    grid.selectAll()
    QTest.keyClick(grid, "4")
    wait_for_samples(qtbot, window)
    QTest.mouseClick(window.findChild(QPushButton, "sampleUndo"), LEFT)
    wait_for_samples(qtbot, window)
    grid.selectAll()
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    QTest.mouseClick(window.findChild(QPushButton, "sampleUndo"), LEFT)
    wait_for_samples(qtbot, window)
    assert len(grid.entries) == 41
    grid.setCurrentIndex(grid.model().index(3, 0))
    QTest.mouseClick(window.findChild(QPushButton, "sampleOpen"), LEFT)
    box = window.findChild(QCheckBox, "sampleMisreadFilter")
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    qtbot.waitUntil(lambda: text(window, "samplesSummary") == "0 of 41 misread")
    window.samples.refresh()
    panel.import_from(many_inks(tmp_path / "threes.jsonl", 3))
    qtbot.waitUntil(lambda: "threes.jsonl: 3" in text(window, "samplesMessage"))
    panel.export_to(tmp_path / "out.jsonl", export_inks)
    qtbot.waitUntil(lambda: "out.jsonl" in text(window, "samplesMessage"))
    window.close()
    assert {thread.name for thread in callers} == {"sample store"}


def test_a_label_that_was_refused_can_be_given_again(qtbot, window, paths, seven, lock, impatient):
    release = lock()
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    qtbot.waitUntil(lambda: "in use by another window" in window.status.currentMessage())
    assert window.labelling.label is None
    assert window.samples.undo_title == ""
    release()
    QTest.keyClick(window, "7")
    qtbot.waitUntil(lambda: window.labelling.label == "7")
    assert stored(paths) == ["2", "7"]


def test_what_waits_is_done_and_taken_back_in_order(qtbot, window, paths, seven, lock):
    show_panel(qtbot, window, "samples")
    wait_for_samples(qtbot, window)
    release = lock()
    draw(window.canvas, seven)
    for key in "714":
        QTest.keyClick(window, key)
    window.samples.undo(pytest.fail)
    qtbot.waitUntil(lambda: text(window, "samplesMessage") == "Saving…")
    release()
    wait_for_samples(qtbot, window)
    assert stored(paths) == ["2", "1"]
    assert window.labelling.label == "1"
    assert window.samples.undo_title == "relabel as 1"
    assert text(window, "samplesMessage") == ""


def test_closing_waits_for_a_label_that_was_just_given(window, paths, seven):
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    window.close()
    assert not window.isVisible()
    assert stored(paths) == ["7"]


def unsaved_box(window: MainWindow) -> QMessageBox | None:
    return window.findChild(QMessageBox, "unsavedQuestion")


@pytest.fixture
def closing(qtbot, window, seven, lock, monkeypatch) -> Callable[[], None]:
    """A window that was closed while two labels wait; returns the release of the lock."""
    monkeypatch.setattr(unsaved_samples, "CLOSING_S", 0.05)
    release = lock()
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    QTest.keyClick(window, "1")
    window.close()
    assert window.isVisible()
    assert unsaved_box(window).text() == "2 changes of your samples are not saved yet."
    return release


def test_a_window_closes_once_its_samples_are_saved(qtbot, window, paths, closing):
    window.close()  # it waits already
    closing()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stored(paths) == ["2", "1"]


def test_closing_can_be_thought_better_of(qtbot, window, paths, closing):
    unsaved_box(window).reject()
    closing()
    qtbot.waitUntil(lambda: window.labelling.label == "1")
    assert window.isVisible()


def test_a_window_can_be_closed_without_what_is_not_saved(qtbot, window, closing):
    QTest.mouseClick(window.findChild(QPushButton, "unsavedConfirm"), LEFT)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_refusal_keeps_the_window_that_was_to_be_closed(
    qtbot, window, paths, seven, lock, impatient
):
    release = lock()
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    window.close()
    qtbot.waitUntil(lambda: "in use by another window" in window.status.currentMessage())
    qtbot.waitUntil(lambda: unsaved_box(window) is None)
    assert window.isVisible()
    release()


def test_an_import_tells_how_far_it_is_and_is_cancelled_without_a_trace(
    qtbot, window, paths, tmp_path
):
    show_panel(qtbot, window, "samples")
    window.findChild(SamplesPanel).import_from(many_inks(tmp_path / "many.jsonl", 30_000))
    qtbot.waitUntil(lambda: "of 30,000 samples" in text(window, "samplesSummary"))
    cancel = window.findChild(QPushButton, "samplesCancel")
    QTest.mouseClick(cancel, LEFT)
    qtbot.waitUntil(lambda: not cancel.isVisible())
    assert stored(paths) == []
    assert window.samples.undo_title == ""


def test_an_export_is_cancelled_without_a_trace(qtbot, window, paths, tmp_path):
    with SampleStore(paths.samples) as store:
        picture = store.samples(ids=[store.add(example("two"), "2").id])[0].as_fed()
        store.add_all(NewSample(picture, "2") for _ in range(20_000))
    show_panel(qtbot, window, "samples")
    wait_for_samples(qtbot, window)
    target = tmp_path / "out" / "pictures"
    window.findChild(SamplesPanel).export_to(target, export_pictures)
    qtbot.waitUntil(target.parent.exists)
    cancel = window.findChild(QPushButton, "samplesCancel")
    QTest.mouseClick(cancel, LEFT)
    qtbot.waitUntil(lambda: not cancel.isVisible())
    assert list(target.parent.iterdir()) == []
    assert text(window, "samplesMessage") == ""


@needs_linux
def test_an_import_whose_process_dies_is_a_sentence(qtbot, window, paths, tmp_path):
    before = descendants(os.getpid())
    show_panel(qtbot, window, "samples")
    window.findChild(SamplesPanel).import_from(many_inks(tmp_path / "many.jsonl", 30_000))
    qtbot.waitUntil(lambda: "000 samples…" in text(window, "samplesSummary"))
    (process,) = descendants(os.getpid()) - before
    kill(process)
    qtbot.waitUntil(lambda: "broke off" in text(window, "samplesMessage"))
    assert stored(paths) == []


def test_a_window_can_be_closed_while_samples_are_imported(qtbot, window, paths, tmp_path):
    show_panel(qtbot, window, "samples")
    window.findChild(SamplesPanel).import_from(many_inks(tmp_path / "many.jsonl", 30_000))
    qtbot.waitUntil(lambda: "000 samples…" in text(window, "samplesSummary"))
    window.close()
    assert stored(paths) == []


def test_a_database_that_was_removed_is_made_again_and_that_is_told(qtbot, window, paths, seven):
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    qtbot.waitUntil(lambda: window.labelling.label == "7")
    for file in paths.folder.glob("samples.sqlite*"):
        file.unlink()
    draw(window.canvas, example("two"))
    QTest.keyClick(window, "2")
    qtbot.waitUntil(lambda: window.labelling.label == "2")
    qtbot.waitUntil(lambda: "removed or replaced" in window.status.currentMessage())
    assert window.status.toolTip() == window.status.currentMessage()
    assert stored(paths) == ["7", "2"]


def test_the_first_change_of_a_day_is_backed_up(qtbot, window, paths, seven):
    draw(window.canvas, seven)
    QTest.keyClick(window, "7")
    wait_for_samples(qtbot, window)
    with SampleStore(paths.samples) as store:
        assert store.back_up() is None, "there is one of today"


def test_a_bug_in_one_job_is_told_and_the_next_is_done(qtbot, window, caplog):
    told: list[str] = []
    window.samples.store.ask(lambda _store: 1 // 0, pytest.fail, told.append)
    wait_for_samples(qtbot, window)
    assert told == ["This did not work: ZeroDivisionError('integer division or modulo by zero')."]
    assert "ZeroDivisionError" in caplog.text


def test_after_other_samples_took_the_place_no_change_hits_one_of_them(
    qtbot, window, paths, seven, tmp_path
):
    window.session.document.replace(seven)
    window.labelling.give(7)
    qtbot.waitUntil(lambda: window.labelling.label == "7")
    other = tmp_path / "other.sqlite"
    with SampleStore(other) as store:
        store.add(Ink.from_xy([[(0.0, 0.0), (1.0, 1.0)]]), "1")
    other.replace(paths.samples)
    told = []
    window.samples.store.told.connect(told.append)
    window.samples.refresh()  # a question finds out, before any change does
    qtbot.waitUntil(lambda: bool(told))
    refused = []
    window.samples.undo(refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert "no longer be taken back" in refused[0]
    window.labelling.give(9)
    qtbot.waitUntil(lambda: window.labelling.label == "9")
    with SampleStore(paths.samples) as store:
        assert [entry.label for entry in store.entries()] == ["1", "7", "9"]
