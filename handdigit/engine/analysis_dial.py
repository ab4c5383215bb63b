"""The analyses behind the Dial panel: a drawing varied, and what any network makes of it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from handdigit.core.errors import ModelFileError
from handdigit.core.vary import vary
from handdigit.data.model_file import read_model
from handdigit.engine.requests import Classified, Read, Varied, Vary
from handdigit.models.recogniser import Recogniser

LOADED_LIMIT = 8
"""So many networks stay loaded beside the one that answers."""


def vary_drawing(_recogniser: Recogniser, request: Vary) -> Varied:
    """Return the drawing at every value of the dial.

    Raises:
        EmptyDrawingError: there is no ink.
    """
    return Varied(
        vary(
            request.source,
            request.dial,
            request.values,
            request.preprocessing,
            again=request.again,
        )
    )


def read(recogniser: Recogniser, request: Read) -> Classified:
    """Return what a network makes of pictures, on the device that answers; NaN for paper.

    Raises:
        ModelFileError: the model cannot be used.
    """
    try:
        saved = request.model.stat().st_mtime_ns
    except OSError:
        raise ModelFileError(f"{request.model}: there is no such model file.") from None
    reader = _recogniser(request.model, saved, recogniser.device.device)
    probabilities = reader.probabilities(request.pictures)
    probabilities[~request.pictures.any(axis=(1, 2))] = np.nan
    return Classified(probabilities)


@lru_cache(maxsize=LOADED_LIMIT)
def _recogniser(path: Path, _saved: int, device: str) -> Recogniser:
    return Recogniser(read_model(path), device)
