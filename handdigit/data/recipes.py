"""Named recipes: those shipped with the program and those of the user, as TOML files.

What is in them is read and written by :mod:`handdigit.experiment.recipe`.
"""

from __future__ import annotations

from handdigit.data.assets import ASSETS
from handdigit.data.named_files import NamedFiles
from handdigit.data.paths import AppPaths

SHIPPED_RECIPES = ASSETS / "recipes"
SUFFIX = ".toml"


class RecipeStore(NamedFiles):
    """Recipes by name."""

    def __init__(self, paths: AppPaths) -> None:
        """Look in the shipped folder first, then in the user's."""
        super().__init__(paths.recipes, SUFFIX, SHIPPED_RECIPES)


def recipe_note(text: str) -> str:
    """Return what a recipe's TOML says about itself: the comment that it begins with."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").rstrip())
    return " ".join(lines)
