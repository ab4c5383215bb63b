"""``handdigit train``: recipes, networks, data, and runs that were interrupted."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from handdigit.cli import main
from handdigit.commands import train
from handdigit.commands.console import progress_text
from handdigit.experiment.events import StepDone
from handdigit.experiment.recipe import Recipe
from handdigit.network.alphabet import DIGITS
from handdigit.network.zoo import ZOO
from handdigit.storage.atomic import claimed
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.runs import run_store
from handdigit.storage.runs.run_store import RunStore
from tests.training.small_data import NAMES

ROOT = Path(__file__).parents[2]
SEVEN = ASSETS / "examples" / "seven.json"


@pytest.fixture(autouse=True)
def _one_thread():
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def run(tmp_path, capsys):
    """Return a function that runs the program and returns status, stdout lines, stderr lines."""

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        status = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err.splitlines()

    return run


@pytest.fixture
def inks(tmp_path) -> Path:
    """Return a file of four inks a digit."""
    lines = []
    for digit, name in enumerate(NAMES):
        ink = json.loads((ASSETS / "examples" / f"{name}.json").read_text())
        lines += [json.dumps(ink | {"label": digit})] * 4
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def recipe(tmp_path) -> Path:
    """Return a recipe of which every part has a state to keep."""
    path = tmp_path / "tiny.toml"
    path.write_text(
        'network = "softmax-regression"\nepochs = 12\nbatch_size = 5\noptimiser = "adam"\n'
        "learning_rate = 0.01\naveraging = 0.5\nvalidation = 0.25\npatience = 12\n"
        "[augmentation]\nrotate = 3\n"
    )
    return path


def same_weights(some: Path, other: Path) -> bool:
    return read_model(some).fingerprint() == read_model(other).fingerprint()


def test_training_gives_a_model_that_answers(run, tmp_path, recipe, inks):
    out = tmp_path / "mine.safetensors"
    arguments = ("train", "--recipe", recipe, "--data", inks, "--out", out)
    status, lines, errors = run(*arguments)
    assert (status, errors) == (0, [])
    assert len(lines) == 13
    assert "validation" in lines[0]
    assert lines[-1] == f"wrote {out}"
    _, answer, _ = run("classify", "--json", "--model", out, SEVEN)
    assert json.loads(answer[0])["digit"] == 7
    assert json.loads(answer[0])["model"] == "mine"
    info = read_model(out).info
    assert info.training_data[0]["count"] == 40
    assert len(info.results["curve"]) == 12
    assert info.results["validation"]["n"] == 10
    assert info.recipe["optimiser"] == "adam"
    again = tmp_path / "again.safetensors"
    run(*arguments[:-1], again)
    assert same_weights(again, out), "same recipe, seed and data"
    run(*arguments[:-1], again, "--seed", 7, "--overwrite")
    assert not same_weights(again, out)


def test_without_data_it_learns_generated_handwriting(run, tmp_path, recipe):
    text = recipe.read_text().replace("[augmentation]", "generated = 40\n[augmentation]")
    own = AppPaths(tmp_path / "data").recipes
    own.mkdir(parents=True)
    (own / "mine.toml").write_text(text)
    status, lines, errors = run("train", "--recipe", "mine", "--epochs", 1, "--json")
    assert (status, errors) == (0, [])
    assert json.loads(lines[0])["epoch"] == 1
    written = Path(json.loads(lines[1])["wrote"])
    assert written == AppPaths(tmp_path / "data").models / "mine.safetensors"
    assert read_model(written).info.training_data[0]["name"] == "generated handwriting"
    _, lines, _ = run("train", "--recipe", "mine", "--epochs", 1, "--json")
    second = Path(json.loads(lines[1])["wrote"])
    assert second.parent == written.parent
    assert second != written
    assert same_weights(second, written)


def test_a_network_by_name_or_from_a_file_takes_the_place_of_the_recipes(
    run, tmp_path, recipe, inks
):
    given = ("train", "--recipe", recipe, "--data", inks, "--epochs", 1)
    out = tmp_path / "m.safetensors"
    assert run(*given, "--network", "dense-30", "--out", out)[0] == 0
    assert read_model(out).info.architecture == ZOO["dense-30"]
    layers = tmp_path / "mine.txt"
    layers.write_text("# one layer\nFlatten()\nLinear(10, bias=False)\n")
    assert run(*given, "--network", layers, "--out", out, "--overwrite")[0] == 0
    assert read_model(out).info.architecture.parameter_count == 7840
    status, _, errors = run(*given, "--network", "nonsense")
    assert status == 1
    assert "lenet5" in errors[0]


def test_training_can_go_on_from_a_model(run, tmp_path, recipe, inks):
    first, second = tmp_path / "first.safetensors", tmp_path / "second.safetensors"
    given = ("train", "--recipe", recipe, "--data", inks, "--epochs", 1)
    assert run(*given, "--out", first)[0] == 0
    assert run(*given, "--start", first, "--out", second)[0] == 0
    info = read_model(second).info
    assert info.parent == {"name": "first", "weights": read_model(first).fingerprint()}
    status, _, errors = run(*given, "--start", "default")
    assert status == 1
    assert "another network" in errors[0]


def test_what_goes_on_from_a_model_has_its_network(run, tmp_path, inks):
    out = tmp_path / "further.safetensors"
    assert run("train", "--start", "default", "--data", inks, "--epochs", 1, "--out", out)[0] == 0
    assert read_model(out).info.architecture == ZOO["default"]
    assert Recipe.from_json(read_model(out).info.recipe).network == "default"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_is_resumed_and_ends_the_same(
    run, tmp_path, monkeypatch, recipe, inks, number
):
    whole, out = tmp_path / "whole.safetensors", tmp_path / "m.safetensors"
    given = ("train", "--recipe", recipe, "--data", inks)
    assert run(*given, "--out", whole)[0] == 0
    with monkeypatch.context() as patched:
        show = train.ProgressLine.update

        def interrupt(self: train.ProgressLine, done: StepDone) -> None:
            show(self, done)
            if done.step == 20:
                signal.raise_signal(number)

        patched.setattr(train.ProgressLine, "update", interrupt)
        before = signal.getsignal(number)
        status, lines, errors = run(*given, "--out", out)
        assert signal.getsignal(number) == before
    assert status == 130
    assert len(lines) == 3
    assert errors == [
        "handdigit: Stopped after step 20 of 72; go on with: "
        f"handdigit train --data-dir {tmp_path / 'data'} --resume --out {out}"
    ]
    assert not out.exists()
    status, _, errors = run("train", "--resume", "--out", out, "--epochs", 3)
    assert status == 1
    assert "leave --epochs out" in errors[0]
    status, lines, errors = run("train", "--resume", "--out", out)
    assert (status, errors) == (0, [])
    assert len(lines) == 10
    assert same_weights(out, whole)
    curves = [
        [{**epoch, "seconds": 0} for epoch in read_model(path).info.results["curve"]]
        for path in (out, whole)
    ]
    assert curves[0] == curves[1]
    status, _, errors = run("train", "--resume", "--out", out)
    assert status == 1
    assert errors == [
        f"handdigit: There is no interrupted run that was to write {out}: train without --resume."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("network = 3 3", "TOML"),
        ('network = "default"\nspeed = 3', "speed"),
        ("epochs = 3", "network"),
        ('network = "Linear(10)"', "Flatten"),
        ('network = "default"\nlearning_rate = "fast"', "learning_rate must be a number"),
    ],
)
def test_a_bad_recipe_is_one_sentence(run, tmp_path, text, expected):
    recipe = tmp_path / "bad.toml"
    recipe.write_text(text)
    status, _, errors = run("train", "--recipe", recipe)
    assert status == 1
    assert len(errors) == 1
    assert expected in errors[0]
    assert not RunStore(AppPaths(tmp_path / "data").runs).runs()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--epochs", -1), "at least"),
        (("--epochs", 0), "at least"),
        (("--seed", -1), "at least"),
        (("--set", "rotate=200"), "rotate must be at most 180"),
        (("--set", "optimiser=adem"), "optimiser must be one of sgd, momentum"),
        (("--set", "pride=1"), "there is no setting pride"),
        (("--recipe", "nonsense"), "There is no recipe nonsense: there are "),
        (("--recipe", "nonsense.toml"), "no such file"),
        (("--network", "Linear(10"), "There is no network"),
        (("--data", "mnist"), "fetch-data mnist"),
        (("--data", "mnist:/nowhere"), "no MNIST in /nowhere"),
        (("--data", "samples"), "no samples"),
        (("--data", "nonsense"), "generated, samples, mnist"),
        (("--data", "nonsense.jsonl"), "no such file"),
        (("--out", "m.pt"), "must end in .safetensors"),
        (("--start", "nonsense"), "There is no model"),
        (("--resume",), "There is no interrupted run: train without --resume"),
        (("--device", "mps"), "mps cannot be used"),
    ],
)
def test_what_cannot_be_trained_is_one_sentence_and_leaves_nothing(
    run, tmp_path, options, expected
):
    status, out, errors = run("train", *options)
    assert (status, out) == (1, [])
    assert len(errors) == 1
    assert expected in errors[0]
    assert not RunStore(AppPaths(tmp_path / "data").runs).runs()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that takes no file")
def test_a_folder_that_takes_no_file_is_found_out_before_the_training(run, recipe, inks):
    out = "/proc/self/m.safetensors"
    status, lines, errors = run("train", "--recipe", recipe, "--data", inks, "--out", out)
    assert (status, lines) == (1, [])
    assert errors[0].startswith(f"handdigit: {out} cannot be written: ")


def test_a_model_that_cannot_be_written_at_the_end_is_not_lost(run, tmp_path, recipe, inks):
    folder, moved = tmp_path / "made", tmp_path / "moved"
    out = folder / "m.safetensors"
    with pytest.MonkeyPatch.context() as patched:
        show = train.ProgressLine.update

        def stand_in_the_way(self: train.ProgressLine, done: StepDone) -> None:
            show(self, done)
            if not moved.exists():
                folder.rename(moved)
                folder.write_text("in the way")

        patched.setattr(train.ProgressLine, "update", stand_in_the_way)
        status, _, errors = run("train", "--recipe", recipe, "--data", inks, "--out", out)
    assert status == 1
    assert errors[0].endswith(
        f"then go on with: handdigit train --data-dir {tmp_path / 'data'} --resume --out {out}"
    )
    folder.unlink()
    status, lines, errors = run("train", "--resume", "--out", out)
    assert (status, lines, errors) == (0, [f"wrote {out}"], [])


def test_the_model_that_answers_means_nothing_here_and_is_refused(run, capsys):
    with pytest.raises(SystemExit):
        run("train", "--model", "default")
    assert "unrecognized arguments: --model" in capsys.readouterr().err


def test_the_progress_line_fits_a_terminal():
    text = progress_text(StepDone(5_000, 10_000, 0.5, 0.93, 0.1), 100, 128, 40.0)
    assert len(text) < 80
    assert " 50%  epoch 50/100  loss 0.500  accuracy 93%  5,120/s  2:05 left" in text


def test_any_setting_is_set_on_the_command_line(run, tmp_path, recipe, inks):
    out = tmp_path / "m.safetensors"
    given = ("epochs=1", "patience=0", "rotate=0", "shear=0.1", "optimiser=sgd", "dropout=null")
    options = [part for text in given for part in ("--set", text)]
    status, _, _ = run("train", "--recipe", recipe, "--data", inks, *options, "--out", out)
    assert status == 0
    kept = Recipe.from_json(read_model(out).info.recipe)
    assert (kept.epochs, kept.patience, kept.dropout) == (1, 0, None)
    assert (kept.augmentation.rotate, kept.augmentation.shear) == (0, 0.1)
    assert kept.optimiser == "sgd"
    assert kept.batch_size == 5


def test_two_processes_learn_as_one_does(run, tmp_path, inks):
    recipe = tmp_path / "shared.toml"
    recipe.write_text(
        'network = """\nConv2d(8, kernel=5, stride=2)\nBatchNorm2d()\nReLU()\nFlatten()\nLinear(10)'
        '"""\nepochs = 2\nbatch_size = 25\noptimiser = "momentum"\nlearning_rate = 0.02\n'
        "averaging = 0.3\nvalidation = 0.2\ngenerated = 160\n"
        "[augmentation]\nrotate = 5\nelastic = 0.5\nnoise = 0.1\nstyles = 0.2\n"
    )
    alone, out = tmp_path / "alone.safetensors", tmp_path / "m.safetensors"
    given = ["train", "--recipe", str(recipe), "--device", "cpu", "--data", str(inks)]
    given += ["--data", "generated", "--out"]
    _, lines, _ = run(*given, alone)
    data = tmp_path / "team"
    result = subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"),
            *("--master-port", str(_free_port()), "-m", "handdigit", "--data-dir", str(data)),
            *(*given, str(out)),
        ],
        cwd=ROOT,
        # torchrun leaves its logs in the system's temporary folder.
        env=os.environ | {"OMP_NUM_THREADS": "1", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert not list(tmp_path.glob(".*"))  # nothing claims the file any more
    printed = result.stdout.splitlines()
    assert [line.split(":")[0] for line in printed] == [
        line.split(":")[0] for line in lines[:2]
    ] + [f"wrote {out}"]
    (stored,) = RunStore(data / "runs").runs()
    assert stored.model == out
    assert [path.name for path in RunStore(data / "runs").snapshots(stored)] == [
        f"epoch-{epoch:03}.safetensors" for epoch in range(3)
    ]
    by_one, by_two = (read_model(path) for path in (alone, out))
    begun = read_model(RunStore(data / "runs").snapshots(stored)[0])
    learned, apart = (
        np.concatenate([(by_one.weights[n] - w).ravel() for n, w in other.weights.items()])
        for other in (begun, by_two)
    )
    # Products are rounded to bfloat16 where the processor has it: 0.2 %, after 16 steps.
    assert np.linalg.norm(apart) < 0.01 * np.linalg.norm(learned)
    for one, two in zip(*(m.info.results["curve"] for m in (by_one, by_two)), strict=True):
        assert two["loss"] == pytest.approx(one["loss"], abs=0.01)
        assert two["validation_loss"] == pytest.approx(one["validation_loss"], abs=0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_run_of_an_earlier_version_is_gone_on_with(run, tmp_path):
    runs = AppPaths(tmp_path / "data").runs
    shutil.copytree(ROOT / "tests" / "earlier" / "run", runs / "20260101-000000")
    status, out, _ = run("train", "--resume", "--json")
    assert status == 0
    *epochs, wrote = map(json.loads, out)
    assert [epoch["epoch"] for epoch in epochs] == [2], "the first was done by that version"
    info = read_model(Path(wrote["wrote"])).info
    assert (info.alphabet, len(info.curve)) == (DIGITS, 2)


def test_what_is_written_replaces_nothing_unasked(run, tmp_path, inks):
    out = tmp_path / "thesis.safetensors"
    out.write_text("years of work")
    given = ("train", "--data", inks, "--network", "dense-30", "--epochs", 1, "--out", out)
    status, _, errors = run(*given)
    assert (status, out.read_text()) == (1, "years of work")
    assert errors == [
        f"handdigit: {out} is there already: name another file, or replace it with --overwrite."
    ]
    assert RunStore(tmp_path / "data" / "runs").runs() == ()
    assert run(*given, "--overwrite")[0] == 0
    assert read_model(out).info.name == "thesis"


def test_a_file_that_appears_during_the_training_stays(run, tmp_path, inks, monkeypatch):
    out = tmp_path / "m.safetensors"
    kept = train._kept

    def appears_first(*given):
        out.write_text("another's")
        return kept(*given)

    monkeypatch.setattr(train, "_kept", appears_first)
    given = ("train", "--data", inks, "--network", "dense-30", "--epochs", 1, "--out", out)
    status, _, errors = run(*given)
    assert (status, out.read_text()) == (1, "another's")
    assert "is there and was not to be replaced" in errors[-1]
    assert read_model(tmp_path / "m-2.safetensors").info.name == "m"


@pytest.mark.parametrize("again", [(), ("--overwrite",)])
def test_a_run_that_goes_on_replaces_only_the_file_that_was_to_be_replaced(
    run, tmp_path, recipe, inks, monkeypatch, again
):
    folder = tmp_path / "real"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    out = folder / "m.safetensors"
    out.write_text("was to be replaced")
    with monkeypatch.context() as patched:
        show = train.ProgressLine.update

        def interrupt(self: train.ProgressLine, done: StepDone) -> None:
            show(self, done)
            if done.step == 20:
                signal.raise_signal(signal.SIGINT)

        patched.setattr(train.ProgressLine, "update", interrupt)
        given = ("train", "--recipe", recipe, "--data", inks, "--overwrite", "--out", out)
        assert run(*given)[0] == 130
    out.unlink()
    out.write_text("another's")
    same = tmp_path / "link" / ".." / "real" / out.name
    status, _, errors = run("train", "--resume", "--out", same, *again)
    if again:
        assert (status, errors, read_model(out).info.name) == (0, [], "m")
    else:
        assert (status, out.read_text()) == (1, "another's")
        assert "kept beside it as m-2.safetensors" in errors[-1]


def test_only_one_training_at_a_time_is_to_write_a_file(run, tmp_path, inks):
    out = tmp_path / "m.safetensors"
    given = ("train", "--data", inks, "--network", "dense-30", "--epochs", 1, "--out", out)
    with claimed(out):
        status, _, errors = run(*given)
        assert status == 1
        assert errors == [
            f"handdigit: Another handdigit is going to write {out}: wait for it, or name another "
            "file."
        ]
    assert run(*given)[0] == 0


BEGINS = """
import sys
from handdigit import cli
def wait(*_):
    print("begun", flush=True)
    sys.stdin.read()
cli._run = wait
cli.main(sys.argv[1:])
"""
"""The program up to where a command begins to compute."""


def test_a_training_with_other_data_does_not_begin_to_write_the_same_file(run, tmp_path, inks):
    out = tmp_path / "m.safetensors"
    given = ["train", "--data", str(inks), "--network", "dense-30", "--out", str(out), "--json"]
    program = [sys.executable, "-c", BEGINS, "--data-dir", str(tmp_path / "other"), *given]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, cwd=ROOT, stdin=pipe, stdout=pipe) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"begun\n"
        status, _, errors = run(*given, "--epochs", 1)
        assert status == 1
        assert errors[0].startswith(f"handdigit: Another handdigit is going to write {out}")
        assert not (tmp_path / "data").exists()  # at once: there is not even a run
        first.kill()
        first.wait()
    assert run(*given, "--epochs", 1)[0] == 0
    assert not list(tmp_path.glob(".*"))  # what it left is gone


def test_a_run_that_goes_on_takes_no_other_file_for_its_own(run, tmp_path, inks, monkeypatch):
    out = tmp_path / "m.safetensors"

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    given = ("train", "--data", inks, "--network", "dense-30", "--epochs", 1, "--out", out)
    with monkeypatch.context() as patch:
        patch.setattr(run_store, "write_model", killed)
        assert run(*given)[0] == 130
    out.write_text("another's")
    status, _, errors = run("train", "--resume", "--out", out)
    assert (status, out.read_text()) == (1, "another's")
    assert errors[-1].endswith("kept beside it as m-2.safetensors.")
    assert read_model(tmp_path / "m-2.safetensors").info.name == "m"
    assert run("train", "--resume", "--out", out)[0] == 1  # there is nothing to go on with
    assert not (tmp_path / "m-3.safetensors").exists()


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({"WORLD_SIZE": "abc"}, "WORLD_SIZE is 'abc'"),
        ({"WORLD_SIZE": "2"}, "RANK is ''"),
        ({"WORLD_SIZE": "2", "RANK": "0", "LOCAL_RANK": "0", "MASTER_PORT": "1"}, "MASTER_ADDR"),
        ({"WORLD_SIZE": "2", "RANK": "-1"}, "RANK is '-1'"),
        ({"WORLD_SIZE": "9" * 5000}, "RANK is ''"),
        ({"WORLD_SIZE": "", "RANK": "0"}, "WORLD_SIZE is ''"),
    ],
)
def test_half_of_what_torchrun_sets_is_refused(run, inks, monkeypatch, variables, named):
    for name in ("WORLD_SIZE", "RANK", "LOCAL_RANK", "MASTER_ADDR", "MASTER_PORT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    status, _, errors = run("train", "--data", inks, "--network", "dense-30", "--epochs", 1)
    assert status == 1
    assert len(errors) == 1
    assert named in errors[0]
    assert "start several processes with torchrun" in errors[0]
