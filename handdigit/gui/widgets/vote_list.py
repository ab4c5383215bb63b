"""Who voted what, where an ensemble answers."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from handdigit.core.voting import Rule, Votes
from handdigit.gui.widgets.labels import ElidedLabel, Label

ROWS = 6
"""So many members have a line each; of more only the sum is written."""


class VoteList(QWidget):
    """A heading, and a line for each member with its digit and how sure it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing: one network answers."""
        super().__init__(parent)
        self.setObjectName("voteList")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._heading = Label(colour="muted", bold=True)
        self._heading.setObjectName("voteHeading")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._heading, 0, 0, 1, 3)
        self._rows: list[tuple[ElidedLabel, Label, Label]] = []
        self.hide()

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Names and digits on show."""
        return [
            (name.text(), digit.text()) for name, digit, _ in self._rows if digit.isVisibleTo(self)
        ]

    def show_votes(self, votes: Votes | None, answer: int | None) -> None:
        """Show what every member said; those that disagree with ``answer`` stand out."""
        self.setVisible(votes is not None)
        if votes is None:
            return
        by_majority = votes.rule is Rule.MAJORITY
        self._heading.setText(self.tr("Votes") if by_majority else self.tr("Votes, mean counts"))
        if len(votes.names) > ROWS:
            counted = Counter(votes.digits).most_common(ROWS)
            lines = [
                (self.tr("{0} votes").format(count), str(digit), "", digit)
                for digit, count in counted
            ]
        else:
            lines = [
                (name, str(digit), f"{row[digit] * 100:.0f}\N{NO-BREAK SPACE}%", digit)
                for name, digit, row in zip(
                    votes.names, votes.digits, votes.probabilities, strict=True
                )
            ]
        while len(self._rows) < len(lines):
            self._add_row()
        for number, (name, digit, percent) in enumerate(self._rows):
            shown = number < len(lines)
            for label in (name, digit, percent):
                label.setVisible(shown)
            if shown:
                name.setText(lines[number][0])
                digit.setText(lines[number][1])
                percent.setText(lines[number][2])
                digit.set_colour("text" if lines[number][3] == answer else "warning")

    def _add_row(self) -> None:
        row = len(self._rows)
        name, digit, percent = ElidedLabel(), Label(bold=True), Label(colour="muted")
        digit.setObjectName(f"vote{row}")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        percent.setAlignment(right)
        percent.setMinimumWidth(percent.fontMetrics().horizontalAdvance("100 %") + 2)
        for column, label in enumerate((name, digit, percent)):
            self._grid.addWidget(label, row + 1, column)
        self._rows.append((name, digit, percent))
