"""Recipes: what they refuse, and that as TOML and JSON they stay what they are."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import (
    AUGMENTATION_SETTINGS,
    RECIPE_SETTINGS,
    Augmentation,
    Recipe,
    RecipeError,
    Schedule,
)
from handdigit.experiment.recipe_file import parse_recipe, read_recipe, recipe_text
from handdigit.experiment.settings import Setting
from handdigit.network.layers import Dropout
from handdigit.network.zoo import ZOO
from handdigit.storage.paths import ASSETS

SHIPPED = sorted((ASSETS / "recipes").glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_recipes_are_read_and_have_one_line_that_says_what_for(path):
    recipe = read_recipe(path)
    assert recipe.architecture().parameter_count > 0
    lines = path.read_text().splitlines()
    assert lines[0].startswith("# ")
    assert not any(line.startswith("#") for line in lines[1:])


def test_keras_cnn_is_the_tutorials_recipe():
    recipe = read_recipe(ASSETS / "recipes" / "keras-cnn.toml")
    assert (recipe.network, recipe.optimiser, recipe.epochs) == ("keras-cnn", Optimiser.ADAM, 5)
    assert (recipe.validation, recipe.schedule) == (0.1, Schedule.FIXED)
    assert recipe.augmentation == Augmentation()


@pytest.mark.parametrize("name", sorted({f.name for f in fields(Recipe)} - {"augmentation"}))
@pytest.mark.parametrize("value", [[], "nonsense", math.nan, -1, True])
def test_a_wrong_value_is_one_sentence_that_names_the_setting(name, value):
    if name == "network" and value == "nonsense":
        return  # any text may be layers; the architecture says what is wrong with them
    with pytest.raises(RecipeError, match=rf"^{name} must be .*\.$"):
        Recipe.from_json({"network": "small"} | {name: value})


@pytest.mark.parametrize("name", [f.name for f in fields(Augmentation)])
@pytest.mark.parametrize("value", [None, "much", math.inf, -0.1, 1e9, False])
def test_a_wrong_variation_is_one_sentence(name, value):
    with pytest.raises(RecipeError, match=rf"^{name} must be .*\.$"):
        Recipe.from_json({"network": "small", "augmentation": {name: value}})


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"patience": 3, "validation": 0}, "validation"),
        ({"optimiser": "nesterov", "momentum": 0}, "momentum"),
        ({"augmentation": 3}, "table"),
        ({"augmentation": {"blur": 1}}, "blur"),
        ({"speed": 1}, "speed"),
        ({"learning_rate": 0}, "above 0, not 0"),
        ({"dropout": 1}, "below 1"),
        ({"epochs": 1.5}, "whole number"),
        ({"schedule": "zigzag"}, "fixed, step, exponential"),
        ({"epochs": 0}, "epochs must be at least 1, not 0."),
        ({"epochs": True}, "epochs must be a whole number, at least 1 and at most 100,000, not T"),
        ({"epochs": 10**400}, "epochs must be at most 100,000, not one of many digits."),
        ({"learning_rate": 10**400}, "learning_rate must be at most 1,000, not one of many"),
        ({"learning_rate": -(10**5000)}, "learning_rate must be above 0, not one of many digits."),
        ({"momentum": [[[]]]}, "momentum must be a number, at least 0 and below 1, not a list."),
        ({"optimiser": 16**4999}, "optimiser must be one of .*, not one of many digits."),
        ({"network": "x" * 10**6}, "network must be at most 65,536 characters."),
        ({"x" * 10**6: 1}, "there is no setting x{39}…."),
        ({"two\nlines": 1}, r"there is no setting 'two\\nlines'"),
    ],
)
def test_what_makes_no_sense_is_said(settings, expected):
    with pytest.raises(RecipeError, match=expected):
        Recipe.from_json({"network": "small"} | settings)


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("epochs = " + "9" * 5000, "a number too long"),
        ("epochs = " + "[" * 3000 + "]" * 3000, "nested too deeply"),
        (".".join("a" * 100_000) + " = 1", "names nested too deeply"),
        ("[" + " . ".join(["'a'", '"b"'] * 5000) + "]", "names nested too deeply"),
        ("epochs = [0x" + "f" * 5000 + "]", "not a list"),
        ("network = ", "is not TOML: Invalid value"),
    ],
    ids=["digits", "lists", "names", "quoted names", "hexadecimal", "unfinished"],
)
def test_toml_that_asks_for_too_much_is_one_sentence(toml, expected):
    with pytest.raises(RecipeError, match=expected) as refused:
        parse_recipe(f'network = "small"\n{toml}')
    assert str(refused.value).startswith("The recipe")
    assert len(str(refused.value)) < 200


def test_every_number_has_limits():
    kinds = {f.name for f in fields(Recipe)} - {
        "network", "optimiser", "schedule", "augmentation",
    }  # fmt: skip
    assert set(RECIPE_SETTINGS) == kinds
    assert set(AUGMENTATION_SETTINGS) == {f.name for f in fields(Augmentation)}


def _numbers(limits: Setting) -> st.SearchStrategy[float]:
    if limits.whole:
        return st.integers(int(limits.least), int(min(limits.most, 2**63 - 1)))
    return st.floats(
        limits.least,
        None if math.isinf(limits.most) else limits.most,
        exclude_min=not limits.least_allowed,
        exclude_max=not limits.most_allowed,
        allow_infinity=False,
    )


augmentations = st.builds(
    Augmentation, **{n: _numbers(v) for n, v in AUGMENTATION_SETTINGS.items()}
)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
settings = {name: _numbers(limits) for name, limits in RECIPE_SETTINGS.items()}
settings |= {"dropout": st.none() | settings["dropout"], "patience": st.just(0)}
recipes = st.builds(
    Recipe,
    network=st.sampled_from([*ZOO, ZOO["resnet-mini"].text()]) | texts,
    optimiser=st.sampled_from([o for o in Optimiser if o is not Optimiser.NESTEROV]),
    schedule=st.sampled_from(Schedule),
    augmentation=augmentations,
    **settings,
)


@given(recipes)
def test_toml_and_json_give_the_same_recipe_back(recipe):
    assert parse_recipe(recipe_text(recipe)) == recipe
    assert Recipe.from_json(json.loads(json.dumps(recipe.to_json()))) == recipe


def test_whole_numbers_and_names_are_taken_for_what_they_are():
    recipe = parse_recipe('network = "small"\nweight_decay = 0\noptimiser = "adam"\n')
    assert recipe.optimiser is Optimiser.ADAM
    assert recipe.weight_decay == 0


@pytest.mark.parametrize("name", ["network3-dropout", "vgg-mini", "inception-mini"])
def test_the_recipes_dropout_takes_the_place_of_the_networks(name):
    recipe = Recipe(name, dropout=0.15)
    rates = {p.layer.rate for p in recipe.architecture().plan() if isinstance(p.layer, Dropout)}
    assert rates == {0.15}
    assert recipe.architecture().parameter_count == ZOO[name].parameter_count
    assert replace(recipe, dropout=None).architecture() == ZOO[name]
