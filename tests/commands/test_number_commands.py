"""``classify --number`` and ``evaluate --number``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from handdigit.cli import main
from handdigit.commands.evaluate_number import LineStyle, compose_line
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS
from tests.recognition.test_numbers_in_pictures import pictured

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the program and returns status, stdout lines, stderr lines."""

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        status = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err.splitlines()

    return run


@pytest.fixture
def year(tmp_path: Path) -> Path:
    inks = [read_samples(ASSETS / "examples" / f"{NAMES[d]}.json")[0].ink for d in (2, 0, 2, 6)]
    line = compose_line(inks, np.random.default_rng(3), LineStyle(gap=(0.3, 0.3)))
    path = tmp_path / "year.json"
    path.write_text(json.dumps(line.ink.to_json()))
    return path


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "labelled.jsonl"
    examples = (json.loads((ASSETS / "examples" / f"{name}.json").read_text()) for name in NAMES)
    path.write_text("\n".join(json.dumps(e | {"label": d}) for d, e in enumerate(examples)))
    return path


def test_a_number_is_told_with_a_figure_a_digit(run: Run, year: Path) -> None:
    status, [line], errors = run("classify", "--number", year)
    assert (status, errors) == (0, [])
    assert line.startswith(f"{year}: 2026  ")
    assert line.count("%") == 4


def test_json_has_the_text_and_an_entry_a_digit(run: Run, year: Path) -> None:
    _, [line], _ = run("classify", "--number", "--json", year)
    value = json.loads(line)
    assert value["text"] == "2026"
    assert [digit["digit"] for digit in value["digits"]] == [2, 0, 2, 6]
    lefts = [digit["box"][0] for digit in value["digits"]]
    assert lefts == sorted(lefts)
    assert all(len(digit["box"]) == 4 for digit in value["digits"])
    assert sorted(s[0] for d in value["digits"] for s in d["strokes"]) == list(
        range(len(read_samples(year)[0].ink.strokes))
    )
    assert all(other["text"] and other["digits"] for other in value["alternatives"])


def test_an_empty_ink_is_empty(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nothing.json"
    path.write_text('{"strokes": []}')
    assert run("classify", "--number", path)[1] == [f"{path}: empty"]
    [line] = run("classify", "--number", "--json", path)[1]
    assert json.loads(line)["text"] == ""


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "407.png"
    Image.fromarray(pictured("407")).save(path)
    return path


def test_a_number_in_a_picture_is_read_with_its_boxes(run: Run, picture: Path) -> None:
    status, [line], errors = run("classify", "--number", "--json", picture)
    value = json.loads(line)
    assert (status, errors, value["text"]) == (0, [], "407")
    lefts = [entry["box"][0] for entry in value["digits"]]
    assert lefts == sorted(lefts)
    assert lefts[-1] > 100  # pixels of the picture


def test_without_number_several_digits_are_refused_with_what_to_do(run: Run, picture: Path) -> None:
    _, [line], _ = run("classify", picture)
    assert "not a digit" in line
    assert "407: read them with --number" in line
    _, [line], _ = run("classify", "--json", picture)
    value = json.loads(line)
    assert (value["digit"], value["verdict"]) == (None, "not a digit")
    assert "--number" in value["several"]


def test_composed_numbers_are_measured(run: Run, labelled: Path) -> None:
    status, [line], _ = run("evaluate", "--number", labelled, "--lines", 30, "--json")
    value = json.loads(line)
    assert status == 0
    assert (value["n"], value["length"], value["seed"]) == (30, 4, 1)
    assert value["accuracy"] == value["exact"] / 30 >= 0.9
    assert value["exact"] + len(value["misread"]) == 30
    assert run("evaluate", "--number", labelled, "--lines", 30, "--json")[1] == [line]


def test_an_empty_drawing_is_in_no_number(run: Run, labelled: Path) -> None:
    arguments = ("evaluate", "--number", labelled, "--lines", 5, "--json")
    before = run(*arguments)
    with labelled.open("a") as file:
        file.write('\n{"strokes": [], "label": 3}')
    assert run(*arguments) == before


def test_measuring_says_what_it_needs(run: Run) -> None:
    assert "labelled inks" in run("evaluate", "--number", ASSETS / "why.png")[2][0]


def test_faulty_drawings_can_be_left_out(run: Run, shared_data: Path) -> None:
    digits = shared_data / "strokes" / "unipen_dev.jsonl.gz"
    arguments = ("evaluate", "--number", digits, "--lines", 20, "--json", "--without", "unipen_dev")
    status, [line], _ = run(*arguments)
    assert status == 0
    assert "without" in json.loads(line)["data"]
