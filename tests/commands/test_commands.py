"""The command line: answers, tables, JSON, and what it says about bad input."""

from __future__ import annotations

import gzip
import json
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from handdigit.cli import main
from handdigit.ink.normalise import normalise_ink
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS

EXAMPLES = sorted((ASSETS / "examples").glob("*.json"))
SEVEN = ASSETS / "examples" / "seven.json"


@pytest.fixture
def run(tmp_path, capsys):
    """Return a function that runs the program and returns status, stdout lines, stderr lines."""

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        status = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err.splitlines()

    return run


def write_idx(path: Path, array: np.ndarray) -> Path:
    header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    path.write_bytes(header + array.astype(np.uint8).tobytes())
    return path


def test_classify_reads_the_examples(run):
    status, lines, errors = run("classify", *EXAMPLES)
    assert status == 0
    assert not errors
    assert len(lines) == len(EXAMPLES)
    assert any(line.startswith(f"{SEVEN}: 7  ") for line in lines)


def test_classify_json_has_every_field(run):
    status, lines, _ = run("classify", "--json", SEVEN)
    value = json.loads(lines[0])
    assert status == 0
    assert value["file"] == str(SEVEN)
    assert (value["index"], value["digit"], value["verdict"]) == (0, 7, "digit")
    assert len(value["probabilities"]) == 10
    assert value["probability"] == max(value["probabilities"])
    assert value["model"] == "default"
    assert "label" not in value


def test_classify_answers_the_other_inputs_when_one_is_bad(run, tmp_path):
    good = SEVEN.read_text().strip()
    lines = tmp_path / "some.jsonl"
    lines.write_text(f'{good}\n{{"strokes": [[[1, NaN]]]}}\n\n{good[:-1]}, "label": 7}}\n')
    missing = tmp_path / "missing.png"
    garbage = tmp_path / "garbage.png"
    garbage.write_bytes(b"not a picture")
    status, out, errors = run("classify", "--json", missing, lines, garbage, SEVEN)
    assert status == 1
    values = [json.loads(line) for line in out]
    assert [(v["index"], v["digit"]) for v in values] == [(0, 7), (2, 7), (0, 7)]
    assert values[1]["label"] == 7
    assert len(errors) == 3
    assert f"{lines}, line 2" in errors[1]
    assert all(error.startswith("handdigit: ") for error in errors)


def test_classify_reads_pictures_of_every_format(run, shared_cases):
    files = sorted((shared_cases / "formats").glob("*_3.*"))
    assert {file.suffix for file in files} >= {".gif", ".tiff", ".avif", ".jp2", ".svg", ".pdf"}
    status, lines, errors = run("classify", "--json", *files)
    assert status == 0
    assert [json.loads(line)["digit"] for line in lines] == [3] * len(files)
    begins = f"handdigit: {shared_cases / 'formats'}/"
    assert [said.removeprefix(begins) for said in errors] == [
        "animated_3.gif has several pictures in it: number 2 is read, those before are blank.",
        "x_3.pdf is a PDF: the first photo in it is read.",
    ]


def test_classify_reads_gzip_lines(run, tmp_path):
    path = tmp_path / "some.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n".join(p.read_bytes().strip() for p in EXAMPLES)))
    status, out, _ = run("classify", "--json", path)
    assert status == 0
    assert [json.loads(line)["index"] for line in out] == list(range(len(EXAMPLES)))


def test_an_empty_ink_has_no_digit(run, tmp_path):
    path = tmp_path / "empty.json"
    path.write_text('{"strokes": []}')
    status, out, _ = run("classify", "--json", path)
    value = json.loads(out[0])
    assert status == 0
    assert value["digit"] is None
    assert value["probability"] is None
    assert value["verdict"] == "empty"


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".webp", ".jpg"])
@pytest.mark.parametrize("dark_on_light", [True, False])
def test_a_picture_is_read_like_its_ink(run, tmp_path, suffix, dark_on_light):
    picture = normalise_ink(read_samples(SEVEN)[0].ink).picture
    large = np.kron(255 - picture if dark_on_light else picture, np.ones((8, 8), np.uint8))
    path = tmp_path / f"seven{suffix}"
    Image.fromarray(large).save(path)
    _, out, errors = run("classify", "--json", path)
    assert not errors
    assert json.loads(out[0])["digit"] == 7


def test_an_unknown_model_is_one_sentence(run):
    status, out, errors = run("classify", "--model", "nonsense", SEVEN)
    assert status == 1
    assert not out
    assert len(errors) == 1
    assert "default" in errors[0]


def test_evaluate_counts_and_shows_confusions(run, tmp_path):
    samples = [json.loads(path.read_text()) for path in EXAMPLES]
    names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    for path, sample in zip(EXAMPLES, samples, strict=True):
        sample["label"] = names.index(path.stem)
    samples[0]["label"] = (samples[0]["label"] + 1) % 10  # one is wrong
    data = tmp_path / "labelled.jsonl"
    data.write_text("\n".join(map(json.dumps, samples)))
    status, out, _ = run("evaluate", "--json", data)
    value = json.loads(out[0])
    assert status == 0
    assert value["n"] == len(samples)
    assert value["correct"] == len(samples) - 1
    assert value["accuracy"] == pytest.approx(1 - 1 / len(samples))
    assert np.array(value["confusion"]).sum() == len(samples)
    _, out, _ = run("evaluate", data)
    assert "read as" in out[1]


def test_evaluate_takes_idx_pairs_of_any_size_in_either_order(run, tmp_path):
    picture = normalise_ink(read_samples(SEVEN)[0].ink).picture
    large = np.kron(picture, np.ones((2, 2), np.uint8))
    pictures = write_idx(tmp_path / "pictures", np.stack([large, large]))
    labels = write_idx(tmp_path / "labels", np.array([7, 7]))
    for pair in ((pictures, labels), (labels, pictures)):
        status, out, _ = run("evaluate", "--json", *pair)
        assert status == 0
        assert json.loads(out[0])["accuracy"] == 1.0


def test_evaluate_goes_on_after_a_bad_set(run, tmp_path):
    picture = normalise_ink(read_samples(SEVEN)[0].ink).picture
    write_idx(tmp_path / "t10k-images-idx3-ubyte", picture[None])
    write_idx(tmp_path / "t10k-labels-idx1-ubyte", np.array([7]))
    unlabelled = tmp_path / "unlabelled.jsonl"
    unlabelled.write_text(SEVEN.read_text())
    status, out, errors = run("evaluate", "--json", unlabelled, tmp_path / "none", tmp_path)
    assert status == 1
    assert len(errors) == 2
    assert json.loads(out[0])["n"] == 1


@pytest.mark.parametrize("command", ["classify", "explain"])
def test_a_file_without_inks_is_one_sentence(run, tmp_path, command):
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    status, out, errors = run(command, empty)
    assert (status, out) == (1, [])
    assert errors == [f"handdigit: {empty} has no inks in it."]


def test_a_device_that_is_not_there_is_told(run):
    status, out, errors = run("classify", "--device", "mps", SEVEN)
    assert status == 0
    assert len(out) == 1
    assert "mps is not used" in errors[0]


def test_fitting_in_a_program_packed_without_its_workshop_is_a_sentence(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "handdigit.workshop", None)
    monkeypatch.delitem(sys.modules, "handdigit.commands.fit", raising=False)
    for name in [name for name in sys.modules if name.startswith("handdigit.workshop.")]:
        monkeypatch.delitem(sys.modules, name)
    assert main(["fit-gate", "--out", "gate.safetensors"]) == 1
    assert "run it from a source install" in capsys.readouterr().err
