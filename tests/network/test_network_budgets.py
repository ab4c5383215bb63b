"""Networks that ask for too much are refused before it is spent, in the editor as in a file."""

from __future__ import annotations

import pytest

from handdigit.budgets import (
    LAYER_VALUES,
    NETWORK_CHARACTERS,
    NETWORK_LAYERS,
    NETWORK_NESTING,
    NETWORK_WORK,
    PARAMETERS,
)
from handdigit.errors import ArchitectureError
from handdigit.network.architecture import Architecture
from handdigit.network.draft import read_draft
from handdigit.network.zoo import ZOO

TAIL = "\nFlatten()\nLinear(10)"
WIDE = "Flatten()\n" + "Linear(6000)\n" * 3 + "Linear(10)"
"""79 million parameters, none of its layers over the budget by itself."""
TABLE = f"PartialConv2d([{'[0],' * 15_000}], kernel=1)"
SENTENCES = {
    "half a million lines": ("ReLU()\n" * 500_000, "at most 1000 layers"),
    "five megabytes in a bracket": ("Residual([\n" + "ReLU(),\n" * 600_000, "65536 characters"),
    "five megabytes in a line": (f"Residual([{'ReLU(),' * 700_000}])", "65536 characters"),
    "a comment of a megabyte": ("# " + "x" * 10**6 + TAIL, "65536 characters"),
    "layers in a block": (f"Residual([{'ReLU(),' * 2000}])" + TAIL, "at most 1000 layers"),
    "branches": (f"Inception([{'[ReLU()],' * 2000}])" + TAIL, "at most 1000 layers"),
    "blocks in blocks": ("Residual([" * 17 + "ReLU()" + "])" * 17 + TAIL, "32 brackets"),
    "brackets": ("[" * 60_000, "32 brackets"),
    "signs": ("-" * 60_000 + "1", "cannot read"),
    "sums": (f"Linear(1{'+1' * 30_000})", "cannot read"),
    "400 digits": (f"Linear({'9' * 400})", "larger than any network needs"),
    "5,000 digits": (f"Linear({'9' * 5000})", "cannot read"),
    "hexadecimal digits": (f"Linear(0x{'f' * 4000})", "larger than any network needs"),
    "a name": ("a" * 60_000 + "()", "there is no layer"),
    "a number before a word": ("Dropout(1or 2)", "is not a plain value"),
    "values": ("Pad2d(1000)", "values"),
    "padding": ("Conv2d(1, kernel=1, stride=2000, padding=1000)", "pad less"),
    "pooled padding": ("MaxPool2d(1000000, padding=500000)", "pad less"),
    "windows": ("Pad2d(700)\nMaxPool2d(700, stride=1)", "multiply-adds"),
    "convolutions": ("Conv2d(2048, kernel=3, padding=1)\n" * 2 + TAIL, "multiply-adds"),
    "values again and again": ("Pad2d(700)\n" + "ReLU()\n" * 900 + TAIL, "multiply-adds"),
    "parameters in all": (WIDE, "has more than 67,108,864 parameters"),
    "a table": (TABLE + TAIL, "values"),
    "a table of zeros": (
        "Conv2d(60000, kernel=28)\n" + TABLE + TAIL,
        "has more than 67,108,864 parameters",
    ),
}


@pytest.mark.parametrize(("text", "reason"), SENTENCES.values(), ids=SENTENCES)
def test_what_is_over_a_budget_is_refused_with_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(ArchitectureError) as refused:
        Architecture.parse(text)
    for said in (str(refused.value), read_draft(text).reason):
        assert reason in said
        assert said.endswith(".")
        assert len(said) < 400


def test_what_fits_as_it_was_typed_must_fit_as_it_is_stored() -> None:
    # Every row gets a line of its own, and four spaces before it.
    text = f"Pad2d(1)\nPartialConv2d([{'[0],' * 10_000}], kernel=30)\nFlatten()\nLinear(10)"
    with pytest.raises(ArchitectureError, match="characters when it is written"):
        Architecture.parse(text)


@pytest.mark.parametrize("name", ZOO)
def test_the_zoo_spends_little_of_the_budgets(name: str) -> None:
    network = ZOO[name]
    assert len(network.text()) < NETWORK_CHARACTERS / 20
    assert len(network.plan()) < NETWORK_LAYERS / 10
    assert network.parameter_count < PARAMETERS / 20
    assert network.work < NETWORK_WORK / 20


def test_a_network_just_within_every_budget_is_read() -> None:
    deepest = (NETWORK_NESTING - 1) // 2  # within them is a layer's own bracket
    nested = "Residual([ReLU(), " * deepest + "ReLU()" + "])" * deepest
    rest = "ReLU()\n" * (NETWORK_LAYERS - 2 * deepest - 3)
    network = Architecture.parse(nested + "\n" + rest + TAIL)
    assert len(network.plan()) == NETWORK_LAYERS
    side = int(LAYER_VALUES**0.5)
    padded = f"Pad2d({(side - 28) // 2})\nAvgPool2d({side // 28})"
    assert Architecture.parse(padded + TAIL).work < NETWORK_WORK
