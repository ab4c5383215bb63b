"""What the options of ``handdigit train`` ask for."""

from __future__ import annotations

import argparse
import contextlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.core.errors import HanddigitError, os_errors_as
from handdigit.core.zoo import ZOO
from handdigit.data.files import read_text
from handdigit.data.model_file import SUFFIX, read_model_info
from handdigit.data.model_info import network_name
from handdigit.data.model_store import ModelStore
from handdigit.data.networks import NetworkStore
from handdigit.data.paths import AppPaths
from handdigit.data.recipes import RecipeStore
from handdigit.data.runs import Run, RunOrder, RunStore
from handdigit.data.sources import DataKind, DataSource
from handdigit.experiment.recipe import AUGMENTATION_SETTINGS, Recipe
from handdigit.experiment.recipe_file import read_recipe

USUAL_RECIPE, GENERATED_RECIPE = "medium", "generated"
"""For any data, and for generated digits alone."""
NOT_WITH_RESUME = (
    *("recipe", "network", "sources", "epochs", "seed", "start", "settings", "alphabet"),
)
"""Options that would make it another run."""


def train_order(options: argparse.Namespace, paths: AppPaths) -> RunOrder:
    """Return the run that the options describe.

    Raises:
        HanddigitError: a recipe, network or model is not there or makes no sense, or the model
            file cannot be written.
    """
    out: Path | None = options.out
    if out is not None:
        _require_writable(out)
    sources = [DataSource.parse(text) for text in options.sources or [DataKind.GENERATED]]
    # That recipe's data is not here for everybody; the digits that are get their own.
    is_generated = sources == [DataSource(DataKind.GENERATED)]
    usual = GENERATED_RECIPE if is_generated else USUAL_RECIPE
    recipe, name = _recipe(options.recipe or usual, paths)
    start = None if options.start is None else ModelStore(paths).find(options.start)
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
    return RunOrder(
        recipe=recipe.to_json(),
        sources=tuple(source.absolute().text for source in sources),
        name=name if out is None else out.stem,
        out=out,
        start=start,
        device=options.device,
        alphabet=alphabet,
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
        run = next((run for run in store.unfinished() if run.order.out is None), None)
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
        with contextlib.suppress(ValueError):
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


def _require_writable(out: Path) -> None:
    """Find out before the training, not after it, that the file cannot be written."""
    if out.suffix != SUFFIX:
        raise HanddigitError(f"{out}: a model file must end in {SUFFIX}.")
    if out.is_dir():
        raise HanddigitError(f"{out} is a folder: name a file.")
    with os_errors_as(f"{out} cannot be written"):
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out.parent):
            pass
