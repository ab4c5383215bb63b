"""Where labelled digits come from, to learn or to measure by: one value, one table.

A new source is a kind with a line in :data:`SOURCES`, and a line in ``training.sources`` where a
network can learn from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from handdigit.errors import DataFileError
from handdigit.ink.normalise import Find, found_ink
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import noted, sentence
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.datasets.labelled_sets import (
    GeneratedSet,
    LabelledSet,
    PictureSet,
    SampleSet,
    open_files,
)
from handdigit.storage.datasets.picture_parts import digits_in
from handdigit.storage.files import is_file, is_folder
from handdigit.storage.paths import AppPaths


class DataKind(StrEnum):
    """What a source is, by the word that the command line has for it."""

    MNIST = "mnist"
    SAMPLES = "samples"
    HELD_OUT = "held-out"
    GENERATED = "generated"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class DataSource:
    """Labelled digits of one origin."""

    kind: DataKind
    files: tuple[Path, ...] = ()
    """MNIST's folder, the database of samples, or the files that the user chose; () for where
    the program keeps them: see :meth:`at`."""
    count: int = 1000
    """How many digits are generated to measure by; of no meaning elsewhere."""
    revision: int = 0
    """With another number the files are read anew."""
    alphabet: Alphabet = DIGITS
    """What its labels are of."""

    @classmethod
    def parse(cls, text: str, alphabet: Alphabet = DIGITS) -> DataSource:
        """Return what a word of :data:`SOURCES`, ``mnist:DIR`` or the path of a file names."""
        word, _, place = text.partition(":")
        if place and word in SOURCES and SOURCES[DataKind(word)].place is not None:
            return cls(DataKind(word), (Path(place),), alphabet=alphabet)
        if text in SOURCES and text != DataKind.FILES:
            return cls(DataKind(text), alphabet=alphabet)
        return cls(DataKind.FILES, (Path(text),), alphabet=alphabet)

    @classmethod
    def of_files(cls, files: Sequence[Path], alphabet: Alphabet = DIGITS) -> DataSource:
        """Return files as a source; a name that is no file may be that of another source."""
        named = cls.parse(str(files[0]), alphabet)
        is_word = named.kind is not DataKind.FILES and not (
            is_file(files[0]) or is_folder(files[0])
        )
        return named if is_word else cls(DataKind.FILES, tuple(files), alphabet=alphabet)

    @property
    def text(self) -> str:
        """What :meth:`parse` takes."""
        place = " ".join(map(str, self.files))
        if self.kind is DataKind.FILES:
            return place
        return f"{self.kind}:{place}" if place else str(self.kind)

    def absolute(self) -> DataSource:
        """Return it so that it is found from another folder as well."""
        return replace(self, files=tuple(path.absolute() for path in self.files))

    def at(self, paths: AppPaths) -> DataSource:
        """Return it with the place where the program keeps it, unless it names one."""
        place = SOURCES[self.kind].place
        return self if self.files or place is None else replace(self, files=(place(paths),))

    def open(self, find: Find = found_ink) -> LabelledSet:
        """Return the drawings to measure by, of a source that has its place.

        ``find`` finds the ink of pictures in folders.

        Raises:
            HanddigitError: they are not there, cannot be read, or there are none.
        """
        found = SOURCES[self.kind].open(self, find)
        if not found:
            raise DataFileError(
                sentence("{0} has no drawings to measure by: name another set.", self.text)
            )
        return found


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What the program knows of a kind of source."""

    open: Callable[[DataSource, Find], LabelledSet]
    """Gives the drawings to measure by; finds the ink of pictures in folders as it is told."""
    test_title: str = ""
    """What they are called; "" where they are not offered by name."""
    title: str = ""
    """What it is called as something to learn from; "" where it is not offered by name."""
    about: str = ""
    place: Callable[[AppPaths], Path] | None = None
    """Where the program keeps it."""


def _open_mnist(source: DataSource, _find: Find) -> LabelledSet:
    (folder,) = source.files
    if not is_folder(folder):
        raise DataFileError(
            sentence(
                "There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder "
                "that has it.",
                folder,
            )
        )
    pictures, digits = read_mnist(folder, "t10k")
    return PictureSet(pictures, digits_in(source.alphabet, folder)[digits])


def _open_generated(source: DataSource, _find: Find) -> LabelledSet:
    if source.alphabet != DIGITS:
        raise DataFileError(sentence("The pen model writes digits: choose other data."))
    return GeneratedSet(source.count)


SOURCES: Mapping[DataKind, SourceEntry] = MappingProxyType(
    {
        DataKind.MNIST: SourceEntry(
            _open_mnist,
            noted("MNIST test"),
            "MNIST",
            noted("60,000 digits by 500 people (LeCun, Cortes and Burges 1998)."),
            place=lambda paths: paths.mnist,
        ),
        DataKind.SAMPLES: SourceEntry(
            lambda source, _: SampleSet(source.files[0], source.alphabet),
            noted("Your samples"),
            noted("Your samples"),
            noted("What you drew and labelled; some are held out to measure by."),
            place=lambda paths: paths.samples,
        ),
        DataKind.HELD_OUT: SourceEntry(
            lambda source, _: SampleSet(source.files[0], source.alphabet, held_out=True),
            noted("Your held-out samples"),
            place=lambda paths: paths.samples,
        ),
        DataKind.GENERATED: SourceEntry(
            _open_generated,
            noted("Generated digits"),
            noted("Generated handwriting"),
            noted("A pen model writes fresh digits for every epoch; nothing to fetch."),
        ),
        DataKind.FILES: SourceEntry(
            lambda source, find: open_files(source.files, source.alphabet, find)
        ),
    }
)
"""Those to measure by in the order in which they are offered; to learn from, the other way."""
LEARNED_WORDS = ", ".join(kind for kind, entry in reversed(tuple(SOURCES.items())) if entry.title)
LEARNED_HELP = sentence(
    "{0}, {1}:DIR, a .jsonl[.gz] file of labelled inks, or pictures (an idx, .csv, .npz or .mat "
    "file, or a folder)",
    LEARNED_WORDS,
    DataKind.MNIST,
)
"""What a network can learn from, as the command line says it."""
