"""``handdigit train``: a model file from a recipe and data."""

from __future__ import annotations

import argparse
import shlex
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from types import FrameType

from handdigit.commands.console import complain, say, say_json
from handdigit.commands.progress_line import ProgressLine
from handdigit.commands.train_order import interrupted_run, train_order
from handdigit.core.errors import HanddigitError
from handdigit.data.paths import AppPaths
from handdigit.data.runs import Run, RunStore
from handdigit.engine.process_settings import keep_freed_memory
from handdigit.experiment.events import Checkpoint, EpochDone, StepDone, Trained
from handdigit.training.parallel import Team, joined_team, leave
from handdigit.training.stored_run import Control, Prepared, StoredRun, prepare

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""


def train_model(options: argparse.Namespace, paths: AppPaths, *, as_json: bool) -> int:
    """Train as ``options`` say, print every epoch, write the model file.

    Started by ``torchrun`` several processes train together; the first one prints and writes.

    Returns:
        0, or 130 when Ctrl-C has stopped the run: it can be resumed.
    """
    keep_freed_memory()
    store = RunStore(paths.runs)
    with joined_team(options.device) as team:
        run, prepared = _begun(options, paths, store, team)
        with store.locked(run) if team.leads else nullcontext():
            stored = StoredRun(store, run, paths, prepared=prepared, team=team)
            team.told("")  # nobody writes a checkpoint before all have looked for one
            status = _carried_out(stored, team, as_json=as_json)
    return leave(status)


def _begun(
    options: argparse.Namespace, paths: AppPaths, store: RunStore, team: Team
) -> tuple[Run, Prepared | None]:
    """Return the run to carry out, and what a new one needs."""
    if options.resume:
        run = interrupted_run(options, store) if team.leads else None
        return store.find(team.told(run.id if run else "")), None
    order = train_order(options, paths)
    # Before there is a run: one that cannot begin leaves nothing behind.
    prepared = prepare(order, paths)
    if team.leads and order.out is not None and store.unfinished_for(order.out):
        complain(
            HanddigitError(
                f"An interrupted run was to write {order.out}; this one begins anew, --resume "
                "would go on with it."
            )
        )
    return store.find(team.told(store.create(order).id if team.leads else "")), prepared


def _carried_out(stored: StoredRun, team: Team, *, as_json: bool) -> int:
    recipe = stored.prepared.recipe
    progress = ProgressLine(recipe.batch_size, recipe.epochs, shown=team.leads and not as_json)
    step = stored.step
    with _stopped_gently(stored.control):
        for event in stored.events():
            match event:
                case StepDone():
                    step = event.step
                    progress.update(event)
                case _ if not team.leads:
                    continue
                case EpochDone():
                    progress.clear()
                    say_json(asdict(event)) if as_json else say(_epoch_text(event))
                case Trained():
                    path = _kept(stored, event)
                    say_json({"wrote": str(path)}) if as_json else say(f"wrote {path}")
                case Checkpoint():
                    continue
    progress.clear()
    if not isinstance(event, Checkpoint):
        return 0
    if team.leads:
        complain(
            HanddigitError(
                f"Stopped after step {step:,} of {stored.prepared.steps:,}; go on with: "
                f"{_resuming(stored)}"
            )
        )
    return INTERRUPTED


def _kept(stored: StoredRun, trained: Trained) -> Path:
    """Return the file of the model that the run became, or say that its training is not lost."""
    try:
        return stored.keep(trained)
    except HanddigitError as error:
        raise HanddigitError(
            f"{error} What was learned is kept: put that right, then go on with: "
            f"{_resuming(stored)}"
        ) from None


def _resuming(stored: StoredRun) -> str:
    """Return the command that goes on with a run."""
    out = stored.run.order.out
    again = "--resume" if out is None else f"--resume --out {shlex.quote(str(out))}"
    return f"handdigit train {again}"


def _epoch_text(done: EpochDone) -> str:
    validation = ""
    if done.validation_accuracy is not None:
        validation = f", validation {done.validation_accuracy:.2%}"
    return (
        f"epoch {done.epoch}/{done.epochs}: loss {done.loss:.4f}, accuracy {done.accuracy:.2%}"
        f"{validation}, {done.seconds:.0f} s"
    )


@contextmanager
def _stopped_gently(control: Control) -> Iterator[None]:
    """Let the first Ctrl-C end the run with a checkpoint; a second one ends the program."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in numbers}

    def stop(number: int, _frame: FrameType | None) -> None:
        control.stop = True
        signal.signal(number, before[signal.Signals(number)])

    try:
        for number in numbers:
            signal.signal(number, stop)
        yield
    finally:
        for number in numbers:
            signal.signal(number, before[number])
