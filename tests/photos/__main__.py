"""How photos of digits are read, condition by condition.

Digits of unipen_dev that the model reads rightly as ink are photographed under every
condition. Prints one line a condition: n, right, wrong, sure and wrong (over 80 %), refused,
empty, milliseconds of processor time a photo; then the sums. The same seed gives the same photos.

    python -m tests.photos [--count 20] [--seed 1] [--only WORD]
        [--write DIR] [--model FILE]
"""

from __future__ import annotations

import argparse
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from handdigit.network.recognition import Recognition, Verdict
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import Sample, read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths
from tests.photos.conditions import CONDITIONS
from tests.photos.scene import photograph

STROKES = Path(__file__).parents[3] / "shared" / "data" / "strokes" / "unipen_dev.jsonl.gz"
SURE = 0.8
KINDS = ("right", "wrong", "sure", "refused", "empty")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="photos a condition")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="conditions whose name has this in it")
    parser.add_argument("--write", type=Path, help="a folder for the photos")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    options = parser.parse_args()
    torch.set_num_threads(1)
    recogniser = Recogniser(read_model(ModelStore(AppPaths(Path())).find(options.model)), "cpu")
    everything: Counter[str] = Counter()
    print(f"seed {options.seed}; {'condition':28}   n " + " ".join(f"{k:>7}" for k in KINDS), "ms")
    for condition, scene in CONDITIONS.items():
        if options.only not in condition:
            continue
        seed = zlib.crc32(condition.encode()) + options.seed
        said: Counter[str] = Counter()
        missed, spent = [], 0.0
        digits = digits_read_rightly(recogniser, np.random.default_rng(seed))
        for number in range(options.count):
            sample = next(digits)
            photo = photograph(scene, sample.ink, seed + number)
            began = time.process_time()
            answer = recogniser.recognise(photo)
            spent += time.process_time() - began
            kinds = judged(answer, sample.label)
            said.update(kinds)
            if "right" not in kinds:
                missed.append(f"{number}:{sample.label}→{answer.label or answer.verdict}")
            if options.write:
                options.write.mkdir(parents=True, exist_ok=True)
                name = f"{condition}_{sample.label}_{number:02}.png"
                Image.fromarray(photo).save(options.write / name, compress_level=1)
        everything.update(said)
        counts = " ".join(f"{said[kind]:7}" for kind in KINDS)
        milliseconds = 1000 * spent / options.count
        print(f"{condition:36} {options.count:3} {counts} {milliseconds:5.0f}  {' '.join(missed)}")
    print(f"{'all':36} " + ", ".join(f"{everything[kind]} {kind}" for kind in KINDS))


def digits_read_rightly(recogniser: Recogniser, rng: np.random.Generator) -> Iterator[Sample]:
    """Yield digits, as many of each, in random order."""
    by_label: dict[str, list[Sample]] = {str(digit): [] for digit in range(10)}
    for sample in _samples():
        if sample.label in by_label:
            by_label[sample.label].append(sample)
    while True:
        for label in rng.permutation(list(by_label)):
            while True:
                sample = by_label[label][rng.integers(len(by_label[label]))]
                if "right" in judged(recogniser.recognise(sample.ink), label):
                    yield sample
                    break


def judged(answer: Recognition, label: str | None) -> set[str]:
    """Return what kind of answer it is; one that is wrong may be sure, too."""
    if answer.verdict is Verdict.EMPTY:
        return {"empty"}
    if answer.is_refused:
        return {"refused"}
    if answer.label == label:
        return {"right"}
    return {"wrong", "sure"} if (answer.probability or 0) > SURE else {"wrong"}


_KEPT: list[Sample] = []


def _samples() -> list[Sample]:
    if not _KEPT:
        _KEPT.extend(read_samples(STROKES))
    return _KEPT


if __name__ == "__main__":
    main()
