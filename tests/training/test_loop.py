"""A run: what it tells, that it can be interrupted anywhere, and how it fails."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.experiment.events import (
    Checkpoint,
    EpochDone,
    StepDone,
    Trained,
    TrainingError,
)
from handdigit.experiment.recipe import Augmentation, Recipe
from handdigit.network.zoo import ZOO
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.training.batches import Batch, Examples, perturbed_pictures
from handdigit.training.dataset import TrainingData
from handdigit.training.learner import Learner
from handdigit.training.loop import fit
from handdigit.training.parallel import Team
from tests.training.small_data import CPU, bitmaps, inks, mixed, network_for, trained

EVERYTHING = """
Conv2d(4, kernel=5, stride=2, bias=False)
BatchNorm2d()
ReLU()
Flatten()
Dropout(0.3)
Linear(10)
"""
HARD = Recipe(
    EVERYTHING,
    epochs=3,
    batch_size=7,
    optimiser="adam",
    learning_rate=0.01,
    averaging=0.8,
    validation=0.25,
    patience=2,
    seed=5,
    augmentation=Augmentation(
        rotate=5, shift=1, elastic=0.5, thickness=0.2, noise=0.05, jitter=0.004, styles=0.2
    ),
)
"""Whatever keeps a state."""


def steps(events):
    return [event for event in events if isinstance(event, StepDone)]


def weights_of(events):
    assert isinstance(events[-1], Trained)
    return events[-1].weights


def same(some, others):
    assert set(some) == set(others)
    return all(np.array_equal(some[name], others[name]) for name in some)


def stored(checkpoint: Checkpoint) -> Checkpoint:
    """Return what is left of a checkpoint after it was on disk."""
    arrays = {name: np.ascontiguousarray(a) for name, a in checkpoint.arrays.items()}
    facts = json.loads(json.dumps(checkpoint.facts))
    return Checkpoint(checkpoint.step, checkpoint.epoch, arrays, facts)


@pytest.fixture(scope="module")
def everything() -> TrainingData:
    """Return bitmaps, inks and fresh digits."""
    return replace(mixed(4), writer=shipped_handwriting(), generated=20)


@pytest.fixture(scope="module")
def uninterrupted(everything):
    return trained(everything, HARD, checkpoint_wanted=lambda: True)


def test_a_run_tells_what_happens_in_order(uninterrupted):
    kinds = [type(event) for event in uninterrupted]
    per_epoch = steps(uninterrupted)[0].steps // HARD.epochs
    epoch = [*[StepDone, Checkpoint] * per_epoch, EpochDone, Checkpoint]
    assert kinds == [Checkpoint, *epoch * HARD.epochs, Trained]
    assert [s.step for s in steps(uninterrupted)] == list(range(1, 3 * per_epoch + 1))
    assert [e.epoch for e in uninterrupted if isinstance(e, EpochDone)] == [1, 2, 3]
    epochs = tuple(event for event in uninterrupted if isinstance(event, EpochDone))
    assert uninterrupted[-1].history == epochs


def test_the_same_seed_gives_the_same_weights_and_another_one_others(everything, uninterrupted):
    again = trained(everything, HARD)
    assert same(weights_of(again), weights_of(uninterrupted))
    assert not same(
        weights_of(trained(everything, replace(HARD, seed=6))), weights_of(uninterrupted)
    )


def test_asking_for_checkpoints_changes_nothing(everything, uninterrupted):
    quiet = [e for e in trained(everything, HARD) if isinstance(e, StepDone)]
    assert quiet == steps(uninterrupted)


def test_resumed_anywhere_it_ends_as_if_it_had_not_been_interrupted(everything, uninterrupted):
    checkpoints = [event for event in uninterrupted if isinstance(event, Checkpoint)]
    rng = np.random.default_rng(0)
    some = rng.choice(len(checkpoints), 6, replace=False).tolist()
    for number in sorted({0, len(checkpoints) - 1, *some}):
        torch.manual_seed(number)  # torch's own numbers must not matter
        resumed = trained(everything, HARD, resume=stored(checkpoints[number]))
        assert same(weights_of(resumed), weights_of(uninterrupted)), number
        assert resumed[-1].epoch == uninterrupted[-1].epoch
        done = steps(resumed)
        assert done == steps(uninterrupted)[len(steps(uninterrupted)) - len(done) :]
        for mine, its in zip(resumed[-1].history, uninterrupted[-1].history, strict=True):
            assert replace(mine, seconds=0) == replace(its, seconds=0)


@pytest.mark.parametrize(
    "optimiser", ["momentum", "nesterov", "rmsprop", "adagrad", "adadelta", "adamw"]
)
def test_every_optimisers_state_is_kept(optimiser):
    recipe = replace(HARD, optimiser=optimiser, epochs=1)
    whole = trained(bitmaps(), recipe, checkpoint_wanted=lambda: True)
    middle = [event for event in whole if isinstance(event, Checkpoint)][3]
    assert same(weights_of(trained(bitmaps(), recipe, resume=stored(middle))), weights_of(whole))


def test_a_stopped_run_ends_with_a_checkpoint_and_goes_on_from_it(everything, uninterrupted):
    seen = []

    def should_stop() -> bool:
        seen.append(True)
        return len(seen) == 5

    stopped = trained(everything, HARD, should_stop=should_stop)
    assert len(steps(stopped)) == 5
    assert isinstance(stopped[-1], Checkpoint)
    assert stopped[-1].step == 5
    resumed = trained(everything, HARD, resume=stored(stopped[-1]))
    assert same(weights_of(resumed), weights_of(uninterrupted))


def test_a_changed_rate_scales_the_rest_of_the_schedule_and_is_kept(everything):
    def wishes():
        yield from [None] * 4
        yield 0.002
        while True:
            yield None

    recipe = replace(HARD, schedule="exponential", schedule_factor=0.5)
    changed = trained(
        everything,
        recipe,
        checkpoint_wanted=lambda: True,
        changed_learning_rate=wishes().__next__,
    )
    rates = [step.learning_rate for step in steps(changed)]
    per_epoch = len(rates) // recipe.epochs
    assert rates[3:5] == pytest.approx([0.01, 0.002])
    assert rates[per_epoch] == pytest.approx(0.001)
    later = [event for event in changed if isinstance(event, Checkpoint)][6]
    assert same(weights_of(trained(everything, recipe, resume=stored(later))), weights_of(changed))


def test_the_weights_of_a_checkpoint_are_those_of_the_model_then(uninterrupted):
    last = [event for event in uninterrupted if isinstance(event, Checkpoint)][-1]
    assert set(last.weights) == set(network_for(HARD).state_dict())
    history = uninterrupted[-1].history
    best = min(history, key=lambda done: done.validation_loss or 0)
    assert uninterrupted[-1].epoch == best.epoch


def test_what_is_held_back_is_as_much_of_every_digit_and_never_learned():
    some = bitmaps(times=8)
    # Every picture can be told from every other.
    marked = some.pictures.copy()
    marked[:, 0, 0] = np.arange(len(marked))
    data = replace(some, pictures=marked)
    recipe = Recipe("small", batch_size=1, validation=0.25)
    examples = Examples(data, recipe, CPU)
    kept = examples.validation.pictures[:, 0, 0].tolist()
    assert np.bincount(examples.validation.labels, minlength=10).tolist() == [2] * 10
    learned = set()
    for number in examples.order(0):
        batch = examples.batch(np.array([number]), np.random.default_rng(0), torch.Generator())
        learned.add(round(float(batch.pictures[0, 0, 0, 0]) * 255))
    assert learned.isdisjoint(kept)
    assert len(learned) + len(kept) == len(marked)


def test_generated_digits_are_fresh_in_every_epoch_and_balanced():
    data = TrainingData(writer=shipped_handwriting(), generated=30)
    examples = Examples(data, Recipe("small", validation=0), CPU)
    everything = np.arange(30)
    first, second = (
        examples.batch(everything, np.random.default_rng(n), torch.Generator()) for n in (1, 2)
    )
    assert np.bincount(first.labels).tolist() == [3] * 10
    assert torch.equal(first.labels, second.labels)
    assert not torch.equal(first.pictures, second.pictures)


def test_a_batch_of_everything_has_the_right_labels():
    data = mixed()
    recipe = Recipe("small", validation=0, renderings=2)
    examples = Examples(data, recipe, CPU)
    chosen = examples.order(3)
    batch = examples.batch(chosen, np.random.default_rng(1), torch.Generator())
    plain = bitmaps(1)
    nearest = (
        torch.cdist(
            batch.pictures.flatten(1), torch.from_numpy(plain.pictures).float().flatten(1) / 255
        )
        .argmin(1)
        .numpy()
    )
    assert np.array_equal(nearest, batch.labels.numpy())
    assert len(batch.labels) == 20 + 20 * 2


@pytest.mark.parametrize("ends", [slice(None), slice(1)])
def test_the_shares_of_a_batch_are_what_one_process_gets(everything, ends):
    examples = Examples(everything, HARD, CPU)
    chosen = np.sort(examples.order(0))
    # Bitmaps, inks and fresh digits; or so few that a process gets none of a kind.
    chosen = np.concatenate([chosen[ends], chosen[::-1][ends]])

    def batch(mine: np.ndarray | None) -> Batch:
        return examples.batch(chosen, np.random.default_rng(1), torch.Generator(), mine)

    whole = batch(None)
    order = np.argsort(chosen >= len(everything.pictures), kind="stable")
    for rank in range(2):
        mine = Team(rank, 2).share(len(chosen))
        part, rows = batch(mine), torch.from_numpy(mine[order])
        assert torch.allclose(part.pictures, whole.pictures[rows], atol=1e-6)
        assert torch.equal(part.labels, whole.labels[rows])


def test_examples_of_a_recipe_can_be_looked_at(everything):
    pictures, labels = perturbed_pictures(everything, HARD, 10)
    assert pictures.shape == (10, 28, 28)
    assert pictures.dtype == np.uint8
    assert len(labels) == 10
    again, _ = perturbed_pictures(everything, HARD, 10)
    assert np.array_equal(pictures, again)


def test_training_stops_early_with_the_best_weights():
    # At this rate it learns by heart and then only gets surer of what it reads wrongly.
    recipe = replace(HARD, epochs=60, patience=3, averaging=0, learning_rate=0.1, schedule="fixed")
    events = trained(mixed(4), recipe)
    end = events[-1]
    assert isinstance(end, Trained)
    assert end.stopped_early
    losses = [done.validation_loss for done in end.history]
    assert end.epoch == 1 + int(np.argmin(losses))
    assert len(losses) == end.epoch + 3
    best = [e for e in events if isinstance(e, Checkpoint) and e.epoch == end.epoch][-1]
    assert same(best.weights, end.weights)


def test_without_patience_the_last_weights_are_kept():
    recipe = replace(HARD, patience=0, averaging=0)
    events = trained(mixed(), recipe)
    assert events[-1].epoch == recipe.epochs
    assert not events[-1].stopped_early
    assert same(events[-1].weights, events[-2].weights)


@pytest.mark.parametrize("data", [bitmaps, inks])
def test_a_run_learns(data):
    recipe = Recipe("softmax-regression", epochs=15, batch_size=10, validation=0)
    events = trained(data(), recipe)
    epochs = [event for event in events if isinstance(event, EpochDone)]
    assert epochs[-1].loss < epochs[0].loss / 2
    assert epochs[-1].accuracy == 1
    assert epochs[0].validation_loss is None


@pytest.mark.parametrize("name", ZOO)
def test_a_few_steps_lower_the_loss_of_every_network(name):
    recipe = Recipe(
        name,
        epochs=6,
        batch_size=20,
        optimiser="sgd",
        learning_rate=0.001,
        schedule="fixed",
        dropout=0,
        validation=0,
    )
    first, *_, last = steps(trained(bitmaps(2), recipe))
    assert last.loss < first.loss


def test_a_loss_that_runs_away_is_said_and_the_last_checkpoint_is_good():
    recipe = Recipe("lenet5-relu", epochs=50, batch_size=5, learning_rate=1000, schedule="fixed")
    seen = []
    run = fit(network_for(recipe), bitmaps(), recipe, mean=0.13, std=0.31, device=CPU)
    with pytest.raises(TrainingError, match=r"no longer a number after step .*learning rate"):
        seen.extend(run)
    for event in seen:
        if isinstance(event, Checkpoint):
            assert all(np.isfinite(array).all() for array in event.arrays.values())


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    ],
)
def test_too_little_memory_is_said(monkeypatch, error):
    def fail(self: Learner) -> None:
        raise error

    monkeypatch.setattr(Learner, "step", fail)
    with pytest.raises(TrainingError, match=r"memory .* smaller batches"):
        trained(bitmaps(), HARD)


def test_other_errors_stay_what_they_are(monkeypatch):
    def fail(self: Learner) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(Learner, "step", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        trained(bitmaps(), HARD)


def test_a_checkpoint_of_another_network_is_refused(uninterrupted):
    checkpoint = uninterrupted[0]
    for other in (replace(HARD, network="dense-30"), replace(HARD, averaging=0)):
        with pytest.raises(TrainingError, match="another network or recipe"):
            trained(bitmaps(), other, resume=stored(checkpoint))


def test_a_run_goes_on_when_data_was_added_meanwhile():
    whole = trained(bitmaps(), HARD, checkpoint_wanted=lambda: True)
    middle = [event for event in whole if isinstance(event, Checkpoint)][3]
    resumed = trained(bitmaps(times=9), HARD, resume=stored(middle))
    assert len(resumed[-1].history) == HARD.epochs


def test_nothing_to_learn_from_is_said():
    with pytest.raises(TrainingError, match="nothing to learn"):
        trained(TrainingData(), HARD)
