"""The Errors panel of the real window."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QWidget

from handdigit.experiment.evaluation import Evaluation
from handdigit.gui.panels.errors.confusions import Confusions
from handdigit.gui.state.drawing.drawing import Picture
from handdigit.gui.state.measurement import Readings
from handdigit.gui.widgets.confusion_matrix import ConfusionMatrix
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.network.zoo import ZOO
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.models.model_file import ModelFile, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.samples.sample_store import SampleStore
from tests.gui.driving import (
    ANSWER_MS,
    draw,
    example,
    settle,
    show_panel,
    use_model,
    wait_for_digit,
)
from tests.idx_files import write_idx
from tests.processes import kill

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def mislabelled(tmp_path):
    """Return a file of twelve digits: every one once, and two sevens said to be ones."""
    samples = [example(name).to_json() | {"label": digit} for digit, name in enumerate(NAMES)]
    samples += [example("seven").to_json() | {"label": 1}] * 2
    path = tmp_path / "twelve.jsonl"
    path.write_text("\n".join(map(json.dumps, samples)))
    return path


@pytest.fixture
def many(mislabelled, tmp_path):
    """Return a file of 480 digits: enough to do something while they are read."""
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join([mislabelled.read_text()] * 40))
    return path


@pytest.fixture
def errors(qtbot, window):
    show_panel(qtbot, window, "errors")
    return window


def matrix(window):
    return window.findChild(QWidget, "confusionMatrix")


def shown(window):
    return window.findChild(QWidget, "errorsPictures").drawings


def text(window, name):
    return window.findChild(QLabel, name).text()


def press(window, name):
    QTest.mouseClick(window.findChild(QPushButton, name), LEFT)


def choose_files(window, monkeypatch, *files):
    names = [str(path) for path in files]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    box = window.findChild(QComboBox, "errorsData")
    box.setCurrentIndex(box.findText("Files…"))
    box.activated.emit(box.currentIndex())
    assert box.currentText() == " + ".join(path.name for path in files)


def choose(window, name):
    box = window.findChild(QComboBox, "errorsData")
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def measure(qtbot, window):
    button = window.findChild(QPushButton, "errorsMeasure")
    qtbot.waitUntil(button.isEnabled)  # whether the set is there is looked up in a thread
    press(window, "errorsMeasure")
    qtbot.waitUntil(lambda: button.text() == "Measure", timeout=2 * ANSWER_MS)


def click_cell(window, true, answer):
    QTest.mouseClick(
        matrix(window), LEFT, NO_KEY, matrix(window).cell_rect(true, answer).center().toPoint()
    )


def click_picture(window, row):
    pictures = window.findChild(QWidget, "errorsPictures")
    at = pictures.visualRect(pictures.model().index(row, 0)).center()
    QTest.mouseClick(pictures.viewport(), LEFT, NO_KEY, at)


def test_a_cell_leads_to_its_pictures_and_one_of_them_to_the_canvas(
    qtbot, errors, mislabelled, monkeypatch
):
    choose_files(errors, monkeypatch, mislabelled)
    measure(qtbot, errors)
    assert matrix(errors).confusion.sum() == 12
    assert matrix(errors).confusion[1, 7] == 2
    assert text(errors, "errorsAccuracy") == "83.33 % right"
    assert text(errors, "errorsFigures").startswith("2 of 12 wrong · loss ")
    assert shown(errors) == (10, 11), "all mistakes, before a cell is chosen"
    click_cell(errors, 7, 7)
    assert shown(errors) == (7,)
    click_cell(errors, 1, 7)
    assert shown(errors) == (10, 11)
    assert "1 read as 7: 2" in text(errors, "errorsHeading")
    click_picture(errors, 1)
    assert text(errors, "errorsReading") == "1 read as 7"
    assert errors.findChild(QWidget, "errorsPicture").picture.any()
    press(errors, "errorsToCanvas")
    wait_for_digit(qtbot, errors, 7)
    assert isinstance(errors.session.document.drawing, Ink)
    click_cell(errors, 1, 7)
    assert matrix(errors).chosen is None


def test_the_pointer_tells_what_a_cell_says(qtbot, errors, mislabelled, monkeypatch):
    choose_files(errors, monkeypatch, mislabelled)
    measure(qtbot, errors)
    told = []
    monkeypatch.setattr(
        "handdigit.gui.widgets.painted_widget.QToolTip.showText", lambda *a: told.append(a[1])
    )
    place = matrix(errors)
    for row, column in ((1, 7), (1, 10), (10, 7)):
        cell = place.cell_rect(row, column).center().toPoint()
        QTest.mouseMove(place, cell - QPoint(2, 2))
        QTest.mouseMove(place, cell)
    qtbot.waitUntil(lambda: len(set(told)) >= 3)
    assert {
        "1 read as 7: 2 of 3",
        "Of 3 drawings of a 1, 1 are read as it",
        "Of 3 answers 7, 1 are right",
    } <= set(told)


def test_keys_choose_a_cell_too(qtbot, errors, mislabelled, monkeypatch):
    choose_files(errors, monkeypatch, mislabelled)
    measure(qtbot, errors)
    place = matrix(errors)
    place.setFocus()
    for key in (Qt.Key.Key_Down, *[Qt.Key.Key_Right] * 7, Qt.Key.Key_Return):
        QTest.keyClick(place, key)
    assert place.chosen == (1, 7)


def test_a_misread_drawing_becomes_a_sample(qtbot, errors, mislabelled, monkeypatch, paths):
    choose_files(errors, monkeypatch, mislabelled)
    measure(qtbot, errors)
    click_cell(errors, 1, 7)
    click_picture(errors, 0)
    press(errors, "errorsAddSample")
    qtbot.waitUntil(lambda: "as a 1" in text(errors, "errorsNote"), timeout=ANSWER_MS)
    with SampleStore(paths.samples) as store:
        (sample,) = store.samples()
    assert sample.label == "1"
    assert sample.ink is not None
    assert sample.origin == "twelve.jsonl"


def test_a_test_digit_of_mnist_becomes_a_sample_that_is_never_learned(qtbot, errors, paths):
    picture = normalise(example("three")).picture
    paths.mnist.mkdir(parents=True)
    write_idx(paths.mnist / "t10k-images-idx3-ubyte", np.stack([picture] * 3))
    write_idx(paths.mnist / "t10k-labels-idx1-ubyte", np.array([3, 3, 3]))
    choose(errors, "MNIST test")
    measure(qtbot, errors)
    click_cell(errors, 3, 3)
    click_picture(errors, 0)
    press(errors, "errorsAddSample")
    qtbot.waitUntil(lambda: "never learned" in text(errors, "errorsNote"), timeout=ANSWER_MS)
    with SampleStore(paths.samples) as store:
        (sample,) = store.samples()
    assert (sample.label, sample.origin, sample.held_out) == ("3", "MNIST test", True)


def test_a_sample_with_a_wrong_label_is_corrected(qtbot, errors, paths):
    with SampleStore(paths.samples) as store:
        store.add(example("two"), "2")
        wrong = store.add(example("four"), "9")
    choose(errors, "Your samples")
    measure(qtbot, errors)
    assert not errors.findChild(QPushButton, "errorsAddSample").isVisible()
    click_cell(errors, 9, 4)
    click_picture(errors, 0)
    menu = errors.findChild(QPushButton, "errorsRelabel").menu()
    menu.popup(errors.mapToGlobal(QPoint(0, 0)))
    right = errors.findChild(QAction, "errorsRelabel4")
    QTest.mouseClick(menu, LEFT, NO_KEY, menu.actionGeometry(right).center())
    qtbot.waitUntil(lambda: matrix(errors).confusion[9, 4] == 0)
    assert matrix(errors).confusion[4, 4] == 1
    with SampleStore(paths.samples) as store:
        assert store.samples(ids=[wrong.id])[0].label == "4"


def test_pictures_of_idx_files_go_to_the_canvas_as_pictures(qtbot, errors, tmp_path, monkeypatch):
    picture = normalise(example("three")).picture
    images = write_idx(tmp_path / "images-idx3-ubyte", np.stack([picture] * 3))
    labels = write_idx(tmp_path / "labels-idx1-ubyte", np.array([3, 3, 3]))
    choose_files(errors, monkeypatch, images, labels)
    measure(qtbot, errors)
    click_cell(errors, 3, 3)
    pictures = errors.findChild(QWidget, "errorsPictures")
    at = pictures.visualRect(pictures.model().index(0, 0)).center()
    QTest.mouseClick(pictures.viewport(), LEFT, NO_KEY, at)
    QTest.mouseDClick(pictures.viewport(), LEFT, NO_KEY, at)
    wait_for_digit(qtbot, errors, 3)
    assert isinstance(errors.session.document.drawing, Picture)
    assert np.array_equal(errors.session.recognition.normalised.picture, picture)


def test_calibration_is_a_click_away(qtbot, errors, mislabelled, monkeypatch):
    choose_files(errors, monkeypatch, mislabelled)
    measure(qtbot, errors)
    press(errors, "errorsCalibration")
    diagram = errors.findChild(QWidget, "reliabilityDiagram")
    assert diagram.isVisible()
    assert diagram.reliability.counts.sum() == 12
    error = diagram.reliability.expected_error
    assert text(errors, "errorsFigures").endswith(f"calibration error {error:.2f}")
    told = []
    monkeypatch.setattr(
        "handdigit.gui.widgets.painted_widget.QToolTip.showText",
        lambda *a: told.append(a[1]),
    )
    last = diagram.bin_rect(14).center().toPoint()
    QTest.mouseMove(diagram, last - QPoint(1, 1))
    QTest.mouseMove(diagram, last)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].startswith("93 to 100 % sure: ")


def test_the_pen_is_answered_while_digits_are_read_and_it_can_be_stopped(
    qtbot, errors, seven, many, monkeypatch
):
    choose_files(errors, monkeypatch, many)
    press(errors, "errorsMeasure")
    qtbot.waitUntil(lambda: matrix(errors).confusion is not None, timeout=2 * ANSWER_MS)
    draw(errors.canvas, seven)
    wait_for_digit(qtbot, errors, 7)
    button = errors.findChild(QPushButton, "errorsMeasure")
    if button.text() == "Cancel":  # otherwise all were read while it was drawn
        press(errors, "errorsMeasure")
        assert "Stopped after" in text(errors, "errorsNote")
        assert 0 < matrix(errors).confusion.sum() < 480
        measure(qtbot, errors)
    assert matrix(errors).confusion.sum() == 480


def test_a_hidden_panel_rests_and_goes_on_when_it_is_shown(qtbot, errors, many, monkeypatch):
    choose_files(errors, monkeypatch, many)
    press(errors, "errorsMeasure")
    qtbot.waitUntil(lambda: matrix(errors).confusion is not None, timeout=2 * ANSWER_MS)
    show_panel(qtbot, errors, "inside")
    read = matrix(errors).confusion.sum()
    settle(qtbot, errors)
    assert matrix(errors).confusion.sum() == read
    show_panel(qtbot, errors, "errors")
    qtbot.waitUntil(lambda: matrix(errors).confusion.sum() == 480, timeout=2 * ANSWER_MS)


def test_the_engines_death_does_not_end_it(qtbot, errors, many, monkeypatch):
    choose_files(errors, monkeypatch, many)
    press(errors, "errorsMeasure")
    qtbot.waitUntil(lambda: matrix(errors).confusion is not None, timeout=2 * ANSWER_MS)
    kill(errors.session.engine_pid)
    qtbot.waitUntil(lambda: matrix(errors).confusion.sum() == 480, timeout=2 * ANSWER_MS)
    assert matrix(errors).confusion[1, 7] == 80


def test_results_of_the_model_before_are_marked_as_such(
    qtbot, errors, mislabelled, monkeypatch, paths
):
    from handdigit.recognition.network import build_network

    choose_files(errors, monkeypatch, mislabelled)
    measure(qtbot, errors)
    network = build_network(ZOO["softmax-regression"])
    weights = {name: np.zeros_like(v.numpy()) for name, v in network.state_dict().items()}
    path = paths.models / "nothing.safetensors"
    write_model(path, ModelFile(ModelInfo("nothing", ZOO["softmax-regression"]), weights))
    errors.session.use_model(StoredModel.at(path))
    button = errors.findChild(QPushButton, "errorsMeasure")
    qtbot.waitUntil(lambda: button.text() == "Measure Again", timeout=ANSWER_MS)
    assert "default on twelve.jsonl. Now nothing answers" in text(errors, "errorsNote")
    assert matrix(errors).confusion[1, 7] == 2, "still there"
    measure(qtbot, errors)
    assert matrix(errors).confusion[:, 0].sum() == 12
    assert text(errors, "errorsNote") == "nothing on twelve.jsonl."


def test_generated_digits_are_always_there(qtbot, errors):
    use_model(qtbot, errors, "small")
    choose(errors, "Generated digits")
    measure(qtbot, errors)
    assert matrix(errors).confusion.sum() == 1000
    assert np.diagonal(matrix(errors).confusion).sum() > 800


def test_what_cannot_be_measured_is_a_sentence(qtbot, errors, tmp_path, monkeypatch):
    button = errors.findChild(QPushButton, "errorsMeasure")
    for name, word in (("MNIST test", "fetch"), ("Your samples", "no samples")):
        choose(errors, name)
        qtbot.waitUntil(lambda word=word: word in text(errors, "errorsNote"))
        assert not button.isEnabled()
    broken = tmp_path / "broken.jsonl"
    broken.write_text("nonsense")
    choose_files(errors, monkeypatch, broken)
    measure(qtbot, errors)
    assert "broken.jsonl, line 1" in text(errors, "errorsNote")
    assert matrix(errors).confusion is None
    assert not errors.grab().isNull()


def test_the_heading_counts_what_the_cell_counts_while_it_is_measured(qtbot):
    confusions = Confusions()
    qtbot.addWidget(confusions)
    for n in (1, 2):  # more of the set is read
        labels, answers = np.full(n, 9), np.eye(10)[np.full(n, 4)]
        readings = Readings(
            DataSource(DataKind.GENERATED),
            2,
            np.arange(n),
            np.zeros((n, 28, 28), np.uint8),
            Evaluation(labels, answers),
        )
        confusions.show_readings(readings, with_pictures=False)
        if n == 1:
            confusions.findChild(ConfusionMatrix).cell_chosen.emit(9, 4)
        heading = confusions.findChild(QLabel, "errorsHeading").text()
        assert heading.startswith(f"9 read as 4: {n},")


def test_what_lies_on_its_side_is_turned_and_that_is_said(qtbot, errors, shared_cases, monkeypatch):
    use_model(qtbot, errors, "small")
    path = shared_cases / "data" / "emnist-digits-test-images-idx3-ubyte.gz"
    choose_files(errors, monkeypatch, path)
    measure(qtbot, errors)
    assert text(errors, "errorsAccuracy") == "100.00 % right"
    said = f"The pictures in {path.name} lie on their side, as EMNIST's do: they are read turned"
    assert said in text(errors, "errorsNote")
