"""The teacher process: one lesson, then the end. Torch is imported in here only."""

from __future__ import annotations

from handdigit.core.errors import HanddigitError
from handdigit.engine.process_settings import prepare_training
from handdigit.engine.teacher_messages import LessonFailed, Teach
from handdigit.engine.wire import Wire


def run_teacher(wire: Wire) -> None:
    """Give the lesson that the first message asks for."""
    wish: Teach = wire.recv()
    prepare_training()
    # Only here: the window imports this module to name the function.
    from handdigit.data.model_file import read_model
    from handdigit.models.device import choose_device
    from handdigit.training.teaching import read_lesson, teach

    try:
        device = choose_device(wish.device)
        model = read_model(wish.model)
        for fact in teach(model, read_lesson(wish.paths, model.info.alphabet), device):
            wire.send(fact)
    except HanddigitError as error:
        wire.send(LessonFailed(str(error)))
