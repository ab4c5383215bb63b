"""The map of digits in the engine's process."""

from __future__ import annotations

import gzip
import struct

import numpy as np
import pytest
import torch

from handdigit.engine.analyses.digit_map import GENERATED, MNIST, growing, locate
from handdigit.engine.protocol.requests import Gather, Locate, Origin
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.inspection.trace import InspectionError
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from tests.engine.analysing import analysed

INK = read_samples(ASSETS / "examples" / "four.json")[0].ink


@pytest.fixture(scope="module")
def recogniser():
    torch.set_num_threads(1)  # as the engine does
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


@pytest.fixture
def paths(tmp_path):
    return AppPaths(tmp_path / "data")


def gathered(recogniser, request=Gather()):
    """Return the shares told and the map."""
    shares, found = analysed(recogniser, request)
    assert shares == sorted(shares)
    return shares, found


@pytest.fixture(scope="module")
def digits(recogniser):
    with pytest.raises(InspectionError):
        locate(recogniser, Locate(INK))
    shares, found = gathered(recogniser)
    assert len(shares) > 5, "in pieces"
    return found


def test_the_references_are_all_digits_and_lie_apart_by_digit(digits):
    assert digits.points.shape == (GENERATED, 2)
    assert np.bincount(digits.labels).tolist() == [GENERATED // 10] * 10
    assert set(digits.origins.tolist()) == {Origin.GENERATED}
    assert digits.pictures.any(axis=(1, 2)).all()
    assert len({picture.tobytes() for picture in digits.pictures}) > 0.99 * GENERATED
    assert 0 < digits.shares[1] <= digits.shares[0] < 1


def test_references_are_read_as_the_digits_they_are(recogniser, digits):
    read = recogniser.probabilities(digits.pictures).argmax(axis=1)
    assert (read == digits.labels).mean() > 0.9


@pytest.fixture
def with_own(paths, recogniser, digits):
    """Return how to gather with a folder of MNIST's form and a database of samples."""
    write_idx_pair(paths.mnist, count=1500)
    with SampleStore(paths.samples) as store:
        for digit, name in ((4, "four"), (2, "two")):
            store.add(read_samples(ASSETS / "examples" / f"{name}.json")[0].ink, str(digit))
        yield store, Gather(paths.mnist, paths.samples)
    gathered(recogniser)  # what belongs to this test is no reference for the next


def write_idx_pair(folder, count):
    folder.mkdir(parents=True)
    pictures = np.zeros((count, 28, 28), np.uint8)
    pictures[:, 4:24, 10:18] = np.arange(count)[:, None, None] % 200 + 50
    labels = (np.arange(count) % 10).astype(np.uint8)
    for kind, code, values in (("images-idx3", 3, pictures), ("labels-idx1", 1, labels)):
        header = struct.pack(f">BBBB{code}I", 0, 0, 8, code, *values.shape)
        packed = gzip.compress(header + values.tobytes())
        (folder / f"train-{kind}-ubyte.gz").write_bytes(packed)


def test_mnist_and_the_users_samples_join_without_turning_the_map(recogniser, digits, with_own):
    _, request = with_own
    both = gathered(recogniser, request)[1]
    counts = [(both.origins == origin).sum() for origin in Origin]
    assert counts == [GENERATED, MNIST, 2]
    assert np.array_equal(both.points[:GENERATED], digits.points)
    assert both.labels[GENERATED : GENERATED + 12].tolist() == [*range(10), 0, 1]
    assert both.labels[-2:].tolist() == [4, 2]
    assert np.array_equal(both.pictures[-2], normalise(INK).picture)


def test_neighbours_come_from_the_wanted_kinds_only(recogniser, with_own):
    _, request = with_own
    found = gathered(recogniser, request)[1]
    own = locate(recogniser, Locate(INK))
    assert found.origins[own.neighbours[0]] == Origin.SAMPLES
    assert own.distances[0] == pytest.approx(0, abs=1e-3)
    for origin in Origin:
        some = locate(recogniser, Locate(INK, origins=(origin,)))
        assert {found.origins[index] for index in some.neighbours} == {origin}
        assert len(some.neighbours) == (2 if origin is Origin.SAMPLES else 5)
    assert locate(recogniser, Locate(INK, origins=())).neighbours == ()


def test_changed_samples_are_taken_in_at_once(recogniser, with_own):
    store, request = with_own
    gathered(recogniser, request)
    store.add(INK, "9")
    shares, found = gathered(recogniser, request)
    assert shares[0] > 0.9, "the rest is not done again"
    assert found.labels[-3:].tolist() == [4, 2, 9]
    store.delete([entry.id for entry in store.entries()])
    assert Origin.SAMPLES not in gathered(recogniser, request)[1].origins


def test_what_cannot_be_read_is_no_reference(recogniser, digits, paths):
    paths.mnist.mkdir(parents=True)
    paths.samples.write_bytes(b"no database at all" * 100)
    found = gathered(recogniser, Gather(paths.mnist, paths.samples))[1]
    assert set(found.origins.tolist()) == {Origin.GENERATED}
    gathered(recogniser)


def test_a_drawing_lies_among_its_kind_and_its_trail_ends_there(recogniser, digits):
    found = locate(recogniser, Locate(INK))
    assert np.array_equal(found.picture, normalise(INK).picture)
    assert [digits.labels[index] for index in found.neighbours] == [4] * 5
    assert list(found.distances) == sorted(found.distances)
    assert len(found.stroke_ends) == len(INK.strokes)
    assert found.stroke_ends[-1] == len(found.trail) - 1


def test_a_reference_is_its_own_nearest_neighbour(recogniser, digits):
    found = locate(recogniser, Locate(digits.pictures[123]))
    assert len(found.trail) == 1
    again = normalise(digits.pictures[123]).picture
    if np.array_equal(again, digits.pictures[123]):
        assert found.neighbours[0] == 123
        assert found.distances[0] == pytest.approx(0, abs=1e-3)


def test_an_ink_grows_evenly_and_ends_as_itself():
    inks, ends = growing(INK, 24)
    assert inks[-1] == INK
    assert sum(ends) == len(INK.strokes)
    assert 20 <= len(inks) <= 24 + len(INK.strokes)
    counts = [ink.point_count for ink in inks]
    assert counts == sorted(counts)


@pytest.mark.parametrize("strokes", [[[(0.5, 0.5)]], [[(0.5, 0.5), (0.5, 0.5)], [(0.1, 0.2)]]])
def test_dots_have_no_length_but_an_end(strokes):
    inks, ends = growing(Ink.from_xy(strokes), 24)
    assert len(inks) == len(strokes)
    assert all(ends)
