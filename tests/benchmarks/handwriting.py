"""How fast digits are written, drawn and varied: ``python -m tests.benchmarks.handwriting``.

Aim: 5,000 inks a second written.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from handdigit.experiment.recipe import Augmentation
from handdigit.ink.normalise import normalise_ink, normalise_inks
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.training.ink_variation import perturb_inks

COUNT = 4000
ROUNDS = 5
AUGMENTATION = Augmentation(rotate=10, shear=0.2, scale=0.15, elastic=0.7, thickness=0.35)


def rate(run: Callable[[], object], count: int = COUNT) -> str:
    """Return how many a second, at best."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return f"{count / min(times):10,.0f} inks/s"


def main() -> None:
    writer, rng = shipped_handwriting(), np.random.default_rng(1)
    digits = np.arange(COUNT) % 10
    batch = writer.draw_many(digits, rng)
    some = batch.part(0, 200).inks()
    print("written", rate(lambda: writer.draw_many(digits, rng)))
    print("written as Ink", rate(lambda: writer.draw_many(digits, rng).inks()))
    print("written one by one", rate(lambda: [writer.draw(d % 10, rng) for d in range(200)], 200))
    print("drawn together", rate(lambda: normalise_inks(batch)))
    print("drawn one by one", rate(lambda: [normalise_ink(ink) for ink in some], 200))
    print("varied and drawn", rate(lambda: perturb_inks(batch, digits, AUGMENTATION, rng)))


if __name__ == "__main__":
    main()
