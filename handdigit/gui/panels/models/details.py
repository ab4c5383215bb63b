"""Everything that is known about one version."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QWidget,
)

from handdigit.data.model_store import StoredModel
from handdigit.gui.model_library import ModelLibrary
from handdigit.gui.panels.models.facts import facts, made_text, network_text
from handdigit.gui.panels.models.run_curve import RunCurve
from handdigit.gui.widgets.card import MARGIN
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.form import named, scroll_area, vbox
from handdigit.gui.widgets.labels import ElidedLabel


class VersionDetails(QWidget):
    """Name, note, results, data, recipe and curve; the note can be written.

    Signals:
        note_entered(StoredModel, str): the user wrote something else about a version.
    """

    note_entered = Signal(object, str)

    def __init__(self, library: ModelLibrary, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("versionDetails")
        self._library = library
        self._model: StoredModel | None = None
        self._name = ElidedLabel(size=1.25, name="versionName")
        self._subtitle = ElidedLabel(colour="muted", name="versionSubtitle")
        self._note = named(QLineEdit(), "versionNote", self.tr("Note"))
        self._note.editingFinished.connect(self._take_note)
        self._facts = FactGrid(wraps=True)
        self._facts.setObjectName("versionFacts")
        self._curve = RunCurve()
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.addWidget(self._facts, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._curve, 0, 1, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 1)
        title = self.tr("What is known about the version")
        scroll = scroll_area(body, "versionFactsScroll", title)
        vbox(self._name, self._subtitle, self._note, (scroll, 1), on=self, spacing=6)

    def show_version(self, model: StoredModel | None) -> None:
        """Show a version."""
        if model is None:
            return
        if self._model is not None and model != self._model:
            self._take_note()  # of the one before, if the pointer went straight to another row
        self._model = model
        info = model.info
        own = self._library.is_own(model)
        self._name.setText(model.name)
        parts = [
            network_text(info),
            self.tr("{0} parameters").format(f"{info.parameter_count:,}"),
            made_text(info),
            "" if own else self.tr("shipped") if self._library.is_shipped(model) else "",
        ]
        self._subtitle.setText(" · ".join(part for part in parts if part))
        self._note.setText(info.note)
        self._note.setVisible(own)
        self._note.setPlaceholderText(self.tr("Write a note"))
        lines = facts(info, self._library.parent_of(model))
        self._facts.show_lines(
            lines or [("", self.tr("The file says nothing about its training."))]
        )
        self._curve.show_run(info.curve)

    @Slot()
    def _take_note(self) -> None:
        model, note = self._model, self._note.text().strip()
        if model is not None and self._library.is_own(model) and note != model.info.note:
            self._model = None  # once is enough
            self.note_entered.emit(model, note)
