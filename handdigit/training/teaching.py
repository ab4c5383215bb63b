"""Teaching: a model learns the user's samples and keeps what it knew, on a receipt.

The samples are learned together with other digits, most of which the model reads already:
rehearsal against forgetting (Robins 1995, "Catastrophic forgetting, rehearsal and
pseudorehearsal"). Of the way from the old weights to the new ones only as much is gone as the
samples need (WiSE-FT, Wortsman et al. 2022, arXiv 2109.01903). What changed is measured on
drawings that were not learned.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.errors import HanddigitError
from handdigit.experiment.evaluation import Evaluation, evaluate
from handdigit.experiment.events import Checkpoint, StepDone, Trained
from handdigit.experiment.receipt import Change, LessonProgress, Receipt, Taught
from handdigit.experiment.recipe import Augmentation, Recipe
from handdigit.ink.normalise import SIDE
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.recognition.recogniser import Recogniser, load_network
from handdigit.sentences import noted, sentence
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.datasets.mnist import has_mnist
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.storage.models.model_file import ModelFile
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore, StoredSample
from handdigit.training.batches import perturbed_pictures, plain_pictures
from handdigit.training.dataset import TrainingData
from handdigit.training.loop import fit

REPLAYED = 750
"""Digits that are learned again with the samples; twice as many would save no more of them."""
WRITTEN_SHARE = 0.2
"""How many of them are written by the pen model where MNIST is there, so that MNIST's looks do
not take over; all of them where it is not."""
REPEATED = 250
"""How many variations of the samples are learned, all together."""
MOST_REPEATED = 40
"""How many variations of one sample."""
REFERENCE_COUNT = 2000
"""Of MNIST's test digits every fifth; as many generated ones where MNIST is not there."""
TIME_LIMIT_S = 12.0
"""After this the learning stops where it is; on a slow computer it is a little less then."""
SHARES = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 0.8, 1.0)
"""Of the way from the old weights to the new ones, tried in turn."""
MASTERED = 0.98
"""Share of fresh variations of the samples that must be read right."""
PROBES = 300
"""How many such variations are read."""
SEED = 7


@dataclass(frozen=True, slots=True, eq=False)
class LabelledPictures:
    """What is only measured."""

    pictures: NDArray[np.uint8]
    """(N, 28, 28), normalised."""
    labels: NDArray[np.int64]


NO_PICTURES = LabelledPictures(np.zeros((0, SIDE, SIDE), np.uint8), np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What is to be learned, and what it is measured by."""

    learned: tuple[StoredSample, ...]
    rehearsed: LabelledPictures
    """Digits that the model may know already; only those that it reads right are replayed."""
    held_out: LabelledPictures
    reference: LabelledPictures
    reference_name: str
    alphabet: Alphabet = DIGITS


def read_lesson(paths: AppPaths, alphabet: Alphabet = DIGITS) -> Lesson:
    """Return the user's samples of an alphabet with what is replayed beside them.

    There is nothing beside them but for digits.

    Raises:
        HanddigitError: there is no sample to learn, or a file cannot be read.
    """
    with SampleStore(paths.samples) as store:
        samples = [sample for sample in store.samples() if sample.label in alphabet.names]
    learned = tuple(sample for sample in samples if not sample.held_out)
    if not learned:
        raise HanddigitError(
            sentence("There is no sample to learn yet: draw a digit and press the right digit key.")
            if alphabet == DIGITS
            else sentence(
                "There is no sample of {0} to learn yet: draw one and label it.", alphabet.listed()
            )
        )
    held_out = _pictures([sample for sample in samples if sample.held_out], alphabet)
    if alphabet != DIGITS:
        return Lesson(learned, NO_PICTURES, held_out, NO_PICTURES, "", alphabet)
    if has_mnist(paths.mnist):
        pictures, labels = read_mnist(paths.mnist, "train")
        chosen = np.random.default_rng(SEED).permutation(len(pictures))
        chosen = chosen[: round(REPLAYED * (1 - WRITTEN_SHARE))]
        written = _written(round(REPLAYED * WRITTEN_SHARE), SEED)
        rehearsed = LabelledPictures(
            np.concatenate([pictures[chosen], written.pictures]),
            np.concatenate([labels[chosen].astype(np.int64), written.labels]),
        )
        tested, answers = read_mnist(paths.mnist, "t10k")
        measured = slice(0, None, max(1, len(tested) // REFERENCE_COUNT))
        reference = LabelledPictures(tested[measured], answers[measured].astype(np.int64))
        return Lesson(learned, rehearsed, held_out, reference, noted("MNIST test"))
    # Another seed than that of the digits that are learned.
    reference = _written(REFERENCE_COUNT, SEED + 1)
    return Lesson(learned, _written(REPLAYED, SEED), held_out, reference, noted("generated digits"))


def _written(count: int, seed: int) -> LabelledPictures:
    """Return digits by the pen model."""
    written = TrainingData(writer=shipped_handwriting(), generated=count)
    return LabelledPictures(*plain_pictures(written, np.random.default_rng(seed)))


def teach(
    model: ModelFile, lesson: Lesson, device: torch.device
) -> Iterator[LessonProgress | Taught]:
    """Yield how far it is, and at last the model after the lesson.

    Raises:
        HanddigitError: the model is an ensemble, or learning failed.
    """
    if model.info.is_ensemble:
        raise HanddigitError(sentence("An ensemble cannot be taught: choose one of its models."))
    started = time.perf_counter()
    recogniser = Recogniser(model, device.type)
    before = _evaluations(recogniser, lesson)
    yield LessonProgress(0.1)
    known = _known(recogniser, lesson.rehearsed)
    yield LessonProgress(0.2)
    recipe = _recipe(model, lesson)
    learning = time.perf_counter()
    weights: Mapping[str, NDArray[np.generic]] = model.weights
    for event in fit(
        load_network(model),
        _training_data(lesson, known, recipe),
        recipe,
        mean=model.info.mean,
        std=model.info.std,
        device=device,
        should_stop=lambda: time.perf_counter() - learning > TIME_LIMIT_S,
    ):
        match event:
            case StepDone():
                yield LessonProgress(0.2 + 0.6 * event.step / event.steps)
            case Checkpoint() | Trained():
                weights = event.weights
    yield LessonProgress(0.9)
    weights = _as_far_as_needed(model, weights, _probes(lesson, recipe), device)
    taught = _version(model, lesson, recipe, weights)
    yield LessonProgress(0.95)
    after = _evaluations(Recogniser(taught, device.type), lesson)
    receipt = Receipt(
        held_out=Change.between(before[0], after[0]),
        reference=Change.between(before[1], after[1]),
        reference_name=lesson.reference_name,
        learned=len(lesson.learned),
        replayed=len(known.labels),
        seconds=time.perf_counter() - started,
    )
    yield Taught(_with_results(taught, receipt), receipt)


def _recipe(model: ModelFile, lesson: Lesson) -> Recipe:
    return Recipe(
        network=model.info.architecture.text(),
        epochs=1,
        batch_size=64,  # so that even a single sample is worth a dozen steps
        learning_rate=0.01,
        label_smoothing=0.02,
        renderings=_repetitions(lesson),
        validation=0,
        seed=SEED,
        augmentation=Augmentation(
            rotate=6, shear=0.1, scale=0.1, shift=0.5, elastic=0.5, thickness=0.3, jitter=0.004
        ),
    )


def _repetitions(lesson: Lesson) -> int:
    return max(1, min(MOST_REPEATED, round(REPEATED / len(lesson.learned))))


def _known(recogniser: Recogniser, rehearsed: LabelledPictures) -> LabelledPictures:
    """Return what the model reads right: it is to keep that, and to learn nothing else."""
    right = evaluate(recogniser, rehearsed.pictures, rehearsed.labels).answers == rehearsed.labels
    return LabelledPictures(rehearsed.pictures[right], rehearsed.labels[right])


def _training_data(lesson: Lesson, known: LabelledPictures, recipe: Recipe) -> TrainingData:
    index = lesson.alphabet.index
    written = [(s.ink, index(s.label)) for s in lesson.learned if s.ink is not None]
    bitmaps = _pictures([s for s in lesson.learned if s.ink is None], lesson.alphabet)
    repeated = bitmaps.pictures.repeat(recipe.renderings, axis=0)
    return TrainingData(
        np.concatenate([known.pictures, repeated]),
        np.concatenate([known.labels, bitmaps.labels.repeat(recipe.renderings)]),
        inks=tuple(ink for ink, _ in written),
        ink_labels=np.array([label for _, label in written], np.int64),
        alphabet=lesson.alphabet,
    )


def _probes(lesson: Lesson, recipe: Recipe) -> LabelledPictures:
    """Return variations of the samples that were not learned."""
    samples = _training_data(lesson, NO_PICTURES, recipe)
    return LabelledPictures(*perturbed_pictures(samples, replace(recipe, seed=SEED + 2), PROBES))


def _as_far_as_needed(
    model: ModelFile,
    weights: Mapping[str, NDArray[np.generic]],
    probes: LabelledPictures,
    device: torch.device,
) -> Mapping[str, NDArray[np.generic]]:
    """Return the weights nearest to the old ones with which the samples are mastered."""
    mixed = weights
    for share in SHARES:
        mixed = {name: _between(old, weights[name], share) for name, old in model.weights.items()}
        recogniser = Recogniser(ModelFile(model.info, mixed), device.type)
        if evaluate(recogniser, probes.pictures, probes.labels).metrics.accuracy >= MASTERED:
            break
    return mixed


def _between(old: NDArray[Any], new: NDArray[Any], share: float) -> NDArray[np.generic]:
    mixed: NDArray[np.generic] = (old + share * (new - old)).astype(old.dtype)
    return mixed


def _pictures(samples: list[StoredSample], alphabet: Alphabet) -> LabelledPictures:
    pictures = [sample.as_fed() for sample in samples]
    labels = np.array([alphabet.index(sample.label) for sample in samples], np.int64)
    return LabelledPictures(
        np.stack(pictures) if pictures else np.zeros((0, SIDE, SIDE), np.uint8), labels
    )


def _evaluations(recogniser: Recogniser, lesson: Lesson) -> tuple[Evaluation, Evaluation]:
    """Return how held-out samples and reference are read."""
    held_out, reference = lesson.held_out, lesson.reference
    return (
        evaluate(recogniser, held_out.pictures, held_out.labels),
        evaluate(recogniser, reference.pictures, reference.labels),
    )


def _version(
    model: ModelFile,
    lesson: Lesson,
    recipe: Recipe,
    weights: Mapping[str, NDArray[np.generic]],
) -> ModelFile:
    """Return the model after the lesson; what was measured of the old one is gone."""
    source = {"name": noted("your samples"), "count": len(lesson.learned)}
    info = replace(
        model.info,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        recipe=recipe.to_json(),
        parent={"name": model.info.name, "weights": model.fingerprint()},
        training_data=(*model.info.training_data, source),
        results={},
        note="",
    )
    return ModelFile(info, weights)


def _with_results(model: ModelFile, receipt: Receipt) -> ModelFile:
    measured = {
        receipt.reference_name: receipt.reference.after,
        noted("held-out samples"): receipt.held_out.after,
    }
    results = {
        name: {"n": score.n, "accuracy": score.accuracy}
        for name, score in measured.items()
        if score.n
    }
    return ModelFile(replace(model.info, results=results), model.weights)
