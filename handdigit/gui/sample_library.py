"""The user's samples as the window's state: what is stored, and how to take a change back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    # At run time these wait for the first sample: SQLite is nothing the first paint needs.
    from handdigit.data.samples import SampleDrawing, SampleEntry, SampleStore, StoredSample

STEPS = 100
"""Changes that can be taken back."""


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    title: str
    take_back: Callable[[], object]


class SampleLibrary(QObject):
    """Adds, relabels and deletes samples; the database is opened when it is first needed.

    What cannot be done raises a :class:`HanddigitError` with the sentence for the user.

    Signals:
        samples_changed(): there are other samples, or they have other labels.
        undo_changed(str): this is what :meth:`undo` would take back; empty for nothing.
    """

    samples_changed = Signal()
    undo_changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Keep samples in the database at ``path``."""
        super().__init__(parent)
        self._path = path
        self._opened: SampleStore | None = None
        self._steps: list[_Step] = []
        self._numbers = 0
        self._revision: int | None = None

    # --- looking -------------------------------------------------------------------------

    @property
    def store(self) -> SampleStore:
        """Where the samples are, to be read; changes to it should go through the library."""
        if self._opened is None:
            from handdigit.data.samples import SampleStore

            self._opened = SampleStore(self._path)
        return self._opened

    @property
    def undo_title(self) -> str:
        """What :meth:`undo` would take back; empty for nothing."""
        return self._steps[-1].title if self._steps else ""

    @property
    def newest_step(self) -> int:
        """The number of the change that :meth:`undo` would take back; 0 for none."""
        return self._steps[-1].number if self._steps else 0

    def entry(self, identity: int) -> SampleEntry | None:
        """Return a sample by its id; None if it is gone."""
        found = self.store.entries(ids=[identity])
        return found[0] if found else None

    def refresh(self) -> None:
        """Tell if another window has changed the samples since this was last asked."""
        revision = self.store.revision()
        if self._revision is not None and revision != self._revision:
            self.samples_changed.emit()
        self._revision = revision

    # --- changing ------------------------------------------------------------------------

    def add(
        self,
        drawing: SampleDrawing,
        label: str,
        *,
        origin: str | None = None,
        held_out: bool | None = None,
    ) -> StoredSample:
        """Store a labelled drawing; without ``origin`` it was drawn here."""
        named = {} if origin is None else {"origin": origin}
        sample = self.store.add(drawing, label, held_out=held_out, **named)
        self._changed(self.tr("label as {0}").format(label), lambda: self.store.delete([sample.id]))
        return sample

    def take_imported(self, ids: Iterable[int], name: str) -> None:
        """Know of samples that were stored by an import from ``name``."""
        imported = tuple(ids)
        title = self.tr("import of {0}").format(name)
        self._changed(title, lambda: self.store.delete(imported))

    def relabel(self, ids: Iterable[int], label: str) -> None:
        """Give samples another label."""
        before = self.store.relabel(ids, label)
        changed = {identity: old for identity, old in before.items() if old != label}
        if changed:
            title = self.tr("relabel as {0}").format(label)
            self._changed(title, lambda: self.store.set_labels(changed))

    def delete(self, ids: Iterable[int]) -> None:
        """Remove samples."""
        removed = self.store.delete(ids)
        if removed:
            title = self.tr("delete {0}").format(f"{len(removed):,}")
            self._changed(title, lambda: self.store.restore(removed))

    @Slot()
    def undo(self) -> None:
        """Take the newest change back; one that fails can be tried again."""
        if not self._steps:
            return
        self._steps[-1].take_back()
        self._steps.pop()
        self._tell()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()

    def _changed(self, title: str, take_back: Callable[[], object]) -> None:
        self._numbers += 1
        self._steps.append(_Step(self._numbers, title, take_back))
        del self._steps[:-STEPS]
        self._tell()

    def _tell(self) -> None:
        self.samples_changed.emit()
        self.undo_changed.emit(self.undo_title)
