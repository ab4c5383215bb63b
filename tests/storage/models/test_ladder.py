"""The ladder: every rung can be trained again, and what shipped is as good as is said of it."""

from __future__ import annotations

import pytest

from handdigit.experiment.recipe_file import read_recipe
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.groups import LADDER, READERS, Rung
from handdigit.storage.models.model_file import MNIST_TEST
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import ASSETS, AppPaths

rungs = pytest.mark.parametrize("rung", LADDER, ids=lambda rung: rung.name)


def shipped(rung: Rung, tmp_path) -> ModelInfo:
    path = ASSETS / "models" / f"{rung.name}.safetensors"
    if not path.exists():
        pytest.skip(f"{path.name} has not been shipped yet")
    return ModelStore(AppPaths(tmp_path)).shipped(rung.name).info


def test_names_are_different():
    names = [*READERS, *(rung.name for rung in LADDER)]
    assert len(set(names)) == len(names)


@rungs
def test_every_rung_has_a_recipe(rung):
    recipe = read_recipe(ASSETS / "recipes" / f"{rung.recipe}.toml")
    assert recipe.architecture().parameter_count > 0
    assert (rung.floor is None) == (not rung.source)


@rungs
def test_what_shipped_was_made_by_its_recipe(rung, tmp_path):
    info = shipped(rung, tmp_path)
    recipe = read_recipe(ASSETS / "recipes" / f"{rung.recipe}.toml")
    made = info.members or (info,)
    assert all(member.architecture == recipe.architecture() for member in made)
    assert len({member.recipe.get("seed") for member in made}) == len(made)


@rungs
def test_what_shipped_reaches_its_figure(rung, tmp_path):
    measured = shipped(rung, tmp_path).accuracies[MNIST_TEST]
    assert measured["n"] == 10_000
    assert rung.is_reached_by(measured["accuracy"]), (measured["accuracy"], rung.floor)


def test_five_vote_by_majority(tmp_path):
    info = shipped(next(r for r in LADDER if r.name == "network3-voting"), tmp_path)
    assert (len(info.members), info.rule) == (5, VotingRule.MAJORITY)
