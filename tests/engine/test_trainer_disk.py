"""A disk that fills up or takes nothing any more stops a run with a sentence and loses nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from handdigit.engine.trainer.messages import (
    CheckpointSaved,
    EpochFinished,
    ResumeRun,
    RunCommand,
    RunFailed,
    Train,
)
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_store import RunStore
from tests.engine.trainer_driving import LocalTrainer, result, run_spec

pytestmark = pytest.mark.usefixtures("trainer_threads", "small_stock")
SHORT_EPOCHS = {"epochs": 30, "generated": 32}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that takes about a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs mount")
    if made.returncode:
        pytest.skip(f"needs the right to mount a small disk: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def test_a_full_disk_stops_the_run_and_it_goes_on_when_there_is_room(
    small_disk: Path, tmp_path: Path, train: Callable[[RunCommand], LocalTrainer]
):
    paths = AppPaths(small_disk / "data")
    stopped = train(Train(run_spec(**SHORT_EPOCHS), paths))
    failed = stopped.wait_for(RunFailed)
    stopped.leave()
    assert failed.sentence.endswith("cannot be written: No space left on device.")
    store = RunStore(paths.runs)
    (run,) = store.unfinished()
    state = store.read_state(run)
    assert state is not None
    assert state.step == stopped.of(CheckpointSaved)[-1].step > 0
    assert all(np.isfinite(array).all() for array in state.arrays.values())

    remount(small_disk, "size=20m")
    whole = result(train(Train(run_spec(**SHORT_EPOCHS), AppPaths(tmp_path / "whole"))))
    assert result(train(ResumeRun(run.id, paths))) == whole


def test_a_folder_that_became_read_only_is_a_sentence(
    small_disk: Path, train: Callable[[RunCommand], LocalTrainer]
):
    remount(small_disk, "size=20m")
    paths = AppPaths(small_disk / "data")
    first = train(Train(run_spec(epochs=500), paths))
    first.wait_for(EpochFinished)
    first.leave()
    store = RunStore(paths.runs)
    remount(small_disk, "ro")
    (run,) = store.unfinished()
    refused = train(ResumeRun(run.id, paths))
    failed = refused.wait_for(RunFailed)
    refused.leave()
    assert "Read-only file system" in failed.sentence
    assert failed.run_id == run.id
    remount(small_disk, "rw")
    train(ResumeRun(run.id, paths)).wait_for(EpochFinished)
