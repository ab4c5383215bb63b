"""A disk that hangs, or is far away, does not hold up the window's thread."""

from __future__ import annotations

import builtins
import io
import os
import shutil
import sqlite3
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QInputDialog, QLabel, QWidget

import handdigit
from handdigit.experiment.recipe_file import read_recipe
from handdigit.gui.panels.models.panel import ModelsPanel
from handdigit.gui.state.background import Background
from handdigit.storage import named_files
from handdigit.storage.models.import_export import import_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from tests.gui.driving import draw, show_panel, wait_for_digit

PROGRAM = str(Path(handdigit.__file__).parent)
FILE_CALLS = (
    *((os, name) for name in ("open", "stat", "lstat", "scandir", "listdir", "mkdir")),
    *((os, name) for name in ("replace", "rename", "unlink", "rmdir", "readlink", "utime")),
    (io, "open"),
    (builtins, "open"),
    (sqlite3, "connect"),
)


@pytest.fixture
def touched(monkeypatch, tmp_path):
    """Note which files of the user the program touches on the window's thread, and from where."""
    found: list[str] = []

    def watch(module, name):
        real = getattr(module, name)

        def watched(*arguments, **more):
            if threading.current_thread() is threading.main_thread():
                path = str(arguments[0]) if arguments else ""
                frame = sys._getframe(1)
                while frame is not None and not frame.f_code.co_filename.startswith(PROGRAM):
                    frame = frame.f_back
                if frame is not None and path.startswith(str(tmp_path)):
                    where = f"{frame.f_code.co_filename}:{frame.f_lineno}"
                    found.append(f"{name} {path} by {where}")
            return real(*arguments, **more)

        monkeypatch.setattr(module, name, watched)

    for module, name in FILE_CALLS:
        watch(module, name)
    return found


def show(qtbot, window, key):
    show_panel(qtbot, window, key)
    qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)


def click(window, name):
    button = window.findChild(QAbstractButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def text(window, name):
    return window.findChild(QLabel, name).text()


def choice(window, step):
    return window.findChild(QWidget, step).choice


def save_as(qtbot, window, button, name):
    click(window, button)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
    dialog = window.findChild(QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is None)


def name_file(monkeypatch, path):
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_a, **_k: (str(path), ""))


def wait_until_idle(qtbot, window):
    qtbot.waitUntil(lambda: not any(b.is_busy for b in window.findChildren(Background)))


def test_no_file_of_the_user_is_touched_on_the_windows_thread(
    qtbot, window, seven, touched, tmp_path, monkeypatch
):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    for key in ("map", "samples", "errors", "time", "models", "retrain"):
        show(qtbot, window, key)
    sets = window.findChild(QComboBox, "errorsData")
    for name in ("MNIST test", "Your samples"):
        sets.setCurrentIndex(sets.findText(name))
        sets.activated.emit(sets.currentIndex())

    click(window, "stepRecipe")
    save_as(qtbot, window, "recipeSaveAs", "mine")
    qtbot.waitUntil(lambda: choice(window, "stepRecipe") == "mine")
    name_file(monkeypatch, tmp_path / "out.toml")
    window.findChild(QAction, "recipeExport").trigger()
    wait_until_idle(qtbot, window)
    window.findChild(QAction, "recipeImport").trigger()
    qtbot.waitUntil(lambda: choice(window, "stepRecipe") == "out")
    window.findChild(QAction, "recipeDelete").trigger()
    qtbot.waitUntil(lambda: choice(window, "stepRecipe") != "out")

    click(window, "stepNetwork")
    save_as(qtbot, window, "networkSaveAs", "own")
    qtbot.waitUntil(lambda: choice(window, "stepNetwork") == "own")
    click(window, "networkDelete")
    for suffix in ("Csv", "Png"):
        name_file(monkeypatch, tmp_path / f"curves.{suffix.lower()}")
        window.findChild(QAction, f"export{suffix}").trigger()

    name_file(monkeypatch, tmp_path / "drawing.json")
    window.files.save()
    wait_until_idle(qtbot, window)
    assert (tmp_path / "drawing.json").exists()
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(tmp_path / "drawing.json"))])
    QGuiApplication.clipboard().setMimeData(copied)
    window.files.paste()
    window.set_appearance("dark")
    wait_until_idle(qtbot, window)
    window.close()
    written = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert written >= {"out.toml", "mine.toml", "curves.csv", "curves.png", "window.ini"}
    assert touched == []


@pytest.fixture
def hanging_disk(monkeypatch):
    """Let what is saved under a name wait until the event that is returned is set."""
    go_on, write = threading.Event(), named_files.write_atomically

    def write_late(path, content, **more):
        assert go_on.wait(60)
        write(path, content, **more)

    monkeypatch.setattr(named_files, "write_atomically", write_late)
    yield go_on
    go_on.set()


def test_while_a_disk_hangs_one_draws_on_and_is_told(qtbot, window, seven, hanging_disk, paths):
    show(qtbot, window, "retrain")
    click(window, "stepNetwork")
    save_as(qtbot, window, "networkSaveAs", "own network")
    click(window, "stepRecipe")
    save_as(qtbot, window, "recipeSaveAs", "own recipe")
    qtbot.waitUntil(lambda: text(window, "recipeNote") == "Waiting for the disk…")
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    epochs = window.findChild(QWidget, "recipe_epochs")
    epochs.set_value(77)
    assert choice(window, "stepRecipe") == "quick, changed"  # nothing is said to be saved
    hanging_disk.set()
    qtbot.waitUntil(lambda: choice(window, "stepNetwork") == "own network")
    qtbot.waitUntil(lambda: choice(window, "stepRecipe") == "own recipe, changed")
    assert epochs.value() == 77  # what was entered meanwhile stays
    assert read_recipe(paths.recipes / "own recipe.toml").epochs != 77
    assert text(window, "recipeNote").startswith("Changed.")


def test_a_window_that_closes_lets_what_is_being_saved_end(
    qtbot, window, hanging_disk, paths, monkeypatch
):
    show(qtbot, window, "retrain")
    click(window, "stepRecipe")
    save_as(qtbot, window, "recipeSaveAs", "late")
    finish = Background.finish

    def finish_while_it_is_written(background, patience_s):
        if background.objectName() == "recipes":
            assert background.is_busy
            hanging_disk.set()
        finish(background, patience_s)

    monkeypatch.setattr(Background, "finish", finish_while_it_is_written)
    window.close()
    assert read_recipe(paths.recipes / "late.toml").epochs > 0


@pytest.fixture
def model_to_import(tmp_path):
    return Path(shutil.copy(SHIPPED_MODELS / "small.safetensors", tmp_path / "big.safetensors"))


def own_models(paths):
    return list(paths.models.rglob("*.safetensors"))


def test_an_import_says_what_it_does_and_is_cancelled_by_a_click(
    qtbot, window, paths, model_to_import
):
    show(qtbot, window, "models")
    window.findChild(ModelsPanel).import_file(model_to_import)
    line = window.findChild(QLabel, "modelImporting")
    qtbot.waitUntil(line.isVisible)
    assert line.text() == "Importing big.safetensors…"
    assert not window.findChild(QAbstractButton, "modelImport").isEnabled()
    click(window, "modelImportCancel")
    assert text(window, "modelsMessage") == "big.safetensors was not imported."
    assert not line.isVisible()
    assert window.findChild(QAbstractButton, "modelImport").isEnabled()
    qtbot.waitUntil(lambda: not window.library.is_busy)
    assert own_models(paths) == []
    assert "big" not in [model.name for model in window.library.models]


def test_an_import_that_is_cancelled_when_all_is_there_leaves_nothing(
    qtbot, window, paths, model_to_import, monkeypatch
):
    written, go_on = threading.Event(), threading.Event()

    def import_and_wait(store, path, *_trial):
        imported = import_model(store, path)
        written.set()
        assert go_on.wait(60)
        return imported

    monkeypatch.setattr("handdigit.gui.state.models.model_import.import_model", import_and_wait)
    show(qtbot, window, "models")
    window.findChild(ModelsPanel).import_file(model_to_import)
    qtbot.waitUntil(written.is_set)
    assert len(own_models(paths)) == 1
    qtbot.waitUntil(window.findChild(QAbstractButton, "modelImportCancel").isVisible)
    click(window, "modelImportCancel")
    go_on.set()
    qtbot.waitUntil(lambda: not window.library.is_busy)
    assert own_models(paths) == []
