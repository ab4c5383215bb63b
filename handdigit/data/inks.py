"""Files of inks: one drawing in ``.json``, or one a line in ``.jsonl``, plain or gzip."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handdigit.core.errors import DataFileError, InkError
from handdigit.core.ink import Ink, parse_json
from handdigit.data.files import read_text


@dataclass(frozen=True, slots=True)
class Sample:
    """An ink with what its file says about it."""

    ink: Ink
    label: int | None = None
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
        DataFileError: the file cannot be read.
        InkError: an ink is malformed; the text names file and line.
    """
    samples = []
    for where, text in ink_texts(path):
        try:
            samples.append(parse_sample(text))
        except InkError as error:
            raise InkError(f"{where}: {error}") from None
    if not samples:
        raise DataFileError(f"{path} has no inks in it.")
    return samples


def ink_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield where an ink stands (for messages) and its JSON text, for every ink in a file.

    Raises:
        DataFileError: the file cannot be read.
    """
    text = read_text(path)
    if not is_ink_lines(path):
        yield str(path), text
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{path}, line {number}", line


def parse_sample(text: str) -> Sample:
    """Read one ink with its optional ``label`` (0 to 9) and ``writer``.

    Raises:
        InkError: the text is not JSON, not an ink, its label is no digit or its writer no name.
    """
    value = parse_json(text)
    ink = Ink.from_json(value)
    assert isinstance(value, dict)  # from_json accepts nothing else
    label, writer = value.get("label"), value.get("writer")
    if label is not None and (isinstance(label, bool) or label not in range(10)):
        raise InkError(f"The label must be a digit 0 to 9, not {reprlib.repr(label)}.")
    if isinstance(writer, list | dict):
        raise InkError("The writer must be a name or a number.")
    return Sample(
        ink, None if label is None else int(label), None if writer is None else str(writer)
    )


def read_labelled_samples(path: Path) -> list[Sample]:
    """Return every ink in a file, each with a label.

    Raises:
        DataFileError: the file cannot be read, or an ink has no label.
        InkError: an ink is malformed.
    """
    samples = read_samples(path)
    for number, sample in enumerate(samples, start=1):
        if sample.label is None:
            raise DataFileError(f'{path}: ink {number} has no label; add "label": 0 to 9.')
    return samples
