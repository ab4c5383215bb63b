"""Several digits in a picture: read as a number, refused as one digit."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from handdigit.ink.rasterise import rasterise
from handdigit.network.recognition import Verdict
from handdigit.number.reading import merged, split
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.pictures import decode_picture
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.photos.numbers import MNIST, STROKES, misread
from tests.recognition.test_number_reader import written

torch.set_num_threads(1)
CASES = Path(__file__).parents[3] / "shared" / "cases" / "several"
SEVERAL = {"multi_10.png": "10", "17_11.png": "17", "multi_2026.png": "2026"}
IN_A_PHOTO = {"multi_2026_photo.jpg": "2026"}


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


@pytest.fixture
def reader(recogniser: Recogniser) -> NumberReader:
    return NumberReader(recogniser)


def pictured(text: str, pen: float = 0.05) -> NDArray[np.uint8]:
    """Return the examples side by side, black on white, a line 100 pixels high."""
    ink = written(text)
    box = ink.bounds()
    shape = (int(box.height * 100) + 40, int(box.width * 100) + 40)
    paths = [(stroke.xy() - [box.left, box.top]) * 100 + 20 for stroke in ink.strokes]
    inked = rasterise(paths, shape, radius=50 * pen, softness=1.3)
    return (255 - np.rint(inked * 255)).astype(np.uint8)


@pytest.mark.skipif(not CASES.exists(), reason="needs the cases in ../shared/cases")
@pytest.mark.parametrize(("name", "text"), (SEVERAL | IN_A_PHOTO).items())
def test_the_number_in_the_picture_is_read(
    recogniser: Recogniser, reader: NumberReader, name: str, text: str
) -> None:
    picture = decode_picture((CASES / name).read_bytes(), name)
    assert reader.read_picture(picture).readings[0].text == text
    answer = reader.refusing_several(recogniser.recognise(picture), picture)
    assert (answer.verdict, answer.several) == (Verdict.NOT_A_DIGIT, text)


def test_boxes_are_where_the_digits_are(reader: NumberReader) -> None:
    picture = pictured("407")
    reading = reader.read_picture(picture).readings[0]
    assert reading.text == "407"
    inked = np.flatnonzero((picture < 128).any(axis=0))
    first, *_, last = reading.boxes
    assert first.bounds.left == pytest.approx(inked[0], abs=2)
    assert last.bounds.right == pytest.approx(inked[-1], abs=2)
    assert all(a.bounds.right <= b.bounds.left + 5 for a, b in pairwise(reading.boxes))


def test_digits_that_touch_are_told_apart(reader: NumberReader) -> None:
    two, six = (pictured(text)[:, 18:-18] for text in ("2", "6"))
    rows = max(len(two), len(six))
    touching = np.hstack(
        [
            np.pad(digit, ((0, rows - len(digit)), (0, 0)), constant_values=255)
            for digit in (two, six)
        ]
    )
    assert reader.read_picture(np.pad(touching, 20, constant_values=255)).readings[0].text == "26"


def test_what_was_said_of_the_grouping_counts(reader: NumberReader) -> None:
    picture = pictured("407")
    (best, *_), places, digits = reader.read_picture(picture)
    assert len(digits) == 3
    joined = merged(places, (), best.boxes[1:])
    [first, both] = reader.read_picture(picture, joined).readings[0].boxes
    assert first.character == "4"
    assert [piece.stroke for piece in both.group] == [1, 2]
    apart = split(places, joined, both)
    assert reader.read_picture(picture, apart).readings[0].text == "407"


@pytest.mark.parametrize("digit", "0568")
def test_one_part_is_cut_where_somebody_says_so(reader: NumberReader, digit: str) -> None:
    picture = pictured(digit)
    (best, *_), places, _ = reader.read_picture(picture)
    [box] = best.boxes
    left, right = reader.read_picture(picture, split(places, (), box)).readings[0].boxes
    assert left.bounds.right < box.bounds.right - 5
    assert right.bounds.left > box.bounds.left + 5


def test_marks_lapse_in_another_picture(reader: NumberReader) -> None:
    (best, *_), places, _ = reader.read_picture(pictured("407"))
    marks = merged(places, (), best.boxes[1:])
    moved = np.pad(pictured("407"), 7, constant_values=255)
    assert reader.read_picture(moved, marks).readings[0].text == "407"


@pytest.mark.parametrize("digit", "0123456789")
def test_one_digit_is_not_several(recogniser: Recogniser, reader: NumberReader, digit: str) -> None:
    picture = pictured(digit)
    answer = recogniser.recognise(picture)
    assert answer.label == digit
    assert reader.refusing_several(answer, picture) is answer


@pytest.mark.parametrize("level", [0, 255])
def test_in_a_blank_picture_there_is_no_number(reader: NumberReader, level: int) -> None:
    assert reader.read_picture(np.full((40, 60), level, np.uint8)).readings[0].text == ""


@pytest.mark.long
@pytest.mark.skipif(not STROKES.exists(), reason="needs the strokes in ../shared/data")
def test_numbers_in_clean_pictures_are_read_exactly(reader: NumberReader) -> None:
    kinds = ("pen", "MNIST") if MNIST.exists() else ("pen",)
    wrong = [misread(reader, kind, length, 40, 21) for kind in kinds for length in (2, 4)]
    assert sum(map(len, wrong)) <= 0.07 * 40 * len(wrong)
