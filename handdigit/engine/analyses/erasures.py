"""The least erasures that flip an answer, and the answers to drawings that differ a little."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from dataclasses import replace
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.protocol.requests import (
    FLIPS_WANTED,
    Classified,
    Classify,
    Findings,
    SearchErasures,
)
from handdigit.errors import EmptyDrawingError
from handdigit.ink.dots import is_dot
from handdigit.ink.erasures import Erasure, erasures, flips, weakest
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, Preprocessing, Source, normalise, normalise_inks
from handdigit.recognition.recogniser import Recogniser
from handdigit.recognition.side_by_side import side_by_side

VIEWS_A_STEP = 10
"""So many of what is left are read before the pen's answers come in between: some 10 to 20 ms with
the shipped network."""
FEWER_WITH_GATE = 3
"""So many times fewer where the gate reads all of them too."""


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
) -> Generator[Findings | None, None, Findings]:
    """Return the least erasures that flip the answer, and of each whether a digit is left.

    Of what is no digit, those that make it one.
    """
    whole = _probabilities(recogniser, [request.ink], request.preprocessing)[0]
    digit = int(whole.argmax())
    gate = recogniser.gate
    is_digit = True
    if gate is not None:
        _, digitness = _judged(recogniser, [request.ink])
        is_digit = bool(gate.are_digits(digitness, whole.max(keepdims=True))[0])
    refusing = None if is_digit else gate
    possible = erasures(request.ink)
    batch = max(1, VIEWS_A_STEP // recogniser.info.views // (1 if is_digit else FEWER_WITH_GATE))
    batches = [possible[first : first + batch] for first in range(0, len(possible), batch)]

    def read(tried: Sequence[Erasure]) -> NDArray[np.float64]:
        inks = [erasure.remaining for erasure in tried]
        is_plain = request.preprocessing == Preprocessing()
        if refusing is None and is_plain:
            return recogniser.probabilities(normalise_inks(InkBatch.from_inks(inks)))
        if refusing is None:
            return _probabilities(recogniser, inks, request.preprocessing)
        answers, digitness = _judged(recogniser, inks)
        if not is_plain:
            answers = _probabilities(recogniser, inks, request.preprocessing)
        answers[~refusing.are_digits(digitness, answers.max(axis=1))] = np.nan
        return answers

    def findings(answers: Sequence[NDArray[np.float64]]) -> Findings:
        """Return what is known after the first of the batches."""
        after = np.concatenate([np.zeros((0, len(whole))), *answers])
        tried = possible[: len(after)]
        return Findings(
            request.ink,
            digit,
            float(whole[digit]),
            flips(tried, after, digit if is_digit else None, FLIPS_WANTED),
            weakest(tried, after, digit) if is_digit else None,
            is_over=False,
            alphabet=recogniser.info.alphabet,
            is_digit=is_digit,
        )

    answers: list[NDArray[np.float64]] = []
    found = findings(answers)
    with contextlib.closing(side_by_side(read, batches)) as steps:
        for results in steps:
            is_news = False
            # One batch at a time: where more are known already, they count no more than otherwise.
            for result in results[len(answers) :]:
                if result is None or len(found.flips) == FLIPS_WANTED:
                    break
                answers.append(result)
                found, is_news = findings(answers), True
            yield found if is_news else None
            if len(found.flips) == FLIPS_WANTED:
                break
    if gate is None or not is_digit:
        return replace(found, is_over=True)
    # Only those that are shown are screened at last: it takes half as long as reading them.
    _, digitness = _judged(recogniser, [outcome.erasure.remaining for outcome in found.flips])
    left = gate.are_digits(digitness, np.array([outcome.probability for outcome in found.flips]))
    screened = tuple(
        replace(outcome, is_digit=bool(one)) for outcome, one in zip(found.flips, left, strict=True)
    )
    return replace(found, flips=screened, is_over=True)


def _judged(
    recogniser: Recogniser, inks: Sequence[Ink]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return (N, classes) probabilities and (N,) digitness of drawings as they are, in one pass.

    Nothing has no probabilities, and it and a stray dot have a digitness of 0.
    """
    probabilities = np.full((len(inks), len(recogniser.info.alphabet)), np.nan)
    digitness = np.zeros(len(inks))
    there = np.array([not ink.is_empty for ink in inks], bool)
    if there.any():
        batch = InkBatch.from_inks(list(compress(inks, there)))
        probabilities[there], digitness[there] = recogniser.judged(normalise_inks(batch), batch)
    digitness[[not ink.is_empty and is_dot(ink) for ink in inks]] = 0.0
    return probabilities, digitness
