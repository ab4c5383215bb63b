"""Measuring, told in slices, in the engine's process."""

from __future__ import annotations

import json

import numpy as np
import pytest

from handdigit.engine.analyses import evaluate as analysis_evaluate
from handdigit.engine.analyses.evaluate import BATCH, fetch_drawing
from handdigit.engine.protocol.evaluate import Evaluate, FetchDrawing
from handdigit.errors import DataFileError, HanddigitError, InkError, ModelFileError
from handdigit.experiment.evaluation import Evaluation
from handdigit.handwriting.model import Handwriting
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.network.recognition import VIEWS, VotingRule
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import build_network
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.models.model_file import ModelFile, make_ensemble, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.paths import ASSETS
from handdigit.storage.samples.sample_store import SampleStore
from tests.engine.analysing import analysed
from tests.idx_files import write_idx

SEVEN = read_samples(ASSETS / "examples" / "seven.json")[0].ink


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


def measured(recogniser, data_set, model=None):
    """Return the results, which drawings they are of, and the slices in which they came."""
    told, answer = analysed(recogniser, Evaluate(data_set, 0, model))
    slices = [*told, answer]
    ends = [one.first + len(one.labels) for one in slices]
    assert [one.first for one in slices] == [0, *ends[:-1]]
    assert ends[-1] == answer.total
    labels, probabilities, keys = (
        np.concatenate([getattr(s, name) for s in slices])
        for name in ("labels", "probabilities", "keys")
    )
    return Evaluation(labels, probabilities), keys, slices


def test_generated_digits_are_the_same_every_time_and_come_in_slices(recogniser, monkeypatch):
    monkeypatch.setattr(analysis_evaluate, "TELL_EVERY_S", 0)
    data_set = DataSource(DataKind.GENERATED, count=200)
    found, keys, slices = measured(recogniser, data_set)
    assert found.n == 200
    assert found.labels.tolist() == [n % 10 for n in range(200)]
    assert keys.tolist() == list(range(200))
    assert found.metrics.accuracy > 0.9
    assert len(slices) > 1
    again = fetch_drawing(recogniser, FetchDrawing(data_set, 123))
    assert again.label == 3
    pictures = np.concatenate([s.pictures for s in slices])
    assert np.array_equal(normalise(again.source).picture, pictures[123])


def test_who_looks_again_reads_fewer_at_once_and_every_digit_is_written_once(monkeypatch):
    member = read_model(ASSETS / "models" / "small.safetensors")
    looking = Recogniser(make_ensemble("two", [member, member], VotingRule.VIEWS, ""), "cpu")
    read, written = [], []
    probabilities, draw_many = looking.probabilities, Handwriting.draw_many
    monkeypatch.setattr(
        looking, "probabilities", lambda p: (read.append(len(p)), probabilities(p))[1]
    )
    monkeypatch.setattr(
        Handwriting,
        "draw_many",
        lambda model, digits, rng: (written.extend(digits), draw_many(model, digits, rng))[1],
    )
    found, keys, _ = measured(looking, DataSource(DataKind.GENERATED, count=37))
    assert keys.tolist() == list(range(37))
    assert found.labels.tolist() == [n % 10 for n in range(37)]
    assert max(read) == BATCH // VIEWS
    assert written == [*range(10)] * 4


def test_another_model_file_is_measured_without_being_loaded_for_drawing(recogniser, tmp_path):
    network = build_network(ZOO["softmax-regression"])
    weights = {name: np.zeros_like(v.numpy()) for name, v in network.state_dict().items()}
    path = tmp_path / "zero.safetensors"
    write_model(path, ModelFile(ModelInfo("zero", ZOO["softmax-regression"]), weights))
    twenty = DataSource(DataKind.GENERATED, count=20)
    found, _, _ = measured(recogniser, twenty, path)
    assert found.probabilities == pytest.approx(np.full((20, 10), 0.1))
    with pytest.raises(ModelFileError):
        measured(
            recogniser, DataSource(DataKind.GENERATED, count=20), tmp_path / "none.safetensors"
        )


def test_a_folder_of_mnist_files_and_a_pair_of_idx_files(recogniser, tmp_path):
    pictures = np.stack([normalise(SEVEN).picture] * 5)
    images = write_idx(tmp_path / "t10k-images-idx3-ubyte", pictures)
    labels = write_idx(tmp_path / "t10k-labels-idx1-ubyte", np.array([7, 7, 7, 7, 1]))
    for files in ((tmp_path,), (images, labels), (labels, images), (labels,)):
        kind = DataKind.MNIST if files == (tmp_path,) else DataKind.FILES
        found, _, _ = measured(recogniser, DataSource(kind, files))
        assert (found.n, found.metrics.correct) == (5, 4)


def test_a_file_of_inks_gives_the_strokes_back(recogniser, tmp_path):
    path = tmp_path / "some.jsonl"
    line = json.dumps(SEVEN.to_json() | {"label": 7})
    path.write_text(f"{line}\n" * 3)
    data_set = DataSource(DataKind.FILES, (path,))
    found, _, _ = measured(recogniser, data_set)
    assert found.metrics.confusion[7, 7] == 3
    assert isinstance(fetch_drawing(recogniser, FetchDrawing(data_set, 1)).source, Ink)
    with pytest.raises(DataFileError):
        fetch_drawing(recogniser, FetchDrawing(data_set, 3))
    path.write_text(f"{line}\nnonsense\n")
    with pytest.raises(InkError, match="line 2"):
        measured(recogniser, DataSource(DataKind.FILES, (path,), revision=1))
    path.write_text(json.dumps(SEVEN.to_json()))
    with pytest.raises(DataFileError, match="label"):
        measured(recogniser, DataSource(DataKind.FILES, (path,), revision=2))


def test_samples_carry_their_numbers_and_held_out_ones_can_be_had_alone(recogniser, tmp_path):
    path = tmp_path / "samples.sqlite"
    with pytest.raises(DataFileError, match="no samples"):
        measured(recogniser, DataSource(DataKind.SAMPLES, (path,)))
    assert not path.exists()
    with SampleStore(path) as store:
        stored = [store.add(SEVEN, "7") for _ in range(5)]
        store.delete([stored[0].id])
    found, keys, _ = measured(recogniser, DataSource(DataKind.SAMPLES, (path,), revision=1))
    assert keys.tolist() == [sample.id for sample in stored[1:]]
    assert found.metrics.accuracy == 1
    _, keys, _ = measured(recogniser, DataSource(DataKind.HELD_OUT, (path,)))
    assert keys.tolist() == [sample.id for sample in stored[1:] if sample.held_out]


def test_an_empty_ink_stays_blank(recogniser, tmp_path):
    path = tmp_path / "blank.jsonl"
    path.write_text('{"strokes": [], "label": 3}')
    _, _, slices = measured(recogniser, DataSource(DataKind.FILES, (path,)))
    assert slices[-1].total == 1
    assert not slices[-1].pictures.any()


def test_what_is_no_set_is_a_sentence(recogniser, tmp_path):
    for files in ((tmp_path,), (tmp_path / "none",)):
        with pytest.raises(HanddigitError):
            measured(recogniser, DataSource(DataKind.FILES, files))
