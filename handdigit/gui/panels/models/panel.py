"""The Models panel: versions, what is known of them, how they differ."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from handdigit.gui.panels.models.comparison import Comparison
from handdigit.gui.panels.models.details import VersionDetails
from handdigit.gui.panels.models.ensemble_dialog import EnsembleDialog
from handdigit.gui.panels.models.version_list import VersionList
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import MARGIN, Card, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.question import Question, ask, ask_for_file, ask_where_to_save
from handdigit.gui.widgets.segments import Segments
from handdigit.gui.widgets.work_line import WorkLine
from handdigit.network.recognition import VotingRule
from handdigit.sentences import shown
from handdigit.storage.models.model_file import SUFFIX
from handdigit.storage.models.stored_model import Group, StoredModel, UnusableModel


class ModelsPanel(Card):
    """The list above, what can be done with the selected version, and below one of two views."""

    def __init__(
        self,
        session: Session,
        library: ModelLibrary,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``library``; import what ``navigation`` has been offered."""
        super().__init__(parent)
        named(self, "modelsPanel", self.tr("Models"))
        self._library = library
        self._navigation = navigation
        self._list = VersionList(library)
        self._buttons = FlowLayout()
        self._activate = push_button("modelActivate", self.tr("Activate"), do=self._let_answer)
        self._roll_back = push_button("modelRollBack", self.tr("Roll Back"), do=self._go_back)
        self._rename = push_button("modelRename", self.tr("Rename"), do=self._list.edit_name)
        self._delete = push_button("modelDelete", self.tr("Delete…"), do=self._ask_to_delete)
        self._remove = push_button("modelRemove", self.tr("Remove"), do=self._remove_unusable)
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
            self._remove,
            self._export,
            self._import,
            self._ensemble,
        ):
            self._buttons.addWidget(button)
        self._import.setToolTip(self.tr("Copy a model file into the list."))
        self._export.setToolTip(self.tr("Copy the selected version to a file."))
        self._message = Label(colour="muted", name="modelsMessage", wraps=True)
        self._undo = push_button(
            "modelUndo",
            self.tr("Undo"),
            self.tr("Bring the deleted version back."),
            self._bring_back,
        )
        self._is_working = False
        self._import_line = WorkLine("modelImporting", "modelImportCancel")
        self._import_line.set_busy(True)
        self._import_line.hide()
        self._imported_file = ""
        """Name of the file that is being imported; empty while none is."""
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
        self._take_offered()

    def _lay_out(self) -> None:
        message = hbox((self._message, 1), self._undo)
        lower = QWidget()
        items = (self._buttons, message, self._import_line, self._views, (self._stack, 1))
        vbox(*items, on=lower, spacing=8)
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
        self._library.importing.slowed.connect(self._show_import)
        self._import_line.cancel_requested.connect(self._cancel_import)
        self._navigation.model_offered.connect(self._take_offered)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for versions that came from elsewhere: the command line, another window."""
        super().showEvent(event)
        self._library.refresh()
        self._show_chosen()

    # --- showing -------------------------------------------------------------------------

    @Slot()
    def _show_chosen(self) -> None:
        model, unusable = self._list.chosen, self._list.chosen_unusable
        if self.isVisible():
            if unusable is not None:
                self._details.show_unusable(unusable)
            self._details.show_version(model)
        own = model is not None and self._library.is_own(model)
        active = model is not None and self._library.is_active(model)
        idle = not self._is_working
        self._activate.setEnabled(idle and model is not None and not active)
        self._activate.setToolTip(
            self.tr("It answers already.") if active else self.tr("Let this version answer.")
        )
        before = self._library.previous
        self._roll_back.setEnabled(idle and before is not None)
        self._roll_back.setToolTip(
            self.tr("No other version was active before.")
            if before is None
            else self.tr("Let {0} answer again.").format(before.name)
        )
        self._export.setEnabled(idle and model is not None)
        self._import.setEnabled(idle)
        self._rename.setEnabled(idle and own)
        self._delete.setEnabled(idle and own and not active)
        fixed = self.tr("It came with the program and stays as it is.")
        if model is not None and not self._library.is_shipped(model):
            fixed = self.tr("It is a file elsewhere: import it first.")
        self._rename.setToolTip(self.tr("Give it another name.") if own else fixed)
        restorable = self.tr("Until the window closes it can be brought back.")
        self._delete.setToolTip(
            fixed
            if not own
            else self.tr("It answers: activate another one first.")
            if active
            else restorable
        )
        self._delete.setVisible(unusable is None)
        self._remove.setVisible(unusable is not None)
        removable = unusable is not None and self._library.is_own(unusable)
        self._remove.setEnabled(idle and removable)
        self._remove.setToolTip(
            restorable
            if removable
            else self.tr("It came with the program: install handdigit again.")
        )
        self._undo.setEnabled(idle)
        self._allow_ensembles()

    @Slot()
    def _compare_ticked(self) -> None:
        self._comparison.set_models(self._list.ticked)
        self._allow_ensembles()

    def _allow_ensembles(self) -> None:
        networks = [model for model in self._list.models if not model.info.is_ensemble]
        self._ensemble.setEnabled(not self._is_working and len(networks) > 1)
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
        self._message.setText(shown(text))
        self._message.setVisible(bool(text))
        self._undo.setVisible(can_undo)

    def _order(
        self,
        order: Callable[[Callable[..., None], Callable[[str], None]], None],
        done: Callable[..., None],
    ) -> None:
        """Let the library work on files; nothing else can be ordered meanwhile."""
        self._say(self.tr("Working…"))
        self._set_working(True)

        def end(*result: object) -> None:
            self._set_working(False)
            self._say("")
            done(*result)
            self._take_offered()

        order(end, self._fail)

    def _set_working(self, working: bool) -> None:
        self._is_working = working
        self._imported_file = ""
        self._import_line.hide()
        self._show_chosen()

    def _fail(self, sentence: str) -> None:
        self._set_working(False)
        self._say(sentence, is_trouble=True)
        self._take_offered()

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
        if before is not None:
            self._library.roll_back()
            self._list.choose(before.path)

    @Slot(object, str)
    def _give_name(self, model: StoredModel, name: str) -> None:
        self._order(partial(self._library.rename, model, name.strip()), self._choose)

    def _choose(self, model: StoredModel | UnusableModel) -> None:
        self._list.choose(model.path)

    @Slot(object, str)
    def _write_note(self, model: StoredModel, note: str) -> None:
        self._library.annotate(model, note, self._fail)

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

    def _remove_unusable(self) -> None:
        unusable = self._list.chosen_unusable
        if unusable is not None:
            self._really_delete(unusable)

    def _really_delete(self, model: StoredModel | UnusableModel) -> None:
        self._order(partial(self._library.delete, model), self._offer_undo)

    def _offer_undo(self) -> None:
        last = self._library.last_deleted
        self._say(self.tr("{0} was deleted.").format(last) if last else "", can_undo=bool(last))

    def _bring_back(self) -> None:
        def restored(model: StoredModel | UnusableModel) -> None:
            self._choose(model)
            self._offer_undo()

        self._order(self._library.restore, restored)

    def _choose_import(self) -> None:
        pattern = self.tr("Models (*{0})").format(SUFFIX)
        path = ask_for_file(self, self.tr("Import a model"), pattern)
        if path is not None:
            self.import_file(path)

    @Slot()
    def _take_offered(self) -> None:
        """Import the file that was opened from elsewhere, once there is nothing else to do."""
        if self._is_working or (path := self._navigation.take_offered_model()) is None:
            return

        def import_or_choose() -> None:
            known = self._library.model_at(path.absolute())
            if known is None:
                self.import_file(path)
            else:
                self._choose(known)

        self._library.refresh(import_or_choose)  # none are known before the first look

    def import_file(self, path: Path) -> None:
        """Copy a model file into the library and select it."""

        def imported(model: StoredModel) -> None:
            self._choose(model)
            self._say(self.tr("{0} was imported.").format(model.name))

        self._order(partial(self._library.import_model, path), imported)
        self._imported_file = path.name

    @Slot(bool)
    def _show_import(self, is_slow: bool) -> None:
        """Say what takes so long in place of the message."""
        if is_slow and self._imported_file:
            self._message.hide()
            self._import_line.say(self.tr("Importing {0}…").format(self._imported_file))
            self._import_line.show()

    @Slot()
    def _cancel_import(self) -> None:
        name = self._imported_file
        if self._library.importing.cancel():
            self._set_working(False)
            self._say(self.tr("{0} was not imported.").format(name))

    def _choose_export(self) -> None:
        model = self._list.chosen
        if model is None:
            return
        title, pattern = self.tr("Export the model"), self.tr("Models (*{0})").format(SUFFIX)

        def exported(target: Path) -> None:
            self._say(self.tr("Saved as {0}.").format(target))

        def export(path: Path) -> None:
            self._order(partial(self._library.export_model, model, path), exported)

        proposal = f"{model.name}{SUFFIX}"
        ask_where_to_save(self, title, proposal, pattern, export, endings=(SUFFIX,))

    def _choose_members(self) -> None:
        ticked = {model.path for model in self._list.ticked}
        suggestion = self._library.unused_name(self.tr("ensemble"))
        dialog = EnsembleDialog(self._list.models, ticked, suggestion, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._make_ensemble(dialog.name, dialog.members, dialog.rule)
        )
        dialog.open()

    def _make_ensemble(self, name: str, members: tuple[StoredModel, ...], rule: VotingRule) -> None:
        def made(ensemble: StoredModel) -> None:
            self._choose(ensemble)
            text = self.tr("{0} was made. Activate it to let it answer.")
            self._say(text.format(ensemble.name))

        self._order(partial(self._library.make_ensemble, name, members, rule), made)
