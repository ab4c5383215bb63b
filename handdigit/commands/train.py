"""``handdigit train``: a model file from a recipe and data."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import torch

from handdigit.commands.console import say, say_json
from handdigit.core.errors import HanddigitError
from handdigit.data.assets import ASSETS
from handdigit.data.model_file import SUFFIX, ModelFile, ModelInfo, read_model, write_model
from handdigit.data.model_store import ModelStore
from handdigit.data.paths import AppPaths
from handdigit.models.device import choose_device
from handdigit.models.network import build_network
from handdigit.models.recogniser import load_network
from handdigit.training.events import EpochDone, Trained
from handdigit.training.loop import fit
from handdigit.training.recipe import Recipe
from handdigit.training.recipe_file import read_recipe
from handdigit.training.sources import read_training_data

RECIPES = ASSETS / "recipes"


def train_model(options: argparse.Namespace, paths: AppPaths, *, as_json: bool) -> int:
    """Train as ``options`` say, print every epoch, write the model file, return 0."""
    out: Path = options.out
    if out.suffix != SUFFIX:
        raise HanddigitError(f"{out}: a model file must end in {SUFFIX}.")
    _require_writable(out)
    recipe = _recipe(options)
    architecture = recipe.architecture()
    training_data = read_training_data(options.sources, paths, recipe)
    torch.manual_seed(recipe.seed)
    network = build_network(architecture)
    described = recipe.to_json()
    if options.start is not None:
        before = read_model(ModelStore(paths).find(options.start))
        if before.info.architecture != architecture:
            raise HanddigitError(f"{options.start} is another network than {recipe.network}.")
        network = load_network(before)
        described["start"] = dict(before.info.recipe) | {"weights": before.fingerprint()}
    info = ModelInfo(
        name=out.stem,
        architecture=architecture,
        recipe=described,
        training_data=training_data.sources,
    )
    device = choose_device(options.device)
    for event in fit(network, training_data, recipe, mean=info.mean, std=info.std, device=device):
        match event:
            case EpochDone() if as_json:
                say_json({"epoch": event.epoch, "loss": event.loss, "accuracy": event.accuracy})
            case EpochDone():
                say(
                    f"epoch {event.epoch}/{event.epochs}: loss {event.loss:.4f}, "
                    f"accuracy {event.accuracy:.2%}, {event.seconds:.0f} s"
                )
            case Trained():
                created = datetime.now(UTC).isoformat(timespec="seconds")
                write_model(out, ModelFile(replace(info, created=created), event.weights))
                say(f"wrote {out}") if not as_json else say_json({"wrote": str(out)})
    return 0


def _require_writable(out: Path) -> None:
    """Find out before the training, not after it, that the file cannot be written."""
    if out.is_dir():
        raise HanddigitError(f"{out} is a folder: name a file.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HanddigitError(f"{out} cannot be written: {error.strerror or error}.") from None


def _recipe(options: argparse.Namespace) -> Recipe:
    path = RECIPES / f"{options.recipe}.toml"
    recipe = read_recipe(path if path.is_file() else Path(options.recipe))
    changes = {
        n: getattr(options, n) for n in ("epochs", "seed") if getattr(options, n) is not None
    }
    return replace(recipe, **changes)
