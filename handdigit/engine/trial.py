"""A model tried in a process of its own, for those who have no torch: the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from handdigit.engine.process import Child
from handdigit.engine.transport import Transport
from handdigit.errors import HanddigitError, ModelFileError
from handdigit.sentences import sentence

PATIENCE_S = 60.0
"""So long loading torch and the model may take."""
POLL_S = 0.1
"""How often it is asked whether to stop."""


def try_in_process(path: Path, should_stop: Callable[[], bool] = lambda: False) -> None:
    """Wait until a model has read ten pictures, or nobody wants to know any more.

    Whatever a file does to the process that computes with it, this one goes on.

    Raises:
        ModelFileError: it cannot be used.
    """
    said: SimpleQueue[str] = SimpleQueue()
    failed = sentence(
        "{0} cannot be used: trying it failed, and the log has the details.", path.name
    )
    child = Child(run_trial, lambda _, refusal: said.put(refusal), lambda _: said.put(failed))
    child.send(path)
    end, refusal = time.monotonic() + PATIENCE_S, None
    try:
        while refusal is None and not should_stop():
            try:
                refusal = said.get(timeout=POLL_S)
            except Empty:
                if time.monotonic() > end:
                    refusal = sentence(
                        "{0} cannot be used: it takes too long to read ten pictures.", path.name
                    )
    finally:
        child.stop(None)
    if refusal:
        raise ModelFileError(refusal)


def run_trial(transport: Transport) -> None:
    """Try the model file that the first message names; say why it cannot be used, or nothing."""
    path: Path = transport.recv()
    # Only here: the window imports this module to name the function.
    from handdigit.recognition.recogniser import Recogniser
    from handdigit.storage.models.model_file import read_model

    try:
        Recogniser(read_model(path), "cpu")
    except HanddigitError as error:
        transport.send(error.sentence)
    else:
        transport.send("")
