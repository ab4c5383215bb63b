"""``handdigit evaluate``: accuracy, loss, calibration and confusions on labelled sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from handdigit.commands.console import complain, note, note_all, say, say_json, tell_device
from handdigit.errors import DataFileError, HanddigitError
from handdigit.experiment.evaluation import Evaluation, evaluate
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.recognition.photo_reader import finder_of
from handdigit.recognition.recogniser import BATCH_SIZE, Recogniser
from handdigit.storage.datasets.faulty import FaultyList, find_faulty
from handdigit.storage.datasets.labelled_sets import LabelledSet, PictureSet, as_fed, in_pieces
from handdigit.storage.datasets.picture_sets import is_alone
from handdigit.storage.datasets.sources import DataSource
from handdigit.storage.models.model_file import MNIST_TEST, read_model, record_results
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths

PIECE = 15 * BATCH_SIZE
"""So many drawings are in the memory at once: whole batches, also of those that look five times."""


def evaluate_sets(
    data: list[Path],
    paths: AppPaths,
    model: str | None,
    device: str,
    *,
    as_json: bool,
    record: bool = False,
    without: str | None = None,
) -> int:
    """Measure every set in ``data`` and return 0, or 1 if some could not be read.

    Args:
        data: files, folders and names of sets.
        paths: where samples, models and MNIST are.
        model: its name or its file.
        device: where it computes.
        as_json: print one object a set.
        record: write the accuracies into the model file.
        without: a list of faulty drawings; the set that it is about is measured with and
            without them.

    Raises:
        HanddigitError: the model or the list cannot be read, the model not be written, or
            the list is about none of the sets.
    """
    faulty = None if without is None else about_one(find_faulty(without), data)
    path = ModelStore(paths).find(model or DEFAULT_MODEL)
    measured = read_model(path)
    alphabet = measured.info.alphabet
    recogniser = Recogniser(measured, device)
    tell_device(device, recogniser.device)
    failures = 0
    figures: dict[str, dict[str, float]] = {}
    for group in grouped(data):
        name = " ".join(map(str, group))
        try:
            found = opened(group, paths, alphabet)
            evaluation = _evaluated(recogniser, found, alphabet)
        except HanddigitError as error:
            complain(error)
            failures += 1
            continue
        note_all(found.notes if isinstance(found, PictureSet) else ())
        figures[_short_name(group, found)] = {"n": evaluation.n, "accuracy": evaluation.accuracy}
        results = {name: evaluation}
        if faulty is not None and faulty.is_about(group[0]):
            sound = evaluation.part(faulty.sound(evaluation.n))
            results[f"{name} without {len(faulty.drawings)} faulty drawings"] = sound
        for title, result in results.items():
            if as_json:
                say_json(_as_json(title, result, alphabet))
            else:
                _print_table(title, result, alphabet)
    if record and figures:
        record_results(path, measured, figures)
        # To stderr: what is printed is the figures, with and without it.
        note(f"recorded {', '.join(figures)} in {path}")
    return 1 if failures else 0


def about_one(faulty: FaultyList, data: list[Path]) -> FaultyList:
    """Return the list.

    Raises:
        DataFileError: it is about none of the sets.
    """
    if not any(faulty.is_about(path) for path in data):
        raise DataFileError(
            f"The list of faulty drawings is about {faulty.name}, as it was when they were "
            "looked at; none of the sets is that file. Name it, or leave out --without."
        )
    return faulty


def _short_name(group: tuple[Path, ...], found: LabelledSet) -> str:
    """Return what a set is called in model files, the same wherever it lies."""
    if isinstance(found, PictureSet) and found.is_mnist_test:
        return MNIST_TEST
    return group[0].name.partition(".")[0] or group[0].name


def grouped(data: list[Path]) -> Iterator[tuple[Path, ...]]:
    """Yield each set's files: neighbouring idx files are a pair, anything else is alone."""
    waiting: Path | None = None
    for path in data:
        if is_alone(path) or not path.exists():
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


def opened(group: tuple[Path, ...], paths: AppPaths, alphabet: Alphabet = DIGITS) -> LabelledSet:
    """Return the drawings in files, or of a source that is named.

    Raises:
        HanddigitError: they are not there, or cannot be read.
    """
    return DataSource.of_files(group, alphabet).at(paths).open(finder_of(alphabet))


def _evaluated(recogniser: Recogniser, found: LabelledSet, alphabet: Alphabet) -> Evaluation:
    """Return how a set is read, of which only a piece is in the memory; an empty drawing is blank.

    Raises:
        HanddigitError: a drawing cannot be read.
    """
    find = finder_of(alphabet)
    pieces = [
        evaluate(recogniser, as_fed(piece, find), np.array([drawing.label for drawing in piece]))
        for piece in in_pieces(found, PIECE)
    ]
    return Evaluation(
        np.concatenate([piece.labels for piece in pieces]),
        np.concatenate([piece.probabilities for piece in pieces]),
    )


def _as_json(name: str, evaluation: Evaluation, alphabet: Alphabet) -> dict[str, object]:
    classes = {} if alphabet == DIGITS else {"classes": list(alphabet.names)}
    return {
        "data": name,
        "n": evaluation.n,
        "correct": evaluation.correct,
        "accuracy": evaluation.accuracy,
        "loss": evaluation.loss,
        "ece": evaluation.reliability().expected_error,
        "confusion": evaluation.confusion.tolist(),
        **classes,
    }


def _print_table(name: str, evaluation: Evaluation, alphabet: Alphabet) -> None:
    error = evaluation.reliability().expected_error
    say(
        f"{name}: n = {evaluation.n:,}, accuracy {evaluation.accuracy:.2%}, "
        f"loss {evaluation.loss:.4f}, calibration error {error:.2f} points"
    )
    for true, answer, count in evaluation.worst_confusions():
        say(f"  {alphabet.names[true]} read as {alphabet.names[answer]}: {count}")
