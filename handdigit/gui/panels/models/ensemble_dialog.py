"""Choosing which versions shall vote, and how."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.gui.numbers import grouped
from handdigit.gui.widgets.form import named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.recognition import VotingRule
from handdigit.sentences import shown
from handdigit.storage.models.stored_model import StoredModel

LEAST = 2


class EnsembleDialog(QDialog):
    """Name, rule and members of a new ensemble; it can be made from two members on."""

    def __init__(
        self,
        models: Sequence[StoredModel],
        ticked: Collection[Path],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the networks among ``models``; those in ``ticked`` are members to begin with."""
        super().__init__(parent)
        self.setObjectName("ensembleDialog")
        self.setWindowTitle(self.tr("New Ensemble"))
        self._models = tuple(model for model in models if not model.info.is_ensemble)
        self._name = named(QLineEdit(name), "ensembleName", self.tr("Name"))
        self._name.textChanged.connect(self._check)
        texts = {
            VotingRule.MEAN: self.tr("Mean of the probabilities"),
            VotingRule.MAJORITY: self.tr("Majority; the mean breaks a tie"),
            VotingRule.VIEWS: self.tr("Mean of five looks each, half a pixel apart; slower"),
        }
        self._rules = {rule: QRadioButton(text) for rule, text in texts.items()}
        for rule, button in self._rules.items():
            button.setObjectName(f"ensemble{rule.capitalize()}")
        self._rules[VotingRule.MEAN].setChecked(True)
        self._members = named(QListWidget(), "ensembleMembers", self.tr("Members"))
        for model in self._models:
            item = QListWidgetItem(shown(model.name))
            state = Qt.CheckState.Checked if model.path in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self._members.addItem(item)
        self._members.itemChanged.connect(self._check)
        self._note = Label(colour="muted", name="ensembleNote", wraps=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._make = self._buttons.addButton(
            self.tr("Make Ensemble"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._make.setObjectName("ensembleMake")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        rules = vbox(*self._rules.values())
        form = QFormLayout()
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Answer"), rules)
        form.addRow(self.tr("Members"), self._members)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(420)
        self._check()

    @property
    def name(self) -> str:
        """What it is to be called."""
        return self._name.text().strip()

    @property
    def rule(self) -> VotingRule:
        """How the members come to one answer."""
        return next(rule for rule, button in self._rules.items() if button.isChecked())

    @property
    def members(self) -> tuple[StoredModel, ...]:
        """Those that shall vote."""
        return tuple(
            model
            for row, model in enumerate(self._models)
            if self._members.item(row).checkState() is Qt.CheckState.Checked
        )

    @Slot()
    def _check(self) -> None:
        members = self.members
        enough = len(members) >= LEAST
        self._make.setEnabled(enough and bool(self.name))
        parameters = sum(model.info.parameter_count for model in members)
        self._note.setText(
            self.tr("{0} members, {1} parameters. It keeps working without them.").format(
                len(members), grouped(parameters)
            )
            if enough
            else self.tr("Tick at least two members.")
        )
