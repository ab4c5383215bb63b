"""Trainers in threads of the test, on a data folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from handdigit.engine.process import thread_count
from handdigit.engine.trainer.messages import RunCommand, Train
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_store import RunStore
from handdigit.training import sources
from tests.engine.trainer_driving import LocalTrainer, result, run_spec


@pytest.fixture(scope="session")
def trainer_threads() -> Iterator[None]:
    """Compute with as many threads as the trainer process, to the same last bit."""
    before = torch.get_num_threads()
    torch.set_num_threads(thread_count())
    yield
    torch.set_num_threads(before)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "data")


@pytest.fixture
def store(paths: AppPaths) -> RunStore:
    return RunStore(paths.runs)


@pytest.fixture
def train() -> Iterator[Callable[[RunCommand], LocalTrainer]]:
    """Return a function that starts a run; what is still running at the end is left."""
    started: list[LocalTrainer] = []

    def start(command: RunCommand) -> LocalTrainer:
        started.append(LocalTrainer(command))
        return started[-1]

    yield start
    for trainer in started:
        trainer.leave()


@pytest.fixture(scope="module")
def small_stock() -> Iterator[None]:
    """Let trainers in threads write a hundred digits: to write more is most of a short run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "STOCK", 100)
        yield


@pytest.fixture(scope="module")
def uninterrupted(
    tmp_path_factory: pytest.TempPathFactory, trainer_threads: None, small_stock: None
) -> dict[str, bytes]:
    """Return the weights that the run of ``run_spec()`` gives."""
    trainer = LocalTrainer(Train(run_spec(), AppPaths(tmp_path_factory.mktemp("uninterrupted"))))
    try:
        return result(trainer)
    finally:
        trainer.leave()
