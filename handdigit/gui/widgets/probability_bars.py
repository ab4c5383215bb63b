"""Bars: the probability of every class."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from handdigit.gui.translation import translated
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import menu_action
from handdigit.gui.widgets.painted_widget import CHOOSING_KEYS, PointedWidget, arrow_step
from handdigit.gui.widgets.painter import CENTRE, RIGHT, Painter
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.number_format import in_percent, percent

ROW = 24
"""Preferred height of a row, in pixels."""
LOWEST_ROW, HIGHEST_ROW = 13, 32
ANSWER_BARS = "probabilityBars"
"""Object name of those beside the panels; others are called otherwise."""
WIDTHS = 110, 144
"""Least and preferred width, in pixels."""
PADDING = 4
"""Room left and right of a class's name, in pixels."""
WIDEST_NAME = 0.3
"""Of the width; longer names are cut."""


class ProbabilityBars(PointedWidget[int]):
    """Rows of name, bar and percent; nothing in the bars while there is no answer.

    Signals:
        explanation_requested(int): why is it this class, or why not? Only while
            :meth:`set_clickable` is on.
        label_requested(int): it is this class; the same holds.
    """

    explanation_requested = Signal(int)
    label_requested = Signal(int)
    comfortable = (WIDTHS[1], len(DIGITS) * ROW)
    least = (WIDTHS[0], len(DIGITS) * LOWEST_ROW)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show empty bars."""
        super().__init__(parent)
        self.setObjectName(ANSWER_BARS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._alphabet = DIGITS
        self._probabilities: tuple[float, ...] = ()
        self._is_answer = self._is_sure = True
        self._clickable = False
        self._pressed: int | None = None
        self._label: int | None = None
        self._row = 0
        """Where the keyboard is."""
        self.show_alphabet(DIGITS)

    @property
    def names(self) -> tuple[str, ...]:
        """What the rows are called."""
        return self._alphabet.names

    @property
    def probabilities(self) -> tuple[float, ...]:
        """What is shown, none for no answer."""
        return self._probabilities

    @property
    def label(self) -> int | None:
        """The class that is marked."""
        return self._label

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Show empty bars for these classes."""
        self._alphabet, self._label, self._row = alphabet, None, 0
        self.point_at(None)
        rows = len(alphabet)
        self.comfortable, self.least = (WIDTHS[1], rows * ROW), (WIDTHS[0], rows * LOWEST_ROW)
        self.setMaximumHeight(rows * HIGHEST_ROW)
        names = translated(alphabet.listed())
        self.setAccessibleName(self.tr("Probabilities of {0}").format(names))
        self.updateGeometry()
        self.show_probabilities(())

    def show_probabilities(
        self, probabilities: Sequence[float], *, is_answer: bool = True, is_sure: bool = True
    ) -> None:
        """Show one probability a class, or none.

        Subdued where none of them is the answer; where it is not sure, the answer's bar alone is.
        """
        self._probabilities = tuple(probabilities)
        self._is_answer, self._is_sure = is_answer, is_sure
        self._describe()
        self.update()

    def show_label(self, label: int | None) -> None:
        """Mark the class that the user says it is, or none."""
        if label != self._label:
            self._label = label
            self._describe()
            self.update()

    def set_clickable(self, clickable: bool) -> None:
        """Let rows be clicked, or not."""
        if clickable != self._clickable:
            self._clickable = clickable
            self._pressed = None
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if clickable else Qt.CursorShape.ArrowCursor)
            self.update()

    def row_centres(self) -> tuple[int, ...]:
        """Return how far down the middle of each class's row is, in pixels."""
        height = self.height() / len(self._alphabet)
        return tuple(round((number + 0.5) * height) for number in range(len(self._alphabet)))

    # --- pointer and keys ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        if event.button() == Qt.MouseButton.LeftButton and self._clickable:
            self._pressed = self.part_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about the row, unless the pointer has left it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self.part_at(event.position()):
            self._go_to(pressed)
            self.explanation_requested.emit(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row; ask about the one where the keyboard is."""
        step = arrow_step(event)
        if step is not None:
            self._go_to(self._row + sum(step))
        elif event.key() in CHOOSING_KEYS and self._clickable:
            self.explanation_requested.emit(self._row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row: that under the pointer, or the keyboard's."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self._row if is_key else self.part_at(QPointF(event.pos()))
        if row is None or not self._clickable:
            return
        menu = QMenu(self)
        menu.setObjectName("barMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = self.names[row].replace("&", "&&")
        explain, label = self.explanation_requested, self.label_requested
        menu_action(menu, "barWhy", self.tr("Why {0}?").format(name), lambda: explain.emit(row))
        menu_action(menu, "barLabel", self.tr("Save as {0}").format(name), lambda: label.emit(row))
        below = QPointF(self.width() / 2, self.row_centres()[row]).toPoint()
        menu.popup(self.mapToGlobal(below) if is_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._describe()

    def _go_to(self, row: int) -> None:
        self._row = min(max(row, 0), len(self._alphabet) - 1)
        self._describe()
        self.update()

    def part_at(self, position: QPointF) -> int | None:
        """Return the number of the class whose row is at a position."""
        row = int(position.y() * len(self._alphabet) // max(1, self.height()))
        return row if 0 <= row < len(self._alphabet) and 0 <= position.x() < self.width() else None

    def part_pointed(self, row: int | None) -> None:
        """Say what a click would tell."""
        self.setToolTip("" if row is None or not self._clickable else self._offer(row))

    def _offer(self, row: int) -> str:
        name, key = self._alphabet.names[row], self._alphabet.keys[row]
        if not key:
            return self.tr("Click: why {0}?").format(name)
        return self.tr("Click: why {0}? Key {1}: save the drawing as {0}.").format(name, key)

    # --- telling -------------------------------------------------------------------------

    def cells(self) -> Cells:
        """Return a row for every class, with its percentage."""
        return Cells(self.names, ("",), self._told, self._ask_about, (self._row, 0))

    def _told(self, row: int, _column: int) -> str:
        return percent(self._probabilities[row]) if self._probabilities else ""

    def _ask_about(self, row: int, _column: int) -> None:
        if self._clickable:
            self.explanation_requested.emit(row)

    def _describe(self) -> None:
        ranked = sorted(enumerate(self._probabilities), key=lambda pair: -pair[1])
        if self.hasFocus() and self._probabilities:
            ranked.insert(0, (self._row, self._probabilities[self._row]))
        described = [f"{self.names[digit]}: {in_percent(p)} %" for digit, p in ranked[:3]]
        if self._label is not None:
            described.append(self.tr("labelled {0}").format(self.names[self._label]))
        self.setAccessibleDescription(", ".join(described))

    def paint(self, painter: Painter) -> None:
        """Paint the rows."""
        best = -1
        if self._probabilities and self._is_answer:
            best = max(range(len(self._probabilities)), key=self._probabilities.__getitem__)
        height = self.height() / len(self._alphabet)
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, self.names))
        key_width = min(widest, WIDEST_NAME * self.width()) + 2 * PADDING
        for digit in range(len(self._alphabet)):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, row, digit, key_width, is_best=digit == best)
            if self.hasFocus() and digit == self._row:
                painter.use_pen("accent", 2)
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_row(
        self, painter: Painter, row: QRectF, digit: int, key_width: float, *, is_best: bool
    ) -> None:
        metrics = self.fontMetrics()
        is_pointed = self._clickable and digit == self.pointed
        if is_pointed:
            painter.fill(row.adjusted(0, 1, 0, -1), "window", 4)
        colour = "text" if is_best else "muted"
        key = QRectF(row)
        key.setWidth(key_width)
        is_label = digit == self._label
        if is_label:
            above = max(1.0, (row.height() - metrics.height() - 2) / 2)
            painter.fill(key.adjusted(0, above, 0, -above), "accent", 4)
        key_colour = "on_accent" if is_label else colour
        painter.text(key, self.names[digit], key_colour, CENTRE, bold=is_best, elided=True)
        percent_width = metrics.horizontalAdvance("100.0") + 6
        thickness = min(12.0, row.height() * 0.55)
        track = QRectF(0, 0, row.width() - key.width() - 6 - percent_width, thickness)
        track.moveTopLeft(QPointF(key.right() + 6, row.center().y() - thickness / 2))
        painter.fill(track, "line" if is_pointed else "window", 2)
        if not self._probabilities:
            return
        probability = self._probabilities[digit]
        number = in_percent(probability)
        painter.text(row.adjusted(0, 0, -2, 0), number, colour, RIGHT, bold=is_best)
        track.setWidth(track.width() * probability)
        if track.width() >= 0.5:
            painter.fill(track, "accent" if is_best and self._is_sure else "muted", 2)
