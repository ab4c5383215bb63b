"""A run in the trainer: what it tells, what it does when asked, what is on the disk afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from handdigit.engine.trainer.messages import (
    CheckpointSaved,
    DrawingRead,
    EpochFinished,
    Pause,
    Paused,
    Progress,
    ReadDrawing,
    Resume,
    Resumed,
    ResumeRun,
    RunCommand,
    RunFailed,
    RunFinished,
    RunStarted,
    SetLearningRate,
    StepOnce,
    StopTraining,
    Train,
)
from handdigit.ink.ink import Ink
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.atomic import claimed
from handdigit.storage.models.model_file import read_model, read_model_info
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_state import STATE
from handdigit.storage.runs.run_store import RunSpec, RunStatus, RunStore
from tests.engine.trainer_driving import STEPS_PER_EPOCH, LocalTrainer, result, run_spec, weights

pytestmark = pytest.mark.usefixtures("trainer_threads", "small_stock")

SEVEN = Ink.from_xy([[(0.3, 0.25), (0.65, 0.25), (0.45, 0.8)]])
LONG = {"epochs": 500}
"""Enough epochs not to end by itself while a test does something."""


def test_a_run_tells_how_it_goes_and_becomes_a_version(
    paths: AppPaths, store: RunStore, train: Callable[[RunCommand], LocalTrainer]
):
    trainer = train(Train(run_spec(), paths))
    finished = trainer.wait_for(RunFinished)
    trainer.join()
    started = trainer.wait_for(RunStarted)
    steps = 2 * STEPS_PER_EPOCH
    assert (started.step, started.steps, started.digits) == (0, steps, 16 * STEPS_PER_EPOCH)
    assert started.device == "cpu"
    saved = {event.step for event in trainer.of(CheckpointSaved)}
    assert saved >= {0, steps // 2, steps}  # more where it takes long
    assert trainer.curve(Progress).steps.tolist() == list(range(1, steps + 1))
    assert all(event.steps == steps for event in trainer.of(Progress))
    assert [event.epoch for event in trainer.of(Progress)][-1] == 2

    epochs = trainer.of(EpochFinished)
    assert [event.done.epoch for event in epochs] == [1, 2]
    assert store.snapshots(store.find(started.run_id)) == (
        store.snapshot(store.find(started.run_id), 0), *(event.snapshot for event in epochs)
    )  # fmt: skip
    assert len(read_model_info(epochs[0].snapshot).curve) == 1

    assert finished.model == paths.models / "fresh.safetensors"
    assert (finished.epoch, finished.stopped_early) == (2, False)
    info = read_model(finished.model).info
    assert info.name == "fresh"
    assert info.recipe == started.spec.recipe
    assert [epoch["epoch"] for epoch in info.curve] == [1, 2]
    assert info.accuracies["validation"] == {
        "n": round(0.1 * 16 * STEPS_PER_EPOCH), "accuracy": epochs[1].done.validation_accuracy
    }  # fmt: skip
    assert info.training_data
    assert info.created
    assert weights(epochs[1].snapshot) == weights(finished.model)
    assert store.find(started.run_id).status is RunStatus.FINISHED


def test_paused_stepped_and_asked_it_ends_with_the_same_weights(
    paths: AppPaths,
    train: Callable[[RunCommand], LocalTrainer],
    uninterrupted: dict[str, bytes],
):
    trainer = train(Train(run_spec(), paths, paused=True))
    assert trainer.wait_for(Paused).step == 0
    for step in range(1, STEPS_PER_EPOCH + 3):  # past the end of an epoch, too
        trainer.send(StepOnce())
        trainer.send(ReadDrawing(step, SEVEN))
        trainer.wait_for(Paused, lambda event, step=step: event.step == step)
        read = trainer.wait_for(DrawingRead, lambda event, step=step: event.revision == step)
        assert abs(read.step - step) <= 1
        assert sum(read.probabilities) == pytest.approx(1)
    assert trainer.curve(Progress).steps.tolist() == list(range(1, STEPS_PER_EPOCH + 3))
    trainer.send(Resume())
    trainer.wait_for(Resumed)
    trainer.send(Pause())
    trainer.send(Pause())
    trainer.send(Resume())
    trainer.send(ReadDrawing(100, SEVEN))
    assert result(trainer) == uninterrupted


def test_a_drawing_is_answered_as_by_the_model_of_that_moment(
    paths: AppPaths, store: RunStore, train: Callable[[RunCommand], LocalTrainer]
):
    trainer = train(Train(run_spec(averaging=0.0), paths, paused=True))
    run = store.find(trainer.wait_for(RunStarted).run_id)
    trainer.send(ReadDrawing(1, SEVEN))
    trainer.send(ReadDrawing(2, Ink()))
    expected = Recogniser(read_model(store.snapshot(run, 0)), "cpu").recognise(SEVEN)
    read = trainer.wait_for(DrawingRead)
    if read.revision == 1:
        np.testing.assert_allclose(read.probabilities, expected.probabilities, atol=1e-6)
    # Of several the newest is answered; of paper nothing is said.
    assert trainer.wait_for(DrawingRead, lambda event: event.revision == 2).probabilities == ()


@pytest.mark.parametrize("at", [0, 1, STEPS_PER_EPOCH, STEPS_PER_EPOCH + 7, 2 * STEPS_PER_EPOCH])
def test_left_at_a_step_and_gone_on_with_it_ends_with_the_same_weights(
    paths: AppPaths,
    store: RunStore,
    train: Callable[[RunCommand], LocalTrainer],
    uninterrupted: dict[str, bytes],
    at: int,
):
    first = train(Train(run_spec(), paths, paused=True))
    for step in range(1, at + 1):
        first.wait_for(Paused, lambda event, step=step: event.step == step - 1)
        first.send(StepOnce())
    first.wait_for(Paused, lambda event: event.step == at)
    first.leave()
    (run,) = store.unfinished()
    second = train(ResumeRun(run.id, paths))
    assert result(second) == uninterrupted
    started = second.wait_for(RunStarted)
    assert started.step == at
    assert started.spec == run.spec
    assert started.curve.steps.tolist() == list(range(1, at + 1))
    assert started.curve.losses.tolist() == first.curve(Progress).losses.tolist()
    whole = [*started.epochs, *(event.done for event in second.of(EpochFinished))]
    assert [done.epoch for done in whole] == [1, 2]
    assert len(store.snapshots(run)) == 3


def test_gone_on_with_paused_it_waits_where_it_was(
    paths: AppPaths, store: RunStore, train: Callable[[RunCommand], LocalTrainer]
):
    first = train(Train(run_spec(**LONG), paths))
    first.wait_for(Progress)
    first.leave()
    (run,) = store.unfinished()
    progress = store.progress(run)
    assert progress is not None
    second = train(ResumeRun(run.id, paths, paused=True))
    assert second.wait_for(Paused).step == progress.step
    second.send(StopTraining())  # nothing new was learned: what was there is kept
    assert second.wait_for(RunFinished).stopped_early


def test_stopped_it_keeps_what_was_learned(
    paths: AppPaths, store: RunStore, train: Callable[[RunCommand], LocalTrainer]
):
    trainer = train(Train(run_spec(**LONG), paths))
    trainer.wait_for(EpochFinished)
    trainer.send(StopTraining())
    finished = trainer.wait_for(RunFinished)
    trainer.join()
    assert finished.stopped_early
    assert finished.was_stopped
    assert 0 < finished.step < finished.steps
    assert (
        finished.epoch
        == len(trainer.of(EpochFinished))
        == len(read_model(finished.model).info.curve)
    )
    assert store.unfinished() == ()


def test_stopped_in_a_pause_it_learns_nothing_more(
    paths: AppPaths, store: RunStore, train: Callable[[RunCommand], LocalTrainer]
):
    trainer = train(Train(run_spec(**LONG), paths, paused=True))
    trainer.wait_for(Paused)
    trainer.send(StopTraining())
    finished = trainer.wait_for(RunFinished)
    (run,) = store.runs()
    assert weights(finished.model) == weights(store.snapshot(run, 0))
    assert "validation" not in read_model(finished.model).info.results
    assert trainer.curve(Progress).steps.tolist() == []


def test_the_learning_rate_can_be_changed(
    paths: AppPaths, train: Callable[[RunCommand], LocalTrainer]
):
    trainer = train(Train(run_spec(schedule="fixed"), paths, paused=True))
    trainer.wait_for(Paused)
    trainer.send(StepOnce())
    trainer.wait_for(Paused, lambda event: event.step == 1)
    trainer.send(SetLearningRate(0.005))
    trainer.send(Resume())
    trainer.wait_for(RunFinished)
    rates = trainer.curve(Progress).learning_rates
    assert rates[0] == pytest.approx(0.02)
    assert rates[1:] == pytest.approx(0.005)


def test_a_loss_that_is_no_number_leaves_the_last_good_checkpoint(
    paths: AppPaths, store: RunStore, train: Callable[[RunCommand], LocalTrainer]
):
    trainer = train(Train(run_spec(learning_rate=1000.0, schedule="fixed", epochs=50), paths))
    failed = trainer.wait_for(RunFailed)
    trainer.join()
    assert "no longer a number" in failed.sentence
    (run,) = store.unfinished()
    assert run.id == failed.run_id
    state = store.read_state(run)
    assert state is not None
    assert all(np.isfinite(array).all() for array in state.arrays.values())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sources": ("/nowhere.jsonl",)}, "nowhere.jsonl"),
        ({"start": Path("/nowhere.safetensors")}, "no such model"),
        ({"recipe": {"network": "no such network"}}, "no such network"),
        ({"recipe": {"network": "small", "colour": "red"}}, "no setting colour"),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_a_sentence_and_no_run(
    paths: AppPaths,
    store: RunStore,
    train: Callable[[RunCommand], LocalTrainer],
    changes: dict[str, Any],
    sentence: str,
):
    settings = {"recipe": run_spec().recipe, "sources": ("generated",), "name": "x"} | changes
    failed = train(Train(RunSpec(**settings), paths)).wait_for(RunFailed)
    assert sentence in failed.sentence
    assert failed.run_id is None
    assert store.runs() == ()


def test_a_model_is_learned_further(paths: AppPaths, train: Callable[[RunCommand], LocalTrainer]):
    before = train(Train(run_spec(), paths)).wait_for(RunFinished).model
    settings = run_spec(learning_rate=1e-6, epochs=1)
    further = RunSpec(settings.recipe, settings.sources, "further", start=before, device="cpu")
    trainer = train(Train(further, paths))
    after = read_model(trainer.wait_for(RunFinished).model)
    assert after.info.parent == {"name": "fresh", "weights": read_model(before).fingerprint()}
    for name, array in read_model(before).weights.items():
        if name.endswith("weight"):
            np.testing.assert_allclose(after.weights[name], array, atol=1e-3)


def test_another_network_cannot_be_learned_further(
    paths: AppPaths, train: Callable[[RunCommand], LocalTrainer]
):
    before = train(Train(run_spec(epochs=1), paths)).wait_for(RunFinished).model
    settings = run_spec(network="softmax-regression")
    further = RunSpec(settings.recipe, settings.sources, "further", start=before)
    assert "another network" in train(Train(further, paths)).wait_for(RunFailed).sentence


def test_a_run_is_not_trained_twice_at_once(
    paths: AppPaths,
    store: RunStore,
    train: Callable[[RunCommand], LocalTrainer],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("handdigit.storage.runs.run_store.LOCK_PATIENCE_S", 0.05)
    first = train(Train(run_spec(**LONG), paths))
    run_id = first.wait_for(RunStarted).run_id
    failed = train(ResumeRun(run_id, paths)).wait_for(RunFailed)
    assert "by another window or command" in failed.sentence
    assert store.find(run_id).status is RunStatus.UNFINISHED


def test_a_file_that_a_command_is_making_is_not_written_by_a_run_for_it(
    paths: AppPaths, train: Callable[[RunCommand], LocalTrainer], tmp_path: Path
):
    spec = replace(run_spec(epochs=1), out=tmp_path / "m.safetensors")
    with claimed(tmp_path / "m.safetensors"):
        failed = train(Train(spec, paths)).wait_for(RunFailed)
    assert "Another handdigit is going to write" in failed.sentence
    assert RunStore(paths.runs).runs() == ()


def test_a_finished_run_is_not_gone_on_with(
    paths: AppPaths, train: Callable[[RunCommand], LocalTrainer]
):
    first = train(Train(run_spec(epochs=1), paths))
    run_id = first.wait_for(RunFinished).run_id
    first.join()
    failed = train(ResumeRun(run_id, paths)).wait_for(RunFailed)
    assert "has become a model already" in failed.sentence


def test_a_truncated_checkpoint_costs_only_the_steps_since_the_one_before(
    paths: AppPaths,
    store: RunStore,
    train: Callable[[RunCommand], LocalTrainer],
    uninterrupted: dict[str, bytes],
):
    first = train(Train(run_spec(), paths, paused=True))
    for step in (1, 2):
        first.wait_for(Paused, lambda event, step=step: event.step == step - 1)
        first.send(StepOnce())
    first.wait_for(Paused, lambda event: event.step == 2)
    first.leave()
    (run,) = store.unfinished()
    newest = run.folder / STATE
    newest.write_bytes(newest.read_bytes()[:-100])
    second = train(ResumeRun(run.id, paths))
    assert result(second) == uninterrupted
    assert second.wait_for(RunStarted).step == 1


def test_a_disk_that_takes_nothing_is_a_sentence(train: Callable[[RunCommand], LocalTrainer]):
    if not Path("/proc/1").is_dir():
        pytest.skip("needs a folder that nobody can write to, as /proc is on Linux")
    failed = train(Train(run_spec(), AppPaths(Path("/proc/1")))).wait_for(RunFailed)
    assert "cannot be made" in failed.sentence
    assert failed.run_id is None


def test_at_the_end_both_models_have_read_the_digits_that_were_held_back(
    paths: AppPaths, train: Callable[[RunCommand], LocalTrainer]
):
    before = train(Train(run_spec(epochs=1), paths)).wait_for(RunFinished)
    assert before.receipt is None  # nothing was named to compare with
    trainer = train(Train(run_spec(epochs=3), paths, before=before.model))
    finished = trainer.wait_for(RunFinished)
    receipt = finished.receipt
    assert receipt is not None
    change, made = receipt.held_back, read_model(finished.model)
    measured = made.info.results["validation"]
    assert change.after.n == change.before.n == measured["n"]
    assert change.after.accuracy == pytest.approx(measured["accuracy"], abs=1e-6)
    gained = sum(change.after.correct) - sum(change.before.correct)
    assert change.mended - change.spoiled == gained
    assert change.mended > 0
    assert receipt.known_before == ("generated handwriting",)
    assert (finished.was_stopped, finished.epoch, finished.epochs) == (False, 3, 3)


def test_a_model_before_that_is_gone_hides_nothing_of_the_run(
    paths: AppPaths, train: Callable[[RunCommand], LocalTrainer], tmp_path: Path
):
    trainer = train(Train(run_spec(epochs=1), paths, before=tmp_path / "gone.safetensors"))
    finished = trainer.wait_for(RunFinished)
    assert finished.receipt is None
    assert finished.model.is_file()
