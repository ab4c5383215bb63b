"""What lies among the models and is none: a grey row with its reason, to the trash and back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from handdigit.storage.models.model_store import SHIPPED_MODELS
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit
from tests.gui.models.versions import LEFT, button, lines, message, names, press, versions

BROKEN = Path(__file__).parents[2] / "replay" / "models"


def make_folder(path):
    path.mkdir()
    (path / "kept").touch()


STATES = {
    "numbers of 400 digits": lambda path: shutil.copy(BROKEN / "drop400.safetensors", path),
    "a header that is none": lambda path: shutil.copy(BROKEN / "notjson.safetensors", path),
    "nothing in it": Path.touch,
    "a folder": make_folder,
    "a pipe": os.mkfifo,
    "a link that leads nowhere": lambda path: path.symlink_to(path.parent / "gone"),
    "a device": lambda path: path.symlink_to("/dev/zero"),
}


def grey(window):
    """Return the texts of the grey rows."""
    muted = versions(window).palette().placeholderText()
    of_row = Qt.ItemDataRole.ForegroundRole
    return [line.data() for line in lines(window) if line.data(of_row) == muted]


def click_grey(window, name):
    listed = versions(window)
    row = next(line for line in lines(window) if line.data().startswith(f"{name}: "))
    listed.scrollTo(row)
    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.visualRect(row).center())
    assert listed.chosen_unusable.name == name


def open_models(qtbot, window):
    show_panel(qtbot, window, "models")
    qtbot.waitUntil(lambda: window.findChild(QWidget, "versionList") is not None)
    qtbot.waitUntil(lambda: not window.library.is_busy)


@pytest.mark.parametrize("state", STATES)
def test_a_file_that_is_no_model_goes_to_the_trash_and_back(
    state, qtbot, more_models, paths, make_main_window
):
    bad = paths.models / "zebra.safetensors"
    STATES[state](bad)
    window = make_main_window()
    open_models(qtbot, window)
    (row,) = grey(window)
    assert row.startswith("zebra: ")
    assert row.endswith(".")
    assert "zebra" not in names(window)
    click_grey(window, "zebra")
    reason = window.library.unusable[0].reason
    assert window.findChild(QWidget, "versionFacts").lines == [("Reason", reason)]
    assert not button(window, "modelActivate").isEnabled()
    press(window, "modelRemove")
    qtbot.waitUntil(lambda: message(window) == "zebra was deleted.")
    assert grey(window) == []
    assert not os.path.lexists(bad)
    press(window, "modelUndo")
    qtbot.waitUntil(lambda: grey(window) == [row])
    assert os.path.lexists(bad)
    assert versions(window).chosen_unusable.name == "zebra"
    press(window, "modelRemove")
    qtbot.waitUntil(lambda: message(window) == "zebra was deleted.")
    window.close()
    left = [path.name for path in paths.models.rglob("*") if path.is_file()]
    # Of a folder nobody knows what is in it: it stays in the trash.
    assert [name for name in left if not name.startswith((".", "ant", "bee"))] == (
        ["kept"] if state == "a folder" else []
    )


def test_a_name_in_no_encoding_is_listed_and_goes_to_the_trash(qtbot, paths, make_main_window):
    paths.models.mkdir(parents=True)
    bad = paths.models / "\udcff.safetensors"
    bad.touch()
    window = make_main_window()
    open_models(qtbot, window)
    (row,) = grey(window)
    assert row == r"\udcff: \udcff.safetensors is not a model file, or it is damaged."
    versions(window).choose(bad)
    press(window, "modelRemove")
    qtbot.waitUntil(lambda: message(window) == r"\udcff was deleted.")
    assert grey(window) == []
    assert not bad.exists()


def test_a_model_with_the_name_of_a_shipped_one_is_not_left_out_in_silence(
    qtbot, paths, make_main_window
):
    paths.models.mkdir(parents=True)
    shutil.copy(SHIPPED_MODELS / "small.safetensors", paths.models / "default.safetensors")
    window = make_main_window()
    open_models(qtbot, window)
    assert grey(window) == ["default: A model that came with the program is called default, too."]
    click_grey(window, "default")
    assert button(window, "modelRemove").isEnabled()


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Ship two models only, which a test may spoil."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in ("default", "small"):
        shutil.copy(SHIPPED_MODELS / f"{name}.safetensors", folder)
    monkeypatch.setattr("handdigit.storage.models.model_store.SHIPPED_MODELS", folder)
    return folder


def cut(path):
    path.write_bytes(path.read_bytes()[:-1000])


@pytest.mark.parametrize("spoil", [Path.unlink, cut])
def test_without_the_default_another_answers_and_a_sentence_says_so(
    spoil, shipped, qtbot, make_main_window, seven
):
    spoil(shipped / "default.safetensors")
    window = make_main_window()
    assert window.session.model.name == "small"
    assert "came with the program" in window.status.currentMessage()
    assert "Install handdigit again" in window.status.currentMessage()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)


def spoil_weights(path):
    from dataclasses import replace

    from handdigit.storage.models.model_file import read_model, write_model

    model = read_model(path)
    write_model(path, replace(model, weights=dict(list(model.weights.items())[:1])))


def test_where_the_default_has_the_weights_of_another_the_next_answers(
    shipped, qtbot, make_main_window, seven
):
    spoil_weights(shipped / "default.safetensors")
    window = make_main_window()
    qtbot.waitUntil(lambda: window.session.engine_state.name == "READY", timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: window.session.model.name == "small", timeout=ANSWER_MS)
    assert "default" in window.findChild(QWidget, "complaint").text()
    window.findChild(QWidget, "complaint").close()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)


def test_without_any_model_the_window_starts_and_takes_one(
    shipped, qtbot, make_main_window, seven, tmp_path
):
    for path in shipped.iterdir():
        path.write_bytes(b"")
    window = make_main_window()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "complaint") is not None, timeout=ANSWER_MS)
    window.findChild(QWidget, "complaint").close()
    assert "install handdigit again" in window.status.currentMessage()
    draw(window.canvas, seven)
    open_models(qtbot, window)
    assert [row.partition(":")[0] for row in grey(window)] == ["default", "small"]
    click_grey(window, "small")
    assert not button(window, "modelRemove").isEnabled()
    for action in ("inside", "why", "retrain", "lab", "dial", "time"):
        found = window.findChild(QAction, f"{action}PanelAction")
        assert found is not None, action
        found.trigger()
        qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
    show_panel(qtbot, window, "models")
    mine = tmp_path / "mine.safetensors"
    shutil.copy(SHIPPED_MODELS / "small.safetensors", mine)
    window.panels.currentWidget()
    from handdigit.gui.panels.models.panel import ModelsPanel

    window.findChild(ModelsPanel).import_file(mine)
    qtbot.waitUntil(lambda: message(window) == "mine was imported.")
    press(window, "modelActivate")
    qtbot.waitUntil(lambda: window.session.model.name == "mine", timeout=ANSWER_MS)
    window.session.document.clear()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)


def test_every_model_that_ever_failed_is_listed_one_way_or_the_other(
    qtbot, paths, make_main_window
):
    shutil.copytree(BROKEN, paths.models)
    window = make_main_window()
    open_models(qtbot, window)
    readable = [model.path for model in versions(window).models]
    unusable = [model.path for model in window.library.unusable]
    broken = {paths.models / path.name for path in BROKEN.iterdir()}
    assert broken <= {*readable, *unusable}
    assert len(grey(window)) == len(unusable)
    for path in (*readable, *unusable):
        versions(window).choose(path)  # its details are shown
    for action in ("retrainPanelAction", "dialPanelAction", "timePanelAction"):
        window.findChild(QAction, action).trigger()
        qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
    assert not window.grab().isNull()
