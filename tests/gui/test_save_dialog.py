"""What is saved replaces no file unasked, whatever ending was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from handdigit.gui.state.drawing.exchange import read_drawing
from handdigit.gui.widgets.question import ask_where_to_save
from handdigit.storage.samples.exchange import PICTURES, idx_files
from tests.gui.driving import draw, show_panel


@pytest.fixture
def qt_settings(tmp_path, monkeypatch):
    """Let Qt's own dialog keep its settings where they go with the test."""
    form, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    file = QSettings(form, scope, "QtProject").fileName()
    QSettings.setPath(form, scope, str(tmp_path / "qt"))
    yield
    QSettings.setPath(form, scope, file.rpartition("/")[0])


@pytest.fixture
def answer_dialog(qapp, qt_settings):
    """Return a function that has the next save dialog answered, and a list of what stood there."""
    timer, names, stood = QTimer(), [], []

    def type_name():
        dialog = QApplication.activeModalWidget()
        if names and isinstance(dialog, QFileDialog):
            edit, name = dialog.findChild(QLineEdit, "fileNameEdit"), names.pop(0)
            stood.append(edit.text())
            if name is None:
                dialog.reject()
                return
            edit.setText(name)
            QTimer.singleShot(0, dialog.accept)

    timer.timeout.connect(type_name)
    timer.start(10)
    yield lambda name: names.append(None if name is None else str(name)), stood
    timer.stop()
    assert not names


@pytest.fixture
def name_file(monkeypatch):
    """Return a function that names what the next dialogs return."""

    def name(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return name


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def question():
    """Return the question whether to replace a file, None where nobody asks."""
    boxes = [w for w in QApplication.topLevelWidgets() if w.objectName() == "replaceQuestion"]
    return next((box for box in boxes if box.isVisible()), None)


def consent():
    question().findChild(QAbstractButton, "replaceConfirm").click()


def decline():
    question().button(QMessageBox.StandardButton.Cancel).click()


def test_the_file_that_is_really_written_is_asked_about(
    qtbot, window, seven, tmp_path, answer_dialog
):
    answer_next, stood = answer_dialog
    file = tmp_path / "digit.ink.json"
    file.write_text("precious")
    draw(window.canvas, seven)
    save = window.findChild(QAction, "saveAction")
    answer_next(tmp_path / "digit")
    save.trigger()
    qtbot.waitUntil(lambda: question() is not None)
    assert question().text() == "Replace digit.ink.json?"
    answer_next(None)
    decline()
    qtbot.waitUntil(lambda: stood == ["digit.ink.json", "digit.ink.json"])
    assert file.read_text() == "precious"
    answer_next(tmp_path / "digit.v2")
    save.trigger()
    other = tmp_path / "digit.v2.ink.json"
    qtbot.waitUntil(lambda: window.status.currentMessage() == f"Saved as {other}.")
    assert (file.read_text(), question()) == ("precious", None)
    answer_next(file)
    save.trigger()
    qtbot.waitUntil(lambda: question() is not None)
    consent()
    qtbot.waitUntil(lambda: window.status.currentMessage() == f"Saved as {file}.")
    assert read_drawing(file) == window.session.document.drawing


def test_a_recipe_replaces_no_other_unasked(qtbot, window, tmp_path, name_file):
    file = tmp_path / "out.toml"
    file.write_text("precious")
    show_panel(qtbot, window, "retrain")
    qtbot.waitUntil(lambda: window.findChild(QAction, "recipeExport") is not None)
    name_file(tmp_path / "out")
    window.findChild(QAction, "recipeExport").trigger()
    qtbot.waitUntil(lambda: question() is not None)
    assert file.read_text() == "precious"
    consent()
    qtbot.waitUntil(lambda: "network" in file.read_text())


@pytest.mark.parametrize(
    ("typed", "there", "endings", "written"),
    [
        ("m", "m.safetensors", (".safetensors",), None),
        ("m.csv", "m.csv", (".csv",), None),
        ("own", "own.jsonl", (".jsonl", ".jsonl.gz"), None),
        ("own.jsonl.gz", "own.jsonl.gz", (".jsonl", ".jsonl.gz"), None),
        ("own", f"own-{PICTURES}", ("",), idx_files),
        (f"own-{PICTURES}.gz", "own-labels-idx1-ubyte.gz", ("",), idx_files),
    ],
)
def test_any_kind_of_file_is_asked_about(
    parent, tmp_path, name_file, typed, there, endings, written
):
    chosen = []
    name_file(tmp_path / typed)

    def save():
        ask_where_to_save(parent, "Save", "x", "*", chosen.append, endings=endings, written=written)

    save()
    assert question() is None
    (path,) = chosen
    assert (tmp_path / there) in (written(path) if written else (path,))
    (tmp_path / there).write_text("precious")
    save()
    assert question().text() == f"Replace {there}?"
    assert chosen == [path]
    consent()
    assert chosen == [path, path]


def test_a_link_that_leads_nowhere_is_asked_about(parent, tmp_path, name_file):
    chosen = []
    (tmp_path / "m.csv").symlink_to(tmp_path / "away")
    name_file(tmp_path / "m")
    ask_where_to_save(parent, "Save", "x", "*", chosen.append, endings=(".csv",))
    name_file("")
    decline()
    assert chosen == []


def test_a_question_that_goes_with_its_window_opens_no_dialog(parent, tmp_path, monkeypatch):
    opened, chosen = [], []
    (tmp_path / "m.csv").write_text("precious")

    def ask_for_name(*_):
        opened.append(1)
        return str(tmp_path / "m"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask_for_name)
    ask_where_to_save(parent, "Save", "x", "*", chosen.append, endings=(".csv",))
    QApplication.closeAllWindows()
    assert question() is None
    assert (opened, chosen) == ([1], [])


def test_return_alone_replaces_nothing(parent, name_file, tmp_path):
    path = tmp_path / "digit.json"
    path.touch()
    name_file(path)
    saved = []
    ask_where_to_save(parent, "Save", "digit.json", "", saved.append)
    name_file("")  # the dialog that comes back is cancelled
    QTest.keyClick(question(), Qt.Key.Key_Return)
    assert saved == []
