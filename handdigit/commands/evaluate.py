"""``handdigit evaluate``: accuracy and confusions on labelled sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.commands.console import complain, say, say_json, tell_device
from handdigit.core.errors import DataFileError, EmptyDrawingError, HanddigitError
from handdigit.core.normalise import normalise
from handdigit.data.idx import PICTURE_DIMENSIONS, read_idx, read_labelled_pictures, read_mnist
from handdigit.data.inks import is_ink_file, read_labelled_samples
from handdigit.data.model_file import read_model
from handdigit.data.model_store import DEFAULT_MODEL, ModelStore
from handdigit.data.paths import AppPaths
from handdigit.models.recogniser import Recogniser
from handdigit.training.evaluation import Evaluation, evaluate

LabelledPictures = tuple[NDArray[np.uint8], NDArray[np.uint8]]


def evaluate_sets(
    data: list[Path], paths: AppPaths, model: str | None, device: str, *, as_json: bool
) -> int:
    """Measure every set in ``data`` and return 0, or 1 if some could not be read."""
    recogniser = Recogniser(read_model(ModelStore(paths).find(model or DEFAULT_MODEL)), device)
    tell_device(device, recogniser.device)
    failures = 0
    for group in _grouped(data):
        name = " ".join(map(str, group))
        try:
            pictures, labels = _normalised(*_read(group))
        except HanddigitError as error:
            complain(error)
            failures += 1
            continue
        evaluation = evaluate(recogniser, pictures, labels)
        if as_json:
            say_json(
                {
                    "data": name,
                    "n": evaluation.n,
                    "correct": evaluation.correct,
                    "accuracy": evaluation.accuracy,
                    "confusion": evaluation.confusion.tolist(),
                }
            )
        else:
            _print_table(name, evaluation)
    return 1 if failures else 0


def _grouped(data: list[Path]) -> Iterator[tuple[Path, ...]]:
    """Yield each set's files: neighbouring idx files are a pair, anything else is alone."""
    waiting: Path | None = None
    for path in data:
        if path.is_dir() or is_ink_file(path) or not path.exists():
            if waiting is not None:
                yield (waiting,)
                waiting = None
            yield (path,)
        elif waiting is None:
            waiting = path
        else:
            yield (waiting, path)
            waiting = None
    if waiting is not None:
        yield (waiting,)


def _read(group: tuple[Path, ...]) -> tuple[list[object], NDArray[np.integer]]:
    """Return sources as :func:`normalise` takes them, and labels."""
    first = group[0]
    if len(group) == 2:
        # In either order: the pictures are the file with three dimensions.
        ordered = group if read_idx(first).ndim == PICTURE_DIMENSIONS else group[::-1]
        pictures, labels = read_labelled_pictures(*ordered)
        return list(pictures), labels
    if first.is_dir():
        pictures, labels = read_mnist(first, "t10k")
        return list(pictures), labels
    if not is_ink_file(first):
        if not first.exists():
            raise DataFileError(f"{first}: there is no such file.")
        raise DataFileError(
            f"{first}: name a folder of MNIST files, two idx files (pictures and labels), or a "
            ".jsonl file of inks."
        )
    samples = read_labelled_samples(first)
    return [s.ink for s in samples], np.array([s.label for s in samples], np.int64)


def _normalised(
    sources: list[object], labels: NDArray[np.integer]
) -> tuple[NDArray[np.uint8], NDArray[np.integer]]:
    """Return (N, 28, 28) pictures; an empty drawing stays blank and so counts as a miss."""
    pictures = np.zeros((len(sources), 28, 28), np.uint8)
    for picture, source in zip(pictures, sources, strict=True):
        try:
            picture[:] = normalise(source).picture  # type: ignore[arg-type]
        except EmptyDrawingError:
            continue
    return pictures, labels


def _print_table(name: str, evaluation: Evaluation) -> None:
    say(f"{name}: n = {evaluation.n:,}, accuracy {evaluation.accuracy:.2%}")
    for true, answer, count in evaluation.worst_confusions():
        say(f"  {true} read as {answer}: {count}")
