"""Sources of labelled digits as data to train on."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import DataFileError
from handdigit.experiment.recipe import Recipe
from handdigit.handwriting.model import Handwriting
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, normalise_inks
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.recognition.gate import Gate, shipped_gate
from handdigit.recognition.photo_reader import finder_of
from handdigit.sentences import noted, sentence
from handdigit.storage.datasets.download import sha256_of
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.datasets.inks import is_ink_lines, read_labelled_samples
from handdigit.storage.datasets.picture_parts import (
    PicturePart,
    digits_in,
    fed,
    parts_to_learn_from,
)
from handdigit.storage.datasets.picture_sets import can_be_learned, picture_parts
from handdigit.storage.datasets.sources import LEARNED_HELP, DataKind, DataSource
from handdigit.storage.files import is_folder
from handdigit.storage.models.handwriting_file import SHIPPED, shipped_handwriting
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from handdigit.training.batches import Purpose, random_numbers
from handdigit.training.dataset import TrainingData, Writer, generated_labels

ATTEMPTS = 3
"""Of these the last one counts, whatever it looks like: some ways of writing are hard to read."""


class LabelFilter:
    """Writes as another writer does, but again where the gate reads another digit.

    With the pen model's perturbations one digit in thirty comes out as a flawless other one: a 9
    whose loop is flat is a 7.
    """

    def __init__(self, writer: Writer, gate: Gate) -> None:
        """Let ``writer`` write and ``gate``, which was fitted without this, read."""
        self._writer, self._gate = writer, gate

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the (N,) digits, 0 to 9; the same for the same generator."""
        inks = self._writer.draw_many(digits, rng)
        for _ in range(ATTEMPTS - 1):
            wrong = np.flatnonzero(self._gate.digits(normalise_inks(inks)) != digits)
            if not len(wrong):
                break
            order = np.arange(len(inks))
            order[wrong] = len(inks) + np.arange(len(wrong))
            again = self._writer.draw_many(digits[wrong], rng)
            inks = InkBatch.joined([inks, again]).chosen(order)
        return inks


SHEET = 50
"""Digits written at once, as many of each: a batch waits for as many as it takes, no more."""


class InkStock:
    """Gives digits that a writer has written once, in any order, as a writer itself.

    Sheets of them are written when they are first asked for. Which digits are given depends on
    the generator alone, not on what was asked for before.
    """

    def __init__(self, writer: Writer, count: int, seed: int) -> None:
        """Let ``writer`` write ``count`` digits, up to whole sheets, each seed others."""
        self._writer, self._seed = writer, seed
        self._sheets: list[InkBatch | None] = [None] * math.ceil(count / SHEET)

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the (N,) digits, 0 to 9; the same for the same generator."""
        if not len(digits):
            return InkBatch.joined([])
        every = len(self._sheets)
        opened = rng.choice(every, min(every, math.ceil(len(digits) / SHEET)), replace=False)
        sheets = [self._sheet(int(number)) for number in opened]
        # On a sheet the digits come in turn.
        row = rng.integers(SHEET // len(DIGITS) * len(sheets), size=len(digits))
        return InkBatch.joined(sheets).chosen(row * len(DIGITS) + np.asarray(digits))

    def _sheet(self, number: int) -> InkBatch:
        sheet = self._sheets[number]
        if sheet is None:
            rng = random_numbers(self._seed, Purpose.STOCK, number)
            sheet = self._writer.draw_many(generated_labels(SHEET), rng)
            self._sheets[number] = sheet
        return sheet


assert SHEET % len(DIGITS) == 0


STOCK = 60_000
"""Generated digits that there are; each is varied anew whenever it is learned."""


def read_training_data(
    sources: Sequence[DataSource],
    paths: AppPaths,
    recipe: Recipe,
    alphabet: Alphabet = DIGITS,
) -> TrainingData:
    """Read what a run learns from.

    Samples that are held out, and MNIST's test set, are never among them.

    Args:
        sources: any mix of them.
        paths: where samples and MNIST are.
        recipe: says how many digits are generated.
        alphabet: what is to be told apart. Samples of others are left out.

    Raises:
        DataFileError: a source is missing, cannot be read or has no labels of the alphabet.
        InkError: an ink in it is malformed.
        HanddigitError: the samples cannot be read.
    """
    found = dict.fromkeys(replace(source.at(paths), alphabet=alphabet) for source in sources)
    return joined([read_one(source, recipe) for source in found], alphabet)


def joined(parts: Sequence[TrainingData], alphabet: Alphabet = DIGITS) -> TrainingData:
    """Return several data sets as one; of writers the last one writes."""
    writers = [part for part in parts if part.writer is not None]
    empty = TrainingData()
    return TrainingData(
        pictures=np.concatenate([part.pictures for part in (empty, *parts)]),
        picture_labels=np.concatenate([part.picture_labels for part in (empty, *parts)]),
        inks=tuple(ink for part in parts for ink in part.inks),
        ink_labels=np.concatenate([part.ink_labels for part in (empty, *parts)]),
        ink_writers=tuple(
            writer for part in parts for writer in part.ink_writers or (None,) * len(part.inks)
        ),
        sources=tuple(source for part in parts for source in part.sources),
        notes=tuple(note for part in parts for note in part.notes),
        writer=writers[-1].writer if writers else None,
        generated=writers[-1].generated if writers else 0,
        alphabet=alphabet,
    )


def read_one(source: DataSource, recipe: Recipe) -> TrainingData:
    """Read a source that has its place; the rest as :func:`read_training_data`."""
    read = _READERS.get(source.kind)
    if read is None or (source.kind is DataKind.FILES and not can_be_learned(source.files[0])):
        name = source.kind if read is None else source.text
        raise DataFileError(sentence("{0} is no source of data: name {1}.", name, LEARNED_HELP))
    return replace(read(source, recipe), alphabet=source.alphabet)


def _generated(source: DataSource, recipe: Recipe) -> TrainingData:
    if source.alphabet != Handwriting.alphabet:
        raise DataFileError(
            sentence(
                "The pen model writes digits and nothing else: train on labelled inks or samples."
            )
        )
    return generated(recipe.generated)


def generated(count: int) -> TrainingData:
    """Return legible digits that the shipped pen model writes, ``count`` others in every epoch.

    Raises:
        DataFileError: the program is installed without it.
    """
    described = _description(noted("generated handwriting"), count, sha256_of(SHIPPED))
    writer = InkStock(LabelFilter(shipped_handwriting(), shipped_gate()), STOCK, seed=1)
    return TrainingData(sources=(described,), writer=writer, generated=count)


def _samples(path: Path, alphabet: Alphabet) -> TrainingData:
    with SampleStore(path) as store:
        samples = [s for s in store.samples(held_out=False) if s.label in alphabet.names]
    if not samples:
        raise DataFileError(
            sentence(
                "There are no samples to learn from yet: draw digits in the window and label them."
            )
            if alphabet == DIGITS
            else sentence(
                "There are no samples of {0} to learn from yet: draw some in the window and "
                "label them.",
                alphabet.listed(),
            )
        )
    pictures = [s for s in samples if s.ink is None]
    labels = [alphabet.index(s.label) for s in samples]
    digest = hashlib.sha256()
    for sample, label in zip(samples, labels, strict=True):
        digest.update(bytes([label]) + sample.as_fed().tobytes())
    drawn = _inks([(s.ink, n) for s, n in zip(samples, labels, strict=True) if s.ink is not None])
    return replace(
        drawn,
        pictures=np.array([s.picture for s in pictures], np.uint8).reshape(-1, SIDE, SIDE),
        picture_labels=np.array([alphabet.index(s.label) for s in pictures], np.int64),
        sources=({"name": "samples", "count": len(samples), "sha256": digest.hexdigest()},),
    )


def _mnist(folder: Path, alphabet: Alphabet) -> TrainingData:
    digits = digits_in(alphabet, folder)
    try:
        pictures, labels = read_mnist(folder, "train")
    except DataFileError as error:
        if is_folder(folder) and any(folder.glob("train-*")):
            raise
        raise DataFileError(
            sentence(
                "There is no MNIST in {0}: run handdigit fetch-data mnist, or name a folder "
                "that has it, as in mnist:DIR.",
                folder,
            )
        ) from error
    if pictures.shape[1:] != (SIDE, SIDE):
        size = "×".join(map(str, pictures.shape[1:]))
        raise DataFileError(
            sentence("The pictures in {0} are {1}; MNIST's are {2}×{2}.", folder, size, SIDE)
        )
    digest = hashlib.sha256(pictures.data)
    digest.update(labels.data)
    return TrainingData(
        pictures=pictures,
        picture_labels=digits[labels],
        sources=(_description(noted("MNIST train"), len(pictures), digest.hexdigest()),),
    )


def _files(files: Sequence[Path], alphabet: Alphabet) -> TrainingData:
    if is_ink_lines(files[0]) and not is_folder(files[0]):
        return _ink_file(files[0], alphabet)
    parts = parts_to_learn_from(picture_parts(files, alphabet, finder_of(alphabet)))
    return joined([_pictures(part, alphabet) for part in parts], alphabet)


def _pictures(part: PicturePart, alphabet: Alphabet) -> TrainingData:
    notes: list[str] = []
    stack = fed(part, alphabet, notes.append, notes.append)
    digest = hashlib.sha256(stack.pictures.data)
    digest.update(stack.labels.astype(np.uint8).data)
    name = part.path.name.partition(".")[0]
    return TrainingData(
        pictures=stack.pictures,
        picture_labels=stack.labels,
        sources=(_description(name, len(stack.pictures), digest.hexdigest()),),
        notes=tuple(notes),
    )


def _ink_file(path: Path, alphabet: Alphabet) -> TrainingData:
    samples = [s for s in read_labelled_samples(path, alphabet) if not s.ink.is_empty]
    drawn = _inks([(s.ink, s.label) for s in samples])
    if not drawn.inks:
        raise DataFileError(sentence("{0} has nothing but empty inks in it.", path))
    name = path.name.partition(".")[0]
    several = len({s.writer for s in samples}) > 1
    return replace(
        drawn,
        # A sole writer cannot be told from others: that is as if nobody was known.
        ink_writers=tuple(s.writer and f"{name}: {s.writer}" for s in samples) if several else (),
        sources=(_description(name, len(drawn.inks), sha256_of(path)),),
    )


def _inks(labelled: Sequence[tuple[Ink, int]]) -> TrainingData:
    """Return labelled inks, but for empty ones: there is nothing to see in them."""
    drawn = [(ink, label) for ink, label in labelled if not ink.is_empty]
    return TrainingData(
        inks=tuple(ink for ink, _ in drawn),
        ink_labels=np.array([label for _, label in drawn], np.int64),
    )


def _description(name: str, count: int, sha256: str) -> Mapping[str, object]:
    return {"name": name, "count": count, "sha256": sha256}


_READERS: Mapping[DataKind, Callable[[DataSource, Recipe], TrainingData]] = MappingProxyType(
    {
        DataKind.GENERATED: _generated,
        DataKind.SAMPLES: lambda source, _: _samples(source.files[0], source.alphabet),
        DataKind.MNIST: lambda source, _: _mnist(source.files[0], source.alphabet),
        DataKind.FILES: lambda source, _: _files(source.files, source.alphabet),
    }
)
