"""What a run trains on: bitmaps as they are, inks rendered afresh in every epoch."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink import Ink
from handdigit.core.normalise import SIDE
from handdigit.data.idx import read_mnist
from handdigit.data.inks import read_labelled_samples
from handdigit.training.augmentation import vary_ink
from handdigit.training.recipe import Augmentation


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Labelled pictures and inks, with where they came from."""

    pictures: NDArray[np.uint8]
    """(N, 28, 28), normalised."""
    picture_labels: NDArray[np.int64]
    inks: tuple[Ink, ...]
    ink_labels: NDArray[np.int64]
    sources: tuple[dict[str, Any], ...]

    def rendered(
        self, augmentation: Augmentation, renderings: int, rng: np.random.Generator
    ) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Return (M, 28, 28) pictures of every ink, each varied ``renderings`` times."""
        labels = self.ink_labels.tolist()
        drawn = [
            vary_ink(ink, label, augmentation, rng)
            for _ in range(renderings)
            for ink, label in zip(self.inks, labels, strict=True)
        ]
        stack = np.stack(drawn) if drawn else np.zeros((0, SIDE, SIDE), np.uint8)
        return stack, np.tile(self.ink_labels, renderings)


def read_training_data(sources: list[str]) -> TrainingData:
    """Read ``mnist:DIR`` (its training set) and ``.jsonl[.gz]`` files of labelled inks.

    Raises:
        DataFileError: a source cannot be read or has no labels.
        InkError: an ink in it is malformed.
    """
    pictures = [np.zeros((0, SIDE, SIDE), np.uint8)]
    picture_labels = [np.zeros(0, np.int64)]
    inks: list[Ink] = []
    ink_labels: list[int] = []
    described = []
    for source in sources:
        if source.startswith("mnist:"):
            some, labels = read_mnist(Path(source.removeprefix("mnist:")), "train")
            pictures.append(some)
            picture_labels.append(labels.astype(np.int64))
            described.append(_description("MNIST train", len(some), some.tobytes()))
        else:
            path = Path(source)
            samples = read_labelled_samples(path)
            inks += [sample.ink for sample in samples]
            ink_labels += [int(sample.label or 0) for sample in samples]
            name = path.name.partition(".")[0]
            described.append(_description(name, len(samples), path.read_bytes()))
    return TrainingData(
        np.concatenate(pictures),
        np.concatenate(picture_labels),
        tuple(inks),
        np.array(ink_labels, np.int64),
        tuple(described),
    )


def _description(name: str, count: int, content: bytes) -> dict[str, Any]:
    return {"name": name, "count": count, "sha256": hashlib.sha256(content).hexdigest()}
