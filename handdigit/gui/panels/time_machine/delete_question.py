"""The question before the checkpoints of a run are deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from handdigit.data.runs import RunStatus
from handdigit.gui.panels.time_machine.checkpoints import PastRun

_BYTES_OF_A_MEGABYTE = 1_000_000


class DeleteQuestion(QMessageBox):
    """Tells what would be lost, and what stays; ``accepted`` is the consent."""

    def __init__(self, past: PastRun, parent: QWidget) -> None:
        """Ask about a run."""
        super().__init__(
            QMessageBox.Icon.Question,
            self.tr("Delete Run"),
            self.tr("Delete the run {0} with its checkpoints?").format(past.run.order.name),
            parent=parent,
        )
        self.setObjectName("deleteRunQuestion")
        stays = (
            self.tr("The version that it became stays.")
            if past.run.status is RunStatus.FINISHED
            else self.tr("It is not finished and could be gone on with.")
        )
        size = self.tr("It takes {0} MB.").format(f"{past.size / _BYTES_OF_A_MEGABYTE:,.1f}")
        self.setInformativeText(f"{size} {stays}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = self.addButton(self.tr("Delete"), QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("deleteRunConfirm")
        self.addButton(QMessageBox.StandardButton.Cancel)
