"""The Samples panel of the real window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from handdigit.gui.panels.samples.grid import SampleGrid
from handdigit.gui.panels.samples.label_counts import LabelCounts
from handdigit.gui.state.drawing.drawing import Picture
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.network.alphabet import DIGITS
from handdigit.storage.paths import ASSETS
from handdigit.storage.samples.sample_store import NewSample, SampleStore
from tests.gui.driving import (
    ANSWER_MS,
    answer,
    draw,
    example,
    show_panel,
    wait_for_digit,
    wait_for_samples,
)

NAMES = sorted(path.stem for path in (ASSETS / "examples").glob("*.json"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def store(paths) -> Iterator[SampleStore]:
    """What another process sees."""
    with SampleStore(paths.samples) as store:
        yield store


@pytest.fixture
def filled(store) -> SampleStore:
    """Ids 1 to 4 are sevens, 5 a two, 6 a picture of a two, 7 a seven called 1."""
    seven, two = example("seven"), example("two")
    store.add_all([NewSample(seven, "7") for _ in range(4)])
    store.add(two, "2", origin="twos.jsonl")
    store.add(store.samples(ids=[5])[0].as_fed(), "2", origin="twos")
    store.add(seven, "1")
    return store


@pytest.fixture
def on_samples(qtbot, window):
    show_panel(qtbot, window, "samples")
    wait_for_samples(qtbot, window)
    return window


def grid(window) -> SampleGrid:
    return window.findChild(SampleGrid)


def ids(window) -> list[int]:
    return [entry.id for entry in grid(window).entries]


def text(window, name: str) -> str:
    return window.findChild(QLabel, name).text()


def button(window, name: str) -> QPushButton:
    return window.findChild(QPushButton, name)


@pytest.fixture
def press(qtbot, on_samples):
    """Press a key in the grid, and wait for what that does."""

    def press_key(key: Qt.Key | str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(grid(on_samples), key, modifier)
        wait_for_samples(qtbot, on_samples)

    return press_key


@pytest.fixture
def push(qtbot, on_samples):
    """Click a button, and wait for what that does."""

    def push_button(name: str) -> None:
        # A list may show an import before it is over, and can be taken back.
        qtbot.waitUntil(lambda: button(on_samples, name).isVisible())
        qtbot.waitUntil(lambda: button(on_samples, name).isEnabled())
        QTest.mouseClick(button(on_samples, name), LEFT)
        wait_for_samples(qtbot, on_samples)

    return push_button


def click(window, identity: int, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Click a sample with the mouse."""
    pictures = grid(window)
    at = pictures.model().index(ids(window).index(identity), 0)
    pictures.scrollTo(at)
    QTest.mouseClick(pictures.viewport(), LEFT, modifier, pictures.visualRect(at).center())


def test_an_empty_panel_says_how_to_begin(on_samples, paths):
    assert "press its key" in text(on_samples, "samplesEmpty")
    assert not grid(on_samples).isVisible()
    assert not button(on_samples, "samplesExport").isEnabled()
    assert not paths.samples.exists()


def test_what_is_labelled_appears_at_once_newest_first(qtbot, on_samples, seven, store):
    draw(on_samples.canvas, seven)
    QTest.keyClick(on_samples, "7")
    on_samples.session.document.clear()
    draw(on_samples.canvas, example("two"))
    QTest.keyClick(on_samples, "2")
    wait_for_samples(qtbot, on_samples)
    assert ids(on_samples) == [2, 1]
    assert [s.label for s in store.samples()] == ["7", "2"]
    assert on_samples.findChild(LabelCounts).counts == (0, 0, 1, 0, 0, 0, 0, 1, 0, 0)
    assert text(on_samples, "samplesSummary").startswith("Samples: 2, ")
    assert not grid(on_samples).grab().isNull()


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtTest import QTest
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths
from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import LoadModel
from handdigit.gui.app import make_application, make_window
from tests.gui.driving import draw, example
if __name__ == "__main__":
    paths = AppPaths(Path(sys.argv[1]))
    store, application, engine = ModelStore(paths), make_application(), EngineClient()
    model = store.models()[0]
    engine.start()
    engine.load_model(LoadModel(model.path, "cpu"))
    window = make_window(application, engine, store, model, "cpu", paths)
    window.show()
    QTest.qWaitForWindowExposed(window)
    for digit, name in ((7, "seven"), (2, "two")):
        window.session.document.clear()
        draw(window.canvas, example(name))
        window.labelling.give(digit)
        while window.labelling.label != str(digit):
            application.processEvents()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_samples_survive_the_sudden_death_of_the_window(tmp_path, store, paths):
    script = tmp_path / "window.py"
    script.write_text(KILLED)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, str(script), str(paths.folder)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == -9, done.stderr
    assert [s.label for s in store.samples()] == ["7", "2"]
    assert all(isinstance(s.ink, Ink) for s in store.samples())


def test_selected_samples_are_relabelled_by_a_digit_key(filled, on_samples, seven, press):
    draw(on_samples.canvas, seven)
    click(on_samples, 4)
    click(on_samples, 2, Qt.KeyboardModifier.ControlModifier)
    assert "2 selected" in text(on_samples, "samplesMessage")
    press("4")
    assert [s.label for s in filled.samples(ids=[1, 2, 3, 4])] == ["7", "4", "7", "4"]
    assert len(filled.samples()) == 7, "the drawing on the canvas is not meant"
    assert grid(on_samples).selected == (4, 2)
    press("z", Qt.KeyboardModifier.ControlModifier)
    assert [s.label for s in filled.samples(ids=[1, 2, 3, 4])] == ["7", "7", "7", "7"]
    assert on_samples.session.document.drawing != Ink(), "nor is it undone"


def test_deleted_samples_come_back(filled, on_samples, seven, press, push):
    draw(on_samples.canvas, seven)
    before = [(s.id, s.label, s.held_out) for s in filled.samples()]
    click(on_samples, 7)
    click(on_samples, 3, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Delete)
    assert [s.id for s in filled.samples()] == [1, 2]
    assert ids(on_samples) == [2, 1]
    assert on_samples.session.document.drawing != Ink(), "the canvas is not cleared"
    click(on_samples, 1)
    push("sampleDelete")
    assert [s.id for s in filled.samples()] == [2]
    for _ in range(2):
        push("sampleUndo")
    assert [(s.id, s.label, s.held_out) for s in filled.samples()] == before
    assert not button(on_samples, "sampleUndo").isEnabled()


def test_filters_narrow_the_list(qtbot, filled, on_samples):
    def choose(name: str, data: object) -> None:
        box = on_samples.findChild(QComboBox, name)
        box.setCurrentIndex(box.findData(data))
        wait_for_samples(qtbot, on_samples)

    choose("sampleLabelFilter", 2)
    assert ids(on_samples) == [6, 5]
    choose("sampleOriginFilter", "twos")
    assert ids(on_samples) == [6]
    choose("samplePartFilter", True)
    assert ids(on_samples) == []
    assert "No sample fits" in text(on_samples, "samplesEmpty")
    choose("sampleLabelFilter", None)
    choose("sampleOriginFilter", None)
    assert ids(on_samples) == [3]
    choose("samplePartFilter", None)
    counts = on_samples.findChild(LabelCounts)
    seven = counts.column_area(7).center().toPoint()
    QTest.mouseClick(counts, LEFT, pos=seven)
    wait_for_samples(qtbot, on_samples)
    assert ids(on_samples) == [4, 3, 2, 1]
    QTest.mouseClick(counts, LEFT, pos=seven)
    wait_for_samples(qtbot, on_samples)
    assert len(ids(on_samples)) == 7


def test_misread_samples_are_found_by_the_model(qtbot, filled, on_samples, press):
    box = on_samples.findChild(QCheckBox, "sampleMisreadFilter")
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    qtbot.waitUntil(lambda: ids(on_samples) == [7], timeout=ANSWER_MS)
    at = grid(on_samples).model().index(0, 0)
    assert "read as 7" in at.data(Qt.ItemDataRole.ToolTipRole)
    qtbot.waitUntil(lambda: text(on_samples, "samplesSummary") == "1 of 7 misread")
    click(on_samples, 7)
    press("7")
    assert ids(on_samples) == []
    assert "reads all of these right" in text(on_samples, "samplesEmpty")


def test_nothing_is_read_while_the_panel_is_hidden(qtbot, filled, on_samples, monkeypatch):
    asked = []
    analyse = on_samples.session.analyses.ask
    monkeypatch.setattr(
        on_samples.session.analyses, "ask", lambda t, r: (asked.append(t), analyse(t, r))
    )
    show_panel(qtbot, on_samples, "inside")
    on_samples.findChild(QCheckBox, "sampleMisreadFilter").setChecked(True)
    draw(on_samples.canvas, example("two"))
    QTest.keyClick(on_samples, "2")
    wait_for_digit(qtbot, on_samples, 2)
    assert "samples" not in asked
    assert len(ids(on_samples)) == 7
    show_panel(qtbot, on_samples, "samples")
    qtbot.waitUntil(lambda: "samples" in asked)
    qtbot.waitUntil(lambda: ids(on_samples) == [7], timeout=ANSWER_MS)


def test_a_sample_on_the_canvas_is_corrected_there(qtbot, filled, on_samples, push):
    at = grid(on_samples).model().index(ids(on_samples).index(7), 0)
    QTest.mouseClick(
        grid(on_samples).viewport(), LEFT, pos=grid(on_samples).visualRect(at).center()
    )
    QTest.mouseDClick(
        grid(on_samples).viewport(), LEFT, pos=grid(on_samples).visualRect(at).center()
    )
    wait_for_digit(qtbot, on_samples, 7)
    QTest.keyClick(on_samples.canvas, "7")
    wait_for_samples(qtbot, on_samples)
    assert [(s.id, s.label) for s in filled.samples()][-1] == (7, "7")
    on_samples.session.document.undo()
    assert on_samples.session.document.drawing == Ink()
    click(on_samples, 6)
    push("sampleOpen")
    assert isinstance(on_samples.session.document.drawing, Picture)
    wait_for_digit(qtbot, on_samples, 2)
    shown = on_samples.session.recognition.normalised.picture
    assert np.array_equal(shown, filled.samples(ids=[6])[0].picture)


@pytest.mark.parametrize(
    ("export", "name", "left_out"),
    [("exportInks", "own.jsonl.gz", 1), ("exportPictures", "own", 0), ("exportIdx", "own", 0)],
)
def test_export_and_import_through_the_menus(
    qtbot, filled, on_samples, tmp_path, monkeypatch, push, export, name, left_out
):
    target = tmp_path / "out" / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    on_samples.findChild(QAction, export).trigger()
    said = f"{7 - left_out} samples are in {name}"
    qtbot.waitUntil(lambda: text(on_samples, "samplesMessage").startswith(said))
    if export != "exportPictures":  # that takes no folder which has anything in it
        on_samples.findChild(QAction, export).trigger()
        assert on_samples.findChild(QWidget, "replaceQuestion").text().startswith("Replace own")
        if export == "exportIdx":
            target = target.with_name("own-images-idx3-ubyte")
        former = target.stat().st_ino
        push("replaceConfirm")
        # The message is that of the first time until the second begins.
        qtbot.waitUntil(lambda: target.stat().st_ino != former)
        qtbot.waitUntil(button(on_samples, "samplesImport").isVisible)
        assert text(on_samples, "samplesMessage").startswith(said)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    action = "importFolder" if export == "exportPictures" else "importFile"
    on_samples.findChild(QAction, action).trigger()
    qtbot.waitUntil(lambda: len(ids(on_samples)) == 14 - left_out)
    before, after = filled.samples()[:7], filled.samples()[7:]
    taken = [s.label for s in before if s.ink is not None or not left_out]
    assert sorted(s.label for s in after) == sorted(taken)
    push("sampleUndo")
    qtbot.waitUntil(lambda: len(filled.samples()) == 7)


def test_a_damaged_import_is_a_sentence_and_changes_nothing(qtbot, on_samples, tmp_path, store):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"strokes": [[[0, 0], [1, 1]]], "label": 3}\n{"strokes": 5}\n')
    panel = on_samples.findChild(object, "samplesPanel")
    panel.import_from(path)
    qtbot.waitUntil(lambda: "line 2" in text(on_samples, "samplesMessage"))
    assert store.samples() == ()
    assert button(on_samples, "samplesImport").isVisible()


def receipt(window) -> QDialog | None:
    return window.findChild(QDialog, "importReceipt")


def test_an_import_says_which_pictures_it_left_out_and_why(qtbot, on_samples, tmp_path, store):
    for name in ("two", "seven"):
        (tmp_path / "own" / name).mkdir(parents=True)
        picture = normalise(example(name)).picture
        Image.fromarray(picture).save(tmp_path / "own" / name / "1.png")
    (tmp_path / "own" / "two" / "notes.txt").write_text("mine")
    on_samples.findChild(object, "samplesPanel").import_from(tmp_path / "own")
    qtbot.waitUntil(lambda: receipt(on_samples) is not None)
    texts = [label.text() for label in receipt(on_samples).findChildren(QLabel)]
    assert texts == ["Samples from own: 2.", "Left out: 1"]
    said = f"{tmp_path / 'own' / 'two' / 'notes.txt'}: its name is not that of a picture."
    assert receipt(on_samples).findChild(QPlainTextEdit, "importLeftOut").toPlainText() == said
    QTest.mouseClick(button(receipt(on_samples), "importCopy"), LEFT)
    assert QGuiApplication.clipboard().text() == said
    receipt(on_samples).close()
    assert sorted(sample.label for sample in store.samples()) == ["2", "7"]


def test_an_import_says_that_pictures_were_turned(qtbot, on_samples, shared_cases, store):
    path = shared_cases / "data" / "emnist-digits-test-images-idx3-ubyte.gz"
    on_samples.findChild(object, "samplesPanel").import_from(path)
    qtbot.waitUntil(lambda: receipt(on_samples) is not None)
    texts = [label.text() for label in receipt(on_samples).findChildren(QLabel)]
    assert texts[0].endswith("-ubyte.gz: 200.")
    assert "lie on their side, as EMNIST's do: they are read turned upright" in texts[1]
    receipt(on_samples).close()
    assert len(store.samples()) == 200


def test_an_import_can_be_cancelled(qtbot, on_samples, tmp_path, store):
    path = tmp_path / "many.jsonl"
    path.write_text('{"strokes": [[[0, 0], [1, 1]]], "label": 3}\n' * 200_000)
    panel = on_samples.findChild(object, "samplesPanel")
    panel.import_from(path)
    cancel = button(on_samples, "samplesCancel")
    assert cancel.isVisible()
    QTest.mouseClick(cancel, LEFT)
    qtbot.waitUntil(lambda: not cancel.isVisible())
    assert store.samples() == ()


def test_a_damaged_database_is_a_sentence(qtbot, paths, window, seven):
    paths.folder.mkdir(parents=True, exist_ok=True)
    paths.samples.write_bytes(b"not a database " * 100)
    show_panel(qtbot, window, "samples")
    wait_for_samples(qtbot, window)
    assert "damaged" in text(window, "samplesMessage")
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert answer(window) == "7"


def test_what_another_window_adds_is_seen_when_this_one_is_in_front(qtbot, filled, on_samples):
    with SampleStore(filled.path) as other:
        other.add(example("two"), "2")
    on_samples.samples.refresh()
    wait_for_samples(qtbot, on_samples)
    assert ids(on_samples)[0] == 8


def test_thousands_of_samples_are_scrolled_through(qtbot, on_samples, store):
    picture = np.zeros((28, 28), np.uint8)
    picture[4:24, 12:16] = 255
    store.add_all(NewSample(picture, label) for label in DIGITS.names for _ in range(1000))
    on_samples.samples.samples_changed.emit()
    wait_for_samples(qtbot, on_samples)
    assert len(ids(on_samples)) == 10_000
    bar = grid(on_samples).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not grid(on_samples).grab().isNull()
    grid(on_samples).selectAll()
    assert "10,000 selected" in text(on_samples, "samplesMessage")
