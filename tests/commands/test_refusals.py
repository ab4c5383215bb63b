"""What is no digit, on the command line."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from handdigit.cli import main
from handdigit.commands.evaluate_refusals import generated_strangers
from handdigit.network.zoo import ZOO
from handdigit.recognition.gate import SURE, shipped_gate
from handdigit.storage.models.gate_file import read_gate, write_gate
from handdigit.storage.paths import ASSETS
from tests.unusual import REASON, SEVEN_WITH_A_FOOT

SEVEN = ASSETS / "examples" / "seven.json"
TIME = np.linspace(0, 1, 120)
SCRIBBLE = {
    "strokes": [
        np.stack(
            [0.5 + 0.3 * np.sin(40 * TIME) * np.cos(5 * TIME), 0.5 + 0.3 * np.cos(53 * TIME)], 1
        ).tolist()
    ]
}
DOT = {"strokes": [[[0.5, 0.5], [0.501, 0.502]]]}
SHORT = {"strokes": [[[0.5, 0.46], [0.5, 0.5], [0.5, 0.54]]]}


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Return a function that runs the program and returns status and stdout lines.

    Of every kind of drawing that is no digit it draws fifty; ``test_refusal_figures`` has all.
    """
    few = partial(generated_strangers, 50)
    monkeypatch.setattr("handdigit.commands.evaluate_refusals.generated_strangers", few)

    def run(*arguments: object) -> tuple[int, list[str]]:
        status = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        return status, capsys.readouterr().out.splitlines()

    return run


@pytest.fixture
def drawings(tmp_path):
    path = tmp_path / "drawings.jsonl"
    seven = json.loads(SEVEN.read_text())
    path.write_text("\n".join(map(json.dumps, (SCRIBBLE, DOT, SHORT, seven))))
    return path


def test_classify_tells_what_is_no_digit(run, drawings):
    status, (scribble, dot, short, seven) = run("classify", drawings)
    assert status == 0
    assert ": not a digit  (softmax alone: " in scribble
    assert dot.endswith(": empty")
    assert ": 1  " in short
    assert ": 7  " in seven


def test_classify_keeps_what_softmax_claims(run, drawings):
    _, lines = run("classify", "--json", drawings)
    scribble, dot, short, seven = map(json.loads, lines)
    assert scribble["verdict"] == "not a digit"
    assert scribble["digit"] is None
    assert scribble["probability"] is None
    assert sum(scribble["probabilities"]) == pytest.approx(1)
    assert scribble["digitness"] < seven["digitness"]
    assert (dot["verdict"], dot["probabilities"], dot["digitness"]) == ("empty", None, None)
    assert (short["verdict"], short["digit"]) == ("digit", 1)
    assert (seven["verdict"], seven["digit"]) == ("digit", 7)


def test_classify_answers_an_unusual_digit_with_a_question_mark(run, tmp_path):
    path = tmp_path / "seven.json"
    path.write_text(json.dumps(SEVEN_WITH_A_FOOT.to_json()))
    _, (line,) = run("classify", path)
    assert re.fullmatch(rf"{re.escape(str(path))}: 7\?  99\.\d%  \({REASON}\)", line)
    _, (line,) = run("classify", "--json", path)
    told = json.loads(line)
    assert (told["verdict"], told["digit"], told["answer"]) == ("unsure", 7, "7")
    assert told["probability"] == max(told["probabilities"]) >= SURE
    assert told["digitness"] < shipped_gate().threshold
    assert told["doubt"] == REASON


def test_an_unusual_digit_is_counted_among_those_below_the_threshold(run, tmp_path):
    path = tmp_path / "sevens.jsonl"
    drawings = [json.loads(SEVEN.read_text()) | {"label": 7}] * 3
    drawings += [SEVEN_WITH_A_FOOT.to_json() | {"label": 7}, SCRIBBLE | {"label": 8}]
    path.write_text("\n".join(map(json.dumps, drawings)))
    _, (line, *_) = run("evaluate", "--refusals", "--json", path)
    told = json.loads(line)
    assert (told["n"], told["refused"], told["unsure"]) == (5, 2, 1)
    assert (told["share"], told["unsure_share"]) == (0.4, 0.2)
    _, (line, *_) = run("evaluate", "--refusals", path)
    assert line == f"{path}: 5 digits, 40.00% refused or unsure (20.00% unsure)"
    _, (line, *_) = run("evaluate", "--refusals", "--json", "--model", "dense-100", path)
    assert json.loads(line)["unsure"] == 0  # a network that is not sure rescues nothing


def test_evaluate_counts_what_is_refused(run, tmp_path):
    seven = json.loads(SEVEN.read_text())
    path = tmp_path / "mixed.jsonl"
    drawings = [seven | {"label": 7}] * 3 + [SCRIBBLE, SCRIBBLE | {"label": "knot"}, DOT]
    path.write_text("\n".join(map(json.dumps, drawings)))
    status, lines = run("evaluate", "--refusals", "--json", path)
    digits, others, *generated = map(json.loads, lines)
    assert status == 0
    assert (digits["data"], digits["digits"]) == (str(path), True)
    assert (digits["n"], digits["refused"]) == (3, 0)
    assert (others["n"], others["refused"], others["digits"]) == (3, 3, False)
    assert others["auroc"] == 1
    assert others["signs"]["knot"] == {"n": 1, "refused": 1, "unsure": 0}
    assert [one["data"] for one in generated][-1] == "generated: all kinds"
    assert all(one["n"] >= 50 and "auroc" in one for one in generated)
    status, lines = run("evaluate", "--refusals", path)
    assert lines[0] == f"{path}: 3 digits, 0.00% refused or unsure (0.00% unsure)"
    others = f"{path}: 3 drawings that are no digits, 100.00% refused or unsure (0.00% unsure)"
    assert lines[1].startswith(f"{others}, AUROC 1")
    assert "  knot: 1 of 1" in lines


def test_a_set_that_cannot_be_read_is_told(tmp_path, run, capsys):
    assert main(["evaluate", "--refusals", str(tmp_path / "none.jsonl")]) == 1
    told = capsys.readouterr()
    assert "there is no such file" in told.err
    assert not told.out  # nothing else is measured then


def test_a_list_about_another_set_is_refused(tmp_path, run, capsys):
    path = tmp_path / "others.jsonl"
    path.write_text(SEVEN.read_text())
    assert main(["evaluate", "--refusals", "--without", "unipen_dev", str(path)]) == 1
    assert "none of the sets is that file" in capsys.readouterr().err


def test_a_gate_is_fitted_written_and_measured(run, tmp_path, capsys):
    path = tmp_path / "gate.safetensors"
    options = ("--epochs", 1, "--generated", 300, "--digits", 200, "--json", "--out", path)
    status, lines = run("fit-gate", *options)
    told = json.loads(lines[0])
    assert status == 0
    assert told["bytes"] == path.stat().st_size <= 250_000
    assert read_gate(path).threshold == told["threshold"]
    assert read_gate(path).facts["recipe"]["generated"] == 300
    status, lines = run("evaluate", "--refusals", "--json", "--gate", path, SEVEN)
    assert json.loads(lines[0])["threshold"] == told["threshold"]


def test_the_head_of_a_gate_is_fitted_as_it_is_told(run, tmp_path, capsys):
    path, sheets = tmp_path / "gate.safetensors", tmp_path / "sheets"
    options = ("--head", "default", "--generated", 300, "--digits", 200, "--sheets", 1)
    heads = []
    for rate in (0.001, 0.01):
        chosen = ("--epochs", 1, "--learning-rate", rate, "--seed", 5, "--drawings", sheets)
        status, lines = run("fit-gate", *options, *chosen, "--json", "--overwrite", "--out", path)
        told = json.loads(lines[0])
        assert status == 0
        heads.append(read_gate(path).head)
        assert heads[-1].threshold == told["threshold"]
        recipe = read_gate(path).facts["head"]["recipe"]
        assert (recipe["learning_rate"], recipe["seed"], recipe["epochs"]) == (rate, 5, 1)
    assert [path.name for path in sheets.iterdir()] == ["5-00000.safetensors"]
    first, second = (head.weights["logits.weight"] for head in heads)
    assert not np.array_equal(first, second)


def test_a_gate_goes_on_from_one_of_its_network_only(run, tmp_path, capsys):
    path = tmp_path / "gate.safetensors"
    options = ("--epochs", 1, "--generated", 150, "--digits", 100, "--out", path)
    status, _ = run("fit-gate", *options, "--start", ASSETS / "gate.safetensors")
    assert status == 0
    assert "start" in read_gate(path).facts
    other = read_gate(path)
    dense = {"linear1.weight": np.zeros((10, 784)), "linear1.bias": np.zeros(10)}
    write_gate(path, replace(other, architecture=ZOO["softmax-regression"], weights=dense))
    assert main(["fit-gate", *map(str, options), "--start", str(path), "--overwrite"]) == 1
    assert "fit without --start" in capsys.readouterr().err
