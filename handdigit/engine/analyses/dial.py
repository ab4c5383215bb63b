"""The analyses behind the Dial panel: a drawing varied, and what any network makes of it."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from handdigit.engine.analyses.model_cache import reader
from handdigit.engine.protocol.requests import Classified, Perturb, Perturbed, Read
from handdigit.ink.perturb import perturb
from handdigit.recognition.recogniser import Recogniser

LOOKS = 24
"""So many are taken at pictures before the pen's answers come in between."""


def perturb_drawing(_recogniser: Recogniser, request: Perturb) -> Perturbed:
    """Return the drawing at every value of the dial.

    Raises:
        EmptyDrawingError: there is no ink.
    """
    return Perturbed(
        perturb(
            request.source,
            request.dial,
            request.values,
            request.preprocessing,
            again=request.again,
        )
    )


def read(recogniser: Recogniser, request: Read) -> Generator[None, None, Classified]:
    """Return what a network makes of pictures, on the device that answers; NaN for paper.

    Raises:
        ModelFileError: the model cannot be used.
    """
    answering = reader(request.model, recogniser.device.device)
    batch = LOOKS // answering.info.views
    parts = []
    for start in range(0, max(len(request.pictures), 1), batch):
        yield
        parts.append(answering.votes(request.pictures[start : start + batch]))
    votes = np.concatenate(parts, axis=1)
    probabilities = answering.combined(votes)
    blank = ~request.pictures.any(axis=(1, 2))
    probabilities[blank] = votes[:, blank] = np.nan
    return Classified(probabilities, votes if answering.info.is_ensemble else None)
