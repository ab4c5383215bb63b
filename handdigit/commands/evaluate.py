"""``handdigit evaluate``: accuracy, loss, calibration and confusions on labelled sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from handdigit.commands.console import complain, note, note_all, say, say_json, tell_device
from handdigit.errors import DataFileError, HanddigitError
from handdigit.experiment.evaluation import Evaluation, Metrics, evaluate
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
            listed = faulty if faulty is not None and faulty.is_about(group[0]) else None
            results = _measured(recogniser, found, name, listed, alphabet)
        except HanddigitError as error:
            complain(error)
            failures += 1
            continue
        note_all(found.notes if isinstance(found, PictureSet) else ())
        whole = results[name]
        figures[_short_name(group, found)] = {"n": whole.n, "accuracy": whole.accuracy}
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


def _measured(
    recogniser: Recogniser,
    found: LabelledSet,
    name: str,
    faulty: FaultyList | None,
    alphabet: Alphabet,
) -> dict[str, Metrics]:
    """Return how a set is read, also without its faulty drawings; an empty drawing is blank.

    Only a piece of the set is in the memory at once, and of what was read only sums are kept.

    Raises:
        HanddigitError: a drawing cannot be read, or the list is of other drawings.
    """
    find = finder_of(alphabet)
    whole = sound = _nothing_read(alphabet)
    for piece in in_pieces(found, PIECE):
        labels = np.array([drawing.label for drawing in piece])
        read = evaluate(recogniser, as_fed(piece, find), labels)
        if faulty is not None:
            sound += read.part(faulty.is_sound(np.arange(whole.n, whole.n + read.n))).metrics
        whole += read.metrics
    if faulty is None:
        return {name: whole}
    faulty.sound(whole.n)  # refuses a list of drawings that are not there
    return {name: whole, f"{name} without {len(faulty.drawings)} faulty drawings": sound}


def _nothing_read(alphabet: Alphabet) -> Metrics:
    classes = len(alphabet.names)
    return Evaluation(np.zeros(0, np.int64), np.zeros((0, classes))).metrics


def _as_json(name: str, metrics: Metrics, alphabet: Alphabet) -> dict[str, object]:
    classes = {} if alphabet == DIGITS else {"classes": list(alphabet.names)}
    return {
        "data": name,
        "n": metrics.n,
        "correct": metrics.correct,
        "accuracy": metrics.accuracy,
        "loss": metrics.loss,
        "ece": metrics.reliability.expected_error,
        "confusion": metrics.confusion.tolist(),
        **classes,
    }


def _print_table(name: str, metrics: Metrics, alphabet: Alphabet) -> None:
    error = metrics.reliability.expected_error
    say(
        f"{name}: n = {metrics.n:,}, accuracy {metrics.accuracy:.2%}, "
        f"loss {metrics.loss:.4f}, calibration error {error:.2f} points"
    )
    for true, answer, count in metrics.worst_confusions():
        say(f"  {alphabet.names[true]} read as {alphabet.names[answer]}: {count}")
