"""``handdigit explain``: layers, any unit's sum, the strongest one, and what it sees."""

from __future__ import annotations

import json

import pytest

from handdigit.cli import main
from handdigit.storage.paths import ASSETS

SEVEN = ASSETS / "examples" / "seven.json"


@pytest.fixture
def explain(tmp_path, capsys):
    """Return a function that explains the seven and returns status, output and complaints."""

    def run(*arguments: str) -> tuple[int, str, str]:
        command = ["--data-dir", str(tmp_path), "explain", str(SEVEN), *arguments]
        status = main(command)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def test_without_a_layer_all_are_listed(explain):
    status, out, _ = explain("--json")
    layers = json.loads(out)["layers"]
    assert status == 0
    assert set(layers[0]) == {"name", "kind", "shape", "parameters", "operations"}
    assert layers[-1]["shape"] == [10]
    _, text, _ = explain()
    assert [line.split()[0] for line in text.splitlines()] == [x["name"] for x in layers]


@pytest.mark.parametrize("name", ["input", "conv2", "norm3", "pool2", "flatten", "softmax"])
def test_the_strongest_unit_of_a_layer_has_a_sum_that_equals_torchs(explain, name):
    status, out, _ = explain("--layer", name, "--json")
    value = json.loads(out)
    assert status == 0
    assert value["layer"] == name
    total = sum(abs(term["product"]) for term in value["terms"])
    assert value["output"] == pytest.approx(value["torch"], abs=1e-5 * max(1.0, total))


def test_a_convolution_has_a_term_for_every_weight_and_a_field_on_the_drawing(explain):
    _, out, _ = explain("--layer", "conv1", "--channel", "3", "--at", "5,6", "--json")
    value = json.loads(out)
    assert value["kind"] == "Conv2d"
    assert value["index"] == [3, 5, 6]
    assert len(value["terms"]) == 9
    assert value["sum"] == pytest.approx(
        value["bias"] + sum(term["product"] for term in value["terms"])
    )
    field = value["receptive_field"]
    assert (field["input"]["top"], field["input"]["bottom"]) == (4, 7)
    drawing = field["drawing"]
    assert drawing["left"] < drawing["right"]
    assert 0 < drawing["top"] < drawing["bottom"] < 1


def test_the_text_ends_with_torchs_value(explain):
    _, out, _ = explain("--layer", "dense1", "--channel", "7")
    assert out.splitlines()[0].startswith("dense1[7]")
    assert out.splitlines()[-1].startswith("torch  = ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--layer", "nonsense"), "conv1"),
        (("--layer", "conv1", "--channel", "999"), "channels 0 to"),
        (("--layer", "conv1", "--at", "99,0"), "rows 0 to"),
        (("--layer", "dense1", "--at", "0,0"), "vector"),
    ],
)
def test_a_unit_that_is_not_there_is_one_sentence(explain, arguments, expected):
    status, out, errors = explain(*arguments)
    assert status == 1
    assert out == ""
    assert expected in errors
    assert len(errors.splitlines()) == 1
