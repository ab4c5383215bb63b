"""The writing in a photo is found: the first guess is the digit that was written."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from handdigit.ink.found_ink import FoundInk
from handdigit.ink.normalise import normalise
from handdigit.ink.photo import find_writing
from handdigit.ink.writing import Candidate, Writing
from tests.ink.drawings import DIGITS, ink_of, likeness
from tests.photos.conditions import CONDITIONS
from tests.photos.scene import Scene, photograph

SMALLER = (600, 450)


def found_likeness(scene: Scene, name: str, seed: int = 4) -> float:
    """Return how much the first guess looks like what was written, seen from above."""
    ink = ink_of(DIGITS[name])
    photo = photograph(replace(scene, tilt=0, perspective=0), ink, seed)
    best = find_writing(photo).candidates[0]
    return likeness(normalise(best.found).picture, normalise(ink).picture)


@pytest.mark.parametrize(
    "condition",
    [
        "ballpoint", "faint pencil", "chalkboard", "tight crop", "squared, dark", "lined, dark",
        "form box", "print above", "wooden desk", "sticky note", "strip of desk",
        "shadow edge, 40 %", "thumb in a corner",
    ],
)  # fmt: skip
def test_the_writing_is_found(condition: str) -> None:
    scene = replace(CONDITIONS[condition], size=SMALLER)
    assert found_likeness(scene, "three") > 0.75


@pytest.mark.long
@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("name", DIGITS)
def test_the_writing_is_found_under_every_condition(condition: str, name: str) -> None:
    assert found_likeness(CONDITIONS[condition], name) > 0.7


@pytest.mark.parametrize("seed", [4, 5])
def test_a_bar_along_the_edge_of_a_close_up_is_no_desk(seed: int) -> None:
    """Of a 7 that is cut at its box, the bar spans the upper edge."""
    assert found_likeness(CONDITIONS["tight crop"], "seven", seed) > 0.9


@pytest.mark.parametrize("name", ["three", "four", "five", "seven"])
@pytest.mark.parametrize("pen", [0.05, 0.08])
def test_thick_strokes_that_fill_a_close_up_are_whole(name: str, pen: float) -> None:
    """Wider than strokes are elsewhere, and in pieces: they are what fills the picture."""
    assert found_likeness(replace(CONDITIONS["tight crop"], pen=pen), name, 5) > 0.85


def test_a_strip_of_desk_is_no_bar() -> None:
    scene = replace(CONDITIONS["strip of desk"], size=SMALLER, sheet=(-1, -1, 2, 0.93))
    photo = photograph(scene, ink_of(DIGITS["seven"]), 4)
    assert not find_writing(photo).sheet.mask[-1].any()


@pytest.mark.parametrize("condition", ["marker", "wooden desk", "lined, dark", "thumb in a corner"])
def test_its_box_is_where_it_was_written(condition: str) -> None:
    scene = replace(CONDITIONS[condition], size=SMALLER, anywhere=False, tilt=0, perspective=0)
    photo = photograph(scene, ink_of(DIGITS["five"]), 1)
    left, top, right, bottom = find_writing(photo).candidates[0].found.extent
    assert bottom - top == pytest.approx(scene.digit * min(SMALLER), rel=0.25)
    assert right - left < bottom - top
    assert 0 <= left < right <= SMALLER[1]


def test_the_corners_of_a_sheet_on_a_desk() -> None:
    scene = replace(CONDITIONS["wooden desk"], size=SMALLER, tilt=0, perspective=0)
    sheet = find_writing(photograph(scene, ink_of(DIGITS["five"]), 1)).sheet
    left, top, right, bottom = scene.sheet
    assert sheet.corners is not None
    wanted = [[left, top], [right, top], [right, bottom], [left, bottom]]
    assert sheet.corners == pytest.approx(np.array(wanted), abs=0.03)


def test_paper_beyond_the_picture_has_no_corners() -> None:
    photo = photograph(replace(CONDITIONS["marker"], size=SMALLER), ink_of(DIGITS["five"]), 1)
    assert find_writing(photo).sheet.corners is None


@pytest.mark.parametrize("level", [0, 128, 255])
def test_nothing_is_found_on_one_colour(level: int) -> None:
    assert find_writing(np.full((120, 160, 3), level, np.uint8)).candidates == ()


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (2, 3), (3, 3000), (97, 96)])
def test_odd_shapes_of_anything_do_no_harm(shape: tuple[int, int]) -> None:
    anything = np.random.default_rng(2).integers(0, 256, (*shape, 3)).astype(np.uint8)
    for candidate in find_writing(anything).candidates:
        assert candidate.found.ink.max() == 255


def candidates(*merits: float) -> Writing:
    sheet = find_writing(np.zeros((100, 100, 3), np.uint8)).sheet
    inks = [np.full((4, 4), number, np.uint8) for number in range(len(merits))]
    return Writing(
        tuple(
            Candidate(FoundInk.whole(ink), merit, 1.0, 1.0, is_cut_off=False)
            for ink, merit in zip(inks, merits, strict=True)
        ),
        sheet,
    )


@pytest.mark.parametrize(
    ("merits", "digits", "chosen", "clearness"),
    [
        ((1.0,), {0}, 0, 1.0),
        ((1.0, 0.5), {0}, 0, 1.0),
        ((1.0, 0.5), {0, 1}, 0, 0.5),
        ((1.0, 0.5), {1}, 1, 0.5),
        ((1.0, 0.1), {1}, 0, 0.0),
        ((1.0, 1.0), {0, 1}, 0, 0.0),
        ((1.0, 0.5), set(), 0, 0.0),
    ],
)
def test_what_looks_like_a_digit_is_chosen(
    merits: tuple[float, ...], digits: set[int], chosen: int, clearness: float
) -> None:
    writing = candidates(*merits)
    choice = writing.choice(lambda found: int(found.ink[0, 0]) in digits)
    assert choice is not None
    assert choice.candidate is writing.candidates[chosen]
    assert choice.clearness == pytest.approx(clearness)


def test_of_nothing_nothing_is_chosen() -> None:
    assert candidates().choice(lambda ink: True) is None
