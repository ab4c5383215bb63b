"""``handdigit train``: a model file from a recipe and data."""

from __future__ import annotations

import argparse
import contextlib
import json
import shlex
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from types import FrameType

from handdigit.commands.console import ProgressLine, complain, note_all, say, say_json
from handdigit.engine.process import keep_freed_memory
from handdigit.errors import HanddigitError
from handdigit.experiment.events import Checkpoint, EpochDone, StepDone, Trained
from handdigit.experiment.recipe import AUGMENTATION_SETTINGS, Recipe
from handdigit.experiment.recipe_file import read_recipe
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.zoo import ZOO
from handdigit.storage.atomic import FileIdentity, TakenError
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.files import read_text
from handdigit.storage.models.model_file import SUFFIX, read_model_info
from handdigit.storage.models.model_info import network_name
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.named_files import NetworkStore, RecipeStore
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_store import Run, RunSpec, RunStore
from handdigit.training.parallel import Team, joined_team
from handdigit.training.stored_run import Control, PreparedRun, StoredRun, prepare_run

USUAL_RECIPE, GENERATED_RECIPE = "medium", "generated"
"""For any data, and for generated digits alone."""
NOT_WITH_RESUME = (
    *("recipe", "network", "sources", "epochs", "seed", "start", "teacher", "settings", "alphabet"),
)
"""Options that would make it another run."""


def run_spec_from_options(options: argparse.Namespace, paths: AppPaths) -> RunSpec:
    """Return the run that the options describe.

    Raises:
        HanddigitError: a recipe, network or model is not there or makes no sense, or the model
            file has another ending.
    """
    out: Path | None = options.out
    if out is not None and out.suffix != SUFFIX:
        raise HanddigitError(f"{out}: a model file must end in {SUFFIX}.")
    sources = [DataSource.parse(text) for text in options.sources or [DataKind.GENERATED]]
    # That recipe's data is not here for everybody; the digits that are get their own.
    is_generated = sources == [DataSource(DataKind.GENERATED)]
    usual = GENERATED_RECIPE if is_generated else USUAL_RECIPE
    recipe, name = _recipe(options.recipe or usual, paths)
    models = ModelStore(paths)
    start = None if options.start is None else models.find(options.start)
    teacher = None if options.teacher is None else models.find(options.teacher)
    if options.network is not None:
        network, name = _network(options.network, paths)
        recipe = replace(recipe, network=network)
    elif start is not None and options.recipe is None:
        recipe, name = replace(recipe, network=_network_of(start)), start.stem
    alphabet = DIGITS if start is None else read_model_info(start).alphabet
    if options.alphabet is not None:
        if start is not None:
            raise HanddigitError(f"{start.stem} knows its classes: leave --alphabet out.")
        alphabet = Alphabet.of(options.alphabet.split())
    changes = {n: getattr(options, n) for n in ("epochs", "seed")}
    recipe = replace(recipe, **{n: value for n, value in changes.items() if value is not None})
    recipe = _with_settings(recipe, options.settings or [])
    return RunSpec(
        recipe=recipe.to_json(),
        sources=tuple(source.absolute().text for source in sources),
        name=name if out is None else out.stem,
        out=out,
        start=start,
        teacher=teacher,
        device=options.device,
        alphabet=alphabet,
        replaces=FileIdentity.of(out) if out is not None and options.overwrite else None,
    )


def interrupted_run(options: argparse.Namespace, store: RunStore) -> Run:
    """Return the newest run that was to write ``--out``, or without it the newest of all.

    Raises:
        HanddigitError: there is none, or other options would make it another run.
    """
    given = [name for name in NOT_WITH_RESUME if getattr(options, name) is not None]
    if given:
        option = {"sources": "data", "settings": "set"}.get(given[0], given[0])
        raise HanddigitError(
            f"--resume goes on with the run as it was begun: leave --{option} out."
        )
    if options.out is None:
        run = next((run for run in store.unfinished() if run.spec.out is None), None)
        what = "run"
    else:
        run = store.unfinished_for(options.out)
        what = f"run that was to write {options.out}"
    if run is None:
        raise HanddigitError(f"There is no interrupted {what}: train without --resume.")
    return run


def _recipe(name: str, paths: AppPaths) -> tuple[Recipe, str]:
    """Return a recipe by name or from a file, and what it is called."""
    recipes = RecipeStore(paths)
    named = recipes.find(name)
    if named is not None:
        return read_recipe(named.path), named.name
    path = Path(name)
    if not path.exists() and not path.suffix:
        known = ", ".join(file.name for file in recipes.files())
        raise HanddigitError(f"There is no recipe {name}: there are {known}, or name a .toml file.")
    return read_recipe(path), path.stem


def _with_settings(recipe: Recipe, given: Sequence[str]) -> Recipe:
    """Return a recipe with other values for the settings that ``NAME=VALUE`` name.

    Raises:
        RecipeError: there is no such setting, or it cannot have this value.
    """
    changed = recipe.to_json()
    for text in given:
        name, _, value = text.partition("=")
        holder = changed["augmentation"] if name in AUGMENTATION_SETTINGS else changed
        with contextlib.suppress(ValueError, RecursionError):
            value = json.loads(value)  # else it is a word, as an optimiser's
        holder[name] = value
    return Recipe.from_json(changed)


def _network(name: str, paths: AppPaths) -> tuple[str, str]:
    """Return a network of the zoo by name, or the text form, and what it is called."""
    if name in ZOO:
        return name, name
    networks = NetworkStore(paths)
    named = networks.find(name)
    if named is not None:
        return named.text(), named.name
    path = Path(name)
    if not path.exists() and not path.suffix:
        known = ", ".join([*ZOO, *(file.name for file in networks.files())])
        raise HanddigitError(
            f"There is no network {name}: there are {known}, or name a text file of layers."
        )
    return read_text(path), path.stem


def _network_of(model: Path) -> str:
    info = read_model_info(model)
    name = network_name(info)
    return name if name in ZOO else info.architecture.text()


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
            status = _carried_out(stored, team, paths, as_json=as_json)
    return status


def _begun(
    options: argparse.Namespace, paths: AppPaths, store: RunStore, team: Team
) -> tuple[Run, PreparedRun | None]:
    """Return the run to carry out, and what a new one needs."""
    if options.resume:
        waiting = interrupted_run(options, store) if team.leads else None
        run = store.find(team.told(waiting.id if waiting else ""))
        if options.overwrite and run.spec.out is not None:
            spec = replace(run.spec, replaces=FileIdentity.of(run.spec.out))
            run = replace(run, spec=spec)
        return run, None
    spec = run_spec_from_options(options, paths)
    # Before there is a run: one that cannot begin leaves nothing behind.
    prepared = prepare_run(spec, paths)
    if team.leads:
        note_all(prepared.training_data.notes)
    if team.leads and spec.out is not None and store.unfinished_for(spec.out):
        complain(
            HanddigitError(
                f"An interrupted run was to write {spec.out}; this one begins anew, --resume "
                "would go on with it."
            )
        )
    return store.find(team.told(store.create(spec).id if team.leads else "")), prepared


def _carried_out(stored: StoredRun, team: Team, paths: AppPaths, *, as_json: bool) -> int:
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
                    path = _kept(stored, event, paths)
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
                f"{_resuming(stored, paths)}"
            )
        )
    return INTERRUPTED


def _kept(stored: StoredRun, trained: Trained, paths: AppPaths) -> Path:
    """Return the file of the model that the run became, or say that its training is not lost."""
    try:
        return stored.keep(trained)
    except TakenError:  # all of it is there, under another name
        raise
    except HanddigitError as error:
        raise HanddigitError(
            f"{error} What was learned is kept: put that right, then go on with: "
            f"{_resuming(stored, paths)}"
        ) from None


def _resuming(stored: StoredRun, paths: AppPaths) -> str:
    """Return the command that goes on with a run."""
    words = ["handdigit", "train"]
    if paths != AppPaths.default():
        words += ["--data-dir", str(paths.folder)]
    words += ["--resume"]
    if stored.run.spec.out is not None:
        words += ["--out", str(stored.run.spec.out)]
    return shlex.join(words)


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
