"""The map of digits in the engine's process."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.core.ink import Ink
from handdigit.core.normalise import normalise
from handdigit.data.assets import ASSETS
from handdigit.data.inks import read_samples
from handdigit.data.model_file import read_model
from handdigit.engine.analysis_map import BUDGET_S, REFERENCES, gather, growing, locate
from handdigit.engine.requests import Gather, Locate
from handdigit.inspection.trace import InspectionError
from handdigit.models.recogniser import Recogniser

INK = read_samples(ASSETS / "examples" / "four.json")[0].ink


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


@pytest.fixture(scope="module")
def digits(recogniser):
    with pytest.raises(InspectionError):
        locate(recogniser, Locate(INK))
    progress = [gather(recogniser, Gather())]
    while progress[-1].complete is None:
        progress.append(gather(recogniser, Gather()))
    done = [step.done for step in progress]
    assert done == sorted(done)
    assert len(done) > 5, "in pieces"
    return progress[-1].complete


def test_the_references_are_all_digits_and_lie_apart_by_digit(digits):
    assert digits.points.shape == (REFERENCES, 2)
    assert np.bincount(digits.labels).tolist() == [REFERENCES // 10] * 10
    assert digits.pictures.any(axis=(1, 2)).all()
    assert len({picture.tobytes() for picture in digits.pictures}) > 0.99 * REFERENCES
    assert 0 < digits.shares[1] <= digits.shares[0] < 1
    assert BUDGET_S < 0.05, "the pen waits no longer than this"


def test_references_are_read_as_the_digits_they_are(recogniser, digits):
    read = recogniser.probabilities(digits.pictures).argmax(axis=1)
    assert (read == digits.labels).mean() > 0.97


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
