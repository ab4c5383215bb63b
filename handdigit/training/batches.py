"""An epoch's examples, handed out batch by batch: bitmaps warped, inks varied afresh."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from handdigit.experiment.events import TrainingError
from handdigit.experiment.recipe import Recipe
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, normalise_inks
from handdigit.recognition.pictures import as_bytes, grey_levels
from handdigit.sentences import sentence
from handdigit.training.augmentation import add_noise, perturb_pictures
from handdigit.training.dataset import TrainingData, generated_labels
from handdigit.training.ink_variation import perturb_inks


class Purpose(IntEnum):
    """What chance decides."""

    VALIDATION = 1
    """Which data is held back, and what it looks like."""
    ORDER = 2
    """In which order an epoch's data comes."""
    VARIATION = 3
    """How the strokes of a batch are varied."""
    STEP = 4
    """How its bitmaps are varied, and what its dropout leaves out."""
    STOCK = 5
    """Which digits are written in stock."""


def random_numbers(seed: int, purpose: Purpose, *place: int) -> np.random.Generator:
    """Return numpy's generator for one purpose at one place in a run."""
    return np.random.default_rng((seed, purpose, *place))


def seed_torch(device: torch.device, seed: int, *place: int, rank: int = 0) -> torch.Generator:
    """Seed torch's own generator on ``device`` for a step and return another one there.

    torch's own is another one in every process, by its ``rank``; the one returned is the same.
    """
    own, shared = (
        np.random.SeedSequence((seed, Purpose.STEP, *place, number)).generate_state(2, np.uint64)
        for number in (rank, 0)
    )
    if device.type == "cpu":
        # torch.manual_seed also keeps the seed, with a traceback, for every kind of device that
        # this process has not used yet: a millisecond a step, and memory that is never freed.
        torch.default_generator.manual_seed(int(own[0]) >> 1)
    else:
        torch.manual_seed(int(own[0]) >> 1)
    return torch.Generator(device).manual_seed(int(shared[1]) >> 1)


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Labelled pictures on a device."""

    pictures: Tensor
    """(N, 1, 28, 28) float32 grey levels 0..1, or (N, 28, 28) uint8."""
    labels: Tensor
    """(N,) int64."""


class Examples:
    """What one run learns from, and what is held back to measure by.

    Bitmaps lie on the device as bytes. Inks, and the digits that a writer draws, become
    pictures when their batch comes: no step waits longer than its own batch takes.
    """

    def __init__(self, training_data: TrainingData, recipe: Recipe, device: torch.device) -> None:
        """Hold the recipe's share back and put the bitmaps on ``device``.

        Raises:
            TrainingError: nothing is left to learn from.
        """
        self._data, pictures, labels = _split(training_data, recipe)
        self._recipe, self._device = recipe, device
        self._inks = InkBatch.from_inks(self._data.inks)
        self._pictures = torch.from_numpy(self._data.pictures).to(device)
        self._labels = np.concatenate(
            [
                self._data.picture_labels,
                np.tile(self._data.ink_labels, recipe.renderings),
                generated_labels(self._data.generated),
            ]
        )
        if not len(self._labels):
            raise TrainingError(sentence("There is nothing to learn from: choose another source."))
        self.validation = _as_batch(pictures, labels, device)
        """Pictures as bytes that are never learned; there may be none."""

    def __len__(self) -> int:
        """Return how many there are in an epoch."""
        return len(self._labels)

    @property
    def steps_per_epoch(self) -> int:
        """Full batches of an epoch; what is over waits for the next, in another order."""
        return max(1, len(self) // self._recipe.batch_size)

    def order(self, epoch: int) -> NDArray[np.int64]:
        """Return the order of an epoch's examples: (N,), every number from 0 to N - 1 once."""
        return random_numbers(self._recipe.seed, Purpose.ORDER, epoch).permutation(len(self))

    def batch(
        self,
        chosen: NDArray[np.int64],
        rng: np.random.Generator,
        generator: torch.Generator,
        mine: NDArray[np.bool_] | None = None,
    ) -> Batch:
        """Return the examples of these numbers, varied: bitmaps first, then inks.

        Args:
            chosen: numbers out of :meth:`order`.
            rng: how inks are varied and what is written.
            generator: how bitmaps are varied, on the device.
            mine: (N,) which of them are returned, varied as they are among all of them.
        """
        augmentation, bitmap_count = self._recipe.augmentation, len(self._pictures)
        is_mine = np.ones(len(chosen), bool) if mine is None else mine
        order = np.argsort(chosen >= bitmap_count, kind="stable")
        chosen, is_mine = chosen[order], is_mine[order]
        count = int((chosen < bitmap_count).sum())
        parts = []
        if count:
            numbers = torch.from_numpy(chosen[:count][is_mine[:count]]).to(self._device)
            grey = grey_levels(self._pictures[numbers])
            parts.append(perturb_pictures(grey, augmentation, generator, is_mine[:count]))
        if count < len(chosen):
            drawn = self._drawn(chosen[count:] - bitmap_count, rng, is_mine[count:])
            parts.append(grey_levels(torch.from_numpy(drawn).to(self._device)))
        pictures = parts[0] if len(parts) == 1 else torch.cat(parts)
        labels = torch.from_numpy(self._labels[chosen[is_mine]])
        return Batch(add_noise(pictures, augmentation, generator, is_mine), labels.to(self._device))

    def _drawn(
        self, numbers: NDArray[np.int64], rng: np.random.Generator, mine: NDArray[np.bool_]
    ) -> NDArray[np.uint8]:
        """Return pictures of inks, counted through all renderings, then of fresh digits."""
        labels = self._labels[len(self._pictures) + numbers]
        fresh = numbers >= len(self._inks) * self._recipe.renderings
        known = self._inks.chosen(numbers[~fresh] % max(1, len(self._inks)))
        inks = InkBatch.joined([known, _written(self._data, labels[fresh], rng)])
        order = np.argsort(fresh, kind="stable")
        pictures = np.zeros((len(numbers), SIDE, SIDE), np.uint8)
        pictures[order[mine[order]]] = perturb_inks(
            inks, labels[order], self._recipe.augmentation, rng, mine[order]
        )
        return pictures[mine]


def held_back_pictures(
    training_data: TrainingData, recipe: Recipe
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return (N, 28, 28) pictures and (N,) labels that a run never learns; there may be none."""
    _, pictures, labels = _split(training_data, recipe)
    return pictures, labels


def _split(
    training_data: TrainingData, recipe: Recipe
) -> tuple[TrainingData, NDArray[np.uint8], NDArray[np.int64]]:
    """Return what a run learns, and pictures and labels of what it is measured by."""
    rng = random_numbers(recipe.seed, Purpose.VALIDATION)
    learned, kept = training_data.split(recipe.validation, rng)
    return learned, *plain_pictures(kept, rng)


def plain_pictures(
    training_data: TrainingData, rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return every picture and ink as it is, and freshly written digits, with their labels.

    That is (N, 28, 28) bytes of ink, 0 to 255, and (N,) numbers of classes: pictures first, then
    inks, then as many digits as ``training_data.generated`` says.

    Raises:
        EmptyDrawingError: an ink has no strokes.
    """
    generated = generated_labels(training_data.generated)
    known = InkBatch.from_inks(training_data.inks)
    drawn = normalise_inks(InkBatch.joined([known, _written(training_data, generated, rng)]))
    labels = (training_data.picture_labels, training_data.ink_labels, generated)
    return np.concatenate([training_data.pictures, drawn]), np.concatenate(labels)


def perturbed_pictures(
    training_data: TrainingData, recipe: Recipe, count: int
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return (N, 28, 28) pictures and (N,) labels as a run would begin with: a preview."""
    device = torch.device("cpu")
    examples = Examples(training_data, replace(recipe, validation=0, patience=0), device)
    generator = torch.Generator().manual_seed(recipe.seed)
    rng = random_numbers(recipe.seed, Purpose.VARIATION, 0)
    batch = examples.batch(examples.order(0)[:count], rng, generator)
    return as_bytes(batch.pictures), batch.labels.numpy()


def _written(
    training_data: TrainingData, digits: NDArray[np.int64], rng: np.random.Generator
) -> InkBatch:
    """Return one fresh ink for each of the digits, by the writer."""
    if training_data.writer is None or not len(digits):
        return InkBatch.joined([])
    return training_data.writer.draw_many(digits, rng)


def _as_batch(
    pictures: NDArray[np.uint8], labels: NDArray[np.int64], device: torch.device
) -> Batch:
    return Batch(torch.from_numpy(pictures).to(device), torch.from_numpy(labels).to(device))
