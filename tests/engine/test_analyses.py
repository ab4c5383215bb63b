"""What the engine answers beside recognitions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from handdigit.core.errors import EmptyDrawingError
from handdigit.core.ink import Ink
from handdigit.core.normalise import Preprocessing, normalise
from handdigit.data.assets import ASSETS
from handdigit.data.inks import read_samples
from handdigit.data.model_file import read_model
from handdigit.engine.analyses import attribute, classify
from handdigit.engine.analysis_gate import screen
from handdigit.engine.requests import ATTRIBUTION_METHODS, Attribute, Classify
from handdigit.engine.requests_gate import Screen
from handdigit.inspection.attribution import METHODS, Question
from handdigit.inspection.trace import InspectionError
from handdigit.models.recogniser import Recogniser

torch.set_num_threads(1)


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


@pytest.fixture
def nine() -> Ink:
    return read_samples(ASSETS / "examples" / "nine.json")[0].ink


def test_the_window_knows_every_method() -> None:
    assert set(ATTRIBUTION_METHODS) == set(METHODS)


def test_classify_answers_as_recognise_does(recogniser: Recogniser, nine: Ink) -> None:
    picture = np.full((40, 40), 255, np.uint8)
    picture[5:35, 18:22] = 0
    answer = classify(recogniser, Classify((nine, Ink(), picture))).probabilities
    for row, source in ((0, nine), (2, picture)):
        expected = recogniser.recognise(source).probabilities
        assert answer[row] == pytest.approx(expected, abs=1e-6)
    assert np.isnan(answer[1]).all()


def test_screening_says_what_recognising_would(recogniser: Recogniser, nine: Ink) -> None:
    dot = Ink.from_xy([[(0.5, 0.5)]])
    inks = (nine, Ink(), dot, Ink((*nine.strokes, *nine.mapped(0.5, 0.6, 0).strokes)))
    answer = screen(recogniser, Screen(inks)).are_digits
    assert answer == tuple(recogniser.recognise(ink).digit is not None for ink in inks)
    assert answer[:3] == (True, False, False)
    assert screen(recogniser, Screen((dot,))).are_digits == (False,)


def test_classify_takes_the_steps_it_is_told(recogniser: Recogniser, nine: Ink) -> None:
    unscaled = Preprocessing(scale=False)
    small = nine.mapped(0.5, 0, 0)
    answer = classify(recogniser, Classify((small,), unscaled)).probabilities[0]
    expected = recogniser.recognise(small, unscaled).probabilities
    assert answer == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("method", ATTRIBUTION_METHODS)
@pytest.mark.parametrize("against", [None, 4])
def test_attribute_is_the_inspection_of_the_same_picture(
    recogniser: Recogniser, nine: Ink, method: str, against: int | None
) -> None:
    found = attribute(recogniser, Attribute(nine, method, 9, against))
    normalised = normalise(nine)
    picture = recogniser.input(normalised.picture[None])[0]
    question = Question(9, against)
    paper = -recogniser.info.mean / recogniser.info.std
    expected = METHODS[method](recogniser.folded, picture, question, paper)
    assert np.array_equal(found.values, expected)
    with torch.inference_mode():
        score = float(question.score(recogniser.network(picture[None])))
    assert found.score == score
    assert np.array_equal(found.normalised.picture, normalised.picture)


def test_without_a_target_the_answer_is_explained(recogniser: Recogniser, nine: Ink) -> None:
    found = attribute(recogniser, Attribute(nine, "gradient"))
    assert (found.target, found.against) == (9, None)
    assert attribute(recogniser, Attribute(nine, "gradient", against=4)).against == 4


def test_the_answer_is_not_compared_with_itself(recogniser: Recogniser, nine: Ink) -> None:
    assert attribute(recogniser, Attribute(nine, "gradient", against=9)).against is None
    with pytest.raises(InspectionError):
        attribute(recogniser, Attribute(nine, "gradient", 9, 9))


def test_no_ink_no_attribution(recogniser: Recogniser) -> None:
    with pytest.raises(EmptyDrawingError):
        attribute(recogniser, Attribute(Ink(), "gradient"))
