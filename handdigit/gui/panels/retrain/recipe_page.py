"""How the network learns: named recipes, and all their settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.errors import HanddigitError
from handdigit.experiment.recipe import Recipe, RecipeError
from handdigit.experiment.recipe_file import read_recipe, recipe_text
from handdigit.gui.panels.retrain.recipe_form import VARY, RecipeForm
from handdigit.gui.widgets.labels import ElidedLabel, HelpLine
from handdigit.storage.atomic import write_atomically
from handdigit.storage.files import read_text
from handdigit.storage.named_files import RECIPE_SUFFIX, RecipeStore, recipe_note

FIRST = "quick"
"""What a fresh machine begins with."""


class RecipePage(QWidget):
    """A chooser of recipes, the form, and what can be done with files.

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
        self._saved: Recipe | None = None
        """What goes by the chosen name."""
        self._said = ""
        """What that says about itself."""
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
        self.refresh()
        self._names.setCurrentIndex(max(self._names.findText(FIRST), 0))
        self._choose()
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

    def set_network(self, network: str) -> None:
        """Tell which network is chosen, as a recipe has it."""
        if network != self._network:
            self._network = network
            self._show_state()

    def _values(self, network: str) -> dict[str, Any]:
        return {"network": network, **self.form.values()}

    @Slot()
    def refresh(self) -> None:
        """Look again which recipes there are."""
        names = [file.name for file in self._store.files()]
        if names != [self._names.itemText(i) for i in range(self._names.count())]:
            chosen = self.name
            with QSignalBlocker(self._names):
                self._names.clear()
                self._names.addItems(names)
                self._names.setCurrentIndex(max(self._names.findText(chosen), 0))

    @Slot()
    def _choose(self) -> None:
        known = self._store.find(self.name)
        if known is None:
            return
        try:
            recipe, note = read_recipe(known.path), recipe_note(known.text())
        except HanddigitError as error:
            self.complained.emit(str(error))
            return
        self._show(recipe, note)

    def _show(self, recipe: Recipe, note: str) -> None:
        self._saved = recipe
        self._said = note
        self.form.show_recipe(recipe)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self._show_state()
        self.recipe_changed.emit()
        self._want_preview()

    def _show_state(self) -> None:
        known = self._store.find(self.name)
        is_own = known is not None and known.is_own
        self._save.setVisible(is_own)
        self._save.setEnabled(self.is_changed)
        self._delete.setEnabled(is_own)
        try:
            recipe = self.recipe(self._network or "small")
        except RecipeError as error:
            self._say(str(error), "warning")
            self.form.schedule_plot.show_recipe(None)
            self._save_as.setEnabled(False)
            return
        self._save_as.setEnabled(True)
        self.form.schedule_plot.show_recipe(recipe)
        own = "" if self._saved is None else self._saved.network
        is_elsewhere = bool(self._network) and own not in ("", self._network)
        self._use_network.setVisible(is_elsewhere)
        self._say(
            self.tr("Changed.") + " " + self._said if self.is_changed else self._said, "muted"
        )

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
        known = self._store.find(self.name)
        is_own = known is not None and known.is_own
        dialog.setTextValue(self.name if is_own else f"my {self.name}")
        dialog.textValueSelected.connect(self._save_under)
        dialog.open()

    @Slot(str)
    def _save_under(self, name: str) -> None:
        self._try(lambda: self._keep(name, self.recipe(self._network)))

    def _keep(self, name: str, recipe: Recipe, note: str = "") -> None:
        text = f"# {note}\n" if note else ""
        saved = self._store.save(name, text + recipe_text(recipe))
        self.refresh()
        with QSignalBlocker(self._names):
            self._names.setCurrentIndex(self._names.findText(saved.name))
        self._show(recipe, note)

    @Slot()
    def _save_own(self) -> None:
        self._save_under(self.name)

    @Slot()
    def _delete_own(self) -> None:
        name = self.name
        self._try(lambda: self._store.delete(name))
        self.refresh()
        self._choose()

    @Slot()
    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a recipe"), "", self.tr("Recipes (*{0})").format(RECIPE_SUFFIX)
        )
        if name:
            self._try(lambda: self._take_file(Path(name)))

    def _take_file(self, path: Path) -> None:
        recipe = read_recipe(path)
        recipe.architecture()  # a recipe for a network that there is not is no use
        name = self._free_name(path.stem)
        self._keep(name, recipe, recipe_note(read_text(path)))
        self.network_requested.emit(recipe.network)

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
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the recipe"),
            f"{self.name}{RECIPE_SUFFIX}",
            self.tr("Recipes (*{0})").format(RECIPE_SUFFIX),
        )
        if name:
            path = Path(name).with_suffix(RECIPE_SUFFIX)
            self._try(
                lambda: write_atomically(path, recipe_text(self.recipe(self._network)).encode())
            )

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except HanddigitError as error:
            self.complained.emit(str(error))
