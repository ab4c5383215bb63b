"""The real window with a model that reads three shapes instead of ten digits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.samples.panel import SamplesPanel
from handdigit.gui.panels.table import PANELS
from handdigit.network.alphabet import DIGITS
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.exchange import export_pictures
from handdigit.storage.samples.sample_store import NewSample, SampleStore
from tests.gui.driving import answer, draw, show_panel, wait_for_samples
from tests.gui.test_errors import choose_files, click_cell, matrix, measure, text
from tests.gui.test_teach import begin_lesson, click
from tests.shapes import NAMES, SHAPES, drawn_shape, trained_shapes


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trained_shapes(tmp_path_factory.mktemp("shapes"))


@pytest.fixture
def shapes(qtbot: QtBot, window: MainWindow, model: Path) -> MainWindow:
    """The window, once it reads shapes."""
    window.session.use_model(StoredModel.at(model))
    qtbot.waitUntil(lambda: window.session.alphabet == SHAPES)
    return window


def show(qtbot: QtBot, window: MainWindow, panel: str) -> None:
    show_panel(qtbot, window, panel)


def draw_shape(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.session.document.clear()
    draw(window.canvas, drawn_shape(name, np.random.default_rng(7)))
    qtbot.waitUntil(lambda: answer(window) == name)


def labels(paths: AppPaths) -> list[str]:
    with SampleStore(paths.samples) as store:
        return [sample.label for sample in store.samples()]


def test_a_drawing_is_read_as_a_shape(qtbot: QtBot, shapes: MainWindow) -> None:
    bars = shapes.findChild(QWidget, "probabilityBars")
    assert bars.names == NAMES
    assert text(shapes, "answerNote") == "Draw one of ○, △, □."
    for name in NAMES:
        draw_shape(qtbot, shapes, name)
        assert len(bars.probabilities) == 3
        assert bars.accessibleDescription().startswith(f"{name}: ")
        assert shapes.windowTitle().startswith(f"{name} ")
    draw(shapes.canvas, drawn_shape("○", np.random.default_rng(8)))
    qtbot.waitUntil(lambda: not shapes.session.is_waiting)
    assert "not refused" in text(shapes, "answerNote"), "no gate knows shapes, and it is said"


def test_a_key_of_the_alphabet_labels_a_drawing(
    qtbot: QtBot, shapes: MainWindow, paths: AppPaths
) -> None:
    draw_shape(qtbot, shapes, "△")
    QTest.keyClick(shapes, "2")
    wait_for_samples(qtbot, shapes)
    assert labels(paths) == ["△"]
    assert shapes.findChild(QWidget, "probabilityBars").label == 1
    assert text(shapes, "answerNote").startswith("Saved as △")
    QTest.keyClick(shapes, "7")
    wait_for_samples(qtbot, shapes)
    assert labels(paths) == ["△"], "7 is no shape's key"
    assert shapes.findChild(QAction, "label3Action") is None
    shapes.findChild(QAction, "label2Action").trigger()
    wait_for_samples(qtbot, shapes)
    assert labels(paths) == ["□"], "a second label corrects the first"


def test_samples_are_listed_relabelled_and_imported_by_the_names_of_the_classes(
    qtbot: QtBot, shapes: MainWindow, paths: AppPaths, tmp_path: Path
) -> None:
    rng = np.random.default_rng(3)
    with SampleStore(paths.samples) as store:
        store.add_all(NewSample(drawn_shape(name, rng), name) for name in NAMES)
        export_pictures(tmp_path / "folder", store.samples())
        store.add(drawn_shape("○", rng), "0")
    assert sorted(path.name for path in (tmp_path / "folder").iterdir()) == sorted(NAMES)
    show(qtbot, shapes, "samples")
    counts, grid = (shapes.findChild(QWidget, name) for name in ("sampleCounts", "sampleGrid"))
    qtbot.waitUntil(lambda: counts.counts == (1, 1, 1))
    assert [entry.label for entry in grid.entries] == ["□", "△", "○"], "the zero is no shape"
    shapes.findChild(SamplesPanel).import_from(tmp_path / "folder")
    qtbot.waitUntil(lambda: counts.counts == (2, 2, 2))
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setFocus()
    QTest.keyClick(grid, "1")
    qtbot.waitUntil(lambda: counts.counts == (3, 2, 1))
    misread = shapes.findChild(QCheckBox, "sampleMisreadFilter")
    misread.setChecked(True)
    qtbot.waitUntil(lambda: [entry.label for entry in grid.entries] == ["○"])
    assert "read as □" in grid.model().data(grid.model().index(0, 0), Qt.ItemDataRole.ToolTipRole)


def test_the_confusion_matrix_is_of_three_classes(
    qtbot: QtBot, shapes: MainWindow, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(qtbot, shapes, "errors")
    assert text(shapes, "errorsNote").startswith("These are digits, and the model reads ○, △, □")
    assert not shapes.findChild(QPushButton, "errorsMeasure").isEnabled()
    choose_files(shapes, monkeypatch, model.parent / "measured.jsonl")
    measure(qtbot, shapes)
    confusion = matrix(shapes).confusion
    assert confusion.shape == (3, 3)
    assert confusion.sum(axis=1).tolist() == [15, 15, 15]
    assert matrix(shapes).names == NAMES
    click_cell(shapes, 1, 1)
    assert text(shapes, "errorsHeading").startswith("△ read as △")


def test_number_mode_ends_where_there_are_no_digits(
    qtbot: QtBot, window: MainWindow, model: Path
) -> None:
    window.findChild(QAction, "numberAction").trigger()
    assert window.number.is_on
    window.session.use_model(StoredModel.at(model))
    qtbot.waitUntil(lambda: not window.number.is_on)
    draw_shape(qtbot, window, "○")


def test_a_lesson_is_measured_by_the_samples_alone(
    qtbot: QtBot, shapes: MainWindow, paths: AppPaths, model: Path
) -> None:
    rng = np.random.default_rng(5)
    with SampleStore(paths.samples) as store:
        store.add_all(NewSample(drawn_shape(name, rng), name) for name in NAMES * 3)
    begin_lesson(shapes)
    click(qtbot, shapes, "lessonMore")
    lines = shapes.findChild(QWidget, "lesson").text.split("\n")
    assert any(line.startswith("Your held-out samples (3) | ") for line in lines)
    classes = [line.partition(" | ")[0] for line in lines if line.endswith(" | 1")]
    assert classes == list(NAMES)
    assert "generated digits" not in "".join(lines)
    click(qtbot, shapes, "discardLessonButton")


def test_what_belongs_to_digits_says_so(qtbot: QtBot, shapes: MainWindow) -> None:
    number = shapes.findChild(QAction, "numberAction")
    assert not number.isEnabled()
    assert "this one reads ○, △, □" in number.toolTip()
    show(qtbot, shapes, "retrain")
    for source in ("generated", "mnist"):
        assert not shapes.findChild(QCheckBox, f"use_{source}").isEnabled()
    shapes.session.use_model(shapes.library.models[0])
    qtbot.waitUntil(lambda: shapes.session.alphabet == DIGITS)
    assert number.isEnabled()
    assert shapes.findChild(QCheckBox, "use_generated").isEnabled()
    assert shapes.findChild(QWidget, "probabilityBars").names == DIGITS.names
    assert shapes.findChild(QAction, "label9Action").shortcut().toString() == "9"


@pytest.mark.parametrize("panel", [entry.key for entry in PANELS])
def test_every_panel_follows_from_shapes_to_digits_and_back(
    qtbot: QtBot, window: MainWindow, model: Path, panel: str
) -> None:
    show(qtbot, window, panel)
    digits = window.session.model
    draw(window.canvas, drawn_shape("△", np.random.default_rng(7)))
    for used in (StoredModel.at(model), digits, StoredModel.at(model)):
        window.session.use_model(used)
        qtbot.waitUntil(lambda used=used: window.session.model.path == used.path)
        qtbot.waitUntil(lambda: not window.session.is_waiting)
        assert not window.panels.currentWidget().grab().isNull()
    qtbot.waitUntil(lambda: answer(window) == "△")


def test_a_run_of_the_window_has_the_alphabet_of_its_model(
    qtbot: QtBot, shapes: MainWindow, paths: AppPaths
) -> None:
    rng = np.random.default_rng(4)
    with SampleStore(paths.samples) as store:
        store.add_all(NewSample(drawn_shape(name, rng), name) for name in NAMES * 9)
    show(qtbot, shapes, "retrain")
    shapes.findChild(QWidget, "stepData").click()
    shapes.findChild(QCheckBox, "use_samples").setChecked(True)
    train = shapes.findChild(QPushButton, "retrain_train")
    qtbot.waitUntil(train.isEnabled)
    train.click()
    qtbot.waitUntil(lambda: shapes.training.started is not None)
    assert shapes.training.started.spec.alphabet == SHAPES
    qtbot.waitUntil(lambda: shapes.findChild(QWidget, "liveBars").names == NAMES)
    shapes.training.stop()
    qtbot.waitUntil(lambda: not shapes.training.is_busy)
    assert shapes.training.failure == ""
