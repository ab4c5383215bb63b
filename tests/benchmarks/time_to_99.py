"""Seconds of training until 99 % of MNIST's test digits are read: the usual example and ours.

Both learn MNIST train in one run of this program, with the same threads. (a) is the network of
PyTorch's MNIST example with its optimiser, batch size and schedule, written anew from its
description, with the digits in memory as tensors; (b) is the recipe ``sprint`` in the project's
own training loop. The accuracy is taken after the same numbers of digits for both, while the
clock stands still; reading the files is not counted, everything else is.

Prints lines of JSON: the machine's peak, every run, where the time of a step of ours goes, which
share of the peak our loop reaches, and how many times faster it is (medians of the runs). A recipe
is chosen on digits held back from MNIST train: ``--held-back 10000 --stock-runs 0``.

    python tests/benchmarks/time_to_99.py [--threads N] [--runs 3] [--stock-limit SECONDS]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from handdigit.engine.process import keep_freed_memory, let_idle_threads_sleep

let_idle_threads_sleep()

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from handdigit.experiment.events import Checkpoint, StepDone, Trained
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.recipe_file import read_recipe
from handdigit.network.architecture import MNIST_MEAN, MNIST_STD
from handdigit.recognition.device import mixed_precision
from handdigit.recognition.network import build_network
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.paths import ASSETS
from handdigit.training.dataset import TrainingData
from handdigit.training.loop import fit
from tests.benchmarks.training import shares

SHARED_MNIST = Path(__file__).parents[3] / "shared" / "data" / "mnist"
RECIPE = ASSETS / "recipes" / "sprint.toml"
CPU = torch.device("cpu")
WANTED = 0.99
STOCK_BATCH, STOCK_EPOCHS = 64, 14
PASSES = 3
"""Multiply-adds of a training step in forward passes: forward, gradients of maps, of weights."""

Digits = tuple[NDArray[np.uint8], NDArray[np.uint8]]


def main() -> None:
    options = _options()
    keep_freed_memory()  # as every process of ours that trains; the example's has it as well
    if options.threads:
        torch.set_num_threads(options.threads)
    learned, tested = (read_mnist(options.mnist, part) for part in ("train", "t10k"))
    if options.held_back:
        learned, tested = (
            tuple(part[: -options.held_back] for part in learned),
            tuple(part[-options.held_back :] for part in learned),
        )
    recipe = read_recipe(options.recipe)
    peak = measured_peak()
    say(what="peak", threads=torch.get_num_threads(), gmac_per_s=peak / 1e9)
    ours = [
        sprint(learned, tested, replace(recipe, seed=recipe.seed + run), options.every)
        for run in range(options.runs)
    ]
    say(what="where our time goes", share=shares(*_part(learned, recipe)))
    peak = max(peak, measured_peak())  # what else the machine does may have hidden it before
    rate = _rate(recipe, len(learned[1]), [run["seconds"] for run in ours])
    say(what="our loop", gmac_per_s=rate / 1e9, share_of_peak=rate / peak)
    theirs = [
        stock(learned, tested, seed, options.every, options.stock_limit)
        for seed in range(1, options.stock_runs + 1)
    ]
    if theirs:
        _compare(ours, theirs)


def sprint(learned: Digits, tested: Digits, recipe: Recipe, every: int) -> dict[str, float | None]:
    """Train by the recipe, to its end."""
    pictures, labels = learned
    network, used = (build_network(recipe.architecture()) for _ in range(2))
    training_data = TrainingData(pictures, labels.astype(np.int64))

    def use(weights: Mapping[str, NDArray[np.generic]]) -> None:
        """Measure these: where the recipe averages, they are not those that learn."""
        used.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()})

    done, due = 0, every

    def is_due() -> bool:
        return done >= due

    def steps() -> Iterator[int]:
        nonlocal done, due
        for event in fit(
            network,
            training_data,
            recipe,
            mean=MNIST_MEAN,
            std=MNIST_STD,
            device=CPU,
            checkpoint_wanted=is_due,
        ):
            match event:
                case StepDone():
                    done = event.step * recipe.batch_size
                    if not is_due():
                        yield done
                case Checkpoint() if is_due():
                    due += every
                    use(event.weights)
                    yield done
                case Trained():
                    use(event.weights)

    return timed("sprint", steps(), every, accuracy_of(used, tested))


def stock(
    learned: Digits, tested: Digits, seed: int, every: int, limit: float
) -> dict[str, float | None]:
    """Train as the example does, until the wanted accuracy, its last epoch or the time limit."""
    torch.manual_seed(seed)
    pictures, labels = (torch.from_numpy(part.copy()) for part in learned)
    grey, labels = normalised(pictures), labels.long()
    network = StockNetwork()

    def steps() -> Iterator[int]:
        optimiser = torch.optim.Adadelta(network.parameters(), lr=1.0)
        schedule = torch.optim.lr_scheduler.StepLR(optimiser, step_size=1, gamma=0.7)
        done = 0
        for _ in range(STOCK_EPOCHS):
            for chosen in torch.randperm(len(labels)).split(STOCK_BATCH):
                optimiser.zero_grad()
                functional.nll_loss(network(grey[chosen]), labels[chosen]).backward()
                optimiser.step()
                done += len(chosen)
                yield done
            schedule.step()

    return timed("stock", steps(), every, accuracy_of(network, tested), stops=True, limit=limit)


class StockNetwork(nn.Module):
    """Two convolutions, pooling, two dense layers, dropout: 1.2 million parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 32, 3), nn.Conv2d(32, 64, 3)
        self.dense1, self.dense2 = nn.Linear(64 * 12 * 12, 128), nn.Linear(128, 10)
        self.dropout1, self.dropout2 = nn.Dropout(0.25), nn.Dropout(0.5)

    def forward(self, pictures: Tensor) -> Tensor:
        maps = functional.relu(self.conv2(functional.relu(self.conv1(pictures))))
        features = self.dropout1(functional.max_pool2d(maps, 2)).flatten(1)
        features = self.dropout2(functional.relu(self.dense1(features)))
        return functional.log_softmax(self.dense2(features), dim=1)


def timed(
    name: str,
    steps: Iterator[int],
    every: int,
    accuracy: Callable[[], float],
    *,
    stops: bool = False,
    limit: float = float("inf"),
) -> dict[str, float | None]:
    """Advance ``steps`` with a clock that stands still while the accuracy is taken.

    Args:
        name: what is trained.
        steps: trains one batch at a time and gives how many digits were learned by then.
        every: the accuracy is taken after so many digits, and at the end.
        accuracy: takes it.
        stops: end as soon as it is high enough.
        limit: end after so many seconds.
    """
    seconds, due, done, found, reached = 0.0, every, 0, 0.0, None
    ended = False
    while not ended and seconds < limit and not (stops and reached):
        started = time.perf_counter()
        following = next(steps, None)
        seconds += time.perf_counter() - started
        ended = following is None
        done = done if following is None else following
        if ended or done >= due:
            due += every
            found = accuracy()
            if found >= WANTED and reached is None:
                reached = seconds
    if not ended:
        found = accuracy()
    result = {"to_99_s": reached, "seconds": seconds, "digits": done, "accuracy": found}
    say(what=name, **result)
    return result


def accuracy_of(network: nn.Module, tested: Digits) -> Callable[[], float]:
    """Return a function that gives the share of the test digits read correctly."""
    pictures, labels = (torch.from_numpy(part.copy()) for part in tested)
    grey = normalised(pictures)

    def accuracy() -> float:
        network.eval()
        with torch.inference_mode():
            answers = torch.cat([network(part).argmax(1) for part in grey.split(1000)])
        network.train()
        return float((answers == labels).double().mean())

    return accuracy


def normalised(pictures: Tensor) -> Tensor:
    """Return (N, 28, 28) bytes as (N, 1, 28, 28), as both networks take them."""
    return pictures[:, None].float().div_(255).sub_(MNIST_MEAN).div_(MNIST_STD)


def measured_peak() -> float:
    """Return multiply-adds a second of the best of several large products.

    In the precision that training multiplies in: float32, or bfloat16 where that is in hardware.
    """
    best = 0.0
    for side in (512, 1024, 2048, 4096):
        left, right = torch.randn(side, side), torch.randn(side, side)
        for _ in range(5):
            with torch.inference_mode(), mixed_precision(CPU):
                dtype = (left[:1] @ right).dtype
            first, second = left.to(dtype), right.to(dtype)
            started = time.perf_counter()
            first @ second
            best = max(best, side**3 / (time.perf_counter() - started))
    return best


def multiply_adds(recipe: Recipe) -> int:
    """Return those of all convolutions and dense layers for one digit, forward."""
    network, counted = build_network(recipe.architecture()).eval(), []
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            module.register_forward_hook(
                lambda m, _, out: counted.append(out[0].numel() * m.weight[0].numel())
            )
    with torch.inference_mode():
        network(torch.zeros(1, 1, 28, 28))
    return sum(counted)


def _rate(recipe: Recipe, digits: int, seconds: list[float | None]) -> float:
    """Return the multiply-adds a second of whole runs, their median."""
    batches = digits // recipe.batch_size * recipe.epochs
    total = multiply_adds(recipe) * PASSES * batches * recipe.batch_size
    return total / statistics.median(s for s in seconds if s)


def _part(learned: Digits, recipe: Recipe) -> tuple[TrainingData, Recipe]:
    """Return enough of the digits to see where the time of a step goes."""
    pictures, labels = (part[: 60 * recipe.batch_size] for part in learned)
    return TrainingData(pictures, labels.astype(np.int64)), recipe


def _compare(ours: list[dict[str, float | None]], theirs: list[dict[str, float | None]]) -> None:
    """Print how many times faster ours is; where the example got nowhere, at least how many."""
    if any(run["to_99_s"] is None for run in ours):
        say(what="comparison", failed="a sprint did not reach 99 %")
        return
    mine = statistics.median(run["to_99_s"] for run in ours)
    never = [run for run in theirs if run["to_99_s"] is None]
    example = statistics.median(run["to_99_s"] or run["seconds"] for run in theirs)
    say(
        what="comparison",
        sprint_s=mine,
        stock_s=example,
        stock_reached=not never,
        times_faster=example / mine,
        is_lower_bound=bool(never),
    )


def say(**values: object) -> None:
    rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()}
    print(json.dumps(rounded), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--threads", type=int, help="default: as torch chooses")
    parser.add_argument("--runs", type=int, default=3, help="of ours, another seed each")
    parser.add_argument("--stock-runs", type=int, default=1, help="of the example's")
    parser.add_argument("--every", type=int, default=3000, help="digits between two accuracies")
    parser.add_argument(
        "--stock-limit",
        type=float,
        default=float("inf"),
        metavar="S",
        help="stop the example after so many seconds: what comes out is a lower bound",
    )
    parser.add_argument("--recipe", type=Path, default=RECIPE, metavar="FILE", help="ours")
    parser.add_argument(
        "--held-back",
        type=int,
        default=0,
        metavar="N",
        help="measure on the last N of MNIST train, which are not learned then, to choose by",
    )
    parser.add_argument("--mnist", type=Path, default=SHARED_MNIST, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
