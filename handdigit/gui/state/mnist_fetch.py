"""Fetching MNIST from the window: in a thread, with progress, to be cancelled at any time."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from handdigit.errors import HanddigitError
from handdigit.storage.datasets.download import DownloadCancelledError
from handdigit.storage.datasets.mnist import (
    FILES,
    MIRRORS,
    FetchProgress,
    MnistFile,
    copy_mnist,
    fetch_mnist,
    has_mnist,
)


class MnistFetch(QObject):
    """Brings MNIST into a folder; only when asked, and only its four files.

    Of :attr:`fetched`, :attr:`failed` and :attr:`cancelled` one comes for every start.

    Signals:
        progressed(FetchProgress): so much is there.
        fetched(): all of it is there.
        failed(str): it could not be brought; a sentence about why and what to do.
        cancelled(): the user did not want it any more; the next start goes on from there.
    """

    progressed = Signal(object)
    fetched = Signal()
    failed = Signal(str)
    cancelled = Signal()
    _told = Signal(int, object)

    def __init__(
        self,
        folder: Path,
        *,
        mirrors: Sequence[str] = MIRRORS,
        files: Sequence[MnistFile] = FILES,
        parent: QObject | None = None,
    ) -> None:
        """Bring the files into ``folder`` once :meth:`start` is called."""
        super().__init__(parent)
        self._folder = folder
        self._mirrors = mirrors
        self._files = files
        self._stop: threading.Event | None = None
        self._thread: threading.Thread | None = None
        self._number = 0
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_there(self) -> bool:
        """Whether nothing needs to be fetched."""
        return has_mnist(self._folder, self._files)

    @property
    def is_running(self) -> bool:
        """Whether it is being fetched."""
        return self._stop is not None

    @Slot()
    def start(self) -> None:
        """Fetch from the network."""
        self._run(partial(fetch_mnist, self._folder, mirrors=self._mirrors, files=self._files))

    def start_from(self, source: Path) -> None:
        """Copy the files from a folder at hand."""

        def copy(
            *, progressed: Callable[[FetchProgress], None], should_stop: Callable[[], bool]
        ) -> None:
            del should_stop  # it takes no time worth cancelling
            copy_mnist(source, self._folder, progressed=progressed, files=self._files)

        self._run(copy)

    @Slot()
    def cancel(self) -> None:
        """Want it no more. The thread ends as soon as the mirror lets it."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None
            self.cancelled.emit()

    def _run(self, work: Callable[..., None]) -> None:
        if self._stop is not None:
            return
        self._number += 1
        number, stop, cancelled = self._number, threading.Event(), self._thread
        self._stop = stop

        def tell(event: object) -> None:
            with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
                self._told.emit(number, event)

        def body() -> None:
            if cancelled is not None:
                cancelled.join()  # two must not write the same file
            try:
                work(progressed=tell, should_stop=stop.is_set)
            except DownloadCancelledError:
                return
            except HanddigitError as error:
                tell(error)
            except BaseException as error:
                tell(HanddigitError(f"Fetching MNIST failed: {error!r}. Try again."))
                raise
            else:
                tell(None)

        # Nothing waits for it: a mirror that stalls must not keep the window from closing.
        self._thread = threading.Thread(target=body, name="fetch MNIST", daemon=True)
        self._thread.start()

    @Slot(int, object)
    def _take(self, number: int, event: object) -> None:
        if number != self._number or self._stop is None:
            return  # of one that was cancelled
        if isinstance(event, FetchProgress):
            self.progressed.emit(event)
            return
        self._stop = None
        if isinstance(event, HanddigitError):
            self.failed.emit(str(event))
        else:
            self.fetched.emit()
