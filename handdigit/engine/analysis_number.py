"""The analysis behind the number mode: a line of digits, read while it is written."""

from __future__ import annotations

from functools import lru_cache

from handdigit.engine.requests_number import NumberRead, ReadNumber
from handdigit.models.number_reader import NumberReader
from handdigit.models.recogniser import Recogniser


def read_number(recogniser: Recogniser, request: ReadNumber) -> NumberRead:
    """Read a line; groups that were read before with the same model are remembered."""
    return NumberRead(_reader(recogniser).read(request.ink, request.marks))


@lru_cache(maxsize=1)
def _reader(recogniser: Recogniser) -> NumberReader:
    return NumberReader(recogniser)
