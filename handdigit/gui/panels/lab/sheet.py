"""What the Lab's sheets share."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from handdigit.gui.state.navigation import LabTask
from handdigit.gui.widgets.labels import Label


class LabSheet(QWidget):
    """One topic of the Lab; it can be set up from outside."""

    def set_up(self, task: LabTask) -> None:
        """Set up what a task names; what there is not, or belongs elsewhere, stays as it is."""
        raise NotImplementedError

    def heightForWidth(self, width: int) -> int:
        """Return the least height: grids become smaller before the panel scrolls."""
        layout = self.layout()
        assert isinstance(layout, QLayout)  # every sheet has one
        return layout.totalMinimumHeightForWidth(width)


class SentenceLabel(Label):
    """What one sees, in words; it keeps the room of two lines, so that nothing below moves."""

    def __init__(self, name: str, title: str) -> None:
        """Say nothing yet."""
        super().__init__(name=name, title=title, wraps=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
