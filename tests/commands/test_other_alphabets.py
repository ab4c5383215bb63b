"""A model of three shapes from the command line: trained, measured, asked, taught nothing new."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
import torch

from handdigit.cli import main
from handdigit.experiment.receipt import Taught
from handdigit.storage.models.model_file import read_model, read_model_info
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.samples.sample_store import NewSample, SampleStore
from handdigit.training.teaching import read_lesson, teach
from tests.shapes import NAMES, SHAPES, drawn_shape, trained_shapes


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Return the folder of a model, trained by the program itself, with what it is measured on."""
    folder = tmp_path_factory.mktemp("shapes")
    trained_shapes(folder)
    return folder


@pytest.fixture
def run(folder, capsys):
    """Return a function that runs the program and returns status, stdout lines, stderr lines."""

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        model = ["--model", str(folder / "shapes.safetensors")]
        status = main(["--data-dir", str(folder / "data"), *model, *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err.splitlines()

    return run


def test_the_model_file_says_what_the_classes_are_called(folder):
    info = read_model_info(folder / "shapes.safetensors")
    assert info.alphabet == SHAPES
    assert info.architecture.class_count == 3
    assert info.accuracies["validation"]["n"] == 12


def test_it_reads_shapes_that_it_has_not_learned(run, folder):
    status, (line,), _ = run("evaluate", folder / "measured.jsonl", "--json")
    found = json.loads(line)
    assert status == 0
    assert found["n"] == 45
    assert found["accuracy"] > 0.9
    assert found["classes"] == list(NAMES)
    assert np.array(found["confusion"]).shape == (3, 3)
    assert np.trace(found["confusion"]) == found["correct"]


def test_an_answer_is_the_name_of_a_class_and_no_digit(run, folder):
    status, lines, _ = run("classify", folder / "measured.jsonl", "--json")
    answers = [json.loads(line) for line in lines]
    assert status == 0
    assert all(answer["digit"] is None for answer in answers)
    assert all((a["verdict"], a["digitness"]) == ("unjudged", None) for a in answers)
    assert [answer["label"] for answer in answers] == list(NAMES) * 15, "what the file says"
    right = [answer["answer"] == answer["label"] for answer in answers]
    assert np.mean(right) > 0.9
    for answer in answers:
        assert NAMES[int(np.argmax(answer["probabilities"]))] == answer["answer"]
    _, lines, _ = run("classify", folder / "measured.jsonl")
    assert [line.split(": ")[1][0] for line in lines] == [answer["answer"] for answer in answers]


def test_a_class_is_explained_by_its_name(run, folder):
    file = folder / "measured.jsonl"
    arguments = ("explain", file, "--why", "gradient", "--target", "□", "--against", "△")
    _, (line,), _ = run(*arguments, "--json")
    assert (json.loads(line)["target"], json.loads(line)["against"]) == ("□", "△")
    status, _, (error,) = run(*arguments[:-1], "7", "--json")
    assert status == 1
    assert "7 is none of the classes that the model knows: ○, △, □." in error


@pytest.mark.parametrize("label", [7, "7"])
def test_of_digits_everything_is_said_as_ever_and_the_answer_beside_it(capsys, tmp_path, label):
    ink = json.loads((ASSETS / "examples" / "seven.json").read_text())
    (tmp_path / "one.jsonl").write_text(json.dumps(ink | {"label": label}))
    earlier = Path(__file__).parents[1] / "earlier" / "tiny.safetensors"
    for model in ("default", str(earlier)):
        assert main(["classify", str(tmp_path / "one.jsonl"), "--model", model, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["label"] == 7
        assert found["digit"] == int(np.argmax(found["probabilities"]))
        assert found["answer"] == str(found["digit"])
        assert found["verdict"] == "digit"
        assert len(found["probabilities"]) == 10


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("evaluate", "{assets}/examples/seven.json"), "no label"),
        (("evaluate", "{folder}/digits.jsonl"), "7 is none of the classes .*: ○, △, □"),
        (("classify", "--number", "{folder}/measured.jsonl"), "only by models of digits"),
        (("train", "--data", "generated", "--alphabet", "○ △"), "pen model writes digits"),
        (("train", "--data", "{folder}/learned.jsonl"), "○ is none of the classes .*0 to 9"),
        (("train", "--data", "{folder}/learned.jsonl", "--alphabet", "○ △"), "□ is none of"),
        (("train", "--data", "samples", "--alphabet", "○ △"), "no samples of ○, △"),
        (("train", "--data", "generated", "--alphabet", "○ ○"), "Two classes are called ○"),
        (
            ("train", "--start", "{folder}/shapes.safetensors", "--alphabet", "○ △"),
            "shapes knows its classes: leave --alphabet out",
        ),
    ],
)
def test_what_belongs_to_another_alphabet_is_refused_in_a_sentence(
    run, folder, arguments, sentence
):
    (folder / "digits.jsonl").write_text('{"strokes": [[[0, 0], [1, 1]]], "label": 7}\n')
    places = {"folder": folder, "assets": ASSETS}
    status, out, errors = run(*(text.format(**places) for text in arguments))
    assert status == 1
    assert out == []
    assert errors
    assert re.search(sentence, errors[-1]), errors


def test_it_learns_further_with_its_own_classes(run, folder, tmp_path):
    out = tmp_path / "further.safetensors"
    start = folder / "shapes.safetensors"
    status, _, errors = run(
        *("train", "--start", start, "--data", folder / "learned.jsonl"),
        *("--epochs", 1, "--out", out),
    )
    assert (status, errors) == (0, [])
    assert read_model_info(out).alphabet == SHAPES


def test_it_is_taught_samples_of_its_classes_and_of_no_others(folder, tmp_path):
    paths = AppPaths(tmp_path)
    rng = np.random.default_rng(5)
    with SampleStore(paths.samples) as store:
        store.add_all([NewSample(drawn_shape(name, rng), name) for name in NAMES * 3])
        store.add(drawn_shape("○", rng), "0", held_out=False)
    lesson = read_lesson(paths, SHAPES)
    assert len(lesson.learned) == 6, "the third of each is held out"
    model = read_model(folder / "shapes.safetensors")
    *_, taught = teach(model, lesson, torch.device("cpu"))
    assert isinstance(taught, Taught)
    assert taught.model.info.alphabet == SHAPES
    assert taught.receipt.held_out.after.counts == (1, 1, 1)
    assert (taught.receipt.reference_name, taught.receipt.reference.after.n) == ("", 0)
    assert not taught.receipt.is_harmful
