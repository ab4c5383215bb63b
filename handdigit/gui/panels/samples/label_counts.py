"""How many samples there are of each class: columns, of which one can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.painted_widget import PointedWidget
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.network.alphabet import DIGITS, Alphabet

WIDEST_BAR = 34.0
BAR_HEIGHT = 46
"""Of the tallest column, in pixels."""


class LabelCounts(PointedWidget[int]):
    """Columns as high as there are samples; the part that is held out is paler.

    Signals:
        digit_clicked(int): the user clicked a column.
    """

    digit_clicked = Signal(int)
    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no samples."""
        super().__init__(parent)
        self.setObjectName("sampleCounts")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._alphabet = DIGITS
        self._counts = self._held_out = (0,) * len(DIGITS)
        self._chosen: int | None = None
        self.show_counts(DIGITS, self._counts, self._held_out)

    @property
    def counts(self) -> tuple[int, ...]:
        """What is shown."""
        return self._counts

    def show_counts(
        self, alphabet: Alphabet, counts: Sequence[int], held_out: Sequence[int]
    ) -> None:
        """Show how many samples each class has, and how many of them are held out."""
        self._alphabet = alphabet
        self._counts, self._held_out = tuple(counts), tuple(held_out)
        self.setAccessibleName(self.tr("Samples of each class"))
        pairs = zip(alphabet.names, counts, strict=True)
        self.setAccessibleDescription(", ".join(f"{name}: {count}" for name, count in pairs))
        self.update()

    def show_chosen(self, digit: int | None) -> None:
        """Mark one column, or none."""
        self._chosen = digit
        self.update()

    def column_area(self, digit: int) -> QRectF:
        """Return the rectangle of a column."""
        width = self.width() / len(self._alphabet)
        return QRectF(digit * width, 0, width, self.height())

    def sizeHint(self) -> QSize:
        """Return the room for columns, counts and digits."""
        return QSize(420, BAR_HEIGHT + 2 * self.fontMetrics().height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest readable size."""
        return QSize(280, self.sizeHint().height())

    def part_at(self, position: QPointF) -> int | None:
        """Return the number of the class whose column is at a position."""
        column = int(position.x() * len(self._alphabet) // max(1, self.width()))
        return column if 0 <= column < len(self._alphabet) else None

    def part_pressed(self, digit: int) -> None:
        """Choose a column."""
        self.digit_clicked.emit(digit)

    def part_pointed(self, digit: int | None) -> None:
        """Say how many there are."""
        self.setToolTip("" if digit is None else self._told(digit))

    def _told(self, digit: int) -> str:
        text = self.tr("%Ln samples of {0}, {1} of them held out", "", self._counts[digit])
        held_out = grouped(self._held_out[digit])
        return text.format(self._alphabet.names[digit], held_out)

    def cells(self) -> Cells:
        """Return a column for every class."""

        def text(_row: int, column: int) -> str:
            return grouped(self._counts[column])

        def press(_row: int, column: int) -> None:
            self.part_pressed(column)

        def name(_row: int, column: int) -> str:
            return self._told(column)

        return Cells(("",), self._alphabet.names, text, press, None, name)

    def paint(self, painter: Painter) -> None:
        """Paint the columns."""
        height = painter.fontMetrics().height()
        most = max(1, *self._counts)
        for digit, (count, held_out) in enumerate(zip(self._counts, self._held_out, strict=True)):
            column = self.column_area(digit)
            is_chosen = digit == self._chosen
            if is_chosen or digit == self.pointed:
                painter.fill(column.adjusted(1, 0, -1, 0), "window", 4)
            bar = QRectF(0, 0, min(WIDEST_BAR, column.width() * 0.6), BAR_HEIGHT * count / most)
            bar.moveCenter(column.center())
            bar.moveBottom(height + 4 + BAR_HEIGHT)
            painter.fill(bar, "accent")
            learned = bar.height() * (1 - held_out / max(1, count))
            painter.fill(bar.adjusted(0, 0, 0, -learned), painter.theme.positive[0])
            above = QRectF(column.left(), bar.top() - height - 1, column.width(), height)
            painter.text(
                above, grouped(count) if count else "–", "text" if count else "muted", CENTRE
            )
            below = QRectF(column.left(), bar.bottom() + 2, column.width(), height)
            name, colour = self._alphabet.names[digit], "accent" if is_chosen else "muted"
            painter.text(below, name, colour, CENTRE, elided=True)
