"""The course: every page sets the window, and its question is answered by doing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from handdigit.gui.course.lab_reading import LabReading
from handdigit.gui.course.page import Page
from handdigit.gui.course.pages import COURSE, page_of
from handdigit.gui.main_window import MainWindow
from handdigit.ink.ink import Ink, Stroke
from handdigit.inspection.trace import Unit
from tests.gui.driving import draw, example, settle, show_panel
from tests.gui.lab_driving import choose, spin

LEFT = Qt.MouseButton.LeftButton


def verdict(window: MainWindow) -> str:
    return window.findChild(QLabel, "questionVerdict").text()


def layers(window: MainWindow) -> Mapping[str, np.ndarray]:
    return window.session.recognition.activations


def look(window: MainWindow, layer: str, place: np.ndarray) -> None:
    """Look at a unit, as a click on its map does."""
    window.navigation.look_at(Unit(layer, tuple(int(i) for i in place)))


def strongest(window: MainWindow) -> None:
    values = layers(window)["conv1"]
    look(window, "conv1", np.unravel_index(values.argmax(), values.shape))


def silent(window: MainWindow) -> None:
    look(window, "relu1", np.argwhere(layers(window)["norm1"] < 0)[0])


def turned(window: MainWindow) -> None:
    look(window, "norm1", np.argwhere(layers(window)["norm1"] * layers(window)["conv1"] < 0)[0])


def mixed(window: MainWindow) -> None:
    look(window, "inc1_b1_conv1", np.array([0, 3, 3]))


def chosen(name: str, box: str = "modelChooser") -> Callable[[MainWindow], None]:
    """Return what chooses an entry at the lower edge with the mouse."""

    def choose_it(window: MainWindow) -> None:
        chooser = window.findChild(QComboBox, box)
        index = next(i for i in range(chooser.count()) if chooser.itemText(i).endswith(name))
        chooser.showPopup()
        view = chooser.view()
        view.scrollTo(chooser.model().index(index, 0))
        at = view.visualRect(chooser.model().index(index, 0)).center()
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
        chooser.hidePopup()

    return choose_it


def typed(number: Callable[[MainWindow], str] | str) -> Callable[[MainWindow], None]:
    """Return what types a wrong number first, then the right one."""

    def type_it(window: MainWindow) -> None:
        line = window.findChild(QLineEdit, "questionNumber")
        for text in ("-123", number if isinstance(number, str) else number(window)):
            line.clear()
            QTest.keyClicks(line, text)
            assert "✓" not in verdict(window)
            QTest.keyClick(line, Qt.Key.Key_Return)

    return type_it


def winner_minus_one(window: MainWindow) -> str:
    return f"{max(window.session.recognition.probabilities) - 1:.2f}"


def stride_of_three(window: MainWindow) -> None:
    spin(window.findChild(QWidget, "labPanel"), "labStride", 3)


def flipped(window: MainWindow) -> None:
    choose(window.findChild(QWidget, "labPanel"), "labOperation", "Convolution (flipped)")


def mean(window: MainWindow) -> None:
    choose(window.findChild(QWidget, "labPanel"), "labOperation", "Mean pooling")


def half_a_three(window: MainWindow) -> None:
    window.session.document.clear()
    points = example("three").strokes[0].points
    draw(window.canvas, Ink((Stroke(points[: len(points) * 7 // 20]),)))


ANSWERS: Mapping[str, Callable[[MainWindow], None]] = MappingProxyType(
    {
        "convolution": strongest,
        "size": stride_of_three,
        "flip": flipped,
        "pooling": mean,
        "activation": silent,
        "dense": chosen("small"),
        "softmax": typed("7850"),
        "lenet5": typed("3"),
        "deeper": chosen("resnet-mini"),
        "receptive-field": mixed,
        "backpropagation": typed(winner_minus_one),
        "training": typed("1875"),
        "overfitting": chosen("network3-dropout"),
        "batch-norm": turned,
        "ensembles": chosen("2", "memberChooser"),
        "evaluation": half_a_three,
    }
)


def go_through(qtbot: QtBot, window: MainWindow, page: Page) -> str:
    """Set the window with a page's button, answer its question, and return what is said."""
    scene = page.scene
    assert scene is not None
    window.findChild(QWidget, "guideSheet").open(page)
    QTest.mouseClick(window.findChild(QWidget, "showMe"), LEFT)
    if scene.model is not None:
        qtbot.waitUntil(lambda: window.session.model.name == scene.model)
    if scene.digit is not None:
        qtbot.waitUntil(lambda: window.session.recognition.label == str(scene.digit))
    if scene.unit is not None:
        qtbot.waitUntil(lambda: window.navigation.unit == scene.unit)
        qtbot.waitUntil(lambda: scene.unit.layer in layers(window))
    if scene.panel == "inside":
        names = {planned.name for planned in window.session.model.info.architecture.plan()}
        qtbot.waitUntil(lambda: names <= set(layers(window)))
    assert window.navigation.panel == scene.panel
    qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
    if scene.lab is not None:
        assert {k: v for k, v in asdict(scene.lab).items() if v is not None}.items() <= asdict(
            LabReading(window).task()
        ).items()
    settle(qtbot, window)
    assert verdict(window) in ("", "✓ Done before. Do it again if you like."), page.key
    ANSWERS[page.key](window)
    qtbot.waitUntil(lambda: "Right" in verdict(window))
    return verdict(window)


@pytest.fixture
def course(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.findChild(QWidget, "welcome") is not None)
    window.findChild(QAction, "courseAction").trigger()
    assert window.findChild(QWidget, "guideDock").isVisible()
    return window


def test_every_page_sets_the_window_and_is_answered_by_doing(qtbot, course):
    assert {page.key for page in COURSE} == set(ANSWERS)
    for page in COURSE:
        said = go_through(qtbot, course, page)
        assert "{" not in said
    chooser = course.findChild(QComboBox, "guidePages")
    ticked = [chooser.itemText(i) for i in range(chooser.count()) if "✓" in chooser.itemText(i)]
    assert len(ticked) == len(COURSE)


def test_a_wrong_place_is_told_with_its_numbers_and_no_verdict_stays(qtbot, course):
    go_through(qtbot, course, next(page for page in COURSE if page.key == "convolution"))
    values = layers(course)["conv1"]
    channel = course.navigation.unit.position[0]
    row, column = np.unravel_index(values[channel].argmin(), values[channel].shape)
    look(course, "conv1", (channel, row, column))
    found, largest = (f"{x:.2f}".replace("-", "−") for x in (values[channel].min(), values.max()))
    assert verdict(course) == f"Not yet: {found} here, {largest} is the largest on this map."
    strongest(course)
    assert "✓ Right" in verdict(course)
    course.navigation.set_unit(None)
    assert verdict(course) == "✓ Done before. Do it again if you like."


def set_scene(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.findChild(QWidget, "guideSheet").open(page_of(key))
    QTest.mouseClick(window.findChild(QWidget, "showMe"), LEFT)
    qtbot.waitUntil(lambda: window.session.model.name == (page_of(key).scene.model or "default"))
    settle(qtbot, window)


def test_the_lab_is_judged_when_all_of_a_choice_is_set(qtbot, course):
    """A choice sets several boxes: what is between has no output that anybody sees."""
    show_panel(qtbot, course, "lab")
    lab = course.findChild(QWidget, "labPanel")
    choose(lab, "labOperation", "Cross-correlation")
    choose(lab, "labPadding", "Full")
    set_scene(qtbot, course, "size")
    assert verdict(course) == "", "nothing was tried yet"
    spin(lab, "labStride", 4)
    qtbot.waitUntil(lambda: verdict(course) == "Not yet: the output is 1 × 1.")
    source = lab.findChild(QComboBox, "labSource")
    reading, found = LabReading(course), []
    reading.changed.connect(lambda: found.append(reading.task()))
    spin(lab, "labStride", 3)
    choose(lab, "labPadding", "Same size")
    qtbot.waitUntil(lambda: bool(found))
    found.clear()
    source.activated.emit(source.currentIndex())  # the same example, from the beginning
    qtbot.waitUntil(lambda: bool(found))
    assert {(task.padding, task.stride) for task in found} == {("valid", 1)}
    qtbot.waitUntil(lambda: verdict(course) == "Not yet: the output is 4 × 4.")


def test_after_two_wrong_numbers_there_is_a_clue_and_the_answer_can_be_seen(qtbot, course):
    set_scene(qtbot, course, "softmax")
    line, solve = (course.findChild(QWidget, name) for name in ("questionNumber", "questionSolve"))
    for times, said in (
        (1, "Not yet: it is another number."),
        (2, "Not yet: it is another number. Multiply the pixels by the digits"),
    ):
        line.clear()
        QTest.keyClicks(line, "999")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert verdict(course).startswith(said)
        assert solve.isVisible() is (times == 2)
    QTest.mouseClick(solve, LEFT)
    assert verdict(course) == "784 · 10 weights and 10 biases are 7,850 parameters."
    chooser = course.findChild(QComboBox, "guidePages")
    assert "✓" not in chooser.currentText(), "seeing it is not finding it"
    line.clear()
    QTest.keyClicks(line, "7850")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Right: 784 · 10" in verdict(course)
    assert not solve.isVisible()


def test_a_network_is_counted_once_in_what_is_said_of_it(qtbot, course, seven):
    set_scene(qtbot, course, "dense")
    draw(course.canvas, seven)
    qtbot.waitUntil(lambda: verdict(course) == "Not yet: dense-100 has no convolution.")


def test_models_and_why_show_what_the_scene_sets_and_not_what_was_chosen_before(
    qtbot, course, seven
):
    draw(course.canvas, seven)
    course.navigation.explain(7)
    course.navigation.show_panel("models")
    qtbot.waitUntil(lambda: course.panels.currentWidget().is_made)
    listed = course.findChild(QWidget, "versionList")
    listed.choose(next(model.path for model in listed.models if model.name == "small"))
    set_scene(qtbot, course, "overfitting")
    qtbot.waitUntil(lambda: listed.chosen.name == "dense-100")
    assert listed.viewport().rect().intersects(listed.visualRect(listed.currentIndex()))
    set_scene(qtbot, course, "softmax")
    assert course.findChild(QComboBox, "whyTarget").currentText() == "the answer"
    course.findChild(QWidget, "guideDock").close()
    qtbot.waitUntil(lambda: course.navigation.question == 7)


def test_a_help_text_takes_the_room_that_there_is_in_lines_of_one_height(qtbot, course):
    course.resize(1284, 722)
    course.findChild(QWidget, "guideSheet").open(page_of("answers"))
    text = course.findChild(QTextBrowser, "guideText")
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() == 0)
    block, heights = text.document().begin().next(), set()
    while block.isValid():
        layout = block.layout()
        tops = [layout.lineAt(n).y() for n in range(layout.lineCount())]
        heights |= {round(below - above) for above, below in pairwise(tops)}
        block = block.next()
    assert len(heights) == 1


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_the_text_has_room_beside_panel_and_drawing(qtbot, window, size):
    qtbot.waitUntil(lambda: window.findChild(QWidget, "welcome") is not None)
    window.resize(*size)
    window.findChild(QAction, "courseAction").trigger()
    dock, text = (window.findChild(QWidget, name) for name in ("guideDock", "guideText"))
    qtbot.waitUntil(lambda: window.minimumSize().width() <= size[0])
    window.resize(*size)
    qtbot.waitUntil(lambda: text.width() >= 170)
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() == 0)
    assert (window.width(), window.height()) == size
    assert dock.height() >= size[1] - 60
    assert window.panels.width() >= 430
    is_narrow = size[0] == 1024
    assert window.answer.isHidden() is is_narrow
    assert window.findChild(QLabel, "guideAnswer").isVisible() is is_narrow
    dock.close()
    assert window.answer.isVisible()


def test_the_page_says_what_it_sets_and_closing_brings_everything_back(qtbot, course, seven):
    window = course
    draw(window.canvas, seven)
    window.navigation.show_panel("why")
    before, drawing = window.session.model.path, window.session.document.drawing
    page = next(page for page in COURSE if page.key == "activation")
    window.findChild(QWidget, "guideSheet").open(page)
    said = window.findChild(QLabel, "questionSets").text()
    assert said == "Sets: network small, a sample 3, Inside."
    go_through(qtbot, window, page)
    assert window.session.document.drawing != drawing
    window.findChild(QWidget, "guideDock").close()
    assert window.session.document.drawing == drawing
    assert window.navigation.panel == "why"
    qtbot.waitUntil(lambda: window.session.model.path == before)


def test_what_one_draws_oneself_in_the_course_stays(qtbot, course):
    go_through(qtbot, course, next(page for page in COURSE if page.key == "evaluation"))
    mine = course.session.document.drawing
    course.findChild(QWidget, "guideDock").close()
    assert course.session.document.drawing == mine


def test_what_is_done_stays_done_and_the_network_comes_back(qtbot, make_main_window):
    window = make_main_window()
    before = window.session.model.name
    qtbot.waitUntil(lambda: window.findChild(QWidget, "welcome") is not None)
    window.findChild(QAction, "courseAction").trigger()
    lenet = next(page for page in COURSE if page.key == "lenet5")
    go_through(qtbot, window, lenet)
    assert window.navigation.unit is not None, "Esc belongs to what has the focus"
    QTest.keyClick(window.findChild(QWidget, "guideText"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.session.model.name == before)
    window.close()
    again = make_main_window()
    qtbot.waitUntil(lambda: again.findChild(QWidget, "welcome") is not None)
    again.findChild(QAction, "courseAction").trigger()
    chooser = again.findChild(QComboBox, "guidePages")
    assert chooser.itemText(chooser.findData("lenet5")).startswith("✓")
    assert not chooser.itemText(chooser.findData("training")).startswith("✓")


def test_a_network_that_a_page_shows_is_not_what_the_next_start_begins_with(
    qtbot, course, make_main_window
):
    library, before = course.library, course.session.model.name
    lenet = next(page for page in COURSE if page.key == "lenet5")
    go_through(qtbot, course, lenet)
    assert library.previous is not None
    assert library.previous.name == before
    course.close()
    assert make_main_window().session.model.name == before
