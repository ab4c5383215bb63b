"""The drawing is kept on the disk, and found there, on a thread of its own."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from queue import SimpleQueue

from handdigit.errors import HanddigitError
from handdigit.gui.state.drawing.drawing_records import (
    DrawingState,
    change_records,
    state_of,
    whole_records,
)
from handdigit.gui.translation import translated
from handdigit.sentences import sentence
from handdigit.storage.journal import Journal, claimed_journal

REWRITTEN_FROM = 16 << 20
"""A journal of fewer bytes is not written anew, however little of it is still of use."""
CLOSING_S = 5.0
"""A disk that takes longer to write what is left keeps nobody from closing the window."""


class _Turn(Enum):
    ADOPTED = auto()
    END = auto()


class DrawingJournal:
    """Keeps the newest state on the disk; what the process before left there is found first."""

    def __init__(
        self,
        folder: Path,
        found: Callable[[DrawingState], None],
        failed: Callable[[str], None],
    ) -> None:
        """Write into ``folder`` once :meth:`start` is called.

        Args:
            folder: where every window has a journal of its own.
            found: called on the thread with what the newest journal that nobody holds says.
                Nothing is written over it before :meth:`adopt` is called.
            failed: called on the thread with a sentence about what is lost, or is not kept.
        """
        self._folder, self._found, self._failed = folder, found, failed
        self._states: SimpleQueue[DrawingState | _Turn] = SimpleQueue()
        # Nothing waits for it for long: a disk that stalls must not keep the window from closing.
        self._thread = threading.Thread(target=self._run, name="drawing journal", daemon=True)
        self._limit = REWRITTEN_FROM
        self._has_failed = False

    def start(self) -> None:
        """Look for what is there, then write."""
        self._thread.start()

    def put(self, state: DrawingState) -> None:
        """Have the next state written; costs the caller nothing."""
        if self._thread.is_alive():  # or nobody takes it
            self._states.put(state)

    def adopt(self, state: DrawingState) -> None:
        """Have a state written in the place of the one that was found, which is part of it."""
        self._states.put(_Turn.ADOPTED)
        self._states.put(state)

    def close(self) -> None:
        """Write what is left."""
        self._states.put(_Turn.END)
        if self._thread.is_alive():
            self._thread.join(CLOSING_S)

    def _run(self) -> None:
        while True:
            try:
                with claimed_journal(self._folder) as journal:
                    state, is_whole = state_of(journal.records)
                    is_whole &= journal.is_whole
                    if state.is_blank and is_whole and journal.path.exists():
                        journal.remove()  # an older one may have a drawing
                        continue
                    self._recover(journal, state, is_whole=is_whole)
                    self._write_all(journal, state)
                    return
            except HanddigitError as error:
                self._tell(error)
            if self._states.get() is _Turn.END:  # else another try, when there is more to lose
                return

    def _recover(self, journal: Journal, state: DrawingState, *, is_whole: bool) -> None:
        if not is_whole:
            aside = journal.set_aside()
            said = sentence(
                "The last drawing is back as far as it could be read: {0} is damaged.", aside
            )
            self._failed(translated(said))
        journal.records.clear()
        self._found(state)

    def _write_all(self, journal: Journal, found: DrawingState) -> None:
        newest = found
        while isinstance(turn := self._states.get(), DrawingState):
            newest = turn.over(found)
        if turn is _Turn.END:  # the window has closed before it took what was found
            self._write(journal, None, newest)
        else:
            written: DrawingState | None = None
            while isinstance(state := self._states.get(), DrawingState):
                newest, written = state, self._write(journal, written, state)
        if newest.is_blank:
            with contextlib.suppress(HanddigitError):  # then the next start looks further
                journal.remove()

    def _write(
        self, journal: Journal, before: DrawingState | None, state: DrawingState
    ) -> DrawingState | None:
        """Write a state; return it, or None if the journal has to be written anew."""
        try:
            records = None if before is None else change_records(before, state)
            if records is None or journal.size > self._limit:
                journal.rewrite(whole_records(state))
                self._limit = max(REWRITTEN_FROM, 2 * journal.size)
            else:
                journal.append(records)
                if self._states.empty():
                    journal.sync()
        except HanddigitError as error:
            self._tell(error)
            return None
        self._has_failed = False
        return state

    def _tell(self, error: HanddigitError) -> None:
        if not self._has_failed:
            self._has_failed = True
            said = sentence("The drawing is not kept for the next start. {0}", error.sentence)
            self._failed(translated(said))
