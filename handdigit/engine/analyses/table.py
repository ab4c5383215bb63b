"""The analyses that the engine offers: a new one is a function and a line in the table."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

import torch

from handdigit.attribution.attribution import METHODS, Question
from handdigit.engine.analyses.digit_map import gather, locate
from handdigit.engine.analyses.erasures import classify, search_erasures
from handdigit.engine.analyses.evaluate import evaluate, fetch_drawing
from handdigit.engine.analyses.gate import explain_refusal
from handdigit.engine.analyses.maximise import ascend
from handdigit.engine.analyses.other_models import perturb_drawing, read, revisit
from handdigit.engine.analyses.source import describe_source, preview_augmentation
from handdigit.engine.protocol.evaluate import Evaluate, FetchDrawing
from handdigit.engine.protocol.gate import ExplainRefusal
from handdigit.engine.protocol.messages import AnalysisRequest
from handdigit.engine.protocol.requests import (
    Ascend,
    Attribute,
    Attribution,
    Classify,
    Gather,
    Locate,
    NumberRead,
    Perturb,
    Read,
    ReadNumber,
    Revisit,
    SearchErasures,
)
from handdigit.engine.protocol.source import DescribeSource, PreviewAugmentation
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.recognition.number_reader import reader_of
from handdigit.recognition.recogniser import Recogniser


def read_number(recogniser: Recogniser, request: ReadNumber) -> NumberRead:
    """Read a line; groups that were read before with the same model are remembered."""
    reader = reader_of(recogniser)
    if isinstance(request.source, Ink):
        return NumberRead(reader.read(request.source, request.grouping), request.source)
    return NumberRead(*reader.read_picture(request.source, request.grouping))


T = TypeVar("T")


def attribute(
    recogniser: Recogniser, request: Attribute
) -> Generator[Attribution | None, None, Attribution]:
    """Return which pixels speak for a digit; yield what is known of it so far.

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
    score = float(question.score(logits))
    paper = -recogniser.info.mean / recogniser.info.std
    steps = METHODS[request.method](recogniser.folded, picture, question, paper)
    while True:
        try:
            values = next(steps)
        except StopIteration as end:
            return Attribution(end.value, score, target, against, normalised)
        yield (None if values is None else Attribution(values, score, target, against, normalised))


Handler = Callable[[Recogniser, Any], Generator[object, None, object]]
"""Yields its progress, or None where there is nothing to tell, and returns its answer.

Between two steps recognition goes first, so a step takes some 30 ms at most. Nothing may be
left open at a yield, such as a mode of torch.
"""


def _at_once(answer: Callable[[Recogniser, Any], object]) -> Handler:
    """Return a handler of one step."""

    def handler(recogniser: Recogniser, request: object) -> Generator[object, None, object]:
        yield from ()
        return answer(recogniser, request)

    return handler


def answer_of(steps: Generator[object, None, T]) -> T:
    """Take all the steps of an analysis and return its answer."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: T = end.value
            return answer


ANALYSES: Mapping[type[AnalysisRequest], Handler] = MappingProxyType(
    {
        Ascend: ascend,
        Attribute: attribute,
        Classify: _at_once(classify),
        DescribeSource: _at_once(describe_source),
        Evaluate: evaluate,
        FetchDrawing: _at_once(fetch_drawing),
        Gather: gather,
        ExplainRefusal: explain_refusal,
        Locate: _at_once(locate),
        PreviewAugmentation: _at_once(preview_augmentation),
        Read: read,
        ReadNumber: _at_once(read_number),
        Revisit: _at_once(revisit),
        SearchErasures: search_erasures,
        Perturb: _at_once(perturb_drawing),
    }
)
