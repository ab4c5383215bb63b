"""What the shipped gate refuses, measured: digits of strangers, and what it has never seen."""

from __future__ import annotations

import contextlib
import io
import json

import pytest

from handdigit.cli import main

pytestmark = pytest.mark.long

DIGITS_REFUSED = 0.005
"""At most, of the well-formed digits of UNIPEN."""
FLOORS = {
    "symbols": 0.9,
    "scribbles": 0.99,
    "side by side": 0.9,
    "over each other": 0.7,
    "pieces": 0.5,
    "all kinds": 0.8,
}
"""At least, of the generated test set's drawings."""
AREA = 0.98
MNIST_REFUSED = 0.01


@pytest.fixture(scope="module")
def figures(shared_data, tmp_path_factory):
    """Return what ``handdigit evaluate --refusals --json`` tells, by set."""
    out = io.StringIO()
    data = (shared_data / "strokes" / "unipen_dev.jsonl.gz", shared_data / "mnist")
    options = ("--refusals", "--json", "--without", "unipen_dev")
    with contextlib.redirect_stdout(out):
        status = main(["evaluate", *options, *map(str, data)])
    assert status == 0
    told = map(json.loads, out.getvalue().splitlines())
    return {one["data"].removeprefix("generated: "): one for one in told}


def test_well_formed_digits_of_strangers_are_let_through(figures):
    (unipen,) = (one for name, one in figures.items() if "unipen_dev" in name)
    assert unipen["n"] > 8000
    assert unipen["share"] <= DIGITS_REFUSED


def test_scanned_digits_are_let_through(figures):
    (mnist,) = (one for name, one in figures.items() if name.endswith("mnist"))
    assert mnist["n"] == 10_000
    assert mnist["share"] <= MNIST_REFUSED


@pytest.mark.parametrize("kind", FLOORS)
def test_what_is_no_digit_is_refused(figures, kind):
    assert figures[kind]["n"] >= 2000
    assert figures[kind]["share"] >= FLOORS[kind]


def test_few_signs_are_shown_as_unusual_digits(figures):
    signs = figures["symbols"]
    assert signs["share"] - signs["unsure_share"] >= FLOORS["symbols"]


def test_some_scanned_digits_are_unusual_and_not_refused(figures):
    (mnist,) = (one for name, one in figures.items() if name.endswith("mnist"))
    assert mnist["unsure"] >= mnist["refused"] / 3


def test_digits_and_the_rest_lie_apart(figures):
    assert figures["all kinds"]["auroc"] >= AREA
