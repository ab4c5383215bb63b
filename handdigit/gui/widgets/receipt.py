"""What learning gave, before and after side by side, and the choice what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from handdigit.experiment.receipt import Change, Score
from handdigit.gui.numbers import grouped
from handdigit.gui.widgets.accessible_table import announce
from handdigit.gui.widgets.choice_row import ChoiceRow
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import MARGIN, StripedCard, named, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.number_format import percent


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One thing that both models were asked, and what they said."""

    name: str
    before: str
    after: str
    note: str = ""
    """What changed."""
    verdict: float = 0.0
    """Above 0 for better, below for worse."""


def change_line(name: str, change: Change) -> ReceiptLine:
    """Return the line of a set of drawings that has any in it."""
    template = QCoreApplication.translate("ReceiptView", "Mistakes: {0} gone, {1} new")
    return ReceiptLine(
        name,
        percent(change.before.accuracy or 0.0, 2),
        percent(change.after.accuracy or 0.0, 2),
        template.format(grouped(change.mended), grouped(change.spoiled)),
        change.gain or 0.0,
    )


class ReceiptView(StripedCard):
    """A heading, a sentence, a line a set, what can be done; on demand every class.

    Hidden while there is nothing to decide or to tell.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing; the names of what is in it begin with ``name``."""
        super().__init__(parent)
        named(self, name, self.tr("Before and after"))
        self._heading = Label(bold=True, size=1.1, name=f"{name}Heading", wraps=True)
        self._sentence = Label(colour="muted", name=f"{name}Sentence", wraps=True)
        for label in (self._heading, self._sentence):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lines = _Lines(f"{name}Lines")
        self._details = named(_Details(), f"{name}Classes", self.tr("Every class"))
        self._details.hide()
        self._more = named(QPushButton(self.tr("Class by Class")), f"{name}More")
        self._more.setToolTip(self.tr("How every class is read, before and after."))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        self._more.hide()
        self.choices = ChoiceRow(self._more)
        vbox(
            self._heading,
            self._sentence,
            self._lines,
            self.choices,
            self._details,
            on=self,
            margins=(MARGIN + 4, 8, 8, 8),
            spacing=6,
        )
        self.hide()

    @property
    def heading(self) -> str:
        """What it is about; nothing while it is hidden."""
        return "" if self.isHidden() else self._heading.text()

    @property
    def sentence(self) -> str:
        """What is said below."""
        return self._sentence.text()

    @property
    def text(self) -> str:
        """The names and numbers on show, a line each."""
        return "\n".join((*self._lines.texts, *(self._details.texts if self._is_open else ())))

    @property
    def _is_open(self) -> bool:
        return self._details.isVisibleTo(self)

    def say(self, heading: str, sentence: str, *, warns: bool = False) -> None:
        """Say what happened, and what follows from it."""
        self.set_stripe("warning" if warns else "accent")
        self._heading.setText(heading)
        self._sentence.set_colour("warning" if warns else "muted")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        said = f"{heading}\n{sentence}"
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            announce(self, said)
        self.show()

    def clear_numbers(self) -> None:
        """Show no lines and no classes: nothing is measured yet."""
        self._lines.show_lines("", "", ())
        self.show_classes((), DIGITS)

    def show_lines(self, before: str, after: str, lines: Sequence[ReceiptLine]) -> None:
        """Show a line a set under the names of the two models."""
        self._lines.show_lines(before, after, lines)

    def show_classes(self, sets: Sequence[tuple[str, Change]], alphabet: Alphabet) -> None:
        """Offer the classes of these sets; what has no drawing in it is not there."""
        measured = [(name, change) for name, change in sets if change.after.n]
        self._details.show_sets(measured, alphabet)
        self._more.setVisible(bool(measured))
        if not measured:
            self._more.setChecked(False)


class _Table(QWidget):
    """Labels in a grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(3)
        self._rows: list[list[Label]] = []

    @property
    def texts(self) -> list[str]:
        return [" | ".join(label.text() for label in row) for row in self._rows]

    def clear(self) -> None:
        for row in self._rows:
            for label in row:
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        self._rows = []

    def add(self, texts: Sequence[str], colours: Sequence[str]) -> None:
        row = len(self._rows)
        self._rows.append([])
        for column, (text, colour) in enumerate(zip(texts, colours, strict=True)):
            is_number = column in (1, 2)
            if is_number and not row:
                label: Label = ElidedLabel(text, colour=colour)  # a model's name is of any length
            else:
                label = Label(text, colour=colour, wraps=not is_number)
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            self._rows[-1].append(label)
            self._grid.addWidget(label, row, column)


_HEAD = ("muted",) * 4


def _colours(verdict: float) -> tuple[str, str, str, str]:
    after = "accent" if verdict > 0 else "warning" if verdict < 0 else "text"
    return "text", "text", after, "muted"


class _Lines(_Table):
    """Name, before, after, what changed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        for column, stretch in enumerate((3, 2, 2, 4)):
            self._grid.setColumnStretch(column, stretch)
        self._shown: object = None

    def show_lines(self, before: str, after: str, lines: Sequence[ReceiptLine]) -> None:
        shown = (before, after, tuple(lines))
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        self.setVisible(bool(lines))
        if lines:
            self.add(("", before, after, ""), _HEAD)
        for line in lines:
            texts = (line.name, line.before, line.after, line.note)
            self.add(texts, _colours(line.verdict))


class _Details(QWidget):
    """A table a set, beside each other where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=2 * MARGIN)
        self._tables: list[_Table] = []

    @property
    def texts(self) -> list[str]:
        return [text for table in self._tables for text in table.texts]

    def show_sets(self, sets: Sequence[tuple[str, Change]], alphabet: Alphabet) -> None:
        for table in self._tables:
            self._flow.removeWidget(table)
            table.hide()
            table.deleteLater()
        self._tables = []
        for name, change in sets:
            table = _Table()
            table.add((name, self.tr("before"), self.tr("after"), self.tr("drawings")), _HEAD)
            for number, label in enumerate(alphabet.names):
                count = change.after.counts[number]
                if count:
                    was, now = _of(change.before, number), _of(change.after, number)
                    texts = (label, percent(was), percent(now), grouped(count))
                    table.add(texts, _colours(now - was))
            self._tables.append(table)
            self._flow.addWidget(table)
            table.show()


def _of(score: Score, number: int) -> float:
    return score.of_digit(number) or 0.0
