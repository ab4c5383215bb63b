"""A trainer or its window killed at any moment: the run goes on as if nothing had been.

``HANDDIGIT_FAULT_KILLS=10`` is the long form.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handdigit.engine.trainer.messages import (
    Paused,
    Progress,
    ResumeRun,
    RunCommand,
    RunStarted,
    StepOnce,
    Train,
    TrainerEnded,
)
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_store import RunStatus, RunStore
from tests.engine.trainer_driving import LocalTrainer, TrainerProcess, result, run_spec
from tests.processes import needs_linux, wait_for_end

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("HANDDIGIT_FAULT_KILLS", "1"))
LONGEST_LIFE = 50
"""A trainer is killed after so many steps, or as soon as one hears of them."""
EPOCHS = 2 + 4 * KILLS
pytestmark = pytest.mark.usefixtures("trainer_threads")

WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from handdigit.storage.paths import AppPaths
from handdigit.gui.state.training.training import TrainingSession
from tests.engine.trainer_driving import run_spec

if __name__ == "__main__":
    application = QCoreApplication([])
    training = TrainingSession(AppPaths(Path(sys.argv[1])))

    def tell(progress):
        done = progress.step - training.started.step
        print(json.dumps([training.trainer_pid, done]), flush=True)

    training.progress_made.connect(tell)
    training.run_finished.connect(lambda _: application.quit())
    training.run_failed.connect(sys.exit)

    def begin():
        if training.interrupted.runs:
            training.resume_run(training.interrupted.runs[0])
        else:
            training.start(run_spec(epochs=int(sys.argv[2])))

    training.interrupted.refresh(begin)
    application.exec()
    training.close()
"""
"""A window's training session, without the window."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, trainer_threads: None) -> dict[str, bytes]:
    """Return the weights of the run that is killed below, undisturbed."""
    paths = AppPaths(tmp_path_factory.mktemp("whole"))
    trainer = LocalTrainer(Train(run_spec(epochs=EPOCHS), paths))
    try:
        return result(trainer)
    finally:
        trainer.leave()


def moments() -> list[int]:
    """Return how many steps after it was started to kill it, others every time."""
    return [random.randrange(1, LONGEST_LIFE) for _ in range(KILLS)]


def test_a_killed_trainer_is_gone_on_with(
    paths: AppPaths,
    store: RunStore,
    train: Callable[[RunCommand], LocalTrainer],
    whole: dict[str, bytes],
):
    command: Train | ResumeRun = Train(run_spec(epochs=EPOCHS), paths)
    for steps in moments():
        with TrainerProcess(command) as trainer:
            last = trainer.wait_for(RunStarted).step + steps
            trainer.wait_for(Progress, lambda event, last=last: event.step >= last)
            trainer.kill()
            ended = trainer.wait_for(TrainerEnded)
            assert "resume to go on" in ended.sentence
            assert ended.run_id == trainer.wait_for(RunStarted).run_id
            assert trainer.client.pid is None
        (run,) = store.unfinished()
        assert run.id == ended.run_id
        command = ResumeRun(run.id, paths)
    assert result(train(command)) == whole
    assert store.find(run.id).status is RunStatus.FINISHED
    assert len(store.snapshots(run)) == EPOCHS + 1
    assert not list(run.folder.glob(".*"))


@needs_linux
def test_the_trainer_of_a_killed_window_ends_and_its_run_is_gone_on_with(
    paths: AppPaths,
    store: RunStore,
    train: Callable[[RunCommand], LocalTrainer],
    whole: dict[str, bytes],
    tmp_path: Path,
):
    script = tmp_path / "window.py"
    script.write_text(WINDOW)
    for steps in moments():
        with subprocess.Popen(
            [sys.executable, str(script), str(paths.folder), str(EPOCHS)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        ) as window:
            assert window.stdout is not None
            for line in window.stdout:
                trainer_pid, done = json.loads(line)
                if done >= steps:
                    break
            window.kill()
        (run,) = store.runs()
        wait_for_end([trainer_pid])
        assert not store.is_locked(run)
    assert store.unfinished() == (run,)
    assert result(train(ResumeRun(run.id, paths))) == whole


def test_a_trainer_killed_before_its_first_step_is_a_sentence(paths: AppPaths, store: RunStore):
    with TrainerProcess(Train(run_spec(), paths)) as trainer:
        trainer.kill()
        ended = trainer.wait_for(TrainerEnded)
    assert ended.run_id is None
    assert "before the first step" in ended.sentence


def test_left_it_writes_a_checkpoint_first(paths: AppPaths, store: RunStore):
    with TrainerProcess(Train(run_spec(epochs=500), paths, paused=True)) as trainer:
        trainer.wait_for(Paused)
        for _ in range(3):
            trainer.send(StepOnce())
        trainer.wait_for(Paused, lambda event: event.step == 3)
        assert os.getpriority(os.PRIO_PROCESS, trainer.client.pid or 0) >= 10
    (run,) = store.unfinished()
    progress = store.progress(run)
    assert progress is not None
    assert progress.step == 3
