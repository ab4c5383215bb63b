"""Letters of the system's fonts as strokes."""

from __future__ import annotations

import pytest
from PIL import ImageFont

from handdigit.errors import DataFileError
from handdigit.workshop.fonts import CHARACTERS, font_files, font_inks


@pytest.fixture(scope="module")
def font():
    for path in font_files():
        try:
            ImageFont.truetype(str(path), 20)
        except OSError:
            continue
        return path
    pytest.skip("there are no fonts on this computer")


def test_letters_become_strokes(font):
    inks = dict(font_inks([font], "xTi"))
    assert list(inks) == ["x", "T", "i"]
    for ink in inks.values():
        box = ink.bounds()
        assert 0 < max(box.width, box.height) < 1.5
    assert len(inks["i"].strokes) >= 2  # the dot is there


def test_a_letter_that_a_font_lacks_is_left_out(font):
    assert dict(font_inks([font], "\U0010fffe")) == {}


def test_a_file_that_is_no_font_is_passed_over(font, tmp_path):
    other = tmp_path / "other.ttf"
    other.write_bytes(b"no font")
    assert len(list(font_inks([other, font], "x"))) == 1


def test_without_fonts_there_is_something_to_do():
    with pytest.raises(DataFileError, match="without --fonts"):
        list(font_inks([]))


def test_no_digit_and_nothing_like_one_is_among_the_characters():
    assert not set("0123456789OoQDIl|SsZzBbGgq") & set(CHARACTERS)
