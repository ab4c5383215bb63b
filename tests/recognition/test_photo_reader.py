"""Which part of a photo is meant: the same for whoever asks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from handdigit.commands.evaluate import opened
from handdigit.engine.sample_transfer import ImportSamples, SamplesImported, run_transfer
from handdigit.experiment.recipe import Recipe
from handdigit.ink.normalise import normalise
from handdigit.ink.rasterise import rasterise
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.recognition.photo_reader import finder_of
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.datasets.sources import DataSource
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from handdigit.training.sources import read_one
from tests.engine.test_analysis_number import Script


@pytest.fixture(scope="module")
def photo() -> NDArray[np.uint8]:
    """Return a photo of a cross and a smaller 7: the cross stands out most."""
    seven = read_samples(ASSETS / "examples" / "seven.json")[0].ink
    box = seven.bounds()
    paths = [(stroke.xy() - [box.left, box.top]) / box.height * 150 + [330, 130]
             for stroke in seven.strokes]  # fmt: skip
    cross = [np.array([[60.0, 200.0], [260.0, 200.0]]), np.array([[160.0, 100.0], [160.0, 300.0]])]
    inked = rasterise([*paths, *cross], (400, 560), radius=6, softness=1.5)
    light = np.linspace(0.9, 0.7, 560) + np.random.default_rng(5).normal(0, 0.01, (400, 560))
    grey = np.clip((230 - 190 * inked) * light, 0, 255).astype(np.uint8)
    return np.stack([grey] * 3, axis=2)


@pytest.fixture
def folder(tmp_path: Path, photo: NDArray[np.uint8]) -> Path:
    path = tmp_path / "photos" / "7" / "photo.png"
    path.parent.mkdir(parents=True)
    Image.fromarray(photo).save(path)
    return path.parents[1]


@pytest.fixture(scope="module")
def read(photo: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what the network gets of the photo in the window."""
    recogniser = Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")
    answer = recogniser.recognise(photo)
    assert answer.label == "7"
    assert answer.normalised is not None
    picture = answer.normalised.picture
    assert not np.array_equal(picture, normalise(photo).picture), "the gate has a say"
    return picture


def test_an_import_takes_the_part_that_the_window_reads(
    tmp_path: Path, folder: Path, read: NDArray[np.uint8]
) -> None:
    script = Script(ImportSamples(tmp_path / "samples.db", folder, DIGITS))
    run_transfer(script)
    assert isinstance(script.told[-1], SamplesImported)
    with SampleStore(tmp_path / "samples.db") as store:
        [sample] = store.samples(ids=script.told[-1].ids)
    assert np.array_equal(sample.as_fed(), read)


def test_so_does_who_measures(tmp_path: Path, folder: Path, read: NDArray[np.uint8]) -> None:
    [drawing] = opened((folder,), AppPaths(tmp_path), DIGITS).drawings(0, 1)
    assert np.array_equal(drawing.source, read)


def test_so_does_who_learns(folder: Path, read: NDArray[np.uint8]) -> None:
    found = read_one(DataSource.of_files((folder,)), Recipe("lenet5-relu"))
    assert np.array_equal(found.pictures[0], read)


def test_a_gate_has_no_say_in_what_is_of_another_alphabet(photo: NDArray[np.uint8]) -> None:
    letters = Alphabet(("A", "B"), ("A", "B"), "letters")
    assert np.array_equal(normalise(finder_of(letters)(photo)).picture, normalise(photo).picture)
