"""Learning from another model: its answers, and its channels to begin with."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from handdigit.cli import main
from handdigit.errors import HanddigitError
from handdigit.experiment.events import Trained
from handdigit.experiment.recipe import Recipe
from handdigit.network.alphabet import Alphabet
from handdigit.network.architecture import Architecture
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import build_network
from handdigit.recognition.pictures import as_input
from handdigit.storage.models.model_file import read_model, read_model_info, write_model
from handdigit.storage.models.model_info import TEACHER
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_spec import RunSpec, run_spec_to_json
from handdigit.storage.runs.run_store import RunStore
from handdigit.training.narrowing import is_narrower, narrowed
from handdigit.training.stored_run import StoredRun, prepare_run
from tests.training.small_data import CPU, bitmaps, network_for, trained

DEFAULT = SHIPPED_MODELS / "default.safetensors"
NARROW = ZOO["default"].text().replace("128", "96").replace("64", "48")
"""Three quarters of the shipped model's channels."""
WIDE_LAYERS = """\
Conv2d({0}, kernel=3, padding=1, bias=False)
BatchNorm2d()
ReLU()
MaxPool2d(2)
Conv2d({1}, kernel=3, stride={2}, bias=False)
BatchNorm2d()
ReLU()
Flatten()
Dropout({3})
Linear(10)
"""


def of_widths(first: int, second: int, *, stride: int = 2, dropout: float = 0.2) -> Architecture:
    return Architecture.parse(WIDE_LAYERS.format(first, second, stride, dropout))


def spec(teacher: Path, network: str = NARROW, **given: object) -> RunSpec:
    recipe = Recipe(network=network, epochs=1, batch_size=10, generated=200, validation=0.05)
    return RunSpec(recipe.to_json(), ("generated",), "taught", teacher=teacher, **given)  # type: ignore[arg-type]


def test_channels_that_nobody_heeds_can_go_without_a_trace() -> None:
    torch.manual_seed(1)
    wide = build_network(of_widths(12, 16)).eval()
    with torch.no_grad():
        wide.get_submodule("conv2").weight[:, 8:] = 0
        wide.get_submodule("dense1").weight.view(10, 16, -1)[:, 10:] = 0
    pictures = as_input(
        np.random.default_rng(1).integers(0, 256, (400, 28, 28), np.uint8), 0.1, 0.3
    )
    narrow = narrowed(wide, of_widths(8, 10), pictures)
    torch.testing.assert_close(narrow(pictures), wide(pictures), rtol=1e-3, atol=1e-3)
    assert not narrow.training


def test_a_narrower_network_reads_nearly_all_digits_before_it_has_learned_anything(
    tmp_path: Path,
) -> None:
    prepared = prepare_run(spec(DEFAULT, NARROW), AppPaths(tmp_path))
    assert prepared.network.architecture.text() == NARROW
    pictures = bitmaps(1).pictures
    given = as_input(pictures, prepared.info.mean, prepared.info.std)
    assert prepared.network(given).argmax(1).tolist() == list(range(10))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (of_widths(8, 10), of_widths(12, 16), True),
        (of_widths(12, 10), of_widths(12, 16), True),
        (of_widths(12, 16), of_widths(12, 16), False),
        (of_widths(13, 10), of_widths(12, 16), False),
        (of_widths(8, 10), ZOO["default"], False),
        (ZOO["default"], ZOO["large"], True),
        (ZOO["resnet-mini"], ZOO["resnet-mini"], False),
        (ZOO["dense-30"], ZOO["dense-100"], False),
        (of_widths(8, 10, dropout=0.5), of_widths(12, 16), True),
        (of_widths(8, 10, stride=1), of_widths(12, 16), False),
    ],
)
def test_only_the_same_chain_with_fewer_channels_is_narrower(
    ours: Architecture, theirs: Architecture, expected: bool
) -> None:
    assert is_narrower(ours, theirs) is expected


def test_the_teachers_answers_count_more_than_the_labels() -> None:
    recipe = Recipe(network="dense-100", epochs=40, batch_size=10, learning_rate=0.1)
    pictures, labels = bitmaps(4).pictures, bitmaps(4).picture_labels
    teacher = network_for(recipe)
    [*_, done] = trained(bitmaps(4), recipe)
    teacher.load_state_dict({k: torch.from_numpy(v) for k, v in done.weights.items()})  # type: ignore[union-attr]
    mistaken = replace(bitmaps(4), picture_labels=(labels + 1) % 10)
    [*_, taught] = trained(mistaken, recipe, teacher=teacher.eval())
    pupil = network_for(recipe)
    pupil.load_state_dict({k: torch.from_numpy(v) for k, v in taught.weights.items()})  # type: ignore[union-attr]
    given = as_input(pictures, 0.13, 0.31, CPU)
    assert torch.equal(pupil(given).argmax(1), teacher(given).argmax(1))
    assert teacher(given).argmax(1).tolist() == labels.tolist()


def test_a_taught_model_says_by_whom(tmp_path: Path) -> None:
    info = prepare_run(spec(DEFAULT), AppPaths(tmp_path)).info
    assert info.teacher == "default"
    assert info.parent[TEACHER]["weights"] == read_model(DEFAULT).fingerprint()
    further = prepare_run(spec(DEFAULT, "default", start=DEFAULT), AppPaths(tmp_path)).info
    assert (further.parent["name"], further.teacher) == ("default", "default")


def test_teachers_that_cannot_teach_are_one_sentence(tmp_path: Path) -> None:
    paths = AppPaths(tmp_path)
    with pytest.raises(HanddigitError, match="is several networks: learn from one of them"):
        prepare_run(spec(SHIPPED_MODELS / "ensemble.safetensors"), paths)
    with pytest.raises(HanddigitError, match="choose a teacher that reads the same"):
        prepare_run(spec(DEFAULT, alphabet=Alphabet.of("abcdefghij")), paths)
    model = read_model(DEFAULT)
    other = tmp_path / "other.safetensors"
    write_model(other, replace(model, info=replace(model.info, name="other", mean=0.5)))
    with pytest.raises(HanddigitError, match="other sees grey levels otherwise than taught"):
        prepare_run(spec(other, "default", start=DEFAULT), paths)


def test_a_run_goes_on_with_its_teacher_bit_for_bit_and_with_no_other(tmp_path: Path) -> None:
    teacher = tmp_path / "teacher.safetensors"
    shutil.copy(DEFAULT, teacher)
    paths = AppPaths(tmp_path)
    store = RunStore(paths.runs)

    def carried_out(*, stops_after: int | None) -> dict[str, np.ndarray]:
        run = store.create(spec(teacher))
        for part in (1, 2):
            with store.locked(run):
                stored = StoredRun(store, run, paths)
                events = []
                for event in stored.events():
                    events.append(event)
                    stored.control.stop = part == 1 and len(events) == stops_after
                if isinstance(events[-1], Trained):
                    return dict(events[-1].weights)
        raise AssertionError

    whole, in_two = carried_out(stops_after=None), carried_out(stops_after=5)
    assert all(np.array_equal(whole[name], in_two[name]) for name in whole)

    run = store.create(spec(teacher))
    with store.locked(run):
        stored = StoredRun(store, run, paths)
        for _event in stored.events():
            stored.control.stop = True
    shutil.copy(SHIPPED_MODELS / "small.safetensors", teacher)
    with pytest.raises(HanddigitError, match="The run began with another small"):
        StoredRun(store, run, paths)


def test_what_an_older_program_cannot_go_on_with_says_so() -> None:
    assert run_spec_to_json(spec(DEFAULT))["format"] == 3
    assert run_spec_to_json(replace(spec(DEFAULT), teacher=None))["format"] == 1


def test_the_command_line_names_a_teacher(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = tmp_path / "narrow.txt"
    network.write_text(NARROW)
    out = tmp_path / "out.safetensors"
    status = main([
        "--data-dir", str(tmp_path / "data"), "train", "--recipe", "generated", "--network",
        str(network), "--teacher", "default", "--epochs", "1", "--set", "generated=200",
        "--data", "generated", "--out", str(out), "--json",
    ])  # fmt: skip
    assert status == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["accuracy"] > 0.9
    assert read_model_info(out).teacher == "default"
