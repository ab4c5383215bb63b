"""What was measured of a model, kept in its file: figures never part from their weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from handdigit.core.errors import ModelFileError
from handdigit.data.model_file import ModelFile, read_model, write_model

MNIST_TEST = "MNIST test"
UNIPEN_DEV = "unipen_dev"


def record_results(
    path: Path, measured: ModelFile, figures: Mapping[str, Mapping[str, Any]]
) -> None:
    """Add ``figures``, set -> {"n", "accuracy"}, to those in a model file; newer ones replace.

    Args:
        path: the file that ``measured`` was read from.
        measured: the model as it was measured.
        figures: what came out.

    Raises:
        ModelFileError: other weights are in the file by now, or it cannot be read.
        HanddigitError: it cannot be written; it is as before.
    """
    now = read_model(path)
    if now.fingerprint() != measured.fingerprint():
        raise ModelFileError(
            f"{path.name} has other weights now than those that were measured: measure it again."
        )
    write_model(path, replace(now, info=now.info.measured(figures)))
