"""The analyses that the engine offers: a new one is a function and a line in the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import torch

from handdigit.core.errors import EmptyDrawingError
from handdigit.core.normalise import SIDE, normalise
from handdigit.engine.analysis_augmentation import preview_augmentation
from handdigit.engine.analysis_checkpoint import revisit
from handdigit.engine.analysis_dial import read, vary_drawing
from handdigit.engine.analysis_evaluate import evaluate_slice, fetch_drawing
from handdigit.engine.analysis_gate import judge, screen
from handdigit.engine.analysis_map import gather, locate
from handdigit.engine.analysis_maximise import ascend
from handdigit.engine.analysis_number import read_number
from handdigit.engine.analysis_source import describe_source
from handdigit.engine.requests import (
    Ascend,
    Attribute,
    Attribution,
    Classified,
    Classify,
    Gather,
    Locate,
    Read,
    Vary,
)
from handdigit.engine.requests_checkpoint import Revisit
from handdigit.engine.requests_evaluate import Evaluate, FetchDrawing
from handdigit.engine.requests_gate import Judge, Screen
from handdigit.engine.requests_number import ReadNumber
from handdigit.engine.requests_source import DescribeSource, PreviewAugmentation
from handdigit.inspection.attribution import METHODS, Question
from handdigit.models.recogniser import Recogniser


def classify(recogniser: Recogniser, request: Classify) -> Classified:
    """Return the probabilities of every drawing, in one batch."""
    pictures = np.zeros((len(request.sources), SIDE, SIDE), np.uint8)
    empty = np.zeros(len(request.sources), bool)
    for i, source in enumerate(request.sources):
        try:
            pictures[i] = normalise(source, request.preprocessing).picture
        except EmptyDrawingError:
            empty[i] = True
    probabilities = recogniser.probabilities(pictures)
    probabilities[empty] = np.nan
    return Classified(probabilities)


def attribute(recogniser: Recogniser, request: Attribute) -> Attribution:
    """Return which pixels speak for a digit.

    Raises:
        EmptyDrawingError: there is no ink.
        InspectionError: the network has no maps, which Grad-CAM needs.
    """
    normalised = normalise(request.source, request.preprocessing)
    picture = recogniser.input(normalised.picture[None])[0]
    with torch.inference_mode():
        logits = recogniser.network(picture[None])
    target, against = request.target, request.against
    if target is None:
        target = int(logits.argmax())
        against = None if against == target else against
    question = Question(target, against)
    paper = -recogniser.info.mean / recogniser.info.std
    values = METHODS[request.method](recogniser.folded, picture, question, paper)
    return Attribution(values, float(question.score(logits)), target, against, normalised)


ANALYSES: Mapping[type, Callable[[Recogniser, Any], object]] = MappingProxyType(
    {
        Ascend: ascend,
        Attribute: attribute,
        Classify: classify,
        DescribeSource: describe_source,
        Evaluate: evaluate_slice,
        FetchDrawing: fetch_drawing,
        Gather: gather,
        Judge: judge,
        Screen: screen,
        Locate: locate,
        PreviewAugmentation: preview_augmentation,
        Read: read,
        ReadNumber: read_number,
        Revisit: revisit,
        Vary: vary_drawing,
    }
)
