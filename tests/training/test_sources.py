"""What the names of sources give, and what is said where one is missing."""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
from pathlib import Path

import numpy as np
import pytest

from handdigit.errors import DataFileError, HanddigitError
from handdigit.experiment.recipe import Recipe
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise_ink
from handdigit.storage.datasets.sources import SOURCES, DataKind, DataSource
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from handdigit.training.dataset import TrainingData
from handdigit.training.sources import read_training_data
from tests.training.small_data import ten_inks

RECIPE = Recipe("small", generated=50)


@pytest.fixture
def paths(tmp_path) -> AppPaths:
    return AppPaths(tmp_path / "data")


def read(sources: list[str], paths: AppPaths, recipe: Recipe) -> TrainingData:
    return read_training_data([DataSource.parse(text) for text in sources], paths, recipe)


def write_idx(path: Path, array: np.ndarray) -> None:
    header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header + array.astype(np.uint8).tobytes())


def write_mnist(folder: Path, side: int = 28) -> None:
    write_idx(folder / "train-images-idx3-ubyte", np.ones((20, side, side)))
    write_idx(folder / "train-labels-idx1-ubyte", np.arange(20) % 10)


def test_generated_digits_are_balanced_and_described(paths):
    data = read(["generated"], paths, RECIPE)
    assert data.counts().tolist() == [5] * 10
    (described,) = data.sources
    assert described["name"] == "generated handwriting"
    assert described["count"] == 50
    assert len(described["sha256"]) == 64


def test_samples_are_learned_but_those_held_out(paths):
    picture = normalise_ink(ten_inks()[3]).picture
    with SampleStore(paths.samples) as store:
        for _ in range(10):
            store.add(ten_inks()[7], "7")
            store.add(picture, "3")
        held_out = store.counts(held_out=True)
    data = read(["samples"], paths, RECIPE)
    assert data.counts()[7] == len(data.inks) == 10 - held_out["7"]
    assert data.counts()[3] == len(data.pictures) == 10 - held_out["3"]
    assert np.array_equal(data.pictures[0], picture)
    assert data.sources[0]["count"] == 20 - held_out.total()


def test_the_fingerprint_tells_other_samples(paths):
    with SampleStore(paths.samples) as store:
        first = store.add(ten_inks()[7], "7")
        before = read(["samples"], paths, RECIPE).sources[0]["sha256"]
        store.relabel([first.id], "1")
    assert read(["samples"], paths, RECIPE).sources[0]["sha256"] != before


def test_mnist_is_in_the_data_folder_or_in_the_one_named(paths, tmp_path):
    write_mnist(paths.mnist)
    write_mnist(tmp_path / "elsewhere")
    for source in ("mnist", f"mnist:{tmp_path / 'elsewhere'}"):
        data = read([source], paths, RECIPE)
        assert data.pictures.shape == (20, 28, 28)
        assert data.counts().tolist() == [2] * 10
        assert data.sources[0]["name"] == "MNIST train"


def test_files_of_inks_are_read_without_the_empty_ones(paths, tmp_path):
    lines = [
        json.dumps(ink.to_json() | {"label": digit})
        for digit, ink in enumerate([*ten_inks()[:3], Ink()])
    ]
    path = tmp_path / "some.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    data = read([str(path)], paths, RECIPE)
    assert data.counts().tolist() == [1, 1, 1] + [0] * 7
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert data.sources == ({"name": "some", "count": 3, "sha256": digest},)


def test_pictures_are_learned_from_the_half_that_is_for_that(paths, tmp_path):
    rows = [f"{label}," + ",".join("9" * 784) for label in range(10)]
    (tmp_path / "x_train.csv").write_text("\n".join(rows * 2))
    (tmp_path / "x_test.csv").write_text("\n".join(rows))
    blank = f"3,{','.join('0' * 784)}"
    (tmp_path / "x_train.csv").write_text("\n".join([*rows * 2, blank]))
    for named in (tmp_path, tmp_path / "x_train.csv"):
        data = read([str(named)], paths, RECIPE)
        assert data.counts().tolist() == [2] * 10
        assert data.sources[0]["name"] == "x_train"
        assert data.notes == (f"{tmp_path / 'x_train.csv'}, picture 21: there is no ink in it.",)


def test_any_mix_is_one_data_set_and_naming_one_twice_changes_nothing(paths):
    write_mnist(paths.mnist)
    with SampleStore(paths.samples) as store:
        store.add(ten_inks()[7], "7")
    sources = ["samples", "generated", "mnist", "generated"]
    data = read(sources, paths, RECIPE)
    assert data.counts().sum() == 1 + 50 + 20
    assert [source["name"] for source in data.sources] == [
        "samples",
        "generated handwriting",
        "MNIST train",
    ]


def test_a_split_keeps_everything_once():
    data = read(["generated"], AppPaths(Path("/nowhere")), RECIPE)
    inks = ten_inks() * 10
    labels = np.tile(np.arange(10), 10)
    data = type(data)(
        inks=inks, ink_labels=labels, sources=data.sources, writer=data.writer, generated=50
    )
    learned, kept = data.split(0.2, np.random.default_rng(1))
    assert kept.counts().tolist() == [2 + 1] * 10
    assert learned.counts().tolist() == [8 + 5] * 10
    again, _ = data.split(0.2, np.random.default_rng(1))
    assert again.ink_labels.tolist() == learned.ink_labels.tolist()


def written_by(path: Path, writers: list[str | None]) -> Path:
    """Write ten digits by each of these writers."""
    lines = [
        json.dumps(ink.to_json() | {"label": digit} | ({"writer": writer} if writer else {}))
        for writer in writers
        for digit, ink in enumerate(ten_inks())
    ]
    path.write_text("\n".join(lines))
    return path


def test_whole_writers_are_held_back(paths, tmp_path):
    several = written_by(tmp_path / "several.jsonl", ["a", "b", "c", "d"])
    alone = written_by(tmp_path / "alone.jsonl", ["a"] * 2)
    unknown = written_by(tmp_path / "unknown.jsonl", [None] * 2)
    data = read([str(several), str(alone), str(unknown)], paths, RECIPE)
    learned, kept = data.split(0.5, np.random.default_rng(1))
    strangers = {writer for writer in kept.ink_writers if writer}
    assert len(strangers) == 2
    assert strangers.isdisjoint(learned.ink_writers)
    assert kept.counts().tolist() == [2 + 1 + 1] * 10
    assert len(learned.ink_writers) == len(learned.inks) == 40
    little, _ = data.split(0.01, np.random.default_rng(1))
    assert len({w for w in little.ink_writers if w}) == 3, "at least one of them"
    nothing = data.split(0, np.random.default_rng(1))[1]
    assert not len(nothing.inks)
    most = data.split(0.9, np.random.default_rng(1))[0]
    assert any(most.ink_writers), "never all of them"


@pytest.mark.parametrize("kind", [kind for kind in DataKind if SOURCES[kind].place])
def test_a_source_at_its_place_is_named_as_it_is_read(paths, kind):
    source = DataSource(kind).at(paths)
    assert DataSource.parse(source.text) == source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("mnist", r"There is no MNIST in .*mnist: run handdigit fetch-data mnist"),
        ("samples", r"no samples to learn from"),
        (
            "nonsense",
            r"nonsense is no source of data: name generated, samples, mnist, mnist:DIR",
        ),
        ("held-out", r"held-out is no source of data"),
        ("nowhere.jsonl", r"nowhere.jsonl: there is no such file"),
    ],
)
def test_a_missing_source_is_one_sentence(paths, source, expected):
    with pytest.raises(HanddigitError, match=expected):
        read([source], paths, RECIPE)


def test_a_source_that_is_no_good_is_one_sentence(paths, tmp_path):
    write_mnist(paths.mnist, side=20)
    with pytest.raises(DataFileError, match="20×20"):
        read(["mnist"], paths, RECIPE)
    (paths.mnist / "train-labels-idx1-ubyte").unlink()
    with pytest.raises(DataFileError, match="no MNIST file train-labels"):
        read(["mnist"], paths, RECIPE)
    unlabelled, empty = tmp_path / "some.jsonl", tmp_path / "empty.jsonl"
    unlabelled.write_text(json.dumps(ten_inks()[0].to_json()))
    with pytest.raises(DataFileError, match="no label"):
        read([str(unlabelled)], paths, RECIPE)
    empty.write_text('{"strokes": [], "label": 3}')
    with pytest.raises(DataFileError, match="nothing but empty"):
        read([str(empty)], paths, RECIPE)
