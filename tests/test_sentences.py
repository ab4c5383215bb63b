"""What a user is told stays one line, whatever a file or a name brings into it."""

from __future__ import annotations

import pytest

from handdigit.errors import LONGEST_SENTENCE, DataFileError, HanddigitError


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\nb.png is damaged.", r"a\nb.png is damaged."),
        ("\x1b[31mred is damaged.", r"\x1b[31mred is damaged."),
        ("\udcff.png is damaged.", r"\udcff.png is damaged."),
        ("No-break\u00a0space, ○ and – stay.", "No-break\u00a0space, ○ and – stay."),
        ("\u2028 is a new line.", r"\u2028 is a new line."),
    ],
)
def test_what_would_break_the_line_is_told_by_its_code(text: str, told: str):
    assert str(DataFileError(text)) == told


def test_of_a_long_sentence_beginning_and_advice_stay():
    told = str(HanddigitError(f"The file {'x' * 5000} is too long: name another."))
    assert len(told) < LONGEST_SENTENCE
    assert told.startswith("The file xxx")
    assert told.endswith("x is too long: name another.")
    assert told.count("…") == 1
