"""Recipes as TOML: one ``name = value`` a line, variations in ``[augmentation]``."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from handdigit.errors import decoding
from handdigit.experiment.recipe import Recipe, RecipeError
from handdigit.sentences import noted, sentence
from handdigit.storage.files import read_text
from handdigit.storage.parsing import parse_toml

THE_RECIPE = noted("The recipe")
"""Where a text was, if in no file."""


def read_recipe(path: Path) -> Recipe:
    """Read a recipe from a TOML file.

    Raises:
        DataFileError: the file cannot be read.
        RecipeError: as :func:`parse_recipe`; the text begins with the file's name.
    """
    return parse_recipe(read_text(path), str(path))


def parse_recipe(text: str, place: str = THE_RECIPE) -> Recipe:
    """Read a recipe from TOML; settings that are missing have their defaults.

    Args:
        text: the TOML.
        place: what errors begin with.

    Raises:
        RecipeError: it is not TOML, a setting is unknown or wrong, or there is no network.
    """
    with decoding(
        sentence("{0} has a number too long, or lists or names nested too deeply.", place),
        RecipeError,
    ):
        try:
            value = parse_toml(text)
        except tomllib.TOMLDecodeError as error:
            raise RecipeError(sentence("{0} is not TOML: {1}.", place, str(error))) from None
    try:
        return Recipe.from_json(value)
    except RecipeError as error:
        raise RecipeError(sentence("{0}: {1}", place, error.sentence)) from None


def recipe_text(recipe: Recipe) -> str:
    """Return the recipe as TOML; :func:`parse_recipe` gives an equal value back."""
    settings = recipe.to_json()
    variations = settings.pop("augmentation")
    lines = [*_lines(settings), "", "[augmentation]", *_lines(variations)]
    return "\n".join(lines) + "\n"


def _lines(settings: dict[str, object]) -> list[str]:
    return [f"{name} = {_toml(v)}" for name, v in settings.items() if v is not None]


def _toml(value: object) -> str:
    if not isinstance(value, str):
        return json.dumps(value)  # which tells numpy's numbers as numbers
    lines = [json.dumps(line, ensure_ascii=False)[1:-1] for line in value.split("\n")]
    text = "\n".join(lines).replace("\x7f", "\\u007f")
    return f'"{text}"' if len(lines) == 1 else f'"""\n{text}"""'
