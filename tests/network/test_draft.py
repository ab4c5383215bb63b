"""A network while it is being written."""

from __future__ import annotations

import pytest

from handdigit.network.draft import read_draft
from handdigit.network.layers import Conv2d, Dropout, Linear, ReLU
from handdigit.network.zoo import LENET5_RELU, ZOO

TEXT = """\
# mine
Conv2d(6, kernel=5)
MaxPool2d(2)  # halves

Flatten()
Linear(10)
"""


@pytest.mark.parametrize("name", ZOO)
def test_a_finished_draft_is_the_architecture(name):
    draft = read_draft(ZOO[name].text())
    assert draft.architecture == ZOO[name]
    assert draft.reason == ""
    assert draft.parameter_count == ZOO[name].parameter_count


def test_sizes_and_parameters_are_known_layer_by_layer():
    draft = read_draft(LENET5_RELU.text())
    plan = LENET5_RELU.plan()
    assert [layer.output_shape for layer in draft.layers] == [p.output_shape for p in plan]
    assert [layer.parameter_count for layer in draft.layers] == [p.parameter_count for p in plan]


def test_an_impossible_layer_has_its_reason_and_what_follows_is_not_known():
    draft = read_draft(TEXT.replace("MaxPool2d(2)", "MaxPool2d(40)"))
    reasons = [layer.reason for layer in draft.layers]
    assert reasons == ["", "A window of 40 does not fit into 24 with padding 0.", "", ""]
    assert [layer.output_shape for layer in draft.layers] == [(6, 24, 24), None, None, None]
    assert draft.architecture is None
    assert draft.reason == f"Layer 2: {reasons[1]}"


@pytest.mark.parametrize(
    ("text", "layer", "reason"),
    [
        ("", None, "no layer yet"),
        ("Flatten()\nLinaer(10)\n", 1, "there is no layer Linaer"),
        ("Flatten()\nLinear(\n", 1, "never closed"),
        ("Linear(10)", 0, "put Flatten() before it"),
        ("Flatten()\nLinear(9)", 1, "must give 10 values"),
        ("Residual([Conv2d(4, kernel=3)])\nFlatten()\nLinear(10)", 0, "cannot be added"),
        ("Residual([Conv2d(4, kernel=99)])", 0, "body layer 1, Conv2d(4, kernel=99): A window"),
    ],
)
def test_every_mistake_is_said_at_its_layer(text, layer, reason):
    draft = read_draft(text)
    assert draft.architecture is None
    assert reason in draft.reason
    if layer is not None:
        assert reason in draft.layers[layer].reason


def test_edits_leave_comments_and_other_layers_alone():
    draft = read_draft(TEXT)
    wider = draft.with_layer(0, Conv2d(12, kernel=3))
    assert wider.text == TEXT.replace("Conv2d(6, kernel=5)", "Conv2d(12, kernel=3)")
    assert draft.with_inserted(1, ReLU()).text == TEXT.replace("MaxPool", "ReLU()\nMaxPool")
    assert draft.with_inserted(4, Dropout(0.5)).text == TEXT + "Dropout(0.5)\n"
    assert draft.without_layer(1).text == TEXT.replace("MaxPool2d(2)  # halves\n", "")
    assert [layer.code for layer in draft.with_moved(1, 0).layers][:2] == [
        "MaxPool2d(2)",
        "Conv2d(6, kernel=5)",
    ]
    assert draft.with_moved(0, 3).layers[3].code == "Conv2d(6, kernel=5)"
    assert draft.with_moved(2, 2).layers == draft.layers
    assert read_draft("").with_inserted(0, Linear(10)).text == "Linear(10)\n"


def test_a_block_over_several_lines_is_one_layer():
    draft = read_draft(ZOO["resnet-mini"].text())
    blocks = [layer for layer in draft.layers if layer.code.startswith("Residual")]
    assert blocks[0].last_line > blocks[0].first_line
    index = draft.layers.index(blocks[0])
    moved = draft.with_moved(index, index + 1).with_moved(index + 1, index)
    assert moved.architecture == ZOO["resnet-mini"]
