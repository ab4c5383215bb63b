"""A picture mended by hand: what is meant of it, upright, and what of that is ink."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from handdigit.ink.ink import Bounds
from handdigit.ink.mending import Mending, mended, mended_writing, part_of
from handdigit.ink.normalise import normalise
from handdigit.ink.perspective import WHOLE, is_convex, map_to, mapped, seen_through
from handdigit.ink.rubbing import Rubbing
from tests.ink.drawings import DIGITS, ink_of
from tests.photos.conditions import CONDITIONS
from tests.photos.scene import photograph

SLANTED = ((0.2, 0.1), (0.75, 0.2), (0.9, 0.85), (0.1, 0.95))
SAID = Mending(
    turns=3,
    corners=SLANTED,
    frame=Bounds(0.1, 0.2, 0.7, 0.9),
    is_inverted=True,
    least_ink=0.25,
    rubbings=(Rubbing(((0.5, 0.5), (0.6, 0.4)), 0.05),),
)


def picture(height: int = 60, width: int = 90) -> np.ndarray:
    """Return a picture of which no two pixels are alike, opaque."""
    y, x = np.mgrid[0:height, 0:width].astype(np.uint8)
    return np.dstack([x, y, x ^ y, np.full_like(x, 255)])


def paper(side: int = 200) -> np.ndarray:
    """Return paper with light falling from the left, and a dark bar across it."""
    grey = np.tile(np.linspace(240, 180, side), (side, 1))
    grey[90:110, 40:160] *= 0.3
    grey = grey.astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def test_nothing_said_changes_nothing() -> None:
    assert np.array_equal(part_of(picture(), Mending()), picture())
    assert np.array_equal(mended(picture(), Mending()), picture())


def test_a_frame_and_turns_keep_the_pixels() -> None:
    frame = Mending().cut(Bounds(0.5, 0.25, 1.0, 1.0))
    part = picture()[15:60, 45:90]
    assert np.array_equal(part_of(picture(), frame), part)
    for quarters in range(-1, 5):
        turned = frame.turned(quarters)
        assert np.array_equal(part_of(picture(), turned), np.rot90(part, -quarters))
    assert frame.turned(1).turned(-1).turned(4) == frame


def test_a_map_takes_the_square_to_its_corners() -> None:
    assert np.array(mapped(WHOLE, map_to(SLANTED))) == pytest.approx(np.array(SLANTED))
    crossed = (SLANTED[0], SLANTED[2], SLANTED[1], SLANTED[3])
    assert is_convex(SLANTED)
    assert not is_convex(crossed)
    with pytest.raises(ValueError, match=r"0\.2"):
        map_to(crossed)


def test_what_was_seen_slanted_is_straight_again() -> None:
    y, x = np.mgrid[0:200, 0:200] / 200
    squares = (((x * 4).astype(int) + (y * 4).astype(int)) % 2 * 255).astype(np.uint8)
    square = np.dstack([squares, squares, squares, np.full_like(squares, 255)])
    to_square = np.linalg.inv(map_to(SLANTED))
    photo = seen_through(square, to_square, (400, 400))
    straight = part_of(photo, Mending(corners=SLANTED))
    high, wide = straight.shape[:2]
    for row in range(4):
        for column in range(4):
            middle = straight[int((row + 0.5) / 4 * high), int((column + 0.5) / 4 * wide), 0]
            assert middle == (row + column) % 2 * 255


def test_places_lead_back_to_the_original() -> None:
    """Turned, straight and cut out, a mark stands where the map says."""
    photo = np.full((120, 160, 4), 255, np.uint8)
    photo[60:64, 80:84, :3] = 0
    mending = Mending(turns=1, corners=SLANTED, frame=Bounds(0.2, 0.1, 0.9, 0.8))
    part = part_of(photo, mending)
    rows, columns = np.nonzero(part[:, :, 0] < 128)
    place = ((columns.mean() + 0.5) / part.shape[1], (rows.mean() + 0.5) / part.shape[0])
    (found,) = mapped((place,), mending.map)
    assert found == pytest.approx((82 / 160, 62 / 120), abs=0.01)


def test_where_the_eraser_has_passed_is_paper_in_the_light_that_falls_there() -> None:
    dirty = paper()
    path = Rubbing(((0.1, 0.5), (0.9, 0.5)), 0.08)
    clean = part_of(dirty, Mending(rubbings=(path,)))
    light = np.linspace(240, 180, 200)
    difference = np.abs(clean[:, :, 0] - light)
    assert difference[:, 20:180].max() < 6, "no edge of what was erased can be seen"
    assert difference.max() < 10
    assert normalise(dirty).box.width == pytest.approx(120, abs=2)


def test_the_eraser_keeps_few_places() -> None:
    rubbing = Rubbing(((0.5, 0.5),), 0.1)
    assert rubbing.gone_to((0.51, 0.5)) is rubbing
    assert rubbing.gone_to((0.6, 0.5)).places == ((0.5, 0.5), (0.6, 0.5))


def test_all_of_a_picture_can_be_erased() -> None:
    nothing = part_of(picture(), Mending(rubbings=(Rubbing(((0.5, 0.5),), 1.0),)))
    assert nothing.shape == picture().shape
    assert np.ptp(nothing.reshape(-1, 4), axis=0).max() == 0


def test_more_or_less_is_ink() -> None:
    faint = paper()
    faint[40:60, 40:160, :3] = (faint[40:60, 40:160, :3] * 0.8).astype(np.uint8)
    only_strong = normalise(mended(faint, Mending(least_ink=0.6)))
    faint_too = normalise(mended(faint, Mending(least_ink=0.15)))
    assert only_strong.box.top == pytest.approx(90, abs=2)
    assert faint_too.box.top == pytest.approx(40, abs=2)


def test_thin_lines_of_a_photo_are_as_wide_as_without_a_word() -> None:
    scene = replace(CONDITIONS["ballpoint"], size=(600, 450))
    photo = photograph(scene, ink_of(DIGITS["three"]), 4)
    photo = np.dstack([photo, np.full(photo.shape[:2], 255, np.uint8)])
    usual = normalise(photo).picture.astype(float)
    said = normalise(mended_writing(photo, Mending(least_ink=0.5))).picture.astype(float)
    assert said.sum() == pytest.approx(usual.sum(), rel=0.15)
    thin = normalise(mended(photo, Mending(least_ink=0.5))).picture.astype(float)
    assert thin.sum() < 0.7 * usual.sum(), "a number's digits have widths of their own"


def test_ink_and_paper_are_exchanged() -> None:
    """A bright sign on what is dark."""
    grey = np.full((100, 100), 30, np.uint8)
    grey[20:80, 45:55] = 240
    sign = np.dstack([grey, grey, grey, np.full_like(grey, 255)])
    as_usual, inverted = (
        mended(sign, Mending(is_inverted=is_inverted, least_ink=0.5)).ink
        for is_inverted in (False, True)
    )
    assert (as_usual[50, 50], as_usual[50, 30]) == (255, 0)
    assert (inverted[50, 50], inverted[50, 44]) == (0, 255)


def test_what_was_said_goes_through_json() -> None:
    assert Mending.from_json(json.loads(json.dumps(SAID.to_json()))) == SAID
    assert Mending().to_json() == {}
    assert Mending.from_json({}) == Mending()


@pytest.mark.parametrize(
    "values",
    [
        {"corners": [[0, 0], [1, 1], [1, 0], [0, 1]]},
        {"corners": [[0, 0], [1, 0]]},
        {"frame": [0.5, 0.5, 0.5, 0.9]},
        {"frame": [0, 0, float("nan"), 1]},
        {"least_ink": 7},
        {"rubbings": [[0.1, []]]},
        {"rubbings": [[0.1, [[0, float("inf")]]]]},
        {"rubbings": [[0.1, [[0, 0]] * 30_000]]},
    ],
)
def test_what_makes_no_sense_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whoever reads it says what is damaged
        Mending.from_json(values)
