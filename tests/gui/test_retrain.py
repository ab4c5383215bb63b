"""The Retrain panel of the real window."""

from __future__ import annotations

import gzip
import json
import os

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)

from handdigit.experiment.recipe import Recipe, Schedule
from handdigit.experiment.recipe_file import read_recipe, recipe_text
from handdigit.gui.state.models.active_model import open_settings
from handdigit.gui.state.training.training import TrainingState
from handdigit.ink.normalise import normalise
from handdigit.network.zoo import LENET5_RELU, ZOO
from handdigit.number_format import percent
from handdigit.storage.named_files import RecipeStore
from handdigit.storage.paths import ASSETS
from handdigit.storage.runs.run_store import RunSpec, RunStore
from handdigit.storage.samples.sample_store import SampleStore
from handdigit.training.stored_run import prepare_run
from tests.gui.driving import ANSWER_MS, draw, example, show_panel, wait_for_digit
from tests.processes import kill

RUN_MS = 120_000
"""Far more than the short run takes."""


@pytest.fixture
def retrain(qtbot, make_main_window):
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    return window


def widget(window, name):
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(window, name):
    button = window.findChild(QAbstractButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def set_box(window, name, value):
    box = widget(window, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(value))
    QTest.keyClick(box, Qt.Key.Key_Return)


def choose_network(window, name):
    networks = window.findChild(QTreeWidget, "networkList")
    item = networks.findItems(name, Qt.MatchFlag.MatchExactly)[0]
    networks.scrollToItem(item)
    place = networks.visualItemRect(item).center()
    QTest.mouseClick(networks.viewport(), Qt.MouseButton.LeftButton, pos=place)


def answer_dialog(qtbot, window, text):
    """Type into the dialog that asks for a name."""
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
    dialog = window.findChild(QInputDialog)
    dialog.setTextValue(text)
    dialog.accept()


def state(window):
    return window.training.state


def wait_for_state(qtbot, window, wanted):
    qtbot.waitUntil(lambda: state(window) is wanted, timeout=RUN_MS)


def make_it_short(window):
    """Choose one epoch of few digits."""
    click(window, "stepRecipe")
    set_box(window, "recipe_epochs", 1)
    set_box(window, "recipe_batch_size", 32)
    click(window, "recipeHolding")
    set_box(window, "recipe_generated", 640)


def test_a_network_is_chosen_trained_watched_used_and_left_again(qtbot, retrain, seven):
    draw(retrain.canvas, seven)
    wait_for_digit(qtbot, retrain, 7)
    click(retrain, "stepData")
    assert retrain.findChild(QCheckBox, "use_generated").isChecked()
    sheet = widget(retrain, "sourceSheet")
    qtbot.waitUntil(lambda: len(sheet.pictures) == 10, timeout=ANSWER_MS)
    click(retrain, "stepNetwork")
    choose_network(retrain, "lenet5-relu")
    assert widget(retrain, "stepNetwork").choice == "lenet5-relu"
    assert widget(retrain, "stepNetwork").detail == "61,706 parameters"
    make_it_short(retrain)
    assert widget(retrain, "runWords").text() == ""
    assert "1 epoch" in widget(retrain, "stepRecipe").detail
    assert "Press Train" in widget(retrain, "runRest").text()
    click(retrain, "retrain_train")
    assert widget(retrain, "runControls").words == "Reading the data and building the network…"
    assert widget(retrain, "retrainProgress").is_endless
    assert "Press Train" not in widget(retrain, "runRest").text()
    assert widget(retrain, "runView").isVisible()
    qtbot.waitUntil(lambda: retrain.findChild(QWidget, "trainingCurves"), timeout=RUN_MS)
    curves = widget(retrain, "trainingCurves")
    qtbot.waitUntil(lambda: len(curves.steps) > 2, timeout=RUN_MS)
    receipt = widget(retrain, "runReceipt")
    qtbot.waitUntil(lambda: receipt.heading == "lenet5-relu is ready", timeout=RUN_MS)
    assert "The run is over" in widget(retrain, "runWords").text()
    assert "read your drawing as" in widget(retrain, "liveNote").text()
    assert len(curves.validation) == 1
    assert 0 < curves.steps[-1] <= 1
    qtbot.waitUntil(lambda: "Your drawing | 7: " in receipt.text)
    live = widget(retrain, "liveAnswer")
    bars = widget(retrain, "liveBars")
    qtbot.waitUntil(lambda: f" | {live.label}: {percent(max(bars.probabilities))}" in receipt.text)
    assert "64 held-back digits | " in receipt.text
    assert retrain.session.model.name == "default"
    click(retrain, "useRun")
    qtbot.waitUntil(lambda: retrain.session.model.name == "lenet5-relu", timeout=ANSWER_MS)
    assert retrain.session.model.info.architecture == LENET5_RELU
    qtbot.waitUntil(lambda: not retrain.session.is_waiting, timeout=ANSWER_MS)
    assert len(retrain.session.recognition.probabilities) == 10
    assert not curves.grab().isNull()
    click(retrain, "goBack")
    qtbot.waitUntil(lambda: retrain.session.model.name == "default", timeout=ANSWER_MS)
    wait_for_digit(qtbot, retrain, 7)
    click(retrain, "keepRun")
    assert not receipt.isVisible()
    assert "lenet5-relu" in [model.name for model in retrain.library.models]


def test_one_step_pause_resume_stop(qtbot, retrain, seven):
    draw(retrain.canvas, seven)
    make_it_short(retrain)
    click(retrain, "recipeLearning")
    set_box(retrain, "recipe_epochs", 500)
    click(retrain, "retrain_step")
    wait_for_state(qtbot, retrain, TrainingState.PAUSED)
    training = retrain.training
    qtbot.waitUntil(lambda: len(training.curve.steps) == 1, timeout=RUN_MS)
    live = widget(retrain, "liveAnswer")
    qtbot.waitUntil(lambda: live.label is not None, timeout=ANSWER_MS)
    click(retrain, "retrain_step")
    qtbot.waitUntil(lambda: len(training.curve.steps) == 2, timeout=RUN_MS)
    assert "step 2 of" in widget(retrain, "runControls").words
    click(retrain, "retrain_resume")
    wait_for_state(qtbot, retrain, TrainingState.RUNNING)
    set_box(retrain, "runLearningRate", "0.00125")
    qtbot.waitUntil(
        lambda: training.curve.learning_rates[-1] == pytest.approx(0.00125, rel=0.1),
        timeout=RUN_MS,
    )
    before = widget(retrain, "liveBars").probabilities
    retrain.session.document.undo()
    qtbot.waitUntil(lambda: widget(retrain, "liveBars").probabilities != before, timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: len(training.epochs) > 0, timeout=RUN_MS)
    click(retrain, "retrain_pause")
    wait_for_state(qtbot, retrain, TrainingState.PAUSED)
    while training.curve.steps[-1] == training.epochs[-1].step:
        step = int(training.curve.steps[-1])
        click(retrain, "retrain_step")
        qtbot.waitUntil(lambda step=step: training.curve.steps[-1] > step, timeout=RUN_MS)
        wait_for_state(qtbot, retrain, TrainingState.PAUSED)
    click(retrain, "retrain_stop")
    receipt = widget(retrain, "runReceipt")
    said = f": stopped after step {training.progress.step:,} of {training.progress.steps:,}"
    qtbot.waitUntil(lambda: receipt.heading.endswith(said), timeout=RUN_MS)
    # The receipt alone has a figure of these weights: the epoch before had others.
    assert "64 held-back digits | " in receipt.text
    assert "are read after each epoch" in widget(retrain, "runWords").text()
    assert widget(retrain, "retrain_train").isVisible()
    assert retrain.session.model.name == "default"


def test_an_impossible_layer_is_marked_and_cannot_be_trained(qtbot, retrain):
    click(retrain, "stepNetwork")
    choose_network(retrain, "lenet5-relu")
    rows = widget(retrain, "layerRows")
    assert rows.topLevelItemCount() == 12
    assert rows.topLevelItem(0).text(1) == "6 × 28 × 28"
    assert rows.topLevelItem(0).text(2) == "156"
    rows.setCurrentItem(rows.topLevelItem(3))
    set_box(retrain, "layer_kernel", 50)
    assert "does not fit" in rows.reason(3)
    assert rows.topLevelItem(4).text(1) == ""
    assert not widget(retrain, "retrain_train").isEnabled()
    assert "does not fit" in widget(retrain, "stepNetwork").detail
    assert not widget(retrain, "networkSaveAs").isEnabled()
    set_box(retrain, "layer_kernel", 3)
    assert rows.reason(3) == ""
    assert rows.topLevelItem(3).text(1) == "16 × 12 × 12"
    assert widget(retrain, "retrain_train").isEnabled()
    assert "changed" in widget(retrain, "stepNetwork").choice


def test_rows_and_text_are_one_network(qtbot, retrain):
    click(retrain, "stepNetwork")
    choose_network(retrain, "dense-30")
    rows = widget(retrain, "layerRows")
    rows.setCurrentItem(rows.topLevelItem(1))
    retrain.findChild(QAction, "addReLU").trigger()
    text = retrain.findChild(QPlainTextEdit, "layerText")
    assert text.toPlainText() == "Flatten()\nLinear(30)\nReLU()\nSigmoid()\nLinear(10)\n"
    click(retrain, "layerDown")
    assert text.toPlainText() == "Flatten()\nLinear(30)\nSigmoid()\nReLU()\nLinear(10)\n"
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert text.toPlainText() == ZOO["dense-30"].text()
    assert retrain.session.document.drawing.is_empty  # Delete did not reach the canvas
    click(retrain, "networkAsText")
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, "ReLU(3)")
    assert "ReLU" in rows.reason(4)
    assert text.grab().isNull() is False
    for _ in range(len("ReLU(3)")):
        QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert widget(retrain, "stepNetwork").choice == "dense-30"


def test_an_own_network_is_saved_under_a_name_and_deleted(qtbot, retrain, paths):
    click(retrain, "stepNetwork")
    choose_network(retrain, "dense-30")
    rows = widget(retrain, "layerRows")
    rows.setCurrentItem(rows.topLevelItem(1))
    set_box(retrain, "layer_features", 40)
    click(retrain, "networkSaveAs")
    answer_dialog(qtbot, retrain, "dense-30")
    notice = widget(retrain, "retrainNotice")
    qtbot.waitUntil(lambda: "comes with the program" in notice.text)
    click(retrain, "dismiss")
    click(retrain, "networkSaveAs")
    answer_dialog(qtbot, retrain, "forty")
    qtbot.waitUntil(lambda: widget(retrain, "stepNetwork").choice == "forty")
    assert "Linear(40)" in (paths.networks / "forty.txt").read_text()
    click(retrain, "networkDelete")
    qtbot.waitUntil(lambda: widget(retrain, "stepNetwork").choice == "your network")
    assert not (paths.networks / "forty.txt").exists()
    assert rows.topLevelItem(1).text(0) == "Linear(40)"


def test_weights_are_learned_further_only_where_the_network_is_the_same(retrain):
    click(retrain, "stepNetwork")
    start = retrain.findChild(QComboBox, "networkStart")
    assert not start.model().item(1).isEnabled()
    choose_network(retrain, "default")
    assert start.model().item(1).isEnabled()
    start.setCurrentIndex(1)
    assert "from default" in widget(retrain, "stepNetwork").detail
    choose_network(retrain, "small")
    assert start.currentIndex() == 0


def test_only_the_parameters_that_matter_are_shown(retrain):
    click(retrain, "stepRecipe")
    schedule = retrain.findChild(QComboBox, "recipe_schedule")
    optimiser = retrain.findChild(QComboBox, "recipe_optimiser")
    shown = {
        Schedule.STEP: {"schedule_epochs", "schedule_factor"},
        Schedule.EXPONENTIAL: {"schedule_factor"},
        Schedule.POLYNOMIAL: {"schedule_power"},
        Schedule.COSINE: set(),
    }
    for kind, names in shown.items():
        schedule.setCurrentIndex(schedule.findData(kind))
        for name in ("schedule_epochs", "schedule_factor", "schedule_power"):
            assert widget(retrain, f"recipe_{name}").isVisible() == (name in names)
        assert widget(retrain, "schedulePlot").rates
    optimiser.setCurrentIndex(optimiser.findText("Nesterov"))
    assert widget(retrain, "recipe_momentum").isVisible()
    assert widget(retrain, "recipe_learning_rate").value() > 0.01
    optimiser.setCurrentIndex(optimiser.findText("AdamW"))
    assert not widget(retrain, "recipe_momentum").isVisible()
    assert widget(retrain, "recipe_learning_rate").value() < 0.01


def test_every_setting_explains_itself(qtbot, retrain):
    click(retrain, "stepRecipe")
    help_line = retrain.findChild(QLabel, "retrainHelp")
    widget(retrain, "recipe_batch_size").setFocus()
    assert "averaged for one step" in help_line.text()
    for box in retrain.findChildren(QWidget):
        if box.objectName().startswith("recipe_"):
            assert box.toolTip(), box.objectName()
            assert box.accessibleName(), box.objectName()


def test_a_recipe_is_saved_exported_and_imported(qtbot, retrain, paths, tmp_path, monkeypatch):
    click(retrain, "stepRecipe")
    set_box(retrain, "recipe_epochs", 7)
    assert "changed" in widget(retrain, "stepRecipe").choice
    click(retrain, "recipeSaveAs")
    answer_dialog(qtbot, retrain, "seven")
    chosen = widget(retrain, "stepRecipe")
    qtbot.waitUntil(lambda: chosen.choice == "seven")
    saved = RecipeStore(paths).find("seven")
    assert read_recipe(saved.path).epochs == 7
    set_box(retrain, "recipe_epochs", 8)
    click(retrain, "recipeSave")
    qtbot.waitUntil(lambda: chosen.choice == "seven")
    assert read_recipe(saved.path).epochs == 8
    path = tmp_path / "out.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    retrain.findChild(QAction, "recipeExport").trigger()
    qtbot.waitUntil(path.exists)
    assert read_recipe(path) == read_recipe(saved.path)
    retrain.findChild(QAction, "recipeDelete").trigger()
    qtbot.waitUntil(lambda: chosen.choice not in ("seven", "seven, changed"))
    assert not saved.path.exists()
    path.write_text(path.read_text().replace('network = "small"', 'network = "dense-30"'))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    retrain.findChild(QAction, "recipeImport").trigger()
    qtbot.waitUntil(lambda: chosen.choice == "out")
    assert widget(retrain, "stepNetwork").choice == "dense-30"
    path.write_text("epochs = 0")
    retrain.findChild(QAction, "recipeImport").trigger()
    qtbot.waitUntil(lambda: "out.toml" in widget(retrain, "retrainNotice").text)


def test_settings_that_do_not_go_together_are_a_sentence(retrain):
    click(retrain, "stepRecipe")
    click(retrain, "recipeHolding")
    set_box(retrain, "recipe_validation", 0)
    set_box(retrain, "recipe_patience", 3)
    assert "Stopping early needs data" in widget(retrain, "runControls").words
    assert not widget(retrain, "retrain_train").isEnabled()


def test_the_preview_follows_the_variations(qtbot, retrain):
    click(retrain, "stepRecipe")
    click(retrain, "recipeVariations")
    preview = widget(retrain, "variationPreview")
    qtbot.waitUntil(lambda: preview.pictures is not None, timeout=ANSWER_MS)
    before = preview.pictures
    set_box(retrain, "recipe_rotate", 60)
    qtbot.waitUntil(lambda: (preview.pictures != before).any(), timeout=ANSWER_MS)
    assert preview.pictures.shape == (10, 28, 28)
    assert not preview.grab().isNull()


def test_a_file_of_inks_is_counted_and_used(qtbot, retrain, tmp_path, monkeypatch):
    ink = json.loads((ASSETS / "examples" / "seven.json").read_text())
    path = tmp_path / "sevens.jsonl"
    path.write_text("\n".join([json.dumps(ink | {"label": 7})] * 3))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    click(retrain, "stepData")
    click(retrain, "addInks")
    sheet = widget(retrain, "sourceSheet")
    qtbot.waitUntil(lambda: sum(sheet.counts) == 3, timeout=ANSWER_MS)
    assert sheet.counts[7] == 3
    assert widget(retrain, "stepData").choice == "Generated handwriting + sevens"
    click(retrain, "remove_file3")
    assert widget(retrain, "stepData").choice == "Generated handwriting"
    path.write_text(json.dumps(ink))
    click(retrain, "addInks")
    qtbot.waitUntil(lambda: "no label" in sheet.note, timeout=ANSWER_MS)
    assert widget(retrain, "stepData").choice == "Generated handwriting"


def test_a_folder_of_pictures_is_counted_and_what_is_left_out_is_said(
    qtbot, retrain, tmp_path, monkeypatch
):
    for name in ("six", "seven"):
        (tmp_path / "own" / name).mkdir(parents=True)
        picture = normalise(example(name)).picture
        Image.fromarray(picture).save(tmp_path / "own" / name / "1.png")
    (tmp_path / "own" / "six" / "damaged.png").write_bytes(b"?")
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path / "own")
    )
    click(retrain, "stepData")
    click(retrain, "addFolder")
    sheet = widget(retrain, "sourceSheet")
    qtbot.waitUntil(lambda: sum(sheet.counts) == 2, timeout=ANSWER_MS)
    assert (sheet.counts[6], sheet.counts[7]) == (1, 1)
    detail = widget(retrain, "detail_file3").text()
    assert detail.startswith("2 digits. ")
    assert "damaged.png is no picture that can be read" in detail


def test_nothing_to_learn_from_is_said(retrain):
    click(retrain, "stepData")
    QTest.mouseClick(retrain.findChild(QCheckBox, "use_generated"), Qt.MouseButton.LeftButton)
    assert "Tick what to learn from" in widget(retrain, "stepData").detail
    assert not widget(retrain, "retrain_train").isEnabled()


def test_as_many_digits_are_announced_as_are_learned(qtbot, make_main_window, paths, seven):
    with SampleStore(paths.samples) as store:
        for _ in range(4):
            store.add(seven, "7")
            store.add(normalise(seven).picture, "7")
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    click(window, "stepRecipe")
    click(window, "recipeHolding")
    set_box(window, "recipe_renderings", 3)
    set_box(window, "recipe_validation", 0)
    click(window, "stepData")
    for name in ("use_samples", "use_generated"):
        QTest.mouseClick(window.findChild(QCheckBox, name), Qt.MouseButton.LeftButton)
    recipe = Recipe("small", renderings=3, validation=0)
    run = prepare_run(RunSpec(recipe.to_json(), ("samples",), "mine", device="cpu"), paths)
    assert len(run.training_data.pictures)
    assert len(run.training_data.inks)
    card = widget(window, "stepData")
    expected = f"{run.learned} digits an epoch"
    qtbot.waitUntil(lambda: card.detail != "", timeout=ANSWER_MS)
    assert card.detail == expected


def test_mnist_is_taken_from_a_folder(qtbot, retrain, shared_data, monkeypatch):
    folder = str(shared_data / "mnist")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: folder)
    click(retrain, "stepData")
    assert widget(retrain, "mnistFetch").isVisible()
    assert not widget(retrain, "use_mnist").isEnabled()
    click(retrain, "mnistFrom")
    qtbot.waitUntil(lambda: widget(retrain, "use_mnist").isChecked(), timeout=ANSWER_MS)
    detail = retrain.findChild(QLabel, "detail_mnist")
    qtbot.waitUntil(lambda: detail.text() == "60,000 digits", timeout=ANSWER_MS)
    assert not widget(retrain, "mnistFetch").isVisible()


def test_a_killed_run_is_offered_again_and_gone_on_with(qtbot, retrain):
    make_it_short(retrain)
    click(retrain, "recipeLearning")
    set_box(retrain, "recipe_epochs", 500)
    click(retrain, "retrain_train")
    training = retrain.training
    qtbot.waitUntil(lambda: len(training.curve.steps) > 2, timeout=RUN_MS)
    kill(training.trainer_pid)
    wait_for_state(qtbot, retrain, TrainingState.FAILED)
    notice = widget(retrain, "retrainNotice")
    assert "ended unexpectedly" in notice.text
    qtbot.waitUntil(lambda: retrain.findChild(QAbstractButton, "resumeRun") is not None)
    click(retrain, "resumeRun")
    wait_for_state(qtbot, retrain, TrainingState.RUNNING)
    assert notice.text == ""
    click(retrain, "retrain_pause")
    wait_for_state(qtbot, retrain, TrainingState.PAUSED)
    click(retrain, "retrain_stop")
    receipt = widget(retrain, "runReceipt")
    qtbot.waitUntil(lambda: ": stopped after" in receipt.heading, timeout=RUN_MS)


def test_an_interrupted_run_can_be_discarded_at_the_next_start(qtbot, make_main_window, paths):
    recipe = Recipe("small").to_json()
    run = RunStore(paths.runs).create(RunSpec(recipe, ("generated",), "mine"))
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    notice = widget(window, "retrainNotice")
    qtbot.waitUntil(lambda: "mine was interrupted" in notice.text)
    click(window, "discardRun")
    assert notice.text == ""
    qtbot.waitUntil(lambda: not run.folder.exists())


def test_a_run_that_was_taken_up_and_left_at_once_is_offered_again(qtbot, make_main_window, paths):
    RunStore(paths.runs).create(RunSpec(Recipe("small").to_json(), ("generated",), "mine"))
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    notice = widget(window, "retrainNotice")
    qtbot.waitUntil(lambda: "mine was interrupted" in notice.text)
    click(window, "resumeRun")
    assert notice.text == ""
    click(window, "retrain_stop")
    wait_for_state(qtbot, window, TrainingState.IDLE)
    assert "mine was interrupted" in notice.text
    assert widget(window, "resumeRun").isVisible()


def test_curves_are_exported_as_numbers_and_as_a_picture(qtbot, retrain, tmp_path, monkeypatch):
    make_it_short(retrain)
    click(retrain, "retrain_train")
    receipt = widget(retrain, "runReceipt")
    qtbot.waitUntil(lambda: "ready" in receipt.heading, timeout=RUN_MS)
    name = str(tmp_path / "curves")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (name, ""))
    retrain.findChild(QAction, "exportCsv").trigger()
    retrain.findChild(QAction, "exportPng").trigger()
    qtbot.waitUntil((tmp_path / "curves.png").exists)  # it is written after the numbers
    lines = (tmp_path / "curves.csv").read_text().splitlines()
    training = retrain.training
    assert len(lines) == len(training.curve.steps) + 1
    assert lines[0].startswith("step,loss,accuracy,learning_rate")
    assert lines[-1].split(",")[4] == "1"
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")
    retrain.findChild(QAction, "exportCsv").trigger()
    assert widget(retrain, "replaceQuestion").text() == "Replace curves.csv?"
    click(retrain, "replaceConfirm")
    retrain.set_appearance("dark")
    assert not widget(retrain, "trainingCurves").grab().isNull()


def test_a_result_is_not_replaced_by_an_older_interrupted_run(qtbot, make_main_window, paths):
    RunStore(paths.runs).create(RunSpec(Recipe("small").to_json(), ("generated",), "old"))
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    notice = widget(window, "retrainNotice")
    qtbot.waitUntil(lambda: "old was interrupted" in notice.text)
    make_it_short(window)
    click(window, "retrain_train")
    receipt = widget(window, "runReceipt")
    qtbot.waitUntil(lambda: "ready" in receipt.heading, timeout=RUN_MS)
    show_panel(qtbot, window, "inside")
    show_panel(qtbot, window, "retrain")
    assert receipt.isVisible()
    assert "ready" in receipt.heading


def test_garbage_among_networks_and_recipes_keeps_nothing_from_opening(
    qtbot, make_main_window, paths
):
    for folder, suffix in ((paths.networks, "txt"), (paths.recipes, "toml")):
        folder.mkdir(parents=True)
        (folder / f"garbage.{suffix}").write_bytes(bytes(range(256)))
        (folder / f"folder.{suffix}").mkdir()
        os.mkfifo(folder / f"pipe.{suffix}")
    (paths.networks / "good.txt").write_text(ZOO["dense-30"].text())
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    said = window.findChild(QLabel, "networksLeftOut")
    qtbot.waitUntil(lambda: said.text() != "")
    names = [line.partition(" is left out: ")[0] for line in said.text().splitlines()]
    assert names == ["folder.txt", "garbage.txt", "pipe.txt"]
    choose_network(window, "good")
    recipes = window.findChild(QComboBox, "recipeNames")
    notice = window.findChild(QWidget, "retrainNotice")
    for name in ("garbage", "folder", "pipe"):
        recipes.setCurrentIndex(recipes.findText(name))
        assert f"{name}.toml" in notice.accessibleName()


def test_a_packed_recipe_is_imported_with_what_it_says(qtbot, retrain, tmp_path, monkeypatch):
    packed = tmp_path / "packed.toml"
    packed.write_bytes(gzip.compress(b"# my note\n" + recipe_text(Recipe("small")).encode()))
    monkeypatch.setattr(
        "handdigit.gui.widgets.question.QFileDialog.getOpenFileName",
        lambda *_: (str(packed), ""),
    )
    retrain.findChild(QAction, "recipeImport").trigger()
    qtbot.waitUntil(lambda: widget(retrain, "recipeNames").currentText() == "packed")
    assert widget(retrain, "recipeNote").text() == "my note"


def test_what_was_set_up_is_there_again_at_the_next_start(qtbot, make_main_window):
    first = make_main_window()
    show_panel(qtbot, first, "retrain")
    click(first, "stepNetwork")
    choose_network(first, "dense-30")
    rows = widget(first, "layerRows")
    rows.setCurrentItem(rows.topLevelItem(1))
    set_box(first, "layer_features", 40)
    click(first, "stepRecipe")
    set_box(first, "recipe_epochs", 7)
    click(first, "stepData")
    QTest.mouseClick(first.findChild(QCheckBox, "use_samples"), Qt.MouseButton.LeftButton)
    chosen = [widget(first, name).choice for name in ("stepNetwork", "stepRecipe")]
    assert chosen == ["dense-30, changed", "quick, changed"]
    first.close()
    second = make_main_window()
    show_panel(qtbot, second, "retrain")
    assert [widget(second, name).choice for name in ("stepNetwork", "stepRecipe")] == chosen
    assert widget(second, "layerRows").topLevelItem(1).text(0) == "Linear(40)"
    assert widget(second, "recipe_epochs").value() == 7
    assert second.findChild(QCheckBox, "use_samples").isChecked()
    qtbot.waitUntil(lambda: widget(second, "stepRecipe").choice == "quick, changed")


@pytest.mark.parametrize(
    "draft",
    [
        "[" * 100_000,
        '{"network": 3, "recipe": {"name": "x"}}',
        '{"recipe": {"name": "default", "values": 7}, "sources": [3]}',
        '{"recipe": {"name": "default", "values": {"epochs": 1e999}}}',
    ],
)
def test_a_draft_that_cannot_be_read_is_a_fresh_start(qtbot, make_main_window, paths, draft):
    open_settings(paths).remember({"retrainDraft": draft})
    window = make_main_window()
    show_panel(qtbot, window, "retrain")
    assert widget(window, "stepNetwork").choice == "small"
    assert widget(window, "stepRecipe").choice == "quick"


def test_the_preview_of_generated_digits_repeats_none(qtbot, retrain):
    click(retrain, "stepData")
    sheet = widget(retrain, "sourceSheet")
    qtbot.waitUntil(lambda: len(sheet.pictures) == 10, timeout=ANSWER_MS)
    for pictures in sheet.pictures:
        assert len({picture.tobytes() for picture in pictures}) == len(pictures) == 4
