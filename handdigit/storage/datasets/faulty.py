"""Lists of drawings that say nothing about a reader: wrong labels, missing strokes, scrawls.

A list is a TOML file that names the lines of one file of inks, and that file by its content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import INK_FILE
from handdigit.errors import DataFileError, decoding
from handdigit.sentences import sentence
from handdigit.storage.files import is_file, open_content, read_text
from handdigit.storage.parsing import parse_toml
from handdigit.storage.paths import ASSETS

SHIPPED_LISTS = ASSETS / "faulty"
SUFFIX = ".toml"
KINDS = ("wrong label", "cut off", "other ink", "illegible")


@dataclass(frozen=True, slots=True)
class FaultyDrawing:
    """One drawing and what is wrong with it."""

    line: int
    """In the file of inks, from 0."""
    label: int
    """The one it has, rightly or wrongly."""
    kind: str
    """One of :data:`KINDS`."""
    note: str


@dataclass(frozen=True, slots=True)
class FaultyList:
    """The faulty drawings of one file."""

    name: str
    sha256: str
    """Of the file's content, unpacked."""
    drawings: tuple[FaultyDrawing, ...]

    def is_about(self, path: Path) -> bool:
        """Return whether a file is the one that was looked at, wherever it lies.

        Raises:
            DataFileError: it cannot be read.
        """
        if not is_file(path):
            return False
        with open_content(path, INK_FILE) as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == self.sha256

    def is_sound(self, lines: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return (N,) which of (N,) lines of the file are not listed."""
        return np.isin(lines, [drawing.line for drawing in self.drawings], invert=True)

    def sound(self, count: int) -> NDArray[np.bool_]:
        """Return which of the ``count`` drawings of the file are not listed.

        Raises:
            DataFileError: one is listed that the file does not have, or all of them.
        """
        if max((drawing.line for drawing in self.drawings), default=-1) >= count:
            raise DataFileError(
                sentence("The list of {0} names lines that are not in its file.", self.name)
            )
        kept = self.is_sound(np.arange(count))
        if not kept.any():
            raise DataFileError(
                sentence("The list of {0} leaves no drawing to measure by.", self.name)
            )
        return kept


def find_faulty(name: str) -> FaultyList:
    """Return a list by the name of a shipped one, or by its file.

    Raises:
        DataFileError: there is none, or it cannot be read.
    """
    shipped = SHIPPED_LISTS / f"{name}{SUFFIX}"
    if is_file(shipped):
        return read_faulty(shipped)
    if not is_file(Path(name)):
        known = ", ".join(sorted(path.stem for path in SHIPPED_LISTS.glob(f"*{SUFFIX}")))
        raise DataFileError(
            sentence("{0} is no list of faulty drawings: name {1} or a file.", name, known)
        )
    return read_faulty(Path(name))


def read_faulty(path: Path) -> FaultyList:
    """Read a list.

    Raises:
        DataFileError: the file cannot be read, or is no such list.
    """
    text = read_text(path)
    with decoding(
        sentence("{0} is not a list of faulty drawings, or it is damaged.", path), DataFileError
    ):
        value = parse_toml(text)
        found = FaultyList(
            str(value["data"]),
            str(value["sha256"]),
            tuple(FaultyDrawing(**drawing) for drawing in value["drawings"]),
        )
    lines = [drawing.line for drawing in found.drawings]
    is_sound = (
        all(type(line) is int and line >= 0 for line in lines)
        and len(set(lines)) == len(lines)
        and all(drawing.kind in KINDS for drawing in found.drawings)
    )
    if not is_sound:
        raise DataFileError(
            sentence(
                "{0} is damaged: each line once, counted from 0, each kind one of {1}.",
                path,
                ", ".join(KINDS),
            )
        )
    return found
