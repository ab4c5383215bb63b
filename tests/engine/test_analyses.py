"""What the engine answers beside recognitions."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import numpy as np
import pytest
import torch

from handdigit.attribution.attribution import METHODS, Question
from handdigit.engine.analyses.other_models import LOADED_LIMIT, VIEWS_A_STEP, cached_recogniser
from handdigit.engine.analyses.table import answer_of, attribute, classify
from handdigit.engine.protocol.requests import (
    ATTRIBUTION_METHODS,
    FLIPS_WANTED,
    Attribute,
    Classify,
    Read,
    SearchErasures,
)
from handdigit.errors import EmptyDrawingError, ModelFileError
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import Preprocessing, normalise
from handdigit.inspection.trace import InspectionError
from handdigit.network import recognition as voting
from handdigit.network.recognition import VotingRule
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import make_ensemble, read_model, write_model
from handdigit.storage.paths import ASSETS
from tests.engine.analysing import analysed

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
    gate, sure = (
        recogniser.gate,
        [max(recogniser.recognise(ink).probabilities, default=0) for ink in inks],
    )
    answer = gate.are_digits(gate.digitness_of_inks(inks), np.array(sure)).tolist()
    assert answer == [recogniser.recognise(ink).digit is not None for ink in inks]
    assert answer[:3] == [True, False, False]


def test_erasures_flip_the_answer_as_recognising_what_is_left_says(
    recogniser: Recogniser, nine: Ink
) -> None:
    told, found = analysed(recogniser, SearchErasures(nine))
    assert not any(findings.is_over for findings in told)
    assert found.is_over
    assert found.digit == 9
    assert 0 < len(found.flips) <= FLIPS_WANTED
    for outcome in found.flips:
        left = recogniser.recognise(outcome.erasure.remaining)
        assert left.claimed_digit == outcome.digit != 9
        assert outcome.is_digit == (left.digit is not None)


def test_of_what_is_no_digit_those_are_found_that_leave_one(recogniser: Recogniser) -> None:
    plus = Ink.from_xy([[(0.0, 0.5), (1.0, 0.5)], [(0.5, 0.0), (0.5, 1.0)]])
    told, found = analysed(recogniser, SearchErasures(plus))
    assert recogniser.recognise(plus).digit is None
    assert not any(findings.is_digit for findings in (*told, found))
    assert found.flips
    for outcome in found.flips:
        assert recogniser.recognise(outcome.erasure.remaining).digit == outcome.digit
    assert found.weakest is None


def test_of_a_dot_nothing_can_be_erased(recogniser: Recogniser) -> None:
    _, found = analysed(recogniser, SearchErasures(Ink.from_xy([[(0.5, 0.5)]])))
    assert found.is_over
    assert found.flips == ()
    assert found.weakest is None


def test_a_network_that_looks_again_reads_a_few_pictures_at_once(
    recogniser: Recogniser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = read_model(ASSETS / "models" / "small.safetensors")
    path = tmp_path / "looking.safetensors"
    write_model(path, make_ensemble("two", [member, member], VotingRule.VIEWS, ""))
    pictures = np.zeros((30, 28, 28), np.uint8)
    pictures[:, 4:24, 10:18] = np.arange(30)[:, None, None] * 8 + 1
    expected = Recogniser(read_model(path), "cpu").probabilities(pictures)
    read, votes = [], Recogniser.votes
    monkeypatch.setattr(Recogniser, "votes", lambda r, p: (read.append(len(p)), votes(r, p))[1])
    _, answer = analysed(recogniser, Read(path, pictures))
    assert max(read) == VIEWS_A_STEP // voting.VIEWS
    assert answer.probabilities == pytest.approx(expected, abs=1e-6)
    assert answer.votes.shape == (2, 30, 10)


def test_a_model_file_that_was_replaced_or_deleted_is_not_kept_in_memory(tmp_path: Path) -> None:
    path, other = tmp_path / "model.safetensors", tmp_path / "other.safetensors"
    for name, target in (("small", path), ("default", other)):
        shutil.copy(ASSETS / "models" / f"{name}.safetensors", target)
    first = weakref.ref(cached_recogniser(path, "cpu"))
    assert cached_recogniser(path, "cpu") is first()
    other.replace(path)
    second = weakref.ref(cached_recogniser(path, "cpu"))
    gc.collect()
    assert first() is None
    path.unlink()
    with pytest.raises(ModelFileError, match="no such model file"):
        cached_recogniser(path, "cpu")
    gc.collect()
    assert second() is None


def test_no_more_models_than_the_limit_stay_loaded(tmp_path: Path) -> None:
    loaded = []
    for number in range(LOADED_LIMIT + 1):
        path = tmp_path / f"{number}.safetensors"
        shutil.copy(ASSETS / "models" / "small.safetensors", path)
        loaded.append(weakref.ref(cached_recogniser(path, "cpu")))
    gc.collect()
    assert [found() is None for found in loaded] == [True, *[False] * LOADED_LIMIT]


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
    found = answer_of(attribute(recogniser, Attribute(nine, method, 9, against)))
    normalised = normalise(nine)
    picture = recogniser.input(normalised.picture[None])[0]
    question = Question(9, against)
    paper = -recogniser.info.mean / recogniser.info.std
    expected = answer_of(METHODS[method](recogniser.folded, picture, question, paper))
    assert np.array_equal(found.values, expected)
    with torch.inference_mode():
        score = float(question.score(recogniser.network(picture[None])))
    assert found.score == score
    assert np.array_equal(found.normalised.picture, normalised.picture)


def test_without_a_target_the_answer_is_explained(recogniser: Recogniser, nine: Ink) -> None:
    found = answer_of(attribute(recogniser, Attribute(nine, "gradient")))
    assert (found.target, found.against) == (9, None)
    assert answer_of(attribute(recogniser, Attribute(nine, "gradient", against=4))).against == 4


def test_the_answer_is_not_compared_with_itself(recogniser: Recogniser, nine: Ink) -> None:
    assert answer_of(attribute(recogniser, Attribute(nine, "gradient", against=9))).against is None
    with pytest.raises(InspectionError):
        answer_of(attribute(recogniser, Attribute(nine, "gradient", 9, 9)))


def test_no_ink_no_attribution(recogniser: Recogniser) -> None:
    with pytest.raises(EmptyDrawingError):
        answer_of(attribute(recogniser, Attribute(Ink(), "gradient")))
