"""The analysis behind the number mode: a line of digits, read while it is written."""

from __future__ import annotations

from weakref import WeakKeyDictionary, proxy

from handdigit.engine.requests_number import NumberRead, ReadNumber
from handdigit.models.number_reader import NumberReader
from handdigit.models.recogniser import Recogniser

_READERS: WeakKeyDictionary[Recogniser, NumberReader] = WeakKeyDictionary()


def read_number(recogniser: Recogniser, request: ReadNumber) -> NumberRead:
    """Read a line; groups that were read before with the same model are remembered."""
    # By proxy, or the reader would keep a model in memory that has been replaced.
    found = _READERS.setdefault(recogniser, NumberReader(proxy(recogniser)))
    return NumberRead(found.read(request.ink, request.marks))
