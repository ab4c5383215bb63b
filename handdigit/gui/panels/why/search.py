"""Trying erasures, the least first, a few at a time so that the pen never waits for long."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from handdigit.core.erasures import Erasure, Outcome, erasures, flips, weakest
from handdigit.core.ink import Ink
from handdigit.core.normalise import Preprocessing
from handdigit.engine.requests import Classified, Classify
from handdigit.engine.requests_gate import Screen, Screened
from handdigit.gui.session import Session
from handdigit.gui.topic import Topic

BATCH = 30
"""Looks at erasures taken at once: some 30 ms with the shipped network."""
WANTED = 5
"""Flips after which the search is over."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the search knows so far."""

    ink: Ink
    digit: int
    probability: float
    """Of :attr:`digit`, with all ink."""
    flips: tuple[Outcome, ...]
    weakest: Outcome | None
    """The erasure that leaves :attr:`digit` the least probable."""
    is_over: bool


class ErasureSearch(QObject):
    """Asks the engine about one drawing's erasures.

    Signals:
        found(Findings): more is known.
        failed(str): the engine refuses, and why.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, owner: QWidget) -> None:
        """Ask through ``session`` while ``owner`` can be seen."""
        super().__init__(owner)
        self._session = session
        self._ink = Ink()
        self._preprocessing = Preprocessing()
        self._all: tuple[Erasure, ...] = ()
        self._answers: list[NDArray[np.float64]] = []
        """For the drawing itself, then for each erasure."""
        self._findings: Findings | None = None
        """What was found so far; at last it is asked whether what is left are digits."""
        self._topic = Topic(session, "erasures", owner)
        self._topic.answered.connect(self._take)
        self._topic.refused.connect(self.failed)

    def start(self, ink: Ink, preprocessing: Preprocessing) -> None:
        """Search anew, in another drawing."""
        self._ink, self._preprocessing = ink, preprocessing
        self._all = erasures(ink)
        self._answers = []
        self._ask()

    def stop(self) -> None:
        """Search no more."""
        self._topic.drop()

    def _ask(self) -> None:
        tried = max(len(self._answers) - 1, 0)
        until = tried + BATCH // self._session.model.info.looks
        batch = tuple(erasure.remaining for erasure in self._all[tried:until])
        first = () if self._answers else (self._ink,)
        self._topic.ask(Classify((*first, *batch), self._preprocessing))

    @Slot(object)
    def _take(self, answer: Classified | Screened) -> None:
        if isinstance(answer, Classified):
            self._note(answer)
        else:
            assert self._findings is not None  # what was screened is theirs
            self.found.emit(_told(self._findings, answer.are_digits))

    def _note(self, answer: Classified) -> None:
        """Look at what the network says after some more erasures."""
        self._answers += list(answer.probabilities)
        whole, *after = self._answers
        probabilities = np.array(after).reshape(-1, len(whole))
        digit = int(whole.argmax())
        tried = self._all[: len(after)]
        found = flips(tried, probabilities, digit, WANTED)
        is_over = len(found) == WANTED or len(after) >= len(self._all)
        least = weakest(tried, probabilities, digit)
        # Only those that are shown are screened at last: it takes half as long as reading them.
        self._findings = Findings(
            self._ink, digit, float(whole[digit]), found, least, is_over and not found
        )
        if not is_over:
            self._ask()
        elif found:
            left = tuple(outcome.erasure.remaining for outcome in found)
            self._topic.ask(Screen(left))
        self.found.emit(self._findings)


def _told(findings: Findings, are_digits: tuple[bool, ...]) -> Findings:
    """Return findings with what is known of the drawings that are left."""
    told = tuple(
        replace(outcome, is_digit=is_digit)
        for outcome, is_digit in zip(findings.flips, are_digits, strict=True)
    )
    return replace(findings, flips=told, is_over=True)
