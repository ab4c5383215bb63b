"""Recipes that come with the program: what they say, and what the models were made with."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from handdigit.cli import main
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.recipe_file import read_recipe
from handdigit.storage.models.groups import LADDER
from handdigit.storage.models.model_file import read_model, read_model_info
from handdigit.storage.models.model_info import TEACHER, ModelInfo
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.named_files import SHIPPED_RECIPES, recipe_note

RETRAIN_EPOCHS = int(os.environ.get("HANDDIGIT_RETRAIN_EPOCHS", "0"))
"""Of the shortened training of the small model; 0 leaves it out."""
FLOORS = {2: {"MNIST test": 0.985, "unipen_dev": 0.955}}
"""Epochs of the shortened training -> what it shall read at least."""
MAKERS = (
    {rung.name: rung.recipe for rung in LADDER}
    | {"default": "default", "small": "small"}
    | {"large": "large"}
    | {f"large-{seed}": "large" for seed in (1, 3, 4)}
    | {f"mnist-{kernel}x{kernel}": f"mnist-{kernel}x{kernel}" for kernel in (3, 5, 7)}
)


def shipped() -> list[str]:
    return sorted(path.stem for path in SHIPPED_MODELS.glob("*.safetensors"))


@pytest.mark.parametrize("path", sorted(SHIPPED_RECIPES.glob("*.toml")), ids=lambda p: p.stem)
def test_a_recipe_can_be_followed_and_says_what_it_is_for(path):
    recipe = read_recipe(path)
    assert recipe.architecture().parameter_count
    assert recipe_note(path.read_text())


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_model_was_made_with_the_recipe_that_is_shipped(name):
    info = read_model_info(SHIPPED_MODELS / f"{name}.safetensors")
    for made in info.members or (info,):
        of = MAKERS.get(made.name if info.is_ensemble else name, MAKERS.get(name))
        stands = read_recipe(SHIPPED_RECIPES / f"{of}.toml")
        assert replace(followed(made), seed=stands.seed) == stands
        assert made.architecture == stands.architecture()


def test_large_is_the_mean_of_what_its_recipes_made_and_has_taught_default():
    ensemble = read_model(SHIPPED_MODELS / "ensemble.safetensors")
    large, network = ensemble.info.members[0], ensemble.networks()[0]
    taught_by = read_model_info(SHIPPED_MODELS / "default.safetensors").parent[TEACHER]
    assert taught_by == {"name": large.name, "weights": network.fingerprint()}
    parts = [("large-2", "large"), ("large-mnist", "large-mnist")]
    for made, (part, of) in zip(large.averaged, parts, strict=True):
        assert made["name"] == part
        recipe = Recipe.from_json(made["recipe"])
        assert recipe == read_recipe(SHIPPED_RECIPES / f"{of}.toml")


def followed(info: ModelInfo) -> Recipe:
    return Recipe.from_json(info.recipe)


@pytest.mark.skipif(not RETRAIN_EPOCHS, reason="takes minutes: HANDDIGIT_RETRAIN_EPOCHS=2")
def test_the_small_model_can_be_made_again(tmp_path, shared_data):
    strokes = shared_data / "strokes"
    sources = (f"mnist:{shared_data / 'mnist'}", strokes / "pendigits_train.jsonl.gz")
    sources += (strokes / "touch_train.jsonl.gz", "generated")
    out = tmp_path / "small.safetensors"
    given = [argument for source in sources for argument in ("--data", str(source))]
    folder = ("--data-dir", str(tmp_path / "data"))
    order = ("train", "--recipe", "small", "--epochs", str(RETRAIN_EPOCHS), "--out", str(out))
    assert main([*folder, *order, *given]) == 0
    assert read_model_info(out).temperature != 1
    measured = (str(shared_data / "mnist"), str(strokes / "unipen_dev.jsonl.gz"))
    assert main([*folder, "evaluate", "--record", "--model", str(out), *measured]) == 0
    accuracies = read_model_info(out).accuracies
    for name, floor in FLOORS[RETRAIN_EPOCHS].items():
        assert accuracies[name]["accuracy"] >= floor
