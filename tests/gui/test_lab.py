"""The Lab, driven as a person would; what it computes is torch's."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from torch.nn import functional

from handdigit.gui.panels.lab.experiment import Experiment, parse_number
from handdigit.gui.panels.lab.grid import Grid
from handdigit.gui.theme import Theme
from handdigit.number_format import with_decimals
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit
from tests.gui.lab_driving import (
    EDGE,
    LEFT,
    centre,
    choose,
    choose_example,
    click,
    grid,
    open_topic,
    plain,
    spin,
    text,
    type_weight,
    values,
)


@pytest.fixture
def lab(qtbot, window):
    show_panel(qtbot, window, "lab")
    panel = window.findChild(QWidget, "labPanel")
    assert panel.isVisible()
    return panel


def torchs(picture: np.ndarray, kernel: np.ndarray, **sliding) -> np.ndarray:
    tensors = (torch.from_numpy(a.copy())[None, None] for a in (picture, kernel))
    return functional.conv2d(*tensors, **sliding)[0, 0].numpy()


def test_the_textbook_edge_with_every_number(qtbot, lab):
    choose_example(lab)
    expected = np.repeat([[0.0, 30, 30, 0]], 4, axis=0)
    assert np.array_equal(values(lab, "labOutput"), expected)
    assert text(lab, "labSizeFormula") == "(6 − 3)/1 + 1 = 4"
    assert text(lab, "labParameters") == "1·3·3 + 1 = 10 parameters"
    assert text(lab, "labDenseParameters") == "36·16 + 16 = 592 parameters"
    click(lab, "labOutput", 2, 1)
    assert text(lab, "labPlace") == "row 2, column 1"
    row = "10 · 1 + 10 · 0 + 0 · (−1)"
    qtbot.waitUntil(lambda: plain(lab, "labTerms") == f"{row} + {row} + {row}")
    assert text(lab, "labSum") == "sum = 30"
    for row in (1, 0):  # a pointer that is there already does not move
        QTest.mouseMove(grid(lab, "labOutput"), centre(lab, "labOutput", row, 0))
    qtbot.waitUntil(lambda: text(lab, "labSum") == "sum = 0")


def test_stride_and_padding_and_what_the_floor_drops(qtbot, window, lab, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    spin(lab, "labStride", 2)
    choose(lab, "labPadding", "A number")
    spin(lab, "labPaddingAmount", 1)
    formula = "(28 + 2·1 − 3)/2 + 1 = 14.5 → 14; the floor drops 1 row and column"
    assert text(lab, "labSizeFormula") == formula
    assert text(lab, "labDenseParameters") == "784·196 + 196 = 153,860 parameters"
    picture = window.session.recognition.normalised.picture / 255
    assert np.array_equal(values(lab, "labInput"), picture)
    expected = torchs(picture, values(lab, "labKernelGrid"), stride=2, padding=1)
    np.testing.assert_allclose(values(lab, "labOutput"), expected, atol=1e-12)
    spin(lab, "labDilation", 3)
    assert text(lab, "labSizeFormula").startswith("(28 + 2·1 − 3·(3 − 1) − 1)/2 + 1 = 12.5 → 12")


def test_a_typed_weight_changes_the_output(qtbot, lab):
    choose_example(lab)
    type_weight(lab, 0, 2, "1/4")
    assert lab.findChild(QComboBox, "labKernel").currentText() == "Own"
    kernel = np.array([[1, 0, 0.25], [1, 0, -1], [1, 0, -1]])
    assert np.array_equal(values(lab, "labKernelGrid"), kernel)
    np.testing.assert_allclose(values(lab, "labOutput"), torchs(EDGE, kernel))
    type_weight(lab, 0, 0, "nonsense")
    assert np.array_equal(values(lab, "labKernelGrid"), kernel)


def test_the_kernel_is_reached_and_edited_by_keyboard(qtbot, lab):
    choose_example(lab)
    kernel = grid(lab, "labKernelGrid")
    kernel.setFocus()
    QTest.keyClick(kernel, Qt.Key.Key_Right)
    QTest.keyClick(kernel, Qt.Key.Key_Down)
    QTest.keyClicks(kernel, "7")
    editor = lab.findChild(QLineEdit, "labCellEditor")
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert values(lab, "labKernelGrid")[1, 1] == 8
    QTest.keyClick(editor, Qt.Key.Key_Tab)  # the next cell, which keeps its value
    assert kernel.current == (1, 2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(kernel, Qt.Key.Key_Left)
    QTest.keyClick(kernel, Qt.Key.Key_Delete)
    expected = np.repeat([[1.0, 0, -1]], 3, axis=0)
    assert np.array_equal(values(lab, "labKernelGrid"), expected)


def test_delete_in_a_cell_does_not_clear_the_canvas(qtbot, window, lab, seven):
    draw(window.canvas, seven)
    drawing = window.session.document.drawing
    kernel = grid(lab, "labKernelGrid")
    kernel.setFocus()
    QTest.keyClick(kernel, Qt.Key.Key_Delete)
    assert values(lab, "labKernelGrid")[0, 0] == 0
    assert window.session.document.drawing is drawing


def test_an_untouched_cell_keeps_all_its_digits(qtbot, lab):
    choose(lab, "labKernel", "Box (mean)")
    click(lab, "labKernelGrid", 0, 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert (values(lab, "labKernelGrid") == 1 / 9).all()
    assert lab.findChild(QComboBox, "labKernel").currentText() == "Box (mean)"


def test_convolution_turns_an_asymmetric_kernel(qtbot, window, lab, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    for column, typed in enumerate(("1", "2", "-3.5")):
        type_weight(lab, 0, column, typed)
    picture, kernel = values(lab, "labInput"), values(lab, "labKernelGrid")
    straight = torchs(picture, kernel, padding=1)
    np.testing.assert_allclose(values(lab, "labOutput"), straight, atol=1e-12)
    assert not grid(lab, "labTurnedKernel").isVisible()
    choose(lab, "labOperation", "Convolution (flipped)")
    turned = torchs(picture, np.flip(kernel), padding=1)
    np.testing.assert_allclose(values(lab, "labOutput"), turned, atol=1e-12)
    assert not np.allclose(straight, turned)
    assert np.array_equal(values(lab, "labTurnedKernel"), np.flip(kernel))
    assert grid(lab, "labTurnedKernel").isVisible()


def test_pooling_shows_its_winner_and_its_mean(qtbot, lab):
    choose(lab, "labSource", "Own grid")
    own = grid(lab, "labInput")
    own.setFocus()
    QTest.keyClicks(own, "5")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert values(lab, "labInput")[0, 0] == 5
    spin(lab, "labKernelSize", 2)
    choose(lab, "labOperation", "Max pooling")
    picture = torch.from_numpy(values(lab, "labInput").copy())[None]
    expected = functional.max_pool2d(picture, 2)[0].numpy()
    assert np.array_equal(values(lab, "labOutput"), expected)
    click(lab, "labOutput", 0, 0)
    assert text(lab, "labSum") == "largest = 5"
    assert "<b>5</b>" in text(lab, "labTerms")
    assert text(lab, "labParameters") == "none: pooling has no weights"
    choose(lab, "labOperation", "Mean pooling")
    expected = functional.avg_pool2d(picture, 2)[0].numpy()
    assert np.array_equal(values(lab, "labOutput"), expected)
    assert text(lab, "labSum") == "mean = 5 / 4 = 1.25"
    choose(lab, "labPadding", "Full")
    assert "at most half" not in text(lab, "labNote")  # 1 is half of 2
    spin(lab, "labKernelSize", 3)
    assert "at most half" in text(lab, "labNote")


def test_the_small_grid_is_painted_by_dragging(qtbot, lab):
    choose(lab, "labSource", "Own grid")
    own = grid(lab, "labInput")
    places = [centre(lab, "labInput", 0, column) for column in range(3)]
    QTest.mousePress(own, LEFT, Qt.KeyboardModifier.NoModifier, places[0])
    for place in places[1:]:
        QTest.mouseMove(own, place)
    QTest.mouseRelease(own, LEFT, Qt.KeyboardModifier.NoModifier, places[-1])
    assert values(lab, "labInput")[0].tolist() == [1, 1, 1, 0, 0, 0, 0, 0]
    click(lab, "labInput", 0, 1)
    assert values(lab, "labInput")[0].tolist() == [1, 0, 1, 0, 0, 0, 0, 0]
    spin(lab, "labInputSize", 12)
    assert values(lab, "labInput").shape == (12, 12)
    assert text(lab, "labOutputCaption") == "Output 12 × 12"


def test_a_signal_has_one_dimension(qtbot, lab):
    choose(lab, "labSource", "Signal (1-D)")
    kernels = lab.findChild(QComboBox, "labKernel")
    assert kernels.findText("Gaussian") >= 0
    assert kernels.findText("Sobel →") < 0
    choose(lab, "labKernel", "Gaussian")
    spin(lab, "labKernelSize", 5)
    row, kernel = values(lab, "labInput"), values(lab, "labKernelGrid")
    assert row.shape == (1, 16)
    assert (kernel * 16).tolist() == [[1, 4, 6, 4, 1]]
    expected = torchs(row, kernel, padding=(0, 2))
    np.testing.assert_allclose(values(lab, "labOutput"), expected)
    assert text(lab, "labParameters") == "1·5 + 1 = 6 parameters"
    click(lab, "labInput", 0, 3)
    QTest.keyClicks(QApplication.focusWidget(), "9")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert values(lab, "labInput")[0, 3] == 9


def test_the_kernel_slides_steps_and_stops(qtbot, lab):
    choose_example(lab)
    step, back = (lab.findChild(QToolButton, name) for name in ("labStep", "labStepBack"))
    assert text(lab, "labPlace") == "row 0, column 1"  # the first with the largest output
    QTest.mouseClick(back, LEFT)
    assert text(lab, "labPlace") == "row 0, column 0"
    QTest.mouseClick(step, LEFT)
    QTest.keyClick(step, Qt.Key.Key_Space)
    QTest.mouseClick(back, LEFT)
    assert text(lab, "labPlace") == "row 0, column 1"
    play = lab.findChild(QPushButton, "labPlay")
    QTest.mouseClick(play, LEFT)
    assert play.text() == "Pause"
    qtbot.waitUntil(lambda: text(lab, "labPlace") == "row 0, column 3", timeout=ANSWER_MS)
    click(lab, "labOutput", 3, 3)  # a click stops it there
    assert play.text() == "Play"
    assert text(lab, "labPlace") == "row 3, column 3"
    output = grid(lab, "labOutput")
    QTest.keyClick(output, Qt.Key.Key_Left)
    assert text(lab, "labSum") == "sum = 30"


def test_playing_ends_when_the_panel_is_left(qtbot, window, lab):
    choose_example(lab)
    play = lab.findChild(QPushButton, "labPlay")
    QTest.mouseClick(play, LEFT)
    show_panel(qtbot, window, "inside")
    assert play.text() == "Play"


def test_what_cannot_be_is_explained(qtbot, lab):
    choose(lab, "labSource", "Own grid")
    choose(lab, "labPadding", "Valid (none)")
    spin(lab, "labInputSize", 2)
    assert "spans 3, the padded input only 2" in text(lab, "labNote")
    assert lab.findChild(QLabel, "labNote").isVisible()
    assert text(lab, "labOutputCaption") == "No output"
    assert not lab.findChild(QPushButton, "labPlay").isEnabled()
    assert text(lab, "labSum") == ""
    choose(lab, "labPadding", "Full")
    assert not lab.findChild(QLabel, "labNote").isVisible()
    assert values(lab, "labOutput").shape == (4, 4)


def test_the_input_follows_the_drawing(qtbot, window, lab, seven):
    assert text(lab, "labNote") == "Draw a digit: the input follows."
    assert not values(lab, "labOutput").any()
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert values(lab, "labInput").max() == 1
    assert not lab.findChild(QLabel, "labNote").isVisible()
    window.session.document.clear()
    assert not values(lab, "labInput").any()


def test_out_of_sight_it_computes_nothing(qtbot, window, seven, monkeypatch):
    calls: list[Experiment] = []
    compute = Experiment.output
    monkeypatch.setattr(Experiment, "output", lambda self: calls.append(self) or compute(self))
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert calls == []
    show_panel(qtbot, window, "lab")
    assert len(calls) == 1
    assert values(window.findChild(QWidget, "labPanel"), "labInput").max() == 1


def test_it_opens_where_something_happens(qtbot, window, lab, seven):
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    output = grid(lab, "labOutput")
    assert abs(output.values[output.current]) == np.abs(output.values).max()
    largest = with_decimals(float(output.values[output.current]))
    assert text(lab, "labSentence").endswith(f"9 products are summed: here {largest}.")
    click(lab, "labOutput", 3, 4)  # whoever chose a place keeps it
    choose(lab, "labKernel", "Laplacian")
    assert output.current == (3, 4)
    choose_example(lab)
    assert output.current == (0, 1)
    play = lab.findChild(QPushButton, "labPlay")
    QTest.mouseClick(play, LEFT)  # the run begins at the first place for all that
    assert output.current == (0, 0)
    QTest.mouseClick(play, LEFT)


def test_every_control_says_what_it_is(qtbot, lab):
    for topic in ("channels", "backward", "parameters"):
        open_topic(lab, topic)
    controls = [
        widget
        for kind in (QComboBox, QSpinBox, QPushButton, QToolButton, Grid)
        for widget in lab.findChildren(kind)
    ]
    assert len(controls) > 40
    for control in controls:
        assert control.objectName()
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        assert "\n" not in control.toolTip()


def test_it_fits_into_a_narrow_panel(qtbot, window, lab):
    window.resize(1100, 700)
    assert lab.minimumSizeHint().width() < 600
    choose(lab, "labOperation", "Convolution (flipped)")
    choose(lab, "labKernel", "Gaussian")
    spin(lab, "labKernelSize", 7)
    assert not lab.grab().isNull()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1/9", 1 / 9), ("0,5", 0.5), ("−2", -2.0), (" 3 ", 3.0), ("1e9", None), ("nan", None),
     ("1/0", None), ("", None), ("x", None)],
)  # fmt: skip
def test_numbers_as_people_type_them(typed, value):
    assert parse_number(typed) == value


def test_the_chosen_sheet_has_the_accent_colour(lab):
    topics = [lab.findChild(QPushButton, f"labTopic_{name}") for name in ("sliding", "backward")]
    topics[1].click()
    colours = [topic.palette().color(QPalette.ColorRole.Button).name() for topic in topics]
    theme = Theme.of(lab.palette())
    assert colours == [QColor(theme.card).name(), QColor(theme.accent).name()]
