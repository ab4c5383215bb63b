"""Networks as values: sizes, names, connections, text form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from handdigit.errors import ArchitectureError
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.blocks import Add, Concat, Inception, Residual
from handdigit.network.layers import Conv2d, Flatten, Linear, MaxPool2d, ReLU
from handdigit.network.lenet5_layers import PartialConv2d
from handdigit.network.notation import LINE_LENGTH, format_layer, parse_layer
from tests.recognition.strategies import architectures

DENSE_TAIL = (Flatten(), Linear(10))


@settings(deadline=None)
@given(architectures())
def test_the_text_form_gives_the_same_network_back(architecture: Architecture) -> None:
    assert Architecture.parse(architecture.text()) == architecture


@settings(deadline=None)
@given(architectures())
def test_names_are_unique_and_every_layer_reads_earlier_ones(architecture: Architecture) -> None:
    known = {INPUT: (1, 28, 28)}
    for planned in architecture.plan():
        assert planned.name not in known
        assert planned.name.isidentifier()
        assert planned.input_shapes == tuple(known[name] for name in planned.inputs)
        known[planned.name] = planned.output_shape


def test_a_residual_block_is_planned_as_body_shortcut_and_sum() -> None:
    body = (Conv2d(4, kernel=3, padding=1), ReLU())
    block = Residual(body, shortcut=(Conv2d(4, kernel=1),))
    plan = {p.name: p for p in Architecture((block, *DENSE_TAIL)).plan()}
    assert list(plan) == [
        "res1_conv1", "res1_relu1", "res1_skip_conv1", "res1_add", "flatten", "dense1",
    ]  # fmt: skip
    assert plan["res1_add"].layer == Add()
    assert plan["res1_add"].inputs == ("res1_relu1", "res1_skip_conv1")
    assert plan["res1_skip_conv1"].inputs == (INPUT,)


def test_an_empty_shortcut_passes_the_input_on() -> None:
    plan = Architecture((Residual((ReLU(),)), *DENSE_TAIL)).plan()
    assert plan[1].inputs == ("res1_relu1", INPUT)


def test_inception_branches_are_stacked() -> None:
    block = Inception(((Conv2d(3, kernel=1),), (MaxPool2d(3, stride=1, padding=1),), ()))
    plan = {p.name: p for p in Architecture((block, *DENSE_TAIL)).plan()}
    joined = plan["inc1_concat"]
    assert joined.layer == Concat()
    assert joined.inputs == ("inc1_b1_conv1", "inc1_b2_pool1", INPUT)
    assert joined.output_shape == (5, 28, 28)


def test_blocks_nest() -> None:
    inner = Inception(((Conv2d(1, kernel=1),),))
    architecture = Architecture((Residual((inner,)), *DENSE_TAIL))
    assert [p.name for p in architecture.plan()][:3] == [
        "res1_inc1_b1_conv1", "res1_inc1_concat", "res1_add",
    ]  # fmt: skip
    assert Architecture.parse(architecture.text()) == architecture


def test_layers_may_span_lines_and_carry_comments() -> None:
    text = """
    # first the picture is widened
    Residual([          # He et al.
        Conv2d(4, kernel=3, padding=1),

        ReLU(),
    ], shortcut=[Conv2d(4, kernel=1)])
    Flatten()
    Linear(10)
    """
    body = (Conv2d(4, kernel=3, padding=1), ReLU())
    block = Residual(body, shortcut=(Conv2d(4, kernel=1),))
    assert Architecture.parse(text) == Architecture((block, *DENSE_TAIL))


def test_no_line_of_the_text_form_is_long() -> None:
    deep = Residual((Conv2d(1, kernel=3, padding=1, bias=False), ReLU()))
    for _ in range(3):
        deep = Residual((deep, Inception(((Conv2d(1, kernel=1), ReLU()),)), ReLU()))
    text = Architecture((deep, *DENSE_TAIL)).text()
    assert max(map(len, text.splitlines())) <= LINE_LENGTH


def test_tables_are_written_as_lists() -> None:
    layer = PartialConv2d(((0, 1), (1,)), kernel=3)
    assert format_layer(layer) == "PartialConv2d([[0, 1], [1]], kernel=3)"
    assert parse_layer(format_layer(layer)) == layer


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Conv2d(20, kernel=5", "Line 1: a bracket is opened here and never closed."),
        ("ReLU()\nConv3d(2)\n", "Line 2: there is no layer Conv3d"),
        ("ReLU\n", "Line 1: cannot read 'ReLU'"),
        ("ReLU())", "Line 1: cannot read 'ReLU())'"),
        ("__import__('os').system('true')", "Line 1: cannot read"),
        ("Conv2d(open, kernel=1)", "Line 1: 'open' is not a plain value."),
        ("Conv2d(20)", "Line 1: 'Conv2d(20)' should read Conv2d(channels, kernel=…"),
        ("Conv2d(20, kernel=0)", "Line 1: Conv2d: kernel must be a whole number"),
        ("Conv2d(20, kernel=3, bias=1)", "Line 1: Conv2d: bias must be True or False."),
        ("Linear(True)", "Line 1: Linear: features must be a whole number"),
        ("Dropout('a')", "Line 1: Dropout: the rate must be"),
        ("Residual(ReLU())", "Line 1: Residual: write lists of layers"),
        ("Residual([])", "Line 1: Residual: write lists of layers"),
        ("Residual([3])", "Line 1: Residual: write lists of layers"),
        ("Inception([ReLU()])", "Line 1: Inception: write a list of branches"),
        ("Add()", "Line 1: there is no layer Add"),
        ("PartialConv2d([[1, 0]], kernel=3)", "Line 1: PartialConv2d: table must list"),
        ("PartialConv2d([[0, 1]], kernel=3)", "names input map 1, but there are only 1"),
        ("Rescale(1e999)", "Line 1: Rescale: scale and shift must be numbers."),
        ("Linear(10)", "Layer 1, Linear(10): Linear needs a vector"),
        ("Flatten()\nFlatten()", "Layer 2, Flatten(): what comes in is a vector already."),
        (
            "Flatten()\nLinear(1)",
            "must give 2 to 64 values, one a class; it gives 1.",
        ),
        ("Flatten()\nLinear(65)", "The last layer must give 2 to 64 values"),
        ("", "The last layer must give 2 to 64 values"),
        ("Conv2d(1, kernel=30)", "A window of 30 does not fit into 28 with padding 0."),
        ("Pad2d(9000)", "Layer 1, Pad2d(9000): it gives 1 × 18028 × 18028, more than"),
        ("Conv2d(100000, kernel=28)\nConv2d(100000, kernel=1)", "has more than"),
        ("ReLU()\n" * 1001, "at most 1000 layers"),
        (
            "Residual([ReLU(), Conv2d(2, kernel=1)])",
            "Layer 1, Residual: body and shortcut give 2×28×28 and 1×28×28",
        ),
        (
            "Inception([[ReLU()], [MaxPool2d(2)]])",
            "Layer 1, Inception: the branches give 1×28×28, 1×14×14",
        ),
        (
            "Inception([[ReLU()], [ReLU(), Linear(2)]])",
            "Layer 1, branch 2 layer 2, Linear(2): Linear needs a vector",
        ),
        ("Residual([" * 300 + "ReLU()" + "])" * 300, "at most 32 brackets inside each other"),
    ],
)
def test_errors_name_place_and_reason(text: str, reason: str) -> None:
    with pytest.raises(ArchitectureError) as caught:
        Architecture.parse(text)
    assert reason in str(caught.value)
