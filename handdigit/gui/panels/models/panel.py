"""The Models panel: versions, what is known of them, how they differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from handdigit.errors import HanddigitError
from handdigit.gui.panels.models.comparison import Comparison
from handdigit.gui.panels.models.details import VersionDetails
from handdigit.gui.panels.models.ensemble_dialog import EnsembleDialog
from handdigit.gui.panels.models.version_list import VersionList
from handdigit.gui.state.model_library import ModelLibrary
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import MARGIN, Card, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.question import Question, ask, ask_for_file, ask_where_to_save
from handdigit.gui.widgets.segments import Segments
from handdigit.storage.models.groups import Group
from handdigit.storage.models.model_file import SUFFIX
from handdigit.storage.models.model_store import StoredModel


class ModelsPanel(Card):
    """The list above, what can be done with the selected version, and below one of two views."""

    def __init__(
        self, session: Session, library: ModelLibrary, parent: QWidget | None = None
    ) -> None:
        """Follow ``library``."""
        super().__init__(parent)
        named(self, "modelsPanel", self.tr("Models"))
        self._library = library
        self._list = VersionList(library)
        self._buttons = FlowLayout()
        self._activate = push_button("modelActivate", self.tr("Activate"), do=self._let_answer)
        self._roll_back = push_button("modelRollBack", self.tr("Roll Back"), do=self._go_back)
        self._rename = push_button("modelRename", self.tr("Rename"), do=self._list.edit_name)
        self._delete = push_button("modelDelete", self.tr("Delete…"), do=self._ask_to_delete)
        self._export = push_button("modelExport", self.tr("Export…"), do=self._choose_export)
        self._import = push_button("modelImport", self.tr("Import…"), do=self._choose_import)
        self._ensemble = push_button(
            "modelEnsemble", self.tr("New Ensemble…"), do=self._choose_members
        )
        for button in (
            self._activate,
            self._roll_back,
            self._rename,
            self._delete,
            self._export,
            self._import,
            self._ensemble,
        ):
            self._buttons.addWidget(button)
        self._import.setToolTip(self.tr("Copy a model file into the list."))
        self._export.setToolTip(self.tr("Copy the selected version to a file."))
        self._message = Label(colour="muted", name="modelsMessage", wraps=True)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setObjectName("modelUndo")
        self._undo.setToolTip(self.tr("Bring the deleted version back."))
        self._undo.clicked.connect(self._bring_back)
        self._views = Segments(
            (
                ("modelDetails", self.tr("Details"), self.tr("What is known of the selected one")),
                ("modelCompare", self.tr("Compare"), self.tr("The ticked ones on the drawing")),
            )
        )
        self._details = VersionDetails(library)
        self._comparison = Comparison(session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._details)
        self._stack.addWidget(self._comparison)
        self._lay_out()
        self._connect()
        self._say("")
        self._show_chosen()
        self._compare_ticked()

    def _lay_out(self) -> None:
        message = hbox((self._message, 1), self._undo)
        lower = QWidget()
        vbox(self._buttons, message, self._views, (self._stack, 1), on=lower, spacing=8)
        self._list.setMinimumHeight(110)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("modelsSplitter")
        splitter.setAccessibleName(self.tr("Versions, and what is known of them"))
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MARGIN)
        splitter.addWidget(self._list)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([250, 350])
        vbox(splitter, on=self, margins=MARGIN)

    def _connect(self) -> None:
        self._list.chosen_changed.connect(self._show_chosen)
        self._list.ticked_changed.connect(self._compare_ticked)
        self._list.activation_requested.connect(self._let_answer)
        self._list.renaming_requested.connect(self._list.edit_name)
        self._list.name_entered.connect(self._give_name)
        self._details.note_entered.connect(self._write_note)
        self._views.chosen.connect(self._stack.setCurrentIndex)
        self._library.models_changed.connect(self._list.show_versions)
        self._library.active_changed.connect(self._list.show_versions)
        self._library.active_changed.connect(self._show_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for versions that came from elsewhere: the command line, another window."""
        super().showEvent(event)
        self._library.refresh()
        self._show_chosen()

    # --- showing -------------------------------------------------------------------------

    @Slot()
    def _show_chosen(self) -> None:
        model = self._list.chosen
        if self.isVisible():
            self._details.show_version(model)
        own = model is not None and self._library.is_own(model)
        active = model is not None and self._library.is_active(model)
        self._activate.setEnabled(model is not None and not active)
        self._activate.setToolTip(
            self.tr("It answers already.") if active else self.tr("Let this version answer.")
        )
        before = self._library.previous
        self._roll_back.setEnabled(before is not None)
        self._roll_back.setToolTip(
            self.tr("No other version was active before.")
            if before is None
            else self.tr("Let {0} answer again.").format(before.name)
        )
        self._rename.setEnabled(own)
        self._delete.setEnabled(own and not active)
        fixed = self.tr("It came with the program and stays as it is.")
        if model is not None and not self._library.is_shipped(model):
            fixed = self.tr("It is a file elsewhere: import it first.")
        self._rename.setToolTip(self.tr("Give it another name.") if own else fixed)
        self._delete.setToolTip(
            fixed
            if not own
            else self.tr("It answers: activate another one first.")
            if active
            else self.tr("Until the window closes it can be brought back.")
        )

    @Slot()
    def _compare_ticked(self) -> None:
        self._comparison.set_models(self._list.ticked)
        networks = [model for model in self._list.models if not model.info.is_ensemble]
        self._ensemble.setEnabled(len(networks) > 1)
        self._ensemble.setToolTip(
            self.tr("Let several versions vote as one.")
            if len(networks) > 1
            else self.tr("There is only one network: nobody to vote with.")
        )

    def _say(self, text: str, *, is_trouble: bool = False, can_undo: bool = False) -> None:
        """Show a sentence; without one, what there is to know in the beginning."""
        if not text and not any(m.group is Group.OWN for m in self._library.models):
            text = self.tr("Every training run adds a version here: press Train in Retrain.")
        self._message.set_colour("warning" if is_trouble else "muted")
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._undo.setVisible(can_undo)

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except HanddigitError as error:
            self._say(str(error), is_trouble=True)
            return False
        return True

    # --- doing ---------------------------------------------------------------------------

    @Slot()
    def _let_answer(self) -> None:
        model = self._list.chosen
        if model is not None and not self._library.is_active(model):
            self._say("")
            self._library.activate(model)

    def _go_back(self) -> None:
        self._say("")
        before = self._library.previous
        if self._try(self._library.roll_back) and before is not None:
            self._list.choose(before.path)

    @Slot(object, str)
    def _give_name(self, model: StoredModel, name: str) -> None:
        if self._try(lambda: self._library.rename(model, name.strip())):
            self._say("")
            renamed = next(m for m in self._library.models if m.name == name.strip())
            self._list.choose(renamed.path)

    @Slot(object, str)
    def _write_note(self, model: StoredModel, note: str) -> None:
        self._try(lambda: self._library.annotate(model, note))

    def _ask_to_delete(self) -> None:
        model = self._list.chosen
        if model is None:
            return
        question = Question(
            "delete",
            self.tr("Delete Model"),
            self.tr("Delete {0}?").format(model.name),
            self.tr("Until the window closes it can be brought back."),
            self.tr("Delete"),
        )
        ask(self, question, lambda: self._really_delete(model))

    def _really_delete(self, model: StoredModel) -> None:
        if self._try(lambda: self._library.delete(model)):
            self._say(self.tr("{0} was deleted.").format(model.name), can_undo=True)

    def _bring_back(self) -> None:
        def restore() -> None:
            self._list.choose(self._library.restore().path)

        if self._try(restore):
            last = self._library.last_deleted
            self._say(self.tr("{0} was deleted.").format(last) if last else "", can_undo=bool(last))

    def _choose_import(self) -> None:
        pattern = self.tr("Models (*{0})").format(SUFFIX)
        path = ask_for_file(self, self.tr("Import a model"), pattern)
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Copy a model file into the library and select it."""

        def work() -> None:
            imported = self._library.import_model(path)
            self._list.choose(imported.path)
            self._say(self.tr("{0} was imported.").format(imported.name))

        self._try(work)

    def _choose_export(self) -> None:
        model = self._list.chosen
        if model is None:
            return
        title, pattern = self.tr("Export the model"), self.tr("Models (*{0})").format(SUFFIX)
        path = ask_where_to_save(self, title, f"{model.name}{SUFFIX}", pattern)
        if path is None:
            return

        def work() -> None:
            self._say(self.tr("Saved as {0}.").format(self._library.export_model(model, path)))

        self._try(work)

    def _choose_members(self) -> None:
        ticked = {model.path for model in self._list.ticked}
        suggestion = self._library.unused_name(self.tr("ensemble"))
        dialog = EnsembleDialog(self._list.models, ticked, suggestion, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._make_ensemble(dialog.name, dialog.members, dialog))
        dialog.open()

    def _make_ensemble(
        self, name: str, members: tuple[StoredModel, ...], dialog: EnsembleDialog
    ) -> None:
        def work() -> None:
            made = self._library.make_ensemble(name, members, dialog.rule)
            self._list.choose(made.path)
            self._say(self.tr("{0} was made. Activate it to let it answer.").format(made.name))

        self._try(work)
