"""The window's state of training, over a real trainer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handdigit.errors import HanddigitError
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.training.training import TrainingSession, TrainingState
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_file import read_model_info
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_store import Run, RunStore
from tests.engine.trainer_driving import STEPS_PER_EPOCH, run_spec
from tests.processes import kill

TIMEOUT_MS = 120_000
LONG = {"epochs": 500}
MakeSession = Callable[[], TrainingSession]


@pytest.fixture
def make_session(qapp: object, paths: AppPaths) -> Iterator[MakeSession]:
    """Return a function that opens a training session, as a window does; all are closed."""
    opened: list[TrainingSession] = []

    def make() -> TrainingSession:
        opened.append(TrainingSession(paths))
        return opened[-1]

    yield make
    for session in opened:
        session.close()
        session.deleteLater()


def wait_for(qtbot: QtBot, session: TrainingSession, state: TrainingState) -> None:
    def is_there() -> None:
        assert session.state is state, session.failure

    qtbot.waitUntil(is_there, timeout=TIMEOUT_MS)


def resumable(qtbot: QtBot, session: TrainingSession) -> tuple[Run, ...]:
    """Look again, and return what a session finds."""
    looked: list[bool] = []
    session.interrupted.refresh(lambda: looked.append(True))
    qtbot.waitUntil(lambda: bool(looked), timeout=TIMEOUT_MS)
    return session.interrupted.runs


def test_an_interrupted_run_is_told_of_at_the_start(
    qtbot: QtBot, paths: AppPaths, make_main_window: Callable[[], MainWindow]
):
    run = RunStore(paths.runs).create(run_spec())
    window = make_main_window()
    told = window.status.currentMessage
    qtbot.waitUntil(lambda: f"A run of {run.spec.name} was interrupted" in told())
    window.training.interrupted.discard(run, lambda: None, pytest.fail)
    qtbot.waitUntil(lambda: told() == "")


def test_a_run_from_beginning_to_end(qtbot: QtBot, make_session: MakeSession, seven: Ink):
    session = make_session()
    seen: list[object] = []
    session.state_changed.connect(seen.append)
    assert session.state is TrainingState.IDLE
    assert session.interrupted.runs == ()

    session.start(run_spec(), paused=True)
    assert session.is_busy
    with pytest.raises(HanddigitError, match="stop that run first"):
        session.start(run_spec())
    wait_for(qtbot, session, TrainingState.PAUSED)
    assert session.started is not None
    assert session.started.steps == 2 * STEPS_PER_EPOCH

    session.step_once()
    session.step_once()
    qtbot.waitUntil(lambda: len(session.curve.steps) == 2, timeout=TIMEOUT_MS)
    with qtbot.waitSignal(session.drawing_read, timeout=TIMEOUT_MS) as read:
        session.read(3, seven)
    assert read.args[0].revision == 3
    assert sum(read.args[0].probabilities) == pytest.approx(1)
    assert session.state is TrainingState.PAUSED

    session.set_learning_rate(0.001)
    with qtbot.waitSignal(session.run_finished, timeout=TIMEOUT_MS) as finished:
        session.resume()
    assert session.state is TrainingState.IDLE
    assert [done.epoch for done in session.epochs] == [1, 2]
    assert session.curve.steps.tolist() == list(range(1, 2 * STEPS_PER_EPOCH + 1))
    assert session.curve.learning_rates[2] == pytest.approx(0.001)
    assert read_model_info(finished.args[0].model).name == "fresh"
    assert resumable(qtbot, session) == ()
    states = TrainingState
    assert seen == [states.STARTING, states.RUNNING, states.PAUSED, states.RUNNING, states.IDLE]


def test_closed_in_the_middle_it_offers_to_go_on(
    qtbot: QtBot, make_session: MakeSession, paths: AppPaths
):
    first, other = make_session(), make_session()
    assert other.interrupted.runs == ()
    first.start(run_spec(**LONG))
    qtbot.waitUntil(lambda: first.progress is not None, timeout=TIMEOUT_MS)
    assert resumable(qtbot, other) == ()  # another window is training it
    first.close()
    assert first.trainer_pid is None

    second = make_session()
    (run,) = resumable(qtbot, second)
    with qtbot.waitSignal(other.interrupted.changed):
        other.interrupted.refresh()
    second.resume_run(run)
    wait_for(qtbot, second, TrainingState.RUNNING)
    assert second.started is not None
    assert second.started.step > 0
    assert second.curve.steps[: second.started.step].tolist() == list(
        range(1, second.started.step + 1)
    )
    assert resumable(qtbot, second) == ()

    # A second window that tries the same is told so, and the run goes on here.
    other.resume_run(run)
    wait_for(qtbot, other, TrainingState.FAILED)
    assert "by another window or command" in other.failure
    assert second.state is TrainingState.RUNNING

    second.pause()
    wait_for(qtbot, second, TrainingState.PAUSED)
    with qtbot.waitSignal(second.run_finished, timeout=TIMEOUT_MS) as finished:
        second.stop()
    assert finished.args[0].stopped_early
    assert ModelStore(paths).find("fresh") == finished.args[0].model


def test_a_killed_trainer_is_told_and_left_runs_can_be_discarded(
    qtbot: QtBot, make_session: MakeSession
):
    session = make_session()
    session.start(run_spec(**LONG))
    wait_for(qtbot, session, TrainingState.RUNNING)
    assert session.trainer_pid is not None
    with qtbot.waitSignal(session.run_failed, timeout=TIMEOUT_MS):
        kill(session.trainer_pid)
    assert session.state is TrainingState.FAILED
    assert "resume to go on" in session.failure
    (run,) = resumable(qtbot, session)

    session.resume_run(run, paused=True)
    assert session.failure == ""
    wait_for(qtbot, session, TrainingState.PAUSED)
    refusals: list[str] = []
    session.interrupted.discard(run, lambda: pytest.fail("it is being trained"), refusals.append)
    qtbot.waitUntil(lambda: bool(refusals), timeout=TIMEOUT_MS)
    assert "by another window or command" in refusals[0]
    session.leave()
    assert session.state is TrainingState.STOPPING
    wait_for(qtbot, session, TrainingState.IDLE)
    assert resumable(qtbot, session) == (run,)
    with qtbot.waitSignal(session.interrupted.changed):
        session.interrupted.discard(run, lambda: None, pytest.fail)
    assert session.interrupted.runs == ()
    assert not run.folder.exists()


def test_stopped_before_the_first_step_there_was_nothing(qtbot: QtBot, make_session: MakeSession):
    session = make_session()
    session.start(run_spec(**LONG))
    session.stop()
    wait_for(qtbot, session, TrainingState.IDLE)
    assert resumable(qtbot, session) == ()
    assert session.trainer_pid is None


def test_closing_the_window_ends_its_trainer(qtbot: QtBot, window: MainWindow):
    training = window.training
    training.start(run_spec(**LONG))
    wait_for(qtbot, training, TrainingState.RUNNING)
    window.close()
    assert training.trainer_pid is None
    assert len(resumable(qtbot, training)) == 1


def test_the_window_appears_without_what_only_training_needs():
    names = [
        "torch",
        "filelock",
        "handdigit.storage.runs.run_store",
        "handdigit.engine.trainer.client",
    ]
    assert loaded_with("handdigit.gui.app", names) == []


def test_torch_stays_out_of_the_window_that_trains():
    assert loaded_with("handdigit.engine.trainer.client, handdigit.engine.teacher", ["torch"]) == []


def loaded_with(modules: str, names: list[str]) -> list[str]:
    """Return which of ``names`` are loaded by importing ``modules`` in a new process."""
    code = (
        f"import json, sys, {modules}; print(json.dumps([n for n in {names} if n in sys.modules]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return list(json.loads(result.stdout))
