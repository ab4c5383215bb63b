"""MNIST: its four files, fetched from mirrors or taken from a folder, always checked.

Nothing is asked of the network but these files, and only when the user says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import IDX_FILE
from handdigit.errors import DataFileError, HanddigitError, os_errors_as
from handdigit.sentences import Sentence, sentence
from handdigit.storage.atomic import locked, require_no_link, write_atomically
from handdigit.storage.datasets.download import DownloadError, Expected, download, sha256_of
from handdigit.storage.datasets.idx import idx_header
from handdigit.storage.files import GZIP_MAGIC, is_file, open_file, read_bytes

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://raw.githubusercontent.com/fgnt/mnist/master/",
)
"""Tried in this order for every file."""
TIMEOUT_S = 15.0
"""A mirror that sends nothing for so long is given up."""
LOCK = ".lock"
BUSY = sentence("MNIST is being fetched already: wait until that is done.")


class UnreachableError(HanddigitError):
    """No mirror gave a file."""

    def __init__(self, name: str, tried: Sequence[Sentence]) -> None:
        """Say which file, what every mirror said, and what can be done on the command line."""
        self.name, self.tried = (
            name,
            reduce(lambda one, other: sentence("{0}; {1}", one, other), tried),
        )
        super().__init__(
            sentence(
                "{0} could not be fetched ({1}): check the connection and try again, or bring "
                "the four MNIST files from elsewhere and run handdigit fetch-data mnist --from "
                "DIR.",
                name,
                self.tried,
            )
        )


@dataclass(frozen=True, slots=True)
class MnistFile:
    """One of the files as LeCun, Cortes and Burges published them, and what is in it."""

    name: str
    size: int
    """Bytes of the ``.gz`` file."""
    sha256: str
    """Of the ``.gz`` file."""
    content_sha256: str
    """Of what it decompresses to."""

    @property
    def plain_name(self) -> str:
        """The name without ``.gz``."""
        return self.name.removesuffix(".gz")


FILES = (
    MnistFile(
        "train-images-idx3-ubyte.gz",
        9912422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    ),
    MnistFile(
        "train-labels-idx1-ubyte.gz",
        28881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ),
    MnistFile(
        "t10k-images-idx3-ubyte.gz",
        1648877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    ),
    MnistFile(
        "t10k-labels-idx1-ubyte.gz",
        4542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ),
)


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far a fetch is."""

    done: int
    """Bytes of all files that are there."""
    total: int
    source: str
    """The host or the folder they come from."""


def has_mnist(folder: Path, files: Sequence[MnistFile] = FILES) -> bool:
    """Return whether all files are there, compressed or not.

    They were checked before they were put there; :func:`fetch_mnist` checks them again.
    """
    return all(is_file(folder / f.name) or is_file(folder / f.plain_name) for f in files)


def is_mnist_test(pictures: NDArray[np.uint8], labels: NDArray[np.uint8]) -> bool:
    """Return whether these are MNIST's 10,000 test digits and their labels, to the last byte."""
    expected = {file.content_sha256 for file in FILES if file.name.startswith("t10k")}
    return {_content_sha256(part) for part in (pictures, labels)} == expected


def _content_sha256(array: NDArray[np.uint8]) -> str:
    digest = hashlib.sha256(idx_header(array))
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def fetch_mnist(
    folder: Path,
    *,
    progressed: Callable[[FetchProgress], None] = lambda _progress: None,
    should_stop: Callable[[], bool] = lambda: False,
    mirrors: Sequence[str] = MIRRORS,
    files: Sequence[MnistFile] = FILES,
    timeout_s: float | None = None,
) -> None:
    """Bring the files that are missing in ``folder``, each from the first mirror that has it.

    What a cancelled or broken fetch has brought is kept, and gone on from. A mirror that sends
    nothing for ``timeout_s`` is given up; None for :data:`TIMEOUT_S`.

    Raises:
        DownloadCancelledError: ``should_stop`` said so.
        HanddigitError: no mirror has it all; the text names them and says what to do.
    """
    require_no_link(folder)
    with locked(folder / LOCK, BUSY, timeout_s=0):
        patience_s = TIMEOUT_S if timeout_s is None else timeout_s
        done, total = 0, sum(file.size for file in files)
        for file in files:
            if not _is_there(folder, file):
                tell = _Teller(progressed, done, total)
                _fetch_file(folder / file.name, file, tell, should_stop, mirrors, patience_s)
                # A damaged one would be read in its place.
                (folder / file.plain_name).unlink(missing_ok=True)
            done += file.size
            progressed(FetchProgress(done, total, ""))


def copy_mnist(
    source: Path,
    folder: Path,
    *,
    progressed: Callable[[FetchProgress], None] = lambda _progress: None,
    files: Sequence[MnistFile] = FILES,
) -> None:
    """Copy the files from ``source``, compressed or not, to ``folder``, all or none.

    Raises:
        HanddigitError: one is missing or not the original, or ``folder`` does not take them.
    """
    contents = {}
    total = sum(file.size for file in files)
    for file in files:
        name, content = _read_original(source, file)
        contents[name] = content
        progressed(FetchProgress(sum(f.size for f in files[: len(contents)]), total, str(source)))
    require_no_link(folder)
    with locked(folder / LOCK, BUSY, timeout_s=0):
        for name, content in contents.items():
            write_atomically(folder / name, content)


class _Teller:
    """Tells the progress of all files while one of them comes."""

    def __init__(
        self, progressed: Callable[[FetchProgress], None], before: int, total: int
    ) -> None:
        self._progressed, self._before, self._total = progressed, before, total
        self.source = ""

    def __call__(self, size: int) -> None:
        self._progressed(FetchProgress(self._before + size, self._total, self.source))


def _fetch_file(
    path: Path,
    file: MnistFile,
    tell: _Teller,
    should_stop: Callable[[], bool],
    mirrors: Sequence[str],
    timeout_s: float,
) -> None:
    tried: list[Sentence] = []
    for mirror in mirrors:
        tell.source = urlsplit(mirror).netloc
        try:
            download(
                mirror + file.name,
                path,
                Expected(file.size, file.sha256),
                timeout_s=timeout_s,
                advanced=tell,
                should_stop=should_stop,
            )
        except DownloadError as error:
            tried.append(sentence("{0} {1}", tell.source, error.sentence))
        else:
            return
    raise UnreachableError(file.name, tried)


def _is_there(folder: Path, file: MnistFile) -> bool:
    for name, checksum in (
        (file.name, file.sha256),
        (file.plain_name, file.content_sha256),
    ):
        with os_errors_as(sentence("{0} cannot be read", folder / name)):
            if is_file(folder / name) and sha256_of(folder / name) == checksum:
                return True
    return False


def _read_original(source: Path, file: MnistFile) -> tuple[str, bytes]:
    """Return the name to keep a file under and its bytes, compressed if they are."""
    names = (file.name, file.plain_name, file.plain_name.replace("-idx", ".idx"))
    for name in names:
        if is_file(source / name):
            break
    else:
        raise DataFileError(
            sentence("{0} has no file {1} or {2}.", source, file.name, file.plain_name)
        )
    content = read_bytes(source / name, IDX_FILE)
    if hashlib.sha256(content).hexdigest() != file.content_sha256:
        raise DataFileError(
            sentence("{0} is not MNIST's original: another data set, or damaged.", source / name)
        )
    with open_file(source / name) as original:
        packed = original.read()
    return (file.name, packed) if packed.startswith(GZIP_MAGIC) else (file.plain_name, packed)
