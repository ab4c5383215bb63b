"""The analysis behind what would change its mind: erasures are tried, the least first."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from handdigit.core.erasures import erasures, flips, weakest
from handdigit.core.errors import EmptyDrawingError
from handdigit.core.normalise import SIDE, Preprocessing, normalise
from handdigit.engine.requests import (
    FLIPS_WANTED,
    Classified,
    Classify,
    Findings,
    SearchErasures,
    Source,
)
from handdigit.models.recogniser import Recogniser

LOOKS = 30
"""So many are taken at erasures before the pen's answers come in between: some 30 ms with the
shipped network."""


def classify(recogniser: Recogniser, request: Classify) -> Classified:
    """Return the probabilities of every drawing, in one batch."""
    return Classified(_probabilities(recogniser, request.sources, request.preprocessing))


def _probabilities(
    recogniser: Recogniser, sources: Sequence[Source], preprocessing: Preprocessing
) -> NDArray[np.float64]:
    pictures = np.zeros((len(sources), SIDE, SIDE), np.uint8)
    empty = np.zeros(len(sources), bool)
    for i, source in enumerate(sources):
        try:
            pictures[i] = normalise(source, preprocessing).picture
        except EmptyDrawingError:
            empty[i] = True
    probabilities = recogniser.probabilities(pictures)
    probabilities[empty] = np.nan
    return probabilities


def search_erasures(
    recogniser: Recogniser, request: SearchErasures
) -> Generator[Findings, None, Findings]:
    """Return the least erasures that flip the answer, and of each whether a digit is left."""
    whole = _probabilities(recogniser, [request.ink], request.preprocessing)[0]
    digit = int(whole.argmax())
    possible = erasures(request.ink)
    alphabet = recogniser.info.alphabet
    after = np.zeros((0, len(alphabet)))
    batch = LOOKS // recogniser.info.looks
    while True:
        inks = [erasure.remaining for erasure in possible[len(after) : len(after) + batch]]
        after = np.concatenate([after, _probabilities(recogniser, inks, request.preprocessing)])
        tried = possible[: len(after)]
        found = flips(tried, after, digit, FLIPS_WANTED)
        least = weakest(tried, after, digit)
        findings = Findings(
            request.ink, digit, float(whole[digit]), found, least, is_over=False, alphabet=alphabet
        )
        yield findings
        if len(found) == FLIPS_WANTED or len(after) == len(possible):
            break
    # Only those that are shown are screened at last: it takes half as long as reading them.
    gate = recogniser.gate
    if gate is None:
        return replace(findings, is_over=True)
    digitness = gate.digitness_of_inks([outcome.erasure.remaining for outcome in found])
    screened = tuple(
        replace(outcome, is_digit=bool(one >= gate.threshold))
        for outcome, one in zip(found, digitness, strict=True)
    )
    return replace(findings, flips=screened, is_over=True)
