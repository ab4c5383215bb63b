"""``handdigit models``: the list, and every action on it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from handdigit.cli import main
from handdigit.gui.state.models.active_model import open_settings, read_trail
from handdigit.network.zoo import ZOO
from handdigit.storage.models.model_file import read_model, write_model
from handdigit.storage.paths import ASSETS, AppPaths
from tests.recognition.strategies import model_of, random_network

SEVEN = ASSETS / "examples" / "seven.json"


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    found = AppPaths(tmp_path / "data")
    for seed, name in enumerate(("ant", "bee", "cat")):
        model = model_of(random_network(ZOO["dense-30"], seed), name)
        write_model(found.models / f"{name}.safetensors", model)
    return found


@pytest.fixture
def run(paths: AppPaths, capsys: pytest.CaptureFixture[str]):
    """Return a function that runs the program and returns status, stdout lines, stderr."""

    def run(*arguments: object) -> tuple[int, list[str], str]:
        status = main(["--data-dir", str(paths.folder), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err

    return run


def listed(run) -> list[dict]:
    """Return the default and the user's: how many more were shipped does not matter here."""
    values = [json.loads(line) for line in run("models", "--json")[1]]
    return [v for v in values if v["name"] == "default" or not v["shipped"]]


def names(run) -> list[str]:
    return [value["name"] for value in listed(run)]


def test_the_list_tells_what_there_is(run):
    status, lines, _ = run("models")
    assert status == 0
    assert lines[0].split()[:2] == ["*", "default"]
    assert "MNIST test 99." in lines[0]
    own = [line.split() for line in lines if "dense-30" in line]
    assert own == [[name, "dense-30", "23,860"] for name in ("ant", "bee", "cat")]


def test_the_list_as_json_has_every_field(run, paths):
    default, ant, *_ = listed(run)
    assert (default["active"], default["shipped"]) == (True, True)
    assert default["results"]["MNIST test"] > 0.99
    assert ant["path"] == str(paths.models / "ant.safetensors")
    assert (ant["parameters"], ant["network"], ant["members"]) == (23860, "dense-30", [])


def test_a_version_is_renamed_noted_and_deleted(run, paths):
    before = read_model(paths.models / "ant.safetensors").fingerprint()
    assert run("models", "rename", "ant", "wasp")[0] == 0
    assert run("models", "annotate", "wasp", "it stings")[0] == 0
    after = read_model(paths.models / "wasp.safetensors")
    assert (after.fingerprint(), after.info.note) == (before, "it stings")
    status, _, error = run("models", "delete", "wasp")  # nobody is there to be asked
    assert (status, "--yes" in error) == (1, True)
    assert run("models", "delete", "wasp", "--yes")[0] == 0
    assert names(run) == ["default", "bee", "cat"]


def test_models_go_out_and_come_in(run, tmp_path):
    target = tmp_path / "out.safetensors"
    assert run("models", "export", "ant", target)[1] == [f"wrote {target}"]
    status, lines, _ = run("models", "import", target, "--json")
    assert status == 0
    assert json.loads(lines[0])["done"] == "imported out"
    assert names(run) == ["default", "ant", "bee", "cat", "out"]


def test_a_model_goes_out_in_half_precision(run, paths, tmp_path):
    whole, half = paths.models / "ant.safetensors", tmp_path / "half.safetensors"
    assert run("models", "export", "ant", half, "--precision", "half")[0] == 0
    assert half.stat().st_size < whole.stat().st_size * 0.6
    answers = []
    for model in (whole, half):
        _, lines, _ = run("classify", "--json", "--model", model, SEVEN)
        answers.append(json.loads(lines[0])["probabilities"])
    assert answers[0] != answers[1]
    assert answers[0] == pytest.approx(answers[1], abs=1e-2)


def test_the_window_starts_with_the_activated_one(run, paths):
    assert run("models", "activate", "bee")[0] == 0
    assert read_trail(open_settings(paths)) == ("default", "bee")
    run("models", "rename", "bee", "hornet")
    assert read_trail(open_settings(paths)) == ("default", "hornet")
    assert "* hornet" in "\n".join(run("models")[1])


@pytest.mark.parametrize("rule", ["mean", "majority", "looks"])
def test_several_vote_as_one(run, rule):
    made = run("models", "ensemble", "insects", "--of", "ant", "bee", "cat", "--rule", rule)
    assert made[:2] == (0, [f"made insects: 3 voting, {rule}"])
    run("models", "delete", "cat", "--yes")  # it holds what it needs
    status, lines, _ = run("classify", "--json", "--model", "insects", SEVEN)
    answer = json.loads(lines[0])
    assert status == 0
    assert [vote["model"] for vote in answer["votes"]] == ["ant", "bee", "cat"]
    votes = np.array([vote["probabilities"] for vote in answer["votes"]])
    assert [vote["digit"] for vote in answer["votes"]] == votes.argmax(axis=1).tolist()
    if rule == "mean":
        assert answer["probabilities"] == pytest.approx(votes.mean(axis=0))


def test_weights_are_averaged(run, tmp_path):
    again = tmp_path / "again.safetensors"
    run("models", "export", "ant", again)
    made = run("models", "average", "colony", "--of", "ant", again)
    assert made[:2] == (0, ["made colony: the mean of 2"])
    answers = [
        json.loads(run("classify", "--json", "--model", model, SEVEN)[1][0])["probabilities"]
        for model in ("ant", "colony")
    ]
    assert answers[0] == answers[1]


def test_an_ensemble_is_measured_and_explained(run, tmp_path):
    run("models", "ensemble", "insects", "--of", "ant", "bee")
    ink = json.loads(SEVEN.read_text()) | {"label": 7}
    labelled = tmp_path / "sevens.jsonl"
    labelled.write_text(json.dumps(ink))
    status, lines, _ = run("evaluate", "--json", "--model", "insects", labelled)
    assert (status, json.loads(lines[0])["n"]) == (0, 1)
    status, lines, _ = run("explain", "--model", "insects", "--layer", "dense1", SEVEN)
    assert status == 0
    one = run("explain", "--model", "ant", "--layer", "dense1", SEVEN)[1]
    assert lines == one  # the first member is looked into


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["rename", "default", "x"], "came with the program"),
        (["rename", "ant", "bee"], "already"),
        (["rename", "ant", "a/b"], "cannot be a name"),
        (["delete", "nothing", "--yes"], "There is no model 'nothing'"),
        (["import", "nothing.safetensors"], "no such model file"),
        (["activate", "nothing"], "There is no model"),
        (["ensemble", "x", "--of", "ant"], "at least two"),
        (["ensemble", "ant", "--of", "ant", "bee"], "already"),
        (["average", "x", "--of", "ant"], "at least two"),
        (["average", "x", "--of", "ant", "default"], "another network"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run, arguments, sentence):
    status, lines, error = run("models", *arguments)
    assert (status, lines) == (1, [])
    assert sentence in error
    assert error.count("\n") == 1
    assert names(run) == ["default", "ant", "bee", "cat"]


def test_what_is_no_model_is_listed_with_its_reason_and_can_be_deleted(run, paths):
    bad = paths.models / "zebra.safetensors"
    bad.write_bytes(b"garbage")
    status, lines, error = run("models")
    assert (status, error) == (0, "")
    assert (
        lines[-1] == "! zebra                    zebra.safetensors is not a model file, or it is "
        "damaged."
    )
    *good, zebra = listed(run)
    assert {value["unusable"] for value in good} == {None}
    assert zebra["unusable"] == "zebra.safetensors is not a model file, or it is damaged."
    assert zebra.keys() == good[0].keys()
    assert (zebra["name"], zebra["path"]) == ("zebra", str(bad))
    assert run("models", "delete", "zebra", "--yes")[0] == 0
    assert not bad.exists()
    assert names(run) == ["default", "ant", "bee", "cat"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"[General]\nactiveModels=" + b"[" * 3000 + b"\n"),
        lambda path: path.mkdir(),
        os.mkfifo,
        lambda path: path.write_bytes(bytes(range(256)) * 10),
    ],
    ids=["brackets", "folder", "pipe", "garbage"],
)
def test_spoiled_settings_keep_no_command_from_its_work(run, paths, spoil):
    spoil(paths.settings)
    status, lines, error = run("models")
    assert (status, error) == (0, "")
    assert lines[0].startswith("* default")
    status, _, error = run("models", "activate", "bee")
    assert (status, error.count("\n")) == ((0, 0) if paths.settings.is_file() else (1, 1))
    assert run("models", "rename", "ant", "wasp")[0] == 0


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_text(""), os.mkfifo], ids=["file", "pipe"]
)
def test_no_folder_where_the_models_should_be_is_a_sentence(run, paths, spoil, tmp_path):
    target = tmp_path / "out.safetensors"
    run("models", "export", "ant", target)
    shutil.rmtree(paths.models)
    spoil(paths.models)
    assert names(run) == ["default"]
    status, _, error = run("models", "import", target)
    assert (status, error.count("\n")) == (1, 1)
    assert str(paths.models) in error
