"""How the network learns: named recipes, and all their settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from handdigit.experiment.recipe import Recipe, RecipeError
from handdigit.gui.panels.retrain.recipe_form import VARY, RecipeForm
from handdigit.gui.panels.retrain.recipe_library import ListedRecipe, RecipeLibrary
from handdigit.gui.state.training.run_draft import KeptRecipe
from handdigit.gui.translation import explained, translated
from handdigit.gui.widgets.form import hbox, menu_action, named, push_button, vbox
from handdigit.gui.widgets.labels import ElidedLabel, HelpLine
from handdigit.gui.widgets.question import ask_for_file, ask_for_name, ask_where_to_save
from handdigit.storage.named_files import RECIPE_SUFFIX, NamedFile, RecipeStore

FIRST_NETWORK = "small"
"""Stands for a recipe's network where only its settings matter."""


class RecipePage(QWidget):
    """A chooser of recipes, the form, and what can be done with files.

    Signals:
        recipe_changed(): another recipe, or another value.
        network_requested(str): this recipe's own network is to be chosen.
        preview_requested(): examples of other variations are to be shown.
        complained(str): a sentence about what did not work.
    """

    recipe_changed = Signal()
    network_requested = Signal(str)
    preview_requested = Signal()
    complained = Signal(str)

    def __init__(self, store: RecipeStore, parent: QWidget | None = None) -> None:
        """Choose the first recipe that there is."""
        super().__init__(parent)
        self.setObjectName("recipePage")
        self._library = RecipeLibrary(store, self)
        self._network = ""
        """What the panel's network is, as a recipe has it."""
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
        tip = self.tr("A recipe to begin with.")
        self._names = named(QComboBox(), "recipeNames", self.tr("Recipe"), tip)
        self._names.setMinimumContentsLength(12)
        self._note = ElidedLabel(colour="muted", name="recipeNote")
        self._use_network = push_button(
            "recipeNetwork",
            self.tr("Use Its Network"),
            self.tr("Choose the network that this recipe was made for."),
            self._request_network,
        )
        self._save = push_button(
            "recipeSave", self.tr("Save"), self.tr("Save your recipe."), self._save_own
        )
        self._save_as = push_button(
            "recipeSaveAs",
            self.tr("Save As…"),
            self.tr("Save these settings as a recipe of your own."),
            self._ask_name,
        )
        self._more = push_button("recipeMore", self.tr("File"), self.tr("Import, export, delete."))
        menu = QMenu(self)
        menu_action(menu, "recipeImport", self.tr("&Import…"), self._import)
        menu_action(menu, "recipeExport", self.tr("&Export…"), self._export)
        self._delete = menu_action(menu, "recipeDelete", self.tr("&Delete"), self._delete_own)
        self._more.setMenu(menu)
        self._lay_out()
        self._offer()
        self._choose()
        self._library.listed_anew.connect(self._take)
        self._library.slowness_changed.connect(self._show_state)
        self._library.complained.connect(self.complained)
        self.refresh()
        self._names.currentIndexChanged.connect(self._choose)
        self.form.settings_changed.connect(self._follow)
        self.form.sheet_changed.connect(self._want_preview)

    def _lay_out(self) -> None:
        top = hbox((self._names, 1), self._save, self._save_as, self._more, spacing=6)
        below = hbox((self._note, 1), self._use_network)
        vbox(top, below, (self.form, 1), self._help, on=self, spacing=8)

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
        listed = self._library.listed.get(self._restored)
        if listed is not None and listed.recipe is not None:
            self._name_form(listed.name, listed.recipe, listed.note)

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
        self._library.refresh()

    def _offer(self) -> None:
        names, chosen = list(self._library.listed), self.name
        if names != [self._names.itemText(i) for i in range(self._names.count())]:
            with QSignalBlocker(self._names):
                self._names.clear()
                self._names.addItems(names)
                self._names.setCurrentIndex(max(self._names.findText(chosen), 0))

    @Slot(object)
    def _take(self, before: Mapping[str, ListedRecipe]) -> None:
        known = before.get(self.name)
        self._offer()
        if self._restored:
            self._name_restored()
            self._follow()
        elif not self.is_changed and self._library.listed.get(self.name) != known:
            self._choose()  # somebody has written it anew, or deleted it
        else:
            self._show_state()

    @Slot()
    def _choose(self) -> None:
        listed = self._library.listed.get(self.name)
        if listed is None:
            return
        if listed.recipe is None:
            self.complained.emit(listed.refusal)
            return
        self._name_form(listed.name, listed.recipe, listed.note)
        self.form.show_recipe(listed.recipe)
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
        listed = self._library.listed.get(self.name)
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
        if self._library.is_slow:
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
            self.preview_requested.emit()

    # --- files ---------------------------------------------------------------------------

    @Slot()
    def _ask_name(self) -> None:
        title, label = self.tr("Save the recipe"), self.tr("Name of your recipe:")
        suggestion = self.name if self._is_own else f"my {self.name}"
        ask_for_name(self, "recipeName", title, label, suggestion, self._save_under)

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

        self._library.save(name, recipe, follow)

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

        self._library.delete(name, forget)

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

            self._library.import_from(path, show)

    @Slot()
    def _export(self) -> None:
        def write(path: Path) -> None:
            recipe = self._recipe_to_write()
            if recipe is not None:
                self._library.export_to(path, recipe)

        title, pattern = self.tr("Export the recipe"), self.tr("Recipes (*{0})")
        ask_where_to_save(
            self,
            title,
            f"{self.name}{RECIPE_SUFFIX}",
            pattern.format(RECIPE_SUFFIX),
            write,
            endings=(RECIPE_SUFFIX,),
        )
