"""Panels, switches, files, models, names: the window around the canvas."""

from __future__ import annotations

import json
import shutil
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QScrollArea,
    QWidget,
)

from handdigit.gui.canvas.tools import DEFAULT_WIDTH
from handdigit.gui.panels.inside.layer_view import BlockView
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.overview_sheet import OverviewSheet
from handdigit.gui.panels.table import PANELS
from handdigit.gui.state.drawing.drawing import BLANK
from handdigit.gui.theme import DARK, HALF, LIGHT, table
from handdigit.gui.widgets.form import MARGIN, TOUCH_SIZE
from handdigit.gui.widgets.picture_view import BAR, Legend
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.inspection.trace import SOFTMAX, every_layer
from handdigit.network.zoo import ZOO
from handdigit.number_format import significant
from handdigit.storage.models.model_file import ModelFile, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import DEFAULT_MODEL
from handdigit.storage.paths import ASSETS
from tests.gui.driving import (
    ANSWER_MS,
    answer,
    draw,
    example,
    open_file,
    position,
    show_panel,
    wait_for_digit,
)

SETTINGS = Path(__file__).parents[1] / "replay" / "settings"
REQUIRED_NAMES = (
    "canvas", "answerDigit", "answerProbability", "probabilityBars", "truthStrip", "insidePanel",
    "modelChooser", "statusDevice", "clearAction", "undoAction", "redoAction",
)  # fmt: skip


def settled(qtbot, window):
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)


@pytest.fixture
def zoo_models(paths):
    """Put an untrained model of every network of the zoo into the user's folder."""
    from handdigit.recognition.network import build_network

    for name, architecture in ZOO.items():
        weights = {k: v.numpy() for k, v in build_network(architecture).state_dict().items()}
        info = ModelInfo(f"raw-{name}", architecture)
        write_model(paths.models / f"raw-{name}.safetensors", ModelFile(info, weights))


@pytest.mark.parametrize("name", REQUIRED_NAMES)
def test_what_others_drive_has_a_name(window, name):
    assert window.findChild(QWidget, name) or window.findChild(QAction, name)


def test_everything_that_can_be_used_has_an_accessible_name(window):
    unnamed = [
        widget
        for kind in (QAbstractButton, QComboBox, OverviewSheet)
        for widget in window.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
        and widget.isVisible()
    ]
    assert unnamed == []


def test_every_action_is_in_a_menu_and_every_shortcut_is_unique(window):
    in_menus = set()
    pending = [action.menu() for action in window.menuBar().actions()]
    while pending:
        for action in pending.pop().actions():
            in_menus.add(action.objectName())
            if action.menu():
                pending.append(action.menu())
    named = [a for a in window.findChildren(QAction) if a.objectName().endswith("Action")]
    assert {a.objectName() for a in named} <= in_menus
    shortcuts = [a.shortcut().toString() for a in named if not a.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts))


def test_the_keys_of_the_panels_are_in_the_order_of_the_tabs(window):
    keys = [
        window.findChild(QAction, f"{entry.key}PanelAction").shortcut().toString()
        for entry in PANELS
    ]
    assert keys == [f"Alt+{key}" for key in "1234567890-"]


@pytest.mark.parametrize(("key", "area"), [("time", "timeScroll"), ("errors", "errorsScroll")])
def test_in_a_small_window_nothing_is_cut_beside_the_scroll_bar(qtbot, window, key, area):
    window.resize(1024, 700)
    show_panel(qtbot, window, key)
    scroll = window.findChild(QScrollArea, area)
    room = window.findChild(QWidget, f"{key}Panel").width() - 2 * MARGIN
    bar = scroll.verticalScrollBar().sizeHint().width()
    assert scroll.widget().minimumSizeHint().width() <= room - bar


def test_inside_shows_the_activations_of_the_recognition(qtbot, window, seven):
    draw(window.canvas, seven)
    settled(qtbot, window)
    activations = window.session.recognition.activations
    network_map = window.findChild(NetworkMap)
    assert tuple(network_map.sheet.probabilities) == window.session.recognition.probabilities
    for column in network_map.columns:
        values = activations[column.stage.name]
        assert np.array_equal(column.values.reshape(-1), values.reshape(-1))
    for number in range(len(network_map.columns) - 1):
        network_map.block_clicked.emit(number)
        for view in window.findChild(BlockView).views:
            values = activations[view.stage.name]
            assert np.array_equal(view.mosaic.values.reshape(-1), values.reshape(-1))
            text = view.findChild(QLabel, "blockRange").text()
            assert text.startswith(f"{values.min():.3g}".replace("-", "−"))


def test_hiding_the_panel_spares_the_activations(qtbot, window, seven):
    draw(window.canvas, seven)
    settled(qtbot, window)
    assert window.session.recognition.activations
    window.panels.hide()
    draw(window.canvas, seven)
    settled(qtbot, window)
    assert not window.session.recognition.activations
    window.panels.show()
    settled(qtbot, window)
    assert window.session.recognition.activations


def test_while_a_stroke_goes_on_only_what_is_on_show_comes_along(qtbot, window, seven):
    settled(qtbot, window)
    places = [position(window.canvas, p.x, p.y) for p in seven.strokes[0].points]
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(window.canvas, button, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(window.canvas, place)
    session, columns = window.session, window.findChild(NetworkMap).columns
    qtbot.waitUntil(lambda: not session.is_waiting and bool(session.recognition.activations))
    on_show = {column.stage.name for column in columns}
    assert session.recognition.activations.keys() == on_show - {SOFTMAX}
    assert all(column.values is not None for column in columns)
    qtbot.mouseRelease(window.canvas, button, pos=places[-1])
    settled(qtbot, window)
    assert session.recognition.activations.keys() == {*every_layer(session.model.info)}


def test_every_network_of_the_zoo_is_shown_completely(qtbot, zoo_models, make_main_window, seven):
    window = make_main_window()
    chooser = window.findChild(QComboBox, "modelChooser")
    draw(window.canvas, seven)
    settled(qtbot, window)
    zoo = [index for index in range(chooser.count()) if chooser.itemText(index).startswith("raw-")]
    assert len(zoo) == len(ZOO)
    for index in zoo:
        chooser.setCurrentIndex(index)
        chooser.activated.emit(index)
        name = chooser.itemText(index)
        qtbot.waitUntil(lambda n=name: window.session.model.name == n, timeout=ANSWER_MS)
        settled(qtbot, window)
        network_map = window.findChild(NetworkMap)
        blocks = [column.block for column in network_map.columns[1:]]
        shown = [layer.name for block in blocks for layer in block.layers]
        assert shown == [p.name for p in window.session.model.info.architecture.plan()], name
        assert all(column.maps for column in network_map.columns), name
        network_map.block_clicked.emit(1 if len(blocks) > 1 else 0)
        for view in window.findChild(BlockView).views:
            assert view.mosaic.values is not None, (name, view.stage.name)


def test_the_truth_strip_shows_what_the_network_was_given(qtbot, window):
    open_file(qtbot, window, ASSETS / "examples" / "three.json")
    settled(qtbot, window)
    strip = window.findChild(QWidget, "truthStrip")
    expected = normalise(window.session.document.drawing)
    assert np.array_equal(strip.normalised.picture, expected.picture)
    fed = window.session.recognition.activations["input"][0]
    info = window.session.model.info
    assert fed == pytest.approx((expected.picture / 255 - info.mean) / info.std, abs=1e-5)


def test_switching_a_step_off_changes_what_is_fed(qtbot, window):
    draw(window.canvas, Ink.from_xy([[(0.1, 0.1), (0.25, 0.1), (0.15, 0.35)]]))
    settled(qtbot, window)
    scaled = window.findChild(QWidget, "truthStrip").normalised
    window.findChild(QCheckBox, "scaleStep").click()
    settled(qtbot, window)
    strip = window.findChild(QWidget, "truthStrip")
    assert strip.normalised.square.shape == (28, 28)
    assert strip.normalised.picture.astype(int).sum() < scaled.picture.astype(int).sum()
    window.findChild(QCheckBox, "scaleStep").click()
    settled(qtbot, window)
    assert np.array_equal(strip.normalised.picture, scaled.picture)


def test_a_drawing_survives_copy_and_paste(qtbot, window, seven):
    draw(window.canvas, seven)
    drawn = window.session.document.drawing
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    copied = json.loads(QGuiApplication.clipboard().mimeData().text())
    assert Ink.from_json(copied) == drawn
    window.session.document.clear()
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_digit(qtbot, window, 7)


@pytest.mark.parametrize("what", ["image", "file", "ink"])
def test_pictures_files_and_inks_can_be_pasted(qtbot, window, seven, what):
    mime = QMimeData()
    if what == "image":
        draw(window.canvas, seven)
        mime.setImageData(window.canvas.image(100))
        window.session.document.clear()
    elif what == "file":
        mime.setUrls([QUrl.fromLocalFile(str(ASSETS / "examples" / "seven.json"))])
    else:
        mime.setText(json.dumps(seven.to_json()))
    QGuiApplication.clipboard().setMimeData(mime)
    window.findChild(QAction, "pasteAction").trigger()
    wait_for_digit(qtbot, window, 7)


def test_bad_input_is_one_sentence_and_the_drawing_stays(qtbot, window, seven, tmp_path):
    draw(window.canvas, seven)
    drawn = window.session.document.drawing
    garbage = tmp_path / "garbage.png"
    garbage.write_bytes(b"garbage")
    open_file(qtbot, window, garbage)
    box = window.findChild(QMessageBox, "complaint")
    assert "garbage.png" in box.text()
    open_file(qtbot, window, tmp_path / "missing.json")
    assert len(window.findChildren(QMessageBox)) == 1, "one dialog at a time"
    assert "missing.json" in box.text()
    box.accept()
    assert window.session.document.drawing == drawn


def test_a_blank_picture_is_refused_and_shows_no_answer(qtbot, window, seven, tmp_path):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    path = tmp_path / "blank.png"
    blank = window.canvas.image(64)
    blank.fill(QColor("white"))
    blank.save(str(path))
    open_file(qtbot, window, path)
    wait_for_digit(qtbot, window, None)


def test_a_broken_model_leaves_the_one_before(qtbot, window, seven, tmp_path):
    from handdigit.storage.models.stored_model import StoredModel

    model = window.session.model
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    broken = tmp_path / "broken.safetensors"
    content = bytearray(model.path.read_bytes())
    broken.write_bytes(bytes(content[: len(content) // 2]))
    with pytest.raises(Exception, match="broken"):
        StoredModel.at(broken)
    nan = tmp_path / "nan.safetensors"
    from handdigit.storage.models.model_file import read_model

    file = read_model(model.path)
    weights = dict(file.weights) | {"conv1.weight": file.weights["conv1.weight"] * np.nan}
    write_model(nan, ModelFile(file.info, weights))
    window.session.use_model(StoredModel.at(nan))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "complaint") is not None)
    assert window.findChild(QComboBox, "modelChooser").currentText() == model.name
    window.session.document.clear()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    window.findChild(QMessageBox, "complaint").accept()


def test_light_and_dark_reach_every_part_and_are_remembered(qtbot, make_main_window):
    def wait_for_card(window, theme):
        base = QPalette.ColorRole.Base
        qtbot.waitUntil(lambda: window.canvas.palette().color(base) == QColor(theme.card))

    window = make_main_window()
    window.findChild(QAction, "darkAppearanceAction").trigger()
    wait_for_card(window, DARK)
    label = window.findChild(QLabel, "networkSummary")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    window.close()
    again = make_main_window()
    wait_for_card(again, DARK)
    again.findChild(QAction, "lightAppearanceAction").trigger()
    wait_for_card(again, LIGHT)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_colour_map_is_monotonic_either_side_of_zero(theme):
    lightness = [QColor.fromRgba(int(argb)).lightnessF() for argb in table(theme)]
    for half in (lightness[HALF::-1], lightness[HALF:]):
        steps = np.diff(half)
        assert (steps <= 0.004).all() or (steps >= -0.004).all()
    assert QColor.fromRgba(int(table(theme)[HALF])).name() == theme.zero


def test_the_pen_width_is_remembered_and_does_not_change_the_answer(qtbot, make_main_window, seven):
    window = make_main_window()
    draw(window.canvas, seven)
    settled(qtbot, window)
    before = window.session.recognition.normalised.picture
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_BracketRight)
    assert window.canvas.pen_width == pytest.approx(0.10)
    assert np.array_equal(normalise(window.session.document.drawing).picture, before)
    window.close()
    assert make_main_window().canvas.pen_width == pytest.approx(0.10)


def test_device_and_reason_are_shown(qtbot, window):
    qtbot.waitUntil(
        lambda: window.findChild(QLabel, "statusDevice").text() != "", timeout=ANSWER_MS
    )
    assert window.findChild(QLabel, "statusDevice").text() == "CPU (as chosen)"
    window.findChild(QAction, "cudaDeviceAction").trigger()
    qtbot.waitUntil(
        lambda: "CUDA" in window.findChild(QLabel, "statusDevice").text(), timeout=ANSWER_MS
    )


def test_saving_writes_an_ink_that_opens_again(qtbot, window, seven, tmp_path, monkeypatch):
    path = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    draw(window.canvas, seven)
    drawn = window.session.document.drawing
    window.findChild(QAction, "saveAction").trigger()
    window.session.document.clear()
    assert window.session.document.drawing == BLANK
    qtbot.waitUntil(lambda: window.status.currentMessage() == f"Saved as {path}.")
    open_file(qtbot, window, path)
    assert window.session.document.drawing == drawn
    assert answer(window) in ("", "7")


def test_a_drawing_is_looked_for_in_the_examples_then_where_the_last_one_was(
    qtbot, make_main_window, tmp_path, monkeypatch
):
    folders = []
    chosen = tmp_path / "elsewhere" / "mine.json"
    chosen.parent.mkdir()
    shutil.copy(ASSETS / "examples" / "seven.json", chosen)

    def choose(_parent, _title, folder, _pattern):
        folders.append(Path(folder))
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window = make_main_window()
    for _ in range(2):
        window.findChild(QAction, "openAction").trigger()
        wait_for_digit(qtbot, window, 7)
    window.close()
    make_main_window().findChild(QAction, "openAction").trigger()
    assert folders == [ASSETS / "examples", chosen.parent, chosen.parent]


def test_no_bar_is_certain_and_no_minus_is_cut(qtbot):
    bars, legend = ProbabilityBars(), Legend()
    bars.show_probabilities([1e-5] * 9 + [1 - 9e-5])
    assert bars.accessibleDescription().startswith("9: 99.9 %, 0: 0.0 %")
    for limit in (0.01234, 1234.5, 1.0):
        legend.show_limit(limit)
        number = legend.fontMetrics().horizontalAdvance("−" + significant(limit, 3))
        assert (legend.sizeHint().width() - BAR[0]) / 2 - 5 >= number


def test_a_second_window_on_the_same_folder_works(qtbot, make_main_window):
    first, second = make_main_window(), make_main_window()
    for window, name in ((first, "two"), (second, "eight")):
        draw(window.canvas, example(name))
    wait_for_digit(qtbot, first, 2)
    wait_for_digit(qtbot, second, 8)


GROUPS = {
    "Understand": ["Inside", "Why", "Map", "Dial", "Lab", "Maximise"],
    "Train": ["Retrain", "Samples", "Time"],
    "Judge": ["Models", "Errors"],
}


@pytest.mark.parametrize(("size", "longer"), [((1280, 800), 1.0), ((1024, 700), 1.4)])
def test_tabs_stand_in_groups_and_none_is_cut(qtbot, window, size, longer):
    tabs = window.panels.tabs
    for tab in tabs:  # other languages need more room
        tab.setText(tab.text() + "n" * round(len(tab.text()) * (longer - 1)))
    window.resize(*size)
    window.divide()
    bar = window.panels.findChild(QWidget, "panelTabs")
    qtbot.waitUntil(lambda: bar.geometry().right() <= window.panels.width() and bar.height() > 40)
    groups = window.panels.findChildren(QWidget, "tabGroup")
    assert [group.accessibleName() for group in groups] == list(GROUPS)
    for group, titles in zip(groups, GROUPS.values(), strict=True):
        inside = group.findChildren(QAbstractButton)
        assert [tab.text().rstrip("n") for tab in inside] == [t.rstrip("n") for t in titles]
        qtbot.waitUntil(lambda g=group: bar.rect().contains(g.geometry()))
        qtbot.waitUntil(lambda tabs=inside: all(map(has_room, tabs)))
        assert all(tab.toolTip() for tab in inside)


def has_room(tab):
    """Tell whether a tab shows all of its word, and can be hit."""
    word = tab.fontMetrics().horizontalAdvance(tab.text())
    return tab.width() > word and tab.height() >= TOUCH_SIZE


def test_tabs_follow_the_keyboard_and_each_says_what_is_there(qtbot, window):
    panels = window.panels
    panels.tabs[0].setFocus()
    for key, title in (
        (Qt.Key.Key_Right, "Why"), (Qt.Key.Key_End, "Errors"), (Qt.Key.Key_Right, "Errors"),
        (Qt.Key.Key_Left, "Models"), (Qt.Key.Key_Home, "Inside"),
    ):  # fmt: skip
        QTest.keyClick(QApplication.focusWidget(), key)
        tab = QApplication.focusWidget()
        assert (tab.text(), tab.isChecked()) == (title, True)
        assert panels.tabText(panels.currentIndex()) == title
        assert panels.currentWidget().isVisible()
        assert window.findChild(QLabel, "panelSubtitle").text() == tab.accessibleDescription()
    QTest.keyClick(panels.tabs[0], Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert panels.tabText(panels.currentIndex()) == "Why"
    QTest.mouseClick(panels.tabs[3], Qt.MouseButton.LeftButton)
    assert window.navigation.panel == "dial"


def test_the_window_reads_from_drawing_to_answer_and_the_canvas_has_the_room(qtbot, window):
    window.resize(1280, 800)
    window.divide()
    qtbot.waitUntil(lambda: window.width() == 1280 and window.panels.width() >= 600)
    parts = (window.canvas, window.panels, window.answer)
    lefts = [part.mapTo(window, QPoint()).x() for part in parts]
    assert lefts == sorted(lefts)
    assert min(window.canvas.width(), window.canvas.height()) >= 360
    before = window.canvas.width()
    window.resize(1900, 1000)
    window.divide()
    qtbot.waitUntil(lambda: window.canvas.width() > before + 150)
    bars = window.findChild(ProbabilityBars)
    centres = bars.row_centres()
    assert len(set(np.diff(centres))) <= 2, "rows are equally high but for a rounded pixel"
    assert 0 < centres[0] < centres[-1] < bars.height()


WIDTHS, HEIGHTS = (950, 1024, 1101, 1280, 1440, 1590), (640, 740, 800, 990)


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param(tuple(zip(WIDTHS, HEIGHTS + HEIGHTS[::-1], strict=False)), id="some"),
        pytest.param(tuple(product(WIDTHS, HEIGHTS)), id="all", marks=pytest.mark.long),
    ],
)
def test_a_window_of_any_size_settles(qtbot, window, seven, sizes):
    """Nothing may change the height that brings the scroll bar that changed it."""
    draw(window.canvas, seven)
    settled(qtbot, window)
    for index in range(len(PANELS)):
        window.panels.setCurrentIndex(index)
        layout = LayoutEvents(window.panels.currentWidget())
        for size in sizes:
            window.resize(*size)
            QApplication.processEvents()
            qtbot.waitUntil(layout.are_over, timeout=ANSWER_MS)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.width() == 1024)


class LayoutEvents(QObject):
    """Notes whether anything in a panel is still being laid out."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._seen = 0
        for widget in (panel, *panel.findChildren(QWidget)):
            widget.installEventFilter(self)

    def are_over(self) -> bool:
        self._seen = 0
        QApplication.processEvents()
        return not self._seen

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self._seen += event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        return False


@pytest.mark.parametrize("settings", sorted(SETTINGS.glob("*.ini")), ids=lambda path: path.stem)
def test_spoiled_settings_fall_back_each_by_itself(qtbot, make_main_window, paths, seven, settings):
    paths.folder.mkdir(parents=True)
    shutil.copy(settings, paths.settings)
    window = make_main_window()
    assert window.tools.pen_width == DEFAULT_WIDTH
    assert window.session.model.name == DEFAULT_MODEL
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
