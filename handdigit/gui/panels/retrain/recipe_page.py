"""How the network learns: named recipes, and all their settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.errors import HanddigitError
from handdigit.experiment.recipe import Recipe, RecipeError
from handdigit.experiment.recipe_file import parse_recipe, recipe_text
from handdigit.gui.panels.retrain.recipe_form import VARY, RecipeForm
from handdigit.gui.state.background import Background, ignore
from handdigit.gui.state.run_draft import KeptRecipe
from handdigit.gui.translation import explained, translated
from handdigit.gui.widgets.labels import ElidedLabel, HelpLine
from handdigit.gui.widgets.question import ask_for_file, ask_where_to_save
from handdigit.storage.atomic import write_atomically
from handdigit.storage.files import FileMemory, read_text
from handdigit.storage.named_files import RECIPE_SUFFIX, NamedFile, RecipeStore, recipe_note

Result = TypeVar("Result")
FIRST = "quick"
"""What a fresh machine begins with."""
FIRST_NETWORK = "small"
"""Stands for a recipe's network where only its settings matter."""


@dataclass(frozen=True, slots=True)
class _ReadRecipe:
    """What is in the file of a recipe."""

    recipe: Recipe | None = None
    note: str = ""
    """What it says about itself."""
    refusal: str = ""
    """Why there is no recipe in it."""


@dataclass(frozen=True, slots=True)
class _ListedRecipe:
    """A recipe by its name, as it was when it was looked at."""

    name: str
    is_own: bool
    content: _ReadRecipe


def _read(path: Path) -> tuple[Recipe, str]:
    text = read_text(path)
    return parse_recipe(text, str(path)), recipe_note(text)


def _text_to_keep(path: Path) -> str:
    recipe, note = _read(path)
    recipe.architecture()  # a recipe for a network that there is not is no use
    return (f"# {note}\n" if note else "") + recipe_text(recipe)


class RecipePage(QWidget):
    """A chooser of recipes, the form, and what can be done with files.

    Files are read and written in a thread, in the order of the calls.

    Signals:
        recipe_changed(): another recipe, or another value.
        network_requested(str): this recipe's own network is to be chosen.
        preview_wanted(): examples of other variations are to be shown.
        complained(str): a sentence about what did not work.
    """

    recipe_changed = Signal()
    network_requested = Signal(str)
    preview_wanted = Signal()
    complained = Signal(str)

    def __init__(self, store: RecipeStore, parent: QWidget | None = None) -> None:
        """Choose :data:`FIRST`."""
        super().__init__(parent)
        self.setObjectName("recipePage")
        self._store = store
        self._network = ""
        """What the panel's network is, as a recipe has it."""
        self._read = FileMemory(_read)
        self._background = Background("recipes", self, writes=True)
        self._elsewhere = Background("recipes elsewhere", self, writes=True)
        """Imports and exports: a folder that hangs must not keep recipes from being saved."""
        for background in (self._background, self._elsewhere):
            background.slowness_changed.connect(self._show_state)
        self._listed: dict[str, _ListedRecipe] = {}
        self._chosen_name = ""
        """Of the recipe that was put into the form."""
        self._saved: Recipe | None = None
        """What goes by that name."""
        self._said = ""
        """What that says about itself."""
        self._restored = ""
        """Of a recipe that is in the form again, until it is listed."""
        self._help = HelpLine()
        self.form = RecipeForm(self._help)
        self._names = QComboBox()
        self._names.setObjectName("recipeNames")
        self._names.setAccessibleName(self.tr("Recipe"))
        self._names.setToolTip(self.tr("A recipe to begin with."))
        self._names.setMinimumContentsLength(12)
        self._note = ElidedLabel(colour="muted")
        self._note.setObjectName("recipeNote")
        self._use_network = self._button(
            "recipeNetwork",
            self.tr("Use Its Network"),
            self.tr("Choose the network that this recipe was made for."),
            self._request_network,
        )
        self._save = self._button(
            "recipeSave", self.tr("Save"), self.tr("Save your recipe."), self._save_own
        )
        self._save_as = self._button(
            "recipeSaveAs",
            self.tr("Save As…"),
            self.tr("Save these settings as a recipe of your own."),
            self._ask_name,
        )
        self._more = QPushButton(self.tr("File"))
        self._more.setObjectName("recipeMore")
        self._more.setToolTip(self.tr("Import, export, delete."))
        menu = QMenu(self)
        menu.addAction(self.tr("&Import…"), self._import).setObjectName("recipeImport")
        menu.addAction(self.tr("&Export…"), self._export).setObjectName("recipeExport")
        self._delete = menu.addAction(self.tr("&Delete"), self._delete_own)
        self._delete.setObjectName("recipeDelete")
        self._more.setMenu(menu)
        self._lay_out()
        # This one belongs to the program, as the modules that are imported for this panel do.
        self._take(self._look(file for file in store.shipped() if file.name == FIRST))
        self._choose()
        self.refresh()
        self._names.currentIndexChanged.connect(self._choose)
        self.form.settings_changed.connect(self._follow)
        self.form.sheet_changed.connect(self._want_preview)

    def _button(self, name: str, text: str, tip: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._names, 1)
        for button in (self._save, self._save_as, self._more):
            top.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self._note, 1)
        below.addWidget(self._use_network)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self.form, 1)
        layout.addWidget(self._help)

    # --- what is chosen ------------------------------------------------------------------

    @property
    def name(self) -> str:
        """Of the chosen recipe."""
        return self._names.currentText()

    @property
    def is_changed(self) -> bool:
        """Whether the settings differ from what goes by the name."""
        saved = self._saved
        return saved is None or self._values(saved.network) != saved.to_json()

    def recipe(self, network: str) -> Recipe:
        """Return the settings with a network.

        Raises:
            RecipeError: they do not go together; the text says why.
        """
        return Recipe.from_json(self._values(network))

    def restore(self, choice: KeptRecipe) -> None:
        """Show settings that were left here, which go by a recipe's name or differ from it."""
        self.form.show_recipe(choice.recipe)
        self._saved, self._restored = None, choice.name
        self._name_restored()
        self._follow()

    def _name_restored(self) -> None:
        listed = self._listed.get(self._restored)
        if listed is not None and listed.content.recipe is not None:
            self._name_form(listed.name, listed.content.recipe, listed.content.note)

    def set_network(self, network: str) -> None:
        """Tell which network is chosen, as a recipe has it."""
        if network != self._network:
            self._network = network
            self._show_state()

    def _values(self, network: str) -> dict[str, Any]:
        return {"network": network, **self.form.values()}

    @Slot()
    def refresh(self) -> None:
        """Look again which recipes there are, and what is in them."""
        self._change(lambda: None, ignore)

    def _change(self, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        """Do something with files, then look which recipes there are."""

        def end(outcome: tuple[Result, tuple[_ListedRecipe, ...]]) -> None:
            result, found = outcome
            self._take(found)
            done(result)

        self._background.start(
            lambda _job: (work(), self._look(self._store.files())), end, self.complained.emit
        )

    def _look(self, files: Iterable[NamedFile]) -> tuple[_ListedRecipe, ...]:
        def content(path: Path) -> _ReadRecipe:
            try:
                return _ReadRecipe(*self._read.read(path))
            except HanddigitError as error:  # not remembered: it may be readable the next time
                return _ReadRecipe(refusal=explained(error))

        return tuple(_ListedRecipe(file.name, file.is_own, content(file.path)) for file in files)

    def _take(self, found: tuple[_ListedRecipe, ...]) -> None:
        before, is_changed = self._listed.get(self.name), self.is_changed
        self._listed = {recipe.name: recipe for recipe in found}
        if list(self._listed) != [self._names.itemText(i) for i in range(self._names.count())]:
            chosen = self.name
            with QSignalBlocker(self._names):
                self._names.clear()
                self._names.addItems(list(self._listed))
                self._names.setCurrentIndex(max(self._names.findText(chosen), 0))
        if self._restored:
            self._name_restored()
            self._follow()
        elif not is_changed and self._listed.get(self.name) != before:
            self._choose()  # somebody has written it anew, or deleted it
        else:
            self._show_state()

    @Slot()
    def _choose(self) -> None:
        listed = self._listed.get(self.name)
        if listed is None:
            return
        if listed.content.recipe is None:
            self.complained.emit(listed.content.refusal)
            return
        self._name_form(listed.name, listed.content.recipe, listed.content.note)
        self.form.show_recipe(listed.content.recipe)
        self._follow()

    def _name_form(self, name: str, recipe: Recipe, note: str) -> None:
        """Take what is in the form for a recipe, or for one that was changed since."""
        with QSignalBlocker(self._names):
            self._names.setCurrentIndex(self._names.findText(name))
        self._chosen_name, self._saved, self._said = name, recipe, note
        self._restored = ""

    @Slot()
    def _follow(self) -> None:
        self._show_state()
        self.recipe_changed.emit()
        self._want_preview()

    @property
    def _is_own(self) -> bool:
        listed = self._listed.get(self.name)
        return listed is not None and listed.is_own

    @Slot()
    def _show_state(self) -> None:
        is_own = self._is_own
        self._save.setVisible(is_own)
        self._save.setEnabled(self.is_changed)
        self._delete.setEnabled(is_own)
        try:
            recipe = self.recipe(self._network or FIRST_NETWORK)
        except RecipeError as error:
            self._say(explained(error), "warning")
            self.form.schedule_plot.show_recipe(None)
            self._save_as.setEnabled(False)
            return
        self._save_as.setEnabled(True)
        self.form.schedule_plot.show_recipe(recipe)
        own = "" if self._saved is None else self._saved.network
        is_elsewhere = bool(self._network) and own not in ("", self._network)
        self._use_network.setVisible(is_elsewhere)
        if self._background.is_slow or self._elsewhere.is_slow:
            self._say(self.tr("Waiting for the disk…"), "muted")
            return
        said = translated(self._said)
        self._say(self.tr("Changed.") + " " + said if self.is_changed else said, "muted")

    def _say(self, sentence: str, colour: str) -> None:
        self._note.setText(sentence)
        self._note.set_colour(colour)

    @Slot()
    def _request_network(self) -> None:
        if self._saved is not None:
            self.network_requested.emit(self._saved.network)

    @Slot()
    def _want_preview(self) -> None:
        if self.form.sheet == VARY and self.isVisible():
            self.preview_wanted.emit()

    # --- files ---------------------------------------------------------------------------

    @Slot()
    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setObjectName("recipeNameDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save the recipe"))
        dialog.setLabelText(self.tr("Name of your recipe:"))
        dialog.setTextValue(self.name if self._is_own else f"my {self.name}")
        dialog.textValueSelected.connect(self._save_under)
        dialog.open()

    @Slot(str)
    def _save_under(self, name: str) -> None:
        recipe = self._recipe_to_write()
        if recipe is None:
            return
        before = self.name

        def follow(saved: NamedFile) -> None:
            if self.name == before:  # or another was chosen meanwhile
                self._name_form(saved.name, recipe, "")
            self._follow()

        self._change(lambda: self._store.save(name, recipe_text(recipe)), follow)

    def _recipe_to_write(self) -> Recipe | None:
        try:
            return self.recipe(self._network)
        except RecipeError as error:
            self.complained.emit(explained(error))
            return None

    @Slot()
    def _save_own(self) -> None:
        self._save_under(self.name)

    @Slot()
    def _delete_own(self) -> None:
        name = self.name

        def forget(_: None) -> None:
            if self._chosen_name == name:
                self._choose()

        self._change(lambda: self._store.delete(name), forget)

    @Slot()
    def _import(self) -> None:
        pattern = self.tr("Recipes (*{0})").format(RECIPE_SUFFIX)
        path = ask_for_file(self, self.tr("Import a recipe"), pattern)
        if path is not None:
            before = (self.name, self.form.values())

            def show(saved: NamedFile) -> None:
                if (self.name, self.form.values()) == before:  # or it is of use meanwhile
                    with QSignalBlocker(self._names):
                        self._names.setCurrentIndex(self._names.findText(saved.name))
                    self._choose()
                    self._request_network()

            self._elsewhere.start(
                lambda _job: _text_to_keep(path),
                lambda text: self._keep_imported(path.stem, text, show),
                self.complained.emit,
            )

    def _keep_imported(self, name: str, text: str, done: Callable[[NamedFile], object]) -> None:
        self._change(lambda: self._store.save(self._free_name(name), text), done)

    def _free_name(self, wanted: str) -> str:
        known = self._store.find(wanted)
        number = 2
        while known is not None:
            name = f"{wanted} {number}"
            known, number = self._store.find(name), number + 1
            if known is None:
                return name
        return wanted

    @Slot()
    def _export(self) -> None:
        def write(path: Path) -> None:
            recipe = self._recipe_to_write()
            if recipe is not None:
                content = recipe_text(recipe).encode()
                self._elsewhere.start(
                    lambda _job: write_atomically(path, content), ignore, self.complained.emit
                )

        title, pattern = self.tr("Export the recipe"), self.tr("Recipes (*{0})")
        ask_where_to_save(
            self,
            title,
            f"{self.name}{RECIPE_SUFFIX}",
            pattern.format(RECIPE_SUFFIX),
            write,
            endings=(RECIPE_SUFFIX,),
        )
