"""The model file: everything comes back, nothing strange gets in, nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from handdigit.errors import HanddigitError, ModelFileError
from handdigit.network.alphabet import Alphabet
from handdigit.network.architecture import Architecture
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.model_file import (
    FORMAT,
    ModelFile,
    make_ensemble,
    read_model,
    read_model_info,
    require_sound,
    rounded_to,
    write_model,
)
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.precision import Precision

ARCHITECTURE = Architecture.parse("Flatten()\nLinear(10)")
WEIGHTS = {
    "dense1.weight": np.random.default_rng(0).normal(size=(10, 784)).astype(np.float32),
    "dense1.bias": np.zeros(10, np.float32),
}
INFO = ModelInfo(
    name="Größe 7",
    architecture=ARCHITECTURE,
    mean=0.13,
    std=0.31,
    temperature=1.25,
    created="2024-05-06T07:08:09Z",
    recipe={"epochs": 6, "augmentation": {"rotate": 12.5}},
    training_data=({"name": "MNIST", "count": 60000},),
    results={"MNIST test": {"n": 10000, "accuracy": 0.995}, "curve": [{"epoch": 1}]},
    parent={"name": "default", "weights": "c5a1"},
    note="mit Ümlaut",
)
MODEL = ModelFile(INFO, WEIGHTS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "model.safetensors"
    write_model(path, MODEL)
    return path


def rewrite(path: Path, **changes: Any) -> None:
    """Change what the file says about its model; None takes a key out."""
    info = json.loads(metadata(path)["handdigit"]) | changes
    info = {key: value for key, value in info.items() if value is not None}
    save(path, {"handdigit": json.dumps(info)})


def metadata(path: Path) -> dict[str, str]:
    with safetensors.safe_open(path, framework="numpy") as file:
        return dict(file.metadata())


def save(path: Path, described: dict[str, str] | None) -> None:
    safetensors.numpy.save_file(WEIGHTS, path, metadata=described)


def test_a_model_comes_back_as_it_was_written(path: Path) -> None:
    read = read_model(path)
    assert read.info == INFO
    assert read.weights.keys() == WEIGHTS.keys()
    for name, weights in WEIGHTS.items():
        assert np.array_equal(read.weights[name], weights)
        assert read.weights[name].dtype == weights.dtype
    assert read.fingerprint() == MODEL.fingerprint()


def test_the_description_is_read_without_the_weights(path: Path) -> None:
    assert read_model_info(path) == INFO


SHAPES = Alphabet.of("○△□", "shapes")
"""What a model of the same network, but for its end, tells apart."""
SHAPE_INFO = replace(
    INFO, architecture=INFO.architecture.with_classes(len(SHAPES)), alphabet=SHAPES
)


def test_an_alphabet_comes_back_and_only_what_knows_alphabets_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "shapes.safetensors"
    write_model(path, ModelFile(SHAPE_INFO, {k: v[: len(SHAPES)] for k, v in WEIGHTS.items()}))
    assert read_model_info(path) == SHAPE_INFO
    assert json.loads(metadata(path)["handdigit"])["format"] == FORMAT
    write_model(path, MODEL)
    assert json.loads(metadata(path)["handdigit"])["format"] < FORMAT
    assert "alphabet" not in json.loads(metadata(path)["handdigit"])


def test_a_model_gives_as_many_values_as_it_has_classes() -> None:
    with pytest.raises(HanddigitError, match="must give 3 values, one a class; it gives 10"):
        replace(INFO, alphabet=SHAPES)


def test_only_models_of_one_alphabet_vote_together() -> None:
    others = replace(SHAPE_INFO, name="letters", alphabet=Alphabet.of("ABC"))
    models = [ModelFile(info, WEIGHTS) for info in (SHAPE_INFO, others)]
    with pytest.raises(ModelFileError, match="letters knows other classes than"):
        make_ensemble("two", models, VotingRule.MEAN, "")
    both = make_ensemble("two", models[:1] * 2, VotingRule.MEAN, "")
    assert both.info.alphabet == SHAPES


def test_the_fingerprint_is_of_the_weights() -> None:
    other = WEIGHTS | {"dense1.bias": np.ones(10, np.float32)}
    assert ModelFile(INFO, other).fingerprint() != MODEL.fingerprint()
    backwards = dict(reversed(WEIGHTS.items()))
    assert ModelFile(INFO, backwards).fingerprint() == MODEL.fingerprint()


def test_weights_that_are_a_view_are_written_in_order(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    transposed = {"weight": WEIGHTS["dense1.weight"].T}
    write_model(path, ModelFile(INFO, transposed))
    assert np.array_equal(read_model(path).weights["weight"], transposed["weight"])


ROOM = {Precision.HALF: 0.6, Precision.BYTE: 0.35}
"""Of the file before, at most."""


@pytest.mark.parametrize("precision", Precision)
class TestPrecision:
    def test_a_rounded_model_takes_less_room_and_comes_back_as_it_is(
        self, path: Path, tmp_path: Path, precision: Precision
    ) -> None:
        model, small = rounded_to(MODEL, precision), tmp_path / "small.safetensors"
        write_model(small, model)
        assert small.stat().st_size < path.stat().st_size * ROOM[precision]
        read = read_model(small)
        assert read.weights.keys() == WEIGHTS.keys()
        assert read.fingerprint() == model.fingerprint() != MODEL.fingerprint()
        for name, value in read.weights.items():
            assert value.dtype == np.float32
            step = np.abs(WEIGHTS[name]).max(axis=-1, keepdims=True) / 254
            assert (np.abs(value - WEIGHTS[name]) <= step * 1.001).all()
        require_sound(read)

    def test_writing_it_again_changes_nothing(self, tmp_path: Path, precision: Precision) -> None:
        first, again = tmp_path / "first.safetensors", tmp_path / "again.safetensors"
        write_model(first, rounded_to(MODEL, precision))
        write_model(again, read_model(first))
        assert first.read_bytes() == again.read_bytes()
        once = read_model(first)
        assert rounded_to(once, precision).fingerprint() == once.fingerprint()

    def test_its_figures_were_those_of_other_weights(self, precision: Precision) -> None:
        members = [MODEL, replace(MODEL, info=replace(INFO, name="other"))]
        ensemble = make_ensemble("two", members, VotingRule.MAJORITY, "")
        for model in (MODEL, ensemble):
            small = rounded_to(model, precision)
            for info in (small.info, *small.info.members):
                assert not info.accuracies
        assert rounded_to(MODEL, precision).info.curve == INFO.curve

    def test_counters_stay_whole_numbers(self, tmp_path: Path, precision: Precision) -> None:
        counted = {**WEIGHTS, "norm1.num_batches_tracked": np.array([70000], np.int64)}
        file = tmp_path / "small.safetensors"
        write_model(file, rounded_to(ModelFile(INFO, counted), precision))
        assert read_model(file).weights["norm1.num_batches_tracked"] == 70000

    def test_rows_of_nothing_and_of_any_size_survive(
        self, tmp_path: Path, precision: Precision
    ) -> None:
        rows = np.array([[0, 0, 0], [-0.0, 0, 0], [1e-3, -2e-3, 0], [3e4, 1, -1e4]], np.float32)
        model = rounded_to(ModelFile(INFO, {"weight": rows}), precision)
        file = tmp_path / "small.safetensors"
        write_model(file, model)
        assert read_model(file).fingerprint() == model.fingerprint()
        assert np.abs(model.weights["weight"] - rows).max() < 3e4 / 254 * 1.001


def test_weights_too_large_for_half_precision_are_refused() -> None:
    huge = WEIGHTS | {"dense1.bias": np.full(10, 1e6, np.float32)}
    with pytest.raises(ModelFileError, match="too large for half precision"):
        rounded_to(ModelFile(INFO, huge), Precision.HALF)


def test_full_precision_is_never_lost(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    values = np.array([0, -0.0, 0.1, 1e-9, 3e38, 70000], np.float32)
    every = {"weight": values, "bias": values[:2], "kernel": np.stack([values, values[::-1]])}
    write_model(file, ModelFile(INFO, every))
    read = read_model(file).weights
    assert {name: value.tobytes() for name, value in read.items()} == {
        name: value.tobytes() for name, value in every.items()
    }


def test_scales_that_do_not_fit_are_damage(path: Path) -> None:
    described = metadata(path)
    bad = {"dense1.weight": np.ones((10, 784), np.int8), "dense1.weight|scale": np.ones(9, "f4")}
    safetensors.numpy.save_file(bad, path, metadata=described)
    with pytest.raises(ModelFileError, match="weights cannot be read"):
        read_model(path)


@pytest.mark.parametrize("read", [read_model, read_model_info])
class TestRefused:
    def test_a_missing_file(self, tmp_path: Path, read) -> None:
        with pytest.raises(ModelFileError, match="no such model file"):
            read(tmp_path / "nothing.safetensors")

    def test_a_folder(self, tmp_path: Path, read) -> None:
        with pytest.raises(ModelFileError, match="not a model file"):
            read(tmp_path)

    @pytest.mark.parametrize("content", [b"", b"garbage", b"\x80\x04pickle" * 100, b"\xff" * 64])
    def test_garbage(self, path: Path, read, content: bytes) -> None:
        path.write_bytes(content)
        with pytest.raises(ModelFileError, match="not a model file, or it is damaged"):
            read(path)

    @pytest.mark.parametrize("share", [0.01, 0.5, 0.999])
    def test_a_truncated_file(self, path: Path, read, share: float) -> None:
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        with pytest.raises(ModelFileError, match="damaged"):
            read(path)

    @pytest.mark.parametrize("described", [None, {"format": "pt"}])
    def test_weights_of_another_program(self, path: Path, read, described) -> None:
        save(path, described)
        with pytest.raises(ModelFileError, match="not saved by handdigit"):
            read(path)

    def test_only_who_looks_again_needs_a_newer_format(self, path: Path, read) -> None:
        members = [read_model(path)] * 2
        for rule, needed in ((VotingRule.MEAN, 4), (VotingRule.VIEWS, 5)):
            write_model(path, make_ensemble("two", members, rule, ""))
            assert json.loads(metadata(path)["handdigit"])["format"] == needed
            assert read(path) is not None

    def test_a_newer_format(self, path: Path, read) -> None:
        rewrite(path, format=FORMAT + 1, something_new=True)
        with pytest.raises(ModelFileError, match=f"newer handdigit .format {FORMAT + 1}.*update"):
            read(path)

    @pytest.mark.parametrize(
        "text", ["", "{", "[]", "3", "null", '"text"', "{}", "[" * 100_000, '{"format": 1}']
    )
    def test_a_description_that_is_none(self, path: Path, read, text: str) -> None:
        save(path, {"handdigit": text})
        with pytest.raises(ModelFileError, match="its description cannot be read"):
            read(path)

    @pytest.mark.parametrize(
        "changes",
        [
            {"format": "one"},
            {"architecture": 3},
            {"architecture": None},
            {"name": None},
            {"name": 3},
            {"training_data": 7},
            {"unknown": 1},
            {"mean": "0.13"},
            {"std": 0},
            {"std": float("nan")},
            {"temperature": -1},
            {"results": [1]},
            {"note": 3},
            {"parent": "default"},
            {"rule": "dice"},
            {"members": [{"name": "no network"}]},
            {"inspected": 1},
        ],
        ids=str,
    )
    def test_a_description_with_wrong_values(self, path: Path, read, changes) -> None:
        rewrite(path, **changes)
        with pytest.raises(ModelFileError, match="its description cannot be read"):
            read(path)

    def test_a_network_that_cannot_be_built(self, path: Path, read) -> None:
        rewrite(path, architecture="Flatten()\nLinear(11)\n")
        with pytest.raises(ModelFileError, match="cannot be built: The last layer must give 10"):
            read(path)


def test_a_write_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", disk_full)
    changed = ModelFile(INFO, WEIGHTS | {"dense1.bias": np.ones(10, np.float32)})
    with pytest.raises(HanddigitError, match="cannot be written: No space left"):
        write_model(path, changed)
    assert read_model(path).fingerprint() == MODEL.fingerprint()
    assert list(path.parent.iterdir()) == [path]


def member(name: str, seed: int) -> ModelFile:
    rng = np.random.default_rng(seed)
    weights = {
        "dense1.weight": rng.normal(size=(10, 784)).astype(np.float32),
        "dense1.bias": rng.normal(size=10).astype(np.float32),
    }
    return ModelFile(ModelInfo(name, ARCHITECTURE, temperature=1.0 + seed), weights)


class TestEnsembles:
    @pytest.fixture
    def members(self) -> list[ModelFile]:
        return [member("a", 0), member("b", 1), member("c", 2)]

    @pytest.fixture
    def ensemble(self, members: list[ModelFile]) -> ModelFile:
        return make_ensemble("abc", members, VotingRule.MAJORITY, "2024-05-06T07:08:09+00:00")

    def test_it_comes_back_with_all_its_members(self, tmp_path: Path, ensemble, members) -> None:
        path = tmp_path / "abc.safetensors"
        write_model(path, ensemble)
        read = read_model(path)
        assert read.info == ensemble.info
        assert read.info.rule is VotingRule.MAJORITY
        assert read.fingerprint() == ensemble.fingerprint()
        networks = read.networks()
        assert [n.fingerprint() for n in networks] == [m.fingerprint() for m in members]
        assert [n.info for n in networks] == [m.info for m in members]
        require_sound(read)

    def test_one_member_is_looked_into(self, ensemble, members) -> None:
        assert ensemble.info.temperature == 1.0
        third = replace(ensemble, info=ensemble.info.inspecting(2))
        assert third.info.temperature == 3.0
        assert third.inspected().fingerprint() == members[2].fingerprint()
        assert third.info.inspecting(0) == ensemble.info
        assert INFO.inspecting(0) is INFO

    def test_all_parameters_are_counted(self, ensemble) -> None:
        assert ensemble.info.parameter_count == 3 * 7850
        assert INFO.parameter_count == 7850

    def test_one_member_is_too_few(self, members) -> None:
        with pytest.raises(ModelFileError, match="at least two"):
            make_ensemble("a", members[:1], VotingRule.MEAN, "")

    def test_an_ensemble_is_no_member(self, ensemble, members) -> None:
        with pytest.raises(ModelFileError, match="abc is an ensemble itself"):
            make_ensemble("more", [ensemble, members[0]], VotingRule.MEAN, "")

    def test_weights_of_nobody_are_refused(self, ensemble) -> None:
        spoilt = dict(ensemble.weights) | {"3/dense1.bias": WEIGHTS["dense1.bias"]}
        with pytest.raises(ModelFileError, match="do not fit its networks"):
            ModelFile(ensemble.info, spoilt).networks()


def test_what_was_measured_is_told_from_the_curve() -> None:
    assert dict(INFO.accuracies) == {"MNIST test": {"n": 10000, "accuracy": 0.995}}
    assert INFO.curve == ({"epoch": 1},)
    assert replace(INFO, results={"curve": 3}).curve == ()


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"dense1.bias": np.full(10, np.nan, np.float32)}, "not all numbers"),
        ({"dense1.bias": np.zeros(9, np.float32)}, "do not fit its network"),
    ],
)
def test_a_file_from_elsewhere_is_looked_at_closely(changes, match: str) -> None:
    require_sound(MODEL)
    with pytest.raises(ModelFileError, match=match):
        require_sound(ModelFile(INFO, WEIGHTS | changes))
