"""What a person has done of the course, remembered from start to start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from handdigit.gui.state.background import Background, ignore
from handdigit.gui.state.settings import Settings

KEY = "guide"
"""Of the setting: words with spaces between them."""


class Progress(QObject):
    """The pages that were done, a set of words that only grows.

    Signals:
        changed(): there is a word more, or the stored ones have been read.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        """Begin to read what is stored."""
        super().__init__(parent)
        self._settings = settings
        self._words: frozenset[str] = frozenset()
        self._background = Background("progress of the guide", self, writes=True)
        self._is_read = False
        self._background.start(lambda _job: settings.value(KEY, ""), self._take, ignore)

    @property
    def is_read(self) -> bool:
        """Whether it is known what was seen before this start."""
        return self._is_read

    def __contains__(self, word: str) -> bool:
        """Return whether this was seen, now or before."""
        return word in self._words

    def add(self, word: str) -> None:
        """Remember one more."""
        if word in self._words:
            return
        self._words |= {word}
        if self._is_read:
            self._store()
        self.changed.emit()

    def _take(self, stored: str) -> None:
        before = frozenset(stored.split())
        has_more = not self._words <= before
        self._words |= before
        self._is_read = True
        if has_more:
            self._store()
        self.changed.emit()

    def _store(self) -> None:
        text = " ".join(sorted(self._words))
        self._background.start(lambda _job: self._settings.remember({KEY: text}), ignore, ignore)
