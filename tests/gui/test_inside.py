"""Pointing at units in the real window: the sum, what it sees, the sliding kernel, copies."""

from __future__ import annotations

import csv
import io
from itertools import product

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from torch.nn import functional

from handdigit.gui.panels.inside.detail import Detail
from handdigit.gui.panels.inside.gradient_view import GradientView
from handdigit.gui.panels.inside.layer_page import CostTable
from handdigit.gui.panels.inside.map_view import OpenMap
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.unit_view import UnitView
from handdigit.gui.panels.inside.weight_sheet import WeightSheet
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.ink.normalise import normalise
from handdigit.inspection.backward import backward
from handdigit.inspection.trace import Unit, strongest_unit
from handdigit.recognition.recogniser import Recogniser, load_network
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import ASSETS
from tests.gui.driving import ANSWER_MS, show_panel
from tests.gui.inside_driving import choose, click_spot, click_unit, open_layer, text
from tests.inspection.capturing import capture


def facts(window, name: str) -> list[tuple[str, float]]:
    lines = window.findChild(FactGrid, name).lines
    return [(text.strip("+= "), float(value.replace("−", "-"))) for text, value in lines]


def result(window) -> float:
    """Return what the unit's equation comes to."""
    return float(text(window, "unitEquation").rpartition(" = ")[2].replace("−", "-"))


@pytest.mark.parametrize(
    ("layer", "unit"),
    [
        ("conv1", (3, 5, 6)),
        ("conv2", (7, 5, 6)),
        ("norm1", (3, 5, 6)),
        ("pool1", (7, 3, 3)),
        ("dense1", (7,)),
    ],
)
def test_a_click_on_a_unit_writes_out_its_value(drawn, layer, unit):
    click_unit(drawn, layer, *unit)
    assert drawn.findChild(QWidget, "unitView").isVisible()
    value = float(drawn.session.recognition.activations[layer][unit])
    assert result(drawn) == pytest.approx(value, rel=1e-3, abs=1e-4)
    nine_digits = drawn.findChild(QLabel, "unitEquation").toolTip().rpartition(" = ")[2]
    assert float(nine_digits.replace("−", "-")) == pytest.approx(value, rel=1e-5, abs=1e-5)
    assert text(drawn, "equalsTorch") == "equals torch ✓"
    assert text(drawn, "unitTitle").startswith(f"{layer} · ")


def test_the_softmax_has_its_own_arithmetic(drawn):
    click_unit(drawn, "softmax", 7)
    assert result(drawn) == pytest.approx(drawn.session.recognition.probability, 1e-3)
    assert text(drawn, "unitWords").startswith(
        "Turns 10 scores into shares that add up to 1: 7 gets"
    )
    assert text(drawn, "equalsTorch") == "equals torch ✓"
    choose(drawn, "direction", "Backward for 1")
    assert not drawn.findChild(QWidget, "gradientView").isVisible()


def test_every_layer_of_the_network_agrees_with_torch(drawn):
    for planned in drawn.session.model.info.architecture.plan():
        click_unit(drawn, planned.name, 1)
        assert text(drawn, "unitTitle").startswith(f"{planned.name} · ")
        assert text(drawn, "equalsTorch") == "equals torch ✓", planned.name


def test_what_a_unit_sees_is_outlined_on_maps_and_drawing(qtbot, drawn):
    areas = []
    drawn.session.area_marked.connect(areas.append)
    click_unit(drawn, "conv1", 3, 5, 6)
    (area,) = areas
    assert area.right > area.left
    click_unit(drawn, "conv2", 7, 14, 14)
    area = areas[-1]
    box = drawn.session.recognition.normalised.box
    assert area.left < box.right
    assert area.right > box.left
    QTest.keyClick(drawn, Qt.Key.Key_Escape)
    view = drawn.findChild(QWidget, "unitView")
    qtbot.waitUntil(lambda: not view.isVisible())
    assert areas[-1] is None


def test_the_outline_on_the_drawing_goes_and_comes_with_the_panel(qtbot, drawn):
    areas = []
    drawn.session.area_marked.connect(areas.append)
    click_unit(drawn, "conv1", 3, 5, 6)
    drawn.panels.setCurrentIndex(1)
    assert areas[-1] is None
    drawn.panels.setCurrentIndex(0)
    qtbot.waitUntil(lambda: areas[-1] is not None, timeout=ANSWER_MS)
    assert areas[-1] == areas[0]


def test_the_sum_follows_the_drawing(qtbot, drawn, seven):
    click_unit(drawn, "conv1", 3, 5, 6)
    before = result(drawn)
    drawn.findChild(QAction, "clearAction").trigger()
    assert text(drawn, "equalsTorch") == ""
    drawn.findChild(QAction, "undoAction").trigger()
    qtbot.waitUntil(lambda: text(drawn, "equalsTorch") != "", timeout=ANSWER_MS)
    assert result(drawn) == before


def test_what_paper_and_ink_are_is_said_where_the_picture_is_read(drawn):
    told = "Paper is (0 − mean 0.1307) / deviation 0.3081 = −0.424, full ink 2.82."
    network_map = drawn.findChild(NetworkMap)
    click_spot(drawn, "input cell 0")
    assert text(drawn, "mapAbout").startswith(told)
    overview, large = network_map.sheet, drawn.findChild(OpenMap)
    corner = network_map.sheet.mapFromGlobal(network_map.places["input cell 0"].topLeft())
    colours = [overview.grab().toImage().pixelColor(corner + QPoint(4, 4)).name()]
    colours.append(large.grab().toImage().pixelColor(4, 4).name())
    click_unit(drawn, "conv1", 3, 2, 2)
    assert told in text(drawn, "unitWords")
    terms = drawn.findChild(UnitView).terms
    at = QPoint(3, terms.fontMetrics().height() + 7)
    colours.append(terms.grab().toImage().pixelColor(at).name())
    assert len(set(colours)) == 1
    assert network_map.columns[0].limits == pytest.approx((1 - 0.1307) / 0.3081)
    click_unit(drawn, "input", 0, 2, 2)
    assert told in text(drawn, "unitWords")
    assert text(drawn, "unitEquation") == (
        "(ink − mean) / deviation = (0 − 0.1307) / 0.3081 = −0.4242"
    )
    assert text(drawn, "equalsTorch") == "equals torch ✓"
    click_unit(drawn, "conv2", 3, 2, 2)
    assert told not in text(drawn, "unitWords")


def running_timers(widget) -> list[QTimer]:
    return [timer for timer in widget.findChildren(QTimer) if timer.isActive()]


def test_the_kernel_slides_step_by_step_and_by_itself(qtbot, drawn):
    click_unit(drawn, "conv1", 3, 0, 0)
    step = drawn.findChild(QAbstractButton, "stepUnit")
    step.click()
    assert "row 0, column 1" in text(drawn, "unitTitle")
    play = drawn.findChild(QAbstractButton, "playUnits")
    play.click()
    qtbot.waitUntil(lambda: "row 0, column 4" in text(drawn, "unitTitle"))
    view = drawn.findChild(UnitView)
    assert running_timers(view)
    play.click()
    assert not running_timers(view)


def test_the_kernel_stops_where_nobody_looks(qtbot, drawn):
    click_unit(drawn, "conv1", 3, 0, 0)
    drawn.findChild(QAbstractButton, "playUnits").click()
    qtbot.waitUntil(lambda: "row 0, column 1" in text(drawn, "unitTitle"))
    view = drawn.findChild(UnitView)
    assert running_timers(view)
    drawn.panels.setCurrentIndex(1)
    assert not running_timers(view)


def test_the_keyboard_reaches_every_unit(drawn):
    mosaic = open_layer(drawn, "conv2")
    mosaic.setFocus()
    for _ in range(5):
        QTest.keyClick(mosaic, Qt.Key.Key_Right)
    assert "5 · " in mosaic.accessibleDescription()
    QTest.keyClick(mosaic, Qt.Key.Key_Return)
    large = drawn.findChild(OpenMap)
    assert large.hasFocus()
    shown = drawn.session.recognition.activations["conv2"][5]
    row, column = divmod(int(shown.argmax()), shown.shape[1])
    down = row < len(shown) - 1
    QTest.keyClick(large, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    QTest.keyClick(large, Qt.Key.Key_Return)
    moved = row + 1 if down else row - 1
    assert text(drawn, "unitTitle") == f"conv2 · map 5 · row {moved}, column {column}"


def test_pointing_at_a_large_map_tells_the_value(qtbot, drawn):
    click_unit(drawn, "conv1", 3, 5, 6)
    large = drawn.findChild(UnitView).map
    assert np.array_equal(large.values, drawn.session.recognition.activations["conv1"][3])
    rows, columns = large.values.shape

    def told() -> bool:
        side = min(large.width(), large.height())  # until all is laid out it is another
        QTest.mouseMove(large, QPoint(side * 3 // (2 * columns), side * 3 // (2 * rows)))
        return "row 1, column 1" in text(drawn, "unitHover")

    qtbot.waitUntil(lambda: told())


def test_the_sum_can_be_copied(drawn):
    click_unit(drawn, "conv1", 3, 5, 6)
    clipboard = QGuiApplication.clipboard()
    drawn.findChild(QAction, "copyText").trigger()
    assert "sum of products" in clipboard.text()
    drawn.findChild(QAction, "copyLatex").trigger()
    assert clipboard.text().startswith(r"\begin{align*}")
    drawn.findChild(QAction, "copyCsv").trigger()
    rows = list(csv.DictReader(io.StringIO(clipboard.text())))
    total = sum(float(row["product"]) for row in rows if row["channel"])
    bias, torch_value = (
        next(float(row["product"]) for row in rows if row["layer"] == name)
        for name in ("bias", "torch")
    )
    assert total + bias == pytest.approx(torch_value, rel=1e-4, abs=1e-4)


def test_the_largest_parts_come_first_and_what_adds_nothing_is_folded(drawn):
    click_unit(drawn, "conv2", 7, 5, 6)
    terms = drawn.findChild(QWidget, "arithmetic")
    more = drawn.findChild(QPushButton, "unitMore")
    shown = [abs(total) for total in terms.totals]
    assert shown == sorted(shown, reverse=True)
    assert all(shown)
    maps = drawn.session.model.info.architecture.plan()[3].input_shape[0]
    assert terms.folded.parts == maps - len(shown)
    assert f"+ {terms.folded.parts} more" in more.text()
    more.click()
    assert len(terms.totals) == maps
    assert sum(terms.totals) == pytest.approx(result(drawn), rel=1e-3, abs=1e-4)
    drawn.findChild(QAction, "largestFirst").trigger()
    more.click()
    assert len(terms.totals) == maps  # in their order nothing is folded


def test_every_layer_says_what_it_is_for(drawn):
    click_unit(drawn, "conv2", 7, 5, 6)
    info = drawn.findChild(QAbstractButton, "unitInfo")
    info.setFocus()
    QTest.keyClick(info, Qt.Key.Key_Space)
    view = drawn.findChild(UnitView)
    lines = dict(view.findChild(FactGrid, "layerFormulas").lines)
    assert lines["Size of the output"] == "(28 + 2·1 − 3)/1 + 1 = 28"
    assert lines["Parameters"] == "32 · (16 · 3²) = 4,608"
    assert lines["Multiply-adds"] == "32 · 28 · 28 · 16 · 3² = 3,612,672"
    rows = view.findChild(CostTable).rows
    assert sum(row[1] for row in rows) == drawn.session.model.info.architecture.parameter_count
    assert sum(row[4] for row in rows) == pytest.approx(1)
    view.findChild(QPushButton, "tryInLab").click()
    task = drawn.navigation.lab
    assert (task.operation, task.size, task.padding, task.stride) == ("correlation", 3, 1, 1)
    assert drawn.navigation.panel == "lab"


def test_an_activation_is_a_curve_with_the_units_value(drawn):
    click_unit(drawn, "relu1", 3, 5, 6)
    plot = drawn.findChild(QWidget, "activationPlot")
    assert plot.isVisible()
    x = float(drawn.session.recognition.activations["norm1"][3, 5, 6])
    slope = 1 if x > 0 else 0
    assert plot.accessibleDescription().endswith(f"its slope {slope}.")
    cells = plot.cells()
    assert cells.told(0, 0) == f"this unit, at {x:.3g}, value: {max(x, 0):.3g}".replace("-", "−")
    assert cells.text(0, 1) == str(slope)
    assert cells.told(1, 0) == "at −4, value: 0"
    assert [cells.text(len(cells.rows) - 1, column) for column in (0, 1)] == ["4", "1"]
    click_unit(drawn, "norm1", 3, 5, 6)
    assert not plot.isVisible()


def test_backward_shows_what_autograd_computes(qtbot, drawn):
    choose(drawn, "direction", "Backward for 1")
    model = read_model(drawn.session.model.path)
    network = load_network(model).eval()
    picture = torch.from_numpy(drawn.session.recognition.activations["input"])[None]
    picture.requires_grad_()
    loss = functional.cross_entropy(network(picture), torch.tensor([1]))
    loss.backward()
    shown = drawn.findChild(NetworkMap).columns[0].values
    assert shown == pytest.approx(picture.grad[0].numpy(), rel=1e-3, abs=1e-5)
    click_unit(drawn, "conv1", 3, 5, 6)
    assert drawn.findChild(QWidget, "gradientView").isVisible()
    assert facts(drawn, "gradientFacts")[0] == ("loss", pytest.approx(loss.item(), rel=1e-4))
    choose(drawn, "gradientOf", "its weight")
    drawn.findChild(QSpinBox, "weightIndex1").setValue(2)
    drawn.findChild(QSpinBox, "weightIndex2").setValue(1)
    expected = network.get_parameter("conv1.weight").grad[3, 0, 2, 1].item()
    values = [value for _, value in facts(drawn, "gradientFacts")]
    assert values[1] == pytest.approx(expected, rel=1e-3, abs=1e-6)
    weight = float(model.weights["conv1.weight"][3, 0, 2, 1])
    assert values[-1] == pytest.approx(weight - 0.01 * expected, rel=1e-4)


@pytest.fixture
def lenet(qtbot, seven):
    """Return the gradients at a unit of LeNet-5's C3, what was computed, and backwards."""
    recogniser = Recogniser(read_model(ASSETS / "models" / "lenet5.safetensors"), "cpu")
    picture = recogniser.input(normalise(seven).picture[None])[0]
    trace = capture(recogniser.network.eval(), picture)
    view = GradientView()
    qtbot.addWidget(view)
    view.show_unit(Unit("conv2", (7, 4, 4)), trace, backward(trace, 1))
    view.show()
    return view, trace, backward(trace, 1)


def test_the_weight_of_a_partial_convolution_is_the_chosen_maps(lenet):
    view, trace, found = lenet
    box = view.findChild(QComboBox, "gradientOf")
    box.setCurrentIndex(box.findText("its weight"))
    maps = view.findChild(QSpinBox, "weightIndex0")
    assert maps.isVisible()
    connections = trace.plan["conv2"].layer.connections
    offered = []
    for place in range(maps.minimum(), maps.maximum() + 1):
        maps.setValue(place)
        offered.append(int(maps.text()))
        view.findChild(QSpinBox, "weightIndex1").setValue(2)
        view.findChild(QSpinBox, "weightIndex2").setValue(3)
        kernel = connections.index((7, offered[-1]))
        shown = dict(facts(view, "gradientFacts"))
        expected = found.gradients["conv2.weight"][kernel, 2, 3]
        assert shown["Σ = ∂L/∂w"] == pytest.approx(expected, rel=1e-4, abs=1e-9)
        assert shown["w"] == pytest.approx(trace.weights["conv2.weight"][kernel, 2, 3], rel=1e-4)
    assert tuple(offered) == trace.plan["conv2"].layer.table[7]
    maps.selectAll()
    QTest.keyClicks(maps, str(offered[0]))
    QTest.keyClick(maps, Qt.Key.Key_Return)
    assert maps.value() == 0
    view.show_unit(Unit("conv2", (4, 4, 4)), trace, found)
    texts = [maps.textFromValue(place) for place in range(maps.maximum() + 1)]
    assert texts == [str(source) for source in trace.plan["conv2"].layer.table[4]]
    assert maps.text() in texts


def test_a_model_whose_file_is_gone_is_a_sentence(qtbot, drawn, paths):
    paths.models.mkdir(parents=True)
    gone = paths.models / "gone.safetensors"
    gone.write_bytes(drawn.session.model.path.read_bytes())
    default = drawn.session.model
    show_panel(qtbot, drawn, "why")
    drawn.session.use_model(StoredModel.at(gone))
    qtbot.waitUntil(lambda: drawn.session.model.name == "gone", timeout=ANSWER_MS)
    gone.unlink()
    show_panel(qtbot, drawn, "inside")
    summary = drawn.findChild(QLabel, "networkSummary")
    qtbot.waitUntil(lambda: "choose another model" in summary.text(), timeout=ANSWER_MS)
    assert not drawn.findChild(NetworkMap).isVisible()
    drawn.session.use_model(default)
    qtbot.waitUntil(drawn.findChild(NetworkMap).isVisible, timeout=ANSWER_MS)


def test_all_weights_are_pictures(drawn):
    choose(drawn, "direction", "Weights")
    sheet = drawn.findChild(WeightSheet)
    assert sheet.isVisible()
    model = read_model(drawn.session.model.path)
    shown = {view.objectName().removeprefix("weights_"): view for view in sheet.views}
    assert shown.keys() == {key for key in model.weights if not key.endswith("num_batches_tracked")}
    kernels = shown["conv1.weight"]
    assert kernels.picture.values[:3, :3] == pytest.approx(model.weights["conv1.weight"][0, 0])
    assert kernels.width() <= sheet.viewport().width()
    choose(drawn, "colourScale", "One colour scale")
    largest = max(float(np.abs(model.weights[key]).max()) for key in shown)
    assert f"{largest:.3g}" in drawn.findChild(QWidget, "legend").accessibleName()


def test_a_click_on_a_kernel_chooses_a_unit_of_its_map(drawn):
    choose(drawn, "direction", "Weights")
    kernels = drawn.findChild(QWidget, "weights_conv1.weight")
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(kernels, Qt.MouseButton.LeftButton, none, QPoint(3, 3))
    activations = drawn.session.recognition.activations["conv1"][0]
    row, column = divmod(int(activations.argmax()), activations.shape[1])
    assert text(drawn, "unitTitle") == f"conv1 · map 0 · row {row}, column {column}"
    assert text(drawn, "equalsTorch") == "equals torch ✓"


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1590, 990)])
def test_a_units_products_need_no_sideways_scrolling(qtbot, drawn, size):
    click_unit(drawn, "conv2", 7, 5, 6)
    drawn.resize(*size)
    drawn.divide()
    qtbot.waitUntil(lambda: (drawn.width(), drawn.height()) == size)
    for name in ("networkMap", "insideScroll"):
        scroll = drawn.findChild(QScrollArea, name)
        qtbot.waitUntil(lambda scroll=scroll: scroll.horizontalScrollBar().maximum() == 0)


def is_all_in(view: UnitView, scroll: QScrollArea) -> bool:
    """Tell whether nothing is squeezed, and everything can be scrolled to."""
    sheet, bar, page = scroll.widget(), scroll.verticalScrollBar(), view.page
    needed = view.terms.minimumHeight()
    if view.info.isChecked():
        needed = page.layout().totalMinimumHeightForWidth(page.width())
    shown = page if view.info.isChecked() else view.terms
    end = shown.mapTo(sheet, shown.rect().bottomLeft()).y()
    return shown.height() >= needed and end < scroll.viewport().height() + bar.maximum()


@pytest.mark.parametrize("name", ["lenet5", "small", "resnet-mini"])
def test_one_scroll_bar_reaches_all_of_a_unit(qtbot, name, seven):
    recogniser = Recogniser(read_model(ASSETS / "models" / f"{name}.safetensors"), "cpu")
    trace = capture(recogniser.network.eval(), recogniser.input(normalise(seven).picture[None])[0])
    detail = Detail()
    qtbot.addWidget(detail)
    detail.show()
    (scroll,) = detail.findChildren(QScrollArea)
    kinds = {type(planned.layer): planned.name for planned in trace.plan.values()}
    for layer, size in product([*kinds.values(), "input"], [(456, 183), (610, 268)]):
        detail.resize(*size)
        detail.begin(strongest_unit(trace, layer))
        detail.show_last()
        detail.unit.show_unit(detail.last, trace.architecture, trace, lambda *_: 1.0)
        for button, _ in product((detail.unit.info, detail.unit.more), range(2)):
            qtbot.waitUntil(lambda: is_all_in(detail.unit, scroll))
            button.click()
