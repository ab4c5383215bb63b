"""Fetching MNIST from the window: in a thread, with progress, to be cancelled at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.errors import HanddigitError
from handdigit.gui.state.background import Background, Job, ignore
from handdigit.sentences import sentence
from handdigit.storage.datasets.mnist import (
    FILES,
    MIRRORS,
    FetchProgress,
    MnistFile,
    UnreachableError,
    copy_mnist,
    fetch_mnist,
    has_mnist,
)


class MnistFetch(QObject):
    """Brings MNIST into a folder; only when asked, and only its four files.

    Of :attr:`fetched`, :attr:`failed` and :attr:`cancelled` one comes for every start.

    Signals:
        looked(): whether they are there is known anew.
        progressed(FetchProgress): so much is there.
        fetched(): all of it is there.
        failed(str): it could not be brought; a sentence about why and what to do.
        cancelled(): the user did not want it any more; the next start goes on from there.
    """

    looked = Signal()
    progressed = Signal(object)
    fetched = Signal()
    failed = Signal(str)
    cancelled = Signal()

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
        # Nothing waits for it when the window closes: a mirror may stall.
        self._background = Background("fetch MNIST", self)
        self._job: Job | None = None
        self._looking = Background("look for MNIST", self)
        self._is_there: bool | None = None

    @property
    def is_there(self) -> bool | None:
        """Whether nothing needs to be fetched, as it was looked at last; None before."""
        return self._is_there

    @Slot()
    def look(self) -> None:
        """Look whether the files are there."""

        def take(is_there: bool) -> None:
            self._is_there = is_there
            self.looked.emit()

        self._looking.start(lambda _job: has_mnist(self._folder, self._files), take, ignore)

    @property
    def is_running(self) -> bool:
        """Whether it is being fetched."""
        return self._background.is_busy

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
        if self._job is not None and self.is_running:
            self._background.cancel(self._job)
            self.cancelled.emit()

    def _run(self, work: Callable[..., None]) -> None:
        if self.is_running:
            return

        def fetch(job: Job) -> None:
            try:
                work(
                    progressed=lambda progress: job.tell(partial(self.progressed.emit, progress)),
                    should_stop=job.cancelled.is_set,
                )
            except UnreachableError as error:
                raise HanddigitError(
                    sentence(
                        "{0} could not be fetched ({1}): check the connection and try again, or "
                        "bring the four MNIST files from elsewhere and choose From Folder…",
                        error.name,
                        error.tried,
                    )
                ) from error

        def end(_: None) -> None:
            self._is_there = True
            self.fetched.emit()

        self._job = self._background.start(fetch, end, self.failed.emit)
