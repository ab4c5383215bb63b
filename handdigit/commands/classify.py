"""``handdigit classify``: the window's answer without the window, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.budgets import INK_STREAM
from handdigit.commands.console import complain, note, say, say_json, tell_device
from handdigit.engine.vector_pictures import read_any_picture
from handdigit.errors import HanddigitError, InkError
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import DIGITS
from handdigit.network.recognition import Cut, Recognition, Verdict
from handdigit.number.reading import DigitBox, NumberReading
from handdigit.number_format import in_percent
from handdigit.recognition.number_reader import NumberReader, answer_to
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import (
    ink_errors_at,
    ink_texts,
    is_ink_file,
    label_to_json,
    parse_sample,
)
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """One input with its place in its file."""

    index: int
    source: Ink | NDArray[np.uint8]
    label: str | None = None


def classify_files(
    files: list[Path], paths: AppPaths, model: str | None, device: str, *, as_json: bool
) -> int:
    """Answer every drawing in ``files`` and return 0, or 1 if some could not be read."""
    torch.set_num_threads(1)  # as the engine does; the same order of sums, the same bits
    path = ModelStore(paths).find(model or DEFAULT_MODEL)
    recogniser = Recogniser(read_model(path), device)
    tell_device(device, recogniser.device)
    failures = 0
    for file in files:
        for drawing in drawings(file):
            try:
                if isinstance(drawing, HanddigitError):
                    raise drawing
                recognition = answer_to(recogniser, drawing.source)
            except HanddigitError as error:
                complain(error)
                failures += 1
                continue
            if as_json:
                say_json(_as_json(file, drawing, recognition, path.stem))
            else:
                say(_as_text(file, drawing, recognition))
    return 1 if failures else 0


def drawings(file: Path) -> Iterator[Drawing | HanddigitError]:
    """Yield every drawing in a file, and an error for each that cannot be read."""
    try:
        if not is_ink_file(file):
            yield Drawing(0, read_any_picture(file, note))
            return
        for index, (where, text) in enumerate(ink_texts(file, INK_STREAM)):
            try:
                with ink_errors_at(where):
                    sample = parse_sample(text)
            except InkError as error:
                yield error
            else:
                yield Drawing(index, sample.ink, sample.label)
    except HanddigitError as error:
        yield error


def _as_json(file: Path, drawing: Drawing, answer: Recognition, model: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "file": str(file),
        "index": drawing.index,
        "digit": _digit(answer, answer.digit),
        "answer": answer.label,
        "probability": answer.probability,
        "probabilities": list(answer.probabilities) or None,
        "verdict": str(answer.verdict),
        "digitness": answer.digitness,
        "model": model,
    }
    if answer.several:
        value["several"] = several(answer)
    if answer.cut is not None:
        value |= _cut_as_json(answer.cut)
    if answer.votes is not None:
        value["votes"] = [
            {
                "model": name,
                "digit": _digit(answer, digit),
                "answer": answer.alphabet.names[digit],
                "probabilities": row.tolist(),
            }
            for name, digit, row in zip(
                answer.votes.names, answer.votes.digits, answer.votes.probabilities, strict=True
            )
        ]
    if answer.doubt is not None:
        value["doubt"] = answer.doubt
    return value if drawing.label is None else value | {"label": label_to_json(drawing.label)}


def _cut_as_json(cut: Cut) -> dict[str, Any]:
    """Return which part of a photo was read, in pixels of ``size``."""
    return {
        "size": list(cut.size),
        "box": list(cut.boxes[cut.chosen]) if cut.boxes else None,
        "clearness": cut.clearness,
        "candidates": [list(box) for box in cut.boxes],
        "sheet": None if cut.sheet is None else [list(corner) for corner in cut.sheet],
    }


def several(answer: Recognition) -> str:
    """Return what to do about several digits in a picture."""
    return f"several digits, {answer.several}: read them with --number"


def _digit(answer: Recognition, digit: int | None) -> int | None:
    """Return a class as the digit that it is, None where the model reads none."""
    return digit if answer.alphabet == DIGITS else None


def _as_text(file: Path, drawing: Drawing, answer: Recognition) -> str:
    where = f"{file}[{drawing.index}]" if drawing.index else str(file)
    if answer.verdict is Verdict.EMPTY:
        return f"{where}: empty"
    if answer.several:
        return f"{where}: not a digit  ({several(answer)})"
    if answer.is_refused:
        claim = f"{answer.claimed_label}, {in_percent(answer.claimed_probability or 0)}%"
        return f"{where}: not a digit  (softmax alone: {claim})"
    text = f"{where}: {answer.marked_label}  {in_percent(answer.probability or 0)}%"
    return text if answer.doubt is None else f"{text}  ({answer.doubt})"


def classify_numbers(
    files: list[Path], paths: AppPaths, model: str | None, device: str, *, as_json: bool
) -> int:
    """Read every drawing in ``files`` as a number; return 0, or 1 if some could not be read."""
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
                source = drawing.source
                if isinstance(source, Ink):
                    best, *others = reader.read(source)
                else:
                    best, *others = reader.read_picture(source).readings
            except HanddigitError as error:
                complain(error)
                failures += 1
                continue
            if as_json:
                say_json(_number_as_json(file, drawing.index, best, others, path.stem))
            else:
                say(_number_as_text(file, drawing.index, best))
    return 1 if failures else 0


def _number_as_json(
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
    return {"text": reading.text, "digits": [_digit_as_json(box) for box in reading.boxes]}


def _digit_as_json(box: DigitBox) -> dict[str, Any]:
    return {
        "digit": box.digit,
        "probability": box.probability,
        "probabilities": list(box.probabilities),
        "box": list(box.bounds),
        # Number of the stroke, its first and its last point, for each piece.
        "strokes": [list(piece) for piece in box.group],
    }


def _number_as_text(file: Path, index: int, best: NumberReading) -> str:
    where = f"{file}[{index}]" if index else str(file)
    if not best.boxes:
        return f"{where}: empty"
    sure = " ".join(f"{in_percent(box.probability, 0)}%" for box in best.boxes)
    return f"{where}: {best.text}  {sure}"
