"""Who voted what, where an ensemble answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from handdigit.gui.state.session import Session
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.network.recognition import Votes, VotingRule
from handdigit.number_format import in_percent

_Line = tuple[str, str, str, int | None]
ROWS = 9
"""So many members have a line each; of more only the sum is written."""


class VoteList(QWidget):
    """A heading, and a line for each member with its digit and how sure it is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``; nothing is shown while one network answers."""
        super().__init__(parent)
        self.setObjectName("voteList")
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._heading = Label(colour="muted", bold=True, name="voteHeading")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._heading, 0, 0, 1, 3)
        self._rows: list[tuple[ElidedLabel, Label, Label]] = []
        session.model_changed.connect(self._show)
        session.recognition_changed.connect(self._show)
        session.recognition_refused.connect(self._empty)
        self._show()

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Names and digits on show."""
        return [
            (name.text(), digit.text()) for name, digit, _ in self._rows if digit.isVisibleTo(self)
        ]

    @Slot()
    def _show(self) -> None:
        self._show_votes(self._session.recognition.votes)

    @Slot()
    def _empty(self) -> None:
        self._show_votes(None)

    def _show_votes(self, votes: Votes | None) -> None:
        """Show what every member says; those that disagree with the answer stand out."""
        info = self._session.model.info
        self.setVisible(info.is_ensemble)
        if not info.is_ensemble:
            return
        headings = {
            VotingRule.MEAN: self.tr("Votes, mean counts"),
            VotingRule.MAJORITY: self.tr("Votes"),
            VotingRule.VIEWS: self.tr("Votes, five looks each"),
        }
        self._heading.setText(headings[info.rule])
        lines: list[_Line]
        names = tuple(member.name for member in info.members)
        if votes is None or votes.names != names:
            # Nothing is drawn: the lines stay, so that nothing moves when the pen begins. Only of
            # many voters the lines are as many as their opinions.
            lines = [(name, "", "", None) for name in names]
            if len(names) > ROWS:
                lines = [(self.tr("{0} networks").format(len(names)), "", "", None)]
        elif len(names) > ROWS:
            lines = [
                (self._votes_text(count), info.alphabet.names[digit], "", digit)
                for digit, count in Counter(votes.digits).most_common(ROWS)
            ]
        else:
            lines = [
                (
                    name,
                    info.alphabet.names[digit],
                    f"{in_percent(row[digit], 0)}\N{NO-BREAK SPACE}%",
                    digit,
                )
                for name, digit, row in zip(names, votes.digits, votes.probabilities, strict=True)
            ]
        self._fill(lines)

    def _votes_text(self, count: int) -> str:
        return self.tr("%Ln votes", "", count)

    def _fill(self, lines: Sequence[_Line]) -> None:
        answer = self._session.recognition.claimed_digit
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
        name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        digit, percent = Label(bold=True), Label(colour="muted")
        digit.setObjectName(f"vote{row}")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        percent.setAlignment(right)
        percent.setMinimumWidth(percent.fontMetrics().horizontalAdvance("100 %") + 2)
        for column, label in enumerate((name, digit, percent)):
            self._grid.addWidget(label, row + 1, column)
        self._rows.append((name, digit, percent))
