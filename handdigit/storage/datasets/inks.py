"""Files of inks: one drawing in ``.json``, or one a line in ``.jsonl``, plain or gzip."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from handdigit.budgets import (
    INK_CHARACTERS,
    INK_FILE,
    INK_FILE_LINES,
    INK_FILE_POINTS,
    FileBudget,
)
from handdigit.errors import DataFileError, InkError
from handdigit.handwriting.shapes import Shape, parse_shapes
from handdigit.ink.ink import Ink, parse_json
from handdigit.network.alphabet import DIGITS, Alphabet, AlphabetError, require_name
from handdigit.sentences import sentence
from handdigit.storage.files import read_lines, read_text
from handdigit.storage.paths import ASSETS


@dataclass(frozen=True, slots=True)
class Sample:
    """An ink with what its file says about it."""

    ink: Ink
    label: str | None = None
    """What its class is called; the digits by their names, too."""
    writer: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledSample:
    """An ink whose class in an alphabet is known."""

    ink: Ink
    label: int
    """Number of the class."""
    writer: str | None = None


def is_ink_lines(path: Path) -> bool:
    """Return whether the name says ``.jsonl`` or ``.jsonl.gz``."""
    return path.name.lower().endswith((".jsonl", ".jsonl.gz"))


def is_ink_file(path: Path) -> bool:
    """Return whether the name says one or several inks."""
    return is_ink_lines(path) or path.name.lower().endswith((".json", ".json.gz"))


def read_samples(path: Path) -> list[Sample]:
    """Return every ink in a file.

    Raises:
        DataFileError: the file cannot be read, or has more points than fit into the memory.
        InkError: an ink is malformed; the text names file and line.
    """
    samples, points = [], 0
    for where, text in ink_texts(path):
        with ink_errors_at(where):
            samples.append(parse_sample(text))
        points += samples[-1].ink.point_count
        require_points(points, path)
    return samples


def first_sample(path: Path) -> Sample:
    """Return the first ink in a file; the others are not looked at.

    Raises:
        DataFileError: the file cannot be read.
        InkError: the ink is malformed; the text names file and line.
    """
    where, text = next(ink_texts(path))
    with ink_errors_at(where):
        return parse_sample(text)


def require_points(count: int, path: Path) -> None:
    """Require that the points of a file's inks, all of which are kept, fit into the memory.

    Raises:
        DataFileError: they are too many.
    """
    if count > INK_FILE_POINTS:
        raise DataFileError(
            sentence("{0} has more than {1:,} points: split it.", path, INK_FILE_POINTS)
        )


def ink_texts(path: Path, budget: FileBudget = INK_FILE) -> Iterator[tuple[str, str]]:
    """Yield where an ink stands (for messages) and its JSON text, for every ink in a file.

    A file of lines is read as it is asked for; of a line that is too long for an ink, too much
    for one comes.

    Raises:
        DataFileError: the file cannot be read, or has no inks in it.
    """
    if not is_ink_lines(path):
        yield str(path), read_text(path, INK_FILE)
        return
    is_empty = True
    lines = read_lines(path, budget, longest=INK_CHARACTERS + 1)
    for number, line in enumerate(lines, start=1):
        if number > INK_FILE_LINES:
            raise DataFileError(
                sentence("{0} has more than {1:,} lines: split it.", path, INK_FILE_LINES)
            )
        if line.strip():
            is_empty = False
            yield sentence("{0}, line {1}", path, number), line
    if is_empty:
        raise DataFileError(sentence("{0} has no inks in it.", path))


@contextmanager
def ink_errors_at(where: str) -> Iterator[None]:
    """Begin what is told of an ink with where it stands.

    Raises:
        InkError: in place of one without the place.
    """
    try:
        yield
    except InkError as error:
        raise InkError(sentence("{0}: {1}", where, error.sentence)) from None


def parse_sample(text: str) -> Sample:
    """Read one ink with its optional ``label`` (a number 0 to 9 or a name) and ``writer``.

    Raises:
        InkError: the text is not JSON, not an ink, or nothing can be called as its label.
    """
    return sample_from_json(parse_json(text))


def sample_from_json(value: object) -> Sample:
    """Return the ink in parsed JSON, as :func:`parse_sample`.

    Raises:
        InkError: as there.
    """
    ink = Ink.from_json(value)
    assert isinstance(value, dict)  # from_json accepts nothing else
    label, writer = value.get("label"), value.get("writer")
    if isinstance(writer, list | dict):
        raise InkError(sentence("The writer must be a name or a number."))
    return Sample(
        ink,
        None if label is None else _label_from_json(label),
        None if writer is None else str(writer),
    )


def label_to_json(label: str) -> int | str:
    """Return a class's name as files of inks have it: a digit is a number there."""
    return int(label) if label in DIGITS.names else label


def _label_from_json(value: object) -> str:
    if not isinstance(value, str):
        if isinstance(value, bool) or value not in range(len(DIGITS)):
            raise InkError(
                sentence(
                    "The label must be a digit 0 to 9 or the name of a class, not {0}.",
                    reprlib.repr(value),
                )
            )
        return DIGITS.names[int(cast(float, value))]
    try:
        return require_name(value)
    except AlphabetError as error:
        raise InkError(sentence("The label is no name. {0}", error.sentence)) from None


def read_labelled_samples(path: Path, alphabet: Alphabet = DIGITS) -> list[LabelledSample]:
    """Return every ink in a file with the number of its class.

    Raises:
        DataFileError: the file cannot be read, or an ink has no label of the alphabet.
        InkError: an ink is malformed.
    """
    return [
        LabelledSample(
            s.ink, class_of(s.label, alphabet, sentence("{0}: ink {1}", path, number)), s.writer
        )
        for number, s in enumerate(read_samples(path), start=1)
    ]


def class_of(label: str | None, alphabet: Alphabet, where: str) -> int:
    """Return the number of the class that a label names; ``where`` begins what errors say.

    Raises:
        DataFileError: there is no label, or it names no class of the alphabet.
    """
    if label is None:
        raise DataFileError(
            sentence('{0} has no label; add "label": {1}.', where, alphabet.listed())
        )
    try:
        return alphabet.index(label)
    except AlphabetError as error:
        raise DataFileError(sentence("{0}: {1}", where, error.sentence)) from None


SHAPES = ASSETS / "shapes.txt"


@cache
def shipped_shapes() -> tuple[Shape, ...]:
    """Return the shapes that come with the program, read once a process.

    Raises:
        DataFileError: the program is installed without them.
    """
    return parse_shapes(read_text(SHAPES))
