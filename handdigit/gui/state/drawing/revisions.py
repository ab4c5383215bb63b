"""Revisions: the states of the drawing that the engine was asked about, and which are answered."""

from __future__ import annotations

import time


class Revisions:
    """Numbers the states of the drawing that are asked about.

    An answer to a slightly older state of the stroke in progress is welcome: a pen that
    reports faster than the network answers would see nothing until it rests. Anything older
    than the last clear, undo or opened picture is stale.
    """

    def __init__(self) -> None:
        """Nothing has been asked."""
        self._newest = self._oldest_welcome = self._answered = 0
        self._asked_at: dict[int, float] = {}

    @property
    def newest(self) -> int:
        """The number of the newest state."""
        return self._newest

    @property
    def answered(self) -> int:
        """The number of the newest state with an answer."""
        return self._answered

    @property
    def is_waiting(self) -> bool:
        """Whether the newest state has not been answered yet."""
        return self._answered < self._newest

    def begin(self, *, continues: bool, is_timed: bool = True) -> int:
        """Return the number of a new state; it ``continues`` the one before or starts anew.

        ``is_timed``: the time until its answer is of interest.
        """
        self._newest += 1
        if not continues:
            self._oldest_welcome = self._newest
        if is_timed:
            self._asked_at[self._newest] = time.perf_counter()
        return self._newest

    def settle(self) -> None:
        """The newest state needs no answer, and none before it is welcome any more."""
        self._asked_at.pop(self._newest, None)
        self._answered = self._oldest_welcome = self._newest

    def refuse(self) -> None:
        """There is no answer to the newest state."""
        self._answered = self._newest

    def answer(self, revision: int) -> bool:
        """Note that a state has been answered; return whether the answer is welcome."""
        is_welcome = revision >= self._oldest_welcome
        if is_welcome:
            self._answered = revision
        return is_welcome

    def take_latency_ms(self, revision: int) -> float | None:
        """Return the milliseconds since a state was asked about, once."""
        asked_at = self._asked_at.get(revision)
        self._asked_at = {r: at for r, at in self._asked_at.items() if r > revision}
        return None if asked_at is None else (time.perf_counter() - asked_at) * 1000
