"""Import and export of samples, in a process of its own: the window stays fluid meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.window_thread import in_window
from handdigit.gui.translation import translated
from handdigit.network.alphabet import Alphabet
from handdigit.sentences import sentence

if TYPE_CHECKING:
    # At run time these wait for the first import or export.
    from handdigit.engine.process import Child
    from handdigit.engine.sample_transfer import Export, ExportSamples, ImportSamples


class SampleTransfer(QObject):
    """Does one import or export at a time, with samples in a database.

    Signals:
        started(): one goes on.
        progressed(int, int): so many samples were read or written, of so many; 0 where that is not
            known.
        ended(): another can be started; one of these may follow:
        imported(SamplesImported, str): samples are stored, from a file of that name.
        exported(int, int, str): so many samples of so many are in the file of that name.
        failed(str): nothing has changed; a sentence why.
    """

    started = Signal()
    progressed = Signal(int, int)
    imported = Signal(object, str)
    exported = Signal(int, int, str)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Work on the database at ``path``."""
        super().__init__(parent)
        self._path = path
        self._child: Child | None = None
        self._command: ImportSamples | ExportSamples | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something goes on."""
        return self._child is not None

    def import_from(self, source: Path, alphabet: Alphabet) -> None:
        """Store everything in a file or folder, labelled by an alphabet, or nothing."""
        from handdigit.engine.sample_transfer import ImportSamples

        self._start(ImportSamples(self._path, source, alphabet))

    def export_to(self, target: Path, export: Export, ids: Iterable[int]) -> None:
        """Write samples to a file or folder."""
        from handdigit.engine.sample_transfer import ExportSamples

        self._start(ExportSamples(self._path, target, export, tuple(ids)))

    @Slot()
    def cancel(self) -> None:
        """Give it up; what is stored or written already is told as always."""
        from handdigit.engine.sample_transfer import StopTransfer

        if self._child is not None:
            self._child.send(StopTransfer())

    def close(self) -> None:
        """End what goes on; nothing is told any more."""
        from handdigit.engine.sample_transfer import StopTransfer

        child, self._child = self._child, None
        if child is not None:
            child.stop(StopTransfer())

    def _start(self, command: ImportSamples | ExportSamples) -> None:
        from handdigit.engine.process import Child
        from handdigit.engine.sample_transfer import TransferFailed, run_transfer

        if self._child is not None:
            return
        broken = TransferFailed(sentence("This broke off; nothing has changed. Try again."))
        tell = in_window(self._take)
        self._child = Child(run_transfer, tell, lambda child: tell(child, broken))
        self._command = command
        self._child.send(command)
        self.started.emit()

    def _take(self, child: object, event: object) -> None:
        from handdigit.engine import sample_transfer as transfer

        if child is not self._child:
            return  # its result was told
        if isinstance(event, transfer.TransferProgressed):
            self.progressed.emit(event.done, event.total)
            return
        self._child = None  # the process ends by itself
        self.ended.emit()
        match event, self._command:
            case transfer.SamplesImported(), transfer.ImportSamples(source=source):
                self.imported.emit(event, source.name)
            case transfer.SamplesExported(), transfer.ExportSamples(ids=ids, target=target):
                self.exported.emit(event.written, len(ids), target.name)
            case transfer.TransferFailed(sentence=said), _ if said:
                self.failed.emit(translated(said))
