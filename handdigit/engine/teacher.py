"""The teacher process: one lesson, then the end. Torch is imported in here only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handdigit.engine.process import prepare_training
from handdigit.engine.transport import Transport
from handdigit.errors import HanddigitError, os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.paths import AppPaths

BROKE_OFF = sentence("The lesson broke off and the model is as it was")


@dataclass(frozen=True, slots=True)
class Teach:
    """Command: let a copy of this model learn the user's samples."""

    model: Path
    paths: AppPaths
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class LessonFailed:
    """Event: nothing was learned, and why."""

    sentence: str


def run_teacher(transport: Transport) -> None:
    """Give the lesson that the first message asks for."""
    command: Teach = transport.recv()
    prepare_training()
    # Only here: the window imports this module to name the function.
    from handdigit.recognition.device import choose_device
    from handdigit.storage.models.model_file import read_model
    from handdigit.training.teaching import read_lesson, teach

    try:
        with os_errors_as(BROKE_OFF):
            device = choose_device(command.device)
            model = read_model(command.model)
            for event in teach(model, read_lesson(command.paths, model.info.alphabet), device):
                transport.send(event)
    except HanddigitError as error:
        transport.send(LessonFailed(error.sentence))
