"""The Lab's further topics, and what other panels set up there; the numbers are torch's."""

from __future__ import annotations

import re

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QWidget,
)
from torch.nn import functional

from handdigit.engine.protocol.requests import Stage
from handdigit.gui.panels.lab.first_maps import maps_as_channels, reading_layer
from handdigit.gui.state.navigation import LabTask
from handdigit.network.signals import peaks
from handdigit.network.zoo import ZOO
from handdigit.number_format import with_decimals
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import read_model
from tests.gui.driving import ANSWER_MS, draw, example, show_panel
from tests.gui.lab_driving import LEFT, choose, click, grid, open_topic, plain, spin, text, values


@pytest.fixture
def lab(qtbot, window):
    show_panel(qtbot, window, "lab")
    return window.findChild(QWidget, "labPanel")


def result_of(equation: str) -> tuple[float, float]:
    """Return both sides of an equation as it is shown."""
    sides = equation.replace("−", "-").replace("·", "*").replace(",", "").split(" = ")
    return tuple(eval(re.sub(r"[a-z]+ ", "", side)) for side in sides)


def torchs(sheet: QWidget, number: int, *, stride: int, padding: int) -> np.ndarray:
    """Return an output of the filter whose kernels are shown."""
    inputs, kernels = (
        torch.from_numpy(np.stack([values(sheet, f"labChannel{what}{n}") for n in (1, 2, 3)]))
        for what in ("Input", "Kernel")
    )
    bias = torch.tensor([sheet.findChild(QDoubleSpinBox, "labBias").value()], dtype=torch.float64)
    found = functional.conv2d(inputs[None], kernels[None], bias, stride, padding)
    return found[0, 0].numpy()


def test_red_meets_blue_is_seen_by_one_filter_only(qtbot, lab):
    sheet = open_topic(lab, "channels")
    assert values(sheet, "labChannelsOutput1").tolist() == [[0, 30, 30, 0]] * 4
    assert text(sheet, "labChannelsSum") == "30 + 0 + 0 + bias 0 = 30"
    captions = [text(sheet, f"labChannelKernelCaption{number}") for number in (0, 1, 2)]
    assert [caption.splitlines()[0] for caption in captions] == [
        f"Filter 1, {colour}" for colour in ("red", "green", "blue")
    ]
    assert {grid(sheet, f"labChannelInput{number}").sheet.limit for number in (1, 2, 3)} == {10.0}
    choose(sheet, "labFilter", "Filter 2")
    assert not values(sheet, "labChannelsOutput2").any()
    output = grid(sheet, "labChannelsOutput2")
    QTest.keyClick(output, Qt.Key.Key_Right)
    assert text(sheet, "labChannelsSum") == "30 + 0 + (−30) + bias 0 = 0"


def test_the_course_example_comes_to_three(qtbot, lab):
    sheet = open_topic(lab, "channels")
    choose(sheet, "labChannelsExample", "In the form of CS231n's demo, 5 × 5 × 3")
    assert values(sheet, "labChannelsOutput1")[0, 0] == 3
    assert text(sheet, "labChannelsSum") == "2 + (−1) + 1 + bias 1 = 3"
    assert result_of(text(sheet, "labChannelsSum")) == (3, 3)
    sentence = "all 27 products and the bias are summed to one output: here 3."
    assert text(sheet, "labChannelsSentence").endswith(sentence)
    for number in (1, 2):
        choose(sheet, "labFilter", f"Filter {number}")
        expected = torchs(sheet, number, stride=2, padding=1)
        np.testing.assert_allclose(values(sheet, f"labChannelsOutput{number}"), expected)


MAPS = "Your drawing: maps of the first layer"


def test_maps_of_the_drawing_are_channels_of_the_next_layer(qtbot, window, lab, seven):
    sheet = open_topic(lab, "channels")
    choose(sheet, "labChannelsExample", MAPS)
    qtbot.waitUntil(lambda: text(sheet, "labChannelsNote") == "Draw a digit: its maps follow.")
    draw(window.canvas, seven)
    qtbot.waitUntil(lambda: bool(values(sheet, "labChannelInput1").any()), timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: window.session.is_settled)
    model = read_model(window.session.model.path)
    layers = ("relu1", "conv2")
    seen = Recogniser(model).recognise(window.session.document.drawing, layers=layers).activations
    maps = torch.from_numpy(seen["relu1"])
    kernels = torch.from_numpy(model.weights["conv2.weight"])
    assert np.allclose(
        functional.conv2d(maps[None], kernels, padding=1)[0], seen["conv2"], atol=1e-4
    )
    chosen = sorted(maps.amax((1, 2)).topk(3).indices.tolist())
    for number, channel in enumerate(chosen, start=1):
        assert text(sheet, f"labChannelCaption{number}").startswith(f"Map {channel}, 28")
        assert np.allclose(values(sheet, f"labChannelInput{number}"), maps[channel])
    hidden = [channel for channel in range(len(maps)) if channel not in chosen]
    maps[hidden] = 0
    expected = functional.conv2d(maps[None].double(), kernels.double(), padding=1)[0]
    for number in (1, 2):
        found = values(sheet, f"labChannelsOutput{number}")
        assert np.allclose(found, expected[number - 1], atol=1e-5)
    assert "conv2, which reads 16" in text(sheet, "labChannelsSentence")
    spin(sheet, "labChannelsStride", 2)
    before = values(sheet, "labChannelInput1")
    draw(window.canvas, example("one"))  # a stroke more: what was set stays
    qtbot.waitUntil(
        lambda: not np.array_equal(values(sheet, "labChannelInput1"), before), timeout=ANSWER_MS
    )
    assert sheet.findChild(QSpinBox, "labChannelsStride").value() == 2
    window.session.document.clear()
    qtbot.waitUntil(lambda: text(sheet, "labChannelsNote") == "Draw a digit: its maps follow.")


@pytest.mark.parametrize("network", ["softmax-regression", "lenet5-relu"])
def test_where_no_convolution_reads_the_maps_the_kernels_are_those_of_edges(network):
    stage = Stage("conv1", np.zeros(()), "relu1", np.zeros((6, 24, 24), np.float32))
    assert reading_layer(ZOO[network], stage) is None
    experiment = maps_as_channels(stage.maps, (0, 2, 5), None, {})
    assert np.array_equal(experiment.kernels[0, 0], [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    assert experiment.output().shape == (2, 22, 22)


def test_channels_are_edited_by_hand_and_played(qtbot, lab):
    sheet = open_topic(lab, "channels")
    for name in ("labChannelInput2", "labChannelKernel3"):
        click(sheet, name, 0, 0)
        QTest.keyClicks(QApplication.focusWidget(), "7")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert values(sheet, name)[0, 0] == 7
    bias = sheet.findChild(QDoubleSpinBox, "labBias")
    bias.selectAll()
    QTest.keyClicks(bias, "-2.5")
    spin(sheet, "labChannelsPadding", 2)
    spin(sheet, "labChannelsStride", 3)
    found = values(sheet, "labChannelsOutput1")
    np.testing.assert_allclose(found, torchs(sheet, 1, stride=3, padding=2))
    QApplication.processEvents()  # the grids take their new places
    click(sheet, "labChannelsOutput1", 1, 2)
    assert text(sheet, "labPlace") == "row 1, column 2"
    left, right = result_of(text(sheet, "labChannelsSum"))
    assert left == pytest.approx(right) == found[1, 2]
    click(sheet, "labChannelsOutput2", 0, 0)  # the other filter's kernels come with it
    assert sheet.findChild(QComboBox, "labFilter").currentIndex() == 1
    play = sheet.findChild(QPushButton, "labPlay")
    QTest.mouseClick(play, LEFT)
    qtbot.waitUntil(lambda: text(sheet, "labPlace") == "row 0, column 2", timeout=ANSWER_MS)
    QTest.mouseClick(play, LEFT)


def assert_is_autograds(sheet: QWidget) -> None:
    """Compare δ of the input with the gradient of torch's convolution."""
    delta, kernel = values(sheet, "labInput"), values(sheet, "labKernelGrid")
    found = values(sheet, "labOutput")
    picture = torch.zeros(1, 1, *found.shape, dtype=torch.float64, requires_grad=True)
    output = functional.conv2d(picture, torch.from_numpy(kernel.copy())[None, None])
    output.backward(torch.from_numpy(delta.copy())[None, None])
    np.testing.assert_allclose(found, picture.grad[0, 0].numpy())


def test_delta_is_handed_back_as_autograd_does(qtbot, lab):
    sheet = open_topic(lab, "backward")
    assert_is_autograds(sheet)
    assert np.array_equal(values(sheet, "labTurnedKernel"), np.flip(values(sheet, "labKernelGrid")))
    click(sheet, "labOutput", 2, 2)
    assert "went into 9 outputs" in text(sheet, "labBackwardSentence")
    assert text(sheet, "labBackwardSentence").endswith(f"here {with_decimals(3.0)}.")
    click(sheet, "labOutput", 0, 0)
    assert "went into 1 output" in text(sheet, "labBackwardSentence")
    click(sheet, "labKernelGrid", 1, 2)
    QTest.keyClicks(QApplication.focusWidget(), "-4")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert_is_autograds(sheet)
    spin(sheet, "labDeltaSize", 4)
    spin(sheet, "labBackwardKernel", 2)
    assert values(sheet, "labOutput").shape == (5, 5)
    assert_is_autograds(sheet)
    QTest.mouseClick(sheet.findChild(QPushButton, "labBackwardExample"), LEFT)
    assert values(sheet, "labOutput").shape == (5, 5)
    assert values(sheet, "labOutput")[1, 4] == -6
    QTest.mouseClick(sheet.findChild(QPushButton, "labPlay"), LEFT)
    qtbot.waitUntil(lambda: text(sheet, "labPlace") == "row 0, column 1", timeout=ANSWER_MS)


def test_sharing_weights_is_760_against_768_000(qtbot, lab):
    sheet = open_topic(lab, "parameters")
    assert [text(sheet, f"labCount{n}") for n in range(3)] == ["760", "778,240", "31,467,520"]
    formulas = [text(sheet, f"labCountFormula{n}") for n in range(3)]
    assert formulas[1] == "weights 10·32·32 · 3·5·5 = 768,000, biases 10·32·32 = 10,240"
    for number, formula in enumerate(formulas):
        weights, _, biases = formula.partition(", biases ")
        product, summed = result_of(weights)
        assert product == summed
        count = summed + result_of(biases)[-1]
        assert f"{count:,}" == text(sheet, f"labCount{number}")
    assert "takes 760 parameters" in text(sheet, "labParametersSentence")
    spin(sheet, "labKernels", 6)
    spin(sheet, "labChannels", 1)
    choose(sheet, "labParametersPadding", "Valid (none)")
    assert text(sheet, "labCount0") == "156"  # LeNet-5's first layer
    assert "all 784 places" in text(sheet, "labParametersSentence")
    spin(sheet, "labParametersInput", 4)
    assert "spans 5" in text(sheet, "labParametersSentence")
    assert text(sheet, "labCount2") == ""


def found_peaks(lab: QWidget) -> list[str]:
    found, _, _ = text(lab, "labSentence").partition(":")
    assert found.startswith("Peaks found at ")
    return re.findall(r"\d+", found)


def test_the_heartbeats_peaks_are_found(qtbot, lab):
    choose(lab, "labSource", "Heartbeat (1-D)")
    assert lab.findChild(QComboBox, "labKernel").currentText() == "Peak"
    assert found_peaks(lab) == ["4", "14", "24"]
    output = values(lab, "labOutput")[0]
    assert peaks(output) == [4, 14, 24]
    assert plain(lab, "labTerms") == "−1 · (−1) + 8 · 2 + −2 · (−1)"
    click(lab, "labInput", 0, 14)
    QTest.keyClicks(QApplication.focusWidget(), "0")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert found_peaks(lab) == ["4", "24"]


def test_another_panel_sets_the_lab_up_before_it_is_made(qtbot, window):
    task = LabTask(source="grid", operation="max", size=2, padding=1, stride=3)
    window.navigation.try_in_lab(task)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "labPanel") is not None)
    lab = window.findChild(QWidget, "labPanel")
    chosen = [lab.findChild(QComboBox, f"lab{n}").currentText() for n in ("Source", "Operation")]
    assert chosen == ["Own grid", "Max pooling"]
    numbers = [
        lab.findChild(QSpinBox, f"lab{n}").value()
        for n in ("KernelSize", "PaddingAmount", "Stride", "Dilation")
    ]
    assert numbers == [2, 1, 3, 1]
    assert values(lab, "labOutput").shape == (3, 3)


def test_another_panel_sets_up_every_topic(qtbot, window, lab):
    navigation = window.navigation
    stack = lab.findChild(QStackedWidget)

    def shown() -> str:
        return stack.currentWidget().objectName().removeprefix("labScroll_")

    navigation.try_in_lab(LabTask(source="edge", kernel="sobel-x", padding="full", dilation=2))
    assert values(lab, "labOutput").shape == (10, 10)
    assert values(lab, "labKernelGrid")[1].tolist() == [-2, 0, 2]
    navigation.try_in_lab(LabTask(source="heartbeat"))
    assert values(lab, "labInput").shape == (1, 30)
    navigation.try_in_lab(LabTask(kernel="gaussian", size=5, padding="same"))
    assert (values(lab, "labKernelGrid") * 16).tolist() == [[1, 4, 6, 4, 1]]
    navigation.try_in_lab(LabTask(source="course", stride=1))
    assert shown() == "channels"
    assert values(lab, "labChannelsOutput1").shape == (5, 5)
    navigation.try_in_lab(LabTask(topic="backward", kernel="box", size=2))
    sheet = lab.findChild(QWidget, "labSheet_backward")
    assert values(sheet, "labKernelGrid").tolist() == [[0.25, 0.25]] * 2
    navigation.try_in_lab(LabTask(topic="parameters", size=3))
    assert text(lab, "labCount0") == "280"
    sliding = lab.findChild(QWidget, "labSheet_sliding")
    before = values(sliding, "labKernelGrid").copy()
    unknown = LabTask("sliding", "nowhere", "nothing", "nobody's", -1, "loose", 0)
    navigation.try_in_lab(unknown)
    assert shown() == "sliding"
    assert np.array_equal(values(sliding, "labKernelGrid"), before)
    navigation.try_in_lab(LabTask(topic="nonsense"))
    assert shown() == "sliding"


def test_the_way_on_leads_to_the_network(qtbot, window, lab):
    QTest.mouseClick(lab.findChild(QPushButton, "labInside"), LEFT)
    assert window.navigation.panel == "inside"
    found = []

    def note(unit):
        """Note the maps of the answer that chose the unit: the next may come at once."""
        found.append((unit, window.session.recognition.activations[unit.layer]))

    window.navigation.unit_changed.connect(note)
    draw(window.canvas, example("seven"))
    qtbot.waitUntil(lambda: bool(found), timeout=ANSWER_MS)
    ((layer, position), values), *later = found
    assert layer == "conv1"
    assert values[position] == values.max()
    assert not later
    assert window.navigation.sought is None
