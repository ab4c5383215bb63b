"""Trying erasures, the least first, a few at a time so that the pen never waits for long."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.core.erasures import Erasure, Outcome, erasures, flips, weakest
from handdigit.core.ink import Ink
from handdigit.core.normalise import Preprocessing
from handdigit.engine.requests import Classified, Classify
from handdigit.engine.requests_gate import Screen, Screened
from handdigit.gui.session import Session

TOPIC = "erasures"
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
    alphabet: Alphabet = DIGITS


class ErasureSearch(QObject):
    """Asks the engine about one drawing's erasures.

    Signals:
        found(Findings): more is known.
        failed(str): the engine refuses, and why.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Ask through ``session``."""
        super().__init__(parent)
        self._session = session
        self._ink = Ink()
        self._preprocessing = Preprocessing()
        self._all: tuple[Erasure, ...] = ()
        self._answers: list[NDArray[np.float64]] = []
        """For the drawing itself, then for each erasure."""
        self._runs = False
        self._unscreened: Findings | None = None
        """All that was found, while it is asked whether what is left are digits."""
        session.analysis_arrived.connect(self._take)
        session.analysis_refused.connect(self._refuse)

    def start(self, ink: Ink, preprocessing: Preprocessing) -> None:
        """Search anew, in another drawing."""
        self._ink, self._preprocessing = ink, preprocessing
        self._all = erasures(ink)
        self._answers = []
        self._unscreened = None
        self._runs = True
        self._ask()

    def stop(self) -> None:
        """Search no more."""
        self._runs = False
        self._session.drop_analysis(TOPIC)

    def _ask(self) -> None:
        tried = max(len(self._answers) - 1, 0)
        until = tried + BATCH // self._session.model.info.looks
        batch = tuple(erasure.remaining for erasure in self._all[tried:until])
        first = () if self._answers else (self._ink,)
        self._session.analyse(TOPIC, Classify((*first, *batch), self._preprocessing))

    @Slot(str, object)
    def _take(self, topic: str, answer: object) -> None:
        if topic != TOPIC or not self._runs:
            return
        if isinstance(answer, Screened) and self._unscreened is not None:
            self.stop()
            self.found.emit(_told(self._unscreened, answer.are_digits))
        if isinstance(answer, Classified):
            self._note(answer)

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
        alphabet = self._session.alphabet
        can_screen = alphabet == DIGITS  # what the gate knows
        # Only those that are shown are screened at last: it takes half as long as reading them.
        findings = Findings(
            self._ink,
            digit,
            float(whole[digit]),
            found,
            least,
            is_over and not (found and can_screen),
            alphabet,
        )
        if not is_over:
            self._ask()
        elif found and can_screen:
            self._unscreened = findings
            left = tuple(outcome.erasure.remaining for outcome in found)
            self._session.analyse(TOPIC, Screen(left))
        else:
            self.stop()
        self.found.emit(findings)

    @Slot(str, str)
    def _refuse(self, topic: str, reason: str) -> None:
        if topic == TOPIC and self._runs:
            self.stop()
            self.failed.emit(reason)


def _told(findings: Findings, are_digits: tuple[bool, ...]) -> Findings:
    """Return findings with what is known of the drawings that are left."""
    told = tuple(
        replace(outcome, is_digit=is_digit)
        for outcome, is_digit in zip(findings.flips, are_digits, strict=True)
    )
    return replace(findings, flips=told, is_over=True)
