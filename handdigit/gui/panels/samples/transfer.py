"""Import and export of samples in a thread: the window stays fluid however many there are."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from handdigit.core.alphabet import Alphabet
from handdigit.core.errors import HanddigitError
from handdigit.data.sample_exchange import read_new_samples
from handdigit.data.samples import NewSample, SampleStore, StoredSample

STEP = 200
"""Samples read between two words about it."""
Export = Callable[[Path, tuple[StoredSample, ...]], int]


class _CancelledError(HanddigitError):
    """The user does not want it any more."""


class SampleTransfer(QObject):
    """Does one import or export at a time.

    Signals:
        started(): one goes on.
        progressed(int): so many samples have been read.
        imported(tuple[int, ...], str): these samples are stored, from a file of that name.
        exported(int, int, str): so many samples of so many are in the file of that name.
        failed(str): nothing has changed; a sentence why.
        ended(): another can be started.
    """

    started = Signal()
    progressed = Signal(int)
    imported = Signal(object, str)
    exported = Signal(int, int, str)
    failed = Signal(str)
    ended = Signal()
    _told = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Work on the database at ``path``."""
        super().__init__(parent)
        self._path = path
        self._stop: threading.Event | None = None
        self._told.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something goes on."""
        return self._stop is not None

    def import_from(self, source: Path, alphabet: Alphabet) -> None:
        """Store everything in a file or folder, labelled by an alphabet, or nothing."""

        def work(stop: threading.Event) -> Callable[[], None]:
            new = tuple(self._counted(read_new_samples(source, alphabet), stop))
            with SampleStore(self._path) as store:
                ids = store.add_all(new)
            return lambda: self.imported.emit(ids, source.name)

        self._run(work)

    def export_to(self, target: Path, export: Export, ids: Iterable[int]) -> None:
        """Write samples to a file or folder."""
        wanted = tuple(ids)

        def work(_stop: threading.Event) -> Callable[[], None]:
            with SampleStore(self._path) as store:
                samples = store.samples(ids=wanted)
            written = export(target, samples)
            return lambda: self.exported.emit(written, len(samples), target.name)

        self._run(work)

    @Slot()
    def cancel(self) -> None:
        """Give an import up while it is read."""
        if self._stop is not None:
            self._stop.set()

    def _counted(self, samples: Iterable[NewSample], stop: threading.Event) -> Iterable[NewSample]:
        for number, sample in enumerate(samples):
            if stop.is_set():
                raise _CancelledError("Cancelled.")
            if number % STEP == 0:
                self._tell(partial(self.progressed.emit, number))
            yield sample

    def _run(self, work: Callable[[threading.Event], Callable[[], None]]) -> None:
        if self._stop is not None:
            return
        self._stop = stop = threading.Event()

        def body() -> None:
            try:
                result = work(stop)
            except _CancelledError:
                self._end(lambda: None)
            except HanddigitError as error:
                sentence = str(error)
                self._end(lambda: self.failed.emit(sentence))
            except BaseException as error:
                sentence = self.tr("This did not work: {0}.").format(repr(error))
                self._end(lambda: self.failed.emit(sentence))
                raise
            else:
                self._end(result)

        # Whatever it writes appears whole or not at all: it need not be waited for.
        threading.Thread(target=body, name="samples", daemon=True).start()
        self.started.emit()

    def _end(self, result: Callable[[], None]) -> None:
        def end() -> None:
            self._stop = None
            result()
            self.ended.emit()

        self._tell(end)

    def _tell(self, tell: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._told.emit(tell)
