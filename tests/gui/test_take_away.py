"""What is seen goes out of the window: copied, saved, dragged."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget

from handdigit.gui.widgets.picture_export import MARGIN, Caption, image_of
from handdigit.ink.ink import Ink
from handdigit.inspection.trace import Unit
from handdigit.storage.atomic import remove_leftovers
from tests.gui.driving import draw, wait_for_digit


@pytest.fixture
def drawn(qtbot, window, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    return window


def open_menu(window, view) -> QMenu:
    """Click with the right button, as the platform tells a widget of it."""
    reason, at = QContextMenuEvent.Reason.Mouse, QPoint(9, 9)
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    menu = window.findChild(QMenu, "viewMenu")
    assert menu.isVisible()
    return menu


def choose(menu: QMenu, name: str) -> None:
    menu.findChild(object, name).trigger()
    menu.close()


def ask_path(monkeypatch, path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_view_is_saved_at_any_scale_with_what_it_is_below(qtbot, drawn, tmp_path, monkeypatch):
    answer = drawn.answer
    for name, ending in (("savePng1Action", "png"), ("savePng4Action", "png")):
        path = tmp_path / f"{name}.{ending}"
        ask_path(monkeypatch, path)
        with qtbot.waitSignal(drawn.take_away.told):
            choose(open_menu(drawn, answer), name)
    with Image.open(tmp_path / "savePng1Action.png") as once:
        with Image.open(tmp_path / "savePng4Action.png") as four:
            assert four.size == tuple(4 * side for side in once.size)
        assert once.height > answer.height() + 2 * answer.fontMetrics().height()
    path = tmp_path / "answer.svg"
    ask_path(monkeypatch, path)
    with qtbot.waitSignal(drawn.take_away.told):
        choose(open_menu(drawn, answer), "saveSvgAction")
    svg = ElementTree.parse(path).getroot()
    texts = {element.text.strip() for element in svg.iter() if (element.text or "").strip()}
    assert "Answer" in texts
    assert any("model default · read as 7, " in text for text in texts)


def test_the_keys_copy_what_is_pointed_at_or_has_the_focus(qtbot, drawn):
    clipboard = QGuiApplication.clipboard()
    expected = image_of(drawn.truth_strip, drawn.take_away.caption(drawn.truth_strip), 2).size()
    box = drawn.findChild(QWidget, "scaleStep")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    drawn.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    QTest.keyClick(
        drawn, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: clipboard.image().size() == expected)
    assert drawn.status.currentMessage() == "Copied as a picture: What the network gets."


def test_the_caption_names_panel_unit_model_and_answer(qtbot, drawn):
    panel = drawn.findChild(QWidget, "insidePanel")
    drawn.navigation.look_at(Unit("conv2", (3, 5, 6)))
    facts = drawn.take_away.caption(panel).facts
    assert facts[:3] == ("Inside", "conv2[3; 5, 6]", "model default")
    assert facts[3].startswith("read as 7, ")
    assert "Inside" not in drawn.take_away.caption(drawn.canvas).facts
    sentence = drawn.findChild(QLabel, "networkSummary").text()
    part = drawn.findChild(QWidget, "networkMap")
    assert sentence in drawn.take_away.caption(part).facts
    assert sentence not in facts


def test_the_file_menu_saves_the_view_with_the_focus(qtbot, drawn, tmp_path, monkeypatch):
    path = tmp_path / "view.png"
    ask_path(monkeypatch, path)
    drawn.findChild(QWidget, "scaleStep").setFocus(Qt.FocusReason.TabFocusReason)
    drawn.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    expected = image_of(drawn.truth_strip, drawn.take_away.caption(drawn.truth_strip), 2).size()
    with qtbot.waitSignal(drawn.take_away.told):
        drawn.findChild(QAction, "saveViewAction").trigger()
    with Image.open(path) as saved:
        assert saved.size == expected.toTuple()


def test_a_narrow_view_gets_room_for_its_caption(drawn):
    label = drawn.answer.digit
    image = image_of(label, Caption("word " * 60), 1)
    assert image.width() > label.width()
    assert image.height() > label.height() + 5 * label.window().fontMetrics().height()


def test_no_line_leads_out_of_the_picture_of_a_network(qtbot, drawn):
    view = drawn.findChild(QWidget, "networkOverview")
    qtbot.waitUntil(lambda: bool(view.bar_lines and view.bar_lines.lines))
    image = image_of(view, Caption("network"), 1)
    edge = MARGIN + view.width() - 2
    colours = {image.pixelColor(edge, MARGIN + y).name() for y in range(view.height())}
    assert colours == {view.theme.card}
    seen = view.grab().toImage()
    window = {seen.pixelColor(view.width() - 2, y).name() for y in range(view.height())}
    assert len(window) > 1, "in the window the lines lead to the bars"


@pytest.fixture
def dragged(monkeypatch) -> list[dict[str, object]]:
    """Take down what is dragged; the drag itself belongs to the platform."""
    found: list[dict[str, object]] = []

    def note(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        mime = drag.mimeData()
        files = {url.fileName(): Path(url.toLocalFile()).read_bytes() for url in mime.urls()}
        folder = str(Path(mime.urls()[0].toLocalFile()).parent)
        found.append(
            {"folder": folder, "text": mime.text(), "image": mime.imageData(), "files": files}
        )
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", note)
    return found


def drag(widget: QWidget) -> None:
    middle = widget.rect().center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, left, none, middle)
    for step in (3, 20, 40):
        QTest.mouseMove(widget, middle + QPoint(step, 0))


def test_the_answer_is_dragged_as_text_and_picture(qtbot, drawn, dragged):
    drag(drawn.answer.digit)
    qtbot.waitUntil(lambda: bool(dragged))
    assert dragged[0]["text"] == "7"
    assert dragged[0]["files"]["answer.png"].startswith(b"\x89PNG")
    drawn.close()
    assert not Path(dragged[0]["folder"]).exists()


def test_the_files_of_another_window_stay(qtbot, make_main_window, paths, seven, dragged):
    windows = [make_main_window() for _ in range(2)]
    for count, window in enumerate(windows, start=1):
        draw(window.canvas, seven)
        wait_for_digit(qtbot, window, 7)
        drag(window.answer.digit)
        qtbot.waitUntil(lambda count=count: len(dragged) == count)
    first, second = (Path(drag["folder"]) for drag in dragged)
    remove_leftovers(paths.folder, below=True)  # as a third one does at its start
    assert first.is_dir()
    windows[0].close()
    assert not first.exists()
    assert list(second.iterdir()) == [second / "answer.png"]
    windows[1].close()
    assert not paths.dragged.exists()


def test_a_window_in_another_language_keeps_what_was_dragged(qtbot, drawn, dragged):
    drag(drawn.answer.digit)
    qtbot.waitUntil(lambda: bool(dragged))
    with qtbot.waitSignal(drawn.replaced) as replaced:
        drawn.set_language("zh_CN")
    another = replaced.args[0]
    assert Path(dragged[0]["folder"]).is_dir()
    another.close()
    assert not Path(dragged[0]["folder"]).exists()


def test_the_drawing_is_dragged_as_picture_and_strokes(qtbot, drawn, dragged):
    drag(drawn.truth_strip)
    qtbot.waitUntil(lambda: bool(dragged))
    assert (
        Ink.from_json(json.loads(dragged[0]["files"]["drawing.ink.json"]))
        == drawn.session.document.drawing
    )
    assert dragged[0]["image"].height() == 512
    assert set(dragged[0]["files"]) == {"drawing.png", "drawing.ink.json"}


def test_nothing_is_dragged_where_there_is_nothing_or_the_button_is_up(qtbot, window, dragged):
    drag(window.answer.digit)
    drag(window.truth_strip)
    middle = window.answer.digit.rect().center()
    QTest.mouseClick(window.answer.digit, Qt.MouseButton.LeftButton, pos=middle)
    assert dragged == []
