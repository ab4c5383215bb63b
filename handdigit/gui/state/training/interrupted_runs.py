"""The interrupted training runs: which can be resumed, or discarded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.background import Background
from handdigit.storage.paths import AppPaths

if TYPE_CHECKING:
    from handdigit.storage.runs.run_store import Run, RunStore


class InterruptedRuns(QObject):
    """Looks for the runs in a thread, when it is told to.

    Signals:
        changed(): :attr:`runs` are others.
    """

    changed = Signal()

    def __init__(self, paths: AppPaths, parent: QObject | None = None) -> None:
        """Look for nothing yet."""
        super().__init__(parent)
        self._paths = paths
        self._runs: tuple[Run, ...] = ()
        self._background = Background("runs", self, writes=True)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The interrupted runs, the newest first, as they were looked at last.

        What is being trained now is not among them.
        """
        return self._runs

    @Slot()
    def refresh(self, done: Callable[[], object] = lambda: None) -> None:
        """Look which runs are interrupted: another window may have had one."""

        def take(found: tuple[Run, ...]) -> None:
            before, self._runs = self._runs, found
            if before != found:
                self.changed.emit()
            done()

        self._background.start(
            lambda _job: self._store().unfinished(), take, lambda _sentence: take(())
        )

    def discard(
        self, run: Run, done: Callable[[], object], failed: Callable[[str], object]
    ) -> None:
        """Remove an interrupted run for good; ``failed`` takes a sentence why it is still there."""

        def end(refusal: str) -> None:
            self.refresh()
            if refusal:
                failed(refusal)
            else:
                done()

        self._background.start(lambda _job: self._store().delete(run), lambda _: end(""), end)

    def _store(self) -> RunStore:
        from handdigit.storage.runs.run_store import RunStore

        return RunStore(self._paths.runs)
