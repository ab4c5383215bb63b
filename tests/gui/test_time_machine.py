"""The time machine of the real window, over runs made of a few model files."""

from __future__ import annotations

import os
from dataclasses import asdict, replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QSlider,
    QStyle,
    QStyleOptionSlider,
)

from handdigit.experiment.events import EpochDone
from handdigit.gui.widgets.confusion_matrix import ConfusionMatrix
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.network.alphabet import DIGITS
from handdigit.network.zoo import ZOO
from handdigit.storage.models.model_file import ModelFile, read_model
from handdigit.storage.models.model_info import CURVE, ModelInfo
from handdigit.storage.runs.run_store import RunSpec, RunStore
from tests.engine.trainer_driving import run_spec
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit
from tests.gui.text_room import measured
from tests.shapes import NAMES, SHAPES, drawn_shape

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
NETWORK = "lenet5-relu"
TRAINING_MS = 120_000


def checkpoint(epoch, name=NETWORK, alphabet=DIGITS):
    """Return a network with weights of chance that always answers the number of its epoch."""
    from handdigit.recognition.network import build_network

    architecture = ZOO[name].with_classes(len(alphabet))
    network = build_network(architecture)
    weights = {key: value.numpy().copy() for key, value in network.state_dict().items()}
    bias = [key for key in weights if key.endswith("bias")][-1]
    weights[bias][epoch] += 1000
    done = [
        EpochDone(n, 3, n * 10, 1 / n, 0.5 + n / 10, None, 0.4 + n / 10, 0.1, 1.0)
        for n in range(1, epoch + 1)
    ]
    results = {CURVE: [asdict(epoch_done) for epoch_done in done]}
    return ModelFile(ModelInfo("run", architecture, results=results, alphabet=alphabet), weights)


@pytest.fixture
def store(paths):
    return RunStore(paths.runs)


@pytest.fixture
def run(store):
    made = store.create(RunSpec({}, ("generated",), "three epochs"))
    for epoch in range(4):
        store.write_snapshot(made, epoch, checkpoint(epoch))
    return made


@pytest.fixture
def machine(qtbot, run, window):
    show_panel(qtbot, window, "time")
    qtbot.waitUntil(lambda: slider(window).maximum() == 3)
    return window


def text(window, name):
    return window.findChild(QLabel, name).text()


def slider(window):
    return window.findChild(QSlider, "timeSlider")


def wait_for_reading(qtbot, window, digit):
    qtbot.waitUntil(lambda: text(window, "timeReading").startswith(f"{digit}, "), timeout=ANSWER_MS)


def handle(bar):
    """Return the middle of a slider's handle."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    return bar.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, bar).center()


def drag_to(bar, place):
    """Drag the handle to one of the slider's places."""
    start = handle(bar)
    share = place / bar.maximum()
    end = QPoint(round(8 + share * (bar.width() - 16)), start.y())
    QTest.mousePress(bar, LEFT, NO_KEY, start)
    for step in range(1, 6):
        QTest.mouseMove(bar, start + (end - start) * step / 5)
    QTest.mouseRelease(bar, LEFT, NO_KEY, end)


def test_the_answer_follows_the_slider(qtbot, machine, seven, run):
    assert slider(machine).value() == 3, "it begins at the newest"
    assert text(machine, "timeWhere") == "Epoch 3 of 3"
    qtbot.waitUntil(lambda: text(machine, "timeReading") == "Draw a digit.", timeout=ANSWER_MS)
    draw(machine.canvas, seven)
    wait_for_digit(qtbot, machine, 7)
    wait_for_reading(qtbot, machine, 3)
    bar = slider(machine)
    for place in (1, 0, 2, 1):
        drag_to(bar, place)
        assert bar.value() == place
        wait_for_reading(qtbot, machine, place)
        weights = read_model(run.folder / f"epoch-00{place}.safetensors").weights
        kernels = machine.findChild(object, "timeKernels0").values
        assert np.array_equal(kernels, weights["conv1.weight"][:, 0])
    assert machine.findChild(object, "timeMaps0").values.ndim == 3
    assert text(machine, "timeKernels0Title") == "conv1: kernels 5 × 5"


def test_the_matrix_and_the_curve_fill_with_every_checkpoint(qtbot, machine):
    matrix = machine.findChild(object, "timeMatrix")
    curve = machine.findChild(object, "timeCurve")

    def measured():
        return next((line.points for line in curve.lines if line.name == "generated"), {})

    qtbot.waitUntil(lambda: len(measured()) == 4, timeout=2 * ANSWER_MS)
    assert measured() == pytest.approx(dict.fromkeys(range(4), 0.1))
    assert {line.name for line in curve.lines} == {"while learning", "validation", "generated"}
    drag_to(slider(machine), 2)
    assert matrix.confusion[:, 2].sum() == 300
    assert text(machine, "timeMatrixTitle") == "30 of 300 generated digits"
    assert curve.epoch == 2
    QTest.mouseClick(curve, LEFT, NO_KEY, curve.plot().place(1, 0.5).toPoint())
    assert slider(machine).value() == 1
    assert matrix.confusion[:, 1].sum() == 300


def test_it_plays_from_the_beginning_and_rests_at_the_end(qtbot, machine):
    seen = []
    slider(machine).valueChanged.connect(seen.append)
    play = machine.findChild(QPushButton, "timePlay")
    QTest.mouseClick(play, LEFT)
    assert play.text() == "Stop"
    qtbot.waitUntil(lambda: not play.isChecked(), timeout=ANSWER_MS)
    assert seen == [0, 1, 2, 3]


def test_a_checkpoint_becomes_a_version(qtbot, machine, paths, run):
    drag_to(slider(machine), 1)
    QTest.mouseClick(machine.findChild(QPushButton, "timeKeep"), LEFT)
    note = "Kept as three epochs epoch 1: choose it among the models."
    qtbot.waitUntil(lambda: text(machine, "timeNote") == note)
    kept = paths.models / "three epochs epoch 1.safetensors"
    original = read_model(run.folder / "epoch-001.safetensors")
    assert read_model(kept).fingerprint() == original.fingerprint()
    assert read_model(kept).info.name == "three epochs epoch 1"
    assert any(model.path == kept for model in machine.library.models)
    QTest.mouseClick(machine.findChild(QPushButton, "timeKeep"), LEFT)
    note = "Kept as three epochs epoch 1-2: choose it among the models."
    qtbot.waitUntil(lambda: text(machine, "timeNote") == note)


def test_another_run_with_another_network(qtbot, store, run, window, seven):
    other = store.create(RunSpec({}, ("generated",), "templates"))
    for epoch in range(2):
        store.write_snapshot(other, epoch, checkpoint(epoch, "softmax-regression"))
    draw(window.canvas, seven)
    show_panel(qtbot, window, "time")
    box = window.findChild(QComboBox, "timeRun")
    qtbot.waitUntil(lambda: box.count() == 2)
    titles = [box.itemText(index) for index in range(2)]
    place = next(index for index, title in enumerate(titles) if title.startswith("templates"))
    box.setCurrentIndex(place)
    box.activated.emit(place)
    wait_for_reading(qtbot, window, 1)
    assert window.findChild(object, "timeKernels0").values.shape == (10, 28, 28)
    assert window.findChild(object, "timeKernels1").values is None
    assert not window.grab().isNull()


def test_when_a_run_began_is_written_to_the_minute(qtbot, store, window):
    made = store.create(RunSpec({}, ("generated",), "network3-dropout"))
    store.write_snapshot(made, 0, checkpoint(0))
    window.resize(1024, 700)
    show_panel(qtbot, window, "time")
    box = window.findChild(QComboBox, "timeRun")
    qtbot.waitUntil(lambda: box.count() == 1)
    qtbot.waitUntil(lambda: list(measured(box)) == [], timeout=5000)


def test_a_run_of_another_alphabet_has_its_own_names(qtbot, store, window):
    made = store.create(RunSpec({}, ("samples",), "shapes", alphabet=SHAPES))
    for epoch in range(2):
        store.write_snapshot(made, epoch, checkpoint(epoch, "softmax-regression", SHAPES))
    show_panel(qtbot, window, "time")
    qtbot.waitUntil(lambda: slider(window).maximum() == 1)
    assert window.findChild(ConfusionMatrix, "timeMatrix").names == NAMES
    assert window.findChild(ProbabilityBars, "timeBars").names == NAMES
    assert text(window, "timeMatrixTitle") == "No set of ○, △, □ is at hand."
    qtbot.waitUntil(lambda: text(window, "timeReading") == "Draw one of ○, △, □.")
    draw(window.canvas, drawn_shape("△", np.random.default_rng(7)))
    where = text(window, "timeWhere")
    wait_for_reading(qtbot, window, NAMES[int(where.split()[1])])


def test_a_new_checkpoint_of_a_running_run_appears(qtbot, machine, store, run):
    drag_to(slider(machine), 3)
    store.write_snapshot(run, 4, checkpoint(4))
    show_panel(qtbot, machine, "errors")
    show_panel(qtbot, machine, "time")
    # Whoever was at the end stays there.
    qtbot.waitUntil(lambda: text(machine, "timeWhere") == "Epoch 4 of 4")
    drag_to(slider(machine), 1)
    store.write_snapshot(run, 5, checkpoint(5))
    show_panel(qtbot, machine, "errors")
    show_panel(qtbot, machine, "time")
    qtbot.waitUntil(lambda: text(machine, "timeWhere") == "Epoch 1 of 5")


def test_checkpoints_appear_while_a_network_is_trained(qtbot, window, seven):
    draw(window.canvas, seven)
    show_panel(qtbot, window, "time")
    assert window.findChild(QLabel, "timeEmpty").isVisible()
    window.training.start(run_spec())
    qtbot.waitUntil(lambda: text(window, "timeWhere") == "Epoch 2 of 2", timeout=TRAINING_MS)
    reading = window.findChild(QLabel, "timeReading")
    qtbot.waitUntil(lambda: reading.text().endswith(" %"), timeout=ANSWER_MS)
    curve = window.findChild(object, "timeCurve")
    learned = next(line for line in curve.lines if line.name == "while learning")
    assert list(learned.points) == [1, 2]
    qtbot.waitUntil(lambda: not window.training.is_busy, timeout=TRAINING_MS)


def test_without_a_run_it_says_what_to_do(qtbot, window):
    show_panel(qtbot, window, "time")
    empty = window.findChild(QLabel, "timeEmpty")
    qtbot.waitUntil(lambda: "No training run yet" in empty.text())
    assert empty.isVisible()
    assert not slider(window).isVisible()


def test_a_broken_checkpoint_is_a_sentence_and_the_others_work(qtbot, machine, seven, run):
    draw(machine.canvas, seven)
    wait_for_reading(qtbot, machine, 3)
    (run.folder / "epoch-001.safetensors").write_bytes(b"broken")
    drag_to(slider(machine), 1)
    qtbot.waitUntil(lambda: "epoch-001" in text(machine, "timeNote"), timeout=ANSWER_MS)
    drag_to(slider(machine), 2)
    wait_for_reading(qtbot, machine, 2)
    assert text(machine, "timeNote") == ""


def test_nothing_is_asked_while_it_is_hidden(qtbot, machine, seven, monkeypatch):
    show_panel(qtbot, machine, "inside")
    asked = []
    real = machine.session.analyses.ask
    monkeypatch.setattr(
        machine.session.analyses, "ask", lambda topic, r: (asked.append(topic), real(topic, r))
    )
    draw(machine.canvas, seven)
    wait_for_digit(qtbot, machine, 7)
    assert not [topic for topic in asked if topic.startswith("time")]
    show_panel(qtbot, machine, "time")
    wait_for_reading(qtbot, machine, 3)


def test_a_run_is_deleted_when_that_is_confirmed(qtbot, machine, run, store):
    press = machine.findChild(QPushButton, "timeDelete")
    QTest.mouseClick(press, LEFT)
    question = machine.findChild(QMessageBox, "deleteRunQuestion")
    assert "three epochs" in question.text()
    assert "MB" in question.informativeText()
    question.reject()
    assert store.runs() == (run,)
    QTest.mouseClick(press, LEFT)
    QTest.mouseClick(machine.findChild(QPushButton, "deleteRunConfirm"), LEFT)
    qtbot.waitUntil(lambda: store.runs() == ())
    qtbot.waitUntil(lambda: not run.folder.exists())  # it goes in a thread, its name first
    qtbot.waitUntil(machine.findChild(QLabel, "timeEmpty").isVisible)


def test_runs_that_cannot_be_read_are_named(qtbot, run, store, paths, window):
    for name in ("pipe", "garbage", "numbers"):
        (paths.runs / name).mkdir()
    os.mkfifo(paths.runs / "pipe" / "run.json")
    (paths.runs / "garbage" / "run.json").write_bytes(b"[" * 3000)
    (paths.runs / "numbers" / "run.json").write_text('{"format": 1e999}')
    (paths.runs / "a file").touch()
    os.mkfifo(run.folder / "result.json")
    os.mkfifo(paths.runs / "another pipe")
    show_panel(qtbot, window, "time")
    qtbot.waitUntil(lambda: slider(window).maximum() == 3)
    said = window.findChild(QLabel, "timeLeftOut")
    assert said.isVisible()
    assert [name in said.text() for name in ("pipe", "garbage", "numbers")] == [True] * 3
    assert said.text().count("\n") == 2
    show_panel(qtbot, window, "retrain")
    resume = "resumeRun"
    qtbot.waitUntil(lambda: window.findChild(QPushButton, resume) is not None)


def test_what_a_checkpoint_says_about_its_epochs_may_be_anything(qtbot, run, store, window):
    last = checkpoint(3)
    curve = [{"epoch": 1}, {"epoch": "x", "accuracy": 1}, {"epoch": 2, "accuracy": "much"},
             {"epoch": 3, "accuracy": 7}, {"epoch": 3, "accuracy": 0.5}, 5]  # fmt: skip
    info = replace(last.info, results={CURVE: curve})
    store.write_snapshot(run, 3, replace(last, info=info))
    show_panel(qtbot, window, "time")
    qtbot.waitUntil(lambda: slider(window).maximum() == 3)
    shown = {line.name: line.points for line in window.findChild(object, "timeCurve").lines}
    assert shown["while learning"] == {3: 0.5}
