"""Reading lines of digits with the shipped model."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from handdigit.commands.evaluate_number import LineStyle, compose_line
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.number.reading import merged
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.unusual import SEVEN_WITH_A_FOOT

torch.set_num_threads(1)
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


def written(text: str, seed: int = 1, style: LineStyle = LineStyle()) -> Ink:
    inks = [read_samples(ASSETS / "examples" / f"{NAMES[int(c)]}.json")[0].ink for c in text]
    return compose_line(inks, np.random.default_rng(seed), style).ink


@pytest.mark.parametrize("text", ["2026", "0123456789", "4457", "110", "7"])
def test_numbers_are_read(recogniser: Recogniser, text: str) -> None:
    assert NumberReader(recogniser).read(written(text))[0].text == text


def test_what_is_unusual_by_itself_is_a_digit_in_a_line(recogniser: Recogniser) -> None:
    assert recogniser.recognise(SEVEN_WITH_A_FOOT).is_unsure
    assert NumberReader(recogniser).read(SEVEN_WITH_A_FOOT)[0].text == "7"


def test_digits_are_read_without_lifting_the_pen(recogniser: Recogniser) -> None:
    line = written("2026", style=LineStyle(gap=(0.3, 0.3), joined=1.0))
    assert len(line.strokes) == 1
    assert NumberReader(recogniser).read(line)[0].text == "2026"


def test_a_reader_that_saw_the_line_grow_reads_the_same(recogniser: Recogniser) -> None:
    line = written("4086")
    growing = NumberReader(recogniser)
    for count in range(1, len(line.strokes)):
        growing.read(Ink(line.strokes[:count]))
    for points in range(1, len(line.strokes[-1].points), 4):
        last = Stroke(line.strokes[-1].points[:points])
        growing.read(Ink((*line.strokes[:-1], last)))
    grown, anew = (reader.read(line) for reader in (growing, NumberReader(recogniser)))
    assert [one.text for one in grown] == [one.text for one in anew]
    assert [[box.group for box in one.boxes] for one in grown] == [
        [box.group for box in one.boxes] for one in anew
    ]
    # The same sums in another batch differ in their last bits.
    assert [one.score for one in grown] == pytest.approx([one.score for one in anew], abs=1e-4)


@pytest.mark.parametrize("seed", range(1, 7))
def test_the_second_reading_says_something_else(recogniser: Recogniser, seed: int) -> None:
    for text in ("2026", "7101", "9706", "4457"):
        best, *second = NumberReader(recogniser).read(written(text, seed))
        assert len(second) <= 1
        assert best.text not in [other.text for other in second]
        assert all(set(other.text) != {"?"} for other in second)


def test_what_is_no_digit_at_all_is_not_offered_as_a_reading(recogniser: Recogniser) -> None:
    bar = [(130, 250), (130, 300), (130, 350), (130, 400), (130, 450), (130, 480)]
    two = [(230, 290), (250, 260), (280, 250), (310, 265), (315, 310), (290, 370), (260, 430)]
    one_and_two = Ink.from_xy([bar, [*two, (230, 480), (270, 480), (320, 480)]])
    assert [reading.text for reading in NumberReader(recogniser).read(one_and_two)] == ["12"]


def test_an_empty_ink_has_no_digits(recogniser: Recogniser) -> None:
    [reading] = NumberReader(recogniser).read(Ink())
    assert reading.text == ""


def test_what_is_joined_by_hand_and_no_digit_is_refused(recogniser: Recogniser) -> None:
    line = written("2026", style=LineStyle(gap=(0.4, 0.4)))
    reader = NumberReader(recogniser)
    best = reader.read(line)[0]
    assert best.text == "2026"
    assert reader.read(line, merged(line, (), best.boxes))[0].text == "?"


DOT_AT = {"far": 0.8, "near": 0.3}


@pytest.mark.parametrize("gap", DOT_AT.values(), ids=DOT_AT)
@pytest.mark.parametrize("text", ["2026", "7", "4457"])
def test_a_dot_is_nothing(recogniser: Recogniser, text: str, gap: float) -> None:
    line = written(text)
    dot = Stroke((Point(line.bounds().right + gap, 0.4),))
    readings = NumberReader(recogniser).read(Ink((*line.strokes, dot)))
    assert readings[0].text == text
    assert f"{text}1" not in [reading.text for reading in readings]


def test_dots_alone_have_no_digits(recogniser: Recogniser) -> None:
    [reading] = NumberReader(recogniser).read(Ink.from_xy([[(0.5, 0.5)], [(0.8, 0.51)]]))
    assert reading.boxes == ()
