"""Errors that a user can act on.

Anything raised that is not a :class:`HanddigitError` is a bug and keeps its traceback.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from handdigit.sentences import sentence, shown

DECODER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What parsers of JSON, TOML, pictures and tensors raise on damaged content.

A reader turns them into a sentence of its own, around the parsing and nothing else.
"""


LONGEST_SENTENCE = 400
"""Characters; of a longer one the middle is left out."""


class HanddigitError(Exception):
    """An expected failure; its text is one sentence for the user that says what to do.

    Whatever a file or a name brings into it, it stays one line that can be shown anywhere.
    """

    def __str__(self) -> str:
        return one_line(super().__str__())

    @property
    def sentence(self) -> str:
        """What it says, as it was made: a :class:`~handdigit.sentences.Sentence` is translated."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


def one_line(text: str) -> str:
    """Return a sentence as it is shown: on one line, in the middle shortened if it is long."""
    text = shown(text)
    if len(text) <= LONGEST_SENTENCE:
        return text
    half = LONGEST_SENTENCE // 2 - 1
    return f"{text[:half]}…{text[-half:]}"


class InkError(HanddigitError):
    """Strokes that cannot be read: malformed JSON, missing coordinates, NaN."""


class PictureError(HanddigitError):
    """A picture that cannot be read or is no greyscale or colour picture."""


class EmptyDrawingError(HanddigitError):
    """There is no ink to normalise."""


class ArchitectureError(HanddigitError):
    """A network description that does not parse or whose layers do not fit together."""


class DataFileError(HanddigitError):
    """A data set that is missing, truncated or of another format."""


class ModelFileError(HanddigitError):
    """A model file that is missing, damaged or written by a newer version."""


class DeviceError(HanddigitError):
    """The requested compute device is not there or does not work."""


@contextmanager
def decoding(damaged: str, kind: type[HanddigitError], *also: type[Exception]) -> Iterator[None]:
    """Tell whatever a decoder raises on damaged content as ``damaged``.

    The boundary of every reader: nothing but decoding belongs inside. Errors of the project pass
    as they are.

    Args:
        damaged: what is wrong, and what to do, a sentence.
        kind: what is raised with it.
        also: what this decoder raises beside the usual.

    Raises:
        HanddigitError: of ``kind``, in place of one of :data:`DECODER_ERRORS` or of ``also``.
    """
    expected: tuple[type[Exception], ...] = (*also, *DECODER_ERRORS)
    try:
        yield
    except expected as error:
        raise kind(damaged) from error


@contextmanager
def os_errors_as(refused: str, kind: type[HanddigitError] = HanddigitError) -> Iterator[None]:
    """Tell what the operating system refuses as ``refused``, a colon and its reason.

    Raises:
        HanddigitError: of ``kind``, in place of an :class:`OSError`.
    """
    try:
        yield
    except OSError as error:
        raise kind(sentence("{0}: {1}.", refused, error.strerror or str(error))) from None
