"""The list of versions: activate, roll back, rename, delete, annotate, import and export."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from handdigit.gui.panels.models.charts import Reading, spread
from handdigit.gui.panels.models.details import facts
from handdigit.gui.state.models.active_model import open_settings, start_model
from handdigit.network.zoo import ZOO
from handdigit.sentences import Sentence
from handdigit.storage.models.model_file import read_model, read_model_info, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit
from tests.gui.models.versions import (
    LEFT,
    activate,
    button,
    click_row,
    lines,
    message,
    names,
    press,
    versions,
    wait_for_model,
)


def test_shipped_nets_stand_under_the_names_of_their_groups(qtbot, ladder, models):
    shown = [line.data() for line in lines(models)]
    readers, nets = "Shipped: readers", "Shipped: the ladder, from one dense layer upwards"
    assert shown == ["Yours", "bee", "ant", readers, "default", nets, *ladder]
    heading = versions(models).visualRect(lines(models)[3]).center()
    before = versions(models).chosen
    QTest.mouseClick(versions(models).viewport(), LEFT, pos=heading)
    assert versions(models).chosen == before
    chooser = models.findChild(QComboBox, "modelChooser")
    offered = [chooser.itemText(index) for index in range(chooser.count())]
    assert offered == ["default", "", "ant", "bee", "", *ladder]
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)  # over the line between two groups
    wait_for_model(qtbot, models, "ant")
    assert chooser.currentText() == "ant"


def test_another_version_answers_and_the_one_before_is_a_click_away(qtbot, models, seven):
    assert names(models) == ["bee", "ant", "default"]  # the newest first
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    before = models.session.recognition.probabilities
    assert not button(models, "modelRollBack").isEnabled()
    activate(qtbot, models, "ant")
    session = models.session
    qtbot.waitUntil(lambda: session.recognition.probabilities != before, timeout=ANSWER_MS)
    assert models.findChild(QComboBox, "modelChooser").currentText() == "ant"
    spoken = [line.data(Qt.ItemDataRole.AccessibleTextRole) for line in lines(models)]
    assert [text for text in spoken if text] == ["ant, answers"]
    activate(qtbot, models, "bee")
    for name in ("ant", "default"):
        press(models, "modelRollBack")
        wait_for_model(qtbot, models, name)
    wait_for_digit(qtbot, models, 7)
    assert not button(models, "modelRollBack").isEnabled()


def test_the_active_version_is_remembered_until_it_is_gone(qtbot, models, make_main_window, paths):
    activate(qtbot, models, "ant")
    models.close()
    again = make_main_window()
    assert again.session.model.name == "ant"
    assert not again.library.notice
    again.findChild(QAction, "rollBackAction").trigger()
    qtbot.waitUntil(lambda: again.session.model.name == "default", timeout=ANSWER_MS)
    again.close()
    open_settings(paths).remember({"activeModels": '["default", "ant"]'})
    (paths.models / "ant.safetensors").unlink()
    model, notice = start_model(ModelStore(paths), open_settings(paths))
    assert (model.name, notice) == ("default", "The model ant is gone or damaged: default answers "
                                    "instead.")  # fmt: skip
    assert isinstance(notice, Sentence), "it is translated when it is shown"
    last = make_main_window()
    assert last.status.currentMessage() == notice


def test_a_remembered_version_that_is_broken_leaves_the_default(qtbot, more_models, paths,
                                                                make_main_window):  # fmt: skip
    path = paths.models / "ant.safetensors"
    model = read_model(path)
    write_model(path, replace(model, weights=dict(list(model.weights.items())[:1])))
    open_settings(paths).remember({"activeModels": '["ant"]'})
    window = make_main_window()
    qtbot.waitUntil(lambda: window.session.model.name == "default", timeout=ANSWER_MS)
    box = window.findChild(QWidget, "complaint")
    assert "ant" in box.text()
    box.close()


def test_a_version_is_renamed_in_its_row(qtbot, models, paths):
    activate(qtbot, models, "ant")
    press(models, "modelRename")
    editor = versions(models).findChild(QLineEdit, "versionNameEditor")
    editor.selectAll()
    QTest.keyClicks(editor, "wasp")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_for_model(qtbot, models, "wasp")
    assert names(models) == ["bee", "wasp", "default"]
    assert not (paths.models / "ant.safetensors").exists()
    qtbot.waitUntil(lambda: not models.library.is_busy)
    assert start_model(ModelStore(paths), open_settings(paths))[0].name == "wasp"


def test_a_name_that_is_taken_is_one_sentence(qtbot, models):
    click_row(models, "ant")
    QTest.keyClick(versions(models), Qt.Key.Key_F2)
    editor = versions(models).findChild(QLineEdit, "versionNameEditor")
    editor.selectAll()
    QTest.keyClicks(editor, "bee")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in message(models))
    assert names(models) == ["bee", "ant", "default"]


def test_a_version_is_deleted_and_brought_back(qtbot, models, paths):
    click_row(models, "bee")
    press(models, "modelDelete")
    question = models.findChild(QWidget, "deleteQuestion")
    QTest.mouseClick(question.findChild(QAbstractButton, "deleteConfirm"), LEFT)
    qtbot.waitUntil(lambda: message(models) == "bee was deleted.")
    assert names(models) == ["ant", "default"]
    press(models, "modelUndo")
    qtbot.waitUntil(lambda: names(models) == ["bee", "ant", "default"])
    assert not button(models, "modelUndo").isVisible()


def test_what_was_deleted_is_gone_once_the_window_is_closed(qtbot, models, paths):
    bee = next(m for m in models.library.models if m.name == "bee")
    deleted = []
    models.library.delete(bee, lambda: deleted.append(bee), pytest.fail)
    qtbot.waitUntil(lambda: bool(deleted))
    assert len(list(paths.models.rglob("*.safetensors"))) == 2
    models.close()
    assert [path.name for path in paths.models.rglob("*.safetensors")] == ["ant.safetensors"]


def test_deleting_can_be_thought_better_of(qtbot, models):
    click_row(models, "bee")
    press(models, "modelDelete")
    models.findChild(QWidget, "deleteQuestion").close()
    assert names(models) == ["bee", "ant", "default"]


def test_what_answers_or_was_shipped_cannot_be_deleted(qtbot, models):
    click_row(models, "default")
    assert "came with the program" in button(models, "modelDelete").toolTip()
    assert not button(models, "modelRename").isEnabled()
    activate(qtbot, models, "ant")
    assert not button(models, "modelDelete").isEnabled()
    assert "activate another one first" in button(models, "modelDelete").toolTip()


def test_the_details_tell_data_recipe_curve_and_take_a_note(qtbot, models, paths):
    click_row(models, "ant")
    lines = models.findChild(QWidget, "versionFacts").lines
    assert ("Data", "generated: 20,000 · 0123456789") in lines
    assert ("Training", "epochs: 3") in lines
    assert ("Variation", "Rotate 8°") in lines
    curve = models.findChild(QWidget, "runCurve")
    assert curve.points[1] == pytest.approx((0.05, 0.04, 0.03))
    assert not curve.grab().isNull()
    before = read_model(paths.models / "ant.safetensors").fingerprint()
    note = models.findChild(QLineEdit, "versionNote")
    note.setFocus()
    QTest.keyClicks(note, "my first")
    click_row(models, "bee")
    qtbot.waitUntil(lambda: not models.library.is_busy)
    after = read_model(paths.models / "ant.safetensors")
    assert (after.info.note, after.fingerprint()) == ("my first", before)
    assert note.text() == ""
    click_row(models, "ant")
    assert note.text() == "my first"


def test_the_shipped_model_tells_what_it_was_measured_on(models):
    click_row(models, "default")
    lines = models.findChild(QWidget, "versionFacts").lines
    stored = read_model_info(SHIPPED_MODELS / "default.safetensors")
    share = f"{stored.accuracies['MNIST test']['accuracy']:.2%}".replace("%", "\u00a0%")
    assert lines[0] == ("Measured", f"MNIST test: {share} of 10,000")
    assert not models.findChild(QLineEdit, "versionNote").isVisible()


def test_versions_go_out_and_come_in(qtbot, models, tmp_path, monkeypatch):
    target = tmp_path / "out.safetensors"
    dialogs = "handdigit.gui.widgets.question.QFileDialog."
    monkeypatch.setattr(dialogs + "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(dialogs + "getOpenFileName", lambda *_: (str(target), ""))
    click_row(models, "ant")
    press(models, "modelExport")
    qtbot.waitUntil(lambda: message(models) == f"Saved as {target}.")
    monkeypatch.setattr(dialogs + "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    press(models, "modelExport")
    assert models.findChild(QWidget, "replaceQuestion").text() == "Replace out.safetensors?"
    press(models, "replaceConfirm")
    qtbot.waitUntil(lambda: button(models, "modelImport").isEnabled())
    press(models, "modelImport")
    qtbot.waitUntil(lambda: message(models) == "out was imported.")
    assert "out" in names(models)
    assert versions(models).chosen.name == "out"
    target.write_bytes(b"garbage")
    press(models, "modelImport")
    qtbot.waitUntil(lambda: "not a model file" in message(models))


def test_before_the_first_training_the_panel_says_where_versions_come_from(qtbot, window):
    show_panel(qtbot, window, "models")
    qtbot.waitUntil(lambda: window.findChild(QWidget, "versionList") is not None)
    assert "Every training run adds a version" in message(window)
    alone = len(versions(window).models) == 1
    assert button(window, "modelEnsemble").isEnabled() is not alone


def test_a_version_from_the_command_line_appears_when_the_panel_is_looked_at(qtbot, models, paths):
    show_panel(qtbot, models, "inside")
    model = read_model(paths.models / "ant.safetensors")
    write_model(paths.models / "cat.safetensors", model)
    show_panel(qtbot, models, "models")
    qtbot.waitUntil(lambda: "cat" in names(models))
    assert models.findChild(QComboBox, "modelChooser").findText("cat") >= 0


def test_a_parent_is_named_as_it_is_called_now(qtbot, models, paths):
    library = models.library
    ant = next(model for model in library.models if model.name == "ant")
    weights = read_model(ant.path).fingerprint()
    for parent, name in (
        ({"name": "old name", "weights": weights}, "ant"),
        ({"name": "lost", "weights": "0"}, "lost"),
        ({"weights": "0"}, "a model that is not here"),
        ({}, ""),
    ):
        found = []
        library.parents.find(
            replace(ant, info=replace(ant.info, parent=parent)), library.models, found.append
        )
        qtbot.waitUntil(lambda found=found, name=name: found == [name])


def test_of_two_searches_for_a_parent_the_newer_is_answered(qtbot, models):
    ant = next(model for model in models.library.models if model.name == "ant")
    grown = replace(ant, info=replace(ant.info, parent={"name": "old", "weights": "0"}))
    first, second = [], []
    models.library.parents.find(grown, models.library.models, first.append)
    models.library.parents.find(grown, models.library.models, second.append)
    qtbot.waitUntil(lambda: second == ["old"])
    assert first == []


def test_a_file_that_says_nothing_has_no_facts():
    assert facts(ModelInfo("bare", ZOO["dense-30"]), "") == []


@pytest.mark.parametrize("wrong", [None, "large", {}, {"weights": "0"}])
def test_a_model_names_its_teacher(wrong):
    taught = ModelInfo("taught", ZOO["dense-30"], parent={"teacher": {"name": "large"}})
    assert facts(taught, "") == [("Teacher", "large")]
    assert facts(replace(taught, parent={"teacher": wrong}), "") == []


def test_of_a_mean_it_is_said_what_it_is_the_mean_of():
    averaged = {"averaged": [{"name": "ant", "weights": "0"}, {"name": "bee", "weights": "1"}]}
    mean = ModelInfo("mean", ZOO["dense-30"], parent=averaged)
    assert facts(mean, "") == [("Mean of", "ant"), ("", "bee")]
    assert spread([Reading("one", (0.1,) * 10)]) == ()
