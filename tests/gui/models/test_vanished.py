"""The models' folder goes, or is replaced, while the window is open: a sentence, and on it goes."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from handdigit.gui.panels.inside.view_bar import ViewBar
from handdigit.storage.models.model_file import read_model, write_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit
from tests.gui.models.versions import (
    activate,
    click_row,
    message,
    names,
    press,
    versions,
    wait_for_model,
)


def remove_file(paths):
    (paths.models / "ant.safetensors").unlink()


def remove_folder(paths):
    shutil.rmtree(paths.models)


def replace_by_garbage(paths):
    (paths.models / "ant.safetensors").write_bytes(b"garbage")


HAPPENINGS = [remove_file, remove_folder, replace_by_garbage]


def rename(models):
    press(models, "modelRename")
    editor = versions(models).findChild(QLineEdit, "versionNameEditor")
    editor.selectAll()
    QTest.keyClicks(editor, "wasp\r")


def annotate(models):
    note = models.findChild(QLineEdit, "versionNote")
    note.setFocus()
    QTest.keyClicks(note, "lost\r")


def export(models):
    press(models, "modelExport")


@pytest.mark.parametrize("order", [rename, annotate, export])
@pytest.mark.parametrize("happens", HAPPENINGS)
def test_what_cannot_be_done_any_more_is_a_sentence(
    happens, order, qtbot, models, paths, tmp_path, monkeypatch
):
    target = tmp_path / "out.safetensors"
    dialogs = "handdigit.gui.widgets.question.QFileDialog."
    monkeypatch.setattr(dialogs + "getSaveFileName", lambda *_: (str(target), ""))
    click_row(models, "ant")
    happens(paths)
    order(models)
    qtbot.waitUntil(lambda: "ant" in message(models))
    assert message(models).count(".") >= 1
    assert "ant" not in names(models)
    assert not target.exists()
    models.close()


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_a_version_that_has_gone_is_refused_and_the_one_before_answers_on(
    happens, qtbot, models, paths, seven
):
    click_row(models, "ant")
    happens(paths)
    press(models, "modelActivate")
    qtbot.waitUntil(lambda: models.findChild(QWidget, "complaint") is not None, timeout=ANSWER_MS)
    assert "ant" in models.findChild(QWidget, "complaint").text()
    models.findChild(QWidget, "complaint").close()
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    assert models.session.model.name == "default"


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_the_active_version_answers_on_without_its_file(happens, qtbot, models, paths, seven):
    trained = read_model(SHIPPED_MODELS / "small.safetensors")
    write_model(paths.models / "ant.safetensors", trained)
    models.library.refresh()
    qtbot.waitUntil(lambda: not models.library.is_busy)
    activate(qtbot, models, "ant")
    happens(paths)
    draw(models.canvas, seven)
    wait_for_digit(qtbot, models, 7)
    models.library.refresh()
    qtbot.waitUntil(lambda: not models.library.is_busy)
    models.close()


@pytest.mark.usefixtures("own_engines")
@pytest.mark.parametrize("happens", HAPPENINGS)
def test_an_engine_that_starts_without_the_file_of_the_active_version_has_the_default(
    happens, qtbot, models, paths, seven
):
    activate(qtbot, models, "ant")
    draw(models.canvas, seven)
    qtbot.waitUntil(lambda: not models.session.is_waiting)
    happens(paths)
    show_panel(qtbot, models, "inside")
    QTest.keyClick(models, Qt.Key.Key_F5)
    wait_for_model(qtbot, models, "default")
    wait_for_digit(qtbot, models, 7)
    assert models.windowTitle() == "7 – handdigit"
    assert models.findChild(QComboBox, "modelChooser").currentText() == "default"
    summary = models.findChild(ViewBar).summary.text()
    assert summary.startswith("default")
    said = models.status.currentMessage()
    assert said == "The model ant is gone or damaged: default answers instead."
    models.findChild(QWidget, "complaint").close()


@pytest.mark.usefixtures("own_engines")
def test_the_version_that_answered_comes_back_where_an_engine_starts_with_one_that_is_gone(
    qtbot, models, paths, seven
):
    activate(qtbot, models, "bee")
    draw(models.canvas, seven)
    click_row(models, "ant")
    remove_file(paths)
    models.session.restart_engine()
    press(models, "modelActivate")
    qtbot.waitUntil(lambda: models.findChild(QWidget, "complaint") is not None)
    models.findChild(QWidget, "complaint").close()
    qtbot.waitUntil(lambda: not models.session.is_waiting)
    qtbot.waitUntil(lambda: not models.session.refusal)
    assert models.session.model.name == "bee"


def test_the_folder_is_made_again_by_the_next_write(qtbot, models, paths, tmp_path, monkeypatch):
    mine = tmp_path / "mine.safetensors"
    shutil.copy(SHIPPED_MODELS / "small.safetensors", mine)
    dialogs = "handdigit.gui.widgets.question.QFileDialog."
    monkeypatch.setattr(dialogs + "getOpenFileName", lambda *_: (str(mine), ""))
    shutil.rmtree(paths.folder)
    press(models, "modelImport")
    qtbot.waitUntil(lambda: message(models) == "mine was imported.", timeout=ANSWER_MS)
    assert names(models) == ["mine", "default"]
    press(models, "modelActivate")
    wait_for_model(qtbot, models, "mine")
