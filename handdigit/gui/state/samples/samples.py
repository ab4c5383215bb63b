"""The user's samples as the window's state: what is stored, and how to take a change back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from handdigit.errors import HanddigitError
from handdigit.gui.state.background import ignore
from handdigit.gui.state.drawing.drawing import BLANK, Drawing
from handdigit.gui.state.samples.sample_transfer import SampleTransfer
from handdigit.gui.state.samples.threaded_store import ThreadedStore
from handdigit.gui.translation import translated
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import Source, normalise
from handdigit.sentences import sentence

if TYPE_CHECKING:
    from handdigit.storage.samples.sample_store import SampleDrawing, SampleStore

STEPS = 100
"""Changes that can be taken back."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    title: str
    take_back: Callable[[SampleStore], object]
    numbering: int = 0
    """Of the store, whose ids it knows."""


_NO_STEP = _Step(0, "", lambda _store: None)


@dataclass(slots=True, eq=False)
class KnownDrawing:
    """A drawing that was labelled, or is a sample from elsewhere."""

    drawing: Drawing
    """Kept, so that no other object takes its identity."""
    source: Source = BLANK
    """The drawing as the engine takes it when it is labelled."""
    sample: int | None = None
    """None before it is stored; the store's thread writes it."""
    numbering: int | None = None
    """Of the store when it wrote this: with another one the sample is not known any more."""
    label: str | None = None
    """As stored; None if it is no sample."""
    saving: tuple[str, ...] = ()
    """Labels that are on their way to the disk."""


class SampleLibrary(QObject):
    """Adds, relabels and deletes samples in the store's thread, in the order that is asked for.

    A change is on the disk when ``then`` is called and the signals come. What cannot be done has
    changed nothing; ``refused`` is called with the sentence for the user.

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
        self._store = ThreadedStore(path, self)
        self._transfer = SampleTransfer(path, self)
        self._steps: list[_Step] = []
        """Belongs to the store's thread: what is taken back is what was done last there."""
        self._numbers = 0
        self._newest = _NO_STEP
        """The last of the steps, as far as the window was told."""
        self._revision: int | None = None
        self._backed_up: date | None = None

    # --- looking -------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    @property
    def store(self) -> ThreadedStore:
        """Where the samples are, to be asked; changes to it should go through the library."""
        return self._store

    @property
    def transfer(self) -> SampleTransfer:
        """What imports and exports."""
        return self._transfer

    @property
    def undo_title(self) -> str:
        """What :meth:`undo` would take back; empty for nothing."""
        return translated(self._newest.title)

    @property
    def newest_step(self) -> int:
        """The number of the change that :meth:`undo` would take back; 0 for none."""
        return self._newest.number

    def refresh(self) -> None:
        """Tell if another window has changed the samples since this was last asked."""
        self._store.ask(lambda store: store.revision(), self._compare_revision)

    def _compare_revision(self, revision: int) -> None:
        if self._revision is not None and revision != self._revision:
            self.samples_changed.emit()
        self._revision = revision

    # --- changing ------------------------------------------------------------------------

    def label(
        self,
        known: KnownDrawing,
        label: str,
        then: Callable[[int], object],
        refused: Callable[[str], object],
    ) -> None:
        """Make a drawing a sample, or correct the sample that it is.

        ``then`` gets the number of the change; 0 if it had this label already.
        """

        def change(store: SampleStore) -> int:
            is_there = known.sample is not None and bool(store.entries(ids=[known.sample]))
            if is_there and known.numbering in (None, store.numbering):
                assert known.sample is not None
                return self._relabel(store, [known.sample], label)
            drawing = known.drawing
            source = drawing if isinstance(drawing, Ink) else normalise(known.source).picture
            known.sample = store.add(source, label).id
            known.numbering = store.numbering
            return self._note_added(store, known.sample, label)

        self._change(change, then, refused)

    def add(
        self,
        drawing: SampleDrawing,
        label: str,
        then: Callable[[int], object],
        refused: Callable[[str], object],
        *,
        origin: str,
        held_out: bool | None = None,
    ) -> None:
        """Store a labelled drawing that was not drawn here."""

        def change(store: SampleStore) -> int:
            added = store.add(drawing, label, origin=origin, held_out=held_out)
            return self._note_added(store, added.id, label)

        self._change(change, then, refused)

    def take_imported(self, ids: Iterable[int], name: str) -> None:
        """Know of samples that were stored by an import from ``name``."""
        imported, title = tuple(ids), sentence("import of {0}", name)
        self._change(
            lambda store: self._note(store, title, lambda store: store.delete(imported)),
            ignore,
            ignore,
        )

    def relabel(
        self,
        ids: Iterable[int],
        label: str,
        refused: Callable[[str], object],
        then: Callable[[int], object] = ignore,
    ) -> None:
        """Give samples another label."""
        meant = tuple(ids)
        self._change(lambda store: self._relabel(store, meant, label), then, refused)

    def delete(self, ids: Iterable[int], refused: Callable[[str], object]) -> None:
        """Remove samples."""
        meant = tuple(ids)

        def change(store: SampleStore) -> None:
            removed = store.delete(meant)
            if removed:
                title = sentence("delete {0:,}", len(removed))
                self._note(store, title, lambda store: store.restore(removed))

        self._change(change, ignore, refused)

    def undo(self, refused: Callable[[str], object], step: int | None = None) -> None:
        """Take the newest change back, or only ``step``; one that fails can be tried again."""

        def change(store: SampleStore) -> None:
            if not self._steps or step not in (None, self._steps[-1].number):
                return
            newest = self._steps[-1]
            if newest.numbering != store.numbering:
                self._steps.clear()
                raise HanddigitError(
                    self.tr(
                        "Your samples were put back under other numbers, and this can no longer "
                        "be taken back: choose them in Samples."
                    )
                )
            newest.take_back(store)
            self._steps.pop()

        self._change(change, ignore, refused)

    def close(self) -> None:
        """Let go of the file."""
        self._transfer.close()
        self._store.close()

    def _change(
        self,
        change: Callable[[SampleStore], T],
        then: Callable[[T], object],
        refused: Callable[[str], object],
    ) -> None:
        def change_and_look(store: SampleStore) -> tuple[T, _Step]:
            return change(store), self._steps[-1] if self._steps else _NO_STEP

        def tell(done: tuple[T, _Step]) -> None:
            result, newest = done
            is_changed, self._newest = newest is not self._newest, newest
            if is_changed:
                self.samples_changed.emit()
                self.undo_changed.emit(self.undo_title)
            then(result)
            if self._backed_up != date.today():
                self._backed_up = date.today()
                self._store.ask(lambda store: store.back_up(), ignore, self._store.told.emit)

        self._store.change(change_and_look, tell, refused)

    # --- in the store's thread -----------------------------------------------------------

    def _relabel(self, store: SampleStore, ids: Iterable[int], label: str) -> int:
        before = store.relabel(ids, label)
        changed = {identity: old for identity, old in before.items() if old != label}
        if not changed:
            return 0
        title = sentence("relabel as {0}", label)
        return self._note(store, title, lambda store: store.set_labels(changed))

    def _note_added(self, store: SampleStore, sample: int, label: str) -> int:
        title = sentence("label as {0}", label)
        return self._note(store, title, lambda store: store.delete([sample]))

    def _note(
        self, store: SampleStore, title: str, take_back: Callable[[SampleStore], object]
    ) -> int:
        self._numbers += 1
        self._steps.append(_Step(self._numbers, title, take_back, store.numbering))
        del self._steps[:-STEPS]
        return self._numbers
