"""The engine process: one model, one request at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handdigit.core.errors import HanddigitError
from handdigit.engine.messages import (
    Analyse,
    Analysed,
    AnalysisRefused,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
    Started,
    Stop,
    Wish,
)
from handdigit.engine.wire import Wire

NO_MODEL = "No model is loaded: choose one."

if TYPE_CHECKING:
    from handdigit.models.recogniser import Recogniser


def run_engine(wire: Wire) -> None:
    """Answer wishes until told to stop or the pipe closes."""
    import torch  # only here: the window imports this module to name the function

    from handdigit.data.model_file import read_model
    from handdigit.models.recogniser import Recogniser

    # One digit is too small to share: a second thread costs more than it computes, and the
    # sums would come out in another order than on the command line.
    torch.set_num_threads(1)
    wire.send(Started(str(torch.__version__)))
    recogniser: Recogniser | None = None

    def load(wish: LoadModel) -> ModelLoaded | ModelRefused:
        nonlocal recogniser
        try:
            recogniser = Recogniser(read_model(wish.path), wish.device, wish.member)
        except HanddigitError as error:
            return ModelRefused(wish.path, str(error))
        return ModelLoaded(wish.path, recogniser.device, wish.member)

    while True:
        wish: Wish = wire.recv()
        match wish:
            case LoadModel():
                wire.send(load(wish))
            case Recognise():
                wire.send(_answer(recogniser, wish))
            case Analyse():
                wire.send(_analysis(recogniser, wish))
            case Stop():
                return


def _answer(recogniser: Recogniser | None, wish: Recognise) -> Recognised | RecogniseRefused:
    if recogniser is None:
        return RecogniseRefused(wish.revision, NO_MODEL)
    try:
        recognition = recogniser.recognise(wish.source, wish.preprocessing, wish.layers)
    except HanddigitError as error:
        return RecogniseRefused(wish.revision, str(error))
    return Recognised(wish.revision, recognition)


def _analysis(recogniser: Recogniser | None, wish: Analyse) -> Analysed | AnalysisRefused:
    from handdigit.engine.analyses import ANALYSES

    if recogniser is None:
        return AnalysisRefused(wish.topic, wish.revision, NO_MODEL)
    try:
        answer = ANALYSES[type(wish.request)](recogniser, wish.request)
    except HanddigitError as error:
        return AnalysisRefused(wish.topic, wish.revision, str(error))
    return Analysed(wish.topic, wish.revision, answer)
