"""Analyses taken step by step, as the engine's worker does."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from handdigit.engine.analyses.table import ANALYSES
from handdigit.engine.protocol.messages import AnalysisRequest
from handdigit.recognition.recogniser import Recogniser


def analysed(recogniser: Recogniser, request: AnalysisRequest) -> tuple[list[Any], Any]:
    """Return what an analysis tells on its way, and its answer."""
    return finished(ANALYSES[type(request)](recogniser, request))


def finished(steps: Generator[Any, None, Any]) -> tuple[list[Any], Any]:
    """Return what is yielded from here on, leaving out None, and what is returned."""
    told = []
    while True:
        try:
            value = next(steps)
        except StopIteration as end:
            return told, end.value
        if value is not None:
            told.append(value)
