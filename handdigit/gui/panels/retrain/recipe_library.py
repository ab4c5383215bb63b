"""The recipes that there are, in files: the program's own and the user's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from handdigit.errors import HanddigitError
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.recipe_file import parse_recipe, recipe_text
from handdigit.gui.state.background import Background, ignore
from handdigit.gui.translation import explained
from handdigit.storage.atomic import write_atomically
from handdigit.storage.files import FileMemory, read_text
from handdigit.storage.named_files import NamedFile, RecipeStore, recipe_note

Result = TypeVar("Result")
FIRST = "quick"
"""What a fresh machine begins with."""


@dataclass(frozen=True, slots=True)
class ListedRecipe:
    """A recipe by its name, as it was when it was looked at."""

    name: str
    is_own: bool
    recipe: Recipe | None = None
    """None where the file has none."""
    note: str = ""
    """What it says about itself."""
    refusal: str = ""
    """Why there is no recipe in it."""


class RecipeLibrary(QObject):
    """Lists, keeps, imports and exports recipes, in a thread and in the order of the calls.

    Signals:
        listed_anew(object): :attr:`listed` is what there is now; what was listed before.
        slowness_changed(bool): a disk lets somebody wait, or no longer.
        complained(str): a sentence about what did not work.
    """

    listed_anew = Signal(object)
    slowness_changed = Signal(bool)
    complained = Signal(str)

    def __init__(self, store: RecipeStore, parent: QObject | None = None) -> None:
        """List :data:`FIRST`, and the others once they have been read."""
        super().__init__(parent)
        self._store = store
        self._memory = FileMemory(_read)
        self._background = Background("recipes", self, writes=True)
        self._elsewhere = Background("recipes elsewhere", self, writes=True)
        """Imports and exports: a folder that hangs must not keep recipes from being saved."""
        for background in (self._background, self._elsewhere):
            background.slowness_changed.connect(self.slowness_changed)
        # This one belongs to the program, as the modules that are imported for this panel do.
        self._listed = self._look(file for file in store.shipped() if file.name == FIRST)

    @property
    def listed(self) -> Mapping[str, ListedRecipe]:
        """The recipes by name, the program's first."""
        return self._listed

    @property
    def is_slow(self) -> bool:
        """Whether somebody waits for a disk longer than one should without being told."""
        return self._background.is_slow or self._elsewhere.is_slow

    def refresh(self) -> None:
        """Look again which recipes there are, and what is in them."""
        self._change(lambda: None, ignore)

    def save(self, name: str, recipe: Recipe, done: Callable[[NamedFile], object]) -> None:
        """Write a recipe of the user's, over an older one of that name."""
        self._change(lambda: self._store.save(name, recipe_text(recipe)), done)

    def delete(self, name: str, done: Callable[[None], object]) -> None:
        """Delete a recipe of the user's."""
        self._change(lambda: self._store.delete(name), done)

    def import_from(self, path: Path, done: Callable[[NamedFile], object]) -> None:
        """Keep the recipe in a file anywhere, under a name like the file's that is not taken."""

        def keep(text: str) -> None:
            self._change(lambda: self._store.save(self._unused_name(path.stem), text), done)

        self._elsewhere.start(lambda _job: _text_to_keep(path), keep, self.complained.emit)

    def export_to(self, path: Path, recipe: Recipe) -> None:
        """Write a recipe to a file anywhere."""
        content = recipe_text(recipe).encode()
        self._elsewhere.start(
            lambda _job: write_atomically(path, content), ignore, self.complained.emit
        )

    def _unused_name(self, wish: str) -> str:
        names = chain((wish,), (f"{wish} {number}" for number in count(2)))
        return next(name for name in names if self._store.find(name) is None)

    def _change(self, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        """Do something with files, then look which recipes there are."""

        def end(outcome: tuple[Result, Mapping[str, ListedRecipe]]) -> None:
            before, (result, self._listed) = self._listed, outcome
            self.listed_anew.emit(before)
            done(result)

        self._background.start(
            lambda _job: (work(), self._look(self._store.files())), end, self.complained.emit
        )

    def _look(self, files: Iterable[NamedFile]) -> Mapping[str, ListedRecipe]:
        def listed(file: NamedFile) -> ListedRecipe:
            try:
                recipe, note = self._memory.read(file.path)
            except HanddigitError as error:  # not remembered: it may be readable the next time
                return ListedRecipe(file.name, file.is_own, refusal=explained(error))
            return ListedRecipe(file.name, file.is_own, recipe, note)

        return MappingProxyType({file.name: listed(file) for file in files})


def _read(path: Path) -> tuple[Recipe, str]:
    text = read_text(path)
    return parse_recipe(text, str(path)), recipe_note(text)


def _text_to_keep(path: Path) -> str:
    recipe, note = _read(path)
    recipe.architecture()  # a recipe for a network that there is not is no use
    return (f"# {note}\n" if note else "") + recipe_text(recipe)
