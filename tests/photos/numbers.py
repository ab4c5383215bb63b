"""How numbers in clean pictures are read: pairs and lines of four, of a pen and of MNIST.

Prints one line a kind: how many are read exactly, and those that are not. The same seed gives the
same pictures.

    python -m tests.photos.numbers [--count 40] [--seed 1]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.commands.evaluate_number import LineStyle, compose_line
from handdigit.ink.rasterise import rasterise
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.idx import read_idx
from handdigit.storage.datasets.inks import Sample, read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths

SHARED = Path(__file__).parents[3] / "shared" / "data"
STROKES = SHARED / "strokes" / "unipen_dev.jsonl.gz"
MNIST = SHARED / "mnist"
HEIGHT, MARGIN = 100.0, 40.0
"""Of a line of a pen, in pixels, and the paper around it."""
PENS = (2.0, 6.0)
"""Radius of the pen."""
STYLE = LineStyle(gap=(0.15, 0.5), gap_limits=(0.05, 0.9))

Composed = tuple[NDArray[np.uint8], str]
"""(H, W) picture and the number in it."""


@cache
def _samples() -> tuple[Sample, ...]:
    return tuple(s for s in read_samples(STROKES) if s.label in list("0123456789"))


@cache
def _mnist() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    names = ("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")
    pictures, labels = (read_idx(MNIST / name) for name in names)
    return pictures, labels


def of_a_pen(length: int, rng: np.random.Generator) -> Composed:
    """Return digits of unipen_dev side by side, black on white."""
    chosen = [_samples()[rng.integers(len(_samples()))] for _ in range(length)]
    ink = compose_line([sample.ink for sample in chosen], rng, STYLE).ink
    box = ink.bounds()
    shape = tuple(int(n * HEIGHT + 2 * MARGIN) for n in (box.height, box.width))
    paths = [(stroke.xy() - [box.left, box.top]) * HEIGHT + MARGIN for stroke in ink.strokes]
    inked = rasterise(paths, (shape[0], shape[1]), radius=rng.uniform(*PENS), softness=1.3)
    return (255 - np.rint(inked * 255)).astype(np.uint8), "".join(str(s.label) for s in chosen)


def of_mnist(length: int, rng: np.random.Generator) -> Composed:
    """Return MNIST test digits side by side, up to eight pixels apart, white on black."""
    pictures, labels = _mnist()
    chosen, gap = rng.integers(len(pictures), size=length), int(rng.integers(1, 9))
    cells = []
    for number in chosen:
        inked = np.flatnonzero(pictures[number].any(axis=0))
        cells.append(pictures[number][:, inked[0] : inked[-1] + 1])
        cells.append(np.zeros((len(pictures[number]), gap), np.uint8))
    return np.pad(np.hstack(cells), 8), "".join(str(labels[number]) for number in chosen)


KINDS: Mapping[str, Callable[[int, np.random.Generator], Composed]] = MappingProxyType(
    {"pen": of_a_pen, "MNIST": of_mnist}
)


def misread(reader: NumberReader, kind: str, length: int, count: int, seed: int) -> list[str]:
    """Return what is not read exactly, as what it is and what is read."""
    rng = np.random.default_rng([seed, length])
    wrong = []
    for _ in range(count):
        picture, text = KINDS[kind](length, rng)
        read = reader.read_picture(picture).readings[0].text
        if read != text:
            wrong.append(f"{text}→{read}")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    path = ModelStore(AppPaths(Path())).find(DEFAULT_MODEL)
    reader = NumberReader(Recogniser(read_model(path), "cpu"))
    for kind in KINDS:
        for length in (2, 4):
            wrong = misread(reader, kind, length, options.count, options.seed)
            right = options.count - len(wrong)
            print(
                f"seed {options.seed}, {kind}, {length} digits: {right} of {options.count}", *wrong
            )


if __name__ == "__main__":
    main()
