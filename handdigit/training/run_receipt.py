"""What a training run gave, beside the model that answered before: both read the same digits."""

from __future__ import annotations

from pathlib import Path

from handdigit.errors import HanddigitError
from handdigit.experiment.evaluation import evaluate
from handdigit.experiment.receipt import Change, RunReceipt
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import ModelFile, read_model
from handdigit.training.batches import held_back_pictures
from handdigit.training.stored_run import PreparedRun


def measure_run(prepared: PreparedRun, made: ModelFile, before: Path) -> RunReceipt | None:
    """Return how the model in ``before`` and the run's own read what the run held back.

    None where nothing was held back, or where the model before cannot be used or knows other
    classes.
    """
    if not prepared.held_back:
        return None
    try:
        rival = read_model(before)
        if rival.info.alphabet != made.info.alphabet:
            return None
        readers = [Recogniser(model, prepared.device.type) for model in (rival, made)]
    except HanddigitError:
        return None
    pictures, labels = held_back_pictures(prepared.training_data, prepared.recipe)
    was, now = (evaluate(reader, pictures, labels) for reader in readers)
    theirs = {source["name"] for source in rival.info.training_data}
    ours = (str(source["name"]) for source in prepared.training_data.sources)
    return RunReceipt(Change.between(was, now), tuple(name for name in ours if name in theirs))
