"""How many digits a second are learned, and where the time of a step goes.

Prints a line of JSON for every network and kind of data: digits a second of `fit` itself
(median over its steps), and of the same steps taken apart the share of data, forward,
backward and update. One thread unless THREADS says otherwise; 128 digits a step.

    python tests/benchmarks/training.py [THREADS]
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from handdigit.engine.process import keep_freed_memory, let_idle_threads_sleep

let_idle_threads_sleep()

import numpy as np
import torch
from torch.nn import functional

from handdigit.experiment.events import StepDone
from handdigit.experiment.recipe import Augmentation, Recipe
from handdigit.recognition.device import mixed_precision
from handdigit.recognition.network import build_network
from handdigit.training.batches import Examples, plain_pictures
from handdigit.training.dataset import TrainingData
from handdigit.training.learner import Learner
from handdigit.training.loop import fit
from handdigit.training.sources import generated

NETWORKS = ("medium", "lenet5-relu")
DIGITS = 128 * 40
VARIED = Augmentation(rotate=10, shear=0.2, scale=0.15, shift=1, elastic=0.7, thickness=0.35)
CPU = torch.device("cpu")


def digits_a_second(training_data: TrainingData, recipe: Recipe) -> float:
    """Measure `fit` from one StepDone to the next."""
    torch.manual_seed(0)
    network = build_network(recipe.architecture())
    times = [
        time.perf_counter()
        for event in fit(network, training_data, recipe, mean=0.13, std=0.31, device=CPU)
        if isinstance(event, StepDone)
    ]
    return recipe.batch_size / statistics.median(np.diff(times[2:]).tolist())


def shares(training_data: TrainingData, recipe: Recipe) -> dict[str, float]:
    """Take the steps of a run apart."""
    torch.manual_seed(0)
    learner = Learner(build_network(recipe.architecture()), recipe, CPU)
    examples = Examples(training_data, recipe, CPU)
    spent = dict.fromkeys(("data", "forward", "backward", "update"), 0.0)

    def timed(name: str, work: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        result = work()
        spent[name] += time.perf_counter() - started
        return result

    order, rng, generator = examples.order(0), np.random.default_rng(0), torch.Generator()
    for number in range(examples.steps_per_epoch):
        chosen = order[number * recipe.batch_size :][: recipe.batch_size]
        batch = timed("data", lambda chosen=chosen: examples.batch(chosen, rng, generator))
        grey = batch.pictures.contiguous(memory_format=torch.channels_last)
        with mixed_precision(CPU):
            logits = timed("forward", lambda grey=grey: learner.network(grey)).float()
        loss = functional.cross_entropy(logits, batch.labels)
        learner.optimiser.zero_grad()
        timed("backward", loss.backward)
        timed("update", learner.step)
    return {name: round(seconds / sum(spent.values()), 3) for name, seconds in spent.items()}


def main() -> None:
    keep_freed_memory()  # as every process that trains
    torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    written = generated(DIGITS)
    pictures, labels = plain_pictures(written, np.random.default_rng(0))
    bitmaps = TrainingData(pictures, labels)
    kinds = {
        "bitmaps as they are": (bitmaps, Augmentation()),
        "bitmaps varied": (bitmaps, VARIED),
        "generated digits varied": (written, VARIED),
    }
    for network in NETWORKS:
        for kind, (training_data, augmentation) in kinds.items():
            recipe = Recipe(network, epochs=1, validation=0, augmentation=augmentation)
            print(
                json.dumps(
                    {
                        "network": network,
                        "data": kind,
                        "threads": torch.get_num_threads(),
                        "digits_a_second": round(digits_a_second(training_data, recipe)),
                        "share": shares(training_data, recipe),
                    }
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
