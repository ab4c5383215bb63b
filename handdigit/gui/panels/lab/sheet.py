"""What the Lab's sheets share."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from handdigit.gui.state.navigation import LabTask
from handdigit.gui.widgets.form import ScrolledSheet
from handdigit.gui.widgets.labels import Label


class LabSheet(ScrolledSheet):
    """One topic of the Lab; it can be set up from outside."""

    def set_up(self, task: LabTask) -> None:
        """Set up what a task names; what there is not, or belongs elsewhere, stays as it is."""
        raise NotImplementedError


class SentenceLabel(Label):
    """What one sees, in words; it keeps the room of two lines, so that nothing below moves."""

    def __init__(self, name: str, title: str) -> None:
        """Say nothing yet."""
        super().__init__(name=name, title=title, wraps=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
