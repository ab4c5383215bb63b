"""A network's layers in blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from handdigit.inspection.blocks import BlockKind, blocks_of
from handdigit.inspection.trace import SOFTMAX
from handdigit.network.architecture import Architecture
from handdigit.network.zoo import ZOO
from tests.recognition.strategies import ZOO_NAMES, architectures


def require_sound(architecture: Architecture) -> None:
    plan = architecture.plan()
    blocks = blocks_of(plan)
    assert [layer for block in blocks for layer in block.layers] == list(plan)
    for block in blocks:
        in_chains = [stage.name for chain in block.chains for stage in chain.stages]
        assert in_chains == [layer.name for layer in block.layers]
        shapes = {layer.name: layer.output_shape for layer in plan}
        shapes[SOFTMAX] = plan[-1].output_shape
        assert all(stage.shape == shapes[stage.name] for stage in block.stages)
        assert 0 <= block.usual_stage < len(block.stages)
        # What the next block reads is what can be shown of this one last.
        if block is not blocks[-1]:
            assert block.stages[-1].name == block.layers[-1].name
    assert blocks[-1].stages[-1].name == SOFTMAX


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_every_layer_of_the_zoo_is_in_one_block(name):
    require_sound(ZOO[name])


@given(architectures())
@settings(max_examples=60, deadline=None)
def test_every_layer_of_any_network_is_in_one_block(architecture):
    require_sound(architecture)


def described(name: str) -> list[tuple[str, int | None, str]]:
    blocks = blocks_of(ZOO[name].plan())
    return [(b.kind.value, b.number, " ".join(s.word for s in b.stages)) for b in blocks]


def test_the_default_network_has_six_convolutions_and_one_sum():
    found = described("default")
    assert found[0] == ("convolution", 1, "conv norm ReLU")
    assert found[1] == ("convolution", 2, "conv norm ReLU pool")
    assert [number for kind, number, _ in found if kind == "convolution"] == [1, 2, 3, 4, 5, 6]
    assert found[6:] == [("dense", None, "flatten dropout sum softmax")]


def test_what_comes_before_and_between_belongs_to_what_reads_it():
    found = described("lenet5")
    assert found[0] == ("convolution", 1, "rescale pad conv tanh pool tanh")
    assert found[3:] == [
        ("dense", None, "flatten sum tanh"),
        ("distances", None, "distance softmax"),
    ]
    assert described("resnet-mini")[-1][2] == "mean sum softmax"


def test_a_branching_block_is_one_with_its_branches():
    blocks = blocks_of(ZOO["inception-mini"].plan())
    inception = [block for block in blocks if block.kind is BlockKind.INCEPTION]
    assert [block.number for block in inception] == [1, 2, 3]
    assert [(c.word, c.number) for c in inception[0].chains] == [
        *(("branch", number) for number in (1, 2, 3, 4)),
        ("", None),
    ]
    assert [stage.word for stage in inception[0].stages] == ["concat", "pool"]
    residual = blocks_of(ZOO["resnet-mini"].plan())[2]
    assert residual.kind is BlockKind.RESIDUAL
    assert [chain.word for chain in residual.chains] == ["body", "shortcut", ""]
    assert [stage.word for stage in residual.stages] == ["add", "ReLU"]


def test_what_is_looked_at_first_is_what_a_block_gives_on():
    blocks = blocks_of(ZOO["default"].plan())
    usual = [block.stages[block.usual_stage].name for block in blocks]
    assert usual == ["relu1", "pool1", "relu3", "pool2", "relu5", "pool3", "dense1"]
    dropping = blocks_of(ZOO["alexnet-mini"].plan())
    assert [block.stages[block.usual_stage].name for block in dropping][-3:-1] == ["relu6", "relu7"]
