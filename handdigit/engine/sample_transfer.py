"""The process that imports or exports samples: thousands are parsed without holding the window up.

A thread would do, but for Python's lock: whoever parses for seconds lets the window have it only
now and then, and every tile that is painted asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import INK_FILE
from handdigit.engine.transport import Transport
from handdigit.errors import HanddigitError
from handdigit.ink.binarise import drawn_ink
from handdigit.ink.found_ink import FoundInk
from handdigit.network.alphabet import Alphabet
from handdigit.storage.files import open_content
from handdigit.storage.samples.exchange import read_new_samples
from handdigit.storage.samples.sample_store import SampleStore, StoredSample

T = TypeVar("T")
STEP = 200
"""Samples between two words about how many there were, and two looks whether to stop."""
LISTED = 1000
"""So many pictures that were left out are named."""
Export = Callable[[Path, Sequence[StoredSample]], int]
"""Writes samples to a file or folder; returns how many it could."""


@dataclass(frozen=True, slots=True)
class ImportSamples:
    """Command: store everything in a file or folder, labelled by an alphabet, or nothing."""

    database: Path
    source: Path
    alphabet: Alphabet


@dataclass(frozen=True, slots=True)
class ExportSamples:
    """Command: write samples to a file or folder."""

    database: Path
    target: Path
    export: Export
    """A function of a module, or a partial one of it."""
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StopTransfer:
    """Command: leave everything as it was, if that can still be done."""


@dataclass(frozen=True, slots=True)
class TransferProgressed:
    """Event: so many samples were read or written, of so many; 0 where that is not known."""

    done: int
    total: int = 0


@dataclass(frozen=True, slots=True)
class SamplesImported:
    """Event: these samples are stored."""

    ids: tuple[int, ...]
    notes: tuple[str, ...] = ()
    """What the user should know of how they were read."""
    left_out: tuple[str, ...] = ()
    """Pictures that are no samples, and why; the first :data:`LISTED`."""
    left_out_count: int = 0
    """Of all that were left out."""


@dataclass(frozen=True, slots=True)
class SamplesExported:
    """Event: so many of the samples are in the file or folder."""

    written: int


@dataclass(frozen=True, slots=True)
class TransferFailed:
    """Event: nothing has changed; a sentence why, or none where the command was to stop."""

    sentence: str


class _StoppedError(Exception):
    """The user does not want it any more."""


class _Watched(list[StoredSample]):
    """Samples that are counted while somebody goes through them."""

    def __init__(self, samples: Iterable[StoredSample], transport: Transport) -> None:
        super().__init__(samples)
        self._transport = transport

    def __iter__(self) -> Iterator[StoredSample]:
        return _counted(super().__iter__(), self.__len__, self._transport)


def run_transfer(transport: Transport) -> None:
    """Do the import or export that the first message asks for."""
    command: ImportSamples | ExportSamples = transport.recv()
    try:
        if isinstance(command, ImportSamples):
            notes: list[str] = []
            left_out: list[str] = []
            samples = read_new_samples(
                command.source,
                command.alphabet,
                notes.append,
                left_out.append,
                partial(_found, command.alphabet),
            )
            counted = _counted(samples, partial(_line_count, command.source), transport)
            with SampleStore(command.database) as store:
                ids = store.add_all(counted)
            listed = tuple(left_out[:LISTED])
            transport.send(SamplesImported(ids, tuple(notes), listed, len(left_out)))
        else:
            stored = _Watched(_read_stored(command, transport), transport)
            transport.send(SamplesExported(command.export(command.target, stored)))
    except HanddigitError as error:
        transport.send(TransferFailed(error.sentence))
    except _StoppedError:
        transport.send(TransferFailed(""))


def _found(alphabet: Alphabet, picture: NDArray[np.uint8]) -> FoundInk:
    """Return the ink of a picture; without torch where it is no photo."""
    drawn = drawn_ink(picture)
    if drawn is not None:
        return drawn
    from handdigit.recognition.photo_reader import finder_of

    return finder_of(alphabet)(picture)


def _read_stored(command: ExportSamples, transport: Transport) -> Iterator[StoredSample]:
    with SampleStore(command.database) as store:
        for start in range(0, len(command.ids), STEP):
            _report(start, len(command.ids), transport)
            yield from store.samples(ids=command.ids[start : start + STEP])


def _counted(samples: Iterable[T], total: Callable[[], int], transport: Transport) -> Iterator[T]:
    known_total = 0
    for done, sample in enumerate(samples):
        if done % STEP == 0:
            # Asked once the first sample is there: then it is a file that can be read.
            known_total = known_total or total()
            _report(done, known_total, transport)
        yield sample


def _report(done: int, total: int, transport: Transport) -> None:
    if transport.poll():  # all that can come is the command to stop, or the window's end
        raise _StoppedError
    transport.send(TransferProgressed(done, total))


def _line_count(source: Path) -> int:
    if source.suffix != ".jsonl":
        return 0
    with open_content(source, INK_FILE) as lines:
        return sum(1 for _ in lines)
