"""A look at the training data, and at what variations do to it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from handdigit.engine.analyses.source import EXAMPLES, describe_source, preview_augmentation
from handdigit.engine.protocol.source import DescribeSource, PreviewAugmentation
from handdigit.errors import HanddigitError
from handdigit.experiment.recipe import Augmentation
from handdigit.storage.datasets.sources import DataSource
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import ASSETS, AppPaths

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@pytest.fixture
def recogniser():
    from handdigit.recognition.recogniser import Recogniser
    from handdigit.storage.models.model_file import read_model

    return Recogniser(read_model(SHIPPED_MODELS / "default.safetensors"), "cpu")


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path)


@pytest.fixture
def inks(tmp_path):
    """Return a file with one drawing of every digit, and two more of the seven."""
    lines = []
    for digit, name in enumerate(NAMES):
        ink = json.loads((ASSETS / "examples" / f"{name}.json").read_text())
        lines += [json.dumps(ink | {"label": digit})] * (3 if digit == 7 else 1)
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(lines))
    return str(path)


def test_a_file_is_counted_and_shown(recogniser, paths, inks):
    found = describe_source(recogniser, DescribeSource(DataSource.parse(inks)))
    assert found.counts == (1, 1, 1, 1, 1, 1, 1, 3, 1, 1)
    assert found.pictures.shape == (12, 28, 28)
    assert sorted(found.labels) == [0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 8, 9]


def test_generated_handwriting_has_a_few_of_every_digit(recogniser, paths):
    found = describe_source(recogniser, DescribeSource(DataSource.parse("generated")))
    assert np.bincount(found.labels).tolist() == [EXAMPLES] * 10
    probabilities = recogniser.probabilities(found.pictures)
    assert (probabilities.argmax(axis=1) == found.labels).mean() > 0.8


@pytest.mark.parametrize("source", ["samples", "mnist", "nowhere.jsonl"])
def test_what_is_not_there_is_a_sentence(recogniser, paths, source):
    with pytest.raises(HanddigitError):
        describe_source(recogniser, DescribeSource(DataSource.parse(source).at(paths)))


@pytest.mark.parametrize("source", ["generated", "inks"])
def test_the_preview_varies_the_ten_digits_as_training_does(recogniser, paths, inks, source):
    source = inks if source == "inks" else source

    def preview(seed=1, **variations):
        augmentation = Augmentation(**variations)
        return preview_augmentation(
            recogniser, PreviewAugmentation(DataSource.parse(source).at(paths), augmentation, seed)
        )

    plain = preview()
    assert np.array_equal(plain.pictures, plain.plain)
    turned = preview(rotate=40, thickness=0.3)
    assert turned.pictures.shape == (10, 28, 28)
    assert np.array_equal(turned.plain, plain.plain)
    assert all((a != b).any() for a, b in zip(turned.pictures, plain.pictures, strict=True))
    assert np.array_equal(preview(rotate=40, thickness=0.3).pictures, turned.pictures)
    assert not np.array_equal(preview(2, rotate=40, thickness=0.3).pictures, turned.pictures)


def test_bitmaps_are_warped(recogniser, shared_data, paths):
    source = f"mnist:{shared_data / 'mnist'}"
    shifted = PreviewAugmentation(DataSource.parse(source).at(paths), Augmentation(shift=6))
    preview = preview_augmentation(recogniser, shifted)
    assert (preview.pictures != preview.plain).any(axis=(1, 2)).all()
    found = describe_source(recogniser, DescribeSource(DataSource.parse(source).at(paths)))
    assert sum(found.counts) == 60_000
