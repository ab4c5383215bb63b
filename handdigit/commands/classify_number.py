"""``handdigit classify --number``: lines of digits, as the window reads them in number mode."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from handdigit.commands.classify import Drawing, drawings
from handdigit.commands.console import complain, say, say_json, tell_device
from handdigit.core.errors import HanddigitError, PictureError
from handdigit.core.ink import Ink
from handdigit.core.number.reading import DigitBox, NumberReading
from handdigit.data.model_file import read_model
from handdigit.data.model_store import DEFAULT_MODEL, ModelStore
from handdigit.data.paths import AppPaths
from handdigit.models.number_reader import NumberReader
from handdigit.models.recogniser import Recogniser


def classify_numbers(
    files: list[Path], paths: AppPaths, model: str | None, device: str, *, as_json: bool
) -> int:
    """Read every ink in ``files`` as a number; return 0, or 1 if some could not be read."""
    torch.set_num_threads(1)  # as the engine does
    path = ModelStore(paths).find(model or DEFAULT_MODEL)
    recogniser = Recogniser(read_model(path), device)
    reader = NumberReader(recogniser)
    tell_device(device, recogniser.device)
    failures = 0
    for file in files:
        for drawing in drawings(file):
            try:
                if isinstance(drawing, HanddigitError):
                    raise drawing
                best, *others = reader.read(_ink(file, drawing))
            except HanddigitError as error:
                complain(error)
                failures += 1
                continue
            if as_json:
                say_json(_as_json(file, drawing.index, best, others, path.stem))
            else:
                say(_as_text(file, drawing.index, best))
    return 1 if failures else 0


def _ink(file: Path, drawing: Drawing) -> Ink:
    if isinstance(drawing.source, np.ndarray):
        raise PictureError(
            f"{file} is a picture, and numbers are read from strokes: draw the number in the "
            "window and save it as ink, or give pictures of single digits without --number."
        )
    return drawing.source


def _as_json(
    file: Path, index: int, best: NumberReading, others: list[NumberReading], model: str
) -> dict[str, Any]:
    return {
        "file": str(file),
        "index": index,
        **_reading(best),
        "alternatives": [_reading(other) for other in others],
        "model": model,
    }


def _reading(reading: NumberReading) -> dict[str, Any]:
    return {"text": reading.text, "digits": [_digit(box) for box in reading.boxes]}


def _digit(box: DigitBox) -> dict[str, Any]:
    return {
        "digit": box.digit,
        "probability": box.probability,
        "probabilities": list(box.probabilities),
        "box": list(box.bounds),
        # Number of the stroke, its first and its last point, for each piece.
        "strokes": [list(piece) for piece in box.group],
    }


def _as_text(file: Path, index: int, best: NumberReading) -> str:
    where = f"{file}[{index}]" if index else str(file)
    if not best.boxes:
        return f"{where}: empty"
    sure = " ".join(f"{box.probability:.0%}" for box in best.boxes)
    return f"{where}: {best.text}  {sure}"
